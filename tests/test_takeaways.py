"""Sentences over pictures say what the rows say."""

import pandas as pd

from cert_model import takeaways
from cert_model.catalog import Catalog


def test_the_cheapest_and_the_dearest_are_named(catalog: Catalog) -> None:
    rows = catalog.credential_rows.set_index("id", drop=False).loc[["ahima/cca", "aapc/cpb"]]
    assert takeaways.cost_against_effort(rows, "questions") == (
        "Price and questions are known for 2 of 2. The exam of CCA is the cheapest at $199 "
        "(105 questions); CPB costs the most, up to $425 (135 questions)."
    )


def test_one_credential_makes_no_comparison(catalog: Catalog) -> None:
    rows = catalog.credential_rows.set_index("id", drop=False).loc[["ahima/cca"]]
    assert takeaways.cost_against_effort(rows, "minutes") == (
        "Price and minutes are known for 1 of 1. CCA costs $199–299, 2 h."
    )


def test_nothing_to_draw_is_said(catalog: Catalog) -> None:
    none = catalog.credential_rows.head(0)
    assert takeaways.cost_against_effort(none, "minutes").startswith("None of these")


def test_the_largest_part_of_an_exam_is_named(catalog: Catalog) -> None:
    assert takeaways.blueprint(catalog.content_of("ahima/cca")) == (
        "The largest of 6 parts is Clinical classification systems: 30–34 %."
    )


def test_parts_without_weights_are_said_to_have_none() -> None:
    parts = pd.DataFrame({"domain": ["A"], "low": [None], "high": [None], "unit": ["percent"]})
    assert takeaways.blueprint(parts) == "The parts are known, their weights are not."


def test_a_pass_rate_is_held_against_the_oldest(catalog: Catalog) -> None:
    sentence = takeaways.pass_rates(catalog.stated_rates_of("ahima/cca"))
    assert sentence == "62 percent passed in 2025, against 77 percent in 2018."


def test_no_pass_rate_is_said(catalog: Catalog) -> None:
    assert takeaways.pass_rates(catalog.pass_rates.head(0)).startswith("No pass rate")


def test_any_setting_is_not_called_a_place_of_work() -> None:
    cells = pd.DataFrame({"kind": ["setting"], "term_label": ["Any setting"]})
    assert takeaways.scope(cells, 1) == "What these cover was not found."
