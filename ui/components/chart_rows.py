"""The rows behind the pictures of costs, exams and prices, in the columns their specs name."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from itertools import product

import pandas as pd
import pyarrow as pa

from cert_model import formatting
from cert_model.catalog import Catalog, once_per_catalog
from cert_model.costs import Category, CostPlan, CostRow, Swing, add_up, all_crossovers
from cert_model.explore import sentences
from cert_model.formatting import format_money, with_capital
from cert_model.formatting.markdown import escape
from cert_model.frames import frames_of
from cert_model.frames.build import cells_of
from cert_model.vocabulary import Audience, Cohort
from ui.charts.cost_specs import CATEGORIES
from ui.charts.style import color_group, legend_terms
from ui.components import line_names

_PARTS = pa.schema(
    {
        "bar": pa.string(),
        "place": pa.int64(),
        "category": pa.string(),
        "dollars": pa.float64(),
        "words": pa.string(),
    }
)
_SWINGS = pa.schema(
    {
        "assumption": pa.string(),
        "place": pa.int64(),
        "low": pa.float64(),
        "high": pa.float64(),
        "words": pa.string(),
    }
)
_PATHS = pa.schema(
    {
        "label": pa.string(),
        "issuer": pa.string(),
        "year": pa.int64(),
        "dollars": pa.float64(),
        "words": pa.string(),
        "flips": pa.bool_(),
        "label_at": pa.float64(),
    }
)


def complete(plans: Mapping[str, CostPlan]) -> dict[str, CostPlan]:
    """The plans that lack no price: they alone are drawn beside one another."""
    return {label: plan for label, plan in plans.items() if plan.complete}


def by_category(plans: Mapping[str, CostPlan]) -> pa.Table:
    """One row per complete plan and category that is not zero."""
    rows = [
        _part(label, place, category, spent)
        for place, (label, plan) in enumerate(complete(plans).items())
        for category in Category
        if (spent := plan.of_category(category).typical)
    ]
    return pa.Table.from_pylist(rows, schema=_PARTS)


def by_year(plan: CostPlan) -> pa.Table:
    """One row per year and category that is not zero."""
    lines: dict[tuple[int, Category], list[CostRow]] = {}
    for row in plan.rows:
        lines.setdefault((row.year, row.category), []).append(row)
    places = product(range(1, plan.request.years + 1), Category)
    rows = [
        _part(f"year {year}", year, category, spent)
        for year, category in places
        if (year, category) in lines and (spent := add_up(lines[year, category]).typical)
    ]
    return pa.Table.from_pylist(rows, schema=_PARTS)


def _part(bar: str, place: int, category: Category, spent: float) -> dict[str, object]:
    name = CATEGORIES[category].label
    words = format_money(round(spent))
    return {"bar": bar, "place": place, "category": name, "dollars": spent, "words": words}


def categories_of(parts: pa.Table) -> tuple[str, ...]:
    """The labels of the categories in such rows, for the legend, in their usual order."""
    order = (style.label for style in CATEGORIES.values())
    return legend_terms(parts["category"].to_pylist(), order)


def cumulative(catalog: Catalog, plans: Mapping[str, CostPlan]) -> pa.Table:
    """One row per line and year: what was paid by its end, and whether it now costs more.

    Complete plans have lines; those that cost the same in every year share one and its name.
    """
    drawn = complete(plans)
    turns = {(flip.cheaper_before, flip.year) for flip in all_crossovers(drawn)}
    sharing: dict[tuple[float, ...], list[str]] = {}
    for label, plan in drawn.items():
        years = range(1, plan.request.years + 1)
        sharing.setdefault(tuple(plan.by_end_of(year).typical for year in years), []).append(label)
    names = [line_names.in_lines(", ".join(labels)) for labels in sharing.values()]
    # The picture reaches from 0 to the highest end.
    ends = [paid[-1] for paid in sharing]
    places = line_names.places(names, ends, [0.0, *ends])
    rows = [
        {
            "label": name,
            "issuer": _issuer_of(catalog, drawn[labels[0]]),
            "year": year,
            "dollars": dollars,
            "words": format_money(round(dollars)),
            "flips": any((label, year) in turns for label in labels),
            "label_at": place if year == len(paid) else None,
        }
        for name, place, (paid, labels) in zip(names, places, sharing.items(), strict=True)
        for year, dollars in enumerate(paid, start=1)
    ]
    return pa.Table.from_pylist(rows, schema=_PATHS)


def _issuer_of(catalog: Catalog, plan: CostPlan) -> str:
    """The color group of the issuer of a plan's first credential."""
    sheet = catalog.credentials[plan.request.credentials[0].id]
    return color_group(catalog.issuers[sheet.issuer].letters)


def swing_rows(swings: Sequence[Swing]) -> pa.Table:
    """One row per assumption that moves the total."""
    rows = [
        {
            "assumption": _swing_label(swing),
            "place": place,
            "low": min(swing.low, swing.high),
            "high": max(swing.low, swing.high),
            "words": f"{format_money(round(swing.low))} to {format_money(round(swing.high))}",
        }
        for place, swing in enumerate(swings)
    ]
    return pa.Table.from_pylist(rows, schema=_SWINGS)


def swing_table(swings: Sequence[Swing]) -> dict[str, list[str]]:
    """How far each assumption moves the total, as a table to read."""
    return {
        "Assumption": [_swing_label(swing) for swing in swings],
        "Total": [
            escape(f"{format_money(round(swing.low))} to {format_money(round(swing.high))}")
            for swing in swings
        ],
    }


def _swing_label(swing: Swing) -> str:
    label = swing.label.removeprefix("the ")
    return f"{with_capital(label)}: {swing.ends.low_setting} or {swing.ends.high_setting}"


@once_per_catalog
def blueprint_takeaway(catalog: Catalog, key: str) -> str:
    """Which part of the exam weighs most."""
    return sentences.describe_blueprint(frames_of(catalog).content_of(key))


@once_per_catalog
def pass_rate_rows(catalog: Catalog, key: str) -> pa.Table:
    """One row per year and cohort."""
    rates = frames_of(catalog).stated_rates_of(key).dropna(subset=["year"])
    ranges = zip(rates["low"], rates["high"], strict=True)
    drawn = pd.DataFrame(
        {
            "year": rates["year"],
            "value": (rates["low"] + rates["high"]) / 2,
            "series": [Cohort(cohort).label for cohort in rates["cohort"]],
            "words": [f"{formatting.format_range(low, high)}%" for low, high in ranges],
        }
    )
    return _named_at_ends(drawn, scale=(0, 100))


@once_per_catalog
def pass_rate_takeaway(catalog: Catalog, key: str) -> str:
    """How the pass rate changed."""
    return sentences.describe_pass_rates(frames_of(catalog).stated_rates_of(key))


@once_per_catalog
def price_rows(catalog: Catalog, key: str) -> pa.Table:
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
    drawn = pd.DataFrame(
        {
            "year": rows["as_of"].str[-10:].str.extract(r"(\d{4})", expand=False).astype("Int64"),
            "value": rows["high"],
            "series": [f"{who}{tries}" for who, tries in zip(audiences, attempts, strict=True)],
            "words": [formatting.format_money(price) for price in rows["high"]],
        }
    )
    return _named_at_ends(drawn.sort_values(["series", "year"]), scale=drawn["value"].tolist())


def _named_at_ends(drawn: pd.DataFrame, scale: Sequence[float]) -> pa.Table:
    """The rows, with the name of each series and its place in the row where its line ends.

    ``scale`` holds the lowest and the highest value of the picture.
    """
    rows = drawn.reset_index(drop=True)
    ends = rows.sort_values("year", kind="stable").groupby("series").tail(1)
    names = [line_names.in_lines(name) for name in ends["series"]]
    places = line_names.places(names, ends["value"].tolist(), scale)
    return _arrow(
        rows.assign(
            name=pd.Series(names, ends.index, "string"),
            label_at=pd.Series(places, ends.index, "Float64"),
        )
    )


def spans_years(rows: pa.Table) -> bool:
    """Whether the figures are of more than one year, so that a change shows."""
    return len(rows["year"].unique()) > 1


def _arrow(frame: pd.DataFrame) -> pa.Table:
    """The rows as the browser gets them: Streamlit would turn a frame into this on every run."""
    return pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)


def milliseconds(day: date) -> float:
    """The beginning of a day, in milliseconds since 1970, as charts take it."""
    return datetime.combine(day, time(), UTC).timestamp() * 1_000
