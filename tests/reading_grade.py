"""The school grade that a text can be read at, as Flesch and Kincaid count.

Grade = 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid and others, 1975).
"""

import re

_SENTENCE = re.compile(r"[.?!:]+(?:\s|$)")
_WORD = re.compile(r"[A-Za-z']+")
_VOWELS = re.compile(r"[aeiouy]+")


def reading_grade(text: str) -> float:
    """The grade of a text of at least one word."""
    words = _WORD.findall(text)
    sentences = max(1, len(_SENTENCE.findall(text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    """The groups of vowels in a word, less a silent e at its end."""
    word = word.lower()
    groups = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)
