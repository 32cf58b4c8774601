"""The verdicts on a class, some people at a time, so that a page can show progress and stop."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from cert_model.catalog import Catalog
from cert_model.classes.reading import Student
from cert_model.classes.steps import Step, find_steps
from cert_model.eligibility import Profile
from cert_model.overview import costs_to_earn
from cert_model.screening import VERDICTS, code_profiles, judge_of
from cert_model.vocabulary import Verdict

PEOPLE_AT_ONCE = 250
Judged = dict[str, tuple[Mapping[str, Verdict], tuple[Step, ...]]]
"""Verdicts and steps of the answers judged so far. A caller that keeps it has none judged twice."""


@dataclass(frozen=True, slots=True)
class StudentResult:
    """Where one person stands."""

    student: Student
    verdicts: Mapping[str, Verdict]
    """By id of every credential, in the catalog's order."""
    steps: tuple[Step, ...]
    """The single steps that open an exam, the easiest first."""


@dataclass(frozen=True, slots=True)
class ClassChunk:
    """The results of some people, in their order, and how many are done with them."""

    results: tuple[StudentResult, ...]
    done: int
    total: int


def judge_class(
    catalog: Catalog,
    students: Sequence[Student],
    at_once: int = PEOPLE_AT_ONCE,
    judged: Judged | None = None,
) -> Iterator[ClassChunk]:
    """The results of a class, ``at_once`` people at a time; whoever goes no further stops it.

    People with the same answers are judged once. ``at_once`` changes no result. ``judged`` is
    what the same catalog made of answers before; what is judged now is added to it.
    """
    judged = {} if judged is None else judged
    for start in range(0, len(students), at_once):
        chunk = students[start : start + at_once]
        new = {key: student.profile for student in chunk if (key := _key(student)) not in judged}
        judged.update(zip(new, _judge(catalog, list(new.values())), strict=True))
        results = tuple(StudentResult(student, *judged[_key(student)]) for student in chunk)
        yield ClassChunk(results, start + len(chunk), len(students))


def _key(student: Student) -> str:
    """The same text for people with the same answers."""
    return student.profile.model_dump_json()


def _judge(
    catalog: Catalog, profiles: Sequence[Profile]
) -> Iterator[tuple[Mapping[str, Verdict], tuple[Step, ...]]]:
    """The verdicts and steps of profiles, which are all complete or all not."""
    if not profiles:
        return
    judge, complete = judge_of(catalog), profiles[0].complete
    numbers = judge.judge(code_profiles(profiles, complete)).T.tolist()
    steps = find_steps(catalog, profiles, costs_to_earn(catalog), complete)
    for of_person, of_steps in zip(numbers, steps, strict=True):
        words = (VERDICTS[number] for number in of_person)
        yield MappingProxyType(dict(zip(judge.ids, words, strict=True))), of_steps
