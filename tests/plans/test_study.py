"""How long one studies for an exam: one rule for My plan and Prepare."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.paths import PathAssumptions, all_plans
from cert_model.paths.sentences import describe_assumptions
from cert_model.paths.study import describe_study_hours, describe_what_months_count, study_hours
from tests.plans.made_up import anyone, catalog_of, sheet

TWO_MONTHS = catalog_of([sheet("OPEN", anyone())], study_months={"OPEN": 2})
OPEN = "demo/open"


@pytest.mark.parametrize("hours_a_week", [4, 8, 20])
def test_the_study_plan_and_the_dates_count_the_same_time(hours_a_week: float) -> None:
    assumptions = PathAssumptions(hours_a_week=hours_a_week)
    (plan,) = all_plans(TWO_MONTHS, Profile(complete=True), OPEN, assumptions)
    months_to_study = plan.months.typical - assumptions.months_to_book
    hours = study_hours(TWO_MONTHS, OPEN, assumptions)
    assert hours.usual == round(months_to_study * hours_a_week * 52 / 12)


def test_more_hours_a_week_are_no_more_hours() -> None:
    hours = {
        study_hours(TWO_MONTHS, OPEN, PathAssumptions(hours_a_week=week)).usual for week in (4, 20)
    }
    assert hours == {round(2 * 8 * 52 / 12)}


def test_what_sources_give_is_told_with_its_weeks(catalog: Catalog) -> None:
    hours = study_hours(catalog, "ahima/cca", PathAssumptions())
    assert describe_study_hours(catalog, hours) == (
        "Study for the CCA: 80 hours, 10 weeks at 8 hours a week. This is the one study time that "
        "was found."
    )


def test_study_times_that_differ_are_told_with_their_ends(catalog: Catalog) -> None:
    hours = study_hours(catalog, "aapc/cpc", PathAssumptions())
    text = describe_study_hours(catalog, hours)
    assert text.startswith("Study for the CPC: 120 hours, 15 weeks at 8 hours a week.")
    assert "Sources give 60 to 277 hours" in text


def test_a_guess_is_called_one(catalog: Catalog) -> None:
    hours = study_hours(catalog, "ahima/rhit", PathAssumptions())
    assert hours.is_assumed
    assert describe_study_hours(catalog, hours).endswith("a guess that you can change.")


@pytest.mark.parametrize(("target", "is_named"), [("ahima/cca", False), ("aapc/crc", True)])
def test_the_guess_is_named_only_where_a_plan_needs_it(
    catalog: Catalog, target: str, is_named: bool
) -> None:
    plans = all_plans(catalog, Profile(complete=True, education="bachelor"), target)
    text = describe_assumptions(PathAssumptions(), plans)
    assert ("whose study time was not found" in text) is is_named


def test_a_headline_says_from_how_many_sources_study_comes_and_that_training_is_not_counted(
    catalog: Catalog,
) -> None:
    (plan, *_) = all_plans(catalog, Profile(), "aapc/cpc")
    counted = describe_what_months_count(catalog, plan, PathAssumptions(), is_untrained=True)
    assert counted == (
        "Study counts as 120 hours for the CPC (from 3 sources) at 8 hours a week, and booking an "
        "exam as 1 month. Training is not counted."
    )


def test_study_that_nobody_timed_is_a_guess_in_a_headline(catalog: Catalog) -> None:
    (plan, *_) = all_plans(catalog, Profile(), "ahima/rhit")
    counted = describe_what_months_count(catalog, plan, PathAssumptions(), is_untrained=False)
    assert "100 hours for the RHIT (a guess)" in counted
    assert "Training" not in counted
