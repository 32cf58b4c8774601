"""Words of texts and of queries: how they are split, and what different forms have in common."""

import re
from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from unicodedata import combining, normalize

import snowballstemmer

LONGEST_QUERY = 100
"""Characters of a query that are read."""
ASKING_FOR_A_MEANING = frozenset(["define", "definition", "mean", "meaning", "means"])
"""Words of a question about a word."""
STOPWORDS = ASKING_FOR_A_MEANING.union(
    [
        *("a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "become", "been"),
        *("before", "but", "by", "can", "cannot", "could", "did", "do", "does", "find", "for"),
        *("from", "get", "give", "got", "had", "happen", "happens", "has", "have", "help", "how"),
        *("i", "if", "in", "is", "it", "its", "know", "many", "me", "much", "my", "need", "needs"),
        *("now", "of", "on", "one", "or", "our", "please", "should", "so", "some", "tell", "than"),
        *("that", "the", "their", "them", "then", "there", "these", "they", "this", "to", "up"),
        *("us", "want", "was", "we", "were", "what", "when", "where", "which", "who", "why"),
        *("will", "with", "would", "you", "your"),
    ]
)
"""Words that questions are full of and that tell nothing apart."""
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OWNERS = re.compile(r"['’]s?\b")
_SHORTEST_INFLECTED = 4
"""Letters below which a word is taken as it is: most shorter ones are abbreviations."""
_MOST_WORDS = 65_536
_stemmer = snowballstemmer.stemmer("english")
_stemmer_in_use = Lock()


def split_words(text: str) -> list[str]:
    """The words of a query in lower case; hyphenated ones stay whole."""
    return words_in(text[:LONGEST_QUERY])


def words_in(text: str) -> list[str]:
    """The words of a text of any length, in lower case and without accents, in order."""
    return [match[0] for match in word_matches(text)]


def word_matches(text: str) -> Iterator[re.Match[str]]:
    """The words of a text with their places in it, where it has no accents."""
    plain = text.lower() if text.isascii() else _without_accents(text)
    return _WORD.finditer(_OWNERS.sub(lambda owner: " " * len(owner[0]), plain))


def _without_accents(text: str) -> str:
    """The text in lower case, as long as before, each letter without its accent."""
    return "".join(_plain_letter(letter) for letter in text)


@lru_cache(1_024)
def _plain_letter(letter: str) -> str:
    parts = [part for part in normalize("NFKD", letter).lower() if not combining(part)]
    return parts[0] if len(parts) == 1 else letter if letter in "'’" else " "


@lru_cache(_MOST_WORDS)
def stem(word: str) -> str:
    """What the forms of a word have in common: ``expired`` and ``expires`` become ``expir``."""
    if len(word) < _SHORTEST_INFLECTED or not word.isalpha():
        return word
    with _stemmer_in_use:  # it keeps the word that it works on in itself
        stemmed: str = _stemmer.stemWord(word)
    return stemmed


def forms_of(word: str) -> tuple[str, ...]:
    """The ways in which a text's word may be typed: ``e-book`` as ``ebook`` or by its parts."""
    if "-" not in word:
        return (word,)
    return (word, word.replace("-", ""), *word.split("-"))
