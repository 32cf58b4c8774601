"""The claims that concern a credential, on its own page."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.content.claims import takeaway
from cert_model.formatting.markdown import escape
from cert_model.schema import Credential
from ui.components import claim_cards as cards
from ui.components import figures
from ui.shell.resources import claims

_FEW = 5


def credential(_: Catalog, sheet: Credential) -> None:
    """How many hold, then each with its verdict and a link; the first few at once."""
    found = claims().about(sheet.id)
    st.markdown(escape(takeaway(found)))
    cards.lines(found[:_FEW], here=False)
    if len(found) > _FEW:
        with figures.on_demand(f"{len(found) - _FEW} more claims about it") as opened:
            if opened:
                cards.lines(found[_FEW:], here=False)
