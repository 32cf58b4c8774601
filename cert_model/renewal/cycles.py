"""When cycles of recertification end, by each issuer's own rule.

The rules stand in the data under ``renewal.cycle`` and ``renewal.cycle_months``; what each kind
means is explained in ``docs/renewal.md``. A day that the person states goes before any rule.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from dateutil.relativedelta import relativedelta

from cert_model.catalog import Catalog
from cert_model.catalog.derived import renewal_of
from cert_model.renewal.request import CalendarDay, Holding, RenewalRequest, first_of
from cert_model.schema import Credential, Issuer, top_of
from cert_model.schema.renewal import CycleRule, Renewal
from cert_model.vocabulary import CycleKind


@dataclass(frozen=True, slots=True)
class Cycle:
    """The current cycle of one credential, or of several that an issuer renews together."""

    holdings: tuple[Holding, ...]
    months: int | None
    """The length of a full cycle; None if not known."""
    ends: CalendarDay | None
    """None where the rule, or what it counts from, is not known."""
    since: CalendarDay | None
    """When the first of its exams was passed, or that of a credential that one of them replaces."""
    stated: bool = False
    """Whether the person named its end, rather than a rule."""
    day_of_month: int = 31
    """The day of the month on which its ends fall; 31 for the last one of any month."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its credentials."""
        return tuple(holding.id for holding in self.holdings)

    @property
    def begins(self) -> date | None:
        """The day on which it began; None where its end or length is not known."""
        if self.ends is None or self.months is None:
            return None
        return self.ends.day + relativedelta(months=-self.months, day=self.day_of_month)

    @property
    def is_first(self) -> bool | None:
        """Whether the first of its credentials was earned in it; None if that cannot be told."""
        if self.begins is None or self.since is None:
            return None
        return self.since.day >= self.begins

    @property
    def follows_another(self) -> bool:
        """Whether an earlier cycle of its credentials is taken as renewed, by a rule alone."""
        return not self.stated and self.is_first is False

    @property
    def later_ids(self) -> tuple[str, ...] | None:
        """The credentials earned while it ran, after the first; None if that cannot be told."""
        passed = {holding.id: holding.passed for holding in self.holdings}
        if self.begins is None or self.since is None or None in passed.values():
            return None
        start = max(self.since.day, self.begins)
        return tuple(key for key, day in passed.items() if day is not None and day.day > start)


def renewals_of(catalog: Catalog, ids: Sequence[str]) -> dict[str, Renewal]:
    """The renewal rules of credentials by id, with their issuers' general ones."""
    sheets = [catalog.credentials[key] for key in ids]
    return {sheet.id: renewal_of(sheet, catalog.issuers[sheet.issuer]) for sheet in sheets}


def renews_together(issuer: Issuer) -> bool:
    """Whether the issuer asks for one number of CEUs for all of its credentials together."""
    return bool(issuer.renewal.ceus_by_number) or issuer.renewal.additional_ceus is not None


def current_cycles(
    catalog: Catalog, issuer: Issuer, sheets: Sequence[Credential], request: RenewalRequest
) -> tuple[Cycle, ...]:
    """The current cycles of an issuer's credentials, the one that ends first before the others.

    Earlier cycles are taken as renewed, unless the person names an end that has passed.
    """
    held = {sheet.id for sheet in sheets}
    holdings = [_with_exam_day(catalog, h, request) for h in request.holdings if h.id in held]
    rules = renewals_of(catalog, [holding.id for holding in holdings])
    groups = [holdings] if renews_together(issuer) else [[holding] for holding in holdings]
    cycles = [_cycle(catalog, by_day(group), rules, request) for group in groups]
    return tuple(sorted(_joined(cycles), key=_by_end))


def _with_exam_day(catalog: Catalog, holding: Holding, request: RenewalRequest) -> Holding:
    """A holding with the day of its exam: losing the mark of an apprentice is no exam."""
    exam = catalog.credentials[holding.id].exam_id
    forms = [other for other in request.holdings if catalog.credentials[other.id].exam_id == exam]
    return Holding(holding.id, first_of(*(form.passed for form in forms)))


def _cycle(
    catalog: Catalog,
    holdings: Sequence[Holding],
    rules: Mapping[str, Renewal],
    request: RenewalRequest,
) -> Cycle:
    """The cycle of credentials renewed together; the one passed first sets it."""
    due = request.renews.get(catalog.credentials[holdings[0].id].issuer)
    rule = rules[holdings[0].id].cycle
    months = min(filter(None, (top_of(rules[h.id].cycle_months) for h in holdings)), default=None)
    earned = _earned(catalog, holdings, request)
    days = [holding.passed for holding in earned if holding.passed is not None]
    since = min(days, default=None)
    if due is not None:
        ends: CalendarDay | None = _stated_end(rule, months, due)
    elif rule is None or (rule.of_one_alone and len(earned) > 1) or not months or since is None:
        ends = None
    else:
        ends = _end_by_rule(rule, months, since, request.today)
    day_of_month = 31 if ends is None else _day_of_month(rule, since, due)
    return Cycle(tuple(holdings), months, ends, since, due is not None, day_of_month)


def _earned(
    catalog: Catalog, holdings: Sequence[Holding], request: RenewalRequest
) -> list[Holding]:
    """The holdings of a cycle and those that they replace, whose cycle goes on."""
    ids = {holding.id for holding in holdings}
    replaced = {
        replacement.credential for key in ids for replacement in catalog.credentials[key].replaces
    }
    return [*holdings, *(holding for holding in request.holdings if holding.id in replaced)]


def _stated_end(rule: CycleRule | None, months: int | None, due: CalendarDay) -> CalendarDay:
    """The end of a cycle whose membership, or which itself, runs out on the day stated.

    Where cycles end in the years of the month's parity, dues may fall due a year before.
    """
    if rule is None or not rule.year_follows_month or months is None:
        return due
    if due.day.year % 2 == due.day.month % 2:
        return due
    later = due.day + relativedelta(years=1)
    return CalendarDay(later if due.exact else last_of_month(later), due.exact)


def _day_of_month(
    rule: CycleRule | None, since: CalendarDay | None, due: CalendarDay | None
) -> int:
    """The day of the month on which ends fall, so that one of February 28 may be the 29th's."""
    if due is not None:
        return due.day_of_month
    if rule is not None and rule.kind is CycleKind.PASSING_DAY and since is not None:
        return since.day.day
    return (rule and rule.day) or 31


def _end_by_rule(
    rule: CycleRule, months: int, passed: CalendarDay, today: date
) -> CalendarDay | None:
    """The first end of a cycle that has not passed; None where the rule needs another day."""
    if rule.kind is CycleKind.MEMBERSHIP_MONTH:
        return None
    return next(end for end in _ends(rule, months, passed) if end.day >= today)


def _ends(rule: CycleRule, months: int, passed: CalendarDay) -> Iterator[CalendarDay]:
    """The ends of all cycles since the exam, by a rule that counts from it."""
    for number in count(1):
        day = passed.day + relativedelta(months=number * months)
        match rule.kind:
            case CycleKind.PASSING_DAY:
                yield CalendarDay(day, passed.exact)
            case CycleKind.PASSING_MONTH:
                yield CalendarDay(last_of_month(day))
            case CycleKind.CALENDAR_YEAR:
                yield CalendarDay(date(day.year - 1, 12, 31))
            case _:
                assert rule.month is not None, "a fixed day has a month"
                last = last_of_month(date(day.year, rule.month, 1))
                fixed = last.replace(day=min(rule.day or last.day, last.day))
                yield CalendarDay(fixed, bool(rule.day))


def last_of_month(day: date) -> date:
    """The last day of the month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _joined(cycles: Sequence[Cycle]) -> list[Cycle]:
    """The cycles, those of the same length and end as one."""
    joined: dict[tuple[int | None, CalendarDay | None, int], Cycle] = {}
    for cycle in cycles:
        key = (cycle.months, cycle.ends, cycle.day_of_month)
        if (other := joined.get(key)) is None:
            joined[key] = cycle
            continue
        holdings = by_day((*other.holdings, *cycle.holdings))
        since = first_of(other.since, cycle.since)
        joined[key] = replace(other, holdings=tuple(holdings), since=since)
    return list(joined.values())


def by_day(holdings: Iterable[Holding]) -> list[Holding]:
    """Holdings in the order in which they were passed, those without a day last."""
    return sorted(holdings, key=lambda held: (held.passed is None, held.passed or _NO_DAY, held.id))


def _by_end(cycle: Cycle) -> tuple[bool, CalendarDay, tuple[str, ...]]:
    return cycle.ends is None, cycle.ends or _NO_DAY, cycle.ids


_NO_DAY = CalendarDay(date.max)
