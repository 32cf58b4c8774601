"""What a controlled term is."""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """One word of a controlled vocabulary, written ``NAME = value, label, synonyms``."""

    label: str
    synonyms: tuple[str, ...]

    def __new__(cls, value: str, label: str = "", synonyms: tuple[str, ...] = ()) -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        term.synonyms = synonyms
        return term
