"""The text with which a reader reports a figure that is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.catalog.subjects import is_borrowed
from cert_model.formatting import NOT_FOUND, format_day, format_period
from cert_model.quality import statements
from cert_model.quality.compared_fields import COMPARED_FIELDS, credential_context
from cert_model.quality.coverage import CoverageState, coverage_state
from cert_model.schema import Source

HOW_TO_CORRECT = (
    "Fill in the two blanks and send the text to whoever keeps the copy of CertLens that you "
    "read. If that is you: add the page you read to data/sources, put the new value in its "
    "place in the file named below, move the old one into its history, and run make check; "
    "CONTRIBUTING.md says it in full."
)


class UnknownPlace(LookupError):
    """A place at which a credential's fact sheet holds nothing that can be corrected."""


@dataclass(frozen=True, slots=True)
class CorrectableFigure:
    """What is shown of one figure, so that it can be corrected."""

    field: str
    """Its place in the file, or the name of a figure that was not found."""
    label: str
    text: str
    as_of: str | None = None
    sources: tuple[str, ...] = ()
    place: tuple[str | int, ...] = ()


def correctable_figures(catalog: Catalog, key: str) -> Mapping[str, CorrectableFigure]:
    """Everything of a credential that can be reported, in the order of its sheet.

    Its statements, also those of an exam that it shares, then the figures that were not
    found. Raises KeyError for an unknown id.
    """
    sheet = catalog.credentials[key]
    stated = [
        CorrectableFigure(each.field, each.label, each.text, each.as_of, each.sources, each.place)
        for each in statements.statements_of(key, sheet, borrowed=True)
    ]
    subject = credential_context(catalog, key)
    absent = [
        CorrectableFigure(field.name, field.label, NOT_FOUND)
        for field in COMPARED_FIELDS
        if coverage_state(catalog, subject, field) is CoverageState.NOT_FOUND
    ]
    return {each.field: each for each in (*stated, *absent)}


def write_correction(catalog: Catalog, key: str, field: str) -> str:
    """A correction of one figure as Markdown: what is shown, since when, from where, and blanks.

    Raises KeyError for an unknown credential, UnknownPlace where it has nothing at ``field``.
    """
    found = correctable_figures(catalog, key).get(field)
    if found is None:
        raise UnknownPlace(f'{key} has nothing at "{field}"')
    sheet = catalog.credentials[key]
    owner = sheet.same_exam_as if _is_borrowed(catalog, key, found) else key
    document = catalog.documents[owner or key]
    line = document.line_of(found.place)
    return "\n".join(
        (
            f"# Correction: {catalog.labels[key]}, {found.label}",
            "",
            f"- Credential: {sheet.name} ({key})",
            f"- Shown on {format_day(catalog.today)}: {found.text}",
            f"- As of: {format_period(found.as_of)}",
            f"- File: {document.file}, line {line}" + (f", {field}" if found.place else ""),
            *_sources(catalog, found),
            "",
            "Right value: ______",
            "",
            "Page that says so, with its date: ______",
            "",
        )
    )


def _is_borrowed(catalog: Catalog, key: str, found: CorrectableFigure) -> bool:
    return is_borrowed(catalog.credentials[key], found.place or ("",))


def _sources(catalog: Catalog, found: CorrectableFigure) -> list[str]:
    if not found.sources:
        return ["- Sources: none was found"]
    return ["- Sources:", *(f"  - {_source(catalog.sources[each])}" for each in found.sources)]


def _source(source: Source) -> str:
    where = f" <{source.url}>" if source.url else ""
    return f"{source.title}, {source.publisher}, {format_period(source.date or source.seen)}{where}"
