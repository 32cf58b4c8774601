"""Names that two entries of one text file share, so that neither could be found by it."""

from collections.abc import Iterator

from cert_model.loading.problems import Problem
from cert_model.loading.yaml_reader import Document, FieldPath
from cert_model.schema import ClaimFile, Model
from cert_model.schema.texts import Chapter, FaqFile, GlossaryFile


def duplicate_names(file: Model, document: Document) -> Iterator[Problem]:
    """Terms, questions and sections that are named twice, by line of the second."""
    seen: dict[str, int] = {}
    for place, name in _names(file):
        line = document.line_of(place)
        first = seen.setdefault(name.casefold(), line)
        if first != line:
            message = f'"{name}" stands in line {first} already; keep one'
            yield Problem(document.file, line, "", message)


def _names(file: Model) -> Iterator[tuple[FieldPath, str]]:
    """What is found by its name in a file, and where; a term goes by each of its forms."""
    if isinstance(file, ClaimFile):
        for position, claim in enumerate(file.claims):
            yield ("claims", position), claim.id
    if isinstance(file, GlossaryFile):
        for position, term in enumerate(file.terms):
            for form in {form.casefold() for form in (term.id, *term.forms)}:
                yield ("terms", position), form
    if isinstance(file, FaqFile):
        for position, asked in enumerate(file.questions):
            yield ("questions", position), asked.id
    if isinstance(file, Chapter):
        for position, section in enumerate(file.sections):
            yield ("sections", position), section.title
