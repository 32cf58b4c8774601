"""Fixtures that the tests of the screens share: a visitor, and states from addresses."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import Interview
from cert_model.explore.credential_filters import PersonalView
from ui.shell.address_fields import Options
from ui.shell.page_state import PageState, Parsed, parse

S = TypeVar("S", bound=PageState)
ParseAddress = Callable[..., Parsed[PageState]]


@pytest.fixture(scope="session")
def newcomer(catalog: Catalog) -> PersonalView:
    """Somebody who has answered nothing."""
    return PersonalView(Interview(catalog, {}))


@pytest.fixture(scope="session")
def options(catalog: Catalog, newcomer: PersonalView) -> Options:
    """What choices are among, the filters of Explore included."""
    return Options(catalog, newcomer.filters)


def state_at(kind: type[S], options: Options, /, **query: str) -> S:
    """The state of a page behind an address in which nothing is wrong."""
    state, refused = parse(kind, query, options)
    assert refused == []
    return state
