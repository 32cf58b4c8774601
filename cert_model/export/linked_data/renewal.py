"""What keeping a credential takes, as CTDL's condition profiles."""

from collections.abc import Iterator

from cert_model.catalog.derived import renewal_of
from cert_model.export.linked_data.conditions import membership_profiles
from cert_model.export.linked_data.costs import costs_to_renew
from cert_model.export.linked_data.subject import Node, Subject
from cert_model.export.linked_data.terms import english, in_months
from cert_model.formatting import as_sentence
from cert_model.formatting.facts import format_reading
from cert_model.schema import Evidence
from cert_model.schema.renewal import Renewal


def renewal_properties(subject: Subject) -> Node:
    """How often a credential is renewed, and each condition of that; what is not known is absent.

    A requirement for several credentials held together is left out, as it is none of this one.
    """
    rule = renewal_of(subject.sheet, subject.issuer)
    profiles = [
        *(_condition(subject, text, statement) for text, statement in _rules(rule)),
        *membership_profiles(subject, subject.sheet.membership.to_hold),
        *_fees(subject),
    ]
    node: Node = {"ceterms:renewal": profiles} if profiles else {}
    months = rule.cycle_months
    if months is not None and months.value is not None:
        node["ceterms:renewalFrequency"] = in_months(months.value)
    return node


def _condition(subject: Subject, text: str, statement: Evidence) -> Node:
    return {
        "@type": "ceterms:ConditionProfile",
        "ceterms:description": english(as_sentence(text)),
        **subject.evidence(statement),
    }


def _rules(rule: Renewal) -> Iterator[tuple[str, Evidence]]:
    """What a cycle asks for, each in words with the statement that says so."""
    unit = rule.ceu_unit
    if rule.cycle_months is not None and rule.cycle_months.known:
        yield f"Renewed every {format_reading(rule.cycle_months)} months", rule.cycle_months
    if rule.ceus is not None and rule.ceus.known:
        yield f"{format_reading(rule.ceus)} {unit} in each cycle", rule.ceus
    for part in rule.subject_ceus:
        if part.ceus.known:
            amount = format_reading(part.ceus)
            yield f"At least {amount} {unit} {part.part.label} {part.topic}", part.ceus
    for share in rule.ceu_shares:
        if share.percent.known:
            amount = format_reading(share.percent)
            text = f"At least {amount} percent of the {unit} {share.part.label} {share.topic}"
            yield text, share.percent
    if rule.by_exam is not None and rule.by_exam.value:
        yield "Passing an exam again", rule.by_exam


def _fees(subject: Subject) -> list[Node]:
    costs = costs_to_renew(subject)
    if not costs:
        return []
    described = english("Fees of renewing, by what applies.")
    profile = {"@type": "ceterms:ConditionProfile", "ceterms:description": described}
    return [{**profile, "ceterms:estimatedCost": costs}]
