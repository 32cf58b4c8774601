"""How a designation that another exam gives is described."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility.designation_sentences import describe_designation, next_step_toward
from tests.eligibility.examples import BEGINNER, outcome_of


def test_it_says_which_exam_gives_a_designation_and_what_removes_it(catalog: Catalog) -> None:
    assert describe_designation(catalog, "aapc/cpc-a") == (
        "You get it by passing the CPC exam without two years of coding work or what AAPC counts "
        "as such. It becomes the CPC once you show work, or work and a course, or a course and "
        "Practicode."
    )


@pytest.mark.parametrize("key", ["aapc/cpc", "nha/cbcs"])
def test_a_credential_with_an_exam_of_its_own_is_no_designation(catalog: Catalog, key: str) -> None:
    assert describe_designation(catalog, key) == ""


def test_nobody_starts_as_the_designation_that_they_ask_about(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "aapc/cpc-a", BEGINNER)
    step = next_step_toward(catalog, outcome, [])
    assert step.startswith("You get it by passing the CPC exam")
    assert "start as" not in step


def test_who_holds_a_designation_is_not_told_how_to_get_it(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "aapc/cpc-a", "{credentials: [aapc/cpc-a]}")
    assert next_step_toward(catalog, outcome, []) == "You hold this credential."
