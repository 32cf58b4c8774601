"""How well each text of a list fits a query: BM25 over titles and bodies, by bm25s."""

from collections.abc import Sequence
from dataclasses import dataclass

import bm25s
import numpy as np
from numpy.typing import NDArray

from cert_model.search.lexicon import Lexicon
from cert_model.search.query import Part, Query, read_query
from cert_model.search.synonyms import Synonyms, Token

Scores = NDArray[np.float32]
"""For each text of the list, how well it fits."""
_COVERAGE = 1.3
"""How steeply a text falls that has only a part of what was asked for."""
_TITLE = 3.0
"""How much more a word counts in a title than in a body."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """A text as the index takes it in."""

    title: str
    body: str


class RankedIndex:
    """Texts with titles, in the order of a list."""

    def __init__(self, texts: Sequence[Searchable], synonyms: Synonyms) -> None:
        titles = [synonyms.tokens(text.title) for text in texts]
        bodies = [synonyms.tokens(text.body) for text in texts]
        self.synonyms = synonyms
        self._count = len(texts)
        self.lexicon = Lexicon(
            (f"{text.title} {text.body}" for text in texts),
            (token for tokens in (*titles, *bodies) for token in tokens),
        )
        self._fields = ((_TITLE, _Field(titles)), (1.0, _Field(bodies)))

    def read(self, query: str) -> Query:
        """The query in terms of the words of these texts."""
        return read_query(query, self.lexicon, self.synonyms)

    def scores(self, query: Query) -> Scores:
        """How well each text fits the query; 0 where it has nothing of it.

        A text that has more of what tells texts apart comes before one that has less of it,
        however often.
        """
        total, covered = np.zeros((2, self._count), dtype=np.float32)
        for part in query.parts:
            scores = self._best(part)
            rarity = np.float32(np.log1p(self._count / (1 + np.count_nonzero(scores))))
            total += scores
            covered += rarity * (scores > 0)
        most = covered.max(initial=0)
        result: Scores = total * (covered / most) ** _COVERAGE if most else total
        return result

    def _best(self, part: Part) -> Scores:
        """How well each text fits a part, by whatever it has of what would do."""
        best = np.zeros(self._count, dtype=np.float32)
        for alternative in part.alternatives:
            np.maximum(best, alternative.weight * self._of_all(alternative.tokens), out=best)
        return best

    def _of_all(self, tokens: Sequence[Token]) -> Scores:
        """The scores of the texts that have all of these tokens, as if they were one."""
        scores = [
            np.sum([weight * field.scores(token) for weight, field in self._fields], axis=0)
            for token in tokens
        ]
        total: Scores = np.mean(scores, axis=0)
        if len(scores) > 1:
            total *= np.all([of_word > 0 for of_word in scores], axis=0)
        return total


class _Field:
    """One part of every text, such as its title."""

    def __init__(self, tokens: Sequence[list[Token]]) -> None:
        self._index = bm25s.BM25()
        self._index.index(list(tokens), show_progress=False)
        self._count = len(tokens)

    def scores(self, token: Token) -> Scores:
        if token not in self._index.vocab_dict:
            return np.zeros(self._count, dtype=np.float32)
        scores: Scores = self._index.get_scores([token])
        return scores
