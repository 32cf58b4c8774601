"""Estimates on made-up exams, whose sisters and general statements have known values."""

from dataclasses import replace

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile, build_person
from cert_model.eligibility.verdicts import decide_verdicts
from cert_model.prices.estimates import (
    Estimate,
    estimate_dues,
    estimate_exam_price,
    estimate_minutes,
    estimate_questions,
)
from cert_model.schema import Exam
from tests.prices.exam_catalogs import (
    NEW,
    OLD,
    Plain,
    catalog_of,
    credential,
    price,
    stated,
    stated_status,
)

UNREAD = credential("NEW")
THREE = (
    credential("A", price(300)),
    credential("B", price(340)),
    credential("C", price(320)),
)


def price_of(catalog: Catalog, key: str = "demo/new") -> tuple[float, float] | None:
    return span(estimate_exam_price(catalog, catalog.credentials[key]))


def span(estimate: Estimate | None) -> tuple[float, float] | None:
    return None if estimate is None else (estimate.low, estimate.high)


def group(**more: object) -> Plain:
    return {"name": "core exams", "levels": ["core"], **more}


def test_three_sister_exams_give_their_lowest_to_their_highest_price() -> None:
    assert price_of(catalog_of(UNREAD, *THREE)) == (300, 340)


def test_an_estimate_names_its_facts_and_its_rule() -> None:
    catalog = catalog_of(UNREAD, *THREE)
    estimate = estimate_exam_price(catalog, UNREAD)
    assert estimate is not None
    assert [str(ref) for ref in estimate.facts] == [
        "demo/a:fees.0.amount",
        "demo/b:fees.0.amount",
        "demo/c:fees.0.amount",
    ]
    assert [catalog.find_fact(ref) for ref in estimate.facts]
    assert estimate.rule == (
        "All 3 DEMO core exams whose current price of one attempt is known cost $300 to $340"
    )


def test_two_sister_exams_are_too_few() -> None:
    assert price_of(catalog_of(UNREAD, *THREE[:2])) is None


@pytest.mark.parametrize(
    "third",
    [
        credential("C", price(320, as_of=OLD)),
        credential("C", price(320, attempts=2)),
        credential("C", price(320, audience="student-member")),
        credential("C", price(320, audience="corporate")),
        credential("C", price(320, sale=True)),
        credential("C", price(320, currency="CAD")),
        credential("C", price(320), same_exam_as="demo/b"),
        credential(
            "C", price(320), priced_apart={"value": True, "as_of": NEW, "src": ["issuer-page"]}
        ),
        credential("C", {"kind": "retake", "amount": stated(320)}),
    ],
    ids=[
        "old",
        "two attempts",
        "for students",
        "for employers",
        "on sale",
        "in other dollars",
        "of a shared exam",
        "priced apart",
        "of a retake",
    ],
)
def test_such_a_price_makes_no_sister(third: object) -> None:
    assert price_of(catalog_of(UNREAD, *THREE[:2], third)) is None  # type: ignore[arg-type]


def test_a_student_price_does_not_lower_the_range() -> None:
    cheap = credential("D", price(310), price(200, audience="student-member"))
    assert price_of(catalog_of(UNREAD, *THREE, cheap)) == (300, 340)


def test_members_and_nonmembers_both_count() -> None:
    both = credential("D", price(310, audience="member"), price(400, audience="nonmember"))
    assert price_of(catalog_of(UNREAD, *THREE, both)) == (300, 400)


def test_sisters_have_the_same_level_where_levels_differ() -> None:
    dear = credential("D", price(900), level="advanced")
    assert price_of(catalog_of(UNREAD, *THREE, dear)) == (300, 340)
    unread = credential("NEW", level="advanced")
    assert price_of(catalog_of(unread, *THREE, dear)) is None


def test_all_exams_are_sisters_where_the_level_makes_no_difference() -> None:
    alike = [credential(code, price(300)) for code in "AB"]
    advanced = credential("C", price(300), level="advanced")
    unread = credential("NEW", level="specialty")
    catalog = catalog_of(unread, *alike, advanced)
    estimate = estimate_exam_price(catalog, unread)
    assert span(estimate) == (300, 300)
    assert estimate is not None
    assert estimate.rule == (
        "All 3 DEMO exams whose current price of one attempt is known cost $300, core and "
        "advanced alike; no specialty exam is among them"
    )


def test_one_level_alone_says_nothing_of_another() -> None:
    alike = [credential(code, price(300)) for code in "ABC"]
    assert price_of(catalog_of(credential("NEW", level="specialty"), *alike)) is None


def test_a_general_statement_comes_before_sister_exams() -> None:
    catalog = catalog_of(UNREAD, *THREE, exam_groups=[group(fees=[price(425)])])
    estimate = estimate_exam_price(catalog, UNREAD)
    assert span(estimate) == (425, 425)
    assert estimate is not None
    assert estimate.rule == (
        "DEMO's core exams in general cost $425 for one attempt (as of February 2026)"
    )
    assert [str(ref) for ref in estimate.facts] == ["demo:exam_groups.0.fees.0.amount"]


@pytest.mark.parametrize(
    "statement",
    [
        group(levels=["advanced"], fees=[price(425)]),
        group(fees=[price(425, as_of=OLD)]),
        group(fees=[price(425, attempts=2)]),
        group(minutes=stated(90)),
    ],
    ids=["of other exams", "old", "for two attempts", "on something else"],
)
def test_another_general_statement_gives_no_price(statement: Plain) -> None:
    assert price_of(catalog_of(UNREAD, exam_groups=[statement])) is None


def test_a_known_price_is_never_estimated_however_old() -> None:
    known = credential("NEW", price(99, as_of=OLD, attempts=2))
    assert price_of(catalog_of(known, *THREE)) is None


def test_a_price_in_another_currency_leaves_the_price_in_dollars_unknown() -> None:
    abroad = credential("NEW", price(99, currency="CAD"))
    assert price_of(catalog_of(abroad, *THREE)) == (300, 340)


@pytest.mark.parametrize("status", ["retired", "announced", "unknown"])
def test_an_exam_not_known_to_be_given_has_no_estimate(status: str) -> None:
    gone = credential("NEW", status=stated_status(status))
    assert price_of(catalog_of(gone, *THREE)) is None


def test_an_exam_priced_apart_has_no_estimate() -> None:
    apart = {"value": True, "as_of": OLD, "src": ["issuer-page"]}
    catalog = catalog_of(
        credential("NEW", priced_apart=apart), *THREE, exam_groups=[group(fees=[price(425)])]
    )
    assert price_of(catalog) is None


def test_a_shared_exam_has_the_estimate_of_the_exam_it_shares() -> None:
    shares = credential("NEW-A", level="entry", same_exam_as="demo/new")
    catalog = catalog_of(UNREAD, shares, *THREE)
    assert price_of(catalog, "demo/new-a") == price_of(catalog, "demo/new") == (300, 340)


def test_no_estimate_feeds_another() -> None:
    twins = (UNREAD, credential("NEWER"))
    catalog = catalog_of(*twins, *THREE)
    assert price_of(catalog, "demo/newer") == (300, 340)
    for sheet in twins:
        estimate = estimate_exam_price(catalog, sheet)
        assert estimate is not None
        assert len(estimate.facts) == 3


def test_the_length_of_an_exam_is_estimated_likewise() -> None:
    known = [
        credential(code, exam={"minutes": stated(minutes)})
        for code, minutes in {"A": 90, "B": 120, "C": 100}.items()
    ]
    estimate = estimate_minutes(catalog_of(UNREAD, *known), UNREAD)
    assert span(estimate) == (90, 120)
    assert estimate is not None
    assert estimate.rule == (
        "All 3 DEMO core exams whose current length is known take 1 hour and 30 minutes to 2 hours"
    )
    assert str(estimate.facts[0]) == "demo/a:exam.minutes"


def test_the_number_of_questions_is_estimated_likewise() -> None:
    statement = group(questions=stated(100), minutes=stated(90))
    estimate = estimate_questions(catalog_of(UNREAD, exam_groups=[statement]), UNREAD)
    assert span(estimate) == (100, 100)
    assert estimate is not None
    assert estimate.rule == "DEMO's core exams in general have 100 questions (as of February 2026)"
    assert [str(ref) for ref in estimate.facts] == ["demo:exam_groups.0.questions"]


def test_a_form_that_was_read_is_not_estimated() -> None:
    statement = group(questions=stated(100), minutes=stated(90))
    known = credential("NEW", exam={"questions": stated(80, OLD)})
    catalog = catalog_of(known, exam_groups=[statement])
    assert estimate_questions(catalog, known) is None
    assert span(estimate_minutes(catalog, known)) == (90, 90)


def test_dues_are_estimated_by_what_is_published_of_all_kinds_of_membership() -> None:
    general = {"low": 70, "high": 150, "as_of": NEW, "src": ["issuer-page"]}
    catalog = catalog_of(UNREAD, dues_in_general=general)
    estimate = estimate_dues(catalog, catalog.issuers["demo"])
    assert span(estimate) == (70, 150)
    assert estimate is not None
    assert estimate.rule == (
        "DEMO's dues over all kinds of membership are $70 to $150 a year (as of February 2026)"
    )


def test_known_or_old_dues_are_not_estimated() -> None:
    general = {"low": 70, "high": 150, "as_of": NEW, "src": ["issuer-page"]}
    dues = {"kind": "membership", "every_months": 12, "amount": stated(90)}
    known = catalog_of(UNREAD, dues=[dues], dues_in_general=general)
    old = catalog_of(UNREAD, dues_in_general={**general, "as_of": OLD})
    assert estimate_dues(known, known.issuers["demo"]) is None
    assert estimate_dues(old, old.issuers["demo"]) is None


def without_what_estimates_rest_on(catalog: Catalog) -> Catalog:
    bare = {"exam_groups": (), "dues_in_general": None}
    return replace(
        catalog,
        issuers={key: issuer.model_copy(update=bare) for key, issuer in catalog.issuers.items()},
        credentials={
            key: sheet.model_copy(update={"fees": (), "exam": Exam()})
            for key, sheet in catalog.credentials.items()
        },
    )


@pytest.mark.parametrize(
    "profile",
    [{}, {"complete": True, "education": "bachelor", "credentials": ["aapc/cpc"]}],
    ids=["somebody of whom nothing is known", "somebody with a degree and a credential"],
)
def test_an_estimate_never_decides_a_verdict(catalog: Catalog, profile: Plain) -> None:
    bare = without_what_estimates_rest_on(catalog)
    assert price_of(catalog, "aapc/cic") is not None
    assert price_of(bare, "aapc/cic") is None
    verdicts = [
        decide_verdicts(edition, build_person(edition, Profile.model_validate(profile)))
        for edition in (catalog, bare)
    ]
    assert verdicts[0] == verdicts[1]


def test_the_price_of_the_exams_that_aapc_gives_is_estimated_but_for_the_one_priced_apart(
    catalog: Catalog,
) -> None:
    sheets = [sheet for sheet in catalog.credentials.values() if sheet.issuer == "aapc"]
    estimated = {sheet.id for sheet in sheets if estimate_exam_price(catalog, sheet)}
    unread = {sheet.id for sheet in sheets if not sheet.fees and sheet.status.value == "active"}
    assert unread - estimated == {"aapc/circc"}
    assert {"aapc/cic", "aapc/cemc"} <= estimated
    assert {price_of(catalog, key) for key in estimated} == {(425, 425)}


def test_the_exams_of_ahima_cost_too_unlike_sums_to_be_estimated(catalog: Catalog) -> None:
    sheets = [sheet for sheet in catalog.credentials.values() if sheet.issuer == "ahima"]
    assert not any(estimate_exam_price(catalog, sheet) for sheet in sheets)
