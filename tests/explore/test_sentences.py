"""Sentences over pictures say what the rows say."""

from dataclasses import replace

import pandas as pd

from cert_model.catalog import Catalog
from cert_model.explore import sentences
from cert_model.frames import frames_of
from cert_model.overview import overviews
from cert_model.vocabulary import Setting


def test_the_cheapest_and_the_dearest_are_named(catalog: Catalog) -> None:
    two = [overviews(catalog)["ahima/cca"], overviews(catalog)["aapc/cpb"]]
    assert sentences.describe_cost_against_effort(two, "questions") == (
        "Price and questions are known for 2 of 2. The CCA exam is cheapest at $199 "
        "(105 questions); the CPB exam costs the most, up to $425 (135 questions)."
    )


def test_equal_prices_make_nobody_the_cheapest(catalog: Catalog) -> None:
    two = [overviews(catalog)["aapc/cpb"], overviews(catalog)["aapc/crc"]]
    assert sentences.describe_cost_against_effort(two, "questions") == (
        "Price and questions are known for 2 of 2. Each of these exams costs $425."
    )


def test_one_credential_makes_no_comparison(catalog: Catalog) -> None:
    one = [overviews(catalog)["ahima/cca"]]
    assert sentences.describe_cost_against_effort(one, "minutes") == (
        "Price and minutes are known for 1 of 1. The CCA exam costs $199–299 (2 h)."
    )


def test_an_estimate_is_counted_apart_and_never_called_cheapest(catalog: Catalog) -> None:
    cca, cpb, cic = (overviews(catalog)[key] for key in ("ahima/cca", "aapc/cpb", "aapc/cic"))
    cheap = replace(cic, exam_fee_low=10, exam_fee_high=900)
    assert sentences.describe_cost_against_effort([cca, cpb, cheap], "minutes") == (
        "Price and minutes are known for 2 of 3 and estimated for 1 more, drawn as rings. "
        "The CCA exam is cheapest at $199 (2 h); the CPB exam costs the most, up to $425 (4 h)."
    )
    assert sentences.describe_cost_against_effort([cic], "minutes") == (
        "Price and minutes are known for 0 of 1 and estimated for 1 more, drawn as rings."
    )


def test_nothing_to_draw_is_said() -> None:
    assert sentences.describe_cost_against_effort([], "minutes").startswith("None of these")


def test_the_places_and_code_sets_named_most_often_are_counted(catalog: Catalog) -> None:
    two = [overviews(catalog)["ahima/ccs"], overviews(catalog)["aapc/cic"]]
    assert sentences.describe_scope(two) == (
        "The most common place of work is Hospital inpatient, in 2 of 2. "
        "The most common code set is ICD-10-CM, in 2 of 2."
    )


def test_the_largest_part_of_an_exam_is_named(catalog: Catalog) -> None:
    assert sentences.describe_blueprint(frames_of(catalog).content_of("ahima/cca")) == (
        "The largest of 6 parts is Clinical classification systems: 30–34%."
    )


def test_parts_without_weights_are_said_to_have_none() -> None:
    parts = pd.DataFrame({"domain": ["A"], "low": [None], "high": [None], "unit": ["percent"]})
    assert sentences.describe_blueprint(parts) == "The parts are known; their weights are not."


def test_a_pass_rate_is_held_against_the_oldest(catalog: Catalog) -> None:
    sentence = sentences.describe_pass_rates(frames_of(catalog).stated_rates_of("ahima/cca"))
    assert sentence == "62 percent passed in 2025, compared with 77 percent in 2018."


def test_pass_rates_of_other_people_are_not_compared(catalog: Catalog) -> None:
    rates = frames_of(catalog).stated_rates_of("ahima/rhit")
    assert set(rates["cohort"]) == {"first-time", "not-stated"}
    assert sentences.describe_pass_rates(rates) == (
        "74 percent passed in 2025, compared with 71 percent in 2022."
    )


def test_no_pass_rate_is_said(catalog: Catalog) -> None:
    assert sentences.describe_pass_rates(frames_of(catalog).pass_rates.head(0)).startswith(
        "No pass rate"
    )


def test_any_setting_is_not_called_a_place_of_work(catalog: Catalog) -> None:
    anywhere = replace(overviews(catalog)["ahima/cca"], settings=(Setting.ANY,), code_sets=None)
    assert sentences.describe_scope([anywhere]) == "What these cover was not found."
