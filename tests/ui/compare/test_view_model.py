"""What Compare shows, worked out without a screen."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import Interview
from cert_model.explore.credential_filters import PersonalView
from tests.ui.conftest import state_at
from ui.compare import view_model
from ui.compare.view_model import CompareState, CompareView
from ui.shell.address_fields import Options
from ui.shell.page_state import parse

THREE = "cpc,ccs,cca"


@pytest.fixture
def view(catalog: Catalog, newcomer: PersonalView, options: Options) -> CompareView:
    return view_model.build(catalog, newcomer, state_at(CompareState, options, ids=THREE))


def test_columns_stand_in_the_order_of_the_address(view: CompareView) -> None:
    assert list(view.labels.values()) == ["CPC", "CCS", "CCA"]


def test_costs_are_added_up_over_the_years_of_the_state(
    catalog: Catalog, newcomer: PersonalView, options: Options
) -> None:
    state = state_at(CompareState, options, ids=THREE, years="3")
    plans = view_model.build(catalog, newcomer, state).plans
    assert {plan.request.years for plan in plans.values()} == {3}
    assert list(plans) == ["CPC", "CCS", "CCA"]


def test_each_credential_has_its_own_bar_and_line(view: CompareView) -> None:
    assert set(view.cost_parts["bar"].to_pylist()) == {"CPC", "CCS", "CCA"}
    assert set(view.cost_by_year["label"].to_pylist()) == {"CPC", "CCS", "CCA"}


def test_the_parts_of_a_bar_add_up_to_the_total(view: CompareView) -> None:
    parts = view.cost_parts.to_pandas().groupby("bar")["dollars"].sum()
    for label, plan in view.plans.items():
        assert parts[label] == pytest.approx(plan.total.typical)


def test_a_total_that_lacks_a_price_is_not_drawn_beside_others_and_named_once(
    catalog: Catalog, newcomer: PersonalView, options: Options
) -> None:
    state = state_at(CompareState, options, ids="cct,cpc")
    view = view_model.build(catalog, newcomer, state)
    bars = dict.fromkeys(view.cost_parts["bar"].to_pylist())
    lines = dict.fromkeys(view.cost_by_year["label"].to_pylist())
    assert list(bars) == list(lines) == ["CPC"]
    assert "CCT" not in view.cost_takeaway
    assert [sentence.partition(" ")[0] for sentence in view.incomplete_totals] == ["CCT"]


def test_credentials_that_cost_the_same_share_a_line_and_its_name(
    catalog: Catalog, newcomer: PersonalView, options: Options
) -> None:
    state = state_at(CompareState, options, ids="cpc,cpb,coc,ccs")
    lines = view_model.build(catalog, newcomer, state).cost_by_year
    assert set(lines["label"].to_pylist()) == {"CPC, CPB, COC", "CCS"}


def test_a_total_without_a_price_says_which_one_it_lacks(
    catalog: Catalog, newcomer: PersonalView, options: Options
) -> None:
    state = state_at(CompareState, options, ids="cpc,mcbc")
    view = view_model.build(catalog, newcomer, state)
    lacking = [label for label, plan in view.plans.items() if plan.missing]
    assert [sentence.partition(" ")[0] for sentence in view.incomplete_totals] == lacking


def test_rows_that_are_equal_can_be_left_out(
    catalog: Catalog, newcomer: PersonalView, options: Options
) -> None:
    state = state_at(CompareState, options, ids=THREE, rows="different")
    view = view_model.build(catalog, newcomer, state)
    assert all(row.differs for row in view.listed_rows)
    assert 0 < len(view.listed_rows) < len(view.rows)


def test_the_table_has_a_column_for_each_that_leads_to_its_page(view: CompareView) -> None:
    assert "[CPC](credential?id=aapc/cpc)" in view.side_by_side
    assert len({len(column) for column in view.side_by_side.values()}) == 1


def test_one_column_names_the_rows_and_says_which_differ(view: CompareView) -> None:
    names, *columns = view.side_by_side.values()
    assert len(columns) == len(view.labels)
    for row in view.listed_rows:
        assert (f"{row.label} ≠" if row.differs else row.label) in names


def test_each_further_group_of_rows_names_the_credentials_again(view: CompareView) -> None:
    heading, *_ = view.side_by_side
    lines = list(zip(*view.side_by_side.values(), strict=True))
    groups = list(dict.fromkeys(row.group for row in view.listed_rows))
    assert heading == f"**{groups[0]}**"
    assert [line for line in lines if line[0].startswith("**")] == [
        (f"**{group}**", "**CPC**", "**CCS**", "**CCA**") for group in groups[1:]
    ]


def test_without_a_choice_the_two_that_most_people_hold_are_compared(
    catalog: Catalog, options: Options
) -> None:
    state = state_at(CompareState, options)
    assert view_model.with_example(catalog, state).ids == ("aapc/cpc", "ahima/ccs")
    chosen = state_at(CompareState, options, ids="cpc")
    assert view_model.with_example(catalog, chosen).ids == ("aapc/cpc",)


def test_exams_without_weights_have_no_heading(
    catalog: Catalog, newcomer: PersonalView, options: Options
) -> None:
    state = state_at(CompareState, options, ids="amba/cmrs,aaham/cct")
    assert not view_model.build(catalog, newcomer, state).exam_heading


def test_every_two_exams_are_held_against_each_other_once(view: CompareView) -> None:
    pairs = ["CPC and CCS", "CPC and CCA", "CCS and CCA"]
    assert [sentence.partition(":")[0] for sentence in view.overlap_sentences] == pairs


def test_pairs_of_exams_without_a_figure_are_named_in_one_sentence(view: CompareView) -> None:
    assert view.overlap_table["Exams"] == ["CPC and CCS"]
    assert view.pairs_without_figure.startswith("No figure for CPC and CCA; CCS and CCA: ")


def test_no_heading_stands_over_exams_of_which_nothing_is_known(
    catalog: Catalog, newcomer: PersonalView, options: Options
) -> None:
    state = state_at(CompareState, options, ids="cct,amba/cmrs")
    assert view_model.build(catalog, newcomer, state).exam_heading == ""


def test_the_origin_of_weights_is_named_where_it_is_known(view: CompareView) -> None:
    named = [
        view.catalog.labels[key]
        for key in view.state.ids
        if view.catalog.credentials[key].exam.content_basis is not None
    ]
    assert named
    assert list(view.weight_origins) == named


@pytest.mark.parametrize(("ids", "can_compare"), [("", False), ("cpc", False), ("cpc,ccs", True)])
def test_it_takes_two_to_compare(options: Options, ids: str, can_compare: bool) -> None:
    assert state_at(CompareState, options, ids=ids).can_compare is can_compare


def test_a_sixth_credential_is_refused(options: Options) -> None:
    state, refused = parse(CompareState, {"ids": "cpc,ccs,cca,rhit,rhia,coc"}, options)
    assert len(state.ids) == 5
    assert [part.text for part in refused] == ["coc"]


def test_paper_says_what_comes_before_the_first_year_too(
    catalog: Catalog, newcomer: PersonalView, options: Options
) -> None:
    view = view_model.build(catalog, newcomer, state_at(CompareState, options, ids="rhit,cpc"))
    assert view.cost_summary.startswith(view.cost_takeaway)
    assert "the required degree program (RHIT) comes first" in view.cost_summary


def test_costs_are_counted_beyond_what_the_person_holds(catalog: Catalog, options: Options) -> None:
    holder = PersonalView(Interview(catalog, {"credentials": "aapc/crc"}))
    state = state_at(CompareState, options, ids="cpc,cca")
    anew, beyond = (
        view_model.build(catalog, person, state)
        for person in (PersonalView(Interview(catalog, {})), holder)
    )
    assert beyond.plans["CPC"].total.typical < anew.plans["CPC"].total.typical
    assert beyond.plans["CCA"].total.typical == anew.plans["CCA"].total.typical
    assert "as if you held none" in anew.costs_basis
    assert "beyond the cost of what you hold (CRC)." in beyond.costs_basis


def test_a_compared_credential_that_is_held_is_said_to_be_counted_anew(
    catalog: Catalog, options: Options
) -> None:
    holder = PersonalView(Interview(catalog, {"credentials": "aapc/cpc"}))
    view = view_model.build(catalog, holder, state_at(CompareState, options, ids="cpc,coc"))
    assert "The CPC itself is counted as if you earned it now." in view.costs_basis
