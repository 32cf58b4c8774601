"""The address of a file says all that its page shows: what is written is read back."""

from cert_model.catalog import Catalog
from ui.compare.view_model import CompareState
from ui.shell.address_fields import Options
from ui.shell.file_address import format_file_query, parse_file_query

ANSWERS = {"education": "associate", "credentials": "aapc/cpc"}
STATE = CompareState.model_construct(ids=("aapc/cpc", "ahima/ccs"), years=4, rows="all")


def test_state_and_answers_are_read_back(catalog: Catalog) -> None:
    query = format_file_query(STATE, Options(catalog), ANSWERS)
    state, _, person, refused = parse_file_query(CompareState, query, catalog)
    assert state == STATE
    assert person.interview.answers == ANSWERS
    assert not refused


def test_without_answers_the_address_is_that_of_the_page(catalog: Catalog) -> None:
    query = format_file_query(STATE, Options(catalog), {})
    assert query == {"ids": "aapc/cpc,ahima/ccs", "years": "4"}


def test_everybody_without_answers_shares_a_view(catalog: Catalog) -> None:
    first, second = (parse_file_query(CompareState, {}, catalog).person for _ in range(2))
    assert first is second


def test_answers_and_choices_that_mean_nothing_are_named(catalog: Catalog) -> None:
    query = {"answer.education": "dragon", "answer.color": "red", "years": "99", "answer": "1"}
    refused = parse_file_query(CompareState, query, catalog).refused
    assert {part.name for part in refused} == set(query)
