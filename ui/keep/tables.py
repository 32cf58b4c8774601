"""The tables and rows of the page What I hold."""

from collections.abc import Sequence
from datetime import date

import pyarrow as pa
from dateutil.relativedelta import relativedelta

from cert_model.catalog import Catalog
from cert_model.costs.sentences import format_sum
from cert_model.formatting import NOT_FOUND, as_phrase, format_count, format_day, join_words
from cert_model.formatting.markdown import escape
from cert_model.renewal import sentences
from cert_model.renewal.fees import MONTHS_AHEAD
from cert_model.renewal.log import LogEntry
from cert_model.renewal.plan import IssuerRenewal, RenewalPlan
from cert_model.renewal.schedule import DueEvent, EventKind
from cert_model.renewal.what_if import Difference
from cert_model.schema.preparation import CeuOffer
from ui.charts.keep_specs import SIDES
from ui.charts.style import color_group
from ui.components.chart_rows import milliseconds

NOT_KNOWN = "not known"
NOT_SAID = "–"
MOST_SHOWN = 50
"""Entries of the log that the table shows; the file has all."""
_KINDS = {EventKind.CEUS: "CEUs", EventKind.FEE: "fees", EventKind.LAPSE: "lapse"}
_LABEL_FITS = 0.6
"""The part of the strip up to which a label stands to the right of its point."""


def overview(catalog: Catalog, plan: RenewalPlan) -> dict[str, list[str]]:
    """All issuers in one table: what is due by when, what one has, and what is left."""
    parts = plan.issuers
    return {
        "Issuer": [part.issuer.letters for part in parts],
        "You hold": [join_words(catalog.labels[key] for key in part.ids) for part in parts],
        "CEUs, full cycle": [_number(part.due) for part in parts],
        "This cycle": [format_asked(part) for part in parts],
        "You have": [NOT_SAID if part.earned is None else f"{part.earned:g}" for part in parts],
        "Left": [_number(part.left) if part.ends else NOT_KNOWN for part in parts],
        "Ends": [sentences.day_in_words(part.ends) if part.ends else NOT_KNOWN for part in parts],
    }


def _number(ceus: float | None) -> str:
    return NOT_FOUND if ceus is None else f"{ceus:g}"


def format_asked(part: IssuerRenewal) -> str:
    """The CEUs of the current cycle; "at most" those of a full one where that is not known."""
    if part.ends is None:
        return NOT_KNOWN
    if part.due_this_cycle is not None:
        return f"{part.due_this_cycle:g}"
    return NOT_FOUND if part.asked is None else f"at most {part.asked:g}"


def strip_takeaway(coming: Sequence[DueEvent]) -> str:
    """What the picture of the dates still to come shows."""
    if not coming:
        return "No date is known yet. Enter when you passed, or when your cycle ends."
    first, last = (sentences.day_in_words(event.day) for event in (coming[0], coming[-1]))
    if len(coming) == 1:
        return f"One date is known: {first}."
    return f"{format_count(len(coming), 'date')} from {first} to {last}."


def strip_rows(catalog: Catalog, events: Sequence[DueEvent], today: date) -> pa.Table:
    """The dates as the chart of the next two years draws them; see ``keep_specs.strip``."""
    days = [event.day.day for event in events]
    first, last = min([today, *days]), max([today + relativedelta(months=MONTHS_AHEAD), *days])
    rows = [_row(catalog, event) for event in events]
    places = _places(events, rows)
    return pa.Table.from_pylist(
        [
            {
                "row": row,
                "place": places[row],
                "day": milliseconds(event.day.day),
                "first": milliseconds(first),
                "until": milliseconds(last),
                "today": milliseconds(today) if first < today else None,
                "kind": _KINDS[event.kind],
                "issuer": color_group(catalog.issuers[event.issuer].letters),
                "label": "" if event.kind is EventKind.LAPSE else event.brief,
                "side": SIDES[_share(event.day.day, first, last) > _LABEL_FITS],
                "when": sentences.day_in_words(event.day),
                "words": event.what,
            }
            for event, row in zip(events, rows, strict=True)
        ]
    )


def _row(catalog: Catalog, event: DueEvent) -> str:
    """The row of a date: that of its issuer and kind; a step of a lapse has one of its own."""
    letters = catalog.issuers[event.issuer].letters
    is_step = event.kind is EventKind.LAPSE
    return f"{letters}: {as_phrase(event.brief)}" if is_step else f"{letters}, {_KINDS[event.kind]}"


def _places(events: Sequence[DueEvent], rows: Sequence[str]) -> dict[str, int]:
    """The place of each row: issuer by issuer, CEUs before fees before the steps of a lapse."""
    issuers, kinds = list(dict.fromkeys(event.issuer for event in events)), list(_KINDS)
    order = {
        row: (issuers.index(event.issuer), kinds.index(event.kind), number)
        for number, (event, row) in enumerate(zip(events, rows, strict=True))
    }
    return {row: place for place, row in enumerate(sorted(order, key=order.__getitem__))}


def _share(day: date, first: date, last: date) -> float:
    return (day - first).days / max(1, (last - first).days)


def event_table(catalog: Catalog, events: Sequence[DueEvent]) -> dict[str, list[str]]:
    """The dates as a table to read."""
    return {
        "When": [sentences.day_in_words(event.day) for event in events],
        "Issuer": [catalog.issuers[event.issuer].letters for event in events],
        "What": [event.what for event in events],
    }


def difference_table(difference: Difference) -> dict[str, list[str]]:
    """Now and then, side by side: CEUs by issuer, CEUs a year and dollars a year."""
    plans = [difference.before, difference.after]
    letters = dict.fromkeys(part.issuer.letters for plan in plans if plan for part in plan.issuers)
    columns = [[*(_full_cycle(plan, name) for name in letters), *_yearly(plan)] for plan in plans]
    return {
        "": [*(f"CEUs of a full cycle, {name}" for name in letters), "CEUs a year", "Cost a year"],
        "Now": columns[0],
        "Then": columns[1],
    }


def _full_cycle(plan: RenewalPlan | None, letters: str) -> str:
    parts = [part for part in plan.issuers if part.issuer.letters == letters] if plan else []
    return _number(parts[0].due) if parts else "none"


def _yearly(plan: RenewalPlan | None) -> list[str]:
    if plan is None:
        return ["none", "none"]
    ceus = plan.ceus_a_year
    return [NOT_FOUND if ceus is None else f"{ceus:.3g}", format_sum(plan.cost_a_year)]


def by_price(offer: CeuOffer) -> tuple[int, float, str]:
    """Puts free CEUs first, then those with a price for one, then packages, then the others."""
    price = offer.price_per_ceu.top if offer.price_per_ceu else None
    if price is not None:
        return 0, price, offer.name
    return (1 if offer.prices else 2), 0.0, offer.name


def latest_of(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """The entries of the log that the page shows, the latest first."""
    return list(reversed(entries))[:MOST_SHOWN]


def entry_label(entry: LogEntry) -> str:
    """An entry of the log as a line of a list to choose from."""
    return f"{format_day(entry.day)}: {entry.title}, {entry.ceus:g}"


def log_table(catalog: Catalog, entries: Sequence[LogEntry]) -> dict[str, list[str]]:
    """The log as a table to read, the latest entry first."""
    latest = latest_of(entries)
    return {
        "Day": [format_day(entry.day) for entry in latest],
        "What": [escape(entry.title) for entry in latest],
        "CEUs": [f"{entry.ceus:g}" for entry in latest],
        "Counts at": [
            ", ".join(catalog.issuers[key].letters for key in entry.issuers) or NOT_SAID
            for entry in latest
        ],
        "Subject": [escape(entry.subject) for entry in latest],
    }
