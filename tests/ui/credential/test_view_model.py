"""What the page of a credential shows, worked out without a screen."""

from datetime import date

import pytest

from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate
from cert_model.eligibility.questionnaire import Interview
from cert_model.explore.credential_filters import PersonalView
from cert_model.prices import estimate_exam_price
from cert_model.quality import as_at
from tests.catalogs import TODAY
from ui.credential import view_model
from ui.credential.view_model import CredentialState
from ui.shell.address_fields import Options
from ui.shell.page_state import parse


def test_an_active_credential_says_nothing_of_its_status(
    catalog: Catalog, newcomer: PersonalView
) -> None:
    view = view_model.build(catalog, newcomer, "aapc/cpc", is_of_today=True)
    assert view.title == "CPC · Certified Professional Coder"
    assert "status" not in view.byline


def test_a_retired_credential_says_so(catalog: Catalog, newcomer: PersonalView) -> None:
    retired = next(
        key for key, sheet in catalog.credentials.items() if sheet.status.value == "retired"
    )
    view = view_model.build(catalog, newcomer, retired, is_of_today=True)
    assert "**status: retired**" in view.byline


def test_a_price_that_nobody_published_is_not_found(
    catalog: Catalog, newcomer: PersonalView
) -> None:
    unpriced = next(
        key
        for key, sheet in catalog.credentials.items()
        if not sheet.fees and estimate_exam_price(catalog, sheet) is None
    )
    view = view_model.build(catalog, newcomer, unpriced, is_of_today=True)
    assert (view.exam_price.text, view.exam_price.statement) == ("not found", None)


def test_a_price_and_a_time_that_were_not_read_are_estimated_where_a_rule_applies(
    catalog: Catalog, newcomer: PersonalView
) -> None:
    view = view_model.build(catalog, newcomer, "aapc/canpc", is_of_today=True)
    for figure, text in ((view.exam_price, "≈ $425"), (view.exam_time, "≈ 4 h")):
        assert (figure.text, figure.statement) == (text, None)
        assert figure.estimate is not None
        assert figure.estimate.facts


def test_without_answers_there_is_no_outcome(catalog: Catalog, newcomer: PersonalView) -> None:
    view = view_model.build(catalog, newcomer, "ahima/cca", is_of_today=True)
    assert view.outcome is None
    assert view.has_open_questions


def test_answers_lead_to_an_outcome(catalog: Catalog) -> None:
    graduate = PersonalView(Interview(catalog, {"education": "high-school"}))
    view = view_model.build(catalog, graduate, "ahima/cca", is_of_today=True)
    assert view.outcome is not None
    assert view.outcome.id == "ahima/cca"
    assert view.next_step


def test_on_an_earlier_day_nothing_is_worked_out_for_a_person(catalog: Catalog) -> None:
    graduate = PersonalView(Interview(catalog, {"education": "high-school"}))
    earlier = as_at(catalog, date(2021, 6, 1))
    view = view_model.build(earlier, graduate, "aapc/cpc", is_of_today=False)
    assert view.outcome is None
    assert view.exam_time.text == "5 h 40 min"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-06-01", date(2021, 6, 1)),
        (TODAY.isoformat(), None),
        ("2999-01-01", None),
        ("1492-01-01", None),
        ("yesterday", None),
    ],
)
def test_only_a_day_before_today_is_an_earlier_day(
    options: Options, text: str, day: date | None
) -> None:
    state, refused = parse(CredentialState, {"id": "cpc", "at": text}, options)
    assert state.day == day
    assert [part.text for part in refused] == ([] if day else [text])


def test_what_is_likely_needs_no_answers_and_is_said_of_today_alone(
    catalog: Catalog, newcomer: PersonalView
) -> None:
    view = view_model.build(catalog, newcomer, "aapc/cgic", is_of_today=True)
    assert view.answer.startswith("Only AAPC can say whether you may sit for it (likely eligible).")
    assert view.likely is not None
    earlier = as_at(catalog, date(2021, 6, 1))
    assert view_model.build(earlier, newcomer, "aapc/cgic", is_of_today=False).likely is None
    assert view_model.build(catalog, newcomer, "aapc/cpc", is_of_today=True).likely is None


def test_a_closed_exam_and_one_held_with_a_mark_say_so(catalog: Catalog) -> None:
    apprentice = PersonalView(Interview(catalog, {"credentials": "aapc/cpc-a"}))
    closed = view_model.build(catalog, apprentice, "ahima/chp", is_of_today=True)
    marked = view_model.build(catalog, apprentice, "aapc/cpc", is_of_today=True)
    assert closed.answer == "Its exam is no longer given."
    assert marked.answer == "You hold it as CPC-A."


def test_the_lines_of_the_bill_add_up_to_what_earning_it_costs(
    catalog: Catalog, newcomer: PersonalView
) -> None:
    for key in ("aapc/cpc", "ahima/ccs"):
        view = view_model.build(catalog, newcomer, key, is_of_today=True)
        assert sum(row.money.typical for row in view.bill) == view.overview.to_earn


def test_an_earlier_day_has_no_bill(catalog: Catalog, newcomer: PersonalView) -> None:
    earlier = as_at(catalog, date(2021, 6, 1))
    assert view_model.build(earlier, newcomer, "aapc/cpc", is_of_today=False).bill == []


def test_only_those_who_may_sit_are_told_of_a_mark(
    catalog: Catalog, newcomer: PersonalView
) -> None:
    undecided = view_model.build(catalog, newcomer, "nha/cbcs", is_of_today=True)
    assert undecided.answer.startswith("Answer ")
    assert "mark" not in undecided.answer
    admitted = view_model.build(catalog, newcomer, "aapc/cpc", is_of_today=True)
    assert admitted.answer.startswith("You may sit for it now, and may start as CPC-A.")


def test_the_page_of_a_designation_begins_with_how_one_gets_it(
    catalog: Catalog, newcomer: PersonalView
) -> None:
    view = view_model.build(catalog, newcomer, "aapc/cpc-a", is_of_today=True)
    assert view.answer.startswith("You get it by passing the CPC exam")
    assert "may start as" not in view.answer


def test_a_pass_rate_goes_with_the_year_of_the_exams(
    catalog: Catalog, newcomer: PersonalView
) -> None:
    view = view_model.build(catalog, newcomer, "nha/cbcs", is_of_today=True)
    rate = newest_pass_rate(view.sheet.exam)
    assert rate is not None
    shown = next(figure for figure in view.key_figures if figure.title == "Pass rate")
    assert shown.note == str(rate.year)


def test_what_earning_costs_says_how_much_is_for_a_possible_retake(
    catalog: Catalog, newcomer: PersonalView
) -> None:
    view = view_model.build(catalog, newcomer, "aapc/cpc", is_of_today=True)
    earning = next(figure for figure in view.key_figures if figure.title == "To earn it")
    assert earning.note == "includes $149 for a possible retake"
