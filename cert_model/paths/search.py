"""Every way from a person to a credential: the minimal ways to meet each rule, in turn.

Rules are monotone, so that a shortest or cheapest way meets no more conditions than one of the
minimal sets (``missing_changes``) asks for. A set that needs another credential leads there first.
Everything starts as early as it can: one kind of work after another on one side, one course of
study after another on the other, and both sides at once.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    Change,
    Changes,
    Person,
    Profile,
    Truth,
    build_person,
    is_retired,
    missing_changes,
    registration_steps,
)
from cert_model.eligibility.conditions import evaluate_condition
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.lengths import study_length
from cert_model.paths.months import NOW, Months, latest
from cert_model.paths.route import Route, after, after_work, finished, with_credential
from cert_model.paths.schooling import can_be_entered, order_of_entry
from cert_model.paths.steps import Action, Step, time_of_meeting
from cert_model.paths.undertakings import undertaking
from cert_model.schema import Credential
from cert_model.schema.rules import (
    CredentialTest,
    ExperienceTest,
    HimProgramTest,
    Rule,
)
from cert_model.vocabulary import FormalityKind, Status

_PRICED_APART = (FormalityKind.MEMBERSHIP, FormalityKind.EXAM)
"""The formalities that the bill of a route has lines for."""


class Search:
    """All routes of one person to credentials."""

    def __init__(self, catalog: Catalog, profile: Profile, assumptions: PathAssumptions) -> None:
        self._catalog = catalog
        self._profile = profile
        self._assumptions = assumptions

    def routes(self, key: str) -> Iterator[Route]:
        """Every route after which the credential is held in full; none where none is certain."""
        yield from self._earn(Route(self._profile), key, frozenset())

    def _earn(self, route: Route, key: str, pursued: frozenset[str]) -> Iterator[Route]:
        """The routes that lead on to a credential; ``pursued`` are those it is needed for."""
        sheet = self._catalog.credentials[key]
        required = sheet.eligibility.required
        holding = build_person(self._catalog, route.profile).holdings.get(key)
        if holding is not None:
            if holding.is_marked:
                passed = route.turning_to_an_exam()
                yield from self._fulfill(passed, sheet, NOW, pursued | {key})
            return
        if key in pursued or required is None or is_retired(sheet) or _is_to_come(sheet):
            return
        for ready in self._meet(route.turning_to_an_exam(), required, sheet, pursued | {key}):
            yield from self._pass(ready, sheet, required, pursued | {key})

    def _pass(
        self, route: Route, sheet: Credential, required: Rule, pursued: frozenset[str]
    ) -> Iterator[Route]:
        """The routes that lead on through the exam to the credential in full."""
        study = study_length(self._catalog, sheet, self._assumptions)
        # What is studied to be admitted prepares for the exam, so that both start together.
        prepared = latest(route.preparing_from + study.months, route.study_until)
        admitted = time_of_meeting(self._catalog, self._profile, route.steps, required)
        booked = latest(prepared, admitted)
        passed = booked + self._assumptions.booking
        route = replace(route, study_until=prepared)
        for step in self._formalities(sheet, route, booked):
            route = route.with_step(step)
        exam = Step(
            Action.EXAM,
            f"Prepare for the {sheet.code} exam and pass it",
            starts=booked.minus(study.months),
            ends=passed,
            credential=sheet.id,
            facts=study.facts,
            length_facts=study.facts,
            assumptions=(*study.assumptions, "months_to_book"),
            brief=f"the {sheet.code} exam",
        )
        if sheet.same_exam_as is not None:
            yield with_credential(route, exam, sheet.id)
            return
        yield from self._fulfill(route, sheet, passed, pursued, exam)

    def _fulfill(
        self,
        route: Route,
        sheet: Credential,
        passed: Months,
        pursued: frozenset[str],
        exam: Step | None = None,
    ) -> Iterator[Route]:
        """The routes on which what passing leads to is overcome, so that nothing is lacking.

        ``passed`` is when the exam is passed; without a step for the ``exam``, that is long ago.
        """
        if exam is not None and not self._assumptions.works_already:
            route = replace(route, work_until=latest(route.work_until, passed))
        routes = [route]
        consequences = sheet.eligibility.consequences
        for consequence in consequences:
            routes = [
                further
                for before in routes
                for further in self._meet(before, consequence.unless, sheet, pursued)
            ]
        for met in routes:
            times = {
                consequence: time_of_meeting(
                    self._catalog, self._profile, met.steps, consequence.unless
                )
                for consequence in consequences
            }
            yield finished(self._catalog, met, sheet, passed, times, exam)

    def _formalities(self, sheet: Credential, route: Route, at: Months) -> Iterator[Step]:
        """The steps to register that have no line in the bill, such as proofs to send in."""
        person = build_person(self._catalog, route.profile)
        for step in registration_steps(self._catalog, sheet, person):
            if step.kind not in _PRICED_APART and not step.settled:
                yield Step(Action.FORMALITY, step.text, at, at, credential=sheet.id)

    def _meet(
        self, route: Route, rule: Rule, sheet: Credential, pursued: frozenset[str]
    ) -> Iterator[Route]:
        """The routes that lead on until a rule is met, one for each minimal way and more.

        Ways that need the issuer's word are left out: what it will say is not known.
        """
        person = build_person(self._catalog, route.profile)
        ways = missing_changes(rule, person, {}, most=None)
        for changes in sorted(ways, key=lambda way: order_of_entry(way, person)):
            in_ones_hand = not any(change.needs_issuer for change in changes)
            if in_ones_hand and can_be_entered(changes, person):
                yield from self._make(route, _in_order(changes), sheet, pursued)

    def _make(
        self, route: Route, changes: Changes, sheet: Credential, pursued: frozenset[str]
    ) -> Iterator[Route]:
        """The routes that lead on through all of the changes, one after another."""
        if not changes:
            yield route
            return
        first, *later = changes
        for further in self._make_one(route, first, sheet, pursued):
            yield from self._make(further, tuple(later), sheet, pursued)

    def _make_one(
        self, route: Route, change: Change, sheet: Credential, pursued: frozenset[str]
    ) -> Iterator[Route]:
        person, condition = build_person(self._catalog, route.profile), change.condition
        if evaluate_condition(condition, person) is Truth.YES:
            yield route
        elif isinstance(condition, CredentialTest):
            yield from self._earn_some(route, condition, person, pursued)
        elif isinstance(condition, ExperienceTest):
            for kind in condition.kind:
                yield after_work(route, kind, condition, person, sheet.id, change.may_be_met)
        else:
            doing = undertaking(
                self._catalog, sheet, change, person, self._assumptions, route.begun
            )
            yield after(route, doing, change, sheet.id)

    def _earn_some(
        self, route: Route, test: CredentialTest, person: Person, pursued: frozenset[str]
    ) -> Iterator[Route]:
        """The routes that earn as many of the credentials as the test still lacks, in any order."""
        counting = [
            key
            for key, sheet in self._catalog.credentials.items()
            if key in test.any or (test.role is not None and test.role in sheet.roles)
        ]
        held = person.credentials or frozenset()
        lacking = test.at_least - len(held & set(counting))
        for chosen in permutations([key for key in counting if key not in held], lacking):
            yield from self._earn_all(route, chosen, pursued)

    def _earn_all(
        self, route: Route, keys: tuple[str, ...], pursued: frozenset[str]
    ) -> Iterator[Route]:
        if not keys:
            yield route
            return
        for further in self._earn(route, keys[0], pursued):
            yield from self._earn_all(further.turning_to_an_exam(), keys[1:], pursued)


def _is_to_come(sheet: Credential) -> bool:
    return sheet.status.value is Status.ANNOUNCED


def _in_order(changes: Changes) -> Changes:
    """The changes in the order in which they are made: what may settle others comes first.

    Credentials first, since the way to them may lead through the rest; then narrow conditions
    before wide ones of the same kind, so that what is done for one counts for the other.
    """

    def place(change: Change) -> tuple[bool, int, str]:
        condition = change.condition
        width = 0
        if isinstance(condition, ExperienceTest):
            width = len(condition.kind)
        elif isinstance(condition, HimProgramTest):
            width = len(condition.any)
        return not isinstance(condition, CredentialTest), width, change.text

    return tuple(sorted(changes, key=place))
