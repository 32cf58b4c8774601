"""Files to download: a list, a comparison, a fact sheet, the whole catalog.

Each exists as JSON and as CSV, every figure with its sources. CSV files open in spreadsheets, so
no cell is written that a spreadsheet would run as a formula.
"""

import io
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import xlsxwriter

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.costs import CostRequest, PlannedCredential, cost_plan
from cert_model.explore import comparison as comparing
from cert_model.export.answers import LIST_COLUMNS, comparison_as_json, list_row_as_json
from cert_model.export.fact_sheets import sheet_as_json, source_as_json
from cert_model.formatting.spreadsheets import without_formula, write_csv
from cert_model.frames import SEPARATOR, frames_of
from cert_model.overview import Overview
from cert_model.preparation import ExamOverlap
from cert_model.preparation.sentences import explain_overlap, format_overlap, format_pair
from cert_model.schema import Model

if TYPE_CHECKING:
    import pandas as pd

_FIELDS_BEHIND_LIST = {
    "status": "status",
    "exam_fee": "exam_fee",
    "questions": "questions",
    "minutes": "minutes",
    "pass_rate": "pass_rate",
    "online": "delivery",
    "ceus": "ceus",
    "cycle_months": "cycle_months",
}
"""By figure of a list, the field of a comparison that has the same sources."""


def write_list_json(catalog: Catalog, overviews: Sequence[Overview]) -> bytes:
    """The rows of the ``list`` command, each with the sources behind its figures."""
    return _json(
        [
            {
                **list_row_as_json(overview),
                "sources": {
                    field: [source_as_json(catalog.sources[source]) for source in ids]
                    for field, ids in _list_sources(catalog, overview).items()
                },
            }
            for overview in overviews
        ]
    )


def write_list_csv(catalog: Catalog, overviews: Sequence[Overview]) -> bytes:
    """The rows of the ``list`` command with their sources, a line per credential.

    Several terms or sources of one cell are joined by semicolons.
    """
    sources = [_list_sources(catalog, overview) for overview in overviews]
    credentials = frames_of(catalog).credentials.set_index("id", drop=False)
    listed = credentials.loc[[overview.id for overview in overviews], list(LIST_COLUMNS)]
    for field in (*_FIELDS_BEHIND_LIST, "costs"):
        listed[f"{field}_sources"] = [_addresses(catalog, ids[field]) for ids in sources]
    return _frame_csv(listed)


def _list_sources(catalog: Catalog, overview: Overview) -> dict[str, tuple[str, ...]]:
    """The ids of the sources behind each figure; ``costs`` has those of every price added up."""
    by_field = comparing.field_sources(catalog, overview.id)
    plan = cost_plan(catalog, CostRequest((PlannedCredential(overview.id),)))
    of_prices = (catalog.find_fact(ref).src for row in plan.rows for ref in row.facts)
    return {
        **{figure: by_field[field] for figure, field in _FIELDS_BEHIND_LIST.items()},
        "costs": tuple(dict.fromkeys(source for src in of_prices for source in src)),
    }


def write_comparison_json(
    catalog: Catalog, ids: Sequence[str], rows: Sequence[comparing.ComparisonRow]
) -> bytes:
    """The answer of the ``compare`` command, with a list of its sources."""
    used = dict.fromkeys(source for row in rows for of_value in row.sources for source in of_value)
    sources = [source_as_json(catalog.sources[source]) for source in used]
    return _json({**comparison_as_json(catalog, ids, rows), "sources": sources})


def write_comparison_csv(
    catalog: Catalog,
    labels: Sequence[str],
    rows: Sequence[comparing.ComparisonRow],
    overlaps: Sequence[ExamOverlap] = (),
) -> bytes:
    """A comparison, with a column of sources for each of ``labels``."""
    return write_csv(_comparison_lines(catalog, labels, rows, overlaps))


def write_comparison_xlsx(
    catalog: Catalog,
    labels: Sequence[str],
    rows: Sequence[comparing.ComparisonRow],
    overlaps: Sequence[ExamOverlap] = (),
) -> bytes:
    """A comparison as an Excel sheet with plain text in every cell."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Comparison")
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet.set_column(0, 2 * len(labels) + 2, 28)
        sheet.freeze_panes(1, 2)
        for number, line in enumerate(_comparison_lines(catalog, labels, rows, overlaps)):
            for column, cell in enumerate(line):
                sheet.write_string(number, column, without_formula(cell), wrapped)
    return out.getvalue()


def _comparison_lines(
    catalog: Catalog,
    labels: Sequence[str],
    rows: Sequence[comparing.ComparisonRow],
    overlaps: Sequence[ExamOverlap],
) -> list[list[str]]:
    heading = ["Group", "Field", *labels, "Differs", *(f"Sources for {label}" for label in labels)]
    return [
        heading,
        *(
            [
                *(row.group, row.label, *row.values, _cell(row.differs)),
                *(_addresses(catalog, ids) for ids in row.sources),
            ]
            for row in rows
        ),
        *(_overlap_line(catalog, labels, overlap) for overlap in overlaps),
    ]


def _overlap_line(catalog: Catalog, labels: Sequence[str], overlap: ExamOverlap) -> list[str]:
    """What two exams share, in the columns of both; it has no sources, being our own sorting."""
    text = f"{format_overlap(overlap)} ({explain_overlap(catalog, overlap)})"
    pair = {catalog.labels[key] for key in overlap.credentials}
    values = [text if label in pair else "" for label in labels]
    return ["Exam overlap", format_pair(catalog, overlap), *values, "", *[""] * len(labels)]


def write_sheet_json(catalog: Catalog, key: str) -> bytes:
    """The answer of the ``show`` command. Raises KeyError for an unknown id."""
    return _json(sheet_as_json(catalog, key))


def write_sheet_csv(catalog: Catalog, key: str) -> bytes:
    """Every fact of a credential and of its issuer, a line each.

    Raises KeyError for an unknown id.
    """
    return _facts_csv(catalog, frames_of(catalog).facts_about(key))


def write_catalog_csv(catalog: Catalog) -> bytes:
    """Every fact of the catalog, a line each, past and disputed ones included."""
    return _facts_csv(catalog, frames_of(catalog).facts)


def write_catalog_json(catalog: Catalog) -> bytes:
    """The whole catalog as its files have it; a fact names its sources by id."""
    return _json(
        {
            "catalog": {
                "newest_evidence": catalog.newest_evidence.isoformat(),
                "fingerprint": catalog.fingerprint,
                "counts": catalog.counts,
            },
            "sources": _sheets(catalog.sources.values()),
            "issuers": _sheets(catalog.issuers.values()),
            "credentials": _sheets(catalog.credentials.values()),
            "preparation": _sheet(catalog.preparation),
            "careers": _sheet(catalog.careers),
        }
    )


def _sheets(models: Iterable[Model]) -> list[dict[str, Any]]:
    return [_sheet(model) for model in models]


def _sheet(model: Model) -> dict[str, Any]:
    return model.model_dump(mode="json", exclude_unset=True)


def _facts_csv(catalog: Catalog, facts: "pd.DataFrame") -> bytes:
    """A frame of facts, with the addresses of sources in place of their ids."""
    addresses = [_addresses(catalog, ids.split(SEPARATOR)) for ids in facts["sources"]]
    return _frame_csv(facts.assign(sources=addresses))


def _addresses(catalog: Catalog, ids: Iterable[str]) -> str:
    """The addresses of sources, joined; the title of a source without an address."""
    return SEPARATOR.join(_address_by_id(catalog)[source] for source in ids)


@once_per_catalog
def _address_by_id(catalog: Catalog) -> dict[str, str]:
    sources = frames_of(catalog).sources
    return dict(zip(sources["id"], sources["url"].fillna(sources["title"]), strict=True))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _frame_csv(frame: "pd.DataFrame") -> bytes:
    """A frame with its column names as heading and missing values as empty cells."""
    cells = frame.astype(object).where(frame.notna(), None)
    lines = ([_cell(value) for value in line] for line in cells.itertuples(index=False))
    return write_csv([list(frame.columns), *lines])


def _json(answer: Any) -> bytes:
    return json.dumps(answer, indent=2, ensure_ascii=False).encode()
