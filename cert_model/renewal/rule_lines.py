"""The rules on CEUs that an issuer's cycle has, a sentence each with the facts behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cert_model.catalog import Catalog, FactRef
from cert_model.formatting import as_phrase, format_day, format_percent
from cert_model.renewal.ceus import CeuMinimum
from cert_model.renewal.cycles import renewals_of
from cert_model.renewal.plan import IssuerRenewal
from cert_model.schema import Fact
from cert_model.schema.renewal import Renewal
from cert_model.vocabulary import CeuPart, CeuProviders


class RuleKind(StrEnum):
    """What a rule is about."""

    MINIMUM = "minimum"
    COUNTS_TWICE = "counts-twice"
    CARRIED_OVER = "carried-over"
    PROVIDERS = "providers"
    BY_EXAM = "by-exam"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule in words."""

    kind: RuleKind
    text: str
    facts: tuple[FactRef, ...]
    minimum: CeuMinimum | None = None


def rule_lines(catalog: Catalog, part: IssuerRenewal) -> tuple[RuleLine, ...]:
    """The rules that hold for the CEUs of an issuer's credentials, each of them once."""
    lines = {line.text: line for line in _lines(catalog, part)}
    return tuple(lines.values())


def _lines(catalog: Catalog, part: IssuerRenewal) -> Iterator[RuleLine]:
    for due in part.cycles:
        for minimum in due.ceus.minimums:
            text = minimum_sentence(catalog, part, minimum, due.ceus.unit)
            yield RuleLine(RuleKind.MINIMUM, text, (minimum.fact,), minimum)
    several = len(part.ids) > 1
    for key, rule in renewals_of(catalog, part.ids).items():
        if several:
            yield from _flag(part, key, rule, "counts_twice", RuleKind.COUNTS_TWICE)
        yield from _flag(part, key, rule, "carried_over", RuleKind.CARRIED_OVER)
        yield from _providers(part, key, rule)
        if rule.by_exam is not None and rule.by_exam.value:
            text = f"The {catalog.labels[key]} is renewed by passing an exam again."
            yield RuleLine(RuleKind.BY_EXAM, text, (FactRef(key, ("renewal", "by_exam")),))


_FLAGS = {
    ("counts_twice", True): "One CEU may count for more than one of your {letters} credentials",
    ("counts_twice", False): "No CEU counts for two of your {letters} credentials",
    ("carried_over", True): "Surplus CEUs carry over to the next {letters} cycle",
    ("carried_over", False): "Surplus CEUs do not carry over to the next {letters} cycle",
}
_PROVIDERS = {
    CeuProviders.APPROVED_LIST: "{letters} accepts only courses that it approved in advance",
    CeuProviders.ANY_PROVIDER: "{letters} accepts courses from any provider if the subject fits",
}


def _flag(
    part: IssuerRenewal, key: str, rule: Renewal, field: str, kind: RuleKind
) -> Iterator[RuleLine]:
    fact: Fact[bool] | None = getattr(rule, field)
    if fact is not None and fact.value is not None:
        text = _FLAGS[field, fact.value].format(letters=part.issuer.letters)
        yield RuleLine(kind, _with_note(text, fact), (_ref(part, key, rule, field),))


def _providers(part: IssuerRenewal, key: str, rule: Renewal) -> Iterator[RuleLine]:
    fact = rule.providers
    if fact is not None and fact.value is not None:
        text = _PROVIDERS[fact.value].format(letters=part.issuer.letters)
        ref = _ref(part, key, rule, "providers")
        yield RuleLine(RuleKind.PROVIDERS, _with_note(text, fact), (ref,))


def _with_note(text: str, fact: Fact[bool] | Fact[CeuProviders]) -> str:
    return f"{text}: {as_phrase(fact.note)}" if fact.note else f"{text}."


def _ref(part: IssuerRenewal, key: str, rule: Renewal, field: str) -> FactRef:
    """The place of a rule: the issuer's file, unless the fact sheet has its own."""
    is_general = getattr(rule, field) is getattr(part.issuer.renewal, field)
    return FactRef(part.issuer.id if is_general else key, ("renewal", field))


_MUST = {
    CeuPart.SUBJECT: "must be on",
    CeuPart.PROVIDER: "must come from",
    CeuPart.FORMAT: "must be",
}


def minimum_sentence(catalog: Catalog, part: IssuerRenewal, minimum: CeuMinimum, unit: str) -> str:
    """What a part of the CEUs must have in common: ``16 CEUs must be on auditing.``"""
    amount = f"{minimum.ceus:g} {unit}"
    if minimum.percent is not None:
        amount = f"{amount} ({format_percent(minimum.percent)})"
    whose = ""
    if minimum.credential is not None and len(part.ids) > 1:
        whose = f", for the {catalog.labels[minimum.credential]}"
    sentence = f"{amount} {_MUST[minimum.part]} {as_phrase(minimum.topic)}{whose}."
    if minimum.applies is None and minimum.percent is None:
        sentence += " That is for a full cycle; the number for a shorter one was not found."
    elif minimum.applies is None:
        sentence += (
            f" The rule is in force{_since(part, minimum)}; whether it holds for a cycle that "
            "had begun before was not found."
        )
    return sentence


def _since(part: IssuerRenewal, minimum: CeuMinimum) -> str:
    position = minimum.fact.path[2]
    assert isinstance(position, int), "a share stands in a list"
    since = part.issuer.renewal.ceu_shares[position].since
    return f" since {format_day(since)}" if since else ""
