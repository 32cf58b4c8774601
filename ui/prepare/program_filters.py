"""What may be asked of a program, as controls whose settings stand in the address."""

from collections.abc import Mapping

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.preparation import ProgramCriteria
from cert_model.vocabulary import ProgramDelivery, ProgramKind
from ui.components import choices, glossary
from ui.prepare.controls import PAGE
from ui.shell import old_address as address

_THIS, _ALL = "this", "all"
_MOST_DOLLARS, _MOST_MONTHS = 50_000, 60


def params(catalog: Catalog) -> list[address.Param]:
    """Every filter, as the address writes it."""
    return [
        address.One("programs", [_THIS, _ALL], _THIS),
        address.Number("price", 1, _MOST_DOLLARS, None),
        address.Number("months", 1, _MOST_MONTHS, None),
        address.Many("delivery", list(ProgramDelivery)),
        address.Many("kind", list(ProgramKind)),
        address.Many("approved", list(_letters(catalog))),
    ]


def in_force(catalog: Catalog) -> bool:
    """Whether anything is asked of programs."""
    return any(each.format(_chosen(each.name)) for each in params(catalog))


def _chosen(name: str) -> object:
    return st.session_state[address.key(PAGE, name)]


def _letters(catalog: Catalog) -> dict[str, str]:
    return {each.id: each.letters for each in catalog.preparation.accreditors.accreditors}


def draw(catalog: Catalog, key: str) -> None:
    """Draw the filters on programs for the credential."""
    of_program = {_THIS: f"for the {catalog.labels[key]}", _ALL: "for any credential"}
    choices.one_of(PAGE, "programs", "Programs", of_program)
    with st.grid(2, min_column_width=220):
        _at_most("price", "Price at most, $", _MOST_DOLLARS)
        _at_most("months", "Months at most", _MOST_MONTHS)
    _any_of("delivery", "Where it is given", {each: each.label for each in ProgramDelivery})
    _any_of("kind", "Kind", {each: each.label for each in ProgramKind})
    _any_of("approved", "Accredited or approved by", _letters(catalog))


def _at_most(name: str, label: str, highest: int) -> None:
    st.number_input(
        label,
        1,
        highest,
        value=None,
        placeholder="any",
        key=address.key(PAGE, name),
        persist_state="session",
    )


def _any_of(name: str, label: str, terms: Mapping[str, str]) -> None:
    st.pills(
        label,
        list(terms),
        selection_mode="multi",
        help=glossary.for_label(label),
        format_func=terms.__getitem__,
        key=address.key(PAGE, name),
        persist_state="session",
    )


def wanted(key: str) -> ProgramCriteria:
    """What the filters ask for."""
    held = {
        name: st.session_state[address.key(PAGE, name)]
        for name in ("programs", "price", "months", "delivery", "kind", "approved")
    }
    return ProgramCriteria(
        credential=key if held["programs"] == _THIS else None,
        most_dollars=held["price"],
        most_months=held["months"],
        deliveries=frozenset(held["delivery"] or ()),
        kinds=frozenset(held["kind"] or ()),
        approved_by=frozenset(held["approved"] or ()),
    )
