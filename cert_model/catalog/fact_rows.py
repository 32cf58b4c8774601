"""Every sourced statement of the catalog as a table."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from cert_model.catalog.frames import table
from cert_model.catalog.standing import standing
from cert_model.schema import Careers, Credential, Evidence, Issuer, Model, Preparation, Source
from cert_model.schema.walk import FieldPath, find_statements

Credentials = Mapping[str, Credential]
Issuers = Mapping[str, Issuer]
Sources = Mapping[str, Source]

PREPARATION = "preparation"
"""The subject of facts on training, materials, CEU offers and funding."""
CAREERS = "careers"
"""The subject of facts on pay, outlook and surveys."""
_COLUMNS = {
    "subject": "string",
    "field": "string",
    "state": "string",
    "value": "string",
    "low": "string",
    "high": "string",
    "as_of": "string",
    "standing": "string",
    "sources": "object",
}


def facts(
    credentials: Credentials,
    issuers: Issuers,
    preparation: Preparation,
    careers: Careers,
    sources: Sources,
    today: date,
) -> pd.DataFrame:
    """One row per sourced statement of every issuer and credential, on preparation and careers.

    ``field`` is its place in the file; ``value``, ``low`` and ``high`` are text, as a fact
    may be a number, a word or a list.
    """
    sheets: Mapping[str, Model] = {
        **issuers,
        **credentials,
        PREPARATION: preparation,
        CAREERS: careers,
    }
    return facts_of(sheets, sources, today, borrowed=False)


def facts_of(
    sheets: Mapping[str, Model], sources: Sources, today: date, *, borrowed: bool = True
) -> pd.DataFrame:
    """The same for some sheets, with or without what they borrow from another's exam."""
    return table(
        (
            _fact_row(subject, place, statement, sources, today)
            for subject, sheet in sheets.items()
            for place, statement in find_statements(sheet)
            if borrowed or not is_borrowed(sheet, place)
        ),
        _COLUMNS,
    )


def is_borrowed(sheet: Model, place: FieldPath) -> bool:
    """Whether a statement stands in the sheet of the credential whose exam this one shares."""
    shared = ("exam", "fees", "former_fees", "eligibility", "apprentice")
    return isinstance(sheet, Credential) and bool(sheet.same_exam_as) and place[0] in shared


def _fact_row(
    subject: str, place: FieldPath, statement: Evidence, sources: Sources, today: date
) -> dict[str, Any]:
    steps = [str(step) for step in place]
    return {
        "subject": subject,
        "field": ".".join(steps),
        "state": next((step for step in ("history", "disputed") if step in steps), "current"),
        "value": _as_text(_said(statement)),
        "low": _as_text(getattr(statement, "low", None)),
        "high": _as_text(getattr(statement, "high", None)),
        "as_of": statement.as_of,
        "standing": standing(statement, sources, today, money=is_money(place)),
        "sources": list(statement.src),
    }


def is_money(place: FieldPath) -> bool:
    """Whether the fact at ``place`` is a price, which ages faster than the rest."""
    return bool({"amount", "fee", "percent"} & {str(step) for step in place[-3:]})


def _said(statement: Evidence) -> Any:
    names = ("value", "percent", "text", "body", "program")
    return next(
        (found for name in names if (found := getattr(statement, name, None)) is not None), None
    )


def _as_text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
