"""The steps before one may register, with what they cost."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    Profile,
    build_person,
    registration_steps,
)
from cert_model.eligibility.registration_sentences import registration_cost
from cert_model.prices import Money
from cert_model.schema import Credential
from cert_model.schema.rules import (
    Formality,
)
from cert_model.vocabulary import (
    Audience,
    FormalityKind,
    PriceKind,
)
from tests.eligibility.examples import CODER, outcome_of


def test_steps_to_register_begin_with_the_dues_and_end_with_the_exam(catalog: Catalog) -> None:
    steps = outcome_of(catalog, "aapc/cpc", CODER).formalities
    assert [(step.kind, step.settled) for step in steps] == [
        (FormalityKind.MEMBERSHIP, False),
        (FormalityKind.EXAM, None),
    ]


def test_dues_are_settled_for_a_member_and_unknown_where_the_profile_does_not_say(
    catalog: Catalog,
) -> None:
    member = CODER.replace("age: 30", "age: 30, memberships: [aapc]")
    silent = CODER.replace("complete: true, ", "")
    assert outcome_of(catalog, "aapc/cpc", member).formalities[0].settled is True
    assert outcome_of(catalog, "aapc/cpc", silent).formalities[0].settled is None
    assert registration_cost(outcome_of(catalog, "aapc/cpc", member)) == "Registering costs $425."


def test_who_holds_what_only_members_hold_is_a_member(catalog: Catalog) -> None:
    dues, exam = outcome_of(catalog, "aapc/coc", "{credentials: [aapc/cpc]}").formalities
    assert (dues.settled, dues.cost) == (True, Money())
    assert exam.cost == Money.exactly(425)


def test_who_holds_what_anyone_may_hold_is_not_taken_for_a_member(catalog: Catalog) -> None:
    holder = "{complete: true, education: high-school, credentials: [ahima/ccs]}"
    assert registration_cost(outcome_of(catalog, "ahima/cca", holder)) == "Registering costs $299."


@pytest.mark.parametrize(
    ("profile", "settled"),
    [
        ("{complete: true, credentials: [aapc/cpc]}", True),
        ("{credentials: [aapc/cpc], memberships: [ahima]}", False),
        ("{credentials: [aapc/cpc], memberships: []}", False),
        ("{credentials: [ahima/ccs]}", None),
        ("{complete: true, credentials: [ahima/ccs]}", False),
    ],
)
def test_a_stated_membership_counts_before_what_credentials_imply(
    catalog: Catalog, profile: str, settled: bool | None
) -> None:
    assert outcome_of(catalog, "aapc/coc", profile).formalities[0].settled is settled


def with_formalities(sheet: Credential, *formalities: Formality) -> Credential:
    rule = sheet.eligibility.model_copy(update={"formalities": formalities})
    return sheet.model_copy(update={"eligibility": rule})


def test_a_membership_that_is_required_is_the_first_step_even_where_none_is_listed(
    catalog: Catalog,
) -> None:
    person = build_person(catalog, Profile(complete=True))
    cpc = with_formalities(catalog.credentials["aapc/cpc"])
    assert [step.text for step in registration_steps(catalog, cpc, person)] == [
        "AAPC membership",
        "The exam, 1 attempt",
    ]
    ccds = with_formalities(catalog.credentials["acdis/ccds"])
    assert [step.text for step in registration_steps(catalog, ccds, person)] == [
        "The exam, 1 attempt"
    ]


def test_an_application_costs_what_its_fee_costs(catalog: Catalog) -> None:
    sheet = catalog.credentials["acdis/ccds"]
    exam = next(fee for fee in sheet.fees if fee.audience is Audience.NONMEMBER)
    fee = exam.model_copy(update={"kind": PriceKind.APPLICATION})
    apply = Formality(kind=FormalityKind.APPLICATION, text="Apply", src=("a-guide",))
    priced = with_formalities(sheet, apply).model_copy(update={"fees": (fee,)})
    (step,) = registration_steps(catalog, priced, build_person(catalog, Profile()))
    assert fee.amount is not None
    assert step.cost == Money.from_fact(fee.amount)
