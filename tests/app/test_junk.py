"""Whatever a client sends, no page raises, and the log stays short.

``make fuzz SEED=7 STEPS=200`` takes other values, more of them, and every view.
"""

import logging
import math
import random
import re
import sys
from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from cert_model.catalog import Catalog
from cert_model.content.claims import checked_claims
from cert_model.explore.filters import Filters
from tests import effort
from tests.app import junk
from tests.app.sessions import open_page, page_text, plain
from tests.app.states import STATES
from tests.browser.views import ADDRESSES
from ui.claims.view_model import ClaimsState
from ui.explore.view_model import ExploreState
from ui.keep.state import KeepState
from ui.shell import client_values
from ui.shell.address_fields import Options
from ui.shell.page_state import PageState, address_fields, format_query, parse

EVERYDAY_VIEWS = (
    "start",
    "explore",
    "compare",
    "costs",
    "eligibility",
    "eligibility, one exam",
    "prepare",
    "prepare, programs",
    "class",
    "careers",
    "careers, places",
    "careers, does it pay",
    "guide, questions",
    "claims",
    "credential",
    "health, correction",
)
"""The views of an everyday run: each page, and what has controls of its own."""


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Luck that is the same in every run with the same seed."""
    seed = request.config.getoption("--seed")
    return random.Random(f"{seed} {request.node.name}")


@pytest.fixture
def steps(request: pytest.FixtureRequest) -> int:
    steps: int = request.config.getoption("--steps")
    return steps


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Keep what junk has logged out of the report of a failure, which shows the junk itself."""
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "view" in metafunc.fixturenames:
        every = metafunc.config.getoption("--steps") > effort.EVERYDAY_STEPS
        metafunc.parametrize("view", list(ADDRESSES) if every else EVERYDAY_VIEWS)


def visit(view: str) -> AppTest:
    page, _, query = ADDRESSES[view].partition("?")
    return open_page(page or "home", **dict(parse_qsl(query)))


def test_no_value_of_a_widget_raises(view: str, chance: random.Random, steps: int) -> None:
    app = visit(view)
    for _ in range(steps):
        kinds = junk.widgets(app)
        some = chance.sample(list(kinds), min(len(kinds), chance.choice([1, 2, 5, len(kinds)])))
        sent = [junk.junk(widget, kinds[widget], chance) for widget in some]
        junk.send(app, *sent)
        assert not app.exception, sent


def test_no_walk_of_a_visitor_raises(view: str, chance: random.Random, steps: int) -> None:
    app, walked = visit(view), []
    for _ in range(steps):
        walked.append(junk.step(app, chance))
        assert not app.exception, walked


@pytest.mark.parametrize("kind", STATES, ids=lambda kind: kind.page)
def test_no_address_raises_and_what_is_taken_from_it_has_an_address(
    catalog: Catalog, index: Filters, kind: type[PageState], chance: random.Random, steps: int
) -> None:
    options = Options(catalog, checked_claims(catalog).filters if kind is ClaimsState else index)
    fields = list(address_fields(kind, options))
    for _ in range(20 * steps):
        names = chance.sample([*fields, "nonsense", ""], min(len(fields), chance.randrange(1, 9)))
        state = parse(kind, {name: chance.choice(junk.TEXTS) for name in names}, options).state
        if isinstance(state, ExploreState):  # its picks stand in the address of the profile
            state = state.model_copy(update={"picked": ()})
        if isinstance(state, KeepState):  # so does what is held
            state = state.model_copy(update={"held": ()})
        assert parse(kind, format_query(state, options), options).state == state


def total(app: AppTest) -> str:
    """The sentence of the page Costs on its total."""
    (sentence,) = re.findall(r"Over 6 years, the total is [^.]+", plain(page_text(app)))
    return str(sentence)


def test_a_value_that_its_widget_cannot_read_leaves_what_was_there() -> None:
    app = open_page("costs", ids="cpc", employer="40")
    before = total(app)
    box = app.number_input(key="costs:employer")
    state = WidgetState(id=box.id)
    for field, value in (
        ("double_value", math.nan),
        ("double_value", math.inf),
        ("string_value", "12"),
    ):
        setattr(state, field, value)
        junk.send(app, state)
        assert not app.exception
        assert total(app) == before
        assert app.query_params["employer"] == "40"


@pytest.mark.parametrize("value", [math.nan, math.inf, -1.0])
def test_a_number_that_cannot_be_leaves_the_usual_one(value: float) -> None:
    app = open_page("costs", ids="cpc", ceu="7.5")
    assert "an assumed $7.50 each" in plain(page_text(app))
    junk.send(app, WidgetState(id=app.number_input(key="costs:ceu").id, double_value=value))
    assert not app.exception
    assert "an assumed $10 each" in plain(page_text(app))


def test_one_bad_choice_of_several_goes_alone(catalog: Catalog, index: Filters) -> None:
    ids = address_fields(STATES[0], Options(catalog, index))["plan"]
    assert ids.from_widget(["aapc/cpc", "nobody", 5, "cpc"], Options(catalog)) == ("aapc/cpc",)


def line_written(sparing: client_values.Sparing, text: str, *args: object) -> str | None:
    """What is written of a line; None where it is left out."""
    record = logging.LogRecord("certlens.client", 30, "", 0, text, args, None)
    return record.getMessage() if sparing.filter(record) else None


def test_a_kind_of_line_is_logged_once_a_minute() -> None:
    sparing = client_values.Sparing(lambda: 0.0)

    def written(text: str, *args: object) -> str | None:
        return line_written(sparing, text, *args)

    assert written("a client sent %s", "this") == "a client sent this"
    assert [written("a client sent %s", "that") for _ in range(3)] == [None] * 3
    assert written("something else") == "something else"
    for number in range(2 * client_values.MOST_KINDS):
        written(f"line {number}")
    assert len(sparing._written) <= client_values.MOST_KINDS


def test_faults_of_two_places_are_two_kinds_of_line() -> None:
    sparing = client_values.Sparing(lambda: 0.0)

    def written(fail: Callable[[], object]) -> bool:
        try:
            fail()
        except ZeroDivisionError:
            record = logging.LogRecord("uvicorn.error", 40, "", 0, "fault", (), sys.exc_info())
        return sparing.filter(record)

    def here() -> float:
        return 1 / 0

    def there() -> float:
        return 2 / 0

    assert [written(here), written(there), written(here)] == [True, True, False]


def test_lines_below_the_level_all_pass() -> None:
    sparing = client_values.Sparing(lambda: 0.0, level=logging.ERROR)
    assert [line_written(sparing, "a request") for _ in range(3)] == ["a request"] * 3


def test_the_next_line_of_a_kind_says_how_many_were_left_out() -> None:
    now = 0.0
    sparing = client_values.Sparing(lambda: now)

    lines = [line_written(sparing, "a client sent %s", "that") for _ in range(4)]
    assert lines == ["a client sent that", None, None, None]
    now = 60.0
    assert line_written(sparing, "a client sent %s", "more") == "a client sent more (3 more since)"
