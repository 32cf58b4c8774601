"""Everything the app can say about one person and one credential."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility.changes import Changes, missing_changes
from cert_model.eligibility.conditions import Truth
from cert_model.eligibility.formalities import RegistrationStep, registration_steps
from cert_model.eligibility.holdings import Holding
from cert_model.eligibility.likely import Likelihood, likely_verdict
from cert_model.eligibility.person import Person
from cert_model.eligibility.rules import (
    Explanation,
    explain,
    schooling_relied_on,
    work_relied_on,
)
from cert_model.eligibility.schooling import ShownSchooling
from cert_model.eligibility.verdicts import (
    SETTLED_FOR_GOOD,
    decide_verdict,
    possible_consequences,
    rules_to_lose_the_mark,
)
from cert_model.schema import Credential
from cert_model.schema.rules import (
    Condition,
    Consequence,
    ExperienceTest,
    Inquiry,
    IssuerDecides,
    Rule,
)
from cert_model.vocabulary import SourceKind, Verdict


@dataclass(frozen=True)
class PossibleConsequence:
    """Something that passing leads to, or may lead to, and how to avoid it."""

    consequence: Consequence
    applies: Truth
    """YES, or UNKNOWN where an answer is missing."""
    avoided_by: tuple[Changes, ...]
    """The smallest sets of changes after which it would not apply, easiest first."""


@dataclass(frozen=True)
class Outcome:
    """A verdict with its reasons, what is missing, and what to do next."""

    id: str
    """The id of the credential."""
    verdict: Verdict
    likely: Likelihood | None = None
    """What is likely where only the issuer can say."""
    holding: Holding | None = None
    """How the person holds the credential."""
    required: Explanation | None = None
    recommended: Explanation | None = None
    work_relied_on: tuple[ExperienceTest, ...] = ()
    """The work that meets the requirements; how recent it was is not asked."""
    schooling_relied_on: ShownSchooling | None = None
    """The credential held that shows the schooling required, as the person does not say it."""
    consequences: tuple[PossibleConsequence, ...] = ()
    formalities: tuple[RegistrationStep, ...] = ()
    missing: tuple[Changes, ...] = ()
    """The smallest sets of changes after which the person could sit, easiest first.

    For the holder of a form with a mark, those after which the mark could go.
    """
    recommended_missing: tuple[Changes, ...] = ()
    """The same for the issuer's advice."""
    inquiries: tuple[Inquiry, ...] = ()
    """The questions that only the issuer can answer, without repetition."""

    @property
    def held_as(self) -> str | None:
        """The id of the form with a mark in which the person holds it, such as ``aapc/cpc-a``."""
        return self.holding.by if self.holding and self.holding.is_marked else None


def assess(
    catalog: Catalog, key: str, person: Person, costs_to_earn: Mapping[str, float]
) -> Outcome:
    """The outcome of one credential for one person.

    ``costs_to_earn`` are dollars by credential id; they order the sets of changes. Raises
    KeyError for an id that is not in the catalog.
    """
    sheet = catalog.credentials[key]
    verdict = decide_verdict(sheet, person)
    if verdict in SETTLED_FOR_GOOD:
        to_lose_the_mark = rules_to_lose_the_mark(sheet, person)
        return Outcome(
            id=key,
            verdict=verdict,
            holding=person.holdings.get(key),
            missing=_changes_for(to_lose_the_mark, person, costs_to_earn),
        )
    rule = sheet.eligibility
    required = None if rule.required is None else explain(rule.required, person)
    recommended = None if rule.recommended is None else explain(rule.recommended, person)
    return Outcome(
        id=key,
        verdict=verdict,
        likely=likely_verdict(catalog, key, person),
        required=required,
        recommended=recommended,
        work_relied_on=() if required is None else work_relied_on(required),
        schooling_relied_on=None if required is None else schooling_relied_on(required),
        consequences=tuple(_consequences(sheet, person, costs_to_earn)),
        formalities=tuple(registration_steps(catalog, sheet, person)),
        missing=_changes_for([rule.required], person, costs_to_earn),
        recommended_missing=_changes_for([rule.recommended], person, costs_to_earn),
        inquiries=tuple(dict.fromkeys(_inquiries(catalog, sheet, required))),
    )


def _consequences(
    sheet: Credential, person: Person, costs_to_earn: Mapping[str, float]
) -> Iterator[PossibleConsequence]:
    """What passing would or may lead to, each with the changes that avoid it."""
    for consequence, applies in possible_consequences(sheet, person):
        avoided_by = _changes_for([consequence.unless], person, costs_to_earn)
        yield PossibleConsequence(consequence, applies, avoided_by)


def _changes_for(
    rules: Iterable[Rule | None], person: Person, costs_to_earn: Mapping[str, float]
) -> tuple[Changes, ...]:
    """The sets of changes that would meet the rules; none for one that is met or not known."""
    return tuple(
        changes
        for rule in rules
        if rule is not None
        for changes in missing_changes(rule, person, costs_to_earn)
        if changes
    )


def _inquiries(
    catalog: Catalog, sheet: Credential, required: Explanation | None
) -> Iterator[Inquiry]:
    """The questions for the issuer that its requirements leave open for this person."""
    if required is not None:
        yield from _inquiries_within(catalog, sheet, required)
    elif sheet.eligibility.ask is not None:
        yield sheet.eligibility.ask


def _inquiries_within(
    catalog: Catalog, sheet: Credential, explanation: Explanation
) -> Iterator[Inquiry]:
    """The questions about the UNKNOWN conditions that need the issuer's word."""
    if explanation.truth is not Truth.UNKNOWN:
        return
    condition = explanation.condition
    issuer = catalog.issuers[sheet.issuer]
    site = issuer.website or issuer.name
    if isinstance(condition, IssuerDecides):
        yield Inquiry(question=condition.question, page=condition.page or site)
    elif condition is not None and condition.unasked is not None:
        page = _issuer_page(catalog, condition) or site
        yield Inquiry(question=_question_whether_it_counts(condition), page=page)
    for part in explanation.parts:
        yield from _inquiries_within(catalog, sheet, part)


def _issuer_page(catalog: Catalog, condition: Condition) -> str | None:
    """The issuer's own page on which a condition was read, without ``https://www.``."""
    for source in (catalog.sources[source_id] for source_id in condition.src):
        if source.kind is SourceKind.ISSUER and source.url is not None:
            return source.url.partition("://")[2].removeprefix("www.")
    return None


_NOUNS = {"education": "degree", "experience": "work", "training": "training"}
"""By kind of condition that may have an ``unasked`` detail, what the person has."""


def _question_whether_it_counts(condition: Condition) -> str:
    noun = _NOUNS[getattr(condition, "test", "")]
    return f"Does my {noun} count as {condition.unasked}?"
