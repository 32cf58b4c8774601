"""What one course may count for at two issuers, as far as their own rules say."""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog, FactRef
from cert_model.formatting import as_phrase, format_percent, join_words
from cert_model.renewal.ceus import CeuMinimum, most_from_others
from cert_model.renewal.cycles import renewals_of
from cert_model.renewal.plan import IssuerRenewal, RenewalPlan
from cert_model.vocabulary import CeuPart, CeuProviders

CAUTION = (
    "No issuer's page that we read allows or forbids counting one course at two issuers. Ask both "
    "before you rely on it."
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What one issuer takes of courses that somebody else gives."""

    issuer: str
    providers: CeuProviders | None
    """None where it was not found whose courses the issuer takes."""
    from_others: float | None
    """The most CEUs of the cycle that may come from others; None where no number is known."""
    text: str
    facts: tuple[FactRef, ...]


def taken_by_each(catalog: Catalog, plan: RenewalPlan) -> tuple[Taken, ...]:
    """What each issuer takes of other providers' courses; nothing for fewer than two issuers."""
    if len(plan.issuers) < 2:
        return ()
    return tuple(_taken(catalog, part) for part in plan.issuers)


def _taken(catalog: Catalog, part: IssuerRenewal) -> Taken:
    rules = renewals_of(catalog, part.ids)
    stated = {
        key: rule.providers
        for key, rule in rules.items()
        if rule.providers is not None and rule.providers.value is not None
    }
    minimums = [minimum for due in part.cycles for minimum in due.ceus.minimums]
    own = [minimum for minimum in minimums if minimum.part is CeuPart.PROVIDER]
    facts = [minimum.fact for minimum in own]
    for key, fact in stated.items():
        is_general = fact is part.issuer.renewal.providers
        facts.append(FactRef(part.issuer.id if is_general else key, ("renewal", "providers")))
    providers = next((fact.value for fact in stated.values()), None)
    from_others = None if part.asked is None else most_from_others(minimums, part.asked)
    text = _text(part, providers, own, from_others)
    return Taken(part.issuer.id, providers, from_others, text, tuple(dict.fromkeys(facts)))


def _text(
    part: IssuerRenewal,
    providers: CeuProviders | None,
    own: Sequence[CeuMinimum],
    from_others: float | None,
) -> str:
    letters = part.issuer.letters
    if providers is CeuProviders.APPROVED_LIST:
        return f"{letters} counts a course only if it approved that course in advance."
    if own and from_others is not None:
        shares = join_words(dict.fromkeys(map(_share, own)))
        rest = f"the other {from_others:g} of the {part.asked:g}"
        may = "may" if providers is CeuProviders.ANY_PROVIDER else "need not"
        place = "elsewhere" if providers is CeuProviders.ANY_PROVIDER else "there"
        return f"{letters} requires {shares}; {rest} {may} come from {place}."
    if providers is CeuProviders.ANY_PROVIDER:
        return f"{letters} counts courses from any provider if the subject fits."
    return f"Which providers {letters} accepts was not found. Ask {letters}."


def _share(minimum: CeuMinimum) -> str:
    amount = f"{minimum.ceus:g} CEUs"
    if minimum.percent is not None:
        amount = f"{amount} ({format_percent(minimum.percent)})"
    return f"{amount} from {as_phrase(minimum.topic)}"
