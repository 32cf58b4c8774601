"""The rows of the table of results, as they are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from cert_model import formatting
from cert_model.catalog import Catalog, once_per_catalog
from cert_model.overview import Overview, overviews
from cert_model.vocabulary import Standing, Status
from ui.components.figures import MARKS

Cell = dict[str, str]
"""A figure as written (``text``), with the ``mark`` and words of its ``standing``."""

Row = dict[str, Any]
"""One finished row: ``id, href, label, name, remark``, ``cells`` as ``COLUMNS`` has them, and
``holders``, a figure without text where no number was published."""


@dataclass(frozen=True)
class Column:
    """A heading, and the order it sorts by."""

    title: str
    order: str
    number: bool = False


COLUMNS = (
    Column("Exam price", "price", number=True),
    Column("To earn it", "to_earn", number=True),
    Column("Each year after", "upkeep", number=True),
    Column("Exam", "length", number=True),
    Column("Pass rate", "pass_rate", number=True),
    Column("My eligibility", "sit"),
)


def row_of(overview: Overview) -> Row:
    """A credential as a finished row."""
    active = overview.status is Status.ACTIVE
    status = f"status: {overview.status.label.lower()}"
    return {
        "id": overview.id,
        "href": f"credential?id={quote(overview.id, safe='/')}",
        "label": overview.label,
        "name": overview.name,
        "remark": f"{overview.issuer_letters}, {overview.level.label.lower()} level"
        + ("" if active else f", {status}"),
        "holders": _holders(overview),
        "cells": [
            _figure(_price(overview), overview.exam_fee_standing),
            _cell(overview.to_earn_text),
            _cell(overview.upkeep_text),
            _figure(_exam(overview), overview.exam_standing),
            _figure(_rate(overview), overview.pass_rate_standing),
        ],
    }


def for_person(row: Row, standing: str) -> Row:
    """The row with whether one person may sit, as its last cell."""
    return {**row, "cells": [*row["cells"], _cell(standing)]}


def _cell(text: str, mark: str = "", standing: str = "") -> Cell:
    return {"text": text, "mark": mark, "standing": standing}


def _figure(text: str, standing: Standing | None) -> Cell:
    if not text or standing is None:
        return _cell(text or formatting.NOT_FOUND)
    return _cell(text, MARKS[standing], standing.label)


def _holders(overview: Overview) -> Cell:
    if overview.holders is None:
        return _cell("")
    year = f" ({overview.holders_year})" if overview.holders_year else ""
    return _figure(f"{overview.holders:,} holders{year}", overview.holders_standing)


def _price(overview: Overview) -> str:
    if overview.exam_fee_low is None:
        return ""
    price = formatting.format_money(overview.exam_fee_low, overview.exam_fee_high)
    return f"{price} for {overview.exam_attempts}" if overview.exam_attempts > 1 else price


def _exam(overview: Overview) -> str:
    questions = "" if overview.questions is None else f"{overview.questions:,} q"
    time = "" if overview.minutes is None else formatting.format_duration(overview.minutes)
    return ", ".join(filter(None, (questions, time)))


def _rate(overview: Overview) -> str:
    if overview.pass_rate is None:
        return ""
    return f"{overview.pass_rate:.0f}%" + (
        f" ({overview.pass_rate_year})" if overview.pass_rate_year else ""
    )


@once_per_catalog
def result_rows(catalog: Catalog) -> Mapping[str, Row]:
    """The finished row of every credential, by id; made once."""
    return {key: row_of(overview) for key, overview in overviews(catalog).items()}
