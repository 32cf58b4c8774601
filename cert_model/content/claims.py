"""Claims that circulate, each with its verdict, what is right and the evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from cert_model import formatting
from cert_model.catalog import Catalog
from cert_model.content import Text, Writer
from cert_model.explore.filters import Facet, build_filters
from cert_model.explore.search import WordIndex, words_of
from cert_model.schema import Claim
from cert_model.vocabulary import ClaimTopic, ClaimVerdict

CLAIM_ORDER = "ordered by verdict, wrong first and confirmed last, then by topic"
"""The order of every list of claims, in words."""
_VERDICTS, _TOPICS = list(ClaimVerdict), list(ClaimTopic)
_NEAR = 3


class UnknownClaim(LookupError):
    """An id that names no claim."""


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim with what is right in the words of today's figures."""

    claim: Claim
    right: Text


class Claims:
    """Every claim of a catalog, written once, in the order in which a list shows them."""

    def __init__(self, catalog: Catalog, writer: Writer) -> None:
        """``writer`` is the catalog's. Raises BadText for a claim that it cannot write."""
        self.all: Mapping[str, CheckedClaim] = {
            each.id: CheckedClaim(each, writer.write(each.right, each.src))
            for each in sorted(catalog.claims.claims, key=_rank)
        }
        texts = [list(_texts(catalog, each)) for each in self.all.values()]
        self.filters = build_filters(self.all, _FACETS, WordIndex(texts))

    def resolve(self, name: str) -> str:
        """The id as it is. Raises UnknownClaim, with the nearest ids, if there is none such."""
        if name in self.all:
            return name
        raise UnknownClaim(", ".join(self.nearest(name)))

    def nearest(self, name: str) -> list[str]:
        """The ids most like a name, nearest first: by its letters, or else by its words."""
        close = get_close_matches(name, self.all, n=_NEAR, cutoff=0.6)
        words = " ".join(words_of(name.replace("-", " ")))
        return close or (self.filters.matching({}, words)[:_NEAR] if words else [])

    def about(self, credential: str) -> list[CheckedClaim]:
        """The claims that concern a credential."""
        return [each for each in self.all.values() if credential in each.claim.credentials]


def describe_claims(claims: Sequence[CheckedClaim]) -> str:
    """How many of these claims hold, and how many do not."""
    counts = Counter(each.claim.verdict for each in claims)
    parts = [_tally(verdict, counts[verdict]) for verdict in _VERDICTS if counts[verdict]]
    if len(parts) > 1:
        *before, last = parts
        return f"Of {len(claims)} claims {', '.join(before)} and {last}."
    return (
        f"{formatting.format_count(len(claims), 'claim')}: {parts[0]}."
        if parts
        else "There is no claim."
    )


def _tally(verdict: ClaimVerdict, count: int) -> str:
    said = verdict.label.lower()
    if verdict is ClaimVerdict.CANNOT_BE_TOLD:
        return f"{count} {said}"
    return f"{count} {'is' if count == 1 else 'are'} {said}"


def _rank(claim: Claim) -> tuple[int, int]:
    return _VERDICTS.index(claim.verdict), _TOPICS.index(claim.topic)


_FACETS = (
    Facet(
        "verdict",
        "Verdict",
        {each: each.label for each in ClaimVerdict},
        lambda it, term: it.claim.verdict == term,
    ),
    Facet(
        "topic",
        "About",
        {each: each.label for each in ClaimTopic},
        lambda it, term: it.claim.topic == term,
    ),
)


def _texts(catalog: Catalog, checked: CheckedClaim) -> Iterator[str]:
    """What a claim may be found by."""
    claim = checked.claim
    yield from (claim.id, claim.claim, checked.right.plain)
    for term in (claim.verdict, claim.topic):
        yield from (term.label, *term.synonyms)
    yield from _credentials(catalog, claim.credentials)


def _credentials(catalog: Catalog, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        yield from (key, catalog.labels[key])
