"""The catalog of an earlier day shows what had begun by then, and nothing later."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.explore import comparison
from cert_model.export.fact_sheets import sheet_as_json
from cert_model.frames import frames_of
from cert_model.overview import overviews
from cert_model.quality import as_at, diff_catalogs, find_stale, measure_coverage
from cert_model.quality.past import first_day_held
from cert_model.schema.dates import first_day
from cert_model.schema.facts import find_statements
from cert_model.vocabulary import Status
from tests.catalogs import TODAY
from tests.effort import percent_of_examples

DAYS = st.dates(date(1995, 1, 1), TODAY)


def sheets(catalog: Catalog) -> list[object]:
    return [
        *catalog.credentials.values(),
        *catalog.issuers.values(),
        catalog.preparation,
        catalog.careers,
    ]


def test_today_is_the_catalog_itself(catalog: Catalog) -> None:
    assert as_at(catalog, TODAY) == catalog


def test_a_day_to_come_is_today(catalog: Catalog) -> None:
    assert as_at(catalog, TODAY + timedelta(days=400)) == catalog


@percent_of_examples(8)
@given(day=DAYS)
def test_nothing_is_shown_that_began_later(catalog: Catalog, day: date) -> None:
    then = as_at(catalog, day)
    for sheet in sheets(then) if day < TODAY else ():
        for path, statement in find_statements(sheet):  # type: ignore[arg-type]
            if getattr(statement, "value", None) is not Status.UNKNOWN:
                begun = first_day_held(statement, then.sources)
                assert begun is not None, path
                assert begun <= day, path


@percent_of_examples(8)
@given(day=DAYS)
def test_no_date_lies_after_the_day(catalog: Catalog, day: date) -> None:
    dates = frames_of(as_at(catalog, day)).facts["as_of"].dropna()
    assert day == TODAY or all(first_day(period) <= day for period in dates)


@percent_of_examples(8)
@given(first=DAYS, second=DAYS)
def test_going_back_twice_is_going_back_to_the_earlier_day(
    catalog: Catalog, first: date, second: date
) -> None:
    assert as_at(as_at(catalog, first), second) == as_at(catalog, min(first, second))


@percent_of_examples(4)
@given(day=DAYS)
def test_the_sheets_of_an_earlier_day_are_valid(catalog: Catalog, day: date) -> None:
    then = as_at(catalog, day)
    for sheet in (*then.credentials.values(), *then.issuers.values(), then.preparation):
        again = type(sheet).model_validate_json(sheet.model_dump_json())
        assert again == sheet


@pytest.mark.parametrize("year", [2005, 2015, 2022, 2025])
def test_whatever_runs_on_the_catalog_runs_on_that_of_an_earlier_day(
    catalog: Catalog, year: int
) -> None:
    then = as_at(catalog, date(year, 6, 1))
    assert set(overviews(then)) == set(catalog.credentials)
    assert comparison.compare(then, ["aapc/cpc", "ahima/ccs"])
    assert measure_coverage(then).states.keys() == catalog.credentials.keys()
    assert sheet_as_json(then, "aapc/cpc")["id"] == "aapc/cpc"
    assert all(item.age_months is None or item.age_months >= 0 for item in find_stale(then))


def test_a_fact_has_the_newest_reading_that_had_begun(handmade: Catalog) -> None:
    questions = [
        as_at(handmade, day).credentials["demo/abc"].exam.questions
        for day in (date(2020, 1, 1), date(2021, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
    ]
    assert [None if fact is None else fact.value for fact in questions] == [None, 150, 150, 100]


def test_a_reading_taken_back_is_no_longer_disputed(handmade: Catalog) -> None:
    questions = as_at(handmade, date(2025, 6, 1)).credentials["demo/abc"].exam.questions
    assert questions is not None
    assert (questions.disputed, questions.why) == ((), None)


def test_what_came_after_is_not_in_the_history(handmade: Catalog) -> None:
    questions = as_at(handmade, date(2021, 6, 1)).credentials["demo/abc"].exam.questions
    assert questions is not None
    assert questions.history == ()


def test_a_status_that_was_not_known_is_unknown(handmade: Catalog) -> None:
    assert as_at(handmade, date(2025, 1, 1)).credentials["demo/abc"].status.value is Status.UNKNOWN


def test_a_rule_is_known_only_as_a_whole(handmade: Catalog) -> None:
    assert as_at(handmade, date(2025, 1, 1)).credentials["demo/abc"].eligibility.required is None


def test_a_price_line_dropped_since_is_in_force_again(handmade: Catalog) -> None:
    fees = as_at(handmade, date(2020, 1, 1)).credentials["demo/abc"].fees
    assert [(fee.kind.value, fee.amount and fee.amount.value) for fee in fees] == [
        ("exam", 180),
        ("retake", 90),
    ]


def test_no_accreditation_known_is_not_known_to_be_none(handmade: Catalog) -> None:
    assert as_at(handmade, date(2021, 1, 1)).credentials["demo/abc"].accreditation is None


def test_what_has_no_date_counts_from_its_earliest_source(handmade: Catalog) -> None:
    survey = handmade.issuers["demo"].disputed[0].values[0]
    assert first_day_held(survey, handmade.sources) == date(2025, 1, 1)


def test_the_ages_of_facts_are_those_of_the_day(handmade: Catalog) -> None:
    ages = [
        item.age_months
        for catalog in (
            handmade,
            as_at(handmade, date(2024, 6, 30)),
            as_at(handmade, date(2022, 6, 30)),
        )
        for item in find_stale(catalog)
        if (item.statement.subject, item.statement.field) == ("demo/abc", "exam.minutes")
    ]
    assert ages == [76, 48]


def test_a_value_that_changed_since_a_day_has_a_sentence(handmade: Catalog) -> None:
    changes = diff_catalogs(as_at(handmade, date(2022, 1, 1)), handmade)
    sentences = [change.sentence for change in changes]
    assert "Questions: from 150 (2021) to 100 (2026)" in sentences
