"""Which other credentials a plan is measured against."""

from collections.abc import Sequence

import pytest

from cert_model.candidates.asker import Asker
from cert_model.candidates.contest import find_contest, rival_targets
from cert_model.candidates.ranking import MOST_CANDIDATES
from cert_model.catalog import Catalog
from cert_model.paths.rivals import open_alternatives
from tests.plans.examples import person
from tests.plans.test_answer import answer_for
from tests.plans.test_personas import APPRENTICE, CAREER_CHANGER


def rivals(
    catalog: Catalog, text: str, picked: Sequence[str] = (), candidates: Sequence[str] = ()
) -> list[str]:
    """What a plan for the CPC is measured against, for the person in a line of YAML."""
    asker, answer = Asker(person(catalog, text)), answer_for(catalog, text, "aapc/cpc")
    return rival_targets(catalog, asker, answer, picked, lambda: candidates)


@pytest.mark.parametrize("text", [CAREER_CHANGER, APPRENTICE])
def test_what_a_person_picked_comes_before_all_else(catalog: Catalog, text: str) -> None:
    picked = ["aapc/cpc", "acdis/ccds"]
    assert rivals(catalog, text, picked, ["ahima/cca"]) == ["acdis/ccds"]


def test_the_target_alone_is_no_pick_of_another(catalog: Catalog) -> None:
    assert rivals(catalog, CAREER_CHANGER, ["aapc/cpc"], ["ahima/cca"]) == ["ahima/cca"]


def test_whoever_has_passed_the_exam_is_shown_nothing_else(catalog: Catalog) -> None:
    assert rivals(catalog, APPRENTICE, candidates=["ahima/cca"]) == []


@pytest.mark.parametrize(
    ("ranked", "rival"),
    [
        (["aapc/cpc", "acdis/ccds", "ahima/cca", "ahima/ccs"], "ahima/cca"),
        (["ahima/cca", "aapc/cpc", "ahima/ccs", "aapc/coc"], "ahima/ccs"),
        (["ahima/cca", "ahima/ccs", "aapc/cpc", "aapc/coc"], "ahima/cca"),
        (["ahima/cca", "ahima/ccs", "aapc/coc", "aapc/cpc"], "ahima/cca"),
    ],
    ids=["first card", "second card", "last card", "no card"],
)
def test_the_rival_is_the_next_card_for_the_same_work_that_the_person_saw(
    catalog: Catalog, ranked: Sequence[str], rival: str
) -> None:
    assert MOST_CANDIDATES == 3
    assert rivals(catalog, CAREER_CHANGER, candidates=ranked) == [rival]


def test_without_a_second_card_there_is_no_rival(catalog: Catalog) -> None:
    assert rivals(catalog, CAREER_CHANGER, candidates=["aapc/cpc"]) == []


def test_without_candidates_it_is_what_is_like_the_target(catalog: Catalog) -> None:
    newcomer = person(catalog, CAREER_CHANGER)
    assert rivals(catalog, CAREER_CHANGER) == open_alternatives(catalog, newcomer, "aapc/cpc")


def test_candidates_are_not_worked_out_where_something_was_picked(catalog: Catalog) -> None:
    def never() -> Sequence[str]:
        raise AssertionError("asked for candidates")

    asker, answer = (
        Asker(person(catalog, CAREER_CHANGER)),
        answer_for(catalog, CAREER_CHANGER, "aapc/cpc"),
    )
    contest = find_contest(catalog, asker, answer, ["ahima/cca"], never)
    assert contest is not None
    assert contest.rival.target == "ahima/cca"
