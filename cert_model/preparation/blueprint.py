"""How much of an exam each part of its blueprint is, where the blueprint says so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cert_model.catalog import Catalog
from cert_model.schema import Credential, Domain
from cert_model.vocabulary import ContentUnit

REST = "Parts of the exam that were not found"
WHOLE = "All that the exam asks about"
_NEGLIGIBLE = 0.05
"""Published weights are rounded; a rest smaller than this is no part of its own."""
_WORD = re.compile(r"[a-z]{3,}")
_STEM = 6
_EMPTY = frozenset({"and", "the", "for", "with", "other", "use", "general", "series", "system"})


class WeightBasis(StrEnum):
    """What the weights of the parts rest on."""

    WEIGHTS = "weights"
    """The published weight of every part, in the middle where it is a range."""
    SHARED_REST = "shared-rest"
    """Some weights are not known: those parts share evenly what is left of the whole."""
    UNKNOWN_REST = "unknown-rest"
    """All weights are known, but some parts are not: what is left is one part."""
    EVEN = "even"
    """The parts are known and their weights are not: each counts the same."""
    ONE_BLOCK = "one-block"
    """Not even the parts are known."""


@dataclass(frozen=True, slots=True)
class WeightedContent:
    """The parts of an exam with their weights, in the order of the blueprint."""

    titles: tuple[str, ...]
    weights: tuple[float, ...]
    """On any scale; only their proportion counts."""
    basis: WeightBasis


def weigh_content(sheet: Credential) -> WeightedContent:
    """The parts of the credential's exam, weighed as well as its blueprint allows."""
    content = sheet.exam.content
    if not content:
        return WeightedContent((WHOLE,), (1.0,), WeightBasis.ONE_BLOCK)
    titles = tuple(domain.domain for domain in content)
    known = [_middle(domain) for domain in content]
    lacking = known.count(None)
    rest = _rest(sheet, known)
    if lacking == len(known) or (lacking and (rest is None or rest <= 0)):
        return WeightedContent(titles, (1.0,) * len(titles), WeightBasis.EVEN)
    if lacking and rest is not None:
        shared = tuple(rest / lacking if each is None else each for each in known)
        return WeightedContent(titles, shared, WeightBasis.SHARED_REST)
    weights = tuple(each for each in known if each is not None)
    if rest is not None and rest > _NEGLIGIBLE * (sum(weights) + rest):
        return WeightedContent((*titles, REST), (*weights, rest), WeightBasis.UNKNOWN_REST)
    return WeightedContent(titles, weights, WeightBasis.WEIGHTS)


def remaining_shares(sheet: Credential, held: Credential | None) -> tuple[float, ...]:
    """Of each part of ``weigh``, the share from 0 to 1 that an exam passed before did not ask."""
    titles = weigh_content(sheet).titles
    known = covered_shares(sheet, held) if held is not None else ()
    return tuple(1 - share for share in known) + (1.0,) * (len(titles) - len(known))


def closest_held_credential(catalog: Catalog, key: str, held: Iterable[str]) -> str | None:
    """Of credentials held, the one that leaves least of an exam to learn; None if none does.

    One of the very same exam is left out: who has passed it does not prepare for it.
    """
    sheet = catalog.credentials[key]
    weights = weigh_content(sheet).weights
    exam = sheet.same_exam_as or key
    left: dict[str, float] = {}
    for each in held:
        other = catalog.credentials[each]
        if (other.same_exam_as or each) != exam:
            new = remaining_shares(sheet, other)
            left[each] = sum(weight * share for weight, share in zip(weights, new, strict=True))
    least = min(left, key=lambda each: left[each], default=None)
    return least if least is not None and left[least] < sum(weights) else None


def _middle(domain: Domain) -> float | None:
    """A part's weight; the middle of a range. A weight of nothing counts as not known."""
    if domain.top is None:
        return None
    bottom = domain.top if domain.bottom is None else domain.bottom
    return (bottom + domain.top) / 2 or None


def _rest(sheet: Credential, known: list[float | None]) -> float | None:
    """What the known weights leave of the whole exam; None where its size is not known."""
    exam = sheet.exam
    whole: float | None = 100.0
    if exam.content[0].unit is ContentUnit.QUESTIONS:
        size = exam.scored_questions or exam.questions
        whole = None if size is None or size.bottom is None else float(size.bottom)
    return None if whole is None else whole - sum(each for each in known if each is not None)


@dataclass(frozen=True, slots=True)
class Overlap:
    """The share of one exam's weight, from 0 to 1, that shares its words with another's."""

    of: str
    toward: str
    share: float


def estimate_overlap(of: Credential, toward: Credential) -> Overlap | None:
    """The weighted share of ``of``'s content that ``toward`` names as well.

    Each part counts with its weight times the largest share of its words that one part of
    the other blueprint has too. None where a blueprint has no weights or no parts: an
    estimate from nothing would be a guess.
    """
    weights = [domain.top or 0.0 for domain in of.exam.content]
    total = sum(weights)
    if not total or not toward.exam.content:
        return None
    shared = sum(
        weight * share for weight, share in zip(weights, covered_shares(of, toward), strict=True)
    )
    return Overlap(of.id, toward.id, shared / total)


def covered_shares(of: Credential, toward: Credential) -> tuple[float, ...]:
    """For each part of ``of``'s exam, the largest share of its words in one part of the other."""
    others = [_words(domain) for domain in toward.exam.content]
    return tuple(_nearest(_words(domain), others) for domain in of.exam.content)


def _nearest(words: frozenset[str], others: list[frozenset[str]]) -> float:
    if not words:
        return 0.0
    return max((len(words & other) / len(words) for other in others), default=0.0)


def _words(domain: Domain) -> frozenset[str]:
    found = (word for word in _WORD.findall(domain.domain.lower()) if word not in _EMPTY)
    return frozenset(word[:_STEM] for word in found)
