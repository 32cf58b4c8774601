"""The rows behind the pictures of a credential's page, in the columns their specs name."""

import pandas as pd

from cert_model import formatting
from cert_model.catalog import Catalog
from cert_model.explore import sentences
from cert_model.vocabulary import Audience, Cohort


def blueprint_rows(catalog: Catalog, key: str) -> pd.DataFrame:
    """One row per part of the exam, its title with its weight in words."""
    rows = catalog.content_of(key)
    parts = zip(rows["domain"], rows["low"], rows["high"], rows["unit"], strict=True)
    titles = [f"{part}: {sentences.weight(low, high, unit)}" for part, low, high, unit in parts]
    return rows[["position", "low", "high"]].assign(title=titles)


def pass_rate_rows(catalog: Catalog, key: str) -> pd.DataFrame:
    """One row per year and cohort."""
    rows = catalog.stated_rates_of(key).dropna(subset=["year"])
    cohorts = [Cohort(cohort).label for cohort in rows["cohort"]]
    spans = [
        formatting.format_range(low, high)
        for low, high in zip(rows["low"], rows["high"], strict=True)
    ]
    return pd.DataFrame(
        {
            "year": rows["year"],
            "value": (rows["low"] + rows["high"]) / 2,
            "series": cohorts,
            "words": [f"{each} %" for each in spans],
        }
    )


def price_rows(catalog: Catalog, key: str) -> pd.DataFrame:
    """One row per exam price and year, past and present, with whom it is for."""
    rows = catalog.fees[
        (catalog.fees["credential"] == key)
        & (catalog.fees["kind"] == "exam")
        & (catalog.fees["currency"] == "USD")
        & (catalog.fees["state"] != "disputed")
    ].dropna(subset=["as_of", "high"])
    attempts = [
        "" if pd.isna(count) else f", {formatting.format_count(int(count), 'attempt')}"
        for count in rows["attempts"]
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
