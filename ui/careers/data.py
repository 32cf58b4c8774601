"""The rows behind the pictures of work and pay, in the columns their specs name."""

from collections.abc import Iterable, Sequence

import pyarrow as pa

from cert_model.careers import (
    Outlay,
    PayGap,
    SeriesBreak,
    SeriesSegment,
    compute_balance,
    release_year,
    sentences,
)
from cert_model.formatting import format_money, format_percent
from cert_model.schema.careers import ProjectionRow, SurveyRow, WageRow
from cert_model.vocabulary import PayProgram

SECTOR, SINGLE = "whole sector", "single industry, from the Handbook"

_BAND = pa.schema(
    {
        "kind": pa.string(),
        "year": pa.float64(),
        "segment": pa.string(),
        "code": pa.string(),
        "p10": pa.float64(),
        "p25": pa.float64(),
        "p50": pa.float64(),
        "p75": pa.float64(),
        "p90": pa.float64(),
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
    }
)


def band(parts: Sequence[SeriesSegment], breaks: Sequence[SeriesBreak]) -> pa.Table:
    """One row per release, kept apart by segment, and one per break of the code."""
    rows: list[dict[str, object]] = [
        {
            "kind": "pay",
            "year": release_year(row),
            "segment": f"{part.soc} {part.years[0]}",
            "code": part.soc,
            **{name: getattr(row, name) for name in ("p10", "p25", "p50", "p75", "p90")},
            "alone": len(part.rows) == 1,
            "words": sentences.format_dated_pay(row),
        }
        for part in parts
        for row in part.rows
    ]
    rows += [
        {"kind": "break", "year": (each.before + each.after) / 2, "words": each.succession.text}
        for each in breaks
    ]
    return pa.Table.from_pylist(rows, schema=_BAND)


def industries(rows: Iterable[WageRow]) -> pa.Table:
    """One row per industry; whole sectors and single industries are two series."""
    return _bars(
        (
            f"{format_money(row.p50)}: {row.area}",
            row.p50,
            "whole sector"
            if row.program is PayProgram.OEWS
            else "single industry, from the Handbook",
        )
        for row in rows
    )


def outlook(editions: Iterable[ProjectionRow]) -> pa.Table:
    """One row per edition, newest first; each code a series of its own."""
    newest_first = sorted(editions, key=lambda row: -row.first_year)
    return _bars(
        (
            f"{row.edition}: {sentences.format_growth(row)}{_openings(row)}",
            row.growth_percent,
            f"counted as {row.soc}",
        )
        for row in newest_first
    )


def _openings(row: ProjectionRow) -> str:
    return f", {row.annual_openings:,} openings a year" if row.annual_openings else ""


def surveys(rows: Iterable[SurveyRow]) -> pa.Table:
    """One row per figure; means and medians are two series."""
    return _bars(
        (
            f"{row.group}, {row.year}: {row.measure.label} {format_money(row.amount)}",
            row.amount,
            row.measure.label,
        )
        for row in rows
    )


def gaps(found: Iterable[PayGap]) -> pa.Table:
    """One row per comparison, in percent of what the others earn."""
    return _bars(
        (
            f"{each.row.year}: {format_percent(each.percent_of_others)}, {each.row.population}",
            each.percent_of_others,
            f"{each.row.publisher}, {each.row.measure.label}s",
        )
        for each in found
    )


def _bars(rows: Iterable[tuple[str, float | None, str]]) -> pa.Table:
    return pa.Table.from_pylist(
        [
            {"title": title, "place": place, "value": value, "series": series}
            for place, (title, value, series) in enumerate(rows)
        ],
        schema=_BARS,
    )


def balances(cost: Outlay, pay: float, raises: Iterable[float]) -> pa.Table:
    """One row per raise and year since the credential was earned."""
    return pa.Table.from_pylist(
        [
            {
                "raise": f"raise of {each:g} %",
                "year": year,
                "dollars": gained,
                "words": format_money(round(gained)),
            }
            for each in dict.fromkeys(raises)
            for year in range(cost.years + 1)
            for gained in [compute_balance(cost, pay, each, year)]
        ],
        schema=_BALANCE,
    )
