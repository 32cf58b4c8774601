"""The headline figures of a credential."""

from dataclasses import FrozenInstanceError, replace

import pytest

from cert_model.catalog import Catalog
from cert_model.overview import costs_to_earn, overviews
from cert_model.vocabulary import Standing


def test_an_unknown_figure_is_none_and_not_zero(demo: Catalog) -> None:
    overview = overviews(demo)["demo/abc"]
    assert overview.pass_rate is None
    assert overview.yearly_upkeep is None
    assert overview.online is None
    assert overview.ceus_a_year is None


def test_the_price_span_runs_over_audiences(catalog: Catalog) -> None:
    overview = overviews(catalog)["ahima/cca"]
    assert (overview.exam_fee_low, overview.exam_fee_high) == (199, 299)


def test_an_estimate_stands_in_for_what_was_not_read_and_says_so(catalog: Catalog) -> None:
    overview = overviews(catalog)["aapc/cic"]
    assert (overview.exam_fee_low, overview.exam_fee_high) == (425, 425)
    assert overview.exam_fee_standing is Standing.ESTIMATED
    assert overview.exam_attempts == 1
    assert overview.minutes_standing is Standing.ISSUER_CURRENT


def test_what_shares_a_cell_has_the_lesser_standing_of_the_two(catalog: Catalog) -> None:
    overview = replace(
        overviews(catalog)["aapc/cic"],
        questions_standing=Standing.ISSUER_CURRENT,
        minutes_standing=Standing.ESTIMATED,
    )
    assert overview.exam_standing is Standing.ESTIMATED


def test_a_price_that_buys_two_attempts_says_so(catalog: Catalog) -> None:
    assert overviews(catalog)["aapc/cpc"].exam_attempts == 1
    assert overviews(catalog)["aapc/cpma"].exam_attempts == 2


def test_ceus_are_spread_over_the_cycle(catalog: Catalog) -> None:
    assert overviews(catalog)["aapc/cpc"].ceus_a_year == 18


def test_overviews_are_computed_once_per_catalog(catalog: Catalog) -> None:
    assert overviews(catalog) is overviews(catalog)
    assert overviews(replace(catalog)) is not overviews(catalog)


def test_nobody_can_change_what_is_shared(catalog: Catalog) -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        overviews(catalog)["aapc/cpc"] = overviews(catalog)["ahima/cca"]  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        overviews(catalog)["aapc/cpc"].minutes = 1  # type: ignore[misc]


def test_an_overview_is_complete_from_the_start(catalog: Catalog) -> None:
    overview = overviews(catalog)["hfma/crcr"]
    assert overview.to_earn_complete
    assert costs_to_earn(catalog)["hfma/crcr"] == overview.to_earn
