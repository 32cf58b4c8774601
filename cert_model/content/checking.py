"""Everything that is wrong with the texts of a catalog, by file and line."""

from collections.abc import Iterator

from cert_model.catalog import Catalog, CatalogError
from cert_model.content.figures import BadText
from cert_model.content.writer import Writer
from cert_model.loading.messages import format_field_path
from cert_model.loading.problems import Problem
from cert_model.loading.yaml_reader import Document
from cert_model.schema import ClaimFile, Model
from cert_model.schema.texts import Passage, text_key
from cert_model.schema.walk import find_models


def check_texts(catalog: Catalog) -> Catalog:
    """The catalog, if every text can be written. Raises CatalogError with every fault."""
    writer = Writer(catalog)
    files: dict[str, Model] = {text_key(file): file for file in catalog.texts.files}
    files[ClaimFile.NAME] = catalog.claims
    problems = [
        problem
        for key, file in files.items()
        if (document := catalog.documents.get(key))
        for problem in text_problems(writer, file, document)
    ]
    if problems:
        raise CatalogError(problems)
    return catalog


def text_problems(writer: Writer, file: Model, document: Document) -> Iterator[Problem]:
    """The passages of a file that cannot be written, or state a figure of their own."""
    for place, passage in find_models(file, Passage):
        for name in type(passage).PROSE:
            prose: str | None = getattr(passage, name)
            try:
                writer.write(prose or "")
            except BadText as error:
                at = (*place, name)
                field = format_field_path(document, at)
                yield Problem(document.file, document.line_of(at), field, str(error))
