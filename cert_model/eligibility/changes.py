"""What would turn a no into a yes: the smallest sets of changes, and each one made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from cert_model.eligibility import conditions
from cert_model.eligibility.person import EDUCATION_RANK, STAGE_RANK, Person
from cert_model.eligibility.profile import Profile, Training
from cert_model.eligibility.truth import Truth
from cert_model.eligibility.verdicts import MAY_SIT, decide_verdict
from cert_model.formatting import format_count
from cert_model.schema.rules import (
    AgeTest,
    AllOf,
    AnyOf,
    Condition,
    CourseTest,
    CredentialTest,
    EducationTest,
    ExperienceTest,
    HimProgramTest,
    IssuerDecides,
    LicenseTest,
    Rule,
    TrainingTest,
)
from cert_model.vocabulary import Approver, EducationLevel, ProgramStage

MOST_SETS = 12
"""Further sets are left out: a choice of a hundred ways helps nobody."""


@dataclass(frozen=True)
class Change:
    """One thing that a person would have to bring."""

    condition: Condition
    text: str
    cost: float | None = None
    """In dollars; None is not known."""
    months: float | None = None
    """How long it takes at least; None is not known."""
    may_be_met: bool = False
    """Whether the person may have it already, and has not said so."""

    @property
    def test(self) -> str:
        """The kind of test it would meet, such as ``experience``."""
        return str(getattr(self.condition, "test", ""))

    @property
    def needs_issuer(self) -> bool:
        """Whether only the issuer's word could bring it about for certain."""
        return isinstance(self.condition, IssuerDecides) or self.condition.unasked is not None


Changes = tuple[Change, ...]


def missing_changes(
    rule: Rule, person: Person, first_year_costs: Mapping[str, float]
) -> list[Changes]:
    """The smallest sets of changes that would make a rule YES, cheapest first.

    No set holds another one. ``first_year_costs`` gives the dollars of earning a credential, by
    id; one whose own exam is not open to the person yet has no price here, as it takes more.
    Sets that need the issuer's word come last, and those whose price is not known after those
    with a price; then the cheaper, the one with the lower degree, the quicker and the smaller
    one is first.
    """
    found = _minimal(_sets(rule, person))
    changes = [
        _in_order(_change(each, person, first_year_costs) for each in some) for some in found
    ]
    return sorted(changes, key=effort)[:MOST_SETS]


def _sets(rule: Rule, person: Person) -> list[frozenset[Condition]]:
    """Every set of unmet tests that together make the rule YES."""
    if isinstance(rule, AnyOf):
        return [found for part in rule.any_of for found in _sets(part, person)]
    if isinstance(rule, AllOf):
        ways = [_minimal(_sets(part, person)) for part in rule.all_of]
        return [_merged(frozenset().union(*choice)) for choice in product(*ways)]
    return [
        frozenset()
        if conditions.evaluate_condition(rule, person) is Truth.YES
        else frozenset([rule])
    ]


def _minimal(found: Iterable[frozenset[Condition]]) -> list[frozenset[Condition]]:
    """Without sets that take all that another one takes, and more."""
    distinct = list(dict.fromkeys(found))
    return [
        each
        for each in distinct
        if not any(other != each and _is_within(other, each) for other in distinct)
    ]


def _is_within(less: frozenset[Condition], more: frozenset[Condition]) -> bool:
    """Whether every test of ``less`` stands in ``more``, or is covered by one that does."""
    return all(each in more or any(_covers(other, each) for other in more) for each in less)


def _merged(together: frozenset[Condition]) -> frozenset[Condition]:
    """Without tests that another one of the set already covers."""
    return frozenset(
        each
        for each in together
        if not any(other is not each and _covers(other, each) for other in together)
    )


def _covers(more: Condition, less: Condition) -> bool:
    if isinstance(more, EducationTest) and isinstance(less, EducationTest):
        higher = EDUCATION_RANK[more.at_least] > EDUCATION_RANK[less.at_least]
        return higher and less.unasked in (None, more.unasked)
    if isinstance(more, ExperienceTest) and isinstance(less, ExperienceTest):
        longer = set(more.kind) <= set(less.kind) and more.months > less.months
        return longer and less.unasked in (None, more.unasked)
    return False


def _in_order(changes: Iterable[Change]) -> Changes:
    return tuple(sorted(changes, key=lambda each: (*effort((each,)), each.text)))


def effort(changes: Changes) -> tuple[Any, ...]:
    """A key that orders sets of changes, the nearest first."""
    costs, months = [each.cost for each in changes], [each.months for each in changes]
    degrees = [each.condition for each in changes if isinstance(each.condition, EducationTest)]
    return (
        any(each.needs_issuer for each in changes),
        None in costs,
        sum(each or 0 for each in costs),
        max((EDUCATION_RANK[each.at_least] for each in degrees), default=0),
        None in months,
        sum(each or 0 for each in months),
        len(changes),
    )


def _change(condition: Condition, person: Person, costs: Mapping[str, float]) -> Change:
    change = _to_bring(condition, person, costs)
    return replace(change, may_be_met=bool(conditions.open_fields(condition, person)))


def _to_bring(condition: Condition, person: Person, costs: Mapping[str, float]) -> Change:
    if isinstance(condition, ExperienceTest):
        have = person.months_of(condition.kind).low
        need = max(0.0, condition.months - have)
        return Change(condition, _work_in_words(condition, need, have), 0, need)
    if isinstance(condition, CredentialTest):
        open_now = [
            key for key in condition.any if decide_verdict(person.sheets[key], person) in MAY_SIT
        ]
        known = sorted(costs[key] for key in open_now if key in costs)
        enough = len(known) >= condition.at_least
        cost = sum(known[: condition.at_least]) if enough else None
        return Change(condition, condition.text, cost)
    if isinstance(condition, AgeTest):
        years = condition.at_least - (person.age or 0)
        return Change(condition, condition.text, 0, None if person.age is None else 12 * years)
    if isinstance(condition, IssuerDecides):
        return Change(condition, f"{condition.text} (the issuer has to confirm it)")
    return Change(condition, condition.text)


def _work_in_words(test: ExperienceTest, need: float, have: float) -> str:
    if not need and test.specialty:
        return f"{test.text} (the work has to have been {test.specialty})"
    if not have or test.specialty:
        return test.text
    return f"{test.text} ({format_count(round(need), 'more month', 'more months')})"


def apply_changes(profile: Profile, changes: Iterable[Change]) -> Profile:
    """The profile of the same person after the changes, as far as a profile can say it."""
    for change in changes:
        apply = _APPLY.get(type(change.condition))
        if apply is not None:
            profile = profile.model_copy(update=apply(profile, change.condition))
    return profile


def _with_education(profile: Profile, test: EducationTest) -> dict[str, Any]:
    now = profile.education or EducationLevel.NONE
    return {"education": max(now, test.at_least, key=EDUCATION_RANK.__getitem__)}


def _with_experience(profile: Profile, test: ExperienceTest) -> dict[str, Any]:
    months = dict(profile.experience_months)
    others = sum(months.get(kind, 0) for kind in test.kind[1:])
    months[test.kind[0]] = max(months.get(test.kind[0], 0), test.months - others)
    return {"experience_months": months}


def _with_credential(profile: Profile, test: CredentialTest) -> dict[str, Any]:
    return {"credentials": (*(profile.credentials or ()), *test.any[: test.at_least])}


def _with_license(profile: Profile, test: LicenseTest) -> dict[str, Any]:
    return {"licenses": (*(profile.licenses or ()), test.any[0])}


def _with_training(profile: Profile, test: TrainingTest) -> dict[str, Any]:
    approver = test.approved_by[0] if test.approved_by else Approver.NONE
    done = Training(subject=test.subject[0], approved_by=approver, years_since=0)
    return {"training": (*(profile.training or ()), done)}


def _with_courses(profile: Profile, test: CourseTest) -> dict[str, Any]:
    return {"courses": tuple(dict.fromkeys((*(profile.courses or ()), *test.all)))}


def _with_him_program(profile: Profile, test: HimProgramTest) -> dict[str, Any]:
    now, stage = profile.him_program, profile.him_program_stage
    program = now if now in test.any else test.any[0]
    further = max(stage or ProgramStage.FINAL_TERM, test.stage, key=STAGE_RANK.__getitem__)
    return {"him_program": program, "him_program_stage": further}


def _with_age(profile: Profile, test: AgeTest) -> dict[str, Any]:
    return {"age": max(profile.age or 0, test.at_least)}


_APPLY: dict[type[Condition], Callable[[Profile, Any], dict[str, Any]]] = {
    EducationTest: _with_education,
    ExperienceTest: _with_experience,
    CredentialTest: _with_credential,
    LicenseTest: _with_license,
    TrainingTest: _with_training,
    CourseTest: _with_courses,
    HimProgramTest: _with_him_program,
    AgeTest: _with_age,
}
