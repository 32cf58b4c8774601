"""Everything there is to say about one person and one credential."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility.changes import Changes, missing_changes
from cert_model.eligibility.evaluate import Explanation, explain, work_relied_on
from cert_model.eligibility.formalities import RegistrationStep, registration_steps
from cert_model.eligibility.person import Person
from cert_model.eligibility.truth import Truth
from cert_model.eligibility.verdicts import (
    decide_verdict,
    held_as,
    is_held,
    is_retired,
    possible_consequences,
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
    """What passing leads to, and what would spare it."""

    consequence: Consequence
    applies: Truth
    """YES, or UNKNOWN where an answer is lacking."""
    avoided_by: tuple[Changes, ...]
    """The smallest sets of changes after which it does not apply, cheapest first."""


@dataclass(frozen=True)
class Outcome:
    """A verdict with its reasons, and what to do about it."""

    id: str
    verdict: Verdict
    retired: bool
    held: bool
    """Whether the person holds the credential already."""
    held_as: str | None
    """The letters of another form of it that the person holds, as the CPC-A is of the CPC."""
    required: Explanation | None
    recommended: Explanation | None
    work_relied_on: tuple[ExperienceTest, ...]
    """The work that meets what is required; how recent and of what kind exactly is not asked."""
    consequences: tuple[PossibleConsequence, ...]
    formalities: tuple[RegistrationStep, ...]
    missing: tuple[Changes, ...]
    """The smallest sets of changes that would let the person sit, cheapest first."""
    recommended_missing: tuple[Changes, ...]
    ask: tuple[Inquiry, ...]
    """What only the issuer can say, each question once."""

    @property
    def passed(self) -> bool:
        """Whether the person has passed this exam already."""
        return self.held or self.held_as is not None


def assess(
    catalog: Catalog, key: str, person: Person, first_year_costs: Mapping[str, float]
) -> Outcome:
    """The outcome of one credential. Raises KeyError for an id the catalog does not hold.

    ``first_year_costs`` are dollars by credential id, to order what is missing.
    """
    sheet = catalog.credentials[key]
    rule, retired = sheet.eligibility, is_retired(sheet)
    required = None if rule.required is None else explain(rule.required, person)
    recommended = None if rule.recommended is None else explain(rule.recommended, person)

    def lacking(part: Rule | None) -> tuple[Changes, ...]:
        return () if part is None or retired else _lacking(part, person, first_year_costs)

    return Outcome(
        id=key,
        verdict=decide_verdict(sheet, person),
        retired=retired,
        held=is_held(sheet, person),
        required=required,
        recommended=recommended,
        held_as=held_as(catalog, sheet, person),
        work_relied_on=() if required is None else work_relied_on(required),
        consequences=tuple(
            PossibleConsequence(each, applies, lacking(each.unless))
            for each, applies in possible_consequences(sheet, person)
        ),
        formalities=() if retired else tuple(registration_steps(catalog, sheet, person)),
        missing=lacking(rule.required),
        recommended_missing=lacking(rule.recommended),
        ask=() if retired else tuple(dict.fromkeys(_inquiries(catalog, sheet, required))),
    )


def _lacking(rule: Rule, person: Person, costs: Mapping[str, float]) -> tuple[Changes, ...]:
    return tuple(changes for changes in missing_changes(rule, person, costs) if changes)


def _inquiries(
    catalog: Catalog, sheet: Credential, required: Explanation | None
) -> Iterator[Inquiry]:
    """The questions for the issuer that its rule leaves open for this person."""
    if required is not None:
        yield from _open_inquiries(catalog, sheet, required)
    elif sheet.eligibility.ask is not None:
        yield sheet.eligibility.ask


def _open_inquiries(catalog: Catalog, sheet: Credential, part: Explanation) -> Iterator[Inquiry]:
    if part.truth is not Truth.UNKNOWN:
        return
    issuer = catalog.issuers[sheet.issuer]
    page = issuer.website or issuer.name
    if isinstance(part.condition, IssuerDecides):
        yield Inquiry(question=part.condition.question, page=part.condition.page or page)
    elif part.condition is not None and part.condition.unasked is not None:
        page = _own_page(catalog, part.condition) or page
        yield Inquiry(question=_does_it_count(part.condition), page=page)
    for each in part.parts:
        yield from _open_inquiries(catalog, sheet, each)


def _own_page(catalog: Catalog, condition: Condition) -> str | None:
    """The issuer's own page on which a condition was read."""
    for source in (catalog.sources[each] for each in condition.src):
        if source.kind is SourceKind.ISSUER and source.url is not None:
            return source.url.partition("://")[2].removeprefix("www.")
    return None


_WHAT_COUNTS = {"education": "degree", "experience": "work", "training": "training"}


def _does_it_count(condition: Condition) -> str:
    what = _WHAT_COUNTS[getattr(condition, "test", "")]
    return f"Does my {what} count as {condition.unasked}?"
