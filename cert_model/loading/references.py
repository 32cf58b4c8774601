"""What one file alone cannot show: sources, issuers and credentials that others name."""

from collections.abc import Container, Iterator, Mapping
from difflib import get_close_matches

from cert_model.loading.messages import format_field_path
from cert_model.loading.problems import Problem
from cert_model.loading.yaml_reader import Document
from cert_model.schema import Claim, ClaimFile, Credential, Evidence, Issuer, Model, Source
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
from cert_model.schema.walk import FieldPath, find_models, find_statements
from cert_model.vocabulary import ClaimVerdict, Status


def source_problems(
    sheet: Model, document: Document, sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """Sources that do not exist, and statements that rest on nothing that can be looked up."""
    for place, found in find_statements(sheet):
        for position, source in enumerate(found.src):
            if source not in sources:
                yield _problem(document, (*place, "src", position), _unknown(source, sources))
        known = [sources[source] for source in found.src if source in sources]
        if _claims(place, found) and known and not any(source.supports_alone for source in known):
            yield _problem(document, (*place, "src"), _cannot_stand(known))
    if isinstance(sheet, Credential):
        yield from _classification_problems(sheet, document, sources)


def _claims(place: FieldPath, statement: Evidence) -> bool:
    """Whether a statement is put forward as true; a rival, or a status not known, is not."""
    return "disputed" not in place and getattr(statement, "value", None) is not Status.UNKNOWN


def _classification_problems(
    sheet: Credential, document: Document, sources: Mapping[str, Source]
) -> Iterator[Problem]:
    for name, named in sheet.classification.model_dump(exclude={"note"}).items():
        for position, source in enumerate(named):
            if source not in sources:
                place = ("classification", name, position)
                yield _problem(document, place, _unknown(source, sources))


def credential_problems(
    sheet: Credential,
    document: Document,
    credentials: Mapping[str, Credential | None],
    issuers: Mapping[str, Issuer | None],
) -> Iterator[Problem]:
    """Issuers and other credentials that a fact sheet names and nobody knows.

    ``None`` stands for a sheet that is there but has errors of its own.
    """
    if sheet.issuer not in issuers:
        yield _problem(document, ("issuer",), _unknown(sheet.issuer, issuers, "issuer"))
    if not document.file.endswith(f"credentials/{sheet.id}.yaml"):
        message = f'"{sheet.id}" belongs in credentials/{sheet.id}.yaml'
        yield _problem(document, ("code",), message)
    shared = credentials.get(sheet.same_exam_as) if sheet.same_exam_as else None
    if sheet.same_exam_as and sheet.same_exam_as not in credentials:
        message = _unknown(sheet.same_exam_as, credentials, "credential")
        yield _problem(document, ("same_exam_as",), message)
    if shared is not None and shared.same_exam_as:
        message = f'"{shared.id}" has no exam of its own; name the one that has'
        yield _problem(document, ("same_exam_as",), message)
    for place, test in find_models(sheet, CredentialTest):
        for position, named in enumerate(test.any):
            if named not in credentials:
                message = _unknown(named, credentials, "credential")
                yield _problem(document, (*place, "any", position), message)


_NAMES: dict[type[Model], dict[str, str]] = {
    Program: {"prepares_for": "credential"},
    Material: {"needed_for": "credential", "needed_for_issuer": "issuer"},
    CeuOffer: {"issuer": "issuer"},
    Funding: {"covers": "credential"},
    FundingNote: {"credential": "credential"},
    Accreditor: {"matters_for": "credential"},
    StudyTime: {"credential": "credential"},
    Approval: {"body": "accreditor"},
    Taught: {"program": "program"},
}
"""By kind of entry, the fields that name something else, and what they name."""


def preparation_problems(
    file: Model, document: Document, known: Mapping[str, Mapping[str, object]]
) -> Iterator[Problem]:
    """What a file of ``data/preparation`` names and nobody knows.

    ``known`` goes by credential, issuer, program and accreditor; what is absent from it could
    not be read, and is not held against the files that name it.
    """
    for kind, fields in _NAMES.items():
        for place, found in find_models(file, kind):
            for field, what in fields.items():
                for step, named in _named(getattr(found, field)):
                    if what in known and named not in known[what]:
                        message = _unknown(named, known[what], what)
                        yield _problem(document, (*place, field, *step), message)


def _named(value: str | tuple[str, ...] | None) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, tuple):
        for position, each in enumerate(value):
            yield (position,), each
    elif value:
        yield (), value


def careers_problems(
    file: Model,
    document: Document,
    credentials: Mapping[str, Credential | None],
    occupations: Container[str] | None,
) -> Iterator[Problem]:
    """Rows that stand twice, and credentials and occupations that nobody knows.

    ``occupations`` is None where the file that describes them has errors of its own.
    """
    yield from _twice(file, document)
    for place, row in find_models(file, Evidence):
        named = getattr(row, "credential", None)
        if named and named not in credentials:
            message = _unknown(named, credentials, "credential")
            yield _problem(document, (*place, "credential"), message)
        soc = getattr(row, "soc", None)
        if soc and occupations is not None and soc not in occupations:
            message = f'unknown occupation "{soc}"; describe it in careers/occupations.yaml'
            yield _problem(document, (*place, "soc"), message)


def _twice(file: Model, document: Document) -> Iterator[Problem]:
    """Rows that agree in every column of their key."""
    seen: dict[tuple[object, ...], int] = {}
    for place, row in find_models(file, Evidence):
        names: tuple[str, ...] = getattr(row, "KEY", ())
        key = tuple(getattr(row, name) for name in names)
        line = document.line_of(place)
        if names and seen.setdefault(key, line) != line:
            message = f"the row stands in line {seen[key]} already, by {', '.join(names)}; keep one"
            yield _problem(document, place, message)


def claim_problems(
    file: ClaimFile,
    document: Document,
    credentials: Mapping[str, Credential | None],
    sources: Mapping[str, Source] | None,
) -> Iterator[Problem]:
    """Ids that nobody knows, and verdicts without evidence of their own.

    ``sources`` is None where their files have errors of their own.
    """
    for number, claim in enumerate(file.claims):
        place: FieldPath = ("claims", number)
        for position, named in enumerate(claim.credentials):
            if named not in credentials:
                message = _unknown(named, credentials, "credential")
                yield _problem(document, (*place, "credentials", position), message)
        if sources is not None:
            yield from _evidence_problems(claim, document, place, sources)


def _evidence_problems(
    claim: Claim, document: Document, place: FieldPath, sources: Mapping[str, Source]
) -> Iterator[Problem]:
    for position, named in enumerate(claim.said_by):
        if named not in sources:
            yield _problem(document, (*place, "said_by", position), _unknown(named, sources))
    others = [sources.get(source) for source in claim.src if source not in claim.said_by]
    borne = any(source is None or source.supports_alone for source in others)
    if claim.verdict is not ClaimVerdict.CANNOT_BE_TOLD and not borne:
        message = "no page bears the verdict but those that make the claim; name another"
        yield _problem(document, (*place, "src"), message)


def _problem(document: Document, place: FieldPath, message: str) -> Problem:
    return Problem(
        document.file, document.line_of(place), format_field_path(document, place), message
    )


def _unknown(given: str, known: Mapping[str, object], what: str = "source") -> str:
    close = get_close_matches(given, known, n=1)
    meant = f' (did you mean "{close[0]}"?)' if close else ""
    return f'unknown {what} "{given}"{meant}'


def _cannot_stand(sources: list[Source]) -> str:
    weak = ", ".join(
        f"{source.id} ({source.quality or 'no address'})"
        if source.url
        else f"{source.id} (no address)"
        for source in sources
    )
    return f"rests on {weak} alone; name a source that can be looked up, or move it to unknown"
