"""Claims that circulate, each with its verdict, what is right, and the evidence."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.content.texts import Text, write_text
from cert_model.explore.filters import Facet, Filters, build_filters
from cert_model.formatting import closest_names, format_count
from cert_model.schema import Claim
from cert_model.search import WordIndex, split_words, synonyms_of
from cert_model.vocabulary import ClaimTopic, ClaimVerdict

CLAIM_ORDER = "ordered by verdict, wrong first and confirmed last, then by topic"
"""The order of every list of claims, in words."""
_VERDICTS, _TOPICS = list(ClaimVerdict), list(ClaimTopic)
_MAX_SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim, and what is right in the words of today's figures."""

    claim: Claim
    right: Text


@dataclass(frozen=True)
class Claims:
    """Every claim of a catalog."""

    by_id: Mapping[str, CheckedClaim]
    """In the order in which a list shows them."""
    filters: Filters

    def nearest(self, name: str) -> list[str]:
        """The ids most like a name, nearest first: by spelling, or else by shared words."""
        close = closest_names(name, self.by_id, limit=_MAX_SUGGESTIONS)
        words = " ".join(split_words(name.replace("-", " ")))
        return close or (self.filters.matching({}, words)[:_MAX_SUGGESTIONS] if words else [])

    def about(self, credential: str) -> list[CheckedClaim]:
        """The claims that concern a credential."""
        return [
            checked for checked in self.by_id.values() if credential in checked.claim.credentials
        ]


@once_per_catalog
def checked_claims(catalog: Catalog) -> Claims:
    """Every claim of a catalog, written out. Raises BadText for one that cannot be written."""
    by_id = {
        claim.id: CheckedClaim(claim, write_text(catalog, claim.right, claim.src))
        for claim in sorted(catalog.claims.claims, key=_rank)
    }
    texts = (_searchable(catalog, checked) for checked in by_id.values())
    search = WordIndex(texts, synonyms_of(catalog))
    return Claims(by_id, build_filters(by_id, _FACETS, search))


def _rank(claim: Claim) -> tuple[int, int]:
    return _VERDICTS.index(claim.verdict), _TOPICS.index(claim.topic)


def _searchable(catalog: Catalog, checked: CheckedClaim) -> Iterator[str]:
    """The texts in which a search looks for a claim."""
    claim = checked.claim
    yield from (claim.id, claim.claim, checked.right.plain)
    for term in (claim.verdict, claim.topic):
        yield from (term.label, *term.synonyms)
    for key in claim.credentials:
        yield from (key, catalog.labels[key])


_FACETS = (
    Facet(
        "verdict",
        "Verdict",
        {verdict: verdict.label for verdict in ClaimVerdict},
        lambda checked, term: checked.claim.verdict == term,
    ),
    Facet(
        "topic",
        "About",
        {topic: topic.label for topic in ClaimTopic},
        lambda checked, term: checked.claim.topic == term,
    ),
)


def describe_claims(claims: Sequence[CheckedClaim]) -> str:
    """How many of some claims have each verdict: "Of 3 claims, 1 is wrong and 2 are confirmed."."""
    counts = Counter(checked.claim.verdict for checked in claims)
    tallies = [_tally(verdict, counts[verdict]) for verdict in _VERDICTS if counts[verdict]]
    if not tallies:
        return "No claim matches."
    if len(tallies) == 1:
        return f"{format_count(len(claims), 'claim')}: {tallies[0]}."
    *before, last = tallies
    return f"Of {len(claims)} claims, {', '.join(before)} and {last}."


def _tally(verdict: ClaimVerdict, count: int) -> str:
    label = verdict.label.lower()
    return f"{count} {'is' if count == 1 else 'are'} {label}"
