"""Why these candidates are listed, in words made from the rules that chose them."""

import pytest

from cert_model.candidates import (
    Draw,
    Situation,
    Wishes,
    choice_sentences,
    shortlist,
)
from cert_model.catalog import Catalog

NEW_TO_IT = Situation.NEW


def test_job_postings_are_said_to_be_unknown_to_us(catalog: Catalog) -> None:
    for draw in Draw:
        of = shortlist(catalog, Wishes(Situation.NEW, draw), {})
        assert choice_sentences.POSTINGS in choice_sentences.describe_choice(of)


def test_what_comes_first_for_somebody_new_is_explained_by_its_rule(catalog: Catalog) -> None:
    def why(draw: Draw) -> str:
        return " ".join(
            choice_sentences.describe_choice(shortlist(catalog, Wishes(NEW_TO_IT, draw), {}))
        )

    assert "we list only entry and core credentials first" in why(Draw.OFFICE)
    assert "that their rules name" in why(Draw.DOCUMENTATION)
    assert "for the work that their rules ask for" in why(Draw.AUDITING)


@pytest.mark.parametrize("draw", Draw)
def test_what_is_listed_is_said_by_the_rule_that_lists_it(catalog: Catalog, draw: Draw) -> None:
    first, *_ = choice_sentences.describe_choice(shortlist(catalog, Wishes(NEW_TO_IT, draw), {}))
    assert first.startswith("For ")
    assert "we list credentials whose fact sheets name " in first or draw is Draw.NOT_SURE
