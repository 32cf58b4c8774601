"""The catalogue as tidy tables with nullable dtypes: what is not known is pd.NA."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from cert_model.catalog.inheritance import renewal_of
from cert_model.catalog.standing import standing
from cert_model.catalog.walk import Place, evidence
from cert_model.schema import (
    Credential,
    Evidence,
    Exam,
    Fact,
    Fee,
    Issuer,
    PassRate,
    Reading,
    Source,
)
from cert_model.vocabulary import Cohort, Currency, Delivery, FeeKind, Level, Standing

Credentials = Mapping[str, Credential]
Issuers = Mapping[str, Issuer]
Sources = Mapping[str, Source]

ONLINE = (Delivery.ONLINE_PROCTORED, Delivery.ONLINE)


def _table(rows: Iterable[Mapping[str, Any]], dtypes: Mapping[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(dtypes))
    return frame.astype(dict(dtypes))


def credential_rows(
    credentials: Credentials, issuers: Issuers, sources: Sources, today: date
) -> pd.DataFrame:
    """One row per credential, in the columns of the ``list`` command and a few more.

    Money in U.S. dollars; ``exam_fee_low`` and ``_high`` span audiences for one attempt;
    ``pass_rate`` is the newest published one, in percent; ``first_year_cost`` and
    ``yearly_upkeep`` are not known yet. ``label`` is the letters, with the issuer's where
    two credentials share them. Each ``…_standing`` is that of the figure beside it.
    """
    codes = Counter(sheet.code for sheet in credentials.values())
    return _table(
        (
            {
                **_credential_row(sheet, issuers[sheet.issuer]),
                **_standings(sheet, issuers[sheet.issuer], sources, today),
                "label": sheet.code
                if codes[sheet.code] == 1
                else f"{sheet.code} ({issuers[sheet.issuer].letters})",
            }
            for sheet in credentials.values()
        ),
        {
            "id": "string",
            "code": "string",
            "label": "string",
            "name": "string",
            "issuer": "string",
            "issuer_letters": "string",
            "status": "string",
            "level": "string",
            "level_rank": "Int64",
            "roles": "object",
            "settings": "object",
            "code_sets": "object",
            "exam_fee_low": "Float64",
            "exam_fee_high": "Float64",
            "first_year_cost": "Float64",
            "yearly_upkeep": "Float64",
            "questions": "Int64",
            "minutes": "Int64",
            "pass_rate": "Float64",
            "pass_rate_year": "Int64",
            "online": "boolean",
            "open_book": "boolean",
            "ceus": "Float64",
            "cycle_months": "Int64",
            "exam_fee_standing": "string",
            "exam_standing": "string",
            "pass_rate_standing": "string",
            "ceus_standing": "string",
        },
    )


def _standings(
    sheet: Credential, issuer: Issuer, sources: Sources, today: date
) -> dict[str, Standing | None]:
    def of(found: Evidence | None, *, money: bool = False) -> Standing | None:
        return None if found is None else standing(found, sources, today, money=money)

    prices = [of(fee.amount, money=True) for fee in exam_fees(sheet)]
    return {
        "exam_fee_standing": max(filter(None, prices), key=list(Standing).index, default=None),
        "exam_standing": of(sheet.exam.minutes or sheet.exam.questions),
        "pass_rate_standing": of(newest_pass_rate(sheet.exam)),
        "ceus_standing": of(renewal_of(sheet, issuer).ceus),
    }


def _credential_row(sheet: Credential, issuer: Issuer) -> dict[str, Any]:
    low, high = exam_fee_span(sheet)
    rate = newest_pass_rate(sheet.exam)
    renewal = renewal_of(sheet, issuer)
    return {
        "id": sheet.id,
        "code": sheet.code,
        "name": sheet.name,
        "issuer": sheet.issuer,
        "issuer_letters": issuer.letters,
        "status": sheet.status.value,
        "level": sheet.level,
        "level_rank": list(Level).index(sheet.level),
        "roles": [str(role) for role in sheet.roles],
        "settings": [str(setting) for setting in sheet.settings],
        "code_sets": None if sheet.code_sets is None else [str(each) for each in sheet.code_sets],
        "exam_fee_low": low,
        "exam_fee_high": high,
        "questions": _top(sheet.exam.questions),
        "minutes": _top(sheet.exam.minutes),
        "pass_rate": rate.percent if rate else None,
        "pass_rate_year": rate.year if rate else None,
        "online": offered_online(sheet.exam),
        "open_book": _top(sheet.exam.open_book),
        "ceus": _top(renewal.ceus),
        "cycle_months": _top(renewal.cycle_months),
    }


def _top(fact: Reading[Any] | None) -> Any:
    return None if fact is None else fact.top


def exam_fees(sheet: Credential) -> list[Fee]:
    """The exam prices in dollars that buy one attempt, or all where none says so."""
    dollars = [
        fee
        for fee in sheet.fees
        if fee.kind is FeeKind.EXAM
        and fee.currency is Currency.USD
        and fee.amount is not None
        and fee.amount.known
    ]
    return [fee for fee in dollars if fee.attempts in (None, 1)] or dollars


def exam_fee_span(sheet: Credential) -> tuple[float | None, float | None]:
    """The lowest and highest price in dollars of one attempt, over all audiences."""
    amounts = [fee.amount for fee in exam_fees(sheet) if fee.amount]
    lows = [amount.bottom for amount in amounts if amount.bottom is not None]
    highs = [amount.top for amount in amounts if amount.top is not None]
    return min(lows, default=None), max(highs, default=None)


def newest_pass_rate(exam: Exam) -> PassRate | None:
    """The newest rate the issuer stands behind; a first-time rate before one of all takers."""
    stated = [
        rate
        for rate in exam.pass_rates
        if rate.percent is not None and not rate.estimate and not rate.superseded
    ]
    return max(
        stated, key=lambda rate: (rate.year or 0, rate.cohort is Cohort.FIRST_TIME), default=None
    )


def offered_online(exam: Exam) -> bool | None:
    """Whether the exam can be taken online; None where its delivery is not known."""
    ways = exam.delivery.value if exam.delivery else None
    return None if ways is None else any(way in ONLINE for way in ways)


def fees(credentials: Credentials, issuers: Issuers, sources: Sources, today: date) -> pd.DataFrame:
    """One row per price: ``state`` is current, history, disputed, or former for lines dropped.

    ``credential`` is missing for a fee of the issuer as a whole.
    """
    return _table(
        _fee_rows(credentials, issuers, sources, today),
        {
            "credential": "string",
            "issuer": "string",
            "kind": "string",
            "audience": "string",
            "label": "string",
            "attempts": "Int64",
            "per": "string",
            "currency": "string",
            "low": "Float64",
            "high": "Float64",
            "percent": "Float64",
            "state": "string",
            "as_of": "string",
            "standing": "string",
            "sources": "object",
        },
    )


def _fee_rows(
    credentials: Credentials, issuers: Issuers, sources: Sources, today: date
) -> Iterator[dict[str, Any]]:
    for issuer in issuers.values():
        for fee in (*issuer.dues, *issuer.fees):
            yield from _prices(fee, None, issuer.id, "current", sources, today)
        for fee in (*issuer.former_dues, *issuer.former_fees):
            yield from _prices(fee, None, issuer.id, "former", sources, today)
    for sheet in credentials.values():
        for fee in sheet.fees:
            yield from _prices(fee, sheet.id, sheet.issuer, "current", sources, today)
        for fee in sheet.former_fees:
            yield from _prices(fee, sheet.id, sheet.issuer, "former", sources, today)


def _prices(
    fee: Fee, credential: str | None, issuer: str, state: str, sources: Sources, today: date
) -> Iterator[dict[str, Any]]:
    line = {
        "credential": credential,
        "issuer": issuer,
        "kind": fee.kind,
        "audience": fee.audience,
        "label": fee.label,
        "attempts": fee.attempts,
        "per": fee.per,
        "currency": fee.currency,
    }
    fact = fee.amount or fee.percent
    assert fact is not None, "Fee._one_amount holds"
    for reading_state, reading in _readings(fact, state):
        amounts = (
            {"low": reading.bottom, "high": reading.top} if fee.amount else {"percent": reading.top}
        )
        yield {
            **line,
            **amounts,
            "state": reading_state,
            "as_of": reading.as_of,
            "standing": standing(reading, sources, today, money=True),
            "sources": list(reading.src),
        }


def _readings(fact: Fact[Any], state: str) -> Iterator[tuple[str, Reading[Any]]]:
    if fact.known:
        yield state, fact
    for reading in fact.history:
        yield "history", reading
    for reading in fact.disputed:
        yield "disputed", reading


def exam_content(credentials: Credentials) -> pd.DataFrame:
    """One row per domain of the current blueprint; ``low`` and ``high`` in ``unit``."""
    return _table(
        (
            {
                "credential": sheet.id,
                "position": position,
                "domain": domain.domain,
                "low": domain.bottom,
                "high": domain.top,
                "unit": domain.unit,
            }
            for sheet in credentials.values()
            for position, domain in enumerate(sheet.exam.content, start=1)
        ),
        {
            "credential": "string",
            "position": "Int64",
            "domain": "string",
            "low": "Float64",
            "high": "Float64",
            "unit": "string",
        },
    )


def pass_rates(credentials: Credentials) -> pd.DataFrame:
    """One row per pass rate with a year; ``percent`` is the middle where a range is given."""
    return _table(
        (
            {
                "credential": sheet.id,
                "year": rate.year,
                "low": rate.percent if rate.percent is not None else rate.low,
                "high": rate.percent if rate.percent is not None else rate.high,
                "n": rate.n,
                "cohort": rate.cohort,
                "region": rate.region,
                "estimate": rate.estimate,
                "superseded": rate.superseded,
                "sources": list(rate.src),
            }
            for sheet in credentials.values()
            for rate in sheet.exam.pass_rates
        ),
        {
            "credential": "string",
            "year": "Int64",
            "low": "Float64",
            "high": "Float64",
            "n": "Int64",
            "cohort": "string",
            "region": "string",
            "estimate": "boolean",
            "superseded": "boolean",
            "sources": "object",
        },
    )


def scope(credentials: Credentials) -> pd.DataFrame:
    """One row per credential and setting or code set.

    ``kind`` tells which of the two, ``rank`` is the term's place in its vocabulary.
    """
    return _table(
        (
            {
                "credential": sheet.id,
                "kind": kind,
                "term": term,
                "term_label": term.label,
                "rank": list(type(term)).index(term),
            }
            for sheet in credentials.values()
            for kind, terms in (("setting", sheet.settings), ("code set", sheet.code_sets or ()))
            for term in terms
        ),
        {
            "credential": "string",
            "kind": "string",
            "term": "string",
            "term_label": "string",
            "rank": "Int64",
        },
    )


def facts(
    credentials: Credentials, issuers: Issuers, sources: Sources, today: date
) -> pd.DataFrame:
    """One row per sourced statement of every issuer and credential.

    ``field`` is its place in the file; ``value``, ``low`` and ``high`` are text, as a fact
    may be a number, a word or a list.
    """
    sheets: Sequence[Credential | Issuer] = [*issuers.values(), *credentials.values()]
    return _table(
        (
            _fact_row(sheet, place, statement, sources, today)
            for sheet in sheets
            for place, statement in evidence(sheet)
            if not _borrowed(sheet, place)
        ),
        {
            "subject": "string",
            "field": "string",
            "state": "string",
            "value": "string",
            "low": "string",
            "high": "string",
            "as_of": "string",
            "standing": "string",
            "sources": "object",
        },
    )


def _borrowed(sheet: Credential | Issuer, place: Place) -> bool:
    """Whether a statement stands in the sheet of the credential whose exam this one shares."""
    shared = ("exam", "fees", "former_fees", "eligibility", "apprentice")
    return isinstance(sheet, Credential) and bool(sheet.same_exam_as) and place[0] in shared


def _fact_row(
    sheet: Credential | Issuer, place: Place, statement: Evidence, sources: Sources, today: date
) -> dict[str, Any]:
    steps = [str(step) for step in place]
    return {
        "subject": sheet.id,
        "field": ".".join(steps),
        "state": next((step for step in ("history", "disputed") if step in steps), "current"),
        "value": _as_text(_said(statement)),
        "low": _as_text(getattr(statement, "low", None)),
        "high": _as_text(getattr(statement, "high", None)),
        "as_of": statement.as_of,
        "standing": standing(statement, sources, today, money=is_money(place)),
        "sources": list(statement.src),
    }


def is_money(place: Place) -> bool:
    """Whether the fact at ``place`` is a price, which ages faster than the rest."""
    return bool({"amount", "fee", "percent"} & {str(step) for step in place[-3:]})


def _said(statement: Evidence) -> Any:
    names = ("value", "percent", "text", "body")
    return next(
        (found for name in names if (found := getattr(statement, name, None)) is not None), None
    )


def _as_text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def source_rows(sources: Sources) -> pd.DataFrame:
    """One row per source."""
    return _table(
        (source.model_dump(mode="json") for source in sources.values()),
        {
            "id": "string",
            "title": "string",
            "publisher": "string",
            "url": "string",
            "kind": "string",
            "date": "string",
            "seen": "string",
            "quality": "string",
            "note": "string",
        },
    )
