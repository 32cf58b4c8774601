"""How long it takes to prepare for an exam or to finish a program: read, or else assumed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog, FactRef
from cert_model.catalog.subjects import PREPARATION
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.months import WEEKS_A_MONTH, Months
from cert_model.preparation.study_plan import USUAL_HOURS_A_WEEK
from cert_model.schema import Credential
from cert_model.schema.facts import FieldPath
from cert_model.schema.preparation import Program, StudyTime
from cert_model.vocabulary import TimeSpent


@dataclass(frozen=True, slots=True)
class Length:
    """Months, the facts that they rest on, and the names of the assumptions."""

    months: Months
    facts: tuple[FactRef, ...] = ()
    assumptions: tuple[str, ...] = ()


def study_length(catalog: Catalog, sheet: Credential, assumptions: PathAssumptions) -> Length:
    """How long one prepares for the exam of a credential.

    From every statement on it, or from the assumed hours where there is none.
    """
    stated = length_of_times(catalog, {sheet.exam_id}, TimeSpent.EXAM, assumptions)
    if stated is not None:
        return stated
    hours = Months.exactly(assumptions.study_hours)
    return Length(assumptions.months_for(hours), (), ("study_hours", "hours_a_week"))


def practicode_length(catalog: Catalog, exam: str, assumptions: PathAssumptions) -> Length | None:
    """How long Practicode takes the holders of the marked form of an exam; None if not found."""
    marked = {key for key, sheet in catalog.credentials.items() if sheet.same_exam_as == exam}
    return length_of_times(catalog, marked, TimeSpent.PRACTICODE, assumptions)


def length_of_times(
    catalog: Catalog, keys: Iterable[str], spent_on: TimeSpent, assumptions: PathAssumptions
) -> Length | None:
    """What the statements of study time on some credentials say together; None for none."""
    times = enumerate(catalog.preparation.times.times)
    return _together(
        length
        for position, time in times
        if time.credential in keys and time.spent_on is spent_on
        for length in _length(time, ("times", "times", position), assumptions)
    )


def programs_length(
    programs: Iterable[tuple[int, Program]], assumptions: PathAssumptions
) -> Length | None:
    """How long the programs take, each with its position in ``programs.yaml``; None if unknown."""
    return _together(
        length
        for position, program in programs
        for length in _length(program, ("programs", "programs", position), assumptions)
    )


def _length(
    stated: StudyTime | Program, place: FieldPath, assumptions: PathAssumptions
) -> Iterator[Length]:
    """The length in one of the units in which it is stated.

    Hours of study come first, since the person sets the hours a week; a program goes by its own
    calendar, and by its hours only where it has none. Weeks and months of study for an exam are
    taken to mean the usual hours a week, so that whoever studies more is done sooner.
    """
    is_for_exam = isinstance(stated, StudyTime) and stated.spent_on is TimeSpent.EXAM
    pace = USUAL_HOURS_A_WEEK / assumptions.hours_a_week if is_for_exam else 1
    paced = ("hours_a_week",) if is_for_exam else ()
    calendar = ("months", "weeks")
    for name in ("hours", *calendar) if isinstance(stated, StudyTime) else (*calendar, "hours"):
        fact = getattr(stated, name)
        if fact is None or not fact.known:
            continue
        amount, ref = Months.from_fact(fact), FactRef(PREPARATION, (*place, name))
        if name == "hours":
            yield Length(assumptions.months_for(amount), (ref,), ("hours_a_week",))
        else:
            months = amount if name == "months" else amount.times(1 / WEEKS_A_MONTH)
            yield Length(months.times(pace), (ref,), paced)
        return


def _together(lengths: Iterable[Length]) -> Length | None:
    ways = list(lengths)
    if not ways:
        return None
    return Length(
        Months.of_ways([way.months for way in ways]),
        tuple(ref for way in ways for ref in way.facts),
        tuple(dict.fromkeys(name for way in ways for name in way.assumptions)),
    )
