"""The answer of the ``renewal`` command as JSON: a contract, see ``docs/json-contract.md``."""

from typing import Any

from cert_model.catalog import Catalog
from cert_model.export.answers import total_as_json
from cert_model.renewal.fees import DueFee
from cert_model.renewal.lapse import LadderStep
from cert_model.renewal.plan import CycleDue, IssuerRenewal, RenewalPlan
from cert_model.renewal.request import CalendarDay
from cert_model.renewal.rule_lines import RuleLine, rule_lines
from cert_model.renewal.sentences import answer_sentences, step_sentence
from cert_model.renewal.unknown import unknown_points


def renewal_as_json(catalog: Catalog, plan: RenewalPlan) -> dict[str, Any]:
    """The answer of the ``renewal`` command; what is not known is None."""
    return {
        "issuers": [_issuer_as_json(catalog, part) for part in plan.issuers],
        "ceus_a_year": _rounded(plan.ceus_a_year),
        "cost_a_year": total_as_json(plan.cost_a_year),
        "replaced": list(plan.replaced),
        "answer": answer_sentences(catalog, plan),
    }


def _issuer_as_json(catalog: Catalog, part: IssuerRenewal) -> dict[str, Any]:
    lengths = [due.cycle.months for due in part.cycles if due.cycle.months]
    return {
        "issuer": part.issuer.id,
        "credentials": list(part.ids),
        "ceus": {
            "due": _rounded(part.due),
            "due_this_cycle": _rounded(part.due_this_cycle),
            "cycle_months": min(lengths, default=None),
            "a_year": _rounded(part.a_year),
            "earned": _rounded(part.earned),
            "rules": [_rule_as_json(line) for line in rule_lines(catalog, part)],
        },
        "cycle_ends": _day(part.ends),
        "cycles": [_cycle_as_json(due) for due in part.cycles],
        "member": part.member,
        "fees": [_fee_as_json(fee) for fee in part.fees],
        "if_lapsed": [_step_as_json(step) for step in part.ladder],
        "unknown": [
            {"what": point.what, "ask": point.ask} for point in unknown_points(catalog, part)
        ],
    }


def _cycle_as_json(due: CycleDue) -> dict[str, Any]:
    begins = due.cycle.begins
    return {
        "credentials": list(due.cycle.ids),
        "begins": None if begins is None else begins.isoformat(),
        "ends": _day(due.cycle.ends),
        "day_is_known": due.cycle.ends is not None and due.cycle.ends.exact,
        "due": _rounded(due.ceus.due),
        "due_this_cycle": _rounded(due.ceus.due_this_cycle),
        "unit": due.ceus.unit,
        "facts": [str(fact) for fact in due.ceus.facts],
    }


def _rule_as_json(line: RuleLine) -> dict[str, Any]:
    minimum = line.minimum
    return {
        "kind": line.kind,
        "text": line.text,
        "part": None if minimum is None else minimum.part,
        "topic": None if minimum is None else minimum.topic,
        "ceus": None if minimum is None else _rounded(minimum.ceus),
        "percent": None if minimum is None else minimum.percent,
        "credential": None if minimum is None else minimum.credential,
        "applies": None if minimum is None else minimum.applies,
        "facts": [str(fact) for fact in line.facts],
    }


def _fee_as_json(fee: DueFee) -> dict[str, Any]:
    return {
        "date": _day(fee.day),
        "amount": None if fee.money is None else fee.money.typical,
        "low": None if fee.money is None else fee.money.low,
        "high": None if fee.money is None else fee.money.high,
        "estimated": fee.is_estimate,
        "what": fee.what,
        "credential": fee.credential,
        "every_months": fee.every_months,
        "facts": [str(fact) for fact in fee.facts],
    }


def _step_as_json(step: LadderStep) -> dict[str, Any]:
    return {
        "by": None if step.by is None else step.by.isoformat(),
        "days": step.days,
        "after": [{"count": wait.count, "unit": wait.unit} for wait in step.waits],
        "state": step.state,
        "what": step_sentence(step),
        "amount": None if step.money is None else step.money.typical,
        "amount_is": step.amount_is if step.money is not None else None,
        "percent": step.percent,
        "facts": [str(fact) for fact in step.facts],
    }


def _day(day: CalendarDay | None) -> str | None:
    return None if day is None else day.day.isoformat()


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)
