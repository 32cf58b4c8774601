"""How an exam's content is weighted, and how much of it the content of another exam covers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cert_model.catalog import Catalog
from cert_model.schema import Credential, Domain
from cert_model.vocabulary import ContentUnit

REST = "Parts of the exam that were not found"
WHOLE = "All that the exam asks about"
_NEGLIGIBLE_REST = 0.05
"""A smaller share is no part of its own, since published weights are rounded."""
_WORD = re.compile(r"[a-z]{3,}")
_STEM_LENGTH = 6
_STOP_WORDS = frozenset(
    {"and", "the", "for", "with", "other", "use", "general", "series", "system"}
)


class WeightBasis(StrEnum):
    """What the weights of an exam's parts rest on."""

    WEIGHTS = "weights"
    """Every weight is published; the middle counts where it is a range."""
    SHARED_REST = "shared-rest"
    """Some weights are not known: their parts share evenly what is left of the whole."""
    UNKNOWN_REST = "unknown-rest"
    """Some parts are not known: what the others leave of the whole is one part."""
    EVEN = "even"
    """No weight is known: all parts count the same."""
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
    """The parts of a credential's exam, weighted as far as its blueprint allows."""
    content = sheet.exam.content
    if not content:
        return WeightedContent((WHOLE,), (1.0,), WeightBasis.ONE_BLOCK)
    titles = tuple(domain.domain for domain in content)
    published = [_published_weight(domain) for domain in content]
    weights = tuple(weight for weight in published if weight is not None)
    unknown = published.count(None)
    rest = _rest(sheet, weights)
    if not weights or (unknown and (rest is None or rest <= 0)):
        return WeightedContent(titles, (1.0,) * len(titles), WeightBasis.EVEN)
    if unknown and rest is not None:
        shared = tuple(rest / unknown if weight is None else weight for weight in published)
        return WeightedContent(titles, shared, WeightBasis.SHARED_REST)
    if rest is not None and rest > _NEGLIGIBLE_REST * (sum(weights) + rest):
        return WeightedContent((*titles, REST), (*weights, rest), WeightBasis.UNKNOWN_REST)
    return WeightedContent(titles, weights, WeightBasis.WEIGHTS)


def _published_weight(domain: Domain) -> float | None:
    """A part's weight, or the middle of a range; None where it is not known, or 0."""
    if domain.top is None:
        return None
    bottom = domain.top if domain.bottom is None else domain.bottom
    return (bottom + domain.top) / 2 or None


def _rest(sheet: Credential, weights: Iterable[float]) -> float | None:
    """What the known weights leave of the whole exam; None where its size is not known."""
    exam = sheet.exam
    whole: float | None = 100.0
    if exam.content[0].unit is ContentUnit.QUESTIONS:
        size = exam.scored_questions or exam.questions
        whole = None if size is None or size.bottom is None else float(size.bottom)
    return None if whole is None else whole - sum(weights)


def remaining_shares(sheet: Credential, held: Credential | None) -> tuple[float, ...]:
    """For each part of ``weigh_content``, the share from 0 to 1 that a held exam did not cover."""
    titles = weigh_content(sheet).titles
    covered = covered_shares(sheet, held) if held is not None else ()
    return tuple(1 - share for share in covered) + (1.0,) * (len(titles) - len(covered))


def closest_held_credential(catalog: Catalog, key: str, held: Iterable[str]) -> str | None:
    """The credential held whose exam leaves the least to learn; None if none leaves less than all.

    A credential of the very same exam does not count: its holder has passed the exam already.
    """
    sheet = catalog.credentials[key]
    weights = weigh_content(sheet).weights
    remaining = {
        other.id: _weighted_sum(weights, remaining_shares(sheet, other))
        for other in (catalog.credentials[held_key] for held_key in held)
        if (other.same_exam_as or other.id) != (sheet.same_exam_as or key)
    }
    closest = min(remaining, key=remaining.__getitem__, default=None)
    return closest if closest is not None and remaining[closest] < sum(weights) else None


def estimate_overlap(of: Credential, toward: Credential) -> float | None:
    """The share from 0 to 1 of one exam's content that another exam covers as well.

    Each part counts with its weight times the largest share of its words that one part of the
    other blueprint has too. None where the first blueprint has no weights or the second no
    parts: an estimate from nothing would be a guess.
    """
    weights = [domain.top or 0.0 for domain in of.exam.content]
    if not sum(weights) or not toward.exam.content:
        return None
    return _weighted_sum(weights, covered_shares(of, toward)) / sum(weights)


def covered_shares(of: Credential, toward: Credential) -> tuple[float, ...]:
    """For each part of one exam, the largest share of its words in one part of another exam."""
    others = [_stems(domain) for domain in toward.exam.content]
    return tuple(_largest_share(_stems(domain), others) for domain in of.exam.content)


def _weighted_sum(weights: Iterable[float], shares: Iterable[float]) -> float:
    return sum(weight * share for weight, share in zip(weights, shares, strict=True))


def _largest_share(words: frozenset[str], others: list[frozenset[str]]) -> float:
    if not words:
        return 0.0
    return max((len(words & other) / len(words) for other in others), default=0.0)


def _stems(domain: Domain) -> frozenset[str]:
    """The first letters of the words in a part's title, without those that say nothing."""
    words = (word for word in _WORD.findall(domain.domain.lower()) if word not in _STOP_WORDS)
    return frozenset(word[:_STEM_LENGTH] for word in words)
