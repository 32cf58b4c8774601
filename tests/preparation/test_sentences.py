"""Sentences on preparation repeat what the plans, programs and payers contain."""

from datetime import date
from typing import Any

import pytest
import yaml

from cert_model.catalog import Catalog
from cert_model.formatting import format_weeks
from cert_model.preparation import (
    ExamOverlap,
    ProgramCriteria,
    SharedSubject,
    StudyPlan,
    StudyRequest,
    build_study_plan,
    exam_day_facts,
    exam_overlap,
    exam_subjects,
    find_programs,
    payers_of,
)
from cert_model.preparation import sentences as takeaways
from cert_model.schema.outcomes import Outcome
from tests.catalogs import project_catalog
from tests.paths import DATA

DAY = date(2026, 12, 1)
FOLDER = DATA / "preparation"


def entries(name: str) -> list[dict[str, Any]]:
    """The entries of a file on preparation, read without the project's code."""
    file: dict[str, list[dict[str, Any]]]
    file = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return file[name]


def ends(amount: dict[str, Any]) -> list[float]:
    """The value of a fact, or both ends of its range."""
    return [amount[end] for end in ("value", "low", "high") if end in amount]


def plan(catalog: Catalog, credential: str, **more: object) -> StudyPlan:
    return build_study_plan(catalog, StudyRequest(credential, 120, DAY, **more))  # type: ignore[arg-type]


def test_a_plan_says_how_long_and_from_when_to_when(catalog: Catalog) -> None:
    assert takeaways.describe_plan(plan(catalog, "ahima/cca")) == (
        "120 hours at 8 hours a week take 15 weeks: from December 1, 2026 to March 15, 2027."
    )


def test_a_plan_to_an_exam_says_so(catalog: Catalog) -> None:
    sentence = takeaways.describe_plan(plan(catalog, "ahima/cca", to_exam=True))
    assert sentence.endswith("to November 30, 2026, the day before the exam.")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 9, 1), ""),
        (date(2026, 10, 20), "If you start today, it takes 20 hours a week."),
        (date(2026, 12, 1), "That day has passed"),
    ],
)
def test_a_plan_that_should_have_started_gives_the_hours_a_week_it_takes_now(
    catalog: Catalog, today: date, expected: str
) -> None:
    assert expected in takeaways.describe_late_start(
        plan(catalog, "ahima/cca", to_exam=True), today
    )


def test_weights_that_are_not_known_are_named(catalog: Catalog) -> None:
    assert "were not found, so each part gets the same" in takeaways.describe_basis(
        plan(catalog, "acdis/ccds-o")
    )
    assert "is one block" in takeaways.describe_basis(plan(catalog, "acdis/ccds"))
    assert "so those parts share the hours that are left" in takeaways.describe_basis(
        plan(catalog, "ahima/cca")
    )


@pytest.mark.parametrize(
    ("held", "start", "end"),
    [
        (None, "", ""),
        ("aapc/cpc", "Holding the CPC saves ", "it says nothing about depth."),
        ("ahima/chda", "This exam and the CHDA exam have no subject in common.", ""),
        (
            "amba/cmrs",
            "Holding the CMRS saves no time in this plan: the weights of the CMRS exam were not",
            " found.",
        ),
    ],
)
def test_time_saved_is_an_estimate_and_none_saved_has_its_reason(
    catalog: Catalog, held: str | None, start: str, end: str
) -> None:
    sentence = takeaways.describe_time_saved(catalog, plan(catalog, "ahima/ccs", held=held))
    assert sentence.startswith(start)
    assert sentence.endswith(end)


def test_parts_of_the_exam_that_get_no_time_are_named(catalog: Catalog) -> None:
    sentence = takeaways.describe_time_saved(
        catalog, plan(catalog, "ahima/rhit", held="ahima/chps")
    )
    assert "The plan leaves out: Access, disclosure" in sentence


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("aapc/cpc-a", "CPC and CPC-A: all (both have the same exam)."),
        ("ahima/chda", "CPC and CHDA: nothing (they have no subject in common)."),
        ("amba/cmrs", "CPC and CMRS: no number (the weights of the CMRS exam were not found)."),
        ("ahima/cca", "CPC and CCA: no number (not all weights of the CCA exam were found)."),
        ("aapc/cic", "CPC and CIC: no number (the parts of the CIC exam were not found)."),
    ],
)
def test_an_overlap_without_a_number_says_why(catalog: Catalog, second: str, expected: str) -> None:
    assert (
        takeaways.describe_overlap(catalog, exam_overlap(catalog, "aapc/cpc", second)) == expected
    )


def test_an_overlap_names_its_largest_subjects_and_counts_the_others() -> None:
    subjects = tuple(SharedSubject(name, name, 50 - 10 * at) for at, name in enumerate("ABCDE"))
    overlap = ExamOverlap(("aapc/cpc", "ahima/ccs"), 99.6, subjects)
    sentence = takeaways.describe_overlap(project_catalog(), overlap)
    assert sentence == "CPC and CCS: about 100% (A 50%; B 40%; C 30%; 2 more)."


@pytest.mark.parametrize(
    ("credential", "expected"),
    [
        ("ahima/cca", "AHIMA names 3 subjects for the CCA: medical terminology, anatomy"),
        (
            "aapc/cpc",
            "AAPC names no subject to learn for the CPC. A program for it teaches medical term",
        ),
        ("nha/cehrs", "Neither NHA nor any program names a subject to learn before the CEHRS"),
    ],
)
def test_the_subjects_are_given_with_who_names_them(
    catalog: Catalog, credential: str, expected: str
) -> None:
    issuer = catalog.issuers[catalog.credentials[credential].issuer].letters
    subjects = exam_subjects(catalog, credential)
    label = catalog.labels[credential]
    assert takeaways.describe_first_subjects(subjects, issuer, label).startswith(expected)


@pytest.mark.parametrize("key", ["aapc/cpc", "aapc/cpb", "nha/cbcs", "ahima/cca"])
def test_the_lowest_price_of_a_program_is_the_files(catalog: Catalog, key: str) -> None:
    fitting = [program for program in entries("programs") if key in program.get("prepares_for", [])]
    prices = {
        program["provider"]: min(
            end for price in program["tuition"] for end in ends(price["amount"])
        )
        for program in fitting
        if program.get("tuition")
    }
    sentence = takeaways.describe_programs(find_programs(catalog, ProgramCriteria(key)))
    assert sentence.startswith(f"{len(fitting)} program")
    if prices:
        provider = min(prices, key=prices.__getitem__)
        assert f"the lowest is ${prices[provider]:,} ({provider})" in sentence
    else:
        assert "No price was found" in sentence


def test_programs_are_counted_with_the_cheapest_and_the_unclear(catalog: Catalog) -> None:
    programs = find_programs(catalog, ProgramCriteria("aapc/cpc", most_dollars=2_500))
    assert takeaways.describe_programs(programs) == (
        "3 programs fit, ordered by lowest known price. A price is known for 3; the lowest is "
        f"$1,760 (Chronicles Billing School). Too little is known about {len(programs.unclear)} "
        "more programs to tell."
    )


def test_where_no_program_fits_the_unclear_are_still_counted(catalog: Catalog) -> None:
    programs = find_programs(catalog, ProgramCriteria("ahima/ccs"))
    assert takeaways.describe_programs(programs) == (
        f"No program fits. Too little is known about {len(programs.unclear)} programs to tell."
    )


def test_no_price_found_is_not_a_low_price(catalog: Catalog) -> None:
    programs = find_programs(catalog, ProgramCriteria("ahima/rhit"))
    assert "No price was found" in takeaways.describe_programs(programs)


def test_payers_who_name_the_credential_are_named(catalog: Catalog) -> None:
    assert takeaways.describe_payers(payers_of(catalog, "aapc/cpc"), "CPC") == (
        "2 of 9 payers are known to name the CPC: US Department of Veterans Affairs; US Army. "
        "Ask the others whether they pay for it."
    )
    assert takeaways.describe_payers(payers_of(catalog, "acdis/ccds"), "CCDS").startswith(
        "None of 9"
    )


def test_a_cap_is_compared_with_the_price(catalog: Catalog) -> None:
    naming = [payer for payer in payers_of(catalog, "aapc/cpc") if payer.covers]
    gi_bill = naming[0].offerings[0]
    assert (
        takeaways.describe_exam_remainder(gi_bill) == "Its cap covers the whole price of this exam."
    )


@pytest.mark.parametrize(
    ("credential", "expected"),
    [
        ("ahima/ccs", "Ask AHIMA about the rest: identification; "),
        ("aapc/cpc", "Ask AAPC about the rest: arriving late or not at all; "),
    ],
)
def test_what_is_not_known_of_the_day_is_named_with_whom_to_ask(
    catalog: Catalog, credential: str, expected: str
) -> None:
    facts = exam_day_facts(catalog, credential)
    issuer = catalog.issuers[catalog.credentials[credential].issuer].letters
    sentence = takeaways.describe_exam_day(facts, catalog.labels[credential], issuer)
    known = sum(bool(of_topic) for of_topic in facts.values())
    assert sentence.startswith(f"We found answers on {known} of 8 topics")
    assert expected in sentence


def test_a_retired_exam_warns_and_an_active_one_does_not(catalog: Catalog) -> None:
    assert "retired" in takeaways.warn_of_status(catalog.credentials["ahima/chp"])
    assert takeaways.warn_of_status(catalog.credentials["ahima/cca"]) == ""


@pytest.mark.parametrize(
    ("days", "expected"),
    [(84, "12 weeks"), (37, "5 weeks and 2 days"), (7, "1 week"), (1, "1 day"), (0, "0 days")],
)
def test_days_are_given_in_weeks(days: int, expected: str) -> None:
    assert format_weeks(days) == expected


def test_outcomes_name_the_states_whose_work_is_counted() -> None:
    outcome = Outcome.model_validate(
        {
            "state": "NJ",
            "subject": "medical coding",
            "completers": 40,
            "employed": 55.5,
            "employed_after_a_year": 60,
            "quarterly_pay": 6000,
            "quarterly_pay_after_a_year": 6500,
            "src": ["a-page"],
        }
    )
    sentence = takeaways.describe_outcomes([outcome, outcome])
    assert sentence.startswith("Counted in New Jersey, ")
