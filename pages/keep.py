"""What I hold: the CEUs and fees of what one holds, by when, and what follows a missed date."""

import streamlit as st

from ui.components import fact_list, key_figures
from ui.keep import issuer_sections, kept_log, log_sections, sections
from ui.keep.state import KeepState, name_nearest
from ui.shell import address, person, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

PAGE_WIDTH = 1040

options = Options(catalog())
state, refused = address.read(KeepState, options)
window.begin(state.page, state.title(options.catalog))
address.explain(name_nearest(options.catalog, refused))
address.publish(state, options)
visitor = person.visitor(options.catalog)
view = kept_log.view(options.catalog, visitor, state)

with st.container(width=PAGE_WIDTH):
    if view is None:
        sections.nothing_held(options.catalog)
        window.end()
    fact_list.style(sections.STYLE)
    sections.whom_for(view)
    sections.answer(view)
    issuer_sections.pressing(view)
    key_figures.draw(options.catalog, state.page, view.key_figures, view.lists)
    sections.what_is_held(view)
    sections.strip(view)
    issuer_sections.by_issuer(view)
    issuer_sections.ladders(view)
    sections.what_if(view)
    issuer_sections.across(view)
    log_sections.log(view)
    sections.offers(view)
    sections.not_known(view)
    with window.on_screen("files"):
        sections.take_away(view, address.link(state, options))
    sections.next_pages(view.held)
