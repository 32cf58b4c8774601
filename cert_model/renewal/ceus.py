"""The CEUs due in a cycle: in all, prorated, and the parts that must be of one kind.

The numbers stand in the data under ``renewal``; ``docs/renewal.md`` explains how they combine.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from cert_model.catalog import Catalog, FactRef
from cert_model.costs.ceus import ceus_by_table, ceus_in_a_cycle
from cert_model.renewal.cycles import Cycle, renewals_of
from cert_model.schema import Issuer
from cert_model.schema.facts import FieldPath
from cert_model.schema.renewal import CeuShare, Renewal
from cert_model.vocabulary import CeuPart


@dataclass(frozen=True, slots=True)
class CeuMinimum:
    """A part of the CEUs of a cycle that must have one subject, provider or format."""

    part: CeuPart
    topic: str
    ceus: float
    percent: float | None
    """The share that the issuer asks for; None where it names a number."""
    credential: str | None
    """The credential that asks for it; None where the issuer does for all."""
    applies: bool | None
    """None where nobody says whether it does: in a cycle begun before the rule, or a short one."""
    fact: FactRef


@dataclass(frozen=True, slots=True)
class CeusDue:
    """The CEUs of one cycle."""

    due: float | None
    """In a full cycle; None where it is not known for any of the credentials."""
    due_this_cycle: float | None
    """In the current one; None where that cannot be told, and then ``due`` is the most."""
    unit: str
    """The issuer's name for them."""
    minimums: tuple[CeuMinimum, ...]
    facts: tuple[FactRef, ...]
    without_number: tuple[str, ...]
    """The credentials whose number was not found."""
    by_exam: tuple[str, ...]
    """The credentials renewed by passing an exam again."""


def ceus_due(catalog: Catalog, issuer: Issuer, cycle: Cycle, today: date) -> CeusDue:
    """The CEUs that a cycle asks for which runs ``today``, or whose end is stated."""
    rules = renewals_of(catalog, cycle.ids)
    due, facts = ceus_in_a_cycle(issuer, rules)
    has_table = ceus_by_table(issuer, len(rules)) is not None
    unknown = [] if has_table else [key for key, rule in rules.items() if not _has(rule)]
    number = None if len(unknown) == len(rules) else due
    this_cycle, more = (None, ()) if number is None else _in_this_cycle(issuer, cycle, number)
    asked = number if this_cycle is None else this_cycle
    is_full = asked == number
    return CeusDue(
        number,
        this_cycle,
        next(iter(rules.values())).ceu_unit,
        (*_minimums(issuer, rules, is_full), *_shares(issuer, cycle, asked, today)),
        (*facts, *more),
        tuple(unknown),
        tuple(key for key, rule in rules.items() if rule.by_exam and rule.by_exam.value),
    )


def _has(rule: Renewal) -> bool:
    return rule.ceus is not None and rule.ceus.known


def _in_this_cycle(
    issuer: Issuer, cycle: Cycle, due: float
) -> tuple[float | None, tuple[FactRef, ...]]:
    """What is due in the current cycle, and the rule for it; None where no rule was found.

    A first cycle may be shorter: AAPC's ends with the membership's month and asks for 1.5 CEUs
    a month (``renewal.first_cycle``), which is known for one credential.
    """
    if cycle.ends is None or cycle.is_first is None or cycle.later_ids != ():
        return None, ()
    passed = cycle.holdings[0].passed
    if not cycle.is_first or passed is None or passed.day == cycle.begins:
        return due, ()
    rate = issuer.renewal.first_cycle and issuer.renewal.first_cycle.ceus_a_month
    if not rate or rate.top is None or len(cycle.holdings) > 1:
        return None, ()
    end, start = cycle.ends.day, passed.day
    if start > end:
        return None, ()
    months = (end.year - start.year) * 12 + end.month - start.month
    return min(due, rate.top * months), (
        FactRef(issuer.id, ("renewal", "first_cycle", "ceus_a_month")),
    )


def _minimums(issuer: Issuer, rules: Mapping[str, Renewal], is_full: bool) -> Iterator[CeuMinimum]:
    """The numbers of CEUs of one kind that the credentials ask for, in a full cycle or this one."""
    applies = True if is_full else None
    for key, rule in rules.items():
        owner = key if rule.subject_ceus else issuer.id
        for position, subject in enumerate(rule.subject_ceus or issuer.renewal.subject_ceus):
            if subject.ceus.top is not None:
                path: FieldPath = ("renewal", "subject_ceus", position, "ceus")
                ref, part = FactRef(owner, path), subject.part
                yield CeuMinimum(part, subject.topic, subject.ceus.top, None, key, applies, ref)


def _shares(issuer: Issuer, cycle: Cycle, due: float | None, today: date) -> Iterator[CeuMinimum]:
    """The shares of the CEUs due that the issuer asks for whatever is held."""
    for position, share in enumerate(issuer.renewal.ceu_shares):
        if share.percent.top is not None and due:
            yield CeuMinimum(
                share.part,
                share.topic,
                due * share.percent.top / 100,
                share.percent.top,
                None,
                _applies(share, cycle, today),
                FactRef(issuer.id, ("renewal", "ceu_shares", position, "percent")),
            )


def _applies(share: CeuShare, cycle: Cycle, today: date) -> bool | None:
    """Whether a share is asked for in a cycle; None for one that had begun before the rule.

    Where no end is known, the cycle that runs today began at most its own length ago.
    """
    begins = cycle.begins
    if begins is None and cycle.ends is None and cycle.months:
        begins = today - relativedelta(months=cycle.months)
    return True if share.since is None or (begins and begins >= share.since) else None


def most_from_others(minimums: Sequence[CeuMinimum], due: float) -> float:
    """The CEUs that may come from other providers than those asked for.

    What several credentials ask for adds up; what the issuer asks for of all may be among it.
    """
    asked: dict[str | None, float] = {}
    for minimum in minimums:
        if minimum.part is CeuPart.PROVIDER:
            key = minimum.credential
            asked[key] = max(asked.get(key, 0.0), minimum.ceus)
    of_all = asked.pop(None, 0.0)
    return max(0.0, due - max(of_all, sum(asked.values())))
