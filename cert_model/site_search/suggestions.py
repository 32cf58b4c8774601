"""The words nearest to those that nothing has, for a query that finds nothing."""

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from cert_model.catalog import Catalog
from cert_model.search.lexicon import Lexicon
from cert_model.search.words import STOPWORDS

MOST = 4
_LEAST_ALIKE = 0.8
_FEWEST_TEXTS = 2
"""A word that stands in one text alone may be a rare name, or a slip of its own."""


def nearest(catalog: Catalog, lexicon: Lexicon, words: Iterable[str]) -> tuple[str, ...]:
    """Letters and words that are written much like those of a query, the most alike first."""
    letters = [sheet.code for sheet in catalog.credentials.values()]
    known = [word for word in lexicon.in_texts(_FEWEST_TEXTS) if word.isalpha() and len(word) > 3]
    found: dict[str, float] = {}
    for word in words:
        if word not in STOPWORDS:
            for choices in (letters, known):
                found |= _alike(word, choices)
    best = sorted(found, key=lambda text: (-found[text], text))
    return tuple(dict.fromkeys(best))[:MOST]


def _alike(word: str, choices: Sequence[str]) -> dict[str, float]:
    close = process.extract(
        word,
        choices,
        scorer=JaroWinkler.normalized_similarity,
        processor=str.lower,
        score_cutoff=_LEAST_ALIKE,
        limit=MOST,
    )
    return {text: alike for text, alike, _ in close}
