"""What a card says is what the plan behind it says."""

import pytest

from cert_model.candidates import Draw, Priority, Situation, Wishes, shortlist
from cert_model.catalog import Catalog
from cert_model.paths.answer import decide_answer


@pytest.mark.parametrize("situation", [Situation.NEW, Situation.HEALTH_CARE])
@pytest.mark.parametrize("priority", [Priority.SOON, Priority.CHEAP])
def test_the_plan_of_a_card_begins_with_the_way_that_the_card_describes(
    catalog: Catalog, situation: Situation, priority: Priority
) -> None:
    for draw in Draw:
        of = shortlist(catalog, Wishes(situation, draw, priority), {})
        asker = of.asker
        for card in of.candidates:
            answer = decide_answer(
                catalog, asker.planned_for, card.id, card.order_of_plans, asker.assumptions
            )
            assert answer is not None
            assert (answer.plan.cost, answer.plan.months) == (
                card.certain_way.cost,
                card.certain_way.months,
            )
            assert answer.upkeep == card.each_year
