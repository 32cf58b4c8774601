"""Finds things by what people type; credentials by letters, names and synonyms, old ones too."""

import re
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from cert_model.catalog import Catalog
from cert_model.schema import Credential, Issuer
from cert_model.vocabulary import Term

LONGEST_QUERY = 100

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; hyphenated ones stay whole."""
    return _WORD.findall(text.lower()[:LONGEST_QUERY])


class WordIndex:
    """Every word typed must begin some word of a thing's texts."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        """``texts`` are those of each thing, in the order of the masks."""
        self._words = [_vocabulary_of(each) for each in texts]

    def mask(self, query: str) -> NDArray[np.bool_]:
        """Which of them answer the query; all for an empty one."""
        asked = words_of(query)
        return np.array([_answers(asked, words) for words in self._words], dtype=bool)


class SearchIndex(WordIndex):
    """Finds credentials, in catalog order."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(
            _texts(sheet, catalog.issuers[sheet.issuer]) for sheet in catalog.credentials.values()
        )


def _answers(asked: Iterable[str], words: frozenset[str]) -> bool:
    return all(word in words or any(known.startswith(word) for known in words) for word in asked)


def _vocabulary_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _pieces(text))


def _texts(sheet: Credential, issuer: Issuer) -> Iterator[str]:
    yield from (sheet.id, sheet.code, sheet.name, issuer.letters, issuer.name)
    yield from sheet.aliases
    yield from (str(former.value) for former in sheet.former_names)
    terms: tuple[Term, ...] = (sheet.level, *sheet.roles, *sheet.settings, *(sheet.code_sets or ()))
    for term in terms:
        yield from (term.value, term.label, *term.synonyms)


def _pieces(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.lower()):
        yield word
        yield from word.split("-")
