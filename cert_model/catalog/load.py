"""Reads ``data/`` into a catalog, or reports everything that is wrong with it."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from cert_model.catalog.catalog import Catalog
from cert_model.loading.duplicates import duplicate_names
from cert_model.loading.files import Files, read_files
from cert_model.loading.problems import CatalogError, Problem
from cert_model.loading.references import (
    careers_problems,
    claim_problems,
    credential_problems,
    preparation_problems,
    source_problems,
)
from cert_model.loading.yaml_reader import Document
from cert_model.schema import (
    Careers,
    ClaimFile,
    Credential,
    Issuer,
    Model,
    Preparation,
    QuestionFile,
    Source,
    SourceFile,
    Texts,
)
from cert_model.schema.career_files import OccupationFile
from cert_model.schema.texts import text_key

DATA = Path(__file__).parents[2] / "data"

_NAMED_BY_OTHERS = {"program": "programs", "accreditor": "accreditors"}
"""What files of ``data/preparation`` name in one another, and the file that holds it."""


def load_catalog(folder: Path = DATA, today: date | None = None) -> Catalog:
    """Load and check the whole catalog.

    ``today`` decides what counts as old. Raises CatalogError with every problem found,
    each with file, line, field and what was expected; nothing is ever half-loaded.
    """
    problems: list[Problem] = []
    files = read_files(folder, problems)
    sources = _index_sources(files.sources, problems)
    issuers = _index(files.issuers, problems)
    credentials = _index(files.credentials, problems)
    _check_references(folder, files, sources, issuers, credentials, problems)
    if not credentials and not problems:
        problems.append(Problem(str(folder), 1, "", "no fact sheets here; expected credentials/"))
    if problems:
        raise CatalogError(problems)
    return Catalog(
        credentials={key: _with_shared_exam(credentials, key) for key in sorted(credentials)},
        issuers=dict(sorted(issuers.items())),
        sources=dict(sorted(sources.items())),
        documents={
            **{issuer.id: document for document, issuer in files.issuers},
            **{sheet.id: document for document, sheet in files.credentials},
            **{text_key(file): document for document, file in files.texts},
            **{claimed.NAME: document for document, claimed in files.claims},
        },
        preparation=Preparation.model_validate(_only(files.preparation)),
        careers=Careers.model_validate(_only(files.careers)),
        questions=files.questions[0][1] if files.questions else QuestionFile(),
        claims=files.claims[0][1] if files.claims else ClaimFile(),
        texts=Texts.from_files(file for _, file in files.texts),
        today=today or date.today(),
    )


def _only(files: Mapping[str, list[tuple[Document, Model]]]) -> dict[str, Model]:
    """The one file behind each name, of those that are there."""
    return {name: file for name, found in files.items() for _, file in found}


def _check_references(
    folder: Path,
    files: Files,
    sources: Mapping[str, Source],
    issuers: Mapping[str, Issuer],
    credentials: Mapping[str, Credential],
    problems: list[Problem],
) -> None:
    """Add everything that one file says of another and that is not so.

    What cannot be told, because the other file has errors itself, is not held against it.
    """
    sources_read = not _any_in(problems, "sources/")
    if sources_read:
        for document, model in files.citing:
            problems.extend(source_problems(model, document, sources))
    named_credentials = {**_there(folder / "credentials", "*/*.yaml"), **credentials}
    named_issuers = {**_there(folder / "issuers", "*.yaml"), **issuers}
    for document, sheet in files.credentials:
        problems.extend(credential_problems(sheet, document, named_credentials, named_issuers))
    named: dict[str, Mapping[str, object]] = {
        "credential": named_credentials,
        "issuer": named_issuers,
        **{
            what: _ids(files.preparation[name], name)
            for what, name in _NAMED_BY_OTHERS.items()
            if not _any_in(problems, f"preparation/{name}.yaml")
        },
    }
    for document, file in files.prepared:
        problems.extend(preparation_problems(file, document, named))
    occupations = _occupations(files.careers["occupations"])
    for document, file in (pair for found in files.careers.values() for pair in found):
        problems.extend(careers_problems(file, document, named_credentials, occupations))
    for document, claimed in files.claims:
        known = sources if sources_read else None
        problems.extend(claim_problems(claimed, document, named_credentials, known))
    for document, file in [*files.claims, *files.texts]:
        problems.extend(duplicate_names(file, document))


def _occupations(found: Iterable[tuple[Document, Model]]) -> set[str] | None:
    """The codes that are described; None where the file that does so has errors."""
    files = [file for _, file in found if isinstance(file, OccupationFile)]
    return {each.soc for file in files for each in file.occupations} if files else None


def _any_in(problems: Iterable[Problem], part: str) -> bool:
    return any(part in problem.file for problem in problems)


def _ids(files: Iterable[tuple[Document, Model]], field: str) -> dict[str, None]:
    """The ids of everything under ``field`` of these files."""
    return {each.id: None for _, file in files for each in getattr(file, field)}


def _there(folder: Path, pattern: str) -> dict[str, None]:
    """The ids that the files themselves claim, so that one fault does not cause others."""
    paths = folder.glob(pattern)
    return {path.relative_to(folder).with_suffix("").as_posix(): None for path in paths}


def _index_sources(
    files: Iterable[tuple[Document, SourceFile]], problems: list[Problem]
) -> dict[str, Source]:
    index: dict[str, Source] = {}
    for document, file in files:
        for position, source in enumerate(file.sources):
            if source.id in index:
                line = document.line_of(("sources", position))
                message = f'the source "{source.id}" is defined twice; rename one'
                problems.append(Problem(document.file, line, "sources", message))
            index.setdefault(source.id, source)
    return index


S = TypeVar("S", Issuer, Credential)


def _index(files: Iterable[tuple[Document, S]], problems: list[Problem]) -> dict[str, S]:
    index: dict[str, S] = {}
    for document, sheet in files:
        if sheet.id in index:
            message = f'"{sheet.id}" is described twice; keep one file'
            problems.append(Problem(document.file, document.line_of(()), "", message))
        index.setdefault(sheet.id, sheet)
    return index


def _with_shared_exam(credentials: Mapping[str, Credential], key: str) -> Credential:
    """A credential as it is sat for: with the exam, fees and rules of the one it shares."""
    sheet = credentials[key]
    if sheet.same_exam_as is None:
        return sheet
    shared = credentials[sheet.same_exam_as]
    return sheet.model_copy(
        update={
            "exam": shared.exam,
            "fees": shared.fees,
            "former_fees": shared.former_fees,
            "eligibility": shared.eligibility,
            "apprentice": sheet.apprentice or shared.apprentice,
        }
    )
