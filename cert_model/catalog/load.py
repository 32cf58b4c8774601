"""Loads ``data/`` into a catalog, or reports everything that is wrong with it."""

import gc
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from importlib.resources import files as resources
from pathlib import Path
from typing import Any, TypeVar

from cert_model.catalog.catalog import Catalog
from cert_model.catalog.derived import with_shared_exam
from cert_model.loading.exam_subjects import FILE as EXAM_SUBJECTS
from cert_model.loading.exam_subjects import sorting_problems, unsorted_parts
from cert_model.loading.files import Files, empty_files, missing_files, read_files
from cert_model.loading.problems import CatalogError, Problem
from cert_model.loading.references import (
    careers_problems,
    claim_problems,
    credential_problems,
    duplicate_names,
    preparation_problems,
    rule_problems,
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
    SearchFile,
    Source,
    SourceFile,
    Texts,
)
from cert_model.schema.career_files import OccupationFile
from cert_model.schema.exam_subjects import ExamSubjectFile
from cert_model.schema.texts import text_key

_NAMED_BY_OTHERS = {"program": "programs", "accreditor": "accreditors"}
"""Kinds of things that files of ``data/preparation`` refer to, with the file that lists them."""


def data_folder() -> Path:
    """Return the folder of the data: what CERTLENS_DATA names, else CertLens's own.

    An installed package carries its data inside it; in a checkout it is beside the package.
    """
    named = os.environ.get("CERTLENS_DATA")
    if named:
        return Path(named)
    packaged = Path(str(resources("cert_model") / "data"))
    return packaged if packaged.is_dir() else packaged.parents[1] / "data"


def load_catalog(
    folder: Path | None = None, today: date | None = None, *, complete: bool = False
) -> Catalog:
    """Load and check the whole catalog, by default that of ``data_folder``.

    ``today`` decides what counts as old. ``complete`` asks for every file that the screens need,
    where commands on credentials do without the guide, say. Raises CatalogError with every
    problem of the data, each with file, line, field and what was expected; nothing is ever
    half-loaded.
    """
    folder = folder or data_folder()
    with _collector_paused():
        return _load(folder, today or date.today(), complete=complete)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the garbage collector, which finds nothing in the many objects that loading makes."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(folder: Path, today: date, *, complete: bool) -> Catalog:
    problems = missing_files(folder) if complete else []
    files = read_files(folder, problems)
    if complete:
        problems.extend(empty_files(files))
    sources = _index_sources(files.sources, problems)
    issuers = _index(files.issuers, problems)
    credentials = _index(files.credentials, problems)
    _check_references(folder, files, sources, issuers, credentials, problems)
    if not credentials and not problems:
        problems.append(Problem(str(folder), 1, "", "no fact sheets here; expected credentials/"))
    if problems:
        raise CatalogError(problems)
    return Catalog(
        credentials={
            key: with_shared_exam(credentials[key], credentials) for key in sorted(credentials)
        },
        issuers=dict(sorted(issuers.items())),
        sources=dict(sorted(sources.items())),
        documents={
            **{issuer.id: document for document, issuer in files.issuers},
            **{sheet.id: document for document, sheet in files.credentials},
            **{text_key(file): document for document, file in files.texts},
            **{claim_file.NAME: document for document, claim_file in files.claims},
            **{search_file.NAME: document for document, search_file in files.search},
        },
        preparation=_combine(Preparation, files.preparation),
        careers=_combine(Careers, files.careers),
        questions=files.questions[0][1] if files.questions else QuestionFile(),
        claims=files.claims[0][1] if files.claims else ClaimFile(),
        texts=Texts.from_files(file for _, file in files.texts),
        search=files.search[0][1] if files.search else SearchFile(),
        today=today,
    )


M = TypeVar("M", Preparation, Careers)


def _combine(whole: type[M], files: Mapping[str, list[tuple[Document, Model]]]) -> M:
    """The files in one model, by name. Each was validated when it was read, and is not again."""
    models: dict[str, Any] = {name: file for name, pairs in files.items() for _, file in pairs}
    return whole.model_construct(**models)


def _check_references(
    folder: Path,
    files: Files,
    sources: Mapping[str, Source],
    issuers: Mapping[str, Issuer],
    credentials: Mapping[str, Credential],
    problems: list[Problem],
) -> None:
    """Add to ``problems`` every reference to something that does not exist.

    A reference to a file that has errors of its own counts as good.
    """
    sources_read = not _any_in(problems, "sources/")
    sorting_read = not _any_in(problems, EXAM_SUBJECTS)
    if sources_read:
        for document, model in files.with_sources:
            problems.extend(source_problems(model, document, sources))
    credential_ids = {**_ids_of_files(folder / "credentials", "*/*.yaml"), **credentials}
    issuer_ids = {**_ids_of_files(folder / "issuers", "*.yaml"), **issuers}
    for document, issuer in files.issuers:
        problems.extend(rule_problems(issuer, document, credential_ids))
    for document, sheet in files.credentials:
        problems.extend(credential_problems(sheet, document, credential_ids, issuer_ids))
    known_ids: dict[str, Mapping[str, object]] = {
        "credential": credential_ids,
        "issuer": issuer_ids,
        **{
            kind: _ids_within(files.preparation[name], name)
            for kind, name in _NAMED_BY_OTHERS.items()
            if not _any_in(problems, f"preparation/{name}.yaml")
        },
    }
    for document, file in files.all_preparation:
        problems.extend(preparation_problems(file, document, known_ids))
    if sorting_read:
        problems.extend(_sorting_problems(files, credentials))
    occupations = _occupation_codes(files.careers["occupations"])
    for document, file in files.all_careers:
        problems.extend(careers_problems(file, document, credential_ids, occupations))
    for document, claim_file in files.claims:
        known_sources = sources if sources_read else None
        problems.extend(claim_problems(claim_file, document, credential_ids, known_sources))
    for document, file in [*files.claims, *files.search, *files.texts]:
        problems.extend(duplicate_names(file, document))


def _sorting_problems(files: Files, credentials: Mapping[str, Credential]) -> Iterator[Problem]:
    """What is wrong with the sorting of exams by subject; without its file, all is unsorted."""
    sorting = ExamSubjectFile(subjects=())
    for document, file in files.preparation["exam_subjects"]:
        assert isinstance(file, ExamSubjectFile), "each file is read by its own model"
        sorting = file
        yield from sorting_problems(document, sorting, credentials)
    yield from unsorted_parts(files.credentials, sorting)


def _occupation_codes(pairs: Iterable[tuple[Document, Model]]) -> set[str] | None:
    """The codes of all occupations; None where the file that describes them has errors."""
    files = [file for _, file in pairs if isinstance(file, OccupationFile)]
    return {occupation.soc for file in files for occupation in file.occupations} if files else None


def _any_in(problems: Iterable[Problem], part: str) -> bool:
    """Whether any problem is in a file whose name contains ``part``."""
    return any(part in problem.file for problem in problems)


def _ids_within(pairs: Iterable[tuple[Document, Model]], field: str) -> dict[str, None]:
    """The ids of all entries under ``field`` of these files."""
    return {entry.id: None for _, file in pairs for entry in getattr(file, field)}


def _ids_of_files(folder: Path, pattern: str) -> dict[str, None]:
    """The ids that the names of the files imply, so that one error does not cause others."""
    paths = folder.glob(pattern)
    return {path.relative_to(folder).with_suffix("").as_posix(): None for path in paths}


def _index_sources(
    pairs: Iterable[tuple[Document, SourceFile]], problems: list[Problem]
) -> dict[str, Source]:
    """The sources by id; an id that stands twice is added to ``problems``."""
    index: dict[str, Source] = {}
    for document, file in pairs:
        for position, source in enumerate(file.sources):
            if source.id in index:
                line = document.line_of(("sources", position))
                message = f'the source "{source.id}" is defined twice; rename one'
                problems.append(Problem(document.file, line, "sources", message))
            index.setdefault(source.id, source)
    return index


S = TypeVar("S", Issuer, Credential)


def _index(pairs: Iterable[tuple[Document, S]], problems: list[Problem]) -> dict[str, S]:
    """The sheets by id; an id that stands twice is added to ``problems``."""
    index: dict[str, S] = {}
    for document, sheet in pairs:
        if sheet.id in index:
            message = f'"{sheet.id}" is described twice; keep one file'
            problems.append(Problem(document.file, document.line_of(()), "", message))
        index.setdefault(sheet.id, sheet)
    return index
