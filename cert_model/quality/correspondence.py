"""Texts to send: the correction of a figure to the maintainers, and questions to an issuer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.catalog.subjects import is_borrowed, subject_label
from cert_model.formatting import NOT_FOUND, format_day, format_period
from cert_model.formatting.facts import format_publisher
from cert_model.quality.compared_fields import COMPARED_FIELDS, credential_context
from cert_model.quality.coverage import CoverageState, coverage_state
from cert_model.quality.statements import statements_of
from cert_model.quality.worklist import find_missing
from cert_model.schema import Source
from cert_model.schema.facts import FieldPath

HOW_TO_CORRECT = (
    "Fill in the two blanks and send the text to the person who maintains the copy of CertLens "
    "that you use. If that is you: add the page you read to data/sources, put the new value in its "
    "place in the file named below, move the old one into its history, and run make check; "
    "CONTRIBUTING.md says it in full."
)
_INQUIRY = (
    "We compare coding credentials, and show each figure with its source and its date. We could "
    "not find the points below on any page we could read. The address of a page that answers one "
    "is as good as the answer itself."
)


class UnknownPlace(LookupError):
    """A place at which a credential's fact sheet holds nothing that can be corrected."""


@dataclass(frozen=True, slots=True)
class CorrectableFigure:
    """What the app shows of one figure."""

    field: str
    """Its path in the file, or the name of a compared field that was not found."""
    label: str
    text: str
    as_of: str | None = None
    sources: tuple[str, ...] = ()
    path: FieldPath = ()
    """Empty for a figure that was not found."""


@once_per_catalog
def correctable_figures(catalog: Catalog, key: str) -> Mapping[str, CorrectableFigure]:
    """Every figure of a credential that can be corrected, by its field.

    Its statements come first, in the order of the sheet and with those of an exam that it
    shares; then the compared figures that were not found. Raises KeyError for an unknown id.
    """
    sheet = catalog.credentials[key]
    context = credential_context(catalog, key)
    stated = [
        CorrectableFigure(
            statement.field,
            statement.label,
            statement.text,
            statement.as_of,
            statement.sources,
            statement.path,
        )
        for statement in statements_of(key, sheet, borrowed=True)
    ]
    not_found = [
        CorrectableFigure(field.name, field.label, NOT_FOUND)
        for field in COMPARED_FIELDS
        if coverage_state(catalog, context, field) is CoverageState.NOT_FOUND
    ]
    return {figure.field: figure for figure in (*stated, *not_found)}


def write_correction(catalog: Catalog, key: str, field: str) -> str:
    """The correction of one figure as Markdown: what is shown, with blanks for what is right.

    Raises KeyError for an unknown credential, and UnknownPlace where it has nothing at ``field``.
    """
    figure = correctable_figures(catalog, key).get(field)
    if figure is None:
        raise UnknownPlace(f'{key} has nothing at "{field}"')
    sheet = catalog.credentials[key]
    borrowed = is_borrowed(sheet, figure.path or ("",))
    document = catalog.documents[(sheet.same_exam_as if borrowed else None) or key]
    place = f"{document.file}, line {document.line_of(figure.path)}"
    return "\n".join(
        (
            f"# Correction: {catalog.labels[key]}, {figure.label}",
            "",
            f"- Credential: {sheet.name} ({key})",
            f"- Shown on {format_day(catalog.today)}: {figure.text}",
            f"- As of: {format_period(figure.as_of)}",
            f"- File: {place}" + (f", {field}" if figure.path else ""),
            *_source_lines(catalog, figure),
            "",
            "Right value: ______",
            "",
            "Page that says so, with its date: ______",
            "",
        )
    )


def _source_lines(catalog: Catalog, figure: CorrectableFigure) -> Iterator[str]:
    yield "- Sources:" if figure.sources else "- Sources: none was found"
    for source in figure.sources:
        yield f"  - {_format_source(catalog.sources[source])}"


def _format_source(source: Source) -> str:
    address = f" <{source.url}>" if source.url else ""
    return (
        f"{source.title}, {format_publisher(source)}, "
        f"{format_period(source.date or source.seen)}{address}"
    )


def write_inquiry(catalog: Catalog, issuer: str) -> str:
    """The open questions to one issuer, as the text of an email.

    A question about several credentials is asked once, with the label of each. Raises KeyError
    for an unknown id.
    """
    body = catalog.issuers[issuer]
    missing = find_missing(catalog, issuer)
    if not missing:
        return f"Nothing is open with {body.letters}."
    subjects: dict[str, list[str]] = {}
    for figure in missing:
        subjects.setdefault(figure.question, []).append(subject_label(catalog, figure.subject))
    questions = (
        f"{number}. {_format_question(question, labels)}"
        for number, (question, labels) in enumerate(subjects.items(), 1)
    )
    heading = f"Questions to {body.name} on its credentials"
    return "\n".join((heading, "", _INQUIRY, "", *questions))


def _format_question(question: str, labels: Sequence[str]) -> str:
    closed = question if question.endswith(("?", ".")) else f"{question}."
    return f"{', '.join(dict.fromkeys(labels))}: {closed}"
