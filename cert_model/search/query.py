"""What a query asks for: its words, each with the other words that would do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cert_model.search.lexicon import Lexicon
from cert_model.search.synonyms import Phrase, Synonyms, Token, as_token
from cert_model.search.words import STOPWORDS, split_words, stem

MOST_PARTS = 12
"""Words of a query that are looked for."""
MOST_BEGINNINGS = 40
"""Words that stand for an unfinished one; those of most texts are taken."""
_SYNONYM, _BEGINNING, _SLIP, _APART = 0.6, 0.6, 0.8, 0.8
"""How much another word counts in place of the typed one, or the words of a phrase apart."""
_SHORTEST_UNFINISHED = 2
_ABBREVIATION = 3
"""Letters up to which a word that stands in texts is finished: ``ai`` begins no ``air``."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Tokens that a text has to have, all of them, and how much they count."""

    tokens: tuple[Token, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Part:
    """A word or phrase of a query, and what would do for it, the best first."""

    typed: str
    alternatives: tuple[Alternative, ...]
    """None where no text has anything like it."""
    corrected: str | None = None
    """The word that it was taken for, where nothing has it as it was typed."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood."""

    words: tuple[str, ...]
    """Every word of it, as typed."""
    parts: tuple[Part, ...]

    @property
    def tokens(self) -> frozenset[Token]:
        """Every token by which a text may be found."""
        return frozenset(
            token
            for part in self.parts
            for alternative in part.alternatives
            for token in alternative.tokens
        )

    @property
    def not_found(self) -> tuple[str, ...]:
        """What no text has anything like, as typed."""
        return tuple(part.typed for part in self.parts if not part.alternatives)

    @property
    def corrections(self) -> tuple[tuple[str, str], ...]:
        """What was typed with a slip, and the word that it was taken for."""
        return tuple((part.typed, part.corrected) for part in self.parts if part.corrected)


def read_query(
    query: str, lexicon: Lexicon, synonyms: Synonyms, *, all_unfinished: bool = False
) -> Query:
    """The query in terms of the words that there are.

    Its last word may be unfinished; with ``all_unfinished`` any word may.
    """
    words = split_words(query)[: 2 * MOST_PARTS]
    stems = [stem(word) for word in words]
    tells_apart = [word for word in words if word not in STOPWORDS]
    parts: list[Part] = []
    position = 0
    while position < len(words) and len(parts) < MOST_PARTS:
        word = words[position]
        phrase = synonyms.phrase_at(stems, position)
        length = len(phrase) if phrase else 1
        is_last = position + length == len(words)
        typed = words[position : position + length]
        position += length
        if length == 1 and word in STOPWORDS and tells_apart:
            continue
        parts.append(_part(typed, phrase, lexicon, synonyms, is_last or all_unfinished))
    return Query(tuple(words), tuple(parts))


def _part(
    typed: Sequence[str],
    phrase: Phrase | None,
    lexicon: Lexicon,
    synonyms: Synonyms,
    may_be_unfinished: bool,
) -> Part:
    if len(typed) == 1:
        wanted = [Alternative((stem(typed[0]),), 1.0)]
        wanted += _other_forms(typed[0], lexicon, may_be_unfinished)
    else:
        assert phrase is not None, "only a phrase with synonyms is read as one"
        apart = tuple(stemmed for stemmed in phrase if stemmed not in STOPWORDS)
        wanted = [Alternative((as_token(phrase),), 1.0), Alternative(apart, _APART)]
    wanted += _synonyms(phrase, synonyms, 1.0)
    alternatives = tuple(_of_texts(wanted, lexicon))
    if alternatives or len(typed) > 1:
        return Part(" ".join(typed), alternatives)
    return _mended(typed[0], lexicon, synonyms)


def _synonyms(phrase: Phrase | None, synonyms: Synonyms, weight: float) -> Iterator[Alternative]:
    for other in synonyms.of(phrase) if phrase else ():
        yield Alternative((as_token(other),), weight * _SYNONYM)


def _mended(word: str, lexicon: Lexicon, synonyms: Synonyms) -> Part:
    """A word that no text has: the one that it was probably meant to be, or its parts."""
    if "-" in word:
        parts = tuple(stem(part) for part in word.split("-") if part not in STOPWORDS)
        return Part(word, tuple(_of_texts([Alternative(parts, _SLIP)], lexicon)))
    meant = lexicon.nearest(word)
    if meant is None:
        return Part(word, ())
    phrase = (stem(meant),)
    wanted = [Alternative(phrase, _SLIP), *_synonyms(phrase, synonyms, _SLIP)]
    return Part(word, tuple(_of_texts(wanted, lexicon)), meant)


def _other_forms(word: str, lexicon: Lexicon, may_be_unfinished: bool) -> Iterator[Alternative]:
    """The word written together where it was typed with hyphens, and what it may begin."""
    if "-" in word:
        yield Alternative((word.replace("-", ""),), 1.0)
    is_finished = len(word) <= _ABBREVIATION and lexicon.has(word)
    if may_be_unfinished and len(word) >= _SHORTEST_UNFINISHED and not is_finished:
        longer = lexicon.most_used(lexicon.beginning(word), MOST_BEGINNINGS)
        for stemmed in dict.fromkeys(map(stem, longer)):
            yield Alternative((stemmed,), _BEGINNING)


def _of_texts(wanted: Sequence[Alternative], lexicon: Lexicon) -> Iterator[Alternative]:
    """The alternatives all of whose tokens some text has, each once, with its greatest weight."""
    seen: set[tuple[Token, ...]] = set()
    for alternative in wanted:
        tokens = alternative.tokens
        if tokens and tokens not in seen and all(map(lexicon.has, tokens)):
            seen.add(tokens)
            yield alternative
