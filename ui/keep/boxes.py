"""The boxes in which the visitor says what they hold, since when, and what they have earned.

What means nothing stays in its box as it was typed, with a word below it, and counts for nothing.
"""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import NONE
from cert_model.formatting.markdown import escape
from cert_model.renewal.request import CalendarDay
from cert_model.renewal.sentences import day_in_words
from cert_model.renewal.typed_values import (
    check_end,
    check_passed,
    parse_typed_ceus,
    parse_typed_day,
    parse_typed_end,
)
from ui.components import choices
from ui.keep.state import MOST_HELD, KeepState
from ui.shell import person, session

PAGE = KeepState.page
_MEMBERSHIPS = "memberships"
_DAY_EXAMPLE = "such as May 2025 or 5/10/2025"
_END_EXAMPLE = "such as March 2027"
_CEUS_EXAMPLE = "such as 12"
_MEMBER = {"yes": "Yes", "no": "No"}


def holdings(catalog: Catalog) -> None:
    """What is held, a button to drop each, and a box to add one."""
    ids = person.held(catalog)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        for key in ids:
            st.button(
                f"{escape(catalog.labels[key])} ✕",
                key=f"keep:held:drop:{key}",
                help=f"I do not hold the {escape(catalog.credentials[key].name)}",
                on_click=_let_go,
                args=(catalog, key),
            )
        if len(ids) < MOST_HELD:
            choices.credential_box(
                catalog,
                [key for key in catalog.credentials if key not in ids],
                "Add what you hold",
                session.key(PAGE, "take"),
                on_change=_take,
                args=(catalog,),
                width=340,
            )


def _let_go(catalog: Catalog, key: str) -> None:
    """Callback: it is not held."""
    person.hold(catalog, [other for other in person.held(catalog) if other != key])


def _take(catalog: Catalog) -> None:
    """Callback: what was chosen in the box is held, and the box is empty again."""
    key = session.choice(PAGE, "take")
    ids = person.held(catalog)
    if key in catalog.credentials and key not in ids:
        person.hold(catalog, [*ids, key])
    session.choose(PAGE, {"take": None})


def hold_all(catalog: Catalog, ids: tuple[str, ...]) -> None:
    """Callback: these are held as well."""
    person.hold(catalog, list(dict.fromkeys([*person.held(catalog), *ids])))


def passed_box(catalog: Catalog, key: str) -> None:
    """When the exam of a credential was passed."""

    def read(text: str) -> CalendarDay:
        passed = parse_typed_day(text)
        check_passed(catalog, key, passed)
        return passed

    day = person.visitor(catalog).passed.get(key)
    label = f"{catalog.labels[key]} passed on"
    shown = day_in_words(day) if day else ""
    _typed_box(catalog, f"passed:{key}", label, shown, _Field("passed", key, read), _DAY_EXAMPLE)


def renews_box(catalog: Catalog, issuer: str, label: str) -> None:
    """When membership or cycle ends at an issuer."""

    def read(text: str) -> CalendarDay:
        end = parse_typed_end(text, catalog.today)
        check_end(end, catalog.today)
        return end

    day = person.visitor(catalog).renews.get(issuer)
    shown = day_in_words(day) if day else ""
    _typed_box(
        catalog, f"renews:{issuer}", label, shown, _Field("renews", issuer, read), _END_EXAMPLE
    )


def earned_box(catalog: Catalog, issuer: str) -> None:
    """The CEUs earned so far in the current cycle of an issuer."""
    ceus = person.visitor(catalog).earned.get(issuer)
    shown = "" if ceus is None else f"{ceus:g}"
    field = _Field("earned", issuer, parse_typed_ceus)
    _typed_box(catalog, f"earned:{issuer}", "CEUs I have", shown, field, _CEUS_EXAMPLE)


def member_box(catalog: Catalog, issuer: str) -> None:
    """Whether the visitor is a member of an issuer."""
    members = _members(catalog)
    shown = None if members is None else ("yes" if issuer in members else "no")
    name = f"member:{issuer}"
    if session.choice(PAGE, name) != shown:
        session.choose(PAGE, {name: shown})
    st.segmented_control(
        "Member",
        list(_MEMBER),
        format_func=_MEMBER.__getitem__,
        key=session.key(PAGE, name),
        on_change=_join,
        args=(catalog, issuer),
    )


def _members(catalog: Catalog) -> tuple[str, ...] | None:
    """The issuers of which the visitor is a member; None where they did not say."""
    return person.personal_view(catalog).interview.profile.memberships


def _join(catalog: Catalog, issuer: str) -> None:
    """Callback: membership as chosen; taking a choice back leaves all memberships open."""
    chosen = session.choice(PAGE, f"member:{issuer}")
    others = [other for other in _members(catalog) or () if other != issuer]
    if chosen not in _MEMBER:
        answers = person.answers(catalog)
        person.replace_answers(
            catalog, {name: text for name, text in answers.items() if name != _MEMBERSHIPS}
        )
        return
    members = [*others, issuer] if chosen == "yes" else others
    person.answer(catalog, _MEMBERSHIPS, ",".join(sorted(members)) or NONE)


class _Field:
    """An entry of the profile by id, and how a text for it is read."""

    def __init__(self, name: str, key: str, read: Callable[[str], Any]) -> None:
        self.name, self.key, self.read = name, key, read

    def keep(self, catalog: Catalog, value: Any) -> None:
        """Have the profile say it; None for nothing."""
        entries: Mapping[str, Any] = getattr(person.visitor(catalog), self.name)
        changed = {key: other for key, other in entries.items() if key != self.key}
        if value is not None:
            changed[self.key] = value
        person.change(catalog, **{self.name: changed})


def _typed_box(
    catalog: Catalog, name: str, label: str, shown: str, field: _Field, example: str
) -> None:
    """A box for a text that is read forgivingly; ``shown`` is what the profile says."""
    refusal = "" if shown else session.note(_refusal(name), "")
    if not refusal and session.choice(PAGE, name) != shown:
        session.choose(PAGE, {name: shown})
    st.text_input(
        label,
        key=session.key(PAGE, name),
        placeholder=example,
        on_change=_read,
        args=(catalog, name, field),
        persist_state="session",
    )
    if refusal:
        st.markdown(f":small[:red[{escape(refusal)}]]")


def _read(catalog: Catalog, name: str, field: _Field) -> None:
    """Callback: take up what was typed, or note why it means nothing."""
    text = (session.text_of(session.key(PAGE, name)) or "").strip()
    session.take_note(_refusal(name))
    value = None
    if text:
        try:
            value = field.read(text)
        except ValueError as error:
            session.keep_note(_refusal(name), str(error))
    field.keep(catalog, value)


def _refusal(name: str) -> str:
    return f"keep:refused:{name}"
