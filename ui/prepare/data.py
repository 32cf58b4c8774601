"""The rows behind the picture of a study plan, and the tables of the page Prepare."""

from datetime import UTC, date, datetime, time, timedelta

import pandas as pd
import pyarrow as pa

from cert_model.catalog import Catalog
from cert_model.formatting import (
    NOT_FOUND,
    format_day,
    format_duration,
    format_money,
    format_weeks,
)
from cert_model.formatting.markdown import escape, format_link
from cert_model.frames import SEPARATOR, frames_of
from cert_model.frames.build import cells_of
from cert_model.preparation import PlanPart, PlanPhase, ProgramMatches, StudyPlan, sentences
from cert_model.vocabulary import Inclusion, ProgramDelivery, Term
from ui.charts.study_specs import PHASES

_PHASES = dict(zip((PlanPhase.SUBJECTS, PlanPhase.EXAM, PlanPhase.REVIEW), PHASES, strict=True))
_BARS = pa.schema(
    {
        "title": pa.string(),
        "place": pa.int64(),
        "phase": pa.string(),
        "first": pa.float64(),
        "until": pa.float64(),
        "words": pa.string(),
    }
)


def bars(plan: StudyPlan) -> pa.Table:
    """One row per part; ``ui.prepare.charts.study_weeks`` says what the columns mean."""
    rows = [
        {
            "title": f"{place}. {part.title}, {format_duration(part.minutes)}",
            "place": place,
            "phase": _PHASES[part.phase],
            "first": _instant(part.first),
            "until": _instant(part.last + timedelta(1)),
            "words": f"{format_day(part.first)} to {format_day(part.last)}",
        }
        for place, part in enumerate(plan.parts, start=1)
    ]
    return pa.Table.from_pylist(rows, schema=_BARS)


def _instant(given: date) -> float:
    return datetime.combine(given, time(), UTC).timestamp() * 1_000


def table(plan: StudyPlan) -> dict[str, list[str]]:
    """The parts of a plan in the order of their days."""
    return {
        "Part": [escape(part.title) for part in plan.parts],
        "Hours": [escape(format_duration(part.minutes)) for part in plan.parts],
        "When": [escape(_when(part)) for part in plan.parts],
    }


def _when(part: PlanPart) -> str:
    length = format_weeks((part.last - part.first).days + 1)
    return f"{format_day(part.first)} to {format_day(part.last)}, {length}"


def program_table(catalog: Catalog, matches: ProgramMatches) -> dict[str, list[str]]:
    """Every program that fits, and after them those of which it cannot be said.

    Each leads to a page it was read on, which also lets the keyboard scroll the table.
    """
    offers = [*matches.fitting, *matches.unclear]
    by_id = frames_of(catalog).programs.set_index("id")
    programs = by_id.loc[[offer.program.id for offer in offers]]
    return {
        "Program": _program_links(catalog, programs),
        "List price": _price_ranges(programs["list_price_low"], programs["list_price_high"]),
        "On sale": _price_ranges(programs["sale_price_low"], programs["sale_price_high"]),
        "Length": [
            escape(sentences.format_program_length(months))
            for months in cells_of(programs["months"])
        ],
        "Where": _labels(programs["delivery"], ProgramDelivery),
        "Includes": _labels(programs["includes"], Inclusion),
        "Not known": [escape(", ".join(offer.unclear)) for offer in offers],
    }


def _program_links(catalog: Catalog, programs: pd.DataFrame) -> list[str]:
    """Each program with its provider, as a link to the first page it was read on."""
    url_of = dict(zip(*(frames_of(catalog).sources[name] for name in ("id", "url")), strict=True))
    names = programs["name"] + ", " + programs["provider"]
    urls = ([url_of[key] for key in ids.split(SEPARATOR)] for ids in programs["sources"])
    pages = (next((url for url in found if url is not pd.NA), None) for found in urls)
    return [format_link(name, page) for name, page in zip(names, pages, strict=True)]


def _price_ranges(lows: pd.Series, highs: pd.Series) -> list[str]:
    ranges = zip(cells_of(lows), cells_of(highs), strict=True)
    return [escape(format_money(low, high)) for low, high in ranges]


def _labels(column: pd.Series, vocabulary: type[Term]) -> list[str]:
    """The labels of the terms in each cell."""
    return [
        NOT_FOUND
        if terms is None
        else escape(", ".join(vocabulary(term).label for term in terms.split(SEPARATOR)))
        for terms in cells_of(column)
    ]
