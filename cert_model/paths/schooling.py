"""Which health information programs are ways for a person, and which of them come first."""

from cert_model.eligibility import Changes, Person
from cert_model.eligibility.schooling import EDUCATION_RANK
from cert_model.schema.rules import HimProgramTest
from cert_model.vocabulary import EducationLevel, HimProgram

_BACHELOR = EDUCATION_RANK[EducationLevel.BACHELOR]
_AFTER_A_BACHELOR = (HimProgram.CAHIIM_POST_BACCALAUREATE, HimProgram.CAHIIM_MASTER)
"""The programs that by their very names begin where a bachelor's degree ends."""
_ORDER = (*_AFTER_A_BACHELOR, HimProgram.CAHIIM_ASSOCIATE, HimProgram.CAHIIM_BACHELOR)
"""For somebody with a bachelor's degree: what builds on it comes before another one like it."""


def can_be_entered(changes: Changes, person: Person) -> bool:
    """Whether a person can enter every program in a set of changes, as far as is known.

    Whoever is known to have no bachelor's degree would need one before a master's program, which
    is a way of its own. Nobody goes abroad for a program: who took one there has it.
    """
    if HimProgram.FOREIGN_RECIPROCAL in _programs(changes):
        return False
    if person.education is None or person.education >= _BACHELOR:
        return True
    return not any(program in _AFTER_A_BACHELOR for program in _programs(changes))


def order_of_entry(changes: Changes, person: Person) -> int:
    """A sort key for sets of changes that are alike in all else: what builds on a degree first."""
    if person.education is None or person.education < _BACHELOR:
        return 0
    places = [
        _ORDER.index(program) if program in _ORDER else len(_ORDER)
        for program in _programs(changes)
    ]
    return max(places, default=0)


def _programs(changes: Changes) -> list[HimProgram]:
    """The program that each condition on one asks for first."""
    conditions = (change.condition for change in changes)
    return [test.any[0] for test in conditions if isinstance(test, HimProgramTest)]
