"""What Start shows, worked out without a screen."""

import pytest

from cert_model.catalog import Catalog
from tests.ui.conftest import state_at
from ui.explore.view_model import ExploreState
from ui.home import view_model
from ui.shell.address_fields import Options


def test_it_counts_what_there_is(catalog: Catalog) -> None:
    figures = view_model.build(catalog).figures
    assert figures["Credentials"] == str(len(catalog.credentials))
    assert figures["Issuers"] == str(len(catalog.issuers))


def test_the_first_comparison_is_named(catalog: Catalog) -> None:
    assert view_model.build(catalog).first_comparison == "CPC, CCS and CCA side by side"


@pytest.mark.parametrize("label", view_model.STARTING_POINTS)
def test_each_list_to_begin_with_is_one_that_explore_knows(options: Options, label: str) -> None:
    state = state_at(ExploreState, options, **view_model.STARTING_POINTS[label])
    assert any(state.filters.values())
