"""The catalog as it stood on an earlier day, as far as dates tell.

``as_of`` says when a value held: a day, month or year, or two of them. The value begins on the
first day of that period. A statement without ``as_of`` begins with the earliest dated source
that supports it.

On an earlier day each fact has the newest of its readings (the current one and those under
``history``) that had begun by then; if none had, it is not known. The result is what held on
that day as far as is known today, not what this catalog would have shown on that day. It cannot
tell

- whether a fact first read later was already true: before, that fact is not known;
- when a value changed between two readings: the older one stays, with its own date, until the
  newer one begins;
- what our own classification, names, summaries, texts, claims and lists of unknowns were: they are
  those of today.

What is only true as a whole (a rule, a blueprint, a dispute with both its sides) is known from
the day on which its last part begins. A price line that has been dropped since counts again on
days on which no present line of its kind had begun.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from cert_model.catalog import Catalog
from cert_model.catalog.standing import citable_sources
from cert_model.schema import (
    Credential,
    Dispute,
    Domain,
    Evidence,
    Fact,
    Issuer,
    Model,
    Price,
    Reading,
    Source,
)
from cert_model.schema.dates import first_day
from cert_model.schema.exams import Outline
from cert_model.schema.facts import find_statements
from cert_model.schema.preparation import StudyTime
from cert_model.schema.rules import AllOf, AnyOf, Consequence
from cert_model.vocabulary import Audience, PriceKind, Status

M = TypeVar("M", bound=Model)
Sources = Mapping[str, Source]

_WHOLES = (AllOf, AnyOf, Consequence, Dispute, Outline)
"""Models that are known only once all their parts are."""
_NEEDS_ONE_OF: dict[type[Model], tuple[str, ...]] = {
    Price: ("amount", "percent"),
    StudyTime: ("hours", "weeks", "months"),
}
"""Models that say nothing without one of these fields."""


def as_at(catalog: Catalog, day: date) -> Catalog:
    """The catalog as it stood on ``day``, which becomes its ``today``.

    Today or a later day gives the catalog itself. Every credential, issuer and source stays, so
    that whatever works with the catalog works with the result.
    """
    if day >= catalog.today:
        return catalog
    past = _PastState(day, catalog.sources)
    return replace(
        catalog,
        credentials={key: past.credential(sheet) for key, sheet in catalog.credentials.items()},
        issuers={key: past.issuer(body) for key, body in catalog.issuers.items()},
        preparation=past.required_model(catalog.preparation),
        careers=past.required_model(catalog.careers),
        today=day,
    )


def first_day_held(statement: Evidence, sources: Sources) -> date | None:
    """The first day on which a statement is known to have held; None where no date tells."""
    if statement.as_of:
        return first_day(statement.as_of)
    dates = [source.date or source.seen for source in citable_sources(statement, sources)]
    return min((first_day(period) for period in dates if period), default=None)


class _PastState:
    """The state of sheets on one day."""

    def __init__(self, day: date, sources: Sources) -> None:
        self._day = day
        self._sources = sources

    def credential(self, sheet: Credential) -> Credential:
        """The sheet on that day, with status unknown if it was not known."""
        unknown = Fact[Status](value=Status.UNKNOWN, src=sheet.status.src)
        changes = self._changes(sheet)
        status = changes.pop("status", sheet.status) or unknown
        past = sheet.model_copy(update={**changes, "status": status})
        return past.model_copy(update={"fees": _fees_in_force(past.fees, past.former_fees)})

    def issuer(self, body: Issuer) -> Issuer:
        """The issuer on that day."""
        past = self.required_model(body)
        return past.model_copy(
            update={
                "fees": _fees_in_force(past.fees, past.former_fees),
                "dues": _fees_in_force(past.dues, past.former_dues),
            }
        )

    def required_model(self, model: M) -> M:
        """A model that exists on any day, with what was known inside it."""
        past = self._model(model)
        assert past is not None, "none of its required fields can be unknown"
        return past

    def _model(self, model: M) -> M | None:
        """The model on that day; None where it, or something that it requires, was not known."""
        if isinstance(model, _WHOLES) and not self._is_whole(model):
            return None
        if isinstance(model, Fact):
            fact: M | None = self._fact(model)
            return fact
        if isinstance(model, Evidence) and not self._had_begun(model):
            return None
        changes = self._changes(model)
        fields = type(model).model_fields
        if any(past is None and fields[name].is_required() for name, past in changes.items()):
            return None
        past = model.model_copy(update=changes) if changes else model
        return None if _says_nothing(past) else past

    def _changes(self, model: Model) -> dict[str, Any]:
        """The values on that day of the fields that were different."""
        today = {name: getattr(model, name) for name in type(model).model_fields}
        past = {name: self._value(value) for name, value in today.items()}
        for name, value in past.items():
            if value == () != today[name] and type(model).model_fields[name].default is None:
                past[name] = None  # an empty list means "none", an absent one "not known"
        return {name: value for name, value in past.items() if value is not today[name]}

    def _value(self, value: Any) -> Any:
        if isinstance(value, Model):
            return self._model(value)
        if not isinstance(value, tuple) or not any(isinstance(item, Model) for item in value):
            return value
        if isinstance(value[0], Domain) and not all(map(self._is_whole, value)):
            return ()
        past = tuple(model for item in value if (model := self._model(item)) is not None)
        unchanged = len(past) == len(value) and all(
            model is item for model, item in zip(past, value, strict=True)
        )
        return value if unchanged else past

    def _is_whole(self, model: Model) -> bool:
        """Whether every current statement inside a model had begun."""
        return all(
            self._had_begun(statement)
            for path, statement in find_statements(model)
            if not {"history", "disputed"} & set(path)
        )

    def _had_begun(self, statement: Evidence) -> bool:
        begun_on = first_day_held(statement, self._sources)
        return begun_on is not None and begun_on <= self._day

    def _fact(self, fact: Any) -> Any:
        """The newest reading that had begun, with what came before it."""
        begun = [reading for reading in (fact, *fact.history) if self._had_begun(reading)]
        if not begun:
            return None
        newest = max(begun, key=lambda reading: first_day_held(reading, self._sources) or date.min)
        history = tuple(
            reading for reading in begun if reading is not newest and reading is not fact
        )
        if newest is fact:
            disputed = tuple(reading for reading in fact.disputed if self._had_begun(reading))
            if (history, disputed) == (fact.history, fact.disputed):
                return fact
            why = fact.why if disputed else None
            return fact.model_copy(update={"history": history, "disputed": disputed, "why": why})
        values = {name: getattr(newest, name) for name in Reading.model_fields}
        return fact.model_copy(update={**values, "history": history, "disputed": (), "why": None})


def _says_nothing(model: Model) -> bool:
    """Whether a model lacks every one of the fields of which it needs one."""
    return any(
        isinstance(model, kind) and all(getattr(model, name) is None for name in names)
        for kind, names in _NEEDS_ONE_OF.items()
    )


def _fees_in_force(fees: tuple[Price, ...], former: tuple[Price, ...]) -> tuple[Price, ...]:
    """The price lines of a day, with the dropped ones of kinds that no present line had begun.

    Their order does not depend on where a line came from, so that going back twice gives the
    same as going back once.
    """
    kinds = {fee.kind for fee in fees}
    dropped = tuple(fee for fee in former if fee.kind not in kinds)
    return tuple(sorted((*fees, *dropped), key=_fee_order))


def _fee_order(fee: Price) -> tuple[Any, ...]:
    return (
        list(PriceKind).index(fee.kind),
        list(Audience).index(fee.audience),
        fee.attempts or 0,
        fee.model_dump_json(),
    )
