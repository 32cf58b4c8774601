"""What Home shows, worked out without a screen."""

from dataclasses import replace

import pytest

from cert_model.candidates import Draw, Priority, Situation
from cert_model.catalog import Catalog
from cert_model.costs import CostRequest, PlannedCredential, cost_plan
from cert_model.formatting import format_money
from tests.ui.conftest import state_at
from ui.home import view_model
from ui.home.card_sections import admission_line
from ui.home.view_model import HomeState, HomeView
from ui.plan import view_model as plan_view_model
from ui.plan.state import PlanState
from ui.plan.view_model import PlanView
from ui.shell.address_fields import Options
from ui.shell.visitor import Visitor


def at(options: Options, visitor: Visitor | None = None, /, **query: str) -> HomeView:
    state = state_at(HomeState, options, **query)
    return view_model.build(options.catalog, state, visitor or Visitor())


OFFICE_SOON = {"now": "new", "draw": "office", "matters": "soon"}


def test_it_counts_what_there_is(catalog: Catalog, options: Options) -> None:
    figures = at(options).figures
    assert figures["Credentials"] == str(len(catalog.credentials))
    assert figures["Issuers"] == str(len(catalog.issuers))


def test_an_address_may_name_the_three_answers_in_short_words(options: Options) -> None:
    state = state_at(HomeState, options, **OFFICE_SOON)
    assert state.wishes.situation is Situation.NEW
    assert state.wishes.draw is Draw.OFFICE
    assert state.wishes.priority is Priority.SOON


def test_before_any_answer_there_are_no_candidates(options: Options) -> None:
    assert not at(options).is_answered


@pytest.mark.parametrize("query", [{"now": "new"}, {"draw": "billing"}, {"matters": "cheap"}])
def test_one_answer_gives_candidates_already(options: Options, query: dict[str, str]) -> None:
    view = at(options, **query)
    assert view.is_answered
    assert 1 <= len(view.cards) <= 3


def test_a_card_has_the_mark_that_its_verdict_has_on_every_page(options: Options) -> None:
    marks = {card.letters: admission_line(card) for card in at(options, **OFFICE_SOON).cards}
    assert marks["CPC"].startswith(":blue[△ **You may take the exam now")
    assert marks["CCA"].startswith(":yellow[? **You may take the exam now with a high school")


def test_a_card_says_what_it_costs_takes_and_pays(options: Options) -> None:
    cpc = next(card for card in at(options, **OFFICE_SOON).cards if card.letters == "CPC")
    shown = {figure.label: figure.text for figure in cpc.all_figures}
    assert cpc.admission == "You may take the exam now, and may start as CPC-A"
    bill = cost_plan(options.catalog, CostRequest((PlannedCredential("aapc/cpc"),)))
    assert shown["To earn the CPC-A"] == format_money(round(bill.to_earn.typical))
    assert shown["First credential (CPC-A)"].startswith("about ")
    assert shown["Exam at home"] == "yes"
    by_pay = at(options, now="new", draw="office", matters="pay").cards
    assert any("AAPC's survey" in figure.note for card in by_pay for figure in card.all_figures)


def test_a_student_is_shown_the_price_that_their_plan_has(options: Options) -> None:
    student = Visitor(is_student=True)
    card, plain = (
        next(card for card in at(options, visitor, **OFFICE_SOON).cards if card.letters == "CPC")
        for visitor in (student, Visitor())
    )
    assert card.candidate.cost < plain.candidate.cost
    visitor = replace(student, wishes=at(options, student, **OFFICE_SOON).state.wishes)
    state = state_at(PlanState, options, target="cpc")
    view = plan_view_model.build(options.catalog, visitor, state)
    assert isinstance(view, PlanView)
    assert view.answer.first.cost == card.candidate.first.cost


def test_every_known_figure_on_a_card_opens_to_what_it_rests_on(options: Options) -> None:
    for draw in Draw:
        for card in at(options, now="health-care", draw=draw, matters="pay").cards:
            for figure in card.figures:
                if figure.text != "not found":
                    assert figure.evidence or figure.basis, (card.id, figure.label)


def test_the_home_state_gives_the_pay_of_coders_there(options: Options) -> None:
    view = at(options, Visitor(home_state="OH"), **OFFICE_SOON)
    assert [figure.label for figure in view.below_cards] == ["Coders' pay in Ohio"]


def test_why_these_says_that_job_postings_are_not_known(options: Options) -> None:
    assert any("We do not know which" in text for text in at(options, **OFFICE_SOON).why_these)


def test_what_stands_beside_the_cards_leads_to_each_credential(options: Options) -> None:
    view = at(options, **OFFICE_SOON)
    assert "credential?id=aapc/ccc" in view.later
    assert any("pmi/cmc" in line and "was not found" in line for line in view.little_known)
    assert "Canada: " in view.abroad
    others = at(options, now="new", draw="not-sure").others
    assert len(set(map(len, others.values()))) == 1
    assert others["Credential"]


def test_a_holder_with_nothing_left_is_told_so(options: Options) -> None:
    visitor = Visitor(answers={"credentials": "aapc/cpc"})
    view = at(options, visitor, now="holder", draw="office")
    assert not view.cards
    assert view.order.startswith(
        "You already hold the first credentials for coding in a doctor's office."
    )
    assert view.later


def test_what_is_held_stands_on_the_page(options: Options) -> None:
    holder = Visitor(answers={"credentials": "ahima/rhit,ahima/ccs"})
    assert at(options, holder, now="holder").held == "You hold the RHIT and the CCS."
    assert at(options, now="holder").held == ""


def test_what_is_the_same_on_every_card_stands_once_below_them(options: Options) -> None:
    view = at(options, now="new", draw="documentation", matters="soon")
    assert [figure.label for figure in view.shared] == ["Each year after"]
    assert view.below_cards[0].label == "Each year after, the same for all"
    for card in view.cards:
        assert "Each year after" not in {figure.label for figure in card.figures}
        assert all(figure in card.all_figures for figure in view.shared)


def test_a_single_card_keeps_all_of_its_figures(options: Options) -> None:
    view = at(options, **OFFICE_SOON)
    first = view.shortlist.ranked[:1]
    view.__dict__["shortlist"] = replace(view.shortlist, ranked=first)
    (card,) = view.cards
    assert card.figures == card.all_figures


def test_whoever_is_untrained_reads_on_each_card_that_training_is_not_in_the_cost(
    options: Options,
) -> None:
    cards = at(options, now="new", draw="hospital").cards
    assert all("without training (" in card.figures[0].note for card in cards)
    holder = Visitor(answers={"credentials": "ahima/rhit"})
    assert not any(
        "training" in card.figures[0].note for card in at(options, holder, now="holder").cards
    )


def test_a_card_says_how_much_of_its_cost_is_for_a_possible_retake(options: Options) -> None:
    cards = {card.letters: card for card in at(options, **OFFICE_SOON).cards}
    assert cards["CPC"].figures[0].note.startswith("Includes $149 for a possible retake")
    assert cards["CCA"].figures[0].note.startswith("Includes $114 for a possible retake")


def test_beside_pay_of_a_survey_that_of_the_occupation_stands_once_below(options: Options) -> None:
    by_pay = at(options, now="new", draw="office", matters="pay")
    assert [figure.label for figure in by_pay.below_cards] == ["Coders' pay in the United States"]
    assert not any(figure in card.figures for card in by_pay.cards for figure in by_pay.below_cards)


@pytest.mark.parametrize(
    ("matters", "leading"),
    [("soon", []), ("pay", ["Pay of full CPC holders"]), ("from-home", ["Exam at home"])],
)
def test_what_matters_most_leads_on_the_card_of_a_phone_and_nothing_is_lost(
    options: Options, matters: str, leading: list[str]
) -> None:
    cards = at(options, now="new", draw="office", matters=matters).cards
    card = next(card for card in cards if card.letters == "CPC")
    labels = [figure.label for figure in card.leading_figures]
    assert labels == ["To earn the CPC-A", "Each year after", "First credential (CPC-A)", *leading]
    assert sorted(labels + [figure.label for figure in card.further_figures]) == sorted(
        figure.label for figure in card.figures
    )
