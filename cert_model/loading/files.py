"""Reads every file of ``data/`` and checks each against its own model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from cert_model.loading.csv_reader import read_table
from cert_model.loading.messages import validate
from cert_model.loading.problems import Problem
from cert_model.loading.yaml_reader import Document, read_yaml
from cert_model.schema import (
    ClaimFile,
    Credential,
    Issuer,
    Model,
    QuestionFile,
    SearchFile,
    SourceFile,
)
from cert_model.schema.career_files import (
    CertificationEffectFile,
    EducationShareFile,
    FindingFile,
    IndustryShareFile,
    OccupationFile,
    PriceParityFile,
    ProjectionFile,
    SurveyFile,
    WageFile,
)
from cert_model.schema.careers import (
    CertificationEffectRow,
    EducationShareRow,
    IndustryShareRow,
    PriceParityRow,
    ProjectionRow,
    SurveyRow,
    WageRow,
)
from cert_model.schema.exam_subjects import ExamSubjectFile
from cert_model.schema.preparation import (
    AccreditorFile,
    CeuFile,
    FundingFile,
    MaterialFile,
    ProgramFile,
    StudyTimeFile,
    SubjectFile,
)
from cert_model.schema.texts import Chapter, FaqFile, GlossaryFile

M = TypeVar("M", bound=Model)

PREPARATION: dict[str, type[Model]] = {
    "programs": ProgramFile,
    "materials": MaterialFile,
    "ceus": CeuFile,
    "funding": FundingFile,
    "accreditors": AccreditorFile,
    "times": StudyTimeFile,
    "subjects": SubjectFile,
    "exam_subjects": ExamSubjectFile,
}
"""The files of ``data/preparation`` by name; those of ``data/careers`` likewise."""
CAREERS: dict[str, type[Model]] = {
    "occupations": OccupationFile,
    "findings": FindingFile,
}
_CAREER_TABLES: dict[str, tuple[type[Model], type[Model]]] = {
    "wages": (WageFile, WageRow),
    "price_parities": (PriceParityFile, PriceParityRow),
    "projections": (ProjectionFile, ProjectionRow),
    "industry_shares": (IndustryShareFile, IndustryShareRow),
    "worker_education": (EducationShareFile, EducationShareRow),
    "surveys": (SurveyFile, SurveyRow),
    "certification_effect": (CertificationEffectFile, CertificationEffectRow),
}
"""Each CSV file with the model of the whole and of a row."""
EXPECTED: dict[str, str] = {
    "sources/*.yaml": "the pages that facts were read on",
    "issuers/*.yaml": "an issuer",
    "credentials/*/*.yaml": "a fact sheet",
    "preparation/programs.yaml": "the training programs",
    "preparation/materials.yaml": "books and study material",
    "preparation/ceus.yaml": "offers of CEUs",
    "preparation/funding.yaml": "who may pay",
    "preparation/accreditors.yaml": "the bodies that accredit programs",
    "preparation/times.yaml": "the times that people need to prepare",
    "preparation/subjects.yaml": "the subjects to learn",
    "preparation/exam_subjects.yaml": "the subjects of the parts of each exam",
    "careers/occupations.yaml": "the occupations",
    "careers/findings.yaml": "how surveys have to be read",
    "careers/wages.csv": "a table of wages",
    "careers/price_parities.csv": "a table of the price level of each state",
    "careers/projections.csv": "a table of how occupations will grow",
    "careers/industry_shares.csv": "a table of the industries of each occupation",
    "careers/worker_education.csv": "a table of the education of workers",
    "careers/surveys.csv": "a table of what surveys report",
    "careers/certification_effect.csv": "a table of pay with and without a certification",
    "questions.yaml": "the questions on who may sit",
    "guide/*.yaml": "a chapter of the guide",
    "faq.yaml": "the questions that people ask",
    "glossary.yaml": "the terms of the field",
    "claims.yaml": "what people say about credentials",
    "search.yaml": "the pages of the app, and words that mean the same",
}
"""What must be there, by name or pattern, with what it holds; a pattern needs one file at least."""
_PATTERNS = (*EXPECTED, "schema/*.json")
"""The files that are read, and the schemas that are written; any other file is a mistake."""


@dataclass(frozen=True)
class Files:
    """The files without errors, as models, each with the document behind it."""

    sources: list[tuple[Document, SourceFile]]
    issuers: list[tuple[Document, Issuer]]
    credentials: list[tuple[Document, Credential]]
    preparation: dict[str, list[tuple[Document, Model]]]
    """By name, as are the files of ``careers``."""
    careers: dict[str, list[tuple[Document, Model]]]
    questions: list[tuple[Document, QuestionFile]]
    claims: list[tuple[Document, ClaimFile]]
    search: list[tuple[Document, SearchFile]]
    texts: list[tuple[Document, Model]]

    @property
    def with_sources(self) -> list[tuple[Document, Model]]:
        """The files with statements that name sources."""
        return [
            *self.issuers,
            *self.credentials,
            *self.all_preparation,
            *self.all_careers,
            *self.claims,
            *self.texts,
        ]

    @property
    def all_preparation(self) -> list[tuple[Document, Model]]:
        """The files of ``preparation`` in one list."""
        return [pair for files in self.preparation.values() for pair in files]

    @property
    def all_careers(self) -> list[tuple[Document, Model]]:
        """The files of ``careers`` in one list."""
        return [pair for files in self.careers.values() for pair in files]


def read_files(folder: Path, problems: list[Problem]) -> Files:
    """Every file of the folder that has no errors; ``problems`` gains the errors of the others."""
    problems.extend(_unread_files(folder, _PATTERNS))
    return Files(
        sources=_read_all(folder, "sources/*.yaml", SourceFile, problems),
        issuers=_read_all(folder, "issuers/*.yaml", Issuer, problems),
        credentials=_read_all(folder, "credentials/*/*.yaml", Credential, problems),
        preparation={
            name: _read_all(folder, f"preparation/{name}.yaml", model, problems)
            for name, model in PREPARATION.items()
        },
        careers=_read_careers(folder, problems),
        questions=_read_all(folder, "questions.yaml", QuestionFile, problems),
        claims=_read_all(folder, "claims.yaml", ClaimFile, problems),
        search=_read_all(folder, "search.yaml", SearchFile, problems),
        texts=_read_texts(folder, problems),
    )


def missing_files(folder: Path) -> list[Problem]:
    """A problem for everything expected of a folder that is not there.

    Commands on credentials do without; the screens do not.
    """
    return [
        Problem(f"{folder.name}/{pattern}", 1, "", f"there is no such file; expected {content}")
        for pattern, content in EXPECTED.items()
        if not any(folder.glob(pattern))
    ]


def empty_files(files: Files) -> Iterator[Problem]:
    """A problem for each file that is there and holds none of what it is for, as ``{}`` does.

    What a file is for is the first field of its model. As with files that are not there, commands
    on credentials do without; the screens do not.
    """
    lists = (
        *files.questions,
        *files.claims,
        *files.search,
        *((document, text) for document, text in files.texts if not isinstance(text, Chapter)),
        *files.all_preparation,
        *files.all_careers,
    )
    for document, model in lists:
        field = next(iter(type(model).model_fields))
        if not getattr(model, field):
            yield Problem(document.file, 1, field, "empty; expected one entry at least")


def _unread_files(folder: Path, patterns: Sequence[str]) -> Iterator[Problem]:
    """A problem for each file of ``folder`` that no pattern matches, except hidden files."""
    expected = {path for pattern in patterns for path in folder.glob(pattern)}
    for path in sorted(folder.rglob("*")):
        if not path.is_dir() and path not in expected and not path.name.startswith("."):
            inside = path.relative_to(folder)
            nearby = [pattern for pattern in patterns if Path(pattern).parts[0] == inside.parts[0]]
            message = f"nothing reads this file; expected one of: {', '.join(nearby or patterns)}"
            yield Problem(_shown(folder, path), 1, "", message)


def _read_texts(folder: Path, problems: list[Problem]) -> list[tuple[Document, Model]]:
    """Every file of prose but the claims."""
    return [
        *_read_all(folder, "glossary.yaml", GlossaryFile, problems),
        *_read_all(folder, "guide/*.yaml", Chapter, problems),
        *_read_all(folder, "faq.yaml", FaqFile, problems),
    ]


def _read_careers(folder: Path, problems: list[Problem]) -> dict[str, list[tuple[Document, Model]]]:
    """The files of ``data/careers`` by name; an empty list where there is none."""
    files: dict[str, list[tuple[Document, Model]]] = {
        name: [*_read_all(folder, f"careers/{name}.yaml", model, problems)]
        for name, model in CAREERS.items()
    }
    for name, (model, row) in _CAREER_TABLES.items():
        path = folder / "careers" / f"{name}.csv"
        table = (
            read_table(path, _shown(folder, path), row)
            if path in folder.glob(f"careers/{name}.csv")
            else []
        )
        if isinstance(table, Document):
            files[name] = _validated(model, table, problems)
        else:
            files[name] = []
            problems.extend(table)
    return files


def _read_all(
    folder: Path, pattern: str, model: type[M], problems: list[Problem]
) -> list[tuple[Document, M]]:
    files: list[tuple[Document, M]] = []
    for path in sorted(folder.glob(pattern)):
        document = read_yaml(path, _shown(folder, path))
        if isinstance(document, Document):
            files += _validated(model, document, problems)
        else:
            problems.append(document)
    return files


def _validated(
    model: type[M], document: Document, problems: list[Problem]
) -> list[tuple[Document, M]]:
    """The document with its model; where it has errors nothing, and ``problems`` gains them."""
    result = validate(model, document)
    if isinstance(result, list):
        problems.extend(result)
        return []
    return [(document, result)]


def _shown(folder: Path, path: Path) -> str:
    """The path as messages show it, from the name of the folder on."""
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"
