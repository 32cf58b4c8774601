"""What is likely where an issuer's rule for an exam was not found.

Two things alone suggest it, and neither decides a verdict: what the issuer itself writes of its
exams in general, and the rules of its other exams of the same level, if enough of them agree.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog, FactRef, once_per_catalog
from cert_model.eligibility.person import Person
from cert_model.eligibility.verdicts import MAY_SIT, decide_by_rules, decide_verdict
from cert_model.formatting import as_phrase, as_sentence
from cert_model.formatting.facts import format_rule
from cert_model.schema import Credential
from cert_model.schema.facts import FieldPath, find_models
from cert_model.schema.rules import AllOf, AnyOf, Condition, Rule
from cert_model.vocabulary import Status, Verdict

FEWEST_SISTERS = 3
"""How many other exams of the issuer and level have to agree."""
_SUGGESTED = (*MAY_SIT, Verdict.NOT_YET)
"""The verdicts that say something; a rule that leaves a person undecided suggests nothing."""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """The verdict that is likely, and why; the verdict itself stays ``ask_issuer``."""

    verdict: Verdict
    because: str
    facts: tuple[FactRef, ...]
    """The rules that it rests on."""


@dataclass(frozen=True, slots=True)
class _Suggestion:
    """A rule that may hold for an exam whose own was not found."""

    rule: Rule
    because: str
    facts: tuple[FactRef, ...]


def likely_verdict(catalog: Catalog, key: str, person: Person) -> Likelihood | None:
    """What is likely for a person where only the issuer can say; None where nothing suggests it.

    It is given only for an exam that is known to be offered and whose rule was not found. Where
    the two kinds of evidence suggest different verdicts, nothing is likely.
    """
    sheet = catalog.credentials[key]
    if decide_verdict(sheet, person) is not Verdict.ASK_ISSUER:
        return None
    suggestions = _suggestions(catalog, key)
    verdicts = {
        decide_by_rules(suggestion.rule, sheet.eligibility.recommended, person)
        for suggestion in suggestions
    }
    if len(verdicts) != 1 or not verdicts <= set(_SUGGESTED):
        return None
    return Likelihood(
        verdict=verdicts.pop(),
        because=" ".join(suggestion.because for suggestion in suggestions),
        facts=tuple(fact for suggestion in suggestions for fact in suggestion.facts),
    )


@once_per_catalog
def _suggestions(catalog: Catalog, key: str) -> tuple[_Suggestion, ...]:
    """The rules that may hold for an exam; none where its own is known."""
    sheet = catalog.credentials[key]
    if sheet.eligibility.required is not None or sheet.status.value is not Status.ACTIVE:
        return ()
    return (*_by_the_issuer(catalog, sheet), *_by_sisters(catalog, sheet))


def _by_the_issuer(catalog: Catalog, sheet: Credential) -> Iterator[_Suggestion]:
    issuer = catalog.issuers[sheet.issuer]
    if issuer.general_rule is not None:
        text = as_phrase(format_rule(issuer.general_rule)).removesuffix(".")
        because = as_sentence(f"Of its exams in general, {issuer.letters} writes: {text}")
        facts = _facts_of(issuer.general_rule, issuer.id, ("general_rule",))
        yield _Suggestion(issuer.general_rule, because, facts)


def _by_sisters(catalog: Catalog, sheet: Credential) -> Iterator[_Suggestion]:
    rules = {
        key: sister.eligibility.required
        for key, sister in catalog.credentials.items()
        if _is_sister(sister, sheet) and sister.eligibility.required is not None
    }
    if len(rules) < FEWEST_SISTERS or len(set(map(_demand, rules.values()))) > 1:
        return
    letters, level = catalog.issuers[sheet.issuer].letters, sheet.level.label.lower()
    exams = f"{len(rules)} {level} exams of {letters}"
    because = f"All {exams} whose rules were found ask for the same."
    facts = tuple(
        fact
        for key, rule in rules.items()
        for fact in _facts_of(rule, key, ("eligibility", "required"))
    )
    yield _Suggestion(next(iter(rules.values())), because, facts)


def _facts_of(rule: Rule, subject: str, place: FieldPath) -> tuple[FactRef, ...]:
    """The places of the conditions of a rule that stands at ``place`` of a sheet."""
    return tuple(FactRef(subject, (*place, *path)) for path, _ in find_models(rule, Condition))


def _is_sister(other: Credential, sheet: Credential) -> bool:
    """Whether a credential has an exam of its own, now given, of the same issuer and level."""
    return (
        (other.issuer, other.level) == (sheet.issuer, sheet.level)
        and other.id != sheet.id
        and other.same_exam_as is None
        and other.status.value is Status.ACTIVE
    )


def _demand(rule: Rule) -> Hashable:
    """What a rule asks for, whatever its words and sources; alike for rules that agree."""
    if isinstance(rule, AllOf):
        return "all_of", frozenset(map(_demand, rule.all_of))
    if isinstance(rule, AnyOf):
        return "any_of", frozenset(map(_demand, rule.any_of))
    asked = type(rule).model_fields.keys() - Condition.model_fields.keys()
    return tuple((name, getattr(rule, name)) for name in sorted(asked))
