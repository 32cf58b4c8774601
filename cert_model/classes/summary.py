"""A class as a whole: who may sit for what, which step opens most, and what it would cost."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.classes.results import StudentResult
from cert_model.costs import (
    Category,
    CostRequest,
    Phase,
    PlannedCredential,
    Total,
    add_up,
    cost_plan,
)
from cert_model.eligibility import MAY_SIT, exam_ids, is_retired
from cert_model.formatting import format_total
from cert_model.preparation import payers_of
from cert_model.schema.rules import Condition
from cert_model.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class StepGroup:
    """People to whom the same single step opens an exam."""

    condition: Condition
    lack_it: tuple[str, ...]
    """The names of those who certainly lack what the step brings."""
    may_have_it: tuple[str, ...]
    """The names of those who were not asked for it."""

    @property
    def text(self) -> str:
        """What the step is, in words."""
        return self.condition.text


@dataclass(frozen=True, slots=True)
class ExamSummary:
    """One exam and the class."""

    id: str
    counts: Mapping[Verdict, int]
    """How many people have each verdict; every verdict is there."""
    may_sit: tuple[str, ...]
    """The names of those who may sit now, in the order of the class."""
    one_step_away: tuple[StepGroup, ...]
    """The step that most people could take first."""
    cost_each: Total | None
    """What it costs until it is held, for those who may sit; None where the exam has no price."""

    def cost_text(self, people: int | None = None) -> str:
        """The cost of some people, or of all who may sit: "about $612", "at least $612".

        It is that of one person in whole dollars times the people, so that a reader can check it.
        """
        if self.cost_each is None:
            return format_total(None, False)
        count = len(self.may_sit) if people is None else people
        cost = self.cost_each
        return format_total(count * round(cost.typical), cost.complete, cost.estimated)


@dataclass(frozen=True, slots=True)
class ClassStep:
    """A single step, and what it would open to the class."""

    group: StepGroup
    exams: tuple[str, ...]
    """The ids of the exams that it would open to anybody, to most people first."""
    opened: int
    """How many exams it would open, each counted once for each person."""
    opened_for_sure: int
    """How many of these it would open to people who are known to lack it."""


@dataclass(frozen=True, slots=True)
class ClassPayer:
    """An organization that is known to pay for exams for which somebody may sit."""

    name: str
    exams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassSummary:
    """A class as a whole."""

    people: int
    exams: tuple[ExamSummary, ...]
    """In the order of the catalog."""
    steps: tuple[ClassStep, ...]
    """The step that opens most to people known to lack it first, then what it may open to others.

    Steps that open as many stand in the order of people.
    """
    payers: tuple[ClassPayer, ...]
    """Those who pay for most exams first. Whether they pay in a state is theirs to say."""


@once_per_catalog
def listed_exams(catalog: Catalog) -> tuple[str, ...]:
    """The id of each exam that is given, one for credentials that share it."""
    given = {
        key: Verdict.CLOSED if is_retired(sheet) else Verdict.NOT_YET
        for key, sheet in catalog.credentials.items()
    }
    return tuple(exam_ids(catalog, given))


def sum_up(catalog: Catalog, results: Sequence[StudentResult]) -> ClassSummary:
    """A class as a whole, by the results of its people."""
    exams = tuple(_exam(catalog, key, results) for key in listed_exams(catalog))
    return ClassSummary(len(results), exams, _steps(catalog, results), _payers(catalog, exams))


def _exam(catalog: Catalog, key: str, results: Sequence[StudentResult]) -> ExamSummary:
    counts = Counter(result.verdicts[key] for result in results)
    may_sit = (result.student.name for result in results if result.verdicts[key] in MAY_SIT)
    takers: defaultdict[Condition, list[StudentResult]] = defaultdict(list)
    for result in results:
        first = next((step for step in result.steps if key in step.opens), None)
        if first is not None:
            takers[first.condition].append(result)
    groups = (_group(condition, some, key) for condition, some in takers.items())
    return ExamSummary(
        id=key,
        counts={verdict: counts[verdict] for verdict in Verdict},
        may_sit=tuple(may_sit),
        one_step_away=tuple(sorted(groups, key=_people_in, reverse=True)),
        cost_each=costs_once_admitted(catalog)[key],
    )


def _group(condition: Condition, results: Iterable[StudentResult], key: str = "") -> StepGroup:
    """The people who could take a step; those who may have it already apart.

    With ``key``, only that exam tells whether they lack it.
    """
    lack_it, may_have_it = list[str](), list[str]()
    for result in results:
        change = next(step.change for step in result.steps if step.condition is condition)
        is_open = change.may_be_met and result.verdicts.get(key) is not Verdict.NOT_YET
        (may_have_it if is_open else lack_it).append(result.student.name)
    return StepGroup(condition, tuple(lack_it), tuple(may_have_it))


def _people_in(group: StepGroup) -> int:
    return len(group.lack_it) + len(group.may_have_it)


def _steps(catalog: Catalog, results: Sequence[StudentResult]) -> tuple[ClassStep, ...]:
    listed = frozenset(listed_exams(catalog))
    takers: defaultdict[Condition, list[StudentResult]] = defaultdict(list)
    opened: defaultdict[Condition, Counter[str]] = defaultdict(Counter)
    for_sure: Counter[Condition] = Counter()
    for result in results:
        for step in result.steps:
            exams = listed & set(step.opens)
            if exams:
                takers[step.condition].append(result)
                opened[step.condition].update(sorted(exams))
                for_sure[step.condition] += 0 if step.change.may_be_met else len(exams)
    steps = (
        ClassStep(
            group=_group(condition, some),
            exams=tuple(key for key, _ in opened[condition].most_common()),
            opened=opened[condition].total(),
            opened_for_sure=for_sure[condition],
        )
        for condition, some in takers.items()
    )
    return tuple(sorted(steps, key=_most_opened_first))


def _most_opened_first(step: ClassStep) -> tuple[int, int, int]:
    """A sort key: what nobody was asked about comes after what somebody is known to lack."""
    return -step.opened_for_sure, -step.opened, -_people_in(step.group)


def _payers(catalog: Catalog, exams: Sequence[ExamSummary]) -> tuple[ClassPayer, ...]:
    paid: defaultdict[str, list[str]] = defaultdict(list)
    for exam in exams:
        if exam.may_sit:
            for payer in payers_of(catalog, exam.id):
                if payer.covers:
                    paid[payer.name].append(exam.id)
    payers = (ClassPayer(name, tuple(keys)) for name, keys in paid.items())
    return tuple(sorted(payers, key=lambda payer: -len(payer.exams)))


@once_per_catalog
def costs_once_admitted(catalog: Catalog) -> Mapping[str, Total | None]:
    """What each credential costs those who may sit, required schooling left out, by id.

    None where the exam has no price: what remains would look cheap.
    """
    return {key: _cost_once_admitted(catalog, key) for key in listed_exams(catalog)}


def _cost_once_admitted(catalog: Catalog, key: str) -> Total | None:
    plan = cost_plan(catalog, CostRequest((PlannedCredential(key),)))
    gaps = [gap for gap in plan.to_earn.missing if gap.category is not Category.TRAINING]
    if any(gap.category is Category.EXAM for gap in gaps):
        return None
    rows = (row for row in plan.rows if row.phase is Phase.EARN)
    return add_up((row for row in rows if row.category is not Category.TRAINING), gaps)
