"""Words and phrases that mean the same, from ``data/search.yaml`` and the glossary."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.search.words import forms_of, stem, words_in

Phrase = tuple[str, ...]
"""The stems of a word, or of a phrase in order."""
Token = str
"""What an index knows a text by: a stem, or the stems of a phrase that has synonyms."""


@dataclass(frozen=True)
class Synonyms:
    """For each phrase the others that mean the same."""

    others: Mapping[Phrase, tuple[Phrase, ...]]
    longest: int = 1
    """Words of the longest phrase."""

    @classmethod
    def from_groups(cls, groups: Iterable[Iterable[str]]) -> "Synonyms":
        """Synonyms of these groups; a phrase in several of them has the others of each."""
        others: dict[Phrase, dict[Phrase, None]] = {}
        for group in groups:
            phrases = dict.fromkeys(phrase for text in group if (phrase := phrase_of(text)))
            for phrase in phrases:
                of_phrase = others.setdefault(phrase, {})
                of_phrase.update((other, None) for other in phrases if other != phrase)
        return cls(
            {phrase: tuple(those) for phrase, those in others.items() if those},
            max(map(len, others), default=1),
        )

    def phrase_at(self, stems: Sequence[str], position: int) -> Phrase | None:
        """The longest phrase with synonyms that begins at a place of a query; None for none."""
        for length in range(self.longest, 0, -1):
            phrase = tuple(stems[position : position + length])
            if len(phrase) == length and phrase in self.others:
                return phrase
        return None

    def tokens(self, text: str) -> list[Token]:
        """What an index knows a text by: each form of its words, and phrases with synonyms."""
        words = words_in(text)
        stems = [stem(word) for word in words]
        tokens = [stem(form) for word in words for form in forms_of(word)]
        for length in range(2, self.longest + 1):
            for position in range(len(stems) - length + 1):
                phrase = tuple(stems[position : position + length])
                if phrase in self.others:
                    tokens.append(as_token(phrase))
        return tokens


def as_token(phrase: Sequence[str]) -> Token:
    """What an index knows a phrase by."""
    return " ".join(phrase)


NO_SYNONYMS = Synonyms({})


def phrase_of(text: str) -> Phrase:
    """The stems of a phrase."""
    return tuple(stem(word) for word in words_in(text))


@once_per_catalog
def synonyms_of(catalog: Catalog) -> Synonyms:
    """The synonyms of a catalog: those of its list, and the forms of each term of the glossary."""
    listed = (group.words for group in catalog.search.synonyms)
    explained = (term.forms for term in catalog.texts.glossary.terms)
    return Synonyms.from_groups([*listed, *explained])
