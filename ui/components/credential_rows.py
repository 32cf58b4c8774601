"""The rows behind the pictures of a credential's page, in the columns their specs name."""

import pandas as pd

from cert_model import formatting
from cert_model.catalog import Catalog
from cert_model.explore import sentences
from cert_model.frames import frames_of
from cert_model.frames.build import cells_of
from cert_model.vocabulary import Audience, Cohort


def blueprint_rows(catalog: Catalog, key: str) -> pd.DataFrame:
    """One row per part of the exam, its title with its weight in words."""
    content = frames_of(catalog).content_of(key)
    weights = zip(
        content["domain"],
        cells_of(content["low"]),
        cells_of(content["high"]),
        content["unit"],
        strict=True,
    )
    titles = [
        f"{part}: {sentences.format_weight(low, high, unit)}" for part, low, high, unit in weights
    ]
    return content[["position", "low", "high"]].assign(title=titles)


def pass_rate_rows(catalog: Catalog, key: str) -> pd.DataFrame:
    """One row per year and cohort."""
    rates = frames_of(catalog).stated_rates_of(key).dropna(subset=["year"])
    ranges = zip(rates["low"], rates["high"], strict=True)
    return pd.DataFrame(
        {
            "year": rates["year"],
            "value": (rates["low"] + rates["high"]) / 2,
            "series": [Cohort(cohort).label for cohort in rates["cohort"]],
            "words": [f"{formatting.format_range(low, high)} %" for low, high in ranges],
        }
    )


def price_rows(catalog: Catalog, key: str) -> pd.DataFrame:
    """One row per exam price and year, past and present, with whom it is for."""
    prices = frames_of(catalog).prices
    of_exam = (prices["credential"] == key) & (prices["kind"] == "exam")
    in_dollars = prices["currency"] == "USD"
    undisputed = prices["state"] != "disputed"
    rows = prices[of_exam & in_dollars & undisputed].dropna(subset=["as_of", "high"])
    attempts = [
        "" if count is None else f", {formatting.format_count(count, 'attempt')}"
        for count in cells_of(rows["attempts"])
    ]
    audiences = [Audience(audience).label for audience in rows["audience"]]
    return pd.DataFrame(
        {
            "year": rows["as_of"].str[-10:].str.extract(r"(\d{4})", expand=False).astype("Int64"),
            "value": rows["high"],
            "series": [f"{who}{tries}" for who, tries in zip(audiences, attempts, strict=True)],
            "words": [formatting.format_money(price) for price in rows["high"]],
        }
    ).sort_values(["series", "year"])
