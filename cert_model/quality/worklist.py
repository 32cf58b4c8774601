"""What the people who keep the data should look at next: what is old, missing, or disputed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.catalog import once_per_catalog
from cert_model.catalog.standing import best_evidence, citable_sources, months_between
from cert_model.catalog.subjects import CAREERS, PREPARATION
from cert_model.formatting.facts import format_reading, format_value
from cert_model.quality import harm, statements
from cert_model.quality.compared_fields import COMPARED_FIELDS, ComparedField, credential_context
from cert_model.quality.coverage import CoverageState, coverage_state
from cert_model.quality.statements import Statement
from cert_model.schema import Credential, Dispute, Evidence, Fact, Gap, Issuer, Model, Source
from cert_model.schema.rules import IssuerDecides
from cert_model.schema.walk import find_models
from cert_model.vocabulary import SourceKind, Standing, Status

OLD = (Standing.ISSUER_OLD, Standing.THIRD_PARTY_OLD)
NEVER = 10_000
"""The age in months of evidence that has no date: it comes before all that has one."""


@dataclass(frozen=True, slots=True)
class StaleStatement:
    """A statement whose evidence is old, and the page to open."""

    statement: Statement
    standing: Standing
    age_months: int | None
    """How old the evidence is, in whole months; None where nothing about it has a date."""
    source: Source
    """The page to read again: an issuer's where one is named, else the newest."""
    issuer_page: str | None
    """The issuer's own site, where ``source`` is somebody else's."""


@dataclass(frozen=True, slots=True)
class MissingFigure:
    """Something that was not found, how to ask for it, and whom."""

    subject: str
    label: str
    weight: int
    question: str
    ask: str
    """The page or the body that should hold the answer."""
    page: str | None
    """An address to begin at."""


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """What some sources say in a dispute."""

    text: str
    as_of: str | None
    sources: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DisputedFigure:
    """Sources that disagree: the value taken, why, and what the others say."""

    subject: str
    label: str
    weight: int
    taken: DisputeSide
    why: str
    others: tuple[DisputeSide, ...]


@once_per_catalog
def find_stale(catalog: Catalog, issuer: str | None = None) -> list[StaleStatement]:
    """What rests on old evidence: most harm first (``harm.HARMS``), then the oldest.

    Left out is what cannot go out of date (history, origins, pass rates of past years), what
    concerns retired credentials, and tables of pay, whose rows belong to a release. With
    ``issuer``, only what concerns that issuer and its credentials.
    """
    found = [
        item
        for subject, sheet in _kept(catalog, issuer)
        for statement in statements.statements_of(subject, sheet)
        if statement.says_something and statements.can_go_stale(statement, sheet)
        for item in _if_old(catalog, statement)
    ]
    return sorted(found, key=_by_harm_and_age)


def _kept(catalog: Catalog, issuer: str | None) -> Iterator[tuple[str, Model]]:
    """The sheets that somebody has to keep true, of one issuer or of all."""
    for subject, sheet in statements.fact_sheets(catalog).items():
        retired = isinstance(sheet, Credential) and sheet.status.value is Status.RETIRED
        if not retired and issuer in (None, issuer_of(subject)):
            yield subject, sheet


def issuer_of(subject: str) -> str | None:
    """The issuer that a subject is, or belongs to; None for preparation."""
    return None if subject in (PREPARATION, CAREERS) else subject.partition("/")[0]


def _if_old(catalog: Catalog, statement: Statement) -> Iterator[StaleStatement]:
    """The statement with its weakest part, if that one is old."""
    graded = [(part, *_graded(catalog, part, statement)) for part in statement.parts]
    old = [each for each in graded if each[1] in OLD]
    if not old:
        return
    part, found, age = max(old, key=lambda each: _age(each[2]))
    source = _page_to_open(catalog, part)
    site = catalog.issuers.get(issuer_of(statement.subject) or "")
    elsewhere = source.kind is not SourceKind.ISSUER
    page = site.website if site is not None and elsewhere else None
    yield StaleStatement(statement, found, age, source, page)


def _graded(catalog: Catalog, part: Evidence, statement: Statement) -> tuple[Standing, int | None]:
    found, day = best_evidence(part, catalog.sources, catalog.today, money=statement.money)
    return found, months_between(day, catalog.today) if day else None


def _age(months: int | None) -> int:
    return NEVER if months is None else months


def _by_harm_and_age(item: StaleStatement) -> tuple[Any, ...]:
    statement = item.statement
    return -statement.weight, -_age(item.age_months), statement.subject, statement.field


def _page_to_open(catalog: Catalog, part: Evidence) -> Source:
    """The source to read again: the issuer's own before others, then the newest."""
    return max(
        citable_sources(part, catalog.sources),
        key=lambda source: (source.kind is SourceKind.ISSUER, source.date or source.seen or ""),
    )


@once_per_catalog
def find_missing(catalog: Catalog, issuer: str | None = None) -> list[MissingFigure]:
    """What was not found, most harm first.

    Three kinds: figures that people compare and that are absent (``fields.FIELDS``), rules
    that only the issuer can give, and what a fact sheet lists under ``unknown``; the last
    weigh least, as they name no field.
    """
    found: list[MissingFigure] = []
    for subject, sheet in _kept(catalog, issuer):
        if isinstance(sheet, Credential):
            found += _absent(catalog, sheet)
            found += _for_the_issuer(catalog, sheet)
        found += _gaps(catalog, subject, sheet)
    if issuer is None:
        found += _gaps(catalog, CAREERS, catalog.careers)
    return sorted(found, key=lambda each: (-each.weight, each.subject))


def _absent(catalog: Catalog, sheet: Credential) -> Iterator[MissingFigure]:
    subject = credential_context(catalog, sheet.id)
    site = subject.issuer.website
    for field in COMPARED_FIELDS:
        if (
            _is_shared(sheet, field)
            or coverage_state(catalog, subject, field) is not CoverageState.NOT_FOUND
        ):
            continue
        inquiry = sheet.eligibility.ask if field.name == "required" else None
        yield MissingFigure(
            sheet.id,
            field.label,
            field.weight,
            inquiry.question if inquiry else field.question,
            inquiry.page if inquiry else subject.issuer.name,
            site,
        )


def _is_shared(sheet: Credential, field: ComparedField) -> bool:
    """Whether a figure belongs to the credential whose exam this one shares."""
    return bool(sheet.same_exam_as) and field.schema_path.partition(".")[0] in (
        "exam",
        "fees",
        "eligibility",
    )


def _for_the_issuer(catalog: Catalog, sheet: Credential) -> Iterator[MissingFigure]:
    if sheet.same_exam_as:
        return
    issuer = catalog.issuers[sheet.issuer]
    for place, rule in find_models(sheet, IssuerDecides):
        weight = harm.harm_weight(harm.schema_path(place))
        yield MissingFigure(
            sheet.id, "Who may sit", weight, rule.question, rule.page or issuer.name, issuer.website
        )


def _gaps(catalog: Catalog, subject: str, sheet: Model) -> Iterator[MissingFigure]:
    body = catalog.issuers.get(issuer_of(subject) or "")
    for _, gap in find_models(sheet, Gap):
        nobody = body.name if body else "not known"
        page = body.website if body else None
        yield MissingFigure(
            subject, "Listed as unknown", harm.LEAST_HARM, gap.what, gap.ask or nobody, page
        )


@once_per_catalog
def find_disputed(catalog: Catalog, issuer: str | None = None) -> list[DisputedFigure]:
    """Where sources disagree, most harm first; retired credentials too, as both sides stand."""
    found: list[DisputedFigure] = []
    for subject, sheet in statements.fact_sheets(catalog).items():
        if issuer in (None, issuer_of(subject)):
            found += _disputed_facts(subject, sheet)
            found += _open_questions(subject, sheet)
    if issuer is None:
        found += _open_questions(CAREERS, catalog.careers)
    return sorted(found, key=lambda each: (-each.weight, each.subject))


def _disputed_facts(subject: str, sheet: Model) -> Iterator[DisputedFigure]:
    for statement in statements.statements_of(subject, sheet):
        for fact in statement.parts:
            if not isinstance(fact, Fact) or not fact.disputed:
                continue
            label = getattr(fact, "domain", statement.label)
            unit = "$" if statement.text.startswith("$") else ""
            text = statement.text if len(statement.parts) == 1 else format_reading(fact)
            yield DisputedFigure(
                subject,
                label,
                statement.weight,
                DisputeSide(text, fact.as_of, fact.src, fact.note),
                fact.why or "",
                tuple(
                    DisputeSide(format_reading(it, unit), it.as_of, it.src, it.note)
                    for it in fact.disputed
                ),
            )


def _open_questions(subject: str, sheet: Model) -> Iterator[DisputedFigure]:
    for _, found in find_models(sheet, Dispute):
        yield DisputedFigure(
            subject,
            found.topic,
            harm.LEAST_HARM,
            DisputeSide(found.taken, None, ()),
            found.why,
            tuple(
                DisputeSide(format_value(each.value), each.as_of, each.src, each.note)
                for each in found.values
            ),
        )


def subject_label(catalog: Catalog, subject: str) -> str:
    """What a subject is called: the letters of a credential or issuer, or the name of the file."""
    if subject in catalog.labels:
        return catalog.labels[subject]
    issuer: Issuer | None = catalog.issuers.get(subject)
    return issuer.letters if issuer else subject.capitalize()


def write_inquiry(catalog: Catalog, issuer: str) -> str:
    """The questions to put to one issuer, as text that can be copied into a mail.

    Questions on several credentials stand once, with the letters of each. Raises KeyError for
    an unknown id.
    """
    body = catalog.issuers[issuer]
    found = find_missing(catalog, issuer)
    if not found:
        return f"Nothing is open with {body.letters}."
    about: dict[str, list[str]] = {}
    for each in found:
        about.setdefault(each.question, []).append(subject_label(catalog, each.subject))
    lines = [
        f"Questions to {body.name} on its credentials",
        "",
        "We compare coding credentials, and show each figure with its source and its date. The "
        "points below were not found on any page we could read. The address of a page that "
        "answers one is as good as the answer itself.",
        "",
        *(f"{at}. {_asked(what, who)}" for at, (what, who) in enumerate(about.items(), 1)),
    ]
    return "\n".join(lines)


def _asked(question: str, labels: Sequence[str]) -> str:
    closed = question if question.endswith(("?", ".")) else f"{question}."
    return f"{', '.join(dict.fromkeys(labels))}: {closed}"
