"""The answer to a query: what fits best, each with its sentence, or the nearest there is."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np

from cert_model.catalog import Catalog
from cert_model.search import Query
from cert_model.search.ranked_index import Scores
from cert_model.search.words import ASKING_FOR_A_MEANING, STOPWORDS
from cert_model.site_search import snippets, suggestions
from cert_model.site_search.documents import Document
from cert_model.site_search.letters import Namesakes, comparison, comparison_with_id
from cert_model.site_search.site import Site, site_of
from cert_model.site_search.snippets import Piece
from cert_model.vocabulary import DocumentKind

MOST_HITS = 10
_MOST_CANDIDATES = 60
"""Documents that are looked at closely; the hits are among them."""
_MOST_OF_A_KIND: Mapping[DocumentKind, int] = {
    DocumentKind.FACTS: 4,
    DocumentKind.CLAIM: 3,
    DocumentKind.PROGRAM: 3,
    DocumentKind.MATERIAL: 3,
    DocumentKind.PLACE: 2,
    DocumentKind.PAYER: 3,
}
"""So that one kind does not crowd the others out; facts may, where a credential is named."""
_OF_ONE_CREDENTIAL = (DocumentKind.FACTS, DocumentKind.CREDENTIAL, DocumentKind.PROGRAM)
_ABOUT_THE_NAMED, _FACTS_OF_THE_NAMED, _ABOUT_OTHERS = 1.6, 3.0, 0.4
_ASKED_FOR_BY_LETTERS = 1_000.0
"""Puts a credential before everything that is only about it."""
_WAYS_ON = ("page:explore", "page:questions-people-ask", "page:glossary")
_LEAST_OF_THE_BEST = 0.05
"""The part of the best score below which a document is no answer."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found."""

    document: Document
    pieces: tuple[Piece, ...]
    """The sentence that was found, in pieces, cut where it is long."""
    whole: str
    """The sentence as it stands there."""

    @property
    def sentence(self) -> str:
        """The sentence as one text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query finds."""

    hits: tuple[Hit, ...]
    """The best first."""
    corrections: tuple[tuple[str, str], ...] = ()
    """Words as typed, and the words that they were taken for."""
    not_found: tuple[str, ...] = ()
    """Words of which nothing has anything."""
    suggestions: tuple[str, ...] = ()
    """Queries that find something, where this one does not."""


def prepare(catalog: Catalog) -> None:
    """Make the index of a catalog, which the first query would otherwise wait for."""
    find(catalog, "index")


def with_id(catalog: Catalog, key: str) -> Document | None:
    """The document with an id, as a hit names it; None for an id that no document has."""
    document_id, _, credential = key.partition("@")
    document = site_of(catalog).by_id.get(document_id)
    if document is None:
        return comparison_with_id(catalog, key)
    if not credential:
        return document
    named = credential in document.credentials and _is_shared(document)
    return _on_page_of(catalog, document, credential) if named else None


def find(catalog: Catalog, query: str, kind: DocumentKind | None = None) -> Answer:
    """What a query finds in everything that there is, or in what is of one kind.

    Nothing for a query without a word.
    """
    site = site_of(catalog)
    read = site.index.read(query)
    if not read.words:
        return Answer(())
    named = site.letters.named(read.words)
    hits = tuple(_hits(catalog, site, read, named, kind))
    if not hits:
        lexicon = site.index.lexicon
        return Answer((), suggestions=suggestions.nearest(catalog, lexicon, read.words))
    return Answer(hits, read.corrections, read.not_found)


def _hits(
    catalog: Catalog,
    site: Site,
    query: Query,
    named: Mapping[str, Namesakes],
    wanted: DocumentKind | None,
) -> Iterator[Hit]:
    side_by_side = None if wanted else comparison(catalog, list(named.values()))
    if side_by_side is not None:
        yield _hit(site, side_by_side, query)
    most = MOST_HITS - (side_by_side is not None)
    kinds: Counter[DocumentKind] = Counter()
    seen: set[str] = set()
    scores = _scores(site, query, named)
    if wanted:
        scores = scores * [document.kind is wanted for document in site.documents]
    for document in _best(site, scores):
        all_of_it = bool(named) or wanted is not None
        limit = MOST_HITS if all_of_it else _MOST_OF_A_KIND.get(document.kind, MOST_HITS)
        if kinds[document.kind] >= limit:
            continue
        hit = _hit(site, _where_named(catalog, document, named), query)
        if hit.sentence in seen:
            continue
        seen.add(hit.sentence)
        kinds[document.kind] += 1
        yield hit
        if kinds.total() == most:
            return


def _scores(site: Site, query: Query, named: Mapping[str, Namesakes]) -> Scores:
    """How well each document fits, with what is known of documents and of letters."""
    scores: Scores = site.index.scores(query) * site.weights
    if not ASKING_FOR_A_MEANING.isdisjoint(query.words):
        scores *= site.weights_of_meanings
    issuers = site.letters.issuers(query.words)
    if not (named or issuers):
        return scores
    ids = [key for namesakes in named.values() for key in namesakes]
    first = {namesakes[0] for namesakes in named.values()}
    names_alone = all(site.letters.is_name(word) or word in STOPWORDS for word in query.words)
    for position in np.flatnonzero(scores).tolist():
        document = site.documents[position]
        if document.issuer in issuers:
            scores[position] *= _ABOUT_THE_NAMED
        elif named:
            scores[position] *= _closeness(document, ids, first)
        if names_alone:
            scores[position] += _ASKED_FOR_BY_LETTERS * _rank(document, ids, issuers)
    return scores


def _rank(document: Document, ids: Sequence[str], issuers: Set[str]) -> int:
    """How far before everything else what is named itself comes; 0 for everything else."""
    if document.kind is DocumentKind.CREDENTIAL and document.credentials[0] in ids:
        return len(ids) - ids.index(document.credentials[0])
    return int(document.kind is DocumentKind.PAGE and document.issuer in issuers)


def _closeness(document: Document, ids: Sequence[str], first: Set[str]) -> float:
    """How much a document gains or loses where a query names credentials."""
    if not first.isdisjoint(document.credentials):
        is_facts = document.kind is DocumentKind.FACTS
        return _FACTS_OF_THE_NAMED if is_facts else _ABOUT_THE_NAMED
    of_others = document.kind in _OF_ONE_CREDENTIAL and set(ids).isdisjoint(document.credentials)
    return _ABOUT_OTHERS if of_others else 1.0


def _best(site: Site, scores: Scores) -> Iterator[Document]:
    """The documents that fit, the best first; of equal ones that which stands first."""
    order = np.argsort(-scores, kind="stable")[:_MOST_CANDIDATES]
    ordinary = scores[scores < _ASKED_FOR_BY_LETTERS]
    least = _LEAST_OF_THE_BEST * ordinary.max(initial=0)
    for position in order.tolist():
        if scores[position] <= 0 or scores[position] < least:
            return
        yield site.documents[position]


def _hit(site: Site, document: Document, query: Query) -> Hit:
    sentence = snippets.best_sentence(document.sentences, query, site.tokens_of)
    return Hit(document, tuple(snippets.pieces(sentence, query)), sentence)


def _where_named(catalog: Catalog, document: Document, named: Mapping[str, Namesakes]) -> Document:
    """Facts of an issuer on the page of the credential that the query names, not of another."""
    if _is_shared(document):
        for namesakes in named.values():
            for key in namesakes:
                if key in document.credentials:
                    return _on_page_of(catalog, document, key)
    return document


def _is_shared(document: Document) -> bool:
    """Whether it is what an issuer says of all of its credentials."""
    return document.kind is DocumentKind.FACTS and len(document.credentials) > 1


def _on_page_of(catalog: Catalog, document: Document, key: str) -> Document:
    before = document.place.query["id"]
    code_before, code = (catalog.credentials[one].code for one in (before, key))
    return replace(
        document,
        id=f"{document.id}@{key}",
        trail=document.trail.replace(f"› {code_before} ›", f"› {code} ›"),
        place=replace(document.place, query={"id": key}),
    )


def ways_on(catalog: Catalog) -> list[Document]:
    """Pages from which everything can be reached, for a query that finds nothing."""
    by_id = site_of(catalog).by_id
    return [by_id[key] for key in _WAYS_ON if key in by_id]
