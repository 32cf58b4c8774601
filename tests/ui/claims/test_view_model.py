"""What Claims shows, worked out without a screen."""

import pytest

from cert_model.catalog import Catalog
from cert_model.content.claims import Claims, checked_claims
from tests.ui.conftest import state_at
from ui.claims import view_model
from ui.claims.view_model import FIRST, ClaimsState
from ui.shell.address_fields import Options
from ui.shell.page_state import Refused, parse


@pytest.fixture(scope="module")
def claims(catalog: Catalog) -> Claims:
    return checked_claims(catalog)


@pytest.fixture(scope="module")
def choices(catalog: Catalog, claims: Claims) -> Options:
    return Options(catalog, claims.filters)


def test_at_first_only_some_claims_are_shown(
    catalog: Catalog, claims: Claims, choices: Options
) -> None:
    view = view_model.build(catalog, claims, state_at(ClaimsState, choices))
    assert len(view.shown) == FIRST
    assert len(view.matching) == len(claims.by_id)


def test_all_are_shown_on_demand(catalog: Catalog, claims: Claims, choices: Options) -> None:
    view = view_model.build(catalog, claims, state_at(ClaimsState, choices, every="yes"))
    assert view.shown == view.matching


def test_a_filter_narrows_the_list(catalog: Catalog, claims: Claims, choices: Options) -> None:
    state = state_at(ClaimsState, choices, verdict="wrong")
    view = view_model.build(catalog, claims, state)
    assert {str(checked.claim.verdict) for checked in view.matching} == {"wrong"}


def test_a_claim_is_shown_by_itself(catalog: Catalog, claims: Claims, choices: Options) -> None:
    state = state_at(ClaimsState, choices, claim="the-cpc-has-150-questions")
    chosen = view_model.build(catalog, claims, state).chosen
    assert chosen is claims.by_id["the-cpc-has-150-questions"]


def test_a_mistaken_address_leads_to_the_nearest_claims(
    catalog: Catalog, claims: Claims, choices: Options
) -> None:
    query = {"claim": "the-cpc-has-160-questions"}
    state, refused = parse(ClaimsState, query, choices)
    assert refused == [Refused("claim", "the-cpc-has-160-questions")]
    nearest = view_model.build(catalog, claims, state).suggestions(refused)
    assert "the-cpc-has-150-questions" in [checked.claim.id for checked in nearest]


def test_without_a_match_there_is_no_headline(
    catalog: Catalog, claims: Claims, choices: Options
) -> None:
    state = state_at(ClaimsState, choices, q="zzzz")
    assert view_model.build(catalog, claims, state).headline == ""
