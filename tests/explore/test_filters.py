"""Filters: the fast masks hold against a slow and obvious reading of the rules."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.explore.credential_filters import credential_filters
from cert_model.explore.filters import Filters
from cert_model.frames import frames_of
from cert_model.overview import overviews
from tests.catalogs import project_catalog
from tests.effort import percent_of_examples

CATALOG = project_catalog()
INDEX = credential_filters(CATALOG)

choices = st.fixed_dictionaries(
    {},
    optional={
        name: st.frozensets(
            st.sampled_from(list(facet.terms)), min_size=1, max_size=1 if facet.exclusive else 3
        )
        for name, facet in INDEX.facets.items()
    },
)


def plainly_matches(row: pd.Series, name: str, term: str) -> bool:
    """One term of one facet, read off the row."""
    lists = {"role": "roles", "setting": "settings", "code_set": "code_sets"}
    if name in lists:
        terms = row[lists[name]]
        return bool(pd.notna(terms) and term in terms.split("; "))
    if name in ("level", "issuer", "status"):
        return bool(row[name] == term)
    if name in ("online", "open_book"):
        return bool(pd.notna(row[name]) and row[name] == (term == "yes"))
    figures = {
        "price": (row["exam_fee_low"], 1, 1),
        "to_earn": (row["to_earn"] if row["to_earn_complete"] else None, 1, 1),
        "length": (row["minutes"], 60, 1),
        "ceus": (row["ceus"], 1, 12 / row["cycle_months"]),
    }
    figure, unit, per_year = figures[name]
    if pd.isna(figure) or pd.isna(per_year):
        return False
    return bool(figure * per_year <= float(term.removesuffix("h")) * unit)


@percent_of_examples(60)
@given(choices)
def test_the_masks_agree_with_the_plain_reading(chosen: dict[str, frozenset[str]]) -> None:
    plain = [
        row["id"]
        for _, row in frames_of(CATALOG).credentials.iterrows()
        if all(
            any(plainly_matches(row, name, term) for term in terms)
            for name, terms in chosen.items()
        )
    ]
    assert INDEX.matching(chosen) == plain


@percent_of_examples(60)
@given(choices, st.data())
def test_the_number_beside_a_choice_is_what_choosing_it_leaves(
    chosen: dict[str, frozenset[str]], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(list(INDEX.facets)))
    term = data.draw(st.sampled_from(list(INDEX.facets[name].terms)))
    alone = {**chosen, name: frozenset([term])}
    assert INDEX.counts(chosen)[name][term] == len(INDEX.matching(alone))


@percent_of_examples(60)
@given(choices)
def test_dropping_a_filter_leaves_as_many_as_promised(
    chosen: dict[str, frozenset[str]],
) -> None:
    matches = len(INDEX.matching(chosen))
    for name, promised in INDEX.matches_without(chosen):
        others = {key: terms for key, terms in chosen.items() if key != name}
        assert len(INDEX.matching(others)) == promised > matches


def test_without_choices_everything_matches(catalog: Catalog, index: Filters) -> None:
    assert index.matching({}) == list(catalog.credentials)


def test_an_unknown_figure_passes_no_limit(index: Filters, catalog: Catalog) -> None:
    cheap = index.matching({"price": frozenset(["450"])})
    assert all(overviews(catalog)[key].exam_fee_low is not None for key in cheap)


def test_a_search_can_be_dropped_like_a_filter(index: Filters) -> None:
    gains = dict(index.matches_without({"issuer": frozenset(["nha"])}, "inpatient-only-nonsense"))
    assert gains == {"q": len(index.matching({"issuer": frozenset(["nha"])}))}


@pytest.mark.parametrize("name", list(INDEX.facets))
def test_every_choice_offered_fits_something(index: Filters, name: str) -> None:
    assert all(count for count in index.counts({})[name].values())
