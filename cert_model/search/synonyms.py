"""Words and phrases that mean the same, from ``data/search.yaml`` and the glossary."""

from collections.abc import Iterable, Iterator, Sequence

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.search.words import forms_of, stem, words_in

Phrase = tuple[str, ...]
"""The stems of a word, or of a phrase in order."""
Token = str
"""What an index knows a text by: a stem, or the stems of a phrase that has synonyms."""


class Synonyms:
    """For each phrase the others that mean the same."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        """A phrase in several of the ``groups`` has the others of each."""
        others: dict[Phrase, dict[Phrase, None]] = {}
        for group in groups:
            phrases = dict.fromkeys(phrase for text in group if (phrase := phrase_of(text)))
            for phrase in phrases:
                of_phrase = others.setdefault(phrase, {})
                of_phrase.update((other, None) for other in phrases if other != phrase)
        self._others = {phrase: tuple(those) for phrase, those in others.items() if those}
        lengths: dict[str, set[int]] = {}
        for phrase in self._others:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        self._lengths = {first: sorted(of_first) for first, of_first in lengths.items()}

    def of(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The phrases that mean the same as this one."""
        return self._others.get(phrase, ())

    def phrase_at(self, stems: Sequence[str], position: int) -> Phrase | None:
        """The longest phrase with synonyms that begins at a place of a query; None for none."""
        return max(self._phrases_at(stems, position), key=len, default=None)

    def tokens(self, text: str) -> list[Token]:
        """What an index knows a text by: each form of its words, and phrases with synonyms."""
        words = words_in(text)
        stems = [stem(word) for word in words]
        tokens = [stem(form) for word in words for form in forms_of(word)]
        for position in range(len(stems)):
            for phrase in self._phrases_at(stems, position):
                if len(phrase) > 1:
                    tokens.append(as_token(phrase))
        return tokens

    def _phrases_at(self, stems: Sequence[str], position: int) -> Iterator[Phrase]:
        for length in self._lengths.get(stems[position], ()):
            phrase = tuple(stems[position : position + length])
            if phrase in self._others:
                yield phrase


def as_token(phrase: Sequence[str]) -> Token:
    """What an index knows a phrase by."""
    return " ".join(phrase)


NO_SYNONYMS = Synonyms(())


def phrase_of(text: str) -> Phrase:
    """The stems of a phrase."""
    return tuple(stem(word) for word in words_in(text))


@once_per_catalog
def synonyms_of(catalog: Catalog) -> Synonyms:
    """The synonyms of a catalog: those of its list, and the forms of each term of the glossary."""
    listed = (group.words for group in catalog.search.synonyms)
    explained = (term.forms for term in catalog.texts.glossary.terms)
    return Synonyms([*listed, *explained])
