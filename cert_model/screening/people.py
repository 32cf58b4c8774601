"""What is known of many people: an array for each answer, with a place for each person.

The arrays of a profile's numbers hold ``NOT_KNOWN`` where a person gave none. Answers that are
lists, such as the credentials held, are few different ones among many people: each different list
stands once in a table, and the array holds its place there.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from cert_model.eligibility import Profile, Training
from cert_model.eligibility.person import STAGE_RANK
from cert_model.eligibility.schooling import EDUCATION_RANK
from cert_model.vocabulary import Course, ExperienceKind, HimProgram, License

NOT_KNOWN = -1
Numbers = NDArray[np.int16]
Places = slice | NDArray[np.intp]
T = TypeVar("T")

HIM_PROGRAM_NUMBER = {program: number for number, program in enumerate(HimProgram)}


class Table(Generic[T]):
    """The different lists that people gave; None is not known."""

    def __init__(self, lists: Iterable[Collection[T] | None]) -> None:
        self.lists = tuple(lists)
        sets = [None if entry is None else dict.fromkeys(entry) for entry in self.lists]
        self.not_known: NDArray[np.bool_] = np.array([entry is None for entry in sets], np.bool_)
        place_of: dict[T, int] = {}
        packed = [
            place_of.setdefault(member, len(place_of)) for entry in sets for member in entry or ()
        ]
        self.members = tuple(place_of)
        """Whatever stands in some list, once."""
        self.packed = np.array(packed, np.intp)
        """The members of one list after the other, by their places in ``members``."""
        self.lengths = np.array([len(entry or ()) for entry in sets], np.intp)
        self.starts = np.cumsum(self.lengths) - self.lengths
        """Where the members of each list begin in ``packed``."""
        self._numbers: dict[Callable[[T], float], NDArray[np.float64]] = {}

    def numbers_of_members(self, number_of: Callable[[T], float]) -> NDArray[np.float64]:
        """A number for each of ``members``; each function is asked once."""
        if number_of not in self._numbers:
            self._numbers[number_of] = np.array(list(map(number_of, self.members)), np.float64)
        return self._numbers[number_of]

    def reduce_members(self, ufunc: np.ufunc, values: NDArray[Any]) -> NDArray[Any]:
        """Of each list, the values of its members reduced to one; 0 where empty or not known.

        ``values`` has a value for each of ``members``.
        """
        reduced = np.zeros(len(self.lengths), values.dtype)
        filled = np.flatnonzero(self.lengths)
        if len(filled):
            reduced[filled] = ufunc.reduceat(values[self.packed], self.starts[filled])
        return reduced

    def count_members(self, counting: Collection[T]) -> NDArray[np.int32]:
        """Of each list, how many of its members count."""
        counts = np.array([member in counting for member in self.members], np.int32)
        return self.reduce_members(np.add, counts)


@dataclass(frozen=True)
class Lists(Generic[T]):
    """The list that each person gave: its place in the table of different lists."""

    places: NDArray[np.int32]
    table: Table[T]

    def chosen(self, places: Places) -> "Lists[T]":
        """The lists of some of the people, with the same table."""
        return Lists(self.places[places], self.table)

    def pairs(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Each person with each member of their list: the places of both, in two arrays."""
        table = self.table
        counts = table.lengths[self.places]
        people = np.repeat(np.arange(len(self.places)), counts)
        first = np.cumsum(counts) - counts
        shift = np.repeat(table.starts[self.places] - first, counts)
        return people, table.packed[np.arange(len(people)) + shift]


@dataclass(frozen=True)
class People:
    """The coded answers of some people, in their order."""

    count: int
    complete: bool
    """Whether they have nothing beyond what is stated."""
    age: Numbers
    education: Numbers
    """The rank of the highest level finished."""
    him_program: Numbers
    him_stage: Numbers
    training: Lists[Training]
    courses: Lists[Course]
    credentials: Lists[str]
    schooled_by: Lists[str]
    """The credentials that show their schooling: those held, though none only imagined."""
    licenses: Lists[License]
    months: Mapping[ExperienceKind, Numbers] = field(default_factory=dict)
    """Stated months by kind of work; a kind of which nobody stated any may be left out."""

    def chosen(self, places: Places) -> "People":
        """Some of the people; those of a slice share the arrays of all."""
        return People(
            count=len(self.age[places]),
            complete=self.complete,
            age=self.age[places],
            education=self.education[places],
            him_program=self.him_program[places],
            him_stage=self.him_stage[places],
            training=self.training.chosen(places),
            courses=self.courses.chosen(places),
            credentials=self.credentials.chosen(places),
            schooled_by=self.schooled_by.chosen(places),
            licenses=self.licenses.chosen(places),
            months={kind: months[places] for kind, months in self.months.items()},
        )


def code_number(field_name: str, value: Any) -> int:
    """The number that stands for a single answer of a profile; ``NOT_KNOWN`` for None."""
    if value is None:
        return NOT_KNOWN
    return int(_RANKS[field_name][value]) if field_name in _RANKS else int(value)


_RANKS: Mapping[str, Mapping[Any, int]] = {
    "education": EDUCATION_RANK,
    "him_program": HIM_PROGRAM_NUMBER,
    "him_program_stage": STAGE_RANK,
}


def code_profiles(profiles: Iterable[Profile], complete: bool) -> People:
    """The people that some profiles describe; their own ``complete`` is not looked at."""
    absent = Profile(complete=complete).with_absent_fields()
    people = list(profiles)

    def answers(name: str) -> list[Any]:
        given = (getattr(profile, name) for profile in people)
        return [getattr(absent, name) if value is None else value for value in given]

    def numbers(name: str) -> Numbers:
        return np.array([code_number(name, value) for value in answers(name)], np.int16)

    months = [profile.experience_months for profile in people]
    credentials = code_lists(answers("credentials"))
    return People(
        count=len(people),
        complete=complete,
        age=numbers("age"),
        education=numbers("education"),
        him_program=numbers("him_program"),
        him_stage=numbers("him_program_stage"),
        training=code_lists(answers("training")),
        courses=code_lists(answers("courses")),
        credentials=credentials,
        schooled_by=credentials,
        licenses=code_lists(answers("licenses")),
        months={
            kind: np.array([stated.get(kind, NOT_KNOWN) for stated in months], np.int16)
            for kind in ExperienceKind
        },
    )


def code_lists(lists: Iterable[tuple[T, ...] | None]) -> Lists[T]:
    """Each list by its place in a table of the different ones."""
    different: dict[tuple[T, ...] | None, int] = {}
    places = [different.setdefault(entry, len(different)) for entry in lists]
    return Lists(np.array(places, np.int32), Table(different))
