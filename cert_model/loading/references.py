"""Problems across files: references to ids that do not exist, and duplicate entries."""

from collections.abc import Container, Iterator, Mapping

from cert_model.formatting import did_you_mean
from cert_model.loading.messages import problem_at
from cert_model.loading.problems import Problem
from cert_model.loading.yaml_reader import Document
from cert_model.schema import (
    Claim,
    ClaimFile,
    Credential,
    Evidence,
    Issuer,
    Model,
    SearchFile,
    Source,
)
from cert_model.schema.exam_subjects import SortedExam
from cert_model.schema.facts import FieldPath, find_models, find_statements
from cert_model.schema.preparation import (
    Accreditor,
    Approval,
    CeuOffer,
    Funding,
    FundingNote,
    Material,
    Program,
    StudyTime,
    Taught,
)
from cert_model.schema.rules import CredentialTest
from cert_model.schema.texts import Chapter, FaqFile, GlossaryFile
from cert_model.vocabulary import ClaimVerdict, Status


def source_problems(
    file: Model, document: Document, sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """Sources that do not exist, and statements without a source that can be looked up."""
    for path, statement in find_statements(file):
        for position, source in enumerate(statement.src):
            if source not in sources:
                yield problem_at(document, (*path, "src", position), _unknown(source, sources))
        cited = [sources[source] for source in statement.src if source in sources]
        needs_source = cited and not any(source.supports_alone for source in cited)
        if needs_source and _is_asserted(path, statement):
            yield problem_at(document, (*path, "src"), _cannot_stand(cited))
    if isinstance(file, Credential):
        yield from _classification_problems(file, document, sources)


def _is_asserted(path: FieldPath, statement: Evidence) -> bool:
    """Whether a statement is put forward as true; a rival, or a status not known, is not."""
    return "disputed" not in path and getattr(statement, "value", None) is not Status.UNKNOWN


def _classification_problems(
    sheet: Credential, document: Document, sources: Mapping[str, Source]
) -> Iterator[Problem]:
    for name, ids in sheet.classification.model_dump(exclude={"note"}).items():
        for position, source in enumerate(ids):
            if source not in sources:
                path = ("classification", name, position)
                yield problem_at(document, path, _unknown(source, sources))


def credential_problems(
    sheet: Credential,
    document: Document,
    credentials: Mapping[str, Credential | None],
    issuers: Mapping[str, Issuer | None],
) -> Iterator[Problem]:
    """References of a fact sheet to issuers and credentials that do not exist.

    ``None`` stands for a sheet that exists but has errors of its own.
    """
    if sheet.issuer not in issuers:
        yield problem_at(document, ("issuer",), _unknown(sheet.issuer, issuers, "issuer"))
    if not document.file.endswith(f"credentials/{sheet.id}.yaml"):
        message = f'"{sheet.id}" belongs in credentials/{sheet.id}.yaml'
        yield problem_at(document, ("code",), message)
    yield from _relation_problems(sheet, document, credentials)
    yield from rule_problems(sheet, document, credentials)


def rule_problems(
    file: Model, document: Document, credentials: Mapping[str, object]
) -> Iterator[Problem]:
    """Tests of the rules in a file that name credentials which do not exist."""
    for path, test in find_models(file, CredentialTest):
        for position, key in enumerate(test.any):
            if key not in credentials:
                message = _unknown(key, credentials, "credential")
                yield problem_at(document, (*path, "any", position), message)


def _relation_problems(
    sheet: Credential, document: Document, credentials: Mapping[str, Credential | None]
) -> Iterator[Problem]:
    """Relations of a fact sheet to credentials that do not exist or cannot stand in them."""
    shared = credentials.get(sheet.same_exam_as) if sheet.same_exam_as else None
    if sheet.same_exam_as and sheet.same_exam_as not in credentials:
        message = _unknown(sheet.same_exam_as, credentials, "credential")
        yield problem_at(document, ("same_exam_as",), message)
    if shared is not None and shared.same_exam_as:
        message = f'"{shared.id}" has no exam of its own; name the one that has'
        yield problem_at(document, ("same_exam_as",), message)
    for position, replacement in enumerate(sheet.replaces):
        replaced = replacement.credential
        if replaced not in credentials:
            message = _unknown(replaced, credentials, "credential")
        elif replaced == sheet.id or not replaced.startswith(f"{sheet.issuer}/"):
            message = f'"{replaced}": expected another credential of {sheet.issuer}'
        else:
            continue
        yield problem_at(document, ("replaces", position, "credential"), message)


_REFERENCES: dict[type[Model], dict[str, str]] = {
    Program: {"prepares_for": "credential"},
    Material: {
        "needed_for": "credential",
        "needed_for_issuer": "issuer",
        "except_for": "credential",
    },
    CeuOffer: {"issuer": "issuer"},
    Funding: {"covers": "credential"},
    FundingNote: {"credential": "credential"},
    Accreditor: {"matters_for": "credential"},
    StudyTime: {"credential": "credential"},
    Approval: {"body": "accreditor"},
    Taught: {"program": "program"},
    SortedExam: {"credential": "credential"},
}
"""For each model, the fields that hold ids, and of what kind of thing."""


def preparation_problems(
    file: Model, document: Document, known_ids: Mapping[str, Mapping[str, object]]
) -> Iterator[Problem]:
    """References of a file of ``data/preparation`` to ids that do not exist.

    ``known_ids`` has the ids by kind: credential, issuer, program, accreditor. A kind whose
    own file has errors is absent from it, and references to it are not checked.
    """
    for path, entry in find_models(file, Model):
        for field, kind in _REFERENCES.get(type(entry), {}).items():
            for step, key in _ids_in(getattr(entry, field)):
                if kind in known_ids and key not in known_ids[kind]:
                    message = _unknown(key, known_ids[kind], kind)
                    yield problem_at(document, (*path, field, *step), message)


def _ids_in(value: str | tuple[str, ...] | None) -> Iterator[tuple[FieldPath, str]]:
    """The ids in the value of a field, each with its position where there may be several."""
    if isinstance(value, tuple):
        for position, key in enumerate(value):
            yield (position,), key
    elif value:
        yield (), value


def careers_problems(
    file: Model,
    document: Document,
    credentials: Mapping[str, Credential | None],
    occupations: Container[str] | None,
) -> Iterator[Problem]:
    """Duplicate rows, and references to credentials and occupations that do not exist.

    ``occupations`` is None where the file that describes them has errors of its own.
    """
    first_paths: dict[tuple[object, ...], FieldPath] = {}
    for path, row in find_statements(file):
        columns: tuple[str, ...] = getattr(row, "KEY", ())
        values = tuple(getattr(row, column) for column in columns)
        first = first_paths.setdefault(values, path)
        if columns and first != path:
            same = f"the row stands in line {document.line_of(first)} already"
            yield problem_at(document, path, f"{same}, by {', '.join(columns)}; keep one")
        credential = getattr(row, "credential", None)
        if credential and credential not in credentials:
            message = _unknown(credential, credentials, "credential")
            yield problem_at(document, (*path, "credential"), message)
        soc = getattr(row, "soc", None)
        if soc and occupations is not None and soc not in occupations:
            message = f'unknown occupation "{soc}"; describe it in careers/occupations.yaml'
            yield problem_at(document, (*path, "soc"), message)


def claim_problems(
    file: ClaimFile,
    document: Document,
    credentials: Mapping[str, Credential | None],
    sources: Mapping[str, Source] | None,
) -> Iterator[Problem]:
    """References to credentials and sources that do not exist, and verdicts without evidence.

    ``sources`` is None where their files have errors of their own.
    """
    for number, claim in enumerate(file.claims):
        path: FieldPath = ("claims", number)
        for position, key in enumerate(claim.credentials):
            if key not in credentials:
                message = _unknown(key, credentials, "credential")
                yield problem_at(document, (*path, "credentials", position), message)
        if sources is not None:
            yield from _verdict_problems(claim, document, path, sources)


def _verdict_problems(
    claim: Claim, document: Document, path: FieldPath, sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """Unknown sources, and a verdict whose only sources are the pages that make the claim."""
    for position, source in enumerate(claim.said_by):
        if source not in sources:
            yield problem_at(document, (*path, "said_by", position), _unknown(source, sources))
    others = [sources.get(source) for source in claim.src if source not in claim.said_by]
    supported = any(source is None or source.supports_alone for source in others)
    if claim.verdict is not ClaimVerdict.CANNOT_BE_TOLD and not supported:
        message = "no page bears the verdict but those that make the claim; name another"
        yield problem_at(document, (*path, "src"), message)


def duplicate_names(file: Model, document: Document) -> Iterator[Problem]:
    """Entries of a file of prose with a name that an earlier entry has."""
    first_paths: dict[tuple[object, str], FieldPath] = {}
    for path, name in _entry_names(file):
        first = first_paths.setdefault((path[0], name.casefold()), path)
        if first != path:
            message = f'"{name}" stands in line {document.line_of(first)} already; keep one'
            yield Problem(document.file, document.line_of(path), "", message)


def _entry_names(file: Model) -> Iterator[tuple[FieldPath, str]]:
    """The path and name of each entry; a term of the glossary has several names."""
    if isinstance(file, ClaimFile):
        for position, claim in enumerate(file.claims):
            yield ("claims", position), claim.id
    if isinstance(file, SearchFile):
        yield from _search_names(file)
    if isinstance(file, GlossaryFile):
        yield from _term_names(file)
    if isinstance(file, FaqFile):
        for position, question in enumerate(file.questions):
            yield ("questions", position), question.id
    if isinstance(file, Chapter):
        for position, section in enumerate(file.sections):
            yield ("sections", position), section.title


def _term_names(file: GlossaryFile) -> Iterator[tuple[FieldPath, str]]:
    for position, term in enumerate(file.terms):
        for form in {form.casefold() for form in (term.id, *term.forms)}:
            yield ("terms", position), form


def _search_names(file: SearchFile) -> Iterator[tuple[FieldPath, str]]:
    """The title of each page, and each word that has synonyms: it stands in one group alone."""
    for position, page in enumerate(file.pages):
        yield ("pages", position), page.label
    for position, group in enumerate(file.synonyms):
        for number, word in enumerate(group.words):
            yield ("synonyms", position, "words", number), word


def _unknown(key: str, known_ids: Mapping[str, object], kind: str = "source") -> str:
    return f'unknown {kind} "{key}"{did_you_mean(key, known_ids)}'


def _cannot_stand(sources: list[Source]) -> str:
    weak = ", ".join(f"{source.id} ({_weakness(source)})" for source in sources)
    return f"rests on {weak} alone; name a source that can be looked up, or move it to unknown"


def _weakness(source: Source) -> str:
    """Why a source supports no fact alone."""
    if source.url is None:
        return "no address"
    return "no publisher" if source.publisher is None else str(source.quality)
