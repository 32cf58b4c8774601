"""Sentences on who may sit say what the outcome says, with what registering costs."""

from dataclasses import replace

import pytest

from cert_model.catalog import Catalog
from cert_model.catalog.walk import parts
from cert_model.costs import Money, first_year_costs
from cert_model.eligibility import (
    Outcome,
    Profile,
    is_retired,
    outcome,
    parse_profile,
    person,
    steps,
)
from cert_model.eligibility_takeaways import next_step, tally, to_register
from cert_model.schema import Credential
from cert_model.schema.rules import EducationTest, Formality, IssuerDecides
from cert_model.vocabulary import Audience, FeeKind, FormalityKind, Status, Verdict

CODER = "{complete: true, education: high-school, age: 30, experience_months: {coding: 24}}"


def outcome_of(catalog: Catalog, key: str, profile: str) -> Outcome:
    who = person(catalog, parse_profile(catalog, profile.encode()))
    return outcome(catalog, key, who, first_year_costs(catalog))


def test_registering_adds_the_dues_to_the_price_of_the_exam(catalog: Catalog) -> None:
    assert to_register(outcome_of(catalog, "aapc/cpc", CODER)) == "In all $654."


def test_a_member_pays_the_price_of_members_and_no_dues(catalog: Catalog) -> None:
    member = CODER.replace("age: 30", "age: 30, memberships: [ahima]")
    assert to_register(outcome_of(catalog, "ahima/cca", member)) == "In all $199."
    assert to_register(outcome_of(catalog, "ahima/cca", CODER)) == "In all $299."


def test_steps_to_register_begin_with_the_dues_and_end_with_the_exam(catalog: Catalog) -> None:
    found = outcome_of(catalog, "aapc/cpc", CODER).formalities
    assert [(step.kind, step.settled) for step in found] == [
        (FormalityKind.MEMBERSHIP, False),
        (FormalityKind.EXAM, None),
    ]


def test_dues_are_settled_for_a_member_and_not_known_of_who_does_not_say(catalog: Catalog) -> None:
    member = CODER.replace("age: 30", "age: 30, memberships: [aapc]")
    silent = CODER.replace("complete: true, ", "")
    assert outcome_of(catalog, "aapc/cpc", member).formalities[0].settled is True
    assert outcome_of(catalog, "aapc/cpc", silent).formalities[0].settled is None
    assert to_register(outcome_of(catalog, "aapc/cpc", member)) == "In all $425."


def without_steps(sheet: Credential, *left: Formality) -> Credential:
    rule = sheet.eligibility.model_copy(update={"formalities": left})
    return sheet.model_copy(update={"eligibility": rule})


def test_a_membership_that_is_required_is_the_first_step_even_where_none_is_listed(
    catalog: Catalog,
) -> None:
    who = person(catalog, Profile(complete=True))
    cpc = without_steps(catalog.credentials["aapc/cpc"])
    assert [step.text for step in steps(catalog, cpc, who)] == [
        "Membership of AAPC",
        "The exam, one attempt",
    ]
    ccds = without_steps(catalog.credentials["acdis/ccds"])
    assert [step.text for step in steps(catalog, ccds, who)] == ["The exam, one attempt"]


def test_an_application_costs_what_its_fee_costs(catalog: Catalog) -> None:
    sheet = catalog.credentials["acdis/ccds"]
    exam = next(each for each in sheet.fees if each.audience is Audience.NONMEMBER)
    fee = exam.model_copy(update={"kind": FeeKind.APPLICATION})
    apply = Formality(kind=FormalityKind.APPLICATION, text="Apply", src=("a-guide",))
    priced = without_steps(sheet, apply).model_copy(update={"fees": (fee,)})
    (step,) = steps(catalog, priced, person(catalog, Profile()))
    assert fee.amount is not None
    assert step.cost == Money.of(fee.amount)


def test_who_may_have_the_degree_asked_for_is_told_to_ask_whether_it_counts(
    catalog: Catalog,
) -> None:
    asked = [
        (test.field, [each.question for each in found.ask])
        for key, sheet in catalog.credentials.items()
        for _, test in parts(sheet.eligibility, EducationTest)
        if test.field is not None and not is_retired(sheet)
        for found in [outcome_of(catalog, key, "{education: doctorate}")]
        if found.ask
    ]
    assert asked
    for field, questions in asked:
        assert f"Does my degree count as {field}?" in questions


def with_sheet(catalog: Catalog, sheet: Credential) -> Catalog:
    return replace(catalog, credentials={**catalog.credentials, sheet.id: sheet})


def test_of_a_retired_exam_nothing_is_missing_to_settle_or_to_ask(catalog: Catalog) -> None:
    sheet = catalog.credentials["ahima/ccs"]
    status = sheet.status.model_copy(update={"value": Status.RETIRED})
    retired = with_sheet(catalog, sheet.model_copy(update={"status": status}))
    before = outcome_of(catalog, sheet.id, "{complete: true}")
    found = outcome_of(retired, sheet.id, "{complete: true}")
    assert before.missing
    assert before.recommended_missing
    assert before.formalities
    told = (found.missing, found.recommended_missing, found.formalities, found.ask)
    assert told == ((), (), (), ())


@pytest.mark.parametrize(
    ("own_page", "expected"), [("The handbook", "The handbook"), (None, "https://www.ahima.org")]
)
def test_the_issuer_is_asked_on_the_page_of_the_rule_or_else_on_its_site(
    catalog: Catalog, own_page: str | None, expected: str
) -> None:
    rule = IssuerDecides.model_validate(
        {
            "test": "ask-issuer",
            "question": "May I?",
            "page": own_page,
            "text": "Its leave",
            "src": ["a-guide"],
        }
    )
    sheet = catalog.credentials["ahima/ccs"]
    asks = sheet.eligibility.model_copy(update={"required": rule})
    edited = with_sheet(catalog, sheet.model_copy(update={"eligibility": asks}))
    (inquiry,) = outcome_of(edited, sheet.id, "{}").ask
    assert inquiry.question == "May I?"
    assert inquiry.page.startswith(expected)


def test_dues_that_were_not_found_make_it_at_least(catalog: Catalog) -> None:
    found = outcome_of(catalog, "amba/cmrs", CODER)
    assert to_register(found) == "In all at least $325."
    assert "(price not found)" in next_step(found)


def test_without_the_price_of_the_exam_there_is_no_sum(catalog: Catalog) -> None:
    assert to_register(outcome_of(catalog, "aapc/cppm", CODER)) == "The exam price was not found."


@pytest.mark.parametrize(
    ("key", "profile", "sentence"),
    [
        ("ahima/chp", CODER, "This exam is no longer given."),
        ("aapc/cpc", "{credentials: [aapc/cpc]}", "You hold this credential."),
        ("ahima/cca", "{education: none}", "It takes: A high-school diploma or its equivalent."),
        ("ahima/cca", "{}", "Answer the questions that are still open."),
    ],
)
def test_the_next_step_fits_the_outcome(
    catalog: Catalog, key: str, profile: str, sentence: str
) -> None:
    assert next_step(outcome_of(catalog, key, profile)) == sentence


def test_the_tally_counts_what_is_open_and_what_is_not_settled() -> None:
    found = [Verdict.READY, Verdict.CAN_SIT, Verdict.UNDECIDED, Verdict.NOT_YET]
    assert tally(found) == "You may sit for 2 of 4 exams now; 1 is not settled yet."
