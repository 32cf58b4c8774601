"""One way to a credential: what is done on it, when, and what the person has at its end."""

from dataclasses import dataclass, replace
from functools import partial

from cert_model.catalog import Catalog
from cert_model.eligibility import Change, Person, Profile, apply_changes
from cert_model.paths.months import NOW, Months, latest
from cert_model.paths.steps import Action, Step
from cert_model.paths.undertakings import UNLESS_HELD, Undertaking, months_needed, with_work, work
from cert_model.schema import Credential
from cert_model.schema.rules import AgeTest, Consequence, ExperienceTest, HimProgramTest
from cert_model.vocabulary import ExperienceKind, HimProgram


@dataclass(frozen=True, slots=True)
class Earned:
    """A credential earned on the way, with the months from now after which it is held."""

    id: str
    at: Months


@dataclass(frozen=True, slots=True)
class Route:
    """A way as far as it has been followed."""

    profile: Profile
    """What the person has at its end."""
    steps: tuple[Step, ...] = ()
    earned: tuple[Earned, ...] = ()
    """In the order in which they are earned; forms with a mark among them."""
    work_until: Months = NOW
    """When the work so far is done, one kind after another."""
    study_until: Months = NOW
    """When the study so far is done, one thing after another."""
    preparing_from: Months = NOW
    """When preparing for the present exam begins."""
    schooling_from: Months = NOW
    """When further schooling for that exam may begin; its first beside preparing for it."""
    begun: HimProgram | None = None
    """The health information program that the route leads through."""

    def turning_to_an_exam(self) -> "Route":
        """The route at the point where one begins to prepare for another exam."""
        now = self.study_until
        return replace(self, preparing_from=now, schooling_from=now)

    def with_step(self, step: Step) -> "Route":
        """The route that leads on through a step."""
        profile = step.effect(self.profile)
        return replace(self, profile=profile, steps=(*self.steps, step))


def after_work(
    route: Route,
    kind: ExperienceKind,
    test: ExperienceTest,
    person: Person,
    credential: str,
    may_be_met: bool,
) -> Route:
    """The route after the months of one kind of work that a condition still lacks."""
    doing, needed = work(kind, test, person), months_needed(test, person)
    assert doing.length is not None, "work has a length"
    length = doing.length.months.or_none() if may_be_met else doing.length.months
    ends = route.work_until + length
    step = Step(
        doing.action,
        f"{doing.what} {UNLESS_HELD}" if may_be_met else doing.what,
        starts=route.work_until,
        ends=ends,
        effect=partial(_worked, kind=kind, months=needed, person=person),
        credential=credential,
        cost=doing.money,
        brief=doing.brief,
        may_be_met=may_be_met,
    )
    return replace(route.with_step(step), work_until=ends)


def _worked(profile: Profile, kind: ExperienceKind, months: float, person: Person) -> Profile:
    return with_work(profile, person, kind, months)


def after(route: Route, doing: Undertaking, change: Change, credential: str) -> Route:
    """The route after schooling, or after a wait that goes on beside everything else."""
    condition = change.condition
    waits = isinstance(condition, AgeTest)
    begins = route.schooling_from if doing.prepares else route.study_until
    begins = Months() if waits else begins
    length = Months() if doing.length is None else doing.length.months
    length_facts = doing.length.facts if doing.length else ()
    step = Step(
        doing.action,
        doing.what,
        starts=begins,
        ends=begins + length,
        effect=partial(apply_changes, changes=(change,)),
        credential=credential,
        cost=doing.money,
        missing=() if doing.money is not None else (f"the price of {doing.brief}",),
        length_is_known=doing.length is not None,
        facts=(*doing.facts, *length_facts),
        length_facts=length_facts,
        assumptions=doing.length.assumptions if doing.length else (),
        brief=doing.brief,
        may_be_met=change.may_be_met,
    )
    after = route.with_step(step)
    if isinstance(condition, HimProgramTest):
        after = replace(after, begun=after.profile.him_program)
    if waits:
        return after
    until = latest(route.study_until, step.ends)
    if doing.prepares:
        return replace(after, study_until=until, schooling_from=step.ends)
    return replace(after, study_until=until)


def finished(
    catalog: Catalog,
    route: Route,
    sheet: Credential,
    passed: Months,
    times: dict[Consequence, Months],
    exam: Step | None,
) -> Route:
    """The route to the credential in full, with the exam and what has to follow it."""
    held = latest(passed, *times.values())
    late = [
        consequence
        for consequence, time in times.items()
        if exam is None or time.typical > passed.typical
    ]
    if not late:
        assert exam is not None, "an exam passed long ago leaves a mark"
        return with_credential(route, replace(exam, ends=held), sheet.id)
    if exam is not None:
        marked = _marked_form(catalog, sheet, late)
        route = route.with_step(exam) if marked is None else with_credential(route, exam, marked)
    for position, consequence in enumerate(late):
        is_last = position == len(late) - 1
        step = Step(
            Action.APPRENTICE_REMOVAL if consequence.marks else Action.FORMALITY,
            _removal_text(sheet, consequence),
            starts=held,
            ends=held,
            credential=sheet.id,
        )
        route = with_credential(route, step, sheet.id) if is_last else route.with_step(step)
    return route


def _marked_form(catalog: Catalog, sheet: Credential, late: list[Consequence]) -> str | None:
    """The id of the form with a mark that passing gives; None where the catalog has none."""
    marks = {consequence.marks for consequence in late}
    forms = catalog.credentials.values()
    return next(
        (form.id for form in forms if form.same_exam_as == sheet.id and form.code in marks), None
    )


def _removal_text(sheet: Credential, consequence: Consequence) -> str:
    if consequence.marks:
        return f"Send in the proof: the {consequence.marks} becomes a {sheet.code}"
    return f"Proof that you may use the {sheet.code} now"


def with_credential(route: Route, step: Step, key: str) -> Route:
    """The route through a step after which a credential is held."""
    step = replace(step, effect=partial(_holding, key=key), gives=key)
    return replace(route.with_step(step), earned=(*route.earned, Earned(key, step.ends)))


def _holding(profile: Profile, key: str) -> Profile:
    held = dict.fromkeys((*(profile.credentials or ()), key))
    return profile.model_copy(update={"credentials": tuple(held)})
