"""Keeps a page's choices in its address, so that any view can be bookmarked or sent.

Streamlit's own ``bind="query-params"`` writes an option's label; ours carry counts that
change, so this module maps stable terms. A page calls ``read`` before its widgets and
``write`` after them; in between the choices live in the session under ``key(...)``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

LONGEST = 2_000
_QUOTED = 40
_PAGE = "address:page"
_WRITTEN = "address:written"
_REFUSED = "address:refused"


class Param(Protocol):
    """One choice of a page and how the address writes it."""

    @property
    def name(self) -> str: ...

    def parse(self, text: str) -> tuple[Any, list[str]]:
        """The value, and the parts of the text that mean nothing; "" means the default."""
        ...

    def format(self, value: Any) -> str:
        """The text in the address; "" for the default."""
        ...


@dataclass(frozen=True)
class Many:
    """Any number of known terms."""

    name: str
    terms: Sequence[str]

    def parse(self, text: str) -> tuple[list[str], list[str]]:
        asked = [part for part in text.split(",") if part]
        known = [term for term in self.terms if term in asked]
        return known, [part for part in asked if part not in self.terms]

    def format(self, value: list[str] | None) -> str:
        return ",".join(term for term in self.terms if term in (value or []))


@dataclass(frozen=True)
class One:
    """One known term, or the default."""

    name: str
    terms: Sequence[str]
    default: str | None = None

    def parse(self, text: str) -> tuple[str | None, list[str]]:
        if text in self.terms:
            return text, []
        return self.default, [text] if text else []

    def format(self, value: str | None) -> str:
        return value if value and value != self.default else ""


@dataclass(frozen=True)
class Words:
    """Free text, such as a search."""

    name: str
    longest: int

    def parse(self, text: str) -> tuple[str, list[str]]:
        return ("", [text]) if len(text) > self.longest else (text, [])

    def format(self, value: str | None) -> str:
        return (value or "").strip()


@dataclass(frozen=True)
class Resolved:
    """A name that something else turns into a value, or refuses with a LookupError."""

    name: str
    resolve: Callable[[str], str]

    def parse(self, text: str) -> tuple[str | None, list[str]]:
        try:
            return (self.resolve(text) if text else None), []
        except LookupError:
            return None, [text]

    def format(self, value: str | None) -> str:
        return value or ""


@dataclass(frozen=True)
class Ordered:
    """Names that something else turns into values, each once, in the order given."""

    name: str
    resolve: Callable[[str], str]
    most: int

    def parse(self, text: str) -> tuple[list[str], list[str]]:
        found: list[str] = []
        refused: list[str] = []
        for part in filter(None, text.split(",")):
            try:
                value = self.resolve(part)
            except LookupError:
                refused.append(part)
                continue
            if value in found or len(found) == self.most:
                refused.append(part)
            else:
                found.append(value)
        return found, refused

    def format(self, value: list[str] | None) -> str:
        return ",".join(value or [])


@dataclass(frozen=True)
class Number:
    """A whole number between two ends, or the default; the default may be no number."""

    name: str
    low: int
    high: int
    default: int | None

    def parse(self, text: str) -> tuple[int | None, list[str]]:
        if text.isascii() and text.isdigit() and self.low <= int(text[:9]) <= self.high:
            return int(text[:9]), []
        return self.default, [text] if text else []

    def format(self, value: int | None) -> str:
        return "" if value is None or value == self.default else str(value)


@dataclass(frozen=True)
class Day:
    """A day of the calendar between two ends, written 2026-12-01, or none."""

    name: str
    first: date
    last: date

    def parse(self, text: str) -> tuple[date | None, list[str]]:
        try:
            day = datetime.strptime(text, "%Y-%m-%d").date()
        except ValueError:
            return None, [text] if text else []
        fits = text == day.isoformat() and self.first <= day <= self.last
        return (day, []) if fits else (None, [text])

    def format(self, value: date | None) -> str:
        return value.isoformat() if value else ""


@dataclass(frozen=True)
class Refused:
    """A part of the address that meant nothing and was left out."""

    name: str
    text: str


def key(page: str, name: str) -> str:
    """Where the session keeps a choice."""
    return f"{page}:{name}"


def read(page: str, params: Sequence[Param]) -> list[Refused]:
    """Bring the session and the address together; names what the address got wrong.

    A visit and the browser's back button take the address. Otherwise the choices on the page
    stand, and an address that differs has not caught up; returning through the navigation
    keeps the choices made before.
    """
    arrived, asked = st.session_state.get(_PAGE) != page, _asked(params)
    if arrived:
        st.session_state[_PAGE] = page
        st.session_state.pop(_WRITTEN, None)
    if asked if arrived else _went_back_or_forward():
        return [*_take(page, params, asked), *_unknown(params)]
    missing = [each for each in params if key(page, each.name) not in st.session_state]
    return [*_take(page, missing, {}), *_unknown(params)]


def _went_back_or_forward() -> bool:
    """Whether a button of the browser started this run.

    The address alone does not tell: a click made before the browser had our latest address
    brings an older one along as well.
    """
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _unknown(params: Sequence[Param]) -> list[Refused]:
    names = {each.name for each in params}
    return [Refused(name, st.query_params[name]) for name in st.query_params if name not in names]


def write(page: str, params: Sequence[Param]) -> None:
    """Put the choices into the address, if they changed since it was last written."""
    held = _held(page, params)
    if st.session_state.get(_WRITTEN) == held:
        return
    st.session_state[_WRITTEN] = held
    if st.query_params.to_dict() != held:
        st.query_params.from_dict(held)


def link(page: str, params: Sequence[Param], **more: str) -> str:
    """The full address of the view, to copy; ``more`` stands in it as well."""
    base = (st.context.url or "").partition("?")[0]
    query = urlencode({**_held(page, params), **more}, safe=",/")
    return f"{base}?{query}" if query else base


def forget(page: str, name: str, params: Sequence[Param]) -> None:
    """Set one choice back to its default; for use in a callback."""
    param = next(each for each in params if each.name == name)
    st.session_state[key(page, name)] = param.parse("")[0]


def explain(refused: Sequence[Refused]) -> Sequence[Refused]:
    """Say which parts of the address were left out, if any, until a choice is made on the page.

    A phone's browser reports its width only once a page is drawn, and has it drawn again.
    Answers what was said.
    """
    said = _until_a_choice(refused)
    if said:
        st.warning("\n\n".join(_left_out(each) for each in said))
    return said


def _left_out(each: Refused) -> str:
    short = each.text if len(each.text) <= _QUOTED else f"{each.text[:_QUOTED]}…"
    return (
        f"The address asked for {_plain(each.name[:_QUOTED])} = “{_plain(short)}”, "
        "which is not possible here. It was left out."
    )


def _until_a_choice(refused: Sequence[Refused]) -> Sequence[Refused]:
    choices = f"{st.session_state.get(_PAGE)}:"
    if refused:
        now = {name: held for name, held in st.session_state.items() if _is_of(choices, name)}
        st.session_state[_REFUSED] = choices, now, refused
        return refused
    page, then, earlier = st.session_state.get(_REFUSED, ("", {}, ()))
    if page == choices and all(st.session_state.get(name) == held for name, held in then.items()):
        found: Sequence[Refused] = earlier
        return found
    st.session_state.pop(_REFUSED, None)
    return ()


def _is_of(choices: str, name: object) -> bool:
    return str(name).startswith(choices)


def _plain(text: str) -> str:
    """Text from outside, with everything taken out that Markdown would act on."""
    return "".join(letter if letter.isalnum() or letter in " -_/.…" else "·" for letter in text)


def _asked(params: Sequence[Param]) -> dict[str, str]:
    found = {each.name: st.query_params.get(each.name, "") for each in params}
    return {name: text for name, text in found.items() if text}


def _held(page: str, params: Sequence[Param]) -> dict[str, str]:
    written = {
        each.name: each.format(st.session_state.get(key(page, each.name))) for each in params
    }
    return {name: text for name, text in written.items() if text}


def _take(page: str, params: Sequence[Param], asked: Mapping[str, str]) -> list[Refused]:
    refused: list[Refused] = []
    for param in params:
        text = asked.get(param.name, "")
        value, bad = param.parse(text) if len(text) <= LONGEST else (param.parse("")[0], [text])
        st.session_state[key(page, param.name)] = value
        refused.extend(Refused(param.name, part) for part in bad)
    return refused
