"""Reads ``data/`` into a catalogue, or reports everything that is wrong with it."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from cert_model.catalog.catalog import Catalog
from cert_model.catalog.csv_reader import read_table
from cert_model.catalog.doubles import doubled
from cert_model.catalog.messages import validate
from cert_model.catalog.problems import CatalogError, Problem
from cert_model.catalog.references import (
    careers_problems,
    claim_problems,
    credential_problems,
    preparation_problems,
    source_problems,
)
from cert_model.catalog.strays import strays
from cert_model.catalog.yaml_reader import Document, read
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
from cert_model.schema.texts import Chapter, FaqFile, GlossaryFile, text_key

DATA = Path(__file__).parents[2] / "data"

M = TypeVar("M", bound=Model)

_PREPARATION: dict[str, type[Model]] = {
    "programs": ProgramFile,
    "materials": MaterialFile,
    "ceus": CeuFile,
    "funding": FundingFile,
    "accreditors": AccreditorFile,
    "times": StudyTimeFile,
    "subjects": SubjectFile,
}
_NAMED_BY_OTHERS = {"program": "programs", "accreditor": "accreditors"}
"""What files of ``data/preparation`` name in one another, and the file that holds it."""
_CAREERS: dict[str, type[Model]] = {
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
    *(f"preparation/{name}.yaml" for name in _PREPARATION),
    *(f"careers/{name}.yaml" for name in _CAREERS),
    *(f"careers/{name}.csv" for name in _CAREER_TABLES),
    "questions.yaml",
    "guide/*.yaml",
    "faq.yaml",
    "glossary.yaml",
    "schema/*.json",
)
"""Every file that is read, and the schemas that are written; anything else is a mistake."""


def load(folder: Path = DATA, today: date | None = None) -> Catalog:
    """Load and check the whole catalogue.

    ``today`` decides what counts as old. Raises CatalogError with every problem found,
    each with file, line, field and what was expected; nothing is ever half-loaded.
    """
    problems = list(strays(folder, _PLACES))
    source_files = _read_all(folder, "sources/*.yaml", SourceFile, problems)
    issuer_files = _read_all(folder, "issuers/*.yaml", Issuer, problems)
    sheets = _read_all(folder, "credentials/*/*.yaml", Credential, problems)
    preparation = {
        name: _read_all(folder, f"preparation/{name}.yaml", model, problems)
        for name, model in _PREPARATION.items()
    }
    questions = _read_all(folder, "questions.yaml", QuestionFile, problems)
    claims = _read_all(folder, "claims.yaml", ClaimFile, problems)
    texts = _read_texts(folder, problems)
    prepared = [pair for files in preparation.values() for pair in files]
    careers = _read_careers(folder, problems)
    career_files = [pair for files in careers.values() for pair in files]

    sources = _index_sources(source_files, problems)
    issuers = _index(issuer_files, problems)
    credentials = _index(sheets, problems)
    sources_read = not _any_in(problems, "sources/")
    if sources_read:
        for document, model in [
            *issuer_files,
            *sheets,
            *prepared,
            *career_files,
            *claims,
            *texts,
        ]:
            problems.extend(source_problems(model, document, sources))
    named_credentials = {**_there(folder / "credentials", "*/*.yaml"), **credentials}
    named_issuers = {**_there(folder / "issuers", "*.yaml"), **issuers}
    for document, sheet in sheets:
        problems.extend(credential_problems(sheet, document, named_credentials, named_issuers))
    named: dict[str, Mapping[str, object]] = {
        "credential": named_credentials,
        "issuer": named_issuers,
        **{
            what: _ids(preparation[name], name)
            for what, name in _NAMED_BY_OTHERS.items()
            if not _any_in(problems, f"preparation/{name}.yaml")
        },
    }
    for document, file in prepared:
        problems.extend(preparation_problems(file, document, named))
    for document, file in career_files:
        problems.extend(careers_problems(file, document, named_credentials, _occupations(careers)))
    for document, claimed in claims:
        named_sources = sources if sources_read else None
        problems.extend(claim_problems(claimed, document, named_credentials, named_sources))
    for document, file in [*claims, *texts]:
        problems.extend(doubled(file, document))
    if not credentials and not problems:
        problems.append(Problem(str(folder), 1, "", "no fact sheets here; expected credentials/"))
    if problems:
        raise CatalogError(problems)
    return Catalog(
        credentials={key: _with_shared_exam(credentials, key) for key in sorted(credentials)},
        issuers=dict(sorted(issuers.items())),
        sources=dict(sorted(sources.items())),
        documents={
            **{issuer.id: document for document, issuer in issuer_files},
            **{sheet.id: document for document, sheet in sheets},
            **{text_key(file): document for document, file in texts},
            **{claimed.NAME: document for document, claimed in claims},
        },
        preparation=Preparation.model_validate(
            {name: file for name, files in preparation.items() for _, file in files}
        ),
        careers=Careers.model_validate(
            {name: file for name, files in careers.items() for _, file in files}
        ),
        questions=questions[0][1] if questions else QuestionFile(),
        claims=claims[0][1] if claims else ClaimFile(),
        texts=Texts.of(file for _, file in texts),
        today=today or date.today(),
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
        for name, model in _CAREERS.items()
    }
    for name, (model, row) in _CAREER_TABLES.items():
        path = folder / "careers" / f"{name}.csv"
        document = read_table(path, _shown(folder, path), row) if path.exists() else []
        found[name] = _checked(model, document, problems)
    return found


def _occupations(careers: Mapping[str, list[tuple[Document, Model]]]) -> set[str] | None:
    """The codes that are described; None where the file that does so has errors."""
    files = [file for _, file in careers["occupations"] if isinstance(file, OccupationFile)]
    return {each.soc for file in files for each in file.occupations} if files else None


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
