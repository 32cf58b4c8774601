"""What the page What I hold says of somebody, without a screen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from cert_model.catalog import Catalog
from cert_model.costs import Assumptions
from cert_model.formatting import format_day
from cert_model.renewal.log import LogEntry
from cert_model.renewal.request import CalendarDay
from cert_model.renewal.sentences import nearest_step
from cert_model.renewal.what_if import Difference
from tests.ui.conftest import state_at
from ui.keep.requests import EXAMPLE_IDS
from ui.keep.state import KeepState
from ui.keep.view_model import NEAR_DAYS, KeepView, build
from ui.shell.address_fields import Options
from ui.shell.visitor import Visitor

MARCH = CalendarDay(date(2027, 3, 31), exact=False)
HOLDER = Visitor(
    answers={"credentials": "aapc/cpc,ahima/ccs", "memberships": "aapc"},
    passed={
        "aapc/cpc": CalendarDay(date(2024, 5, 10)),
        "ahima/ccs": CalendarDay(date(2025, 8, 1), exact=False),
    },
    renews={"aapc": MARCH},
)
COURSE = LogEntry(date(2026, 3, 31), "Auditing", 4, ("aapc",))

BuildView = Callable[..., KeepView]


@pytest.fixture
def view_of(catalog: Catalog, options: Options) -> BuildView:
    """Builds the view for a visitor and choices on the page."""

    def built(
        visitor: Visitor = HOLDER, entries: tuple[LogEntry, ...] = (), **choices: str
    ) -> KeepView:
        view = build(catalog, visitor, state_at(KeepState, options, **choices), entries)
        assert view is not None
        return view

    return built


def test_without_anything_held_there_is_nothing_to_show(catalog: Catalog) -> None:
    assert build(catalog, Visitor(), KeepState()) is None


def test_the_answer_names_what_is_due_by_when_at_each_issuer(view_of: BuildView) -> None:
    headline = view_of().headline
    assert headline.startswith("36 CEUs at AAPC by March 2027 and 20 CEUs at AHIMA by ")
    assert "a month from now" in headline


def test_every_credential_has_an_answer(view_of: BuildView, catalog: Catalog) -> None:
    for key in catalog.credentials:
        view = view_of(Visitor(answers={"credentials": key}))
        assert view.headline, key
        assert len(view.key_figures) == 4, key


def test_what_an_address_names_is_shown_beside_what_is_held(view_of: BuildView) -> None:
    view = view_of(Visitor(answers={"credentials": "ahima/ccs"}), held="cpc")
    assert view.held == ("ahima/ccs", "aapc/cpc")


def test_the_example_says_nothing_of_the_visitor(view_of: BuildView) -> None:
    view = view_of(Visitor(answers={"credentials": "nha/cbcs"}), example="yes")
    assert view.held == tuple(EXAMPLE_IDS)
    assert "credentials" in view.visitor.answers
    assert view.is_example


def test_the_first_key_figure_says_what_to_add_while_no_end_is_known(view_of: BuildView) -> None:
    pace, next_date, *_ = view_of(Visitor(answers={"credentials": "aapc/cpc"})).key_figures
    assert (pace.text, pace.note) == ("–", "enter below when your cycle ends")
    assert (next_date.text, next_date.note) == ("–", "no date is known yet")


def test_somebody_who_has_what_is_due_is_told_so(view_of: BuildView) -> None:
    visitor = Visitor(
        answers={"credentials": "aapc/cpc"}, renews={"aapc": MARCH}, earned={"aapc": 40.0}
    )
    assert view_of(visitor).key_figures[0].text == "0"


def test_the_cost_of_a_year_says_at_what_price_ceus_count_in_it(view_of: BuildView) -> None:
    cost = view_of().key_figures[3]
    assert f"CEUs, counted as bought at ${Assumptions().ceu_price:g} each" in cost.note
    assert cost.leads_to is not None


def test_after_a_missed_date_the_next_date_is_that_of_the_way_back(view_of: BuildView) -> None:
    lapsed = Visitor(
        answers={"credentials": "aapc/cpc"},
        renews={"aapc": CalendarDay(date(2026, 10, 31), exact=False)},
    )
    view = view_of(lapsed)
    _, next_date, *_ = view.key_figures
    step = nearest_step(view.plan)
    assert step is not None
    assert step.earliest is not None
    assert next_date.text == format_day(step.earliest)
    assert step.earliest < min(event.day.day for event in view.coming if event.money)
    assert view.strip_title == "What was due, and the next 24 months"


def test_the_next_date_is_the_first_that_is_still_to_come(view_of: BuildView) -> None:
    assert view_of().key_figures[1].text == "March 2027"


def test_the_table_of_all_issuers_tells_not_known_from_nothing(view_of: BuildView) -> None:
    table = view_of(replace(HOLDER, renews={}, earned={"ahima": 5.0})).overview
    assert table["Issuer"] == ["AHIMA", "AAPC"]
    assert table["Ends"][1] == "not known"
    assert table["You have"] == ["5", "–"]
    assert table["Left"] == ["15", "not known"]


def test_what_is_held_stays_in_its_order_whichever_cycle_ends_first(view_of: BuildView) -> None:
    for renews in ({}, {"aapc": MARCH}, {"ahima": MARCH}):
        view = view_of(replace(HOLDER, renews=renews))
        assert [part.issuer.id for part in view.parts_as_held] == ["aapc", "ahima"]
    assert view_of(replace(HOLDER, renews={})).parts[0].issuer.id == "ahima"


def test_membership_is_asked_about_only_where_it_is_left_to_the_holder(view_of: BuildView) -> None:
    view = view_of()
    asked = [part.issuer.id for part in view.parts_as_held if view.may_choose_membership(part)]
    assert asked == ["ahima"]


def test_a_date_that_is_near_puts_its_ladder_first(view_of: BuildView, catalog: Catalog) -> None:
    near = CalendarDay(catalog.today + timedelta(NEAR_DAYS))
    pressing = view_of(replace(HOLDER, renews={"aapc": near})).pressing
    assert [part.issuer.id for part in pressing] == ["aapc"]


def test_a_date_far_off_leaves_its_ladder_folded(view_of: BuildView, catalog: Catalog) -> None:
    later = CalendarDay(catalog.today + timedelta(NEAR_DAYS + 1))
    view = view_of(replace(HOLDER, renews={"aapc": later}))
    assert view.pressing == []
    assert {part.issuer.id for part in view.not_pressing} == {"aapc", "ahima"}


def test_the_strip_has_a_point_for_each_date_and_names_what_it_is(view_of: BuildView) -> None:
    view = view_of()
    rows = view.strip_rows.to_pylist()
    assert len(rows) == len(view.events) == len(view.event_table["When"])
    assert {"AAPC, CEUs", "AAPC, fees", "AHIMA, CEUs"} <= {row["row"] for row in rows}
    assert rows[0]["label"] == "36 CEUs"
    assert {row["side"] for row in rows} == {"left", "right"}


def test_today_is_marked_among_dates_that_are_past_alone(view_of: BuildView) -> None:
    past = CalendarDay(date(2026, 9, 30))
    overdue = view_of(replace(HOLDER, renews={"aapc": past}))
    assert overdue.strip_rows.column("today").null_count == 0
    assert view_of().strip_rows.column("today").null_count == len(view_of().events)


def test_each_step_of_a_lapse_has_a_row_so_that_no_words_collide(view_of: BuildView) -> None:
    overdue = view_of(replace(HOLDER, renews={"aapc": CalendarDay(date(2026, 10, 31))}))
    rows = overdue.strip_rows.to_pylist()
    steps = [row for row in rows if row["kind"] == "lapse"]
    assert len({row["row"] for row in steps}) == len(steps) > 1
    assert {row["label"] for row in steps} == {""}
    fees = [row["place"] for row in rows if row["row"] == "AAPC, fees"]
    assert max(fees) < min(row["place"] for row in steps)


def test_adding_one_says_what_changes_and_what_it_costs_to_earn(view_of: BuildView) -> None:
    addition = view_of(add="aapc/cpma").addition
    assert isinstance(addition, Difference)
    table = KeepView.difference_table(addition)
    assert table["Now"][0] == "36"
    assert table["Then"][0] == "40"


def test_adding_what_is_held_is_refused_in_words(view_of: BuildView) -> None:
    assert view_of(add="aapc/cpc").addition == "You already hold the CPC."


def test_dropping_the_last_at_an_issuer_leaves_none(view_of: BuildView) -> None:
    omission = view_of(drop="ahima/ccs").omission
    assert isinstance(omission, Difference)
    assert KeepView.difference_table(omission)["Then"][1] == "none"


def test_what_is_not_held_cannot_be_dropped(view_of: BuildView) -> None:
    assert view_of(drop="nha/cbcs").omission == "You do not hold the CBCS."


def test_the_log_counts_where_no_number_was_typed(view_of: BuildView) -> None:
    assert view_of(entries=(COURSE,)).parts[0].earned == 4
    typed = view_of(replace(HOLDER, earned={"aapc": 12.0}), (COURSE,))
    assert typed.parts[0].earned == 12
    assert typed.stated_beside_log == ["aapc"]
    assert view_of(replace(HOLDER, earned={"aapc": 12.0})).stated_beside_log == []


def test_the_log_says_what_counts_and_what_does_not(view_of: BuildView) -> None:
    before = replace(COURSE, day=date(2020, 1, 1))
    elsewhere, silent = replace(COURSE, issuers=("nha",)), replace(COURSE, issuers=())
    view = view_of(entries=(before, elsewhere, silent, COURSE))
    assert view.log_sentence == (
        "4 entries: 4 at AAPC and 0 at AHIMA this cycle; 4 in other cycles; 1 entry for none "
        "of these issuers."
    )
    assert view.no_issuer_sentence == "1 entry names no issuer, so it counts nowhere."
    assert view.log_table["Day"][0] == "March 31, 2026"


def test_the_subjects_that_a_rule_names_are_listed_once(view_of: BuildView) -> None:
    topics = view_of(Visitor(answers={"credentials": "aapc/cpma,aapc/cpc"})).topics
    assert len(topics) == 1
    assert "audit" in topics[0].lower()


def test_free_ceus_stand_before_those_with_a_price_and_those_without_one(
    view_of: BuildView,
) -> None:
    view = view_of(Visitor(answers={"credentials": "amca/mcbc,aapc/cpc"}))
    offers = [offer for listed in view.offers.values() for offer in listed]
    assert {offer.issuer for offer in offers} == {"aapc", "amca"}
    aapc = [offer.price_per_ceu for offer in view.offers["aapc"]]
    assert aapc == sorted(aapc, key=lambda price: price is None)


def test_what_is_not_known_is_named_with_whom_to_ask(view_of: BuildView) -> None:
    points = view_of(Visitor(answers={"credentials": "nha/cbcs"})).unknown
    assert points
    assert all(point.what.endswith(".") for point in points)
