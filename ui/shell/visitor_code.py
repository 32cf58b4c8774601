"""The profile of a visitor as a short code for an address: a version, a check, compressed text.

The text names each part as the long form of an address does: ``education=associate&.pay=48000``.
Parts beside the answers begin with a dot, which no question does.
"""

import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Container
from functools import partial
from typing import Any, NamedTuple, TypeVar
from urllib.parse import parse_qsl, quote

from cert_model.candidates import Wishes
from cert_model.candidates.wishes import Draw, Priority, Situation
from cert_model.careers import HIGHEST_PAY, LOWEST_PAY
from cert_model.catalog import Catalog, UnknownCredential
from cert_model.eligibility.questionnaire import NONE, UNSURE, parse_answers
from cert_model.preparation.study_plan import MAX_HOURS_A_WEEK
from cert_model.vocabulary import State
from ui.shell import visitor_dictionary, visitor_keeping
from ui.shell.visitor import MOST_PICKED, Visitor
from ui.shell.visitor_keeping import EARNED, PASSED, RENEWS

T = TypeVar("T")

ME = "me"
"""The parameter of an address that carries the code."""
LONGEST_CODE = 2_000
"""Characters of a code; a longer one is refused unread."""
LONGEST_TEXT = 8_000
"""Bytes of a code's text; no more are ever unpacked."""
_VERSION = "1"
_DICTIONARY = visitor_dictionary.VERSION_1
_RAW = -zlib.MAX_WBITS
_CHECK_BYTES = 4
_BODY = re.compile(r"[A-Za-z0-9_-]+")
_HELD = "credentials"
_IN_WORDS = {
    ".where": "answer on where you are now",
    ".draws": "answer on what work draws you",
    ".most": "answer on what matters most to you",
    ".state": "state",
    ".pay": "pay",
    ".week": "number of hours a week",
    ".student": "answer on whether you are a student",
    PASSED: "day on which an exam was passed",
    RENEWS: "day on which a membership or cycle ends",
    EARNED: "number of CEUs",
}
_DAMAGED = "It is damaged: a part is missing or was changed."


class BadVisitorCode(ValueError):
    """A code that is none of ours; the message says what is wrong with it in one line."""


class Decoded(NamedTuple):
    """What a code holds, and the ids in it that the catalog no longer knows."""

    visitor: Visitor
    dropped: tuple[str, ...]


def encode(visitor: Visitor) -> str:
    """The code of a profile; empty for one that says nothing, or more than an address holds."""
    text = _format(visitor).encode()
    if not 0 < len(text) <= LONGEST_TEXT:
        return ""
    packer = zlib.compressobj(9, wbits=_RAW, zdict=_DICTIONARY)
    packed = _check(text) + packer.compress(text) + packer.flush()
    code = _VERSION + urlsafe_b64encode(packed).decode().rstrip("=")
    return code if len(code) <= LONGEST_CODE else ""


def decode(catalog: Catalog, code: str) -> Decoded:
    """The profile behind a code, every part of it validated. Raises BadVisitorCode."""
    if len(code) > LONGEST_CODE:
        raise BadVisitorCode("It is longer than any that is made here.")
    version, body = code[:1], code[1:]
    if version.isdigit() and version != _VERSION:
        raise BadVisitorCode("It was made by a newer version of CertLens.")
    if version != _VERSION:
        raise BadVisitorCode(_DAMAGED)
    return _parse(catalog, _unpack(body))


def _check(text: bytes) -> bytes:
    return zlib.crc32(text).to_bytes(_CHECK_BYTES, "big")


def _unpack(body: str) -> str:
    """The text of a code without its version."""
    if not _BODY.fullmatch(body):
        raise BadVisitorCode(_DAMAGED)
    try:
        packed = urlsafe_b64decode(body + "=" * (-len(body) % 4))
        unpacker = zlib.decompressobj(wbits=_RAW, zdict=_DICTIONARY)
        text = unpacker.decompress(packed[_CHECK_BYTES:], LONGEST_TEXT)
        if unpacker.unused_data or _check(text) != packed[:_CHECK_BYTES]:
            raise BadVisitorCode(_DAMAGED)
        return text.decode()
    except (ValueError, zlib.error):
        raise BadVisitorCode(_DAMAGED) from None


def _format(visitor: Visitor) -> str:
    wishes = visitor.wishes
    parts = {
        **dict(sorted(visitor.answers.items())),
        ".where": wishes.situation,
        ".draws": wishes.draw,
        ".most": wishes.priority,
        ".picked": ",".join(visitor.picked),
        ".state": visitor.home_state,
        ".pay": visitor.pay,
        ".week": visitor.hours_a_week,
        ".student": "yes" if visitor.is_student else None,
        **visitor_keeping.format_keeping(visitor),
    }
    texts = ((name, str(value)) for name, value in parts.items() if value not in (None, ""))
    return "&".join(f"{name}={quote(text, safe=',/:')}" for name, text in texts)


def _parse(catalog: Catalog, text: str) -> Decoded:
    parts = _split(text)
    dropped: list[str] = []

    def known_ids(ids: str) -> tuple[str, ...]:
        resolved, unknown = _resolve(catalog, ids)
        dropped.extend(unknown)
        return resolved

    def by_id(name: str, ids: Container[str], read: visitor_keeping.Reader[T]) -> dict[str, T]:
        read_all = partial(visitor_keeping.read_entries, catalog, ids, read)
        entries = _read(beside, name, read_all) or visitor_keeping.Entries({}, ())
        dropped.extend(key for key in entries.unknown if key not in dropped)
        return dict(entries.by_id)

    beside = {name: parts.pop(name) for name in list(parts) if name.startswith(".")}
    if parts.get(_HELD, NONE) not in (NONE, UNSURE):
        ids = known_ids(parts.pop(_HELD))
        parts |= {_HELD: ",".join(ids)} if ids else {}
    parsed = parse_answers(catalog, parts)
    if parsed.refused:
        raise BadVisitorCode("It gives an answer that its question does not take.")
    wishes = Wishes(
        _read(beside, ".where", Situation),
        _read(beside, ".draws", Draw),
        _read(beside, ".most", Priority),
    )
    state = _read(beside, ".state", State)
    visitor = Visitor(
        answers=parsed.answers,
        wishes=wishes,
        picked=known_ids(beside.pop(".picked", ""))[:MOST_PICKED],
        home_state=None if state is None else state.value,
        pay=_read(beside, ".pay", _number(LOWEST_PAY, HIGHEST_PAY)),
        hours_a_week=_read(beside, ".week", _number(1, MAX_HOURS_A_WEEK)),
        is_student=_read(beside, ".student", _yes) or False,
        passed=by_id(PASSED, catalog.credentials, visitor_keeping.read_passed),
        renews=by_id(RENEWS, catalog.issuers, visitor_keeping.read_end),
        earned=by_id(EARNED, catalog.issuers, visitor_keeping.read_ceus),
    )
    if beside:
        raise BadVisitorCode("It contains a field that no page asks for.")
    return Decoded(visitor, tuple(dropped))


def _split(text: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=True, errors="strict")
    except ValueError:
        raise BadVisitorCode(_DAMAGED) from None
    return dict(pairs)


def _resolve(catalog: Catalog, ids: str) -> tuple[tuple[str, ...], list[str]]:
    """The ids that the catalog knows, once each, and the others as they were written."""
    resolved: dict[str, None] = {}
    unknown: list[str] = []
    for name in filter(None, ids.split(",")):
        try:
            resolved[catalog.resolve(name)] = None
        except UnknownCredential:
            unknown.append(name)
    return tuple(resolved), unknown


def _read(parts: dict[str, str], name: str, parse: Callable[[str], Any]) -> Any:
    """One part, taken out of the others; None where it is not there."""
    text = parts.pop(name, None)
    if text is None:
        return None
    try:
        return parse(text)
    except ValueError:
        raise BadVisitorCode(f"The {_IN_WORDS[name]} in it is not possible.") from None


def _number(low: int, high: int) -> Callable[[str], int]:
    """Reads a whole number between two ends."""

    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and len(text) <= len(str(high)):
            number = int(text)
            if low <= number <= high:
                return number
        raise ValueError(text)

    return read


def _yes(text: str) -> bool:
    if text != "yes":
        raise ValueError(text)
    return True
