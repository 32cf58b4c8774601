"""What the page Prepare shows, made without Streamlit."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from icalendar import Calendar

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import Interview
from cert_model.explore.credential_filters import PersonalView
from cert_model.formatting import format_day
from cert_model.formatting.markdown import escape
from cert_model.preparation import BadStudyPlan
from tests.catalogs import TODAY
from tests.ui.conftest import state_at
from ui.prepare import tables, view_model
from ui.prepare.state import PrepareState
from ui.prepare.view_model import PrepareView
from ui.shell.address_fields import Options

SOON = TODAY + timedelta(30)


def view_of(catalog: Catalog, key: str = "ahima/cca", **query: str) -> PrepareView:
    """The page for a credential, as somebody sees it who has answered nothing."""
    return view_for({}, catalog, key, **query)


def view_for(
    answers: Mapping[str, str], catalog: Catalog, key: str = "ahima/cca", **query: str
) -> PrepareView:
    state = state_at(PrepareState, Options(catalog), id=key, **query)
    return view_model.build(catalog, PersonalView(Interview(catalog, answers)), state)


def test_a_plan_begins_today_unless_a_day_is_given(catalog: Catalog) -> None:
    assert view_of(catalog).plan.start == TODAY
    view = view_of(catalog, day=SOON.isoformat())
    assert view.plan.start == SOON
    assert f"from {format_day(SOON)}" in view.plan_headline


def test_a_plan_to_an_exam_ends_the_day_before(catalog: Catalog) -> None:
    view = view_of(catalog, day=SOON.isoformat(), hours="20", **{"from": "exam"})
    assert view.plan.end == SOON - timedelta(1)


def test_an_exam_without_a_day_asks_for_it(catalog: Catalog) -> None:
    view = view_of(catalog, **{"from": "exam"})
    assert "Enter the exam date. Until then, the plan starts today." in view.remarks
    assert view.plan.start == TODAY


def test_hours_chosen_replace_those_that_sources_give(catalog: Catalog) -> None:
    assert view_of(catalog).request.hours == view_of(catalog).hours.usual
    assert view_of(catalog, hours="60").request.hours == 60


def test_a_plan_with_nothing_left_to_study_is_refused(catalog: Catalog) -> None:
    view = view_of(catalog, "aapc/cpc", held="aapc/cpc-a", first="0", review="0")
    with pytest.raises(BadStudyPlan, match="nothing is left"):
        view.plan_headline  # noqa: B018 (the plan is made when it is read)


def test_a_subject_known_leaves_the_plan(catalog: Catalog) -> None:
    first = view_of(catalog).first_subjects[0].subject
    assert first.name in view_of(catalog).request.subjects
    assert first.name not in view_of(catalog, known=first.id).request.subjects


def test_a_subject_taken_by_the_answers_leaves_the_plan(catalog: Catalog) -> None:
    view = view_for({"courses": "medical-terminology"}, catalog)
    assert view.subjects_taken == ["Medical terminology"]
    assert "Medical terminology" not in view.request.subjects
    assert view_of(catalog).subjects_taken == []


def test_a_credential_held_by_the_answers_is_offered(catalog: Catalog) -> None:
    view = view_for({"credentials": "aapc/cpc"}, catalog, "ahima/ccs")
    assert (view.held_by_answers, view.closest_held) == (("aapc/cpc",), "aapc/cpc")
    assert view_of(catalog).closest_held is None


def test_a_credential_held_takes_time_off_the_plan(catalog: Catalog) -> None:
    view = view_of(catalog, "ahima/ccs", held="aapc/cpc")
    assert any("CPC" in remark for remark in view.remarks)
    assert view.plan.minutes < view_of(catalog, "ahima/ccs").plan.minutes


def test_the_table_has_a_row_for_each_bar(catalog: Catalog) -> None:
    view = view_of(catalog)
    assert {len(column) for column in view.plan_table.values()} == {view.plan_bars.num_rows}
    assert list(view.plan_table) == ["Part", "Hours", "When"]


def test_the_bars_of_a_plan_follow_each_other_without_a_gap(catalog: Catalog) -> None:
    rows = view_of(catalog).plan_bars.to_pylist()
    assert [row["first"] for row in rows[1:]] == [row["until"] for row in rows[:-1]]


def test_the_calendar_holds_the_plan(catalog: Catalog) -> None:
    view = view_of(catalog, "ahima/ccs-p", day=SOON.isoformat())
    assert view.calendar_name == "ccs-p-study-plan.ics"
    calendar = Calendar.from_ical(view.calendar())
    assert isinstance(calendar, Calendar)
    assert calendar.events[0].start == SOON


def test_the_table_of_programs_names_those_that_fit_first(catalog: Catalog) -> None:
    view = view_of(catalog, "aapc/cpc", price="2500")
    offers = [*view.programs.fitting, *view.programs.unclear]
    assert view.programs.unclear
    assert len(view.program_table["Program"]) == len(offers)
    for cell, offer in zip(view.program_table["Program"], offers, strict=True):
        assert escape(offer.program.provider) in cell
    unclear = view.program_table["Not known"]
    assert [bool(cell) for cell in unclear] == [bool(offer.unclear) for offer in offers]


def test_every_accreditor_is_shown_once(catalog: Catalog) -> None:
    view = view_of(catalog, "ahima/rhit")
    bodies = catalog.preparation.accreditors.accreditors
    assert view.accreditors
    assert {body.id for body in (*view.accreditors, *view.other_accreditors)} == {
        body.id for body in bodies
    }
    assert len(view.accreditors) + len(view.other_accreditors) == len(bodies)


def test_payers_for_everybody_come_first_and_of_them_those_that_name_the_credential(
    catalog: Catalog,
) -> None:
    view = view_of(catalog, "ahima/ccs")
    order = [(payer.is_for_service, not payer.covers) for payer in view.payers.values()]
    assert order == sorted(order)
    assert set(view.payer_table["Names the CCS"]) == {"yes", "ask"}


def test_a_payer_is_chosen_by_its_id(catalog: Catalog) -> None:
    assert view_of(catalog, "ahima/ccs").chosen_payer is None
    chosen = view_of(catalog, "ahima/ccs", payer="army-cool").chosen_payer
    assert chosen is not None
    assert chosen.id == "army-cool"


def test_each_topic_of_the_day_is_known_or_asked_for(catalog: Catalog) -> None:
    view = view_of(catalog, "ahima/ccs")
    unknown = [topic.label for topic, facts in view.exam_day.items() if not facts]
    assert unknown
    assert all(label[1:] in view.exam_day_headline for label in unknown)


def test_material_serves_the_exam(catalog: Catalog) -> None:
    view = view_of(catalog, "aapc/cpc")
    assert view.materials
    assert all(material.serves(view.sheet) for material in view.materials)


def test_what_became_of_students_is_listed_with_the_size_of_each_group(catalog: Catalog) -> None:
    outcomes = catalog.preparation.programs.outcomes
    table = tables.outcome_table(outcomes)
    assert {len(column) for column in table.values()} == {len(outcomes)}
    assert table["Students"] == [f"{outcome.completers:,}" for outcome in outcomes]
    whole = [outcome.school is None for outcome in outcomes]
    assert [school == "All schools" for school in table["School"]] == whole
