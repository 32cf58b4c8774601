"""Reads every file of ``data/``, each held against its own model alone."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from cert_model.loading.csv_reader import read_table
from cert_model.loading.messages import validate
from cert_model.loading.problems import Problem
from cert_model.loading.unread_files import unread_files
from cert_model.loading.yaml_reader import Document, read
from cert_model.schema import ClaimFile, Credential, Issuer, Model, QuestionFile, SourceFile
from cert_model.schema.career_files import (
    CertificationEffectFile,
    EducationShareFile,
    FindingFile,
    IndustryShareFile,
    OccupationFile,
    ProjectionFile,
    SurveyFile,
    WageFile,
)
from cert_model.schema.careers import (
    CertificationEffectRow,
    EducationShareRow,
    IndustryShareRow,
    ProjectionRow,
    SurveyRow,
    WageRow,
)
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
}
"""The files of ``data/preparation`` by name; those of ``data/careers`` likewise."""
CAREERS: dict[str, type[Model]] = {
    "occupations": OccupationFile,
    "findings": FindingFile,
}
_CAREER_TABLES: dict[str, tuple[type[Model], type[Model]]] = {
    "wages": (WageFile, WageRow),
    "projections": (ProjectionFile, ProjectionRow),
    "industry_shares": (IndustryShareFile, IndustryShareRow),
    "worker_education": (EducationShareFile, EducationShareRow),
    "surveys": (SurveyFile, SurveyRow),
    "certification_effect": (CertificationEffectFile, CertificationEffectRow),
}
"""Each CSV file with the model of the whole and of a row."""
_PLACES = (
    "sources/*.yaml",
    "issuers/*.yaml",
    "credentials/*/*.yaml",
    *(f"preparation/{name}.yaml" for name in PREPARATION),
    *(f"careers/{name}.yaml" for name in CAREERS),
    *(f"careers/{name}.csv" for name in _CAREER_TABLES),
    "questions.yaml",
    "guide/*.yaml",
    "faq.yaml",
    "glossary.yaml",
    "claims.yaml",
    "schema/*.json",
)
"""Every file that is read, and the schemas that are written; anything else is a mistake."""


@dataclass(frozen=True)
class Files:
    """What was read: each file that is in order, with the document behind it."""

    sources: list[tuple[Document, SourceFile]]
    issuers: list[tuple[Document, Issuer]]
    credentials: list[tuple[Document, Credential]]
    preparation: dict[str, list[tuple[Document, Model]]]
    """By name, as are the files of ``careers``."""
    careers: dict[str, list[tuple[Document, Model]]]
    questions: list[tuple[Document, QuestionFile]]
    claims: list[tuple[Document, ClaimFile]]
    texts: list[tuple[Document, Model]]

    @property
    def citing(self) -> list[tuple[Document, Model]]:
        """The files whose statements name sources."""
        return [
            *self.issuers,
            *self.credentials,
            *self.prepared,
            *(pair for files in self.careers.values() for pair in files),
            *self.claims,
            *self.texts,
        ]

    @property
    def prepared(self) -> list[tuple[Document, Model]]:
        """The files of ``preparation``."""
        return [pair for files in self.preparation.values() for pair in files]


def read_files(folder: Path, problems: list[Problem]) -> Files:
    """Every file of the folder; those with faults are left out and their faults added."""
    problems.extend(unread_files(folder, _PLACES))
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
        texts=_read_texts(folder, problems),
    )


def _read_texts(folder: Path, problems: list[Problem]) -> list[tuple[Document, Model]]:
    """Every file that holds prose."""
    return [
        *_read_all(folder, "glossary.yaml", GlossaryFile, problems),
        *_read_all(folder, "guide/*.yaml", Chapter, problems),
        *_read_all(folder, "faq.yaml", FaqFile, problems),
    ]


def _read_careers(folder: Path, problems: list[Problem]) -> dict[str, list[tuple[Document, Model]]]:
    """Every file of ``data/careers`` that is there, by name."""
    found: dict[str, list[tuple[Document, Model]]] = {
        name: [*_read_all(folder, f"careers/{name}.yaml", model, problems)]
        for name, model in CAREERS.items()
    }
    for name, (model, row) in _CAREER_TABLES.items():
        path = folder / "careers" / f"{name}.csv"
        document = read_table(path, _shown(folder, path), row) if path.exists() else []
        found[name] = _checked(model, document, problems)
    return found


def _read_all(
    folder: Path, pattern: str, model: type[M], problems: list[Problem]
) -> list[tuple[Document, M]]:
    found: list[tuple[Document, M]] = []
    for path in sorted(folder.glob(pattern)):
        document = read(path, _shown(folder, path))
        found += _checked(
            model, [document] if isinstance(document, Problem) else document, problems
        )
    return found


def _checked(
    model: type[M], document: Document | list[Problem], problems: list[Problem]
) -> list[tuple[Document, M]]:
    """The document with what it says, or nothing and one more problem or several."""
    checked = document if isinstance(document, list) else validate(model, document)
    if isinstance(document, list) or isinstance(checked, list):
        problems.extend(checked if isinstance(checked, list) else [])
        return []
    return [(document, checked)]


def _shown(folder: Path, path: Path) -> str:
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"
