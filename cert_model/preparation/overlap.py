"""How much the content of two exams has in common, by the subjects of our own sorting.

Two exams overlap by the sum, over all subjects, of the smaller of the two weights that the
subject has in them. There is a number only where the weights of both exams are known as a
whole; docs/exam-overlap.md has the rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from cert_model.catalog import Catalog
from cert_model.preparation.blueprint import weigh_content, whole_exam_percents
from cert_model.schema import Credential


class WeightGap(StrEnum):
    """Why the weights of an exam's subjects are not known."""

    NO_PARTS = "no-parts"
    NO_WEIGHTS = "no-weights"
    SOME_WEIGHTS = "some-weights"
    """Some weights are not known, or together they are not the whole exam."""
    UNCLEAR_PART = "unclear-part"
    """A part has a weight, but its title does not say what it is about."""


@dataclass(frozen=True, slots=True)
class SharedSubject:
    """A subject that both exams ask about."""

    id: str
    name: str
    percent: float
    """The smaller of its two weights."""


@dataclass(frozen=True, slots=True)
class ExamOverlap:
    """What the exams of two credentials have in common."""

    credentials: tuple[str, str]
    percent: float | None
    """From 0 to 100, the same in both directions; None where weights are not known."""
    subjects: tuple[SharedSubject, ...] = ()
    """What they share, the largest first; none named where weights are not known."""
    same_exam: bool = False
    """Whether both credentials are given for one and the same exam."""
    gaps: Mapping[str, WeightGap] = field(default_factory=dict)
    """Why there is no number, by the id of each credential whose weights are not known."""


def exam_overlap(catalog: Catalog, first: str, second: str) -> ExamOverlap:
    """What the exams of two credentials have in common.

    Credentials that share an exam have all of it in common, whether or not its weights are
    known. Raises KeyError for an unknown id.
    """
    pair = (first, second)
    sheets = [catalog.credentials[key] for key in pair]
    same_exam = sheets[0].exam_id == sheets[1].exam_id
    weights: list[Mapping[str, float]] = []
    gaps: dict[str, WeightGap] = {}
    for sheet in sheets:
        percents = subject_percents(catalog, sheet)
        if isinstance(percents, WeightGap):
            gaps[sheet.id] = percents
        else:
            weights.append(percents)
    if gaps:
        if same_exam:
            return ExamOverlap(pair, 100.0, same_exam=True)
        return ExamOverlap(pair, None, gaps=gaps)
    common = _common_weights(*weights)
    names = {subject.id: subject.name for subject in catalog.preparation.exam_subjects.subjects}
    subjects = [SharedSubject(key, names[key], percent) for key, percent in common.items()]
    subjects.sort(key=lambda subject: -subject.percent)
    return ExamOverlap(pair, min(100.0, sum(common.values())), tuple(subjects), same_exam)


def exam_overlaps(catalog: Catalog, ids: Sequence[str]) -> list[ExamOverlap]:
    """What the exams of every two of these credentials have in common."""
    return [exam_overlap(catalog, first, second) for first, second in combinations(ids, 2)]


def subject_percents(catalog: Catalog, sheet: Credential) -> dict[str, float] | WeightGap:
    """The weight of each subject in percent of the whole exam, or why it is not known.

    A part of the exam shares its weight evenly among its subjects.
    """
    content = sheet.exam.content
    if not content:
        return WeightGap.NO_PARTS
    percents = whole_exam_percents(sheet)
    if percents is None:
        weighted = any(domain.known for domain in content)
        return WeightGap.SOME_WEIGHTS if weighted else WeightGap.NO_WEIGHTS
    subjects_by_part = _subjects_by_part(catalog, sheet)
    weights: dict[str, float] = defaultdict(float)
    for domain, percent in zip(content, percents, strict=True):
        subjects = subjects_by_part[domain.domain]
        if percent and not subjects:
            return WeightGap.UNCLEAR_PART
        for subject in subjects:
            weights[subject] += percent / len(subjects)
    return dict(weights)


def remaining_shares(catalog: Catalog, key: str, held: str | None) -> tuple[float, ...]:
    """For each part of ``weigh_content``, the share from 0 to 1 that a held exam did not cover.

    Of a subject, the held exam covers as much as the two exams have in common. All remains
    where there is no number for what they have in common.
    """
    sheet = catalog.credentials[key]
    titles = weigh_content(sheet).titles
    if held is None:
        return (1.0,) * len(titles)
    overlap = exam_overlap(catalog, key, held)
    if overlap.same_exam:
        return (0.0,) * len(titles)
    weights = subject_percents(catalog, sheet)
    if overlap.percent is None or isinstance(weights, WeightGap):
        return (1.0,) * len(titles)
    covered = {subject.id: subject.percent / weights[subject.id] for subject in overlap.subjects}
    subjects_by_part = _subjects_by_part(catalog, sheet)
    return tuple(1 - _mean(covered, subjects_by_part.get(title, ())) for title in titles)


def closest_held_credential(catalog: Catalog, key: str, held: Iterable[str]) -> str | None:
    """The credential held whose exam has most in common with this one; None if none has any.

    A credential of the very same exam does not count: its holder has passed the exam already.
    """
    overlaps = [exam_overlap(catalog, key, held_key) for held_key in held]
    shared = {
        overlap.credentials[1]: overlap.percent
        for overlap in overlaps
        if overlap.percent and not overlap.same_exam
    }
    return max(shared, key=shared.__getitem__, default=None)


def _subjects_by_part(catalog: Catalog, sheet: Credential) -> dict[str, tuple[str, ...]]:
    return catalog.preparation.exam_subjects.subjects_by_part(sheet.exam_id)


def _common_weights(first: Mapping[str, float], second: Mapping[str, float]) -> dict[str, float]:
    """The smaller weight of each subject that both exams have, in the order of the first."""
    return {key: min(weight, second[key]) for key, weight in first.items() if second.get(key)}


def _mean(covered: Mapping[str, float], subjects: Sequence[str]) -> float:
    """The mean of what is covered of some subjects; 0 where there are none."""
    return sum(covered.get(subject, 0.0) for subject in subjects) / (len(subjects) or 1)
