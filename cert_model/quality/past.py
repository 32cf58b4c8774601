"""The catalog as it stood on an earlier day, as far as dates tell.

``as_of`` says when a value held: a day, month or year, or two of them. It begins on the first
day of that period. A statement without ``as_of`` counts from the earliest dated source on
which it may rest, as that page told of it then.

On an earlier day each fact has the newest of its readings (the current one and those under
``history``) that had begun by then; if none had, it is not known. So this shows what held, as
far as is known today: not what this catalog would have shown on that day. It cannot tell

- whether a fact first read later was already true: that fact is not known before;
- when, between two readings, a value changed: the older one stays until the newer one begins,
  with its own date beside it;
- what our own sorting, names, summaries, texts, claims and lists of unknowns were: they stand
  as they are today.

What is only true as a whole (a rule, a blueprint, a dispute with both its sides) is known from
the day on which its last part begins. A price line that has been dropped since stands among
the prices again where no present line of its kind had begun.
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
    Fee,
    Issuer,
    Model,
    Reading,
    Source,
)
from cert_model.schema.exams import Outline
from cert_model.schema.facts import first_day
from cert_model.schema.preparation import StudyTime
from cert_model.schema.rules import AllOf, AnyOf, Consequence
from cert_model.schema.walk import find_statements
from cert_model.vocabulary import Audience, FeeKind, Status

M = TypeVar("M", bound=Model)
Sources = Mapping[str, Source]

WHOLES = (AllOf, AnyOf, Consequence, Dispute, Outline)
"""What is known only once all of its parts are."""
NEEDS_ONE_OF: dict[type[Model], tuple[str, ...]] = {
    Fee: ("amount", "percent"),
    StudyTime: ("hours", "weeks", "months"),
}
"""What says nothing without one of these fields."""


def as_at(catalog: Catalog, day: date) -> Catalog:
    """The catalog as it stood on ``day``, whose ``today`` is that day.

    A day that has not come yet, or today, gives the catalog itself. Every credential, issuer
    and source stays, so that whatever runs on the catalog runs on this one too.
    """
    if day >= catalog.today:
        return catalog
    then = _Then(day, catalog.sources)
    return replace(
        catalog,
        credentials={key: then.credential(sheet) for key, sheet in catalog.credentials.items()},
        issuers={key: then.issuer(body) for key, body in catalog.issuers.items()},
        preparation=then.kept(catalog.preparation),
        careers=then.kept(catalog.careers),
        today=day,
    )


def first_day_held(statement: Evidence, sources: Sources) -> date | None:
    """The first day on which a statement is known to have held; None where nothing tells."""
    if statement.as_of:
        return first_day(statement.as_of)
    dates = [source.date or source.seen for source in citable_sources(statement, sources)]
    return min((first_day(each) for each in dates if each), default=None)


class _Then:
    """Takes the sheets back to one day."""

    def __init__(self, day: date, sources: Sources) -> None:
        self._day = day
        self._sources = sources

    def credential(self, sheet: Credential) -> Credential:
        """The sheet on that day; its status is not known where it was not."""
        unknown = Fact[Status](value=Status.UNKNOWN, src=sheet.status.src)
        changed = self._changed(sheet)
        status = changed.pop("status", sheet.status) or unknown
        kept = sheet.model_copy(update={**changed, "status": status})
        return kept.model_copy(update={"fees": _in_force(kept.fees, kept.former_fees)})

    def issuer(self, body: Issuer) -> Issuer:
        """The issuer on that day."""
        kept = self.kept(body)
        return kept.model_copy(
            update={
                "fees": _in_force(kept.fees, kept.former_fees),
                "dues": _in_force(kept.dues, kept.former_dues),
            }
        )

    def kept(self, model: M) -> M:
        """A model that is there on any day, with what was known inside it."""
        found = self._model(model)
        assert found is not None, "no field that it needs can be unknown"
        return found

    def _model(self, model: M) -> M | None:
        """The model on that day; None where it, or something that it needs, was not known."""
        if isinstance(model, WHOLES) and not self._whole(model):
            return None
        if isinstance(model, Fact):
            found: M | None = self._fact(model)
            return found
        if isinstance(model, Evidence) and not self._begun(model):
            return None
        changed = self._changed(model)
        fields = type(model).model_fields
        if any(then is None and fields[name].is_required() for name, then in changed.items()):
            return None
        then = model.model_copy(update=changed) if changed else model
        needed = NEEDS_ONE_OF.get(type(model), ())
        lost = needed and all(getattr(then, name) is None for name in needed)
        return None if lost else then

    def _changed(self, model: Model) -> dict[str, Any]:
        """The fields of a model that were different, with what they were."""
        held = {name: getattr(model, name) for name in type(model).model_fields}
        then = {name: self._value(value) for name, value in held.items()}
        for name, value in then.items():
            if value == () != held[name] and type(model).model_fields[name].default is None:
                then[name] = None  # an empty list says "none", where an absent one is not known
        return {name: value for name, value in then.items() if value is not held[name]}

    def _value(self, value: Any) -> Any:
        if isinstance(value, Model):
            return self._model(value)
        if not isinstance(value, tuple) or not any(isinstance(each, Model) for each in value):
            return value
        if isinstance(value[0], Domain) and not all(map(self._whole, value)):
            return ()
        then = tuple(found for each in value if (found := self._model(each)) is not None)
        unchanged = len(then) == len(value) and all(map(_same, then, value))
        return value if unchanged else then

    def _whole(self, model: Model) -> bool:
        """Whether every current statement inside a model had begun."""
        return all(
            self._begun(found)
            for place, found in find_statements(model)
            if not {"history", "disputed"} & set(place)
        )

    def _begun(self, statement: Evidence) -> bool:
        day = first_day_held(statement, self._sources)
        return day is not None and day <= self._day

    def _fact(self, fact: Any) -> Any:
        """The newest reading that had begun, with what came before it."""
        begun = [reading for reading in (fact, *fact.history) if self._begun(reading)]
        if not begun:
            return None
        newest = max(begun, key=lambda each: first_day_held(each, self._sources) or date.min)
        history = tuple(each for each in begun if each is not newest and each is not fact)
        if newest is fact:
            others = tuple(each for each in fact.disputed if self._begun(each))
            if (history, others) == (fact.history, fact.disputed):
                return fact
            why = fact.why if others else None
            return fact.model_copy(update={"history": history, "disputed": others, "why": why})
        before = {name: getattr(newest, name) for name in Reading.model_fields}
        return fact.model_copy(update={**before, "history": history, "disputed": (), "why": None})


def _same(one: object, other: object) -> bool:
    return one is other


def _in_force(fees: tuple[Fee, ...], former: tuple[Fee, ...]) -> tuple[Fee, ...]:
    """The prices of a day, with dropped lines of the kinds that no present line had begun.

    In an order that does not depend on where a line came from, so that going back twice
    gives what going back once does.
    """
    kinds = {fee.kind for fee in fees}
    back = tuple(fee for fee in former if fee.kind not in kinds)
    return tuple(sorted((*fees, *back), key=_price_order))


def _price_order(fee: Fee) -> tuple[Any, ...]:
    audiences = list(Audience)
    return (
        list(FeeKind).index(fee.kind),
        audiences.index(fee.audience),
        fee.attempts or 0,
        fee.model_dump_json(),
    )
