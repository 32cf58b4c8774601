"""Which items of a list have every word of a query, for the boxes that narrow a list."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from cert_model.search.lexicon import Lexicon
from cert_model.search.query import Part, read_query
from cert_model.search.synonyms import NO_SYNONYMS, Synonyms, Token


class WordIndex:
    """The words of each item of a list, to be searched by the beginnings of words."""

    def __init__(self, texts: Iterable[Iterable[str]], synonyms: Synonyms = NO_SYNONYMS) -> None:
        """``texts`` are those of each item, in the order of the list."""
        whole = [" . ".join(of_item) for of_item in texts]
        self._synonyms = synonyms
        self._tokens = [frozenset(synonyms.tokens(text)) for text in whole]
        self._lexicon = Lexicon(whole, (token for tokens in self._tokens for token in tokens))

    def mask(self, query: str) -> NDArray[np.bool_]:
        """Which items have every word of the query, or one that does for it.

        A word that begins with it does, another form of it, a synonym, and where no item has any
        of these the nearest word by its spelling. In the order of the list; an empty query fits
        all.
        """
        parts = read_query(query, self._lexicon, self._synonyms, all_unfinished=True).parts
        return np.array([_has_all(tokens, parts) for tokens in self._tokens], dtype=bool)


def _has_all(tokens: frozenset[Token], parts: Sequence[Part]) -> bool:
    return all(
        any(tokens.issuperset(alternative.tokens) for alternative in part.alternatives)
        for part in parts
    )
