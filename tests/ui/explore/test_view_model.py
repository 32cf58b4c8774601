"""What Explore shows, worked out without a screen."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import Interview
from cert_model.explore.credential_filters import PersonalView
from cert_model.explore.shelves import Shelf
from cert_model.vocabulary import Status, Verdict
from tests.ui.conftest import state_at
from ui.explore import view_model
from ui.explore.result_rows import Row
from ui.explore.view_model import MOST_IN_MATRIX, ROWS_AT_ONCE, ExploreState, ExploreView
from ui.shell.address_fields import Options
from ui.shell.page_state import format_query, parse


def view_at(options: Options, newcomer: PersonalView, **query: str) -> ExploreView:
    return view_model.build(options.catalog, newcomer, state_at(ExploreState, options, **query))


def all_rows(view: ExploreView) -> list[Row]:
    """The rows of everything that matches."""
    return view.rows(view.shown)


def test_without_a_filter_everything_is_shown(
    catalog: Catalog, newcomer: PersonalView, options: Options
) -> None:
    view = view_at(options, newcomer)
    assert {overview.id for overview in view.shown} == set(catalog.credentials)


def test_filters_of_one_kind_are_alternatives_and_of_two_kinds_narrow(
    newcomer: PersonalView, options: Options
) -> None:
    shown = view_at(options, newcomer, level="entry,core", issuer="ahima").shown
    assert {overview.issuer for overview in shown} == {"ahima"}
    assert {str(overview.level) for overview in shown} == {"entry", "core"}


def test_the_list_follows_the_order_of_the_state(newcomer: PersonalView, options: Options) -> None:
    shown = view_at(options, newcomer, order="-pass_rate").shown
    rates = [overview.pass_rate for overview in shown if overview.pass_rate is not None]
    assert rates == sorted(rates, reverse=True)


def test_each_active_filter_is_in_words(newcomer: PersonalView, options: Options) -> None:
    active = view_at(options, newcomer, q="coding", level="entry").active
    assert active.names == {"q": "Search: coding", "level": "Level: Entry"}


def test_a_choice_leaves_as_many_as_its_number_promises(
    newcomer: PersonalView, options: Options
) -> None:
    promised = view_at(options, newcomer).counts["issuer"]["ahima"]
    assert len(view_at(options, newcomer, issuer="ahima").shown) == promised


def test_picks_outside_the_list_are_not_shown_but_kept(
    newcomer: PersonalView, options: Options
) -> None:
    view = view_at(options, newcomer, issuer="ahima", pick="aapc/cpc,ahima/cca")
    assert view.picked == ["ahima/cca"]
    assert view.state.picked == ("aapc/cpc", "ahima/cca")
    assert "pick" not in format_query(view.state, options)


def test_a_picked_point_is_marked_in_the_picture(newcomer: PersonalView, options: Options) -> None:
    points = view_at(options, newcomer, pick="ahima/cca").effort_points.to_pylist()
    assert [point["id"] for point in points if point["chosen"]] == ["ahima/cca"]


def test_only_credentials_with_price_and_effort_are_drawn(
    newcomer: PersonalView, options: Options
) -> None:
    view = view_at(options, newcomer, effort="questions")
    drawn = {point["id"] for point in view.effort_points.to_pylist()}
    assert drawn == {
        overview.id
        for overview in view.shown
        if overview.exam_fee_low is not None and overview.questions is not None
    }


def test_a_point_with_an_estimate_says_so(newcomer: PersonalView, options: Options) -> None:
    points = {
        point["id"]: point
        for point in view_at(options, newcomer, issuer="aapc").effort_points.to_pylist()
    }
    assert points["aapc/cic"]["estimated"]
    assert not points["aapc/cpc"]["estimated"]


def test_an_estimated_price_has_its_mark_in_the_list(
    newcomer: PersonalView, options: Options
) -> None:
    rows = {row["id"]: row for row in all_rows(view_at(options, newcomer, issuer="aapc"))}
    assert rows["aapc/cic"]["cells"][0] == {
        "text": "$425",
        "mark": "≈",
        "standing": "estimated",
    }


def test_the_scope_picture_holds_the_first_of_the_list(
    newcomer: PersonalView, options: Options
) -> None:
    view = view_at(options, newcomer)
    assert [overview.id for overview in view.in_matrix] == [
        overview.id for overview in view.shown[:MOST_IN_MATRIX]
    ]


def test_each_row_ends_with_whether_the_person_may_sit(
    newcomer: PersonalView, options: Options
) -> None:
    rows = all_rows(view_at(options, newcomer, level="entry"))
    assert [row["cells"][-1]["text"] for row in rows] == [
        newcomer.verdict_texts[row["id"]] for row in rows
    ]


@pytest.mark.parametrize("answers", [{}, {"credentials": "aapc/cpc-a,ahima/rhia"}], ids=str)
def test_each_count_of_who_may_sit_is_that_of_the_rows_it_leads_to(
    catalog: Catalog, answers: dict[str, str]
) -> None:
    person = PersonalView(Interview(catalog, answers))
    options = Options(catalog, person.filters)
    counts = view_at(options, person).counts["sit"]
    exams = {sheet.exam_id for sheet in catalog.credentials.values()}
    assert sum(counts.values()) == len(exams)
    for term, count in counts.items():
        rows = all_rows(view_at(options, person, sit=term))
        texts = [row["cells"][-1]["text"] for row in rows]
        assert len(texts) == count
        assert all(Verdict(term).label in text for text in texts), term


def test_nothing_that_matches_is_an_empty_list(newcomer: PersonalView, options: Options) -> None:
    view = view_at(options, newcomer, issuer="nha", setting="hospice")
    assert view.shown == []
    assert not view.listed
    assert not view.apart


def test_a_long_list_stops_after_its_first_rows_and_loses_nothing(
    catalog: Catalog, newcomer: PersonalView, options: Options
) -> None:
    view = view_at(options, newcomer)
    whole = view_at(options, newcomer, rows="all")
    assert len(view.listed) == ROWS_AT_ONCE
    assert len(whole.listed) == ROWS_AT_ONCE + view.further
    assert whole.listed[:ROWS_AT_ONCE] == view.listed
    apart = [overview for part in whole.apart.values() for overview in part]
    assert len(whole.listed) + len(apart) == len(catalog.credentials)


def test_what_is_retired_foreign_or_little_known_stands_apart_from_a_long_list(
    newcomer: PersonalView, options: Options
) -> None:
    apart = view_at(options, newcomer).apart
    assert set(apart) == set(Shelf) - {Shelf.FRONT}
    assert "CHP" in {overview.label for overview in apart[Shelf.NOT_GIVEN]}
    assert {"US"} == {overview.country for overview in apart[Shelf.LITTLE_KNOWN]}
    assert "US" not in {overview.country for overview in apart[Shelf.ABROAD]}


def test_a_short_list_stays_whole(newcomer: PersonalView, options: Options) -> None:
    view = view_at(options, newcomer, issuer="ahima")
    assert view.listed == view.shown
    assert Status.RETIRED in {overview.status for overview in view.listed}
    assert not view.apart


def test_a_list_of_retired_ones_alone_hides_none(newcomer: PersonalView, options: Options) -> None:
    view = view_at(options, newcomer, status="retired")
    assert view.listed == view.shown


def test_a_search_that_finds_no_credential_leads_elsewhere(
    newcomer: PersonalView, options: Options
) -> None:
    titles = [item.title for item in view_at(options, newcomer, q="remote work").elsewhere]
    assert "Can I work from home?" in titles


@pytest.mark.parametrize("query", [{}, {"q": "CPC"}, {"q": "CPC", "issuer": "nha"}])
def test_a_search_that_names_credentials_leads_nowhere_else(
    newcomer: PersonalView, options: Options, query: dict[str, str]
) -> None:
    assert view_at(options, newcomer, **query).elsewhere == []


def test_a_row_says_how_many_hold_it_where_that_was_published(
    newcomer: PersonalView, options: Options
) -> None:
    rows = {row["label"]: row for row in all_rows(view_at(options, newcomer, issuer="aapc"))}
    assert rows["CPC"]["holders"] == {
        "text": "200,000 holders (2026)",
        "mark": "○",
        "standing": "third party, current",
    }
    assert rows["CRC"]["holders"]["text"] == ""


def test_an_address_comes_back_whatever_the_order_of_its_choices(options: Options) -> None:
    swapped = state_at(ExploreState, options, level="core,entry", role="billing,coding")
    straight = state_at(ExploreState, options, level="entry,core", role="coding,billing")
    assert format_query(swapped, options) == format_query(straight, options)


def test_a_term_of_no_filter_is_refused(options: Options) -> None:
    state, refused = parse(ExploreState, {"level": "entry,expert", "color": "red"}, options)
    assert state.filters["level"] == ("entry",)
    assert {(part.name, part.text) for part in refused} == {("level", "expert"), ("color", "red")}
