"""Everything that can be found in a catalog, with its index; made once."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.search import synonyms_of
from cert_model.search.ranked_index import RankedIndex, Searchable
from cert_model.search.synonyms import Token
from cert_model.site_search.documents import Document
from cert_model.site_search.fact_documents import fact_documents
from cert_model.site_search.letters import Letters
from cert_model.site_search.money_documents import money_documents
from cert_model.site_search.text_documents import text_documents
from cert_model.vocabulary import DocumentKind

_WEIGHTS: Mapping[DocumentKind, float] = {
    DocumentKind.QUESTION: 1.8,
    DocumentKind.PAGE: 1.2,
    DocumentKind.TERM: 0.9,
    DocumentKind.GUIDE: 1.1,
    DocumentKind.CLAIM: 0.9,
    DocumentKind.CREDENTIAL: 0.9,
    DocumentKind.PAYER: 0.9,
    DocumentKind.PLACE: 0.9,
    DocumentKind.MATERIAL: 0.8,
    DocumentKind.FACTS: 0.75,
    DocumentKind.PROGRAM: 0.7,
}
"""How much sooner an answer in words comes than a list of facts that fits as well."""
_MEANING = 2.5


class Site:
    """The documents of a catalog and their index, in the same order."""

    def __init__(self, catalog: Catalog) -> None:
        self.documents: tuple[Document, ...] = (
            *text_documents(catalog),
            *fact_documents(catalog),
            *money_documents(catalog),
        )
        self.index = RankedIndex(
            [_searchable(entry) for entry in self.documents], synonyms_of(catalog)
        )
        self.letters = Letters(catalog)
        self._tokens: dict[str, frozenset[Token]] = {}
        self.weights = np.array(
            [entry.weight * _WEIGHTS[entry.kind] for entry in self.documents], dtype=np.float32
        )

    @cached_property
    def weights_of_meanings(self) -> NDArray[np.float32]:
        """How much sooner each document comes where a query asks what a word means."""
        return np.array(
            [_MEANING if entry.kind is DocumentKind.TERM else 1 for entry in self.documents],
            dtype=np.float32,
        )

    def tokens_of(self, sentence: str) -> frozenset[Token]:
        """What the index knows a sentence of a document by; worked out once for each."""
        if sentence not in self._tokens:
            self._tokens[sentence] = frozenset(self.index.synonyms.tokens(sentence))
        return self._tokens[sentence]

    @cached_property
    def by_id(self) -> Mapping[str, Document]:
        """The documents by their ids."""
        return {document.id: document for document in self.documents}


@once_per_catalog
def site_of(catalog: Catalog) -> Site:
    """The documents of a catalog and their index."""
    return Site(catalog)


def _searchable(document: Document) -> Searchable:
    title = " . ".join((document.title, *document.also))
    return Searchable(title, " . ".join((*document.sentences, *document.context)))
