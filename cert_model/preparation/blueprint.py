"""How the parts of an exam's content are weighted."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cert_model.schema import Credential, Domain
from cert_model.vocabulary import ContentUnit

REST = "Parts of the exam that were not found"
WHOLE = "All that the exam asks about"
_NEGLIGIBLE_REST = 0.05
"""A smaller share is no part of its own, since published weights are rounded."""
_ROUNDING_PER_PART = 0.5
"""By how much the rounding of a weight to a whole percent or question can change the sum."""


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
    size = _size(sheet)
    return None if size is None else size - sum(weights)


def _size(sheet: Credential) -> float | None:
    """What all weights together make: 100 percent, or the number of questions if it is known."""
    exam = sheet.exam
    if not exam.content or exam.content[0].unit is ContentUnit.PERCENT:
        return 100.0
    questions = exam.scored_questions or exam.questions
    return None if questions is None or questions.bottom is None else float(questions.bottom)


def whole_exam_percents(sheet: Credential) -> tuple[float, ...] | None:
    """The weight of each part in percent of the whole exam; None where it is not known.

    It is known where each part has a weight, or both ends of a range, and together they make
    up the exam: 100 percent, or its number of questions, to within half a point for each part,
    since published weights are rounded. A range counts with its middle, and the middles are
    scaled to 100 together.
    """
    content = sheet.exam.content
    size = _size(sheet)
    ranges = [
        (domain.bottom, domain.top)
        for domain in content
        if domain.bottom is not None and domain.top is not None
    ]
    if not content or size is None or len(ranges) < len(content):
        return None
    if len({domain.unit for domain in content}) > 1:
        return None
    rounding = _ROUNDING_PER_PART * len(content)
    low, high = (sum(ends) for ends in zip(*ranges, strict=True))
    middles = [(bottom + top) / 2 for bottom, top in ranges]
    if low > size + rounding or high < size - rounding or not sum(middles):
        return None
    return tuple(100 * middle / sum(middles) for middle in middles)
