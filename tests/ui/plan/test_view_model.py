"""What the page My plan shows, made without Streamlit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cert_model.candidates import Draw, Priority, Situation, Wishes
from cert_model.catalog import Catalog
from cert_model.formatting import format_month
from cert_model.paths import Action, PlanOrder
from cert_model.paths.months import day_after
from tests.catalogs import TODAY
from tests.ui.conftest import state_at
from ui.plan import view_model
from ui.plan.no_plan import NoPlanView
from ui.plan.state import PlanState
from ui.plan.view_model import PlanView
from ui.plan.why_not import candidates_of
from ui.shell.address_fields import Options
from ui.shell.visitor import Visitor

NEWCOMER = Visitor(
    wishes=Wishes(Situation.NEW, Draw.OFFICE, Priority.SOON), home_state="OH", hours_a_week=8
)
NOBODY = Visitor()


def view_of(catalog: Catalog, visitor: Visitor, target: str, **query: str) -> PlanView:
    """The plan of a visitor for a credential."""
    view = built(catalog, visitor, target, **query)
    assert isinstance(view, PlanView)
    return view


def built(
    catalog: Catalog, visitor: Visitor, target: str, **query: str
) -> PlanView | NoPlanView | None:
    state = state_at(PlanState, Options(catalog), target=target, **query)
    return view_model.build(catalog, visitor, state)


def test_without_a_credential_there_is_nothing_to_show(catalog: Catalog) -> None:
    assert view_model.build(catalog, NOBODY, state_at(PlanState, Options(catalog))) is None


def test_the_person_is_told_in_a_line(catalog: Catalog) -> None:
    assert view_of(catalog, NEWCOMER, "cpc").person == (
        "For someone new to the field, drawn to work in a doctor's office, for whom speed matters "
        "most, with 8 hours of study a week, in Ohio."
    )


def test_what_the_person_has_is_told_before_what_they_want(catalog: Catalog) -> None:
    answers = {"education": "high-school", "credentials": "aapc/cpc-a", "months-coding": "9"}
    visitor = Visitor(answers=answers, wishes=Wishes(Situation.HOLDER, Draw.AUDITING))
    assert view_of(catalog, visitor, "cpc").person == (
        "For someone who holds the CPC-A, with a high school diploma, with 9 months of coding, "
        "drawn to auditing, with 8 hours of study a week."
    )


def test_a_wish_for_an_exam_at_home_says_nothing_of_work_at_home(catalog: Catalog) -> None:
    visitor = Visitor(wishes=Wishes(priority=Priority.FROM_HOME))
    assert view_of(catalog, visitor, "cpc").person == (
        "For someone who wants to take the exam at home, with 8 hours of study a week."
    )


def test_of_whom_nothing_is_known_the_plan_is_for_anyone(catalog: Catalog) -> None:
    assert view_of(catalog, NOBODY, "cpc").person == "For anyone with 8 hours of study a week."


def test_a_newcomer_is_known_to_have_no_work_so_that_nothing_is_in_doubt(
    catalog: Catalog,
) -> None:
    plan = view_of(catalog, NEWCOMER, "cpc").plan
    assert not any(step.may_be_met for step in plan.steps)
    assert any(step.may_be_met for step in view_of(catalog, NOBODY, "cpc").plan.steps)


def test_more_hours_a_week_bring_the_first_credential_sooner(catalog: Catalog) -> None:
    slow = view_of(catalog, NEWCOMER, "cpc")
    fast = view_of(catalog, Visitor(hours_a_week=16), "cpc")
    assert fast.answer.first.at.typical < slow.answer.first.at.typical


def test_a_student_pays_a_students_prices(catalog: Catalog) -> None:
    plain = view_of(catalog, NEWCOMER, "cpc").plan.cost.money.typical
    student = view_of(catalog, replace(NEWCOMER, is_student=True), "cpc")
    assert student.plan.cost.money.typical < plain
    assert student.assumed.endswith("You pay student prices.")


def test_a_diploma_is_taken_for_granted_and_said(catalog: Catalog) -> None:
    view = view_of(catalog, NEWCOMER, "cca")
    assert view.headline.startswith("With a high school diploma, you may take the CCA exam now.")
    assert view.first_steps[0].text.startswith("Tell us whether you have a high school diploma")


def test_the_rival_is_one_that_the_person_picked(catalog: Catalog) -> None:
    visitor = Visitor(picked=("aapc/cpc", "ahima/ccs"))
    contest = view_of(catalog, visitor, "cpc").contest
    assert contest is not None
    assert contest.rival.target == "ahima/ccs"


def test_without_picks_the_rival_is_a_candidate_for_the_same_work(catalog: Catalog) -> None:
    contest = view_of(catalog, NEWCOMER, "cpc").contest
    assert contest is not None
    sheet = catalog.credentials[contest.rival.target]
    assert set(sheet.roles) & set(catalog.credentials["aapc/cpc"].roles)


def test_a_holder_with_a_mark_is_shown_the_quicker_way_in_place_of_a_rival(
    catalog: Catalog,
) -> None:
    answers = {"credentials": "aapc/cpc-a", "work": "coding", "months-coding": "9"}
    view = view_of(catalog, Visitor(answers=answers), "cpc")
    assert view.why_not is not None
    assert view.why_not.question == "Why not sooner?"
    place = view.why_not.choices["way"]
    taken = view_of(catalog, Visitor(answers=answers), "cpc", way=str(place))
    assert view.answer.sooner is not None
    assert taken.plan.kind == view.answer.sooner.kind


def test_a_rival_can_be_put_first(catalog: Catalog) -> None:
    view = view_of(catalog, Visitor(picked=("aapc/cpc", "ahima/ccs")), "cpc")
    assert view.why_not is not None
    assert view.why_not.question == "Why not the CCS?"
    assert view.why_not.choices == {"target": "ahima/ccs", "way": 1}


def test_a_candidate_for_other_work_is_no_rival(catalog: Catalog) -> None:
    visitor = Visitor(wishes=Wishes(Situation.NEW, Draw.OFFICE))
    candidates = candidates_of(catalog, visitor)
    assert "aapc/cpc" in candidates
    assert view_of(catalog, visitor, "acdis/ccds").contest is None
    picked = view_of(catalog, replace(visitor, picked=tuple(candidates)), "acdis/ccds").contest
    assert picked is not None


def test_the_order_decides_the_way_and_the_other_order_is_offered(catalog: Catalog) -> None:
    cheapest, fastest = (view_of(catalog, NEWCOMER, "cpc", by=by) for by in ("cost", "months"))
    assert cheapest.plan.sort_value(PlanOrder.COST) < fastest.plan.sort_value(PlanOrder.COST)
    assert fastest.plan.sort_value(PlanOrder.MONTHS) < cheapest.plan.sort_value(PlanOrder.MONTHS)
    assert (cheapest.answer.better_order, fastest.answer.better_order) == (
        PlanOrder.MONTHS,
        PlanOrder.COST,
    )


def test_any_of_the_ways_can_be_taken(catalog: Catalog) -> None:
    first = view_of(catalog, NEWCOMER, "cpc")
    third = view_of(catalog, NEWCOMER, "cpc", way="3")
    assert sorted(first.other_ways) == [2, 3]
    assert sorted(third.other_ways) == [1, 2]
    assert third.plan.kind != first.plan.kind


def test_a_cost_that_lacks_a_price_names_what_was_not_found(catalog: Catalog) -> None:
    holder = Visitor(answers={"credentials": "ahima/rhit"})
    cost, *_ = view_of(catalog, holder, "ahima/rhia").key_figures
    assert cost.text.startswith("at least")
    assert "Not found: the price of" in cost.note


def test_what_costs_nothing_more_is_not_called_free(catalog: Catalog) -> None:
    holder = Visitor(answers={"credentials": "aapc/cpc-a", "months-coding": "9"})
    _, upkeep, *_ = view_of(catalog, holder, "cpc").key_figures
    assert (upkeep.text, upkeep.note) == (
        "nothing more",
        "beyond what you pay now for what you hold",
    )


def test_the_four_figures_open_to_what_they_rest_on(catalog: Catalog) -> None:
    cost, upkeep, first, pay = view_of(catalog, NEWCOMER, "cpc").key_figures
    assert [figure.title for figure in (cost, upkeep, first)] == [
        "To earn it in full",
        "Each year after",
        "First credential",
    ]
    assert pay.title == "Coders' pay in Ohio"
    assert all(figure.basis.facts for figure in (cost, upkeep, first))
    assert first.basis.assumptions == ["hours_a_week", "months_to_book"]
    assert pay.basis.statements


def test_of_whom_no_state_is_known_pay_is_that_of_the_nation_with_whose_it_is(
    catalog: Catalog,
) -> None:
    *_, pay = view_of(catalog, NOBODY, "cpc").key_figures
    assert pay.title == "Coders' pay in the United States"
    assert pay.note == (
        "Median for medical records specialists, May 2025. Beginners' pay was not found"
    )


def test_pay_is_not_that_of_coders_for_other_work(catalog: Catalog) -> None:
    *_, pay = view_of(catalog, NOBODY, "acdis/ccds").key_figures
    assert (pay.title, pay.text) == ("Pay in this work", "not found")


def test_the_timeline_ends_each_exam_and_each_mark_with_a_credential(catalog: Catalog) -> None:
    rows = view_of(catalog, NEWCOMER, "cpc").timeline_rows.to_pylist()
    held = [row["title"] for row in rows if row["is_held"]]
    assert "CPC-A, April 2027" in held[0]
    assert held[1].endswith(": CPC, April 2029")


def test_work_stands_beside_nothing_that_comes_before_the_exam(catalog: Catalog) -> None:
    rows = view_of(catalog, NEWCOMER, "cpc").timeline_rows.to_pylist()
    exam, work, _ = rows
    assert (exam["kind"], work["kind"]) == ("study", "work")
    assert work["first"] == exam["until"]


def test_the_table_has_every_step_with_its_month_and_cost(catalog: Catalog) -> None:
    view = view_of(catalog, NEWCOMER, "cpc")
    table = view.step_table
    assert len(table["What"]) == len(view.plan.steps)
    assert table["When"][0] == f"{format_month(TODAY)} to {_month_of_exam(view)}"


def _month_of_exam(view: PlanView) -> str:
    exam = next(step for step in view.plan.steps if step.action is Action.EXAM)
    return format_month(day_after(TODAY, exam.ends.typical))


def test_after_an_unknown_length_the_table_has_no_month(catalog: Catalog) -> None:
    when = view_of(catalog, NOBODY, "rhia").step_table["When"]
    assert when[0] == format_month(TODAY)
    assert set(when[1:]) == {"not known"}


def test_the_bill_ends_in_its_sum_with_training_beside_it(catalog: Catalog) -> None:
    view = view_of(catalog, NEWCOMER, "cpc")
    labels, amounts = view.bill_table["For"], view.bill_table["Cost"]
    assert labels[-2:] == ["**To earn it in full**", "Training, if you need it"]
    assert view.cost.removeprefix("$").replace(",", "") in amounts[-2].replace("\\", "").replace(
        ",", ""
    )
    assert "http" in view.bill_table["Sources"][0]


def test_how_an_amount_follows_stands_in_a_sentence_after_its_sources(catalog: Catalog) -> None:
    bill = view_of(catalog, NEWCOMER, "cpc").bill_table
    retake = next(place for place, what in enumerate(bill["For"]) if "retake" in what)
    sources, *how = bill["Sources"][retake].split(". ", 1)
    assert "http" in sources
    assert "of the price of a retake" in how[0]


def test_whoever_is_untrained_reads_that_training_is_not_in_the_sum(catalog: Catalog) -> None:
    view = view_of(catalog, NEWCOMER, "cca")
    assert view.left_out == (
        "This pays for the exam and code books, and includes $114 for a possible retake. Training "
        "is not included; no price of a program for the CCA was found. Programs for other exams "
        "cost $1,760–5,687."
    )
    assert view.key_figures[0].note.endswith(", without training")
    assert (view.bill_table["For"][-1], view.bill_table["Cost"][-1]) == (
        "Training, if you need it",
        "price not found",
    )


@pytest.mark.parametrize("answers", [{"credentials": "ahima/rhit"}, {"months-coding": "12"}])
def test_whoever_knows_the_work_reads_nothing_of_training(
    catalog: Catalog, answers: dict[str, str]
) -> None:
    view = view_of(catalog, Visitor(answers=answers), "cca")
    assert (view.left_out, view.training) == ("This includes $114 for a possible retake.", "")
    assert "training" not in view.key_figures[0].note


def test_a_price_that_was_not_found_is_a_line_of_the_bill(catalog: Catalog) -> None:
    table = view_of(catalog, NOBODY, "rhia").bill_table
    assert "not found" in table["Cost"]


def test_a_plan_counts_from_the_day_on_which_it_was_made(catalog: Catalog) -> None:
    earlier = TODAY - timedelta(365)
    view = view_of(catalog, NEWCOMER, "cpc", made=earlier.isoformat())
    assert view.is_of_an_earlier_day
    assert view.step_table["When"][0].startswith(format_month(earlier))
    assert not view_of(catalog, NEWCOMER, "cpc").is_of_an_earlier_day


def test_answers_that_contradict_each_other_are_named(catalog: Catalog) -> None:
    view = view_of(catalog, Visitor(answers={"credentials": "aapc/cpc,aapc/cpc-a"}), "crc")
    assert view.contradictions == [
        "credentials: aapc/cpc-a has become aapc/cpc for its holder; name one of them"
    ]


@pytest.mark.parametrize(
    ("visitor", "target", "because"),
    [
        (Visitor(answers={"credentials": "aapc/cpc"}), "cpc", "You already hold the CPC."),
        (Visitor(answers={"credentials": "ahima/rhia"}), "rhit", "Your RHIA replaces the RHIT."),
        (NOBODY, "cdip", "The eligibility rule of the CDIP exam was not found."),
    ],
)
def test_where_there_is_no_plan_it_says_why(
    catalog: Catalog, visitor: Visitor, target: str, because: str
) -> None:
    view = built(catalog, visitor, target)
    assert isinstance(view, NoPlanView)
    assert view.because.startswith(because)


def test_what_is_held_is_to_be_kept_and_what_is_not_has_alternatives(catalog: Catalog) -> None:
    held = built(catalog, Visitor(answers={"credentials": "aapc/cpc"}), "cpc")
    unknown = built(catalog, NOBODY, "cdip")
    assert isinstance(held, NoPlanView)
    assert isinstance(unknown, NoPlanView)
    assert held.is_held
    assert not unknown.is_held
    assert unknown.open_points
