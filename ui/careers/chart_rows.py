"""The rows that the charts of work and pay are drawn from, in the columns their specs name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

from cert_model.careers import (
    Outlay,
    PayGap,
    SeriesBreak,
    SeriesSegment,
    compute_balance,
    sentences,
)
from cert_model.catalog import Catalog
from cert_model.formatting import format_money, format_percent
from cert_model.frames import frames_of
from cert_model.schema.careers import PERCENTILES, ProjectionRow, SurveyRow, WageRow
from cert_model.vocabulary import AreaKind, Measure
from ui.components import line_names

_INDUSTRIES = {AreaKind.SECTOR: "whole sector", AreaKind.INDUSTRY: "single industry"}

_BAND = pa.schema(
    {
        "kind": pa.string(),
        "year": pa.float64(),
        "segment": pa.string(),
        "code": pa.string(),
        **dict.fromkeys(PERCENTILES, pa.float64()),
        "alone": pa.bool_(),
        "words": pa.string(),
    }
)
_BARS = pa.schema(
    {
        "title": pa.string(),
        "place": pa.int64(),
        "value": pa.float64(),
        "series": pa.string(),
    }
)
_BALANCE = pa.schema(
    {
        "raise": pa.string(),
        "year": pa.int64(),
        "dollars": pa.float64(),
        "words": pa.string(),
        "name": pa.string(),
        "label_at": pa.float64(),
    }
)


def band(
    catalog: Catalog, segments: Sequence[SeriesSegment], breaks: Sequence[SeriesBreak]
) -> pa.Table:
    """One row per release, kept apart by segment, and one per break of the code."""
    releases = [(segment, row) for segment in segments for row in segment.rows]
    wages = frames_of(catalog).lines_of("wages", [row for _, row in releases])
    pay = wages[["year", *PERCENTILES]].assign(
        kind="pay",
        segment=[f"{segment.soc} {segment.years[0]}" for segment, _ in releases],
        code=wages["soc"],
        alone=[len(segment.rows) == 1 for segment, _ in releases],
        words=[sentences.format_dated_pay(row) for _, row in releases],
    )
    gaps = pd.DataFrame(
        {
            "kind": "break",
            "year": [(gap.before + gap.after) / 2 for gap in breaks],
            "words": [gap.succession.text for gap in breaks],
        }
    )
    rows = pd.concat([pay.astype({"year": "Float64"}), gaps])
    return pa.Table.from_pandas(rows, schema=_BAND, preserve_index=False)


def industries(catalog: Catalog, rows: Iterable[WageRow]) -> pa.Table:
    """One row per industry; whole sectors and single industries are two series."""
    wages = frames_of(catalog).lines_of("wages", rows)
    titles = _text(wages["p50"], format_money) + ": " + wages["area"]
    series = _text(wages["area_kind"], lambda kind: _INDUSTRIES[AreaKind(kind)])
    return _bars(titles, wages["p50"], series)


def outlook(catalog: Catalog, editions: Iterable[ProjectionRow]) -> pa.Table:
    """One row per edition, newest first; each code a series of its own."""
    newest_first = sorted(editions, key=lambda row: -row.first_year)
    lines = frames_of(catalog).lines_of("projections", newest_first)
    titles = [
        f"{row.edition}: {sentences.format_growth(row)}{_openings(row)}" for row in newest_first
    ]
    return _bars(titles, lines["growth_percent"], "counted as " + lines["soc"])


def _openings(row: ProjectionRow) -> str:
    return f", {row.annual_openings:,} openings a year" if row.annual_openings else ""


def surveys(catalog: Catalog, rows: Iterable[SurveyRow]) -> pa.Table:
    """One row per figure; means and medians are two series."""
    lines = frames_of(catalog).lines_of("surveys", rows)
    measures = _text(lines["measure"], lambda measure: Measure(measure).label)
    groups = lines["group"] + ", " + lines["year"].astype("string")
    titles = groups + ": " + measures + " " + _text(lines["amount"], format_money)
    return _bars(titles, lines["amount"], measures)


def gaps(catalog: Catalog, pay_gaps: Sequence[PayGap]) -> pa.Table:
    """One row per comparison, in percent of what the others earn."""
    lines = frames_of(catalog).lines_of("certification_effect", [gap.row for gap in pay_gaps])
    percents = pd.Series([gap.percent_of_others for gap in pay_gaps], lines.index, "Float64")
    titles = lines["year"].astype("string") + ": " + _text(percents, format_percent)
    series = (
        lines["publisher"] + ", " + _text(lines["measure"], lambda name: f"{Measure(name).label}s")
    )
    return _bars(titles + ", " + lines["population"], percents, series)


def _text(column: pd.Series, write: Callable[[Any], str]) -> pd.Series:
    """Each cell of a column written out."""
    return pd.Series([write(cell) for cell in column], column.index, "string")


def _bars(titles: Iterable[str], values: pd.Series, series: Iterable[str]) -> pa.Table:
    rows = {
        "title": [line_names.above_a_bar(title) for title in titles],
        "place": range(len(values)),
        "value": values,
        "series": list(series),
    }
    return pa.Table.from_pandas(pd.DataFrame(rows), schema=_BARS, preserve_index=False)


def series_in(bars: pa.Table) -> int:
    """How many series bars belong to."""
    return len(bars["series"].unique())


def balances(outlay: Outlay, pay: float, raises: Mapping[str, float]) -> pa.Table:
    """One row per raise and year since the credential was earned.

    ``raises`` are in percent, by the name of their line.
    """
    years = range(outlay.years + 1)
    paths = {
        name: [compute_balance(outlay, pay, percent, year) for year in years]
        for name, percent in raises.items()
    }
    names = [line_names.in_lines(name) for name in raises]
    ends = [path[-1] for path in paths.values()]
    drawn = [gained for path in paths.values() for gained in path]
    places = dict(zip(raises, line_names.places(names, ends, drawn), strict=True))
    rows = [
        {
            "raise": name,
            "year": year,
            "dollars": gained,
            "words": format_money(round(gained)),
            "name": line_names.in_lines(name) if year == outlay.years else None,
            "label_at": places[name] if year == outlay.years else None,
        }
        for name, path in paths.items()
        for year, gained in zip(years, path, strict=True)
    ]
    return pa.Table.from_pylist(rows, schema=_BALANCE)
