"""The words of an index: which begin like a typed one, share its stem, or are nearly the same."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from cert_model.search.synonyms import Token
from cert_model.search.words import forms_of, words_in

_SHORTEST_WITH_A_SLIP = 4
_LONG = 8
"""Letters from which two slips are forgiven; one from the shortest on."""
_LAST = "\N{REPLACEMENT CHARACTER}"
"""Sorts after every letter of a word."""


class Lexicon:
    """Words by how many texts have them, and the tokens that an index knows."""

    def __init__(self, texts: Iterable[str], tokens: Iterable[Token]) -> None:
        """``tokens`` are those of all the texts."""
        self._counts = Counter(
            form
            for text in texts
            for form in {form for word in words_in(text) for form in forms_of(word)}
        )
        self._words = sorted(self._counts)
        self._tokens = frozenset(tokens)

    def has(self, token: Token) -> bool:
        """Whether any text has a token."""
        return token in self._tokens

    def beginning(self, typed: str) -> Sequence[str]:
        """The words that begin with what was typed, in alphabetical order."""
        first = bisect_left(self._words, typed)
        return self._words[first : bisect_left(self._words, f"{typed}{_LAST}", first)]

    def in_texts(self, least: int) -> Sequence[str]:
        """The words that at least so many texts have, in alphabetical order."""
        return [word for word in self._words if self._counts[word] >= least]

    def most_used(self, words: Iterable[str], limit: int) -> list[str]:
        """The words that most texts have, the most used first."""
        return sorted(words, key=lambda word: (-self._counts[word], word))[:limit]

    def nearest(self, typed: str) -> str | None:
        """The word that was probably meant; None where none is near enough.

        Of several as near, one with the same first letter, then the one that most texts have.
        """
        if len(typed) < _SHORTEST_WITH_A_SLIP or not typed.isalpha():
            return None
        slips = 2 if len(typed) >= _LONG else 1
        close = process.extract(
            typed, self._words, scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        return min(
            (word for word, _, _ in close if word.isalpha()),
            key=lambda word: (
                OSA.distance(typed, word),
                word[0] != typed[0],
                -self._counts[word],
                word,
            ),
            default=None,
        )
