"""What a card says is what the plan behind it says."""

from collections.abc import Mapping

import pytest

from cert_model.candidates import Draw, Priority, Situation, Wishes, shortlist
from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import Answers
from cert_model.paths.answer import decide_answer

PEOPLE: Mapping[Situation, Answers] = {
    Situation.NEW: {},
    Situation.HEALTH_CARE: {},
    Situation.WORKING: {"months-coding": "6"},
    Situation.HOLDER: {"credentials": "aapc/cpc-a", "months-coding": "9"},
}


@pytest.mark.parametrize("situation", PEOPLE)
@pytest.mark.parametrize("priority", [Priority.SOON, Priority.CHEAP])
def test_the_plan_of_a_card_begins_with_the_way_that_the_card_describes(
    catalog: Catalog, situation: Situation, priority: Priority
) -> None:
    for draw in Draw:
        of = shortlist(catalog, Wishes(situation, draw, priority), PEOPLE[situation])
        asker = of.asker
        for card in of.candidates:
            answer = decide_answer(
                catalog,
                asker.planned_for,
                card.id,
                card.order_of_plans,
                asker.assumptions,
                stated=asker.profile,
            )
            assert answer is not None
            assert (answer.first, answer.opening) == (card.first, card.opening)
            assert (answer.sooner and answer.sooner.kind) == (card.sooner and card.sooner.kind)
            assert (answer.plan.cost, answer.plan.months) == (
                card.certain_answer.plan.cost,
                card.certain_answer.plan.months,
            )
            assert answer.upkeep == card.each_year
