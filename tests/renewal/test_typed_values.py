"""Days and CEUs are read in the forms that people write, and refused in one line otherwise."""

from datetime import date

import pytest

from cert_model.catalog import Catalog
from cert_model.renewal.request import CalendarDay
from cert_model.renewal.typed_values import (
    BadCeus,
    BadDay,
    check_end,
    check_passed,
    parse_typed_ceus,
    parse_typed_day,
    parse_typed_end,
    read_iso_day,
)

TENTH_OF_MAY = CalendarDay(date(2025, 5, 10))
MAY = CalendarDay(date(2025, 5, 1), exact=False)
TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    "text",
    [
        *("2025-05-10", "2025-5-10", "2025/05/10", "5/10/2025", "05/10/2025", "5-10-2025"),
        *("May 10, 2025", "may 10 2025", "May 10th, 2025", "10 May 2025", "10-May-2025"),
        *("  2025-05-10 ", "May  10,  2025", "10.5.2025", "5/10/25"),
    ],
)
def test_a_day_is_read_in_the_usual_forms_the_month_first(text: str) -> None:
    assert parse_typed_day(text) == TENTH_OF_MAY


@pytest.mark.parametrize(
    "text", ["2025-05", "2025/5", "5/2025", "05 2025", "May 2025", "MAY, 2025", "2025 May"]
)
def test_a_month_stands_for_its_first_day_and_is_not_exact(text: str) -> None:
    assert parse_typed_day(text) == MAY


@pytest.mark.parametrize("text", ["Feb 2028", "2028-02"])
def test_the_month_in_which_something_ends_stands_for_its_last_day(text: str) -> None:
    assert parse_typed_day(text, month_end=True) == CalendarDay(date(2028, 2, 29), exact=False)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        *(("March", "2027-03-31"), ("Mar", "2027-03-31"), (" feb. ", "2027-02-28")),
        *(("October", "2027-10-31"), ("November", "2026-11-30"), ("december", "2026-12-31")),
    ],
)
def test_the_month_of_an_end_without_a_year_is_the_next_of_that_name(text: str, last: str) -> None:
    assert parse_typed_end(text, TODAY) == CalendarDay(date.fromisoformat(last), exact=False)


@pytest.mark.parametrize("text", ["March", "Mar"])
def test_a_month_without_a_year_is_no_day_in_the_past(text: str) -> None:
    with pytest.raises(BadDay, match=f'"{text}" is not a day'):
        parse_typed_day(text)


@pytest.mark.parametrize("text", ["soon", "Ma", "Marching", "3"])
def test_what_names_no_month_is_no_end(text: str) -> None:
    with pytest.raises(BadDay):
        parse_typed_end(text, TODAY)


def test_the_end_of_a_month_with_its_year_is_that_month(catalog: Catalog) -> None:
    march = CalendarDay(date(2028, 3, 31), exact=False)
    assert parse_typed_end("3/2028", TODAY) == march


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2030-05", "^May 2030 is in the future; enter the day you passed$"),
        (
            "2001-12-31",
            "^December 31, 2001 is before anyone could hold the CCA; the earliest day is",
        ),
    ],
)
def test_a_day_on_which_nobody_passed_is_refused_in_plain_words(
    catalog: Catalog, text: str, words: str
) -> None:
    with pytest.raises(BadDay, match=words):
        check_passed(catalog, "ahima/cca", read_iso_day(text))


@pytest.mark.parametrize("text", ["2025-02-30", "2/30/2025", "Feb 30, 2025", "February 29, 2025"])
def test_a_day_that_no_calendar_has_is_named_as_such(text: str) -> None:
    with pytest.raises(BadDay, match="is not on the calendar"):
        parse_typed_day(text)


@pytest.mark.parametrize("text", ["", "soon", "2025", "13/2025", "2025-13", "Foo 2025", "10.5.25"])
def test_what_names_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadDay, match="write a day such as 2025-05-10 or 5/10/2025"):
        parse_typed_day(text)


def test_a_year_of_another_age_is_refused() -> None:
    with pytest.raises(BadDay, match="too long ago"):
        parse_typed_day("1825-05-10")


@pytest.mark.parametrize("day", [TENTH_OF_MAY, MAY])
def test_what_is_written_is_read_back(day: CalendarDay) -> None:
    assert read_iso_day(str(day)) == day


@pytest.mark.parametrize("text", ["5/10/2025", "2025-5-10", " 2025-05", "２０２５-05"])
def test_an_address_takes_one_form_alone(text: str) -> None:
    with pytest.raises(BadDay):
        read_iso_day(text)


@pytest.mark.parametrize(("end", "fits"), [("2016-11-28", True), ("2016-11-27", False)])
def test_an_end_lies_ten_years_away_at_most(end: str, fits: bool) -> None:
    if fits:
        check_end(read_iso_day(end), TODAY)
        return
    with pytest.raises(BadDay, match="expected a day from November 28, 2016"):
        check_end(read_iso_day(end), TODAY)


@pytest.mark.parametrize(
    ("text", "ceus"), [("12", 12), ("1.5", 1.5), ("1,5", 1.5), ("12 CEUs", 12), (" 0 ", 0)]
)
def test_ceus_are_read_with_a_unit_or_without(text: str, ceus: float) -> None:
    assert parse_typed_ceus(text) == ceus


@pytest.mark.parametrize("text", ["-1", "1001", "nan", "many", "", "1.", "1e2"])
def test_a_number_of_ceus_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(BadCeus, match="write 0 to 1,000"):
        parse_typed_ceus(text)
