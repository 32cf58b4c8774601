"""What is likely rests on the statement of the issuer or on exams that agree, and on no more."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from cert_model.catalog import Catalog, FactRef
from cert_model.eligibility import Likelihood, Profile, build_person, likely_verdict
from cert_model.schema import Credential
from cert_model.schema.facts import Fact
from cert_model.schema.rules import AllOf, AnyoneTest, IssuerDecides, Rule
from cert_model.vocabulary import Level, SourceKind, Status, Verdict
from tests.eligibility.examples import school, work

KEY = "pmi/cmc"
"""An exam whose rule was not found, of an issuer that states none in general."""
ANYONE = AnyoneTest(test="anyone", text="Nothing is asked for.", src=("a-guide",))
OTHER_WORDS = AnyoneTest(test="anyone", text="All may sit.", src=("another-guide",))
DIPLOMA, DEGREE = school("high-school"), school("associate")
A_YEAR = work(12)
ASK = IssuerDecides(test="ask-issuer", question="May I?", text="Its leave", src=("a-guide",))


def with_sisters(
    catalog: Catalog,
    rules: Mapping[str, Rule | None],
    general_rule: Rule | None = None,
    **changes: Any,
) -> Catalog:
    """A catalog in which exams of the issuer of KEY, and of its level, have these rules.

    ``changes`` are made to the sheet of each of them.
    """
    sheet = catalog.credentials[KEY]

    def sister(code: str, rule: Rule | None) -> Credential:
        eligibility = sheet.eligibility.model_copy(update={"required": rule})
        return sheet.model_copy(update={"code": code, "eligibility": eligibility, **changes})

    others = {
        key: other for key, other in catalog.credentials.items() if other.issuer != sheet.issuer
    }
    sisters = {f"pmi/{code.lower()}": sister(code, rule) for code, rule in rules.items()}
    issuer = catalog.issuers["pmi"].model_copy(update={"general_rule": general_rule})
    return replace(
        catalog,
        credentials={**others, KEY: sheet, **sisters},
        issuers={**catalog.issuers, "pmi": issuer},
    )


def likely(catalog: Catalog, **stated: object) -> Likelihood | None:
    """What is likely of KEY for a person."""
    person = build_person(catalog, Profile.model_validate({"complete": True, **stated}))
    return likely_verdict(catalog, KEY, person)


def test_three_exams_that_agree_suggest_their_verdict_and_are_named(catalog: Catalog) -> None:
    edited = with_sisters(catalog, {"X1": ANYONE, "X2": OTHER_WORDS, "X3": ANYONE})
    assert likely(edited) == Likelihood(
        Verdict.CAN_SIT,
        "All 3 core exams of PMI whose rules were found ask for the same.",
        tuple(FactRef(f"pmi/{code}", ("eligibility", "required")) for code in ("x1", "x2", "x3")),
    )


@pytest.mark.parametrize(
    "rules",
    [
        {"X1": ANYONE, "X2": ANYONE},
        {"X1": ANYONE, "X2": ANYONE, "X3": None},
        {"X1": ANYONE, "X2": ANYONE, "X3": ANYONE, "X4": DIPLOMA},
        {"X1": DIPLOMA, "X2": DIPLOMA, "X3": DEGREE},
        {"X1": ASK, "X2": ASK, "X3": ASK},
    ],
    ids=["two", "two and an unknown one", "one differs", "one asks for more", "none says"],
)
def test_fewer_than_three_or_any_that_differs_suggest_nothing(
    catalog: Catalog, rules: dict[str, Rule | None]
) -> None:
    assert likely(with_sisters(catalog, rules)) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"level": Level.ENTRY},
        {"status": Fact[Status](value=Status.RETIRED, src=("a-guide",))},
        {"status": Fact[Status](value=Status.UNKNOWN, src=("a-guide",))},
        {"same_exam_as": KEY},
    ],
    ids=["another level", "retired", "perhaps retired", "one exam"],
)
def test_only_exams_of_its_level_that_are_given_count(
    catalog: Catalog, changes: dict[str, Any]
) -> None:
    rules = {"X1": ANYONE, "X2": ANYONE, "X3": ANYONE}
    assert likely(with_sisters(catalog, rules)) is not None
    assert likely(with_sisters(catalog, rules, **changes)) is None


def test_the_order_of_the_parts_of_a_rule_makes_no_difference(catalog: Catalog) -> None:
    one, other = AllOf(all_of=(DIPLOMA, A_YEAR)), AllOf(all_of=(A_YEAR, DIPLOMA))
    edited = with_sisters(catalog, {"X1": one, "X2": other, "X3": one})
    guess = likely(edited)
    assert guess is not None
    assert guess.verdict is Verdict.NOT_YET
    assert str(guess.facts[0]) == "pmi/x1:eligibility.required.all_of.0"
    assert all(edited.find_fact(fact) for fact in guess.facts)


def test_what_is_likely_is_worked_out_for_the_person(catalog: Catalog) -> None:
    edited = with_sisters(catalog, dict.fromkeys(("X1", "X2", "X3"), DIPLOMA))
    with_diploma, without = likely(edited, education="associate"), likely(edited)
    assert with_diploma is not None
    assert without is not None
    assert (with_diploma.verdict, without.verdict) == (Verdict.CAN_SIT, Verdict.NOT_YET)
    assert likely(edited, complete=False) is None


def test_the_statement_of_the_issuer_suggests_its_verdict_alone(catalog: Catalog) -> None:
    guess = likely(with_sisters(catalog, {}, general_rule=ANYONE))
    assert guess == Likelihood(
        Verdict.CAN_SIT,
        "Of its exams in general, PMI writes: nothing is asked for.",
        (FactRef("pmi", ("general_rule",)),),
    )


def test_statement_and_exams_that_suggest_different_verdicts_suggest_nothing(
    catalog: Catalog,
) -> None:
    rules = dict.fromkeys(("X1", "X2", "X3"), DEGREE)
    assert likely(with_sisters(catalog, rules, general_rule=ANYONE)) is None
    agreeing = likely(with_sisters(catalog, rules, general_rule=ANYONE), education="bachelor")
    assert agreeing is not None
    assert len(agreeing.facts) == 4


def test_nothing_is_likely_of_an_exam_that_has_a_rule_or_is_held(catalog: Catalog) -> None:
    edited = with_sisters(catalog, {"X1": ANYONE, "X2": ANYONE, "X3": ASK}, general_rule=ANYONE)
    person = build_person(edited, Profile())
    assert likely_verdict(edited, "pmi/x1", person) is None
    assert likely_verdict(edited, "pmi/x3", person) is None
    assert likely(edited, credentials=[KEY]) is None


def test_nothing_is_likely_of_an_exam_that_may_be_gone(catalog: Catalog) -> None:
    person = build_person(catalog, Profile())
    assert catalog.credentials["aapc/cedc"].status.value is Status.UNKNOWN
    assert likely_verdict(catalog, "aapc/cedc", person) is None


def test_a_general_statement_is_the_issuers_own(catalog: Catalog) -> None:
    stated = {key: issuer.general_rule for key, issuer in catalog.issuers.items()}
    rules = {key: rule for key, rule in stated.items() if rule is not None}
    assert set(rules) == {"aapc"}
    for rule in rules.values():
        assert isinstance(rule, AnyoneTest)
        assert SourceKind.ISSUER in {catalog.sources[source].kind for source in rule.src}
