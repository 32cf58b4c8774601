"""People whose outcomes were worked out by hand from the issuers' rules get those outcomes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, Self

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from cert_model.catalog import Catalog
from cert_model.eligibility import Outcome, Truth, assess, build_person, is_retired, parse_profile
from cert_model.loading.yaml_reader import Document, parse_yaml
from cert_model.overview import costs_to_earn
from cert_model.schema import Credential
from cert_model.vocabulary import Verdict

FOLDER = Path(__file__).parent
NO_LETTERS = "no letters"
"""Stands in a case for a consequence that adds no letters to a credential."""
ADVICE = {Truth.YES: "met", Truth.UNKNOWN: "open", Truth.NO: "unmet"}
"""The words of a case for whether advice is met; YAML would read yes and no as true and false."""


class Closed(BaseModel):
    """A model that refuses unknown fields, so that no misspelled expectation goes unnoticed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Rule(Closed):
    """The sheet and the sources on which the expectation rests."""

    credential: str
    src: list[str] = Field(min_length=1)


class Case(Closed):
    """One person and what is expected of every credential that the case names."""

    name: str = Field(min_length=1)
    checks: str = Field(pattern=r"^[A-Z0-9].+\.$")
    rests_on: Rule
    profile: dict[str, Any]
    expects: dict[str, Verdict] = Field(min_length=1)
    marks: dict[str, list[str]] = {}
    """Consequences that apply for certain; none for an empty list."""
    maybe: dict[str, list[str]] = {}
    """Consequences of which it is not known whether they apply."""
    advice: dict[str, Literal["met", "open", "unmet"]] = {}
    """Whether what is advised is met, which the verdict does not always show."""
    missing: dict[str, int | None] = {}
    """The months that the first set of changes takes; null where there is no set."""
    asks: dict[str, int] = {}
    """How many questions only the issuer can answer."""
    held_as: dict[str, str | None] = {}
    """The id of the form with a mark in which it is held; null for one held in full."""
    likely: dict[str, Verdict | None] = {}
    """The verdict that is likely where the issuer has to be asked; null where none is."""

    @model_validator(mode="after")
    def _expects_a_verdict_for_every_credential_named(self) -> Self:
        details: list[dict[str, Any]] = [self.marks, self.maybe, self.advice, self.missing]
        details += [self.asks, self.held_as, self.likely]
        named = {self.rests_on.credential, *(key for detail in details for key in detail)}
        if without := named - self.expects.keys():
            raise ValueError(f"no verdict is expected of {sorted(without)}")
        return self


def cases_in(path: Path) -> list[Case]:
    document = parse_yaml(path.read_bytes(), path.name)
    assert isinstance(document, Document), document
    return [Case.model_validate(item) for item in document.data]


CASES = [(path.stem, case) for path in sorted(FOLDER.glob("*.yaml")) for case in cases_in(path)]

Outcomes = Callable[[Case], dict[str, Outcome]]


@pytest.fixture(scope="module")
def outcomes(catalog: Catalog) -> Outcomes:
    costs = costs_to_earn(catalog)

    def outcomes_of(case: Case) -> dict[str, Outcome]:
        raw = yaml.safe_dump(case.profile).encode()
        person = build_person(catalog, parse_profile(catalog, raw, case.name))
        return {key: assess(catalog, key, person, costs) for key in case.expects}

    return outcomes_of


def each_case(where: Callable[[Case], object] = lambda _: True) -> pytest.MarkDecorator:
    chosen = {f"{file}: {case.name}": case for file, case in CASES if where(case)}
    assert chosen
    return pytest.mark.parametrize("case", chosen.values(), ids=chosen.keys())


def letters_given(outcome: Outcome, applies: Truth) -> list[str]:
    return [
        possible.consequence.marks or NO_LETTERS
        for possible in outcome.consequences
        if possible.applies is applies
    ]


def months_missing(outcome: Outcome) -> int | None:
    if not outcome.missing:
        return None
    return round(sum(change.months or 0 for change in outcome.missing[0]))


def cited(catalog: Catalog, sheet: Credential) -> Iterator[str]:
    """The sources of the rule and of what replaces what, or of the status where that decides."""
    if is_retired(sheet):
        yield from sheet.status.src
        return
    general_rule = catalog.issuers[sheet.issuer].general_rule
    for part in (sheet.eligibility, *sheet.replaces, *([general_rule] if general_rule else ())):
        yield from sources(part.model_dump())


def sources(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from part.get("src", ())
        for value in part.values():
            yield from sources(value)
    elif isinstance(part, list | tuple):
        for item in part:
            yield from sources(item)


def test_there_are_at_least_sixty_people() -> None:
    assert len(CASES) >= 60


def test_no_two_people_share_a_name() -> None:
    names = [case.name for _, case in CASES]
    assert len(set(names)) == len(names)


def test_every_verdict_is_expected_of_somebody() -> None:
    assert {expected for _, case in CASES for expected in case.expects.values()} == set(Verdict)


@each_case()
def test_the_verdicts_are_those_worked_out_by_hand(case: Case, outcomes: Outcomes) -> None:
    assert {key: outcome.verdict for key, outcome in outcomes(case).items()} == case.expects


@each_case(lambda case: case.marks or case.maybe)
def test_the_consequences_are_those_worked_out_by_hand(case: Case, outcomes: Outcomes) -> None:
    outcome_by_key = outcomes(case)
    keys = case.marks.keys() | case.maybe.keys()
    certain = {key: letters_given(outcome_by_key[key], Truth.YES) for key in keys}
    possible = {key: letters_given(outcome_by_key[key], Truth.UNKNOWN) for key in keys}
    assert certain == {key: case.marks.get(key, []) for key in keys}
    assert possible == {key: case.maybe.get(key, []) for key in keys}


@each_case(lambda case: case.advice)
def test_the_advice_is_met_as_worked_out_by_hand(case: Case, outcomes: Outcomes) -> None:
    outcome_by_key = outcomes(case)
    advised = {key: outcome_by_key[key].recommended for key in case.advice}
    assert {key: rule and ADVICE[rule.truth] for key, rule in advised.items()} == case.advice


@each_case(lambda case: case.missing)
def test_the_first_set_of_changes_takes_the_months_worked_out_by_hand(
    case: Case, outcomes: Outcomes
) -> None:
    outcome_by_key = outcomes(case)
    assert {key: months_missing(outcome_by_key[key]) for key in case.missing} == case.missing


@each_case(lambda case: case.asks)
def test_the_issuer_is_asked_as_many_questions_as_worked_out_by_hand(
    case: Case, outcomes: Outcomes
) -> None:
    outcome_by_key = outcomes(case)
    assert {key: len(outcome_by_key[key].inquiries) for key in case.asks} == case.asks


@each_case(lambda case: case.held_as)
def test_what_is_held_with_a_mark_is_named(case: Case, outcomes: Outcomes) -> None:
    outcome_by_key = outcomes(case)
    assert {key: outcome_by_key[key].held_as for key in case.held_as} == case.held_as


@each_case(lambda case: case.likely)
def test_what_is_likely_is_as_worked_out_by_hand(case: Case, outcomes: Outcomes) -> None:
    outcome_by_key = outcomes(case)
    likely = {key: outcome_by_key[key].likely for key in case.likely}
    assert {key: guess and guess.verdict for key, guess in likely.items()} == case.likely


@each_case(lambda case: Verdict.ASK_ISSUER in case.expects.values())
def test_a_person_sent_to_the_issuer_learns_what_to_ask(case: Case, outcomes: Outcomes) -> None:
    sent = [item for item in outcomes(case).values() if item.verdict is Verdict.ASK_ISSUER]
    assert sent
    assert all(outcome.inquiries for outcome in sent)


def test_every_case_rests_on_a_source_that_the_rule_cites_and_that_can_stand_alone(
    catalog: Catalog,
) -> None:
    uncited = [
        f"{file}: {case.name}: {source}"
        for file, case in CASES
        for source in set(case.rests_on.src)
        - set(cited(catalog, catalog.credentials[case.rests_on.credential]))
    ]
    unsupported = [
        f"{file}: {case.name}"
        for file, case in CASES
        if not any(catalog.sources[source].supports_alone for source in case.rests_on.src)
    ]
    assert (uncited, unsupported) == ([], [])


def test_an_unknown_field_in_a_case_is_refused() -> None:
    misspelt = CASES[0][1].model_dump() | {"expect": {}}
    with pytest.raises(ValidationError, match="expect"):
        Case.model_validate(misspelt)
