"""The study plan, the programs and the payers as rows for a chart and tables to read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

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
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import escape, format_link
from cert_model.frames import SEPARATOR, frames_of
from cert_model.frames.build import cells_of
from cert_model.preparation import Payer, PlanPart, PlanPhase, ProgramOffer, StudyPlan
from cert_model.preparation.sentences import format_program_length
from cert_model.schema import Fact
from cert_model.schema.outcomes import Outcome
from cert_model.schema.preparation import Funding
from cert_model.vocabulary import Inclusion, ProgramDelivery, Term
from ui.charts.exam_specs import PHASES
from ui.components import figures
from ui.components.chart_rows import milliseconds

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
_CAPS = {"cap_per_test": "a test", "cap_per_year": "a year", "cap_total": "in all"}


def plan_bars(plan: StudyPlan) -> pa.Table:
    """One row per part of a plan; ``study_specs.study_weeks`` says what the columns mean."""
    rows = [
        {
            "title": f"{place}. {part.title}, {format_duration(part.minutes)}",
            "place": place,
            "phase": _PHASES[part.phase],
            "first": milliseconds(part.first),
            "until": milliseconds(part.last + timedelta(1)),
            "words": _days(part),
        }
        for place, part in enumerate(plan.parts, start=1)
    ]
    return pa.Table.from_pylist(rows, schema=_BARS)


def _days(part: PlanPart) -> str:
    return f"{format_day(part.first)} to {format_day(part.last)}"


def plan_table(plan: StudyPlan) -> dict[str, list[str]]:
    """The parts of a plan in the order of their days."""
    lengths = [format_weeks((part.last - part.first).days + 1) for part in plan.parts]
    return {
        "Part": [escape(part.title) for part in plan.parts],
        "Hours": [escape(format_duration(part.minutes)) for part in plan.parts],
        "When": [
            escape(f"{_days(part)}, {length}")
            for part, length in zip(plan.parts, lengths, strict=True)
        ],
    }


def program_table(catalog: Catalog, offers: Sequence[ProgramOffer]) -> dict[str, list[str]]:
    """A row for each program.

    Its name leads to a page it was read on, which also lets the keyboard scroll the table.
    """
    by_id = frames_of(catalog).programs.set_index("id")
    programs = by_id.loc[[offer.program.id for offer in offers]]
    return {
        "Program": _program_links(catalog, programs),
        "List price": _price_ranges(programs["list_price_low"], programs["list_price_high"]),
        "On sale": _price_ranges(programs["sale_price_low"], programs["sale_price_high"]),
        "Length": [
            escape(format_program_length(months)) for months in cells_of(programs["months"])
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
    pages = (next((url for url in of_program if url is not pd.NA), None) for of_program in urls)
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


def _joined(texts: Iterable[str]) -> str:
    return escape("; ".join(texts) or format_reading(None))


def payer_table(catalog: Catalog, payers: Sequence[Payer], label: str) -> dict[str, list[str]]:
    """A row for each payer; ``label`` is that of the credential."""
    return {
        "Payer": [escape(payer.name) for payer in payers],
        "Funding": [_joined(offer.funding.name for offer in payer.offerings) for payer in payers],
        "Pays": [_joined(_of_each_offer(payer, _pays)) for payer in payers],
        "At most": [_joined(_of_each_offer(payer, _caps)) for payer in payers],
        f"Names the {label}": ["yes" if payer.covers else "ask" for payer in payers],
        "Source": [_payer_sources(catalog, payer) for payer in payers],
    }


def as_lines(table: Mapping[str, Sequence[str]]) -> str:
    """The rows of a table one below the other, as Markdown, where there is no room for columns.

    The first column names a row; of each further one its title stands before the cell.
    """
    first, *others = table
    rows = zip(table[first], *(table[title] for title in others), strict=True)
    return "\n\n".join(
        "  \n".join(
            [
                f"**{name}**",
                *(f"{title}: {cell}" for title, cell in zip(others, cells, strict=True)),
            ]
        )
        for name, *cells in rows
    )


def _of_each_offer(payer: Payer, describe: Callable[[Funding], Iterator[str]]) -> Iterator[str]:
    """What is said of each offer, which is named where there are several."""
    for offer in payer.offerings:
        for text in describe(offer.funding):
            yield text if len(payer.offerings) == 1 else f"{offer.funding.name}: {text}"


def _pays(funding: Funding) -> Iterator[str]:
    if funding.pays is not None:
        yield format_reading(funding.pays)


def _caps(funding: Funding) -> Iterator[str]:
    for cap, scope in funding_caps(funding):
        yield f"{format_reading(cap, '$')} {scope}"


def funding_caps(funding: Funding) -> Iterator[tuple[Fact[float], str]]:
    """The dollars that funding pays at most, each with what they are a limit of."""
    for name, scope in _CAPS.items():
        cap = getattr(funding, name)
        if cap is not None:
            yield cap, scope


def _payer_sources(catalog: Catalog, payer: Payer) -> str:
    """Where it was read what each offer pays, or else its first rule."""
    statements = [offer.funding.pays or next(iter(offer.notes), None) for offer in payer.offerings]
    links = (figures.marked_sources(catalog, statement) for statement in statements if statement)
    return ", ".join(links) or format_reading(None)


def outcome_table(outcomes: Sequence[Outcome]) -> dict[str, list[str]]:
    """Work and pay after a program, in the order of ``outcomes``."""
    return {
        "School": [escape(outcome.school or "All schools") for outcome in outcomes],
        "Subject": [escape(outcome.subject) for outcome in outcomes],
        "Students": [f"{outcome.completers:,}" for outcome in outcomes],
        "Employed after 6 months": [f"{outcome.employed:.0f}%" for outcome in outcomes],
        "Employed after 1 year": [f"{outcome.employed_after_a_year:.0f}%" for outcome in outcomes],
        "Pay per quarter, after 6 months": [
            escape(format_money(outcome.quarterly_pay)) for outcome in outcomes
        ],
        "Note": [escape(outcome.note or "") for outcome in outcomes],
    }
