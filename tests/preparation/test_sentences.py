"""Sentences on getting ready say what the plans, programs and payers say."""

from datetime import date
from typing import Any

import pytest
import yaml

from cert_model.catalog import Catalog
from cert_model.formatting import format_weeks
from cert_model.preparation import (
    ProgramCriteria,
    StudyHours,
    StudyPlan,
    StudyRequest,
    build_study_plan,
    exam_day_facts,
    exam_subjects,
    find_programs,
    payers_of,
    study_hours,
)
from cert_model.preparation import sentences as takeaways
from tests.paths import DATA

DAY = date(2026, 12, 1)
FOLDER = DATA / "preparation"


def entries(name: str) -> list[dict[str, Any]]:
    """What a file on getting ready holds, read without the project's code."""
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))[name]
    return found


def ends(amount: dict[str, Any]) -> list[float]:
    """The value of a fact, or both ends of its range."""
    return [amount[end] for end in ("value", "low", "high") if end in amount]


def plan(catalog: Catalog, credential: str, **more: object) -> StudyPlan:
    return build_study_plan(catalog, StudyRequest(credential, 120, DAY, **more))  # type: ignore[arg-type]


def test_a_plan_says_how_long_and_from_when_to_when(catalog: Catalog) -> None:
    assert takeaways.describe_plan(plan(catalog, "ahima/cca")) == (
        "120 h at 10 h a week take 12 weeks: from 1 December 2026 to 22 February 2027."
    )


def test_a_plan_to_an_exam_says_so(catalog: Catalog) -> None:
    said = takeaways.describe_plan(plan(catalog, "ahima/cca", to_exam=True))
    assert said.endswith("to 30 November 2026, the day before the exam.")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 9, 1), ""),
        (date(2026, 10, 20), "Begun today, it takes 20 hours a week."),
        (date(2026, 12, 1), "That day has passed"),
    ],
)
def test_a_plan_that_should_have_begun_says_what_it_takes_now(
    catalog: Catalog, today: date, said: str
) -> None:
    assert said in takeaways.describe_late_start(plan(catalog, "ahima/cca", to_exam=True), today)


def test_weights_that_are_not_known_are_said(catalog: Catalog) -> None:
    assert "were not found, so each part gets the same" in takeaways.describe_basis(
        plan(catalog, "acdis/ccds-o")
    )
    assert "is one block" in takeaways.describe_basis(plan(catalog, "acdis/ccds"))
    assert "share what is left" in takeaways.describe_basis(plan(catalog, "ahima/cca"))


def test_what_counts_from_before_is_called_an_estimate(catalog: Catalog) -> None:
    said = takeaways.describe_time_saved(plan(catalog, "ahima/cca", held="aapc/cpc"), "CPC")
    assert "an estimate from the wording" in said
    assert said.endswith("No time is left in the plan for: Compliance.")
    assert takeaways.describe_time_saved(plan(catalog, "ahima/cca"), "CPC") == ""


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (StudyHours(None, None, 120), "120 is a guess, yours to change"),
        (StudyHours(80, 80, 80), "The one source that gives hours says 80."),
        (StudyHours(60, 180, 120), "Sources give 60–180 hours; the plan begins with the middle."),
    ],
)
def test_where_the_hours_come_from_is_said(hours: StudyHours, said: str) -> None:
    assert said in takeaways.describe_study_hours(hours)


@pytest.mark.parametrize(
    ("credential", "said"),
    [
        ("ahima/cca", "AHIMA names 3 subjects for the CCA: medical terminology, anatomy"),
        ("aapc/cpc", "AAPC names none for the CPC. A program for it teaches: medical term"),
        ("nha/cehrs", "NHA names no subject to learn before the CEHRS"),
    ],
)
def test_who_names_the_subjects_is_said(catalog: Catalog, credential: str, said: str) -> None:
    issuer = catalog.issuers[catalog.credentials[credential].issuer].letters
    found = exam_subjects(catalog, credential)
    assert takeaways.describe_first_subjects(found, issuer, catalog.labels[credential]).startswith(
        said
    )


@pytest.mark.parametrize("key", ["aapc/cpc", "aapc/cpb", "nha/cbcs", "ahima/cca"])
def test_the_lowest_price_of_a_program_is_the_files(catalog: Catalog, key: str) -> None:
    fitting = [each for each in entries("programs") if key in each.get("prepares_for", [])]
    prices = {
        each["provider"]: min(end for price in each["tuition"] for end in ends(price["amount"]))
        for each in fitting
        if each.get("tuition")
    }
    sentence = takeaways.describe_programs(find_programs(catalog, ProgramCriteria(key)))
    assert sentence.startswith(f"{len(fitting)} program")
    if prices:
        provider = min(prices, key=lambda each: prices[each])
        assert f"the lowest is ${prices[provider]:,} ({provider})" in sentence
    else:
        assert "No price was found" in sentence


@pytest.mark.parametrize("key", ["aapc/cpc", "aapc/cpb", "ahima/ccs"])
def test_the_hours_that_others_give_are_the_files(catalog: Catalog, key: str) -> None:
    told = [
        each["hours"] for each in entries("times") if each["credential"] == key and "hours" in each
    ]
    hours = [end for each in told for end in ends(each)]
    said = takeaways.describe_study_hours(study_hours(catalog, key))
    if hours and min(hours) < max(hours):
        assert f"Sources give {min(hours)}–{max(hours)} hours" in said
    elif hours:
        assert f"says {hours[0]}" in said
    else:
        assert "No source gives hours" in said


def test_programs_are_counted_with_the_cheapest_and_the_unclear(catalog: Catalog) -> None:
    found = find_programs(catalog, ProgramCriteria("aapc/cpc", most_dollars=2_500))
    assert takeaways.describe_programs(found) == (
        "3 programs fit, ordered by lowest known price. A price is known for 3; the lowest is "
        f"$1,760 (Chronicles Billing School). Of {len(found.unclear)} more it cannot be said "
        "whether they do."
    )


def test_where_no_program_fits_the_unclear_are_still_counted(catalog: Catalog) -> None:
    found = find_programs(catalog, ProgramCriteria("ahima/ccs"))
    assert takeaways.describe_programs(found) == (
        f"No program fits. Of {len(found.unclear)} it cannot be said whether they do."
    )


def test_no_price_found_is_not_a_low_price(catalog: Catalog) -> None:
    found = find_programs(catalog, ProgramCriteria("ahima/rhit"))
    assert "No price was found" in takeaways.describe_programs(found)


def test_payers_who_name_the_credential_are_named(catalog: Catalog) -> None:
    assert takeaways.describe_payers(payers_of(catalog, "aapc/cpc"), "CPC") == (
        "2 of 9 payers were seen to name the CPC: US Department of Veterans Affairs; US Army. "
        "Whether the others pay for it has to be asked."
    )
    assert takeaways.describe_payers(payers_of(catalog, "acdis/ccds"), "CCDS").startswith(
        "None of 9"
    )


def test_a_cap_is_held_against_the_price(catalog: Catalog) -> None:
    gi_bill = payers_of(catalog, "aapc/cpc")[0].offerings[0]
    assert (
        takeaways.describe_exam_remainder(gi_bill) == "Its cap covers the whole price of this exam."
    )


@pytest.mark.parametrize(
    ("credential", "said"),
    [
        ("ahima/ccs", "Ask AHIMA about the rest: identification; "),
        ("aapc/cpc", "Ask AAPC about the rest: coming late, or not at all; "),
    ],
)
def test_what_is_not_known_of_the_day_is_named_with_whom_to_ask(
    catalog: Catalog, credential: str, said: str
) -> None:
    found = exam_day_facts(catalog, credential)
    issuer = catalog.issuers[catalog.credentials[credential].issuer].letters
    sentence = takeaways.describe_exam_day(found, catalog.labels[credential], issuer)
    known = sum(bool(lines) for lines in found.values())
    assert sentence.startswith(f"Something was found on {known} of 8 things")
    assert said in sentence


def test_a_retired_exam_warns_and_an_active_one_does_not(catalog: Catalog) -> None:
    assert "retired" in takeaways.warn_of_status(catalog.credentials["ahima/chp"])
    assert takeaways.warn_of_status(catalog.credentials["ahima/cca"]) == ""


@pytest.mark.parametrize(
    ("days", "said"),
    [(84, "12 weeks"), (37, "5 weeks and 2 days"), (7, "1 week"), (1, "1 day"), (0, "0 days")],
)
def test_days_are_said_in_weeks(days: int, said: str) -> None:
    assert format_weeks(days) == said
