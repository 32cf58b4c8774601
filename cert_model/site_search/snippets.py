"""The sentence of a document that answers a query best, and the words in it that were found."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from cert_model.search import Part, Query, forms_of, stem
from cert_model.search.synonyms import Token, as_token
from cert_model.search.words import word_matches

TokensOf = Callable[[str], frozenset[Token]]
"""What an index knows a sentence by."""
LONGEST = 240
"""Characters of a sentence that are shown."""
_BEFORE_THE_FIRST = 60
"""Characters shown before the first word that was found, where a sentence is too long."""


class Piece(NamedTuple):
    """A piece of a sentence, and whether it is a word that was found."""

    text: str
    is_found: bool


def best_sentence(sentences: Sequence[str], query: Query, tokens_of: TokensOf) -> str:
    """The sentence with most of the query in it; the first of several, or where none has any."""
    return max(
        sentences, key=lambda sentence: _weight(tokens_of(sentence), query.parts), default=""
    )


def _weight(tokens: frozenset[Token], parts: Iterable[Part]) -> float:
    return sum(
        max(
            (
                alternative.weight
                for alternative in part.alternatives
                if tokens.issuperset(alternative.tokens)
            ),
            default=0.0,
        )
        for part in parts
    )


def pieces(sentence: str, query: Query) -> list[Piece]:
    """The sentence in pieces, cut to a length that is read at a glance."""
    found = _found(sentence, query.tokens)
    start, end = _window(sentence, found[0][0] if found else 0)
    cut: list[Piece] = [Piece("… ", False)] if start else []
    position = start
    for first, last in found:
        if position <= first and last <= end:
            cut.append(Piece(sentence[position:first], False))
            cut.append(Piece(sentence[first:last], True))
            position = last
    cut.append(Piece(sentence[position:end] + (" …" if end < len(sentence) else ""), False))
    return [piece for piece in cut if piece.text]


def _found(sentence: str, tokens: frozenset[Token]) -> list[tuple[int, int]]:
    """Where the words and phrases that were found begin and end."""
    words = list(word_matches(sentence))
    stems = [stem(word[0]) for word in words]
    longest = max((token.count(" ") + 1 for token in tokens), default=1)
    found: list[tuple[int, int]] = []
    for position, word in enumerate(words):
        if any(stem(form) in tokens for form in forms_of(word[0])):
            found.append(word.span())
            continue
        for length in range(2, longest + 1):
            if as_token(stems[position : position + length]) in tokens:
                last = min(position + length, len(words)) - 1
                found.append((word.start(), words[last].end()))
    return found


def _window(sentence: str, first_found: int) -> tuple[int, int]:
    """Which part of a sentence is shown, from the beginning of a word to the end of one."""
    if len(sentence) <= LONGEST:
        return 0, len(sentence)
    start = max(0, first_found - _BEFORE_THE_FIRST)
    if start + LONGEST > len(sentence):
        start = len(sentence) - LONGEST
    if start:
        start = sentence.find(" ", start, first_found) + 1 or first_found
    end = min(len(sentence), start + LONGEST)
    if end < len(sentence):
        end = max(sentence.rfind(" ", start, end), start + 1)
    return start, end
