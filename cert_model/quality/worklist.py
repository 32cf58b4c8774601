"""What the people who maintain the data should look at next: what is old, missing, or disputed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.catalog.standing import best_evidence, citable_sources, months_between
from cert_model.catalog.subjects import CAREERS, PREPARATION
from cert_model.formatting.facts import format_reading, format_value
from cert_model.quality.compared_fields import COMPARED_FIELDS, ComparedField, credential_context
from cert_model.quality.coverage import CoverageState, coverage_state
from cert_model.quality.harm import LEAST_HARM, harm_weight, schema_path
from cert_model.quality.statements import Statement, can_go_stale, fact_sheets, statements_of
from cert_model.schema import Credential, Dispute, Evidence, Fact, Gap, Model, Source
from cert_model.schema.facts import find_models
from cert_model.schema.rules import IssuerDecides
from cert_model.vocabulary import SourceKind, Standing, Status

_UNDATED_AGE = 10_000
"""The age in months by which undated evidence is ordered: before all that has a date."""


@dataclass(frozen=True, slots=True)
class StaleStatement:
    """A statement whose evidence is old, and the page to open."""

    statement: Statement
    standing: Standing
    age_months: int | None
    """The age of the evidence in whole months; None where it has no date."""
    source: Source
    """The page to read again: an issuer's where one is cited, else the newest."""
    issuer_page: str | None
    """The issuer's own site, where ``source`` is somebody else's page."""


@dataclass(frozen=True, slots=True)
class MissingFigure:
    """Something that was not found, the question to ask, and whom to ask."""

    subject: str
    label: str
    weight: int
    question: str
    ask: str
    """The page or the body that should have the answer."""
    page: str | None
    """An address to start from."""


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """What some sources state in a dispute."""

    text: str
    as_of: str | None
    sources: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DisputedFigure:
    """Sources that disagree: the value taken, the reason, and what the others state."""

    subject: str
    label: str
    weight: int
    taken: DisputeSide
    why: str
    others: tuple[DisputeSide, ...]


@once_per_catalog
def find_stale(catalog: Catalog, issuer: str | None = None) -> list[StaleStatement]:
    """The statements with old evidence, most harm first (``harm.HARM_WEIGHTS``), then oldest.

    Left out are statements that cannot go out of date (history, origins, past pass rates),
    retired credentials, and tables of pay, whose rows belong to a release. With ``issuer``, only
    those of the issuer and its credentials.
    """
    stale = [
        item
        for subject, sheet in _sheets_in_use(catalog, issuer)
        for statement in statements_of(subject, sheet)
        if statement.has_value and can_go_stale(statement, sheet)
        for item in _if_old(catalog, statement)
    ]
    return sorted(stale, key=_by_harm_and_age)


def _sheets_in_use(catalog: Catalog, issuer: str | None) -> Iterator[tuple[str, Model]]:
    """The sheets that have to be kept true, of one issuer or of all: not the retired ones."""
    for subject, sheet in fact_sheets(catalog).items():
        retired = isinstance(sheet, Credential) and sheet.status.value is Status.RETIRED
        if not retired and issuer in (None, issuer_of(subject)):
            yield subject, sheet


def issuer_of(subject: str) -> str | None:
    """The issuer that a subject is, or belongs to; None for preparation and careers."""
    return None if subject in (PREPARATION, CAREERS) else subject.partition("/")[0]


def _if_old(catalog: Catalog, statement: Statement) -> Iterator[StaleStatement]:
    """The statement with the oldest evidence among its parts, if that is old."""
    graded = [(part, *_standing_and_age(catalog, part)) for part in statement.parts]
    old = [entry for entry in graded if entry[1].is_old]
    if not old:
        return
    part, standing, age = max(old, key=lambda entry: _sortable_age(entry[2]))
    source = _page_to_open(catalog, part)
    body = catalog.issuers.get(issuer_of(statement.subject) or "")
    issuer_page = body.website if body and source.kind is not SourceKind.ISSUER else None
    yield StaleStatement(statement, standing, age, source, issuer_page)


def _standing_and_age(catalog: Catalog, part: Evidence) -> tuple[Standing, int | None]:
    standing, day = best_evidence(part, catalog.sources, catalog.today)
    return standing, months_between(day, catalog.today) if day else None


def _sortable_age(months: int | None) -> int:
    return _UNDATED_AGE if months is None else months


def _by_harm_and_age(item: StaleStatement) -> tuple[Any, ...]:
    statement = item.statement
    age = _sortable_age(item.age_months)
    return -statement.weight, -age, statement.subject, statement.field


def _page_to_open(catalog: Catalog, part: Evidence) -> Source:
    """The source to read again: the issuer's own before others, then the newest."""
    return max(
        citable_sources(part, catalog.sources),
        key=lambda source: (source.kind is SourceKind.ISSUER, source.date or source.seen or ""),
    )


@once_per_catalog
def find_missing(catalog: Catalog, issuer: str | None = None) -> list[MissingFigure]:
    """What was not found, most harm first; with ``issuer``, of that issuer alone.

    Three kinds: compared figures that are absent (``COMPARED_FIELDS``), rules that only the
    issuer can give, and what a fact sheet lists under ``unknown``. The last weigh least, since
    they name no field.
    """
    missing: list[MissingFigure] = []
    for subject, sheet in _sheets_in_use(catalog, issuer):
        if isinstance(sheet, Credential):
            missing += _absent_figures(catalog, sheet)
            missing += _rules_to_ask_for(catalog, sheet)
        missing += _listed_gaps(catalog, subject, sheet)
    if issuer is None:
        missing += _listed_gaps(catalog, CAREERS, catalog.careers)
    return sorted(missing, key=lambda figure: (-figure.weight, figure.subject))


def _absent_figures(catalog: Catalog, sheet: Credential) -> Iterator[MissingFigure]:
    context = credential_context(catalog, sheet.id)
    for field in COMPARED_FIELDS:
        state = coverage_state(catalog, context, field)
        if _is_shared(sheet, field) or state is not CoverageState.NOT_FOUND:
            continue
        inquiry = sheet.eligibility.ask if field.name == "required" else None
        yield MissingFigure(
            sheet.id,
            field.label,
            field.weight,
            inquiry.question if inquiry else field.question,
            inquiry.page if inquiry else context.issuer.name,
            context.issuer.website,
        )


def _is_shared(sheet: Credential, field: ComparedField) -> bool:
    """Whether a figure belongs to the credential whose exam this one shares."""
    first_step = field.schema_path.partition(".")[0]
    return bool(sheet.same_exam_as) and first_step in ("exam", "fees", "eligibility")


def _rules_to_ask_for(catalog: Catalog, sheet: Credential) -> Iterator[MissingFigure]:
    if sheet.same_exam_as:
        return
    body = catalog.issuers[sheet.issuer]
    for path, rule in find_models(sheet, IssuerDecides):
        yield MissingFigure(
            sheet.id,
            "Eligibility",
            harm_weight(schema_path(path)),
            rule.question,
            rule.page or body.name,
            body.website,
        )


def _listed_gaps(catalog: Catalog, subject: str, sheet: Model) -> Iterator[MissingFigure]:
    body = catalog.issuers.get(issuer_of(subject) or "")
    whom = body.name if body else "not known"
    page = body.website if body else None
    for _, gap in find_models(sheet, Gap):
        yield MissingFigure(
            subject, "Listed as unknown", LEAST_HARM, gap.what, gap.ask or whom, page
        )


@once_per_catalog
def find_disputed(catalog: Catalog, issuer: str | None = None) -> list[DisputedFigure]:
    """The figures on which sources disagree, most harm first; retired credentials included."""
    disputed: list[DisputedFigure] = []
    for subject, sheet in fact_sheets(catalog).items():
        if issuer in (None, issuer_of(subject)):
            disputed += _disputed_facts(subject, sheet)
            disputed += _disputed_questions(subject, sheet)
    if issuer is None:
        disputed += _disputed_questions(CAREERS, catalog.careers)
    return sorted(disputed, key=lambda figure: (-figure.weight, figure.subject))


def _disputed_facts(subject: str, sheet: Model) -> Iterator[DisputedFigure]:
    for statement in statements_of(subject, sheet):
        for fact in statement.parts:
            if not isinstance(fact, Fact) or not fact.disputed:
                continue
            unit = "$" if statement.text.startswith("$") else ""
            text = statement.text if len(statement.parts) == 1 else format_reading(fact)
            yield DisputedFigure(
                subject,
                getattr(fact, "domain", statement.label),
                statement.weight,
                DisputeSide(text, fact.as_of, fact.src, fact.note),
                fact.why or "",
                tuple(
                    DisputeSide(
                        format_reading(reading, unit), reading.as_of, reading.src, reading.note
                    )
                    for reading in fact.disputed
                ),
            )


def _disputed_questions(subject: str, sheet: Model) -> Iterator[DisputedFigure]:
    """The disputes that a sheet lists apart from its facts."""
    for _, dispute in find_models(sheet, Dispute):
        yield DisputedFigure(
            subject,
            dispute.topic,
            LEAST_HARM,
            DisputeSide(dispute.taken, None, ()),
            dispute.why,
            tuple(
                DisputeSide(format_value(side.value), side.as_of, side.src, side.note)
                for side in dispute.values
            ),
        )
