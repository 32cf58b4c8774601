"""Search by the beginnings of words: credentials by code, name and synonym, old ones too."""

import re
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from cert_model.catalog import Catalog
from cert_model.schema import Credential, Issuer
from cert_model.vocabulary import Term

LONGEST_QUERY = 100
"""Characters of a query that are read."""

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class WordIndex:
    """The words of each item of a list, to be searched by the beginnings of words."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        """``texts`` are those of each item, in the order of the list."""
        self._words = [_indexed_words(of_item) for of_item in texts]

    def mask(self, query: str) -> NDArray[np.bool_]:
        """Which items have, for every word of the query, a word that begins with it.

        In the order of the list; an empty query fits all.
        """
        typed = split_words(query)
        return np.array([_has_all(words, typed) for words in self._words], dtype=bool)


def credential_search(catalog: Catalog) -> WordIndex:
    """The index of a catalog's credentials, in its order."""
    return WordIndex(
        _texts(sheet, catalog.issuers[sheet.issuer]) for sheet in catalog.credentials.values()
    )


def split_words(text: str) -> list[str]:
    """The words of a query in lower case; hyphenated ones stay whole."""
    return _WORD.findall(text.lower()[:LONGEST_QUERY])


def _has_all(words: frozenset[str], beginnings: Iterable[str]) -> bool:
    return all(
        beginning in words or any(word.startswith(beginning) for word in words)
        for beginning in beginnings
    )


def _indexed_words(texts: Iterable[str]) -> frozenset[str]:
    """Every word of the texts, a hyphenated one whole and in its parts."""
    words = [word for text in texts for word in _WORD.findall(text.lower())]
    return frozenset(words).union(part for word in words for part in word.split("-"))


def _texts(sheet: Credential, issuer: Issuer) -> Iterator[str]:
    """What a credential may be found by."""
    yield from (sheet.id, sheet.code, sheet.name, issuer.letters, issuer.name)
    yield from sheet.aliases
    yield from (str(former.value) for former in sheet.former_names)
    terms: tuple[Term, ...] = (sheet.level, *sheet.roles, *sheet.settings, *(sheet.code_sets or ()))
    for term in terms:
        yield from (term.value, term.label, *term.synonyms)
