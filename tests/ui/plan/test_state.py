"""The address of the page My plan keeps every choice, and refuses what means nothing."""

import pytest

from tests.catalogs import TODAY
from tests.ui.conftest import state_at
from ui.plan.state import PlanState
from ui.shell.address_fields import Options
from ui.shell.page_state import format_query, parse


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"by": "months"},
        {"target": "aapc/cpc", "made": "2026-01-31"},
        {"target": "ahima/cca", "by": "months", "made": TODAY.isoformat()},
    ],
    ids=str,
)
def test_an_address_comes_back_from_the_state_that_it_asks_for(
    query: dict[str, str], options: Options
) -> None:
    assert format_query(state_at(PlanState, options, **query), options) == query


def test_a_plan_carries_its_day_so_that_it_can_be_opened_again(options: Options) -> None:
    state = state_at(PlanState, options, target="cpc")
    assert format_query(state, options)["made"] == TODAY.isoformat()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("target", "nobody/none"),
        ("target", "CCDS"),
        ("target", "<script>"),
        ("by", "luck"),
        ("made", "2199-01-01"),
        ("made", "1999-01-01"),
        ("made", "yesterday"),
        ("shoe", "42"),
    ],
)
def test_what_means_nothing_is_named(name: str, text: str, options: Options) -> None:
    _, refused = parse(PlanState, {name: text}, options)
    assert [part[:2] for part in refused] == [(name, text)]
