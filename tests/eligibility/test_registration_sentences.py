"""What registering for an exam takes and costs, and with which letters one starts."""

from dataclasses import replace

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import RegistrationStep
from cert_model.eligibility.registration_sentences import (
    format_step,
    registration_cost,
    starting_letters,
)
from cert_model.eligibility.sentences import next_step
from cert_model.prices import Money
from cert_model.schema import Evidence
from cert_model.vocabulary import FormalityKind
from tests.eligibility.examples import CODER, outcome_of


def test_registering_adds_the_dues_to_the_price_of_the_exam(catalog: Catalog) -> None:
    assert registration_cost(outcome_of(catalog, "aapc/cpc", CODER)) == "Registering costs $654."


def test_a_member_pays_the_price_of_members_and_no_dues(catalog: Catalog) -> None:
    member = CODER.replace("age: 30", "age: 30, memberships: [ahima]")
    assert registration_cost(outcome_of(catalog, "ahima/cca", member)) == "Registering costs $199."
    assert registration_cost(outcome_of(catalog, "ahima/cca", CODER)) == "Registering costs $299."


def test_dues_that_were_not_found_make_the_total_at_least(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "amba/cmrs", CODER)
    assert registration_cost(outcome) == "Registering costs at least $325."
    assert "(price not found)" in next_step(outcome)


def test_without_the_price_of_the_exam_there_is_no_total(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "amca/mcbc", CODER)
    assert FormalityKind.EXAM not in {step.kind for step in outcome.formalities}
    assert registration_cost(outcome) == "The exam price was not found."


def test_a_price_that_is_estimated_has_its_mark_and_makes_the_total_about(
    catalog: Catalog,
) -> None:
    outcome = outcome_of(catalog, "aapc/cppm", CODER)
    dues, exam = outcome.formalities
    assert (dues.estimate, bool(exam.estimate)) == (None, True)
    assert format_step(exam) == "The exam, 1 attempt (≈ $425)"
    assert registration_cost(outcome) == "Registering costs about $654."
    unpriced = replace(outcome, formalities=(replace(dues, cost=None), exam))
    assert registration_cost(unpriced) == "Registering costs at least about $425."


@pytest.mark.parametrize(
    ("kind", "cost", "settled", "listed"),
    [
        (FormalityKind.APPLICATION, None, None, "Join"),
        (FormalityKind.EXAM, None, None, "Join (price not found)"),
        (FormalityKind.EXAM, Money(0, 20, 40), None, "Join ($0–40)"),
        (FormalityKind.MEMBERSHIP, Money.exactly(40), None, "Join ($40 unless you are a member)"),
        (FormalityKind.MEMBERSHIP, Money.exactly(40), False, "Join ($40)"),
        (FormalityKind.MEMBERSHIP, Money(), True, "Join"),
    ],
    ids=["a form", "no price", "a range", "dues", "dues of who is no member", "dues of a member"],
)
def test_a_step_has_its_price_beside_it_where_there_is_one(
    kind: FormalityKind, cost: Money | None, settled: bool | None, listed: str
) -> None:
    assert (
        format_step(RegistrationStep(kind, "Join", Evidence(src=("a-guide",)), cost, settled))
        == listed
    )


def test_where_every_known_step_is_settled_no_step_is_listed(catalog: Catalog) -> None:
    member = CODER.replace("age: 30", "age: 30, memberships: [aapc]")
    outcome = outcome_of(catalog, "aapc/cpc", member)
    dues_paid = replace(outcome, formalities=outcome.formalities[:1])
    assert next_step(dues_paid) == "The exam price was not found."


def test_the_total_of_prices_that_are_ranges_is_a_range(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "aapc/cpc", CODER)
    dues, exam = outcome.formalities
    between = replace(outcome, formalities=(replace(dues, cost=Money(10, 15, 20)), exam))
    assert registration_cost(between) == "Registering costs $435–445."


def test_a_mark_that_is_no_code_is_called_a_mark(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "nha/cbcs", "{education: none}")
    assert starting_letters(outcome) == "you start with the mark P"
