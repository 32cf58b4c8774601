"""Estimates: a range in place of a figure that was not read, with its rule and its facts.

The only place that knows the rules, which are two:

* **General statement.** What is published of an issuer's exams or dues as a group holds for each
  of the group. The publisher speaks of this very exam, though not by its name.
* **Sister exams.** An exam is like at least ``FEWEST_SISTERS`` others of its issuer: the lowest to
  the highest of their values. Issuers price and shape exams by a scheme, and three values show one
  where two may agree by chance. Sisters have the level of the exam. Those of all levels are
  sisters where two levels or more were read and have one and the same range, for then the level
  makes no difference.

Both rest on values that are not old, since an old price says what an exam used to cost. Neither
is applied to a credential whose exam is not known to be given, and a price not to an exam that
was priced apart from its sisters. The price is what anybody can pay: offers to students and to
employers are left aside, as they are read for few exams.

An estimate is no fact. It is made from facts alone, so that no estimate feeds another.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from cert_model.catalog import Catalog, FactRef, once_per_catalog
from cert_model.catalog.standing import standing
from cert_model.prices import sentences
from cert_model.prices.money import Span
from cert_model.prices.selection import (
    Buyer,
    PriceLine,
    credential_lines,
    price_lines,
    select_dues,
)
from cert_model.schema import Credential, Evidence, Exam, Issuer, Reading
from cert_model.schema.credentials import ExamGroup
from cert_model.schema.facts import FieldPath
from cert_model.vocabulary import Audience, EstimateRule, Level, PriceKind, Quantity, Status

FEWEST_SISTERS = 3
_OPEN_TO_ANYBODY = (Audience.ALL, Audience.MEMBER, Audience.NONMEMBER)
_MEMBER = Buyer(member=True)
_Located = tuple[Reading[Any], FactRef]
"""A known value, and where it stands."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A range in place of a figure that was not read."""

    low: float
    high: float
    rule: str
    """A sentence that names the facts behind the range."""
    facts: tuple[FactRef, ...]


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A figure of one exam that was read and is not old."""

    exam: str
    """The id of the credential."""
    level: Level
    low: float
    high: float
    facts: tuple[FactRef, ...]


def estimate_exam_price(catalog: Catalog, sheet: Credential) -> Estimate | None:
    """The price of one attempt in U.S. dollars; None where a price is known or no rule applies."""
    return _estimates(catalog).get((Quantity.EXAM_PRICE, sheet.id))


def estimate_dues(catalog: Catalog, issuer: Issuer) -> Estimate | None:
    """A year's dues in U.S. dollars; None where dues are known or no rule applies."""
    return _estimates(catalog).get((Quantity.DUES, issuer.id))


def estimate_minutes(catalog: Catalog, sheet: Credential) -> Estimate | None:
    """The length of the exam in minutes; None where it is known or no rule applies."""
    return _estimates(catalog).get((Quantity.MINUTES, sheet.id))


def estimate_questions(catalog: Catalog, sheet: Credential) -> Estimate | None:
    """The number of questions of the exam; None where it is known or no rule applies."""
    return _estimates(catalog).get((Quantity.QUESTIONS, sheet.id))


def estimates_of(catalog: Catalog, sheet: Credential) -> dict[Quantity, Estimate]:
    """What is estimated of a credential, and the dues of its issuer where they are."""
    owners = dict.fromkeys(Quantity, sheet.id) | {Quantity.DUES: sheet.issuer}
    estimates = {
        quantity: _estimates(catalog).get((quantity, owner)) for quantity, owner in owners.items()
    }
    return {quantity: estimate for quantity, estimate in estimates.items() if estimate}


@once_per_catalog
def _estimates(catalog: Catalog) -> Mapping[tuple[Quantity, str], Estimate]:
    """Every estimate of the catalog, by what is estimated and the credential or issuer."""
    made: dict[tuple[Quantity, str], Estimate] = {}
    for issuer in catalog.issuers.values():
        if not _dues_are_known(issuer) and (dues := estimate_by_general_dues(catalog, issuer)):
            made[Quantity.DUES, issuer.id] = dues
    for quantity, is_known in _KNOWN.items():
        for sheet in catalog.credentials.values():
            exam = catalog.credentials[sheet.exam_id]
            if sheet.status.value is not Status.ACTIVE or is_known(exam):
                continue
            if estimate := _estimate(catalog, quantity, exam):
                made[quantity, sheet.id] = estimate
    return MappingProxyType(made)


def _estimate(catalog: Catalog, quantity: Quantity, exam: Credential) -> Estimate | None:
    by_rule = (estimate_exam(catalog, quantity, rule, exam) for rule in EstimateRule)
    return next(filter(None, by_rule), None)


_KNOWN: Mapping[Quantity, Callable[[Credential], bool]] = {
    Quantity.EXAM_PRICE: lambda sheet: bool(credential_lines(sheet, PriceKind.EXAM)),
    Quantity.QUESTIONS: lambda sheet: _is_known(sheet.exam.questions),
    Quantity.MINUTES: lambda sheet: _is_known(sheet.exam.minutes),
}
"""Whether a sheet states a figure of its exam, however old."""


def _is_known(fact: Reading[int] | None) -> bool:
    return fact is not None and fact.known


def _dues_are_known(issuer: Issuer) -> bool:
    return select_dues(issuer, _MEMBER) is not None


def read_dues(catalog: Catalog, issuer: Issuer) -> Span | None:
    """A year's dues of an ordinary member, if they were read and are not old."""
    line = select_dues(issuer, _MEMBER)
    if line is None or _is_old(catalog, line.amount):
        return None
    return _span([(line.amount, line.ref)])


def estimate_exam(
    catalog: Catalog, quantity: Quantity, rule: EstimateRule, sheet: Credential
) -> Estimate | None:
    """A figure of an exam by one rule, whether or not it was read; None where it does not apply.

    What was read of the exam itself is never used, so that the estimate can be held against it.
    """
    if quantity is Quantity.EXAM_PRICE and is_priced_apart(sheet):
        return None
    if rule is EstimateRule.GENERAL_STATEMENT:
        return _by_general_statement(catalog, quantity, sheet)
    return _by_sister_exams(catalog, quantity, sheet)


def estimate_by_general_dues(catalog: Catalog, issuer: Issuer) -> Estimate | None:
    """A year's dues by what is published of all kinds of membership together."""
    fact = issuer.dues_in_general
    if fact is None or not fact.known or _is_old(catalog, fact):
        return None
    ref = FactRef(issuer.id, ("dues_in_general",))
    low, high = _span([(fact, ref)])
    rule = sentences.by_general_dues(issuer.letters, (low, high), fact.as_of)
    return Estimate(low, high, rule, (ref,))


def _by_general_statement(
    catalog: Catalog, quantity: Quantity, sheet: Credential
) -> Estimate | None:
    issuer = catalog.issuers[sheet.issuer]
    for position, group in enumerate(issuer.exam_groups):
        if sheet.level not in group.levels:
            continue
        path: FieldPath = ("exam_groups", position)
        if quantity is Quantity.EXAM_PRICE:
            lines = price_lines(issuer.id, (*path, "fees"), group.fees, PriceKind.EXAM)
            read = _prices_of_one_attempt(lines)
        else:
            read = _form(issuer.id, path, group, quantity)
        current = _not_old(catalog, read)
        if current:
            low, high = _span(current)
            rule = sentences.by_general_statement(
                quantity, issuer.letters, group.name, (low, high), current[0][0].as_of
            )
            return Estimate(low, high, rule, tuple(ref for _, ref in current))
    return None


def _by_sister_exams(catalog: Catalog, quantity: Quantity, sheet: Credential) -> Estimate | None:
    sisters = _sisters(read_values(catalog, quantity), sheet, catalog)
    if len(sisters) < FEWEST_SISTERS:
        return None
    low, high = min(sister.low for sister in sisters), max(sister.high for sister in sisters)
    rule = sentences.by_sister_exams(
        quantity,
        catalog.issuers[sheet.issuer].letters,
        [sister.level for sister in sisters],
        (low, high),
        sheet.level,
    )
    return Estimate(low, high, rule, tuple(ref for sister in sisters for ref in sister.facts))


def _sisters(
    values: Sequence[ReadValue], sheet: Credential, catalog: Catalog
) -> Sequence[ReadValue]:
    """The values of the exams that ``sheet`` is like, its own left out."""
    others = [
        value
        for value in values
        if value.exam != sheet.id and catalog.credentials[value.exam].issuer == sheet.issuer
    ]
    levels = {value.level for value in others}
    ranges = {_range_of(value for value in others if value.level is level) for level in levels}
    if len(levels) > 1 and len(ranges) == 1:
        return others
    return [value for value in others if value.level is sheet.level]


def _range_of(values: Iterable[ReadValue]) -> Span:
    ends = [(value.low, value.high) for value in values]
    return min(low for low, _ in ends), max(high for _, high in ends)


@once_per_catalog
def read_values(catalog: Catalog, quantity: Quantity) -> Sequence[ReadValue]:
    """The values of a figure that were read of exams and are not old, one for each exam.

    An exam that several credentials share counts once. A price is left out where it is that of
    an exam priced apart.
    """
    exams = [sheet for sheet in catalog.credentials.values() if sheet.same_exam_as is None]
    read = ((sheet, _not_old(catalog, _read(sheet, quantity))) for sheet in exams)
    return [
        ReadValue(sheet.id, sheet.level, *_span(facts), tuple(ref for _, ref in facts))
        for sheet, facts in read
        if facts
    ]


def _read(sheet: Credential, quantity: Quantity) -> list[_Located]:
    """What was read of a figure of an exam."""
    if quantity is not Quantity.EXAM_PRICE:
        return _form(sheet.id, ("exam",), sheet.exam, quantity)
    if is_priced_apart(sheet):
        return []
    return _prices_of_one_attempt(credential_lines(sheet, PriceKind.EXAM))


def is_priced_apart(sheet: Credential) -> bool:
    """Whether the issuer is known to have asked another price than for its other exams."""
    return bool(sheet.priced_apart and sheet.priced_apart.value)


def _prices_of_one_attempt(lines: Iterable[PriceLine]) -> list[_Located]:
    """The list prices at which anybody can buy one attempt."""
    return [
        (line.amount, line.ref)
        for line in lines
        if line.attempts == 1 and not line.price.sale and line.price.audience in _OPEN_TO_ANYBODY
    ]


def _form(
    owner: str, path: FieldPath, described: Exam | ExamGroup, quantity: Quantity
) -> list[_Located]:
    """The number of questions or the length of an exam or a group of them, which is at ``path``."""
    fact = described.minutes if quantity is Quantity.MINUTES else described.questions
    if fact is None or not fact.known:
        return []
    return [(fact, FactRef(owner, (*path, quantity.value)))]


def _not_old(catalog: Catalog, facts: Iterable[_Located]) -> list[_Located]:
    return [(fact, ref) for fact, ref in facts if not _is_old(catalog, fact)]


def _is_old(catalog: Catalog, fact: Evidence) -> bool:
    return standing(fact, catalog.sources, catalog.today).is_old


def _span(read: Sequence[_Located]) -> Span:
    """The lowest and the highest of some values."""
    ends = [end for fact, _ in read for end in (fact.bottom, fact.top) if end is not None]
    return min(ends), max(ends)
