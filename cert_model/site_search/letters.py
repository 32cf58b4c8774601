"""Credentials that a query names by their letters, such as CPC, and what to offer for several."""

from collections.abc import Sequence

from cert_model.candidates.targets import HOME_COUNTRY
from cert_model.catalog import Catalog
from cert_model.explore.comparison import MAX_COMPARED, MIN_COMPARED
from cert_model.formatting import join_words
from cert_model.search.words import words_in
from cert_model.site_search.documents import Document, Place
from cert_model.vocabulary import DocumentKind, Status

_COMPARISON = "compare:"

Namesakes = tuple[str, ...]
"""The ids of the credentials with the same letters: those of the home country first."""


class Letters:
    """The letters of a catalog's credentials, former ones too, and of its issuers."""

    def __init__(self, catalog: Catalog) -> None:
        namesakes: dict[str, list[str]] = {}
        for key, sheet in catalog.credentials.items():
            for text in (sheet.code, *sheet.aliases):
                if len(word := words_in(text)) == 1 and key not in namesakes.get(word[0], ()):
                    namesakes.setdefault(word[0], []).append(key)

        def rank(key: str) -> tuple[bool, bool]:
            sheet = catalog.credentials[key]
            is_abroad = catalog.issuers[sheet.issuer].country != HOME_COUNTRY
            return is_abroad, sheet.status.value is Status.RETIRED

        self._issuers = {issuer.letters.lower(): key for key, issuer in catalog.issuers.items()}
        self._namesakes = {word: tuple(sorted(ids, key=rank)) for word, ids in namesakes.items()}

    def named(self, words: Sequence[str]) -> dict[str, Namesakes]:
        """The credentials that words of a query name, by the word; plurals too."""
        found = {word: self._of(word) for word in words}
        return {word: ids for word, ids in found.items() if ids}

    def issuers(self, words: Sequence[str]) -> frozenset[str]:
        """The ids of the issuers that words of a query name."""
        return frozenset(key for word in words if (key := self._issuers.get(word)))

    def is_name(self, word: str) -> bool:
        """Whether a word names a credential or an issuer."""
        return word in self._issuers or bool(self._of(word))

    def _of(self, word: str) -> Namesakes:
        return self._namesakes.get(word) or self._namesakes.get(word.removesuffix("s"), ())


def comparison(catalog: Catalog, named: Sequence[Namesakes]) -> Document | None:
    """The comparison of the credentials that a query names; None where it names no two."""
    ids = tuple(dict.fromkeys(namesakes[0] for namesakes in named))[:MAX_COMPARED]
    if len(ids) < MIN_COMPARED:
        return None
    labels = join_words([catalog.labels[key] for key in ids])
    return Document(
        id=f"{_COMPARISON}{','.join(ids)}",
        kind=DocumentKind.PAGE,
        title=f"Compare {labels}",
        trail="Page › Compare",
        place=Place("compare", {"ids": ",".join(ids)}),
        sentences=("Side by side, with what they cost over the years.",),
        credentials=ids,
    )


def comparison_with_id(catalog: Catalog, key: str) -> Document | None:
    """The comparison with an id; None for any other id."""
    if not key.startswith(_COMPARISON):
        return None
    ids = key.removeprefix(_COMPARISON).split(",")
    if not all(one in catalog.credentials for one in ids):
        return None
    return comparison(catalog, [(one,) for one in ids])
