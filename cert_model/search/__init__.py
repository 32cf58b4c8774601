"""The engine behind every search box: words as people type them, and the texts that have them.

It knows beginnings of words, other forms, synonyms and slips of the keyboard. ``WordIndex`` says
which texts of a list fit a query; ``RankedIndex`` says how well.
"""

from cert_model.search.query import Alternative, Part, Query, read_query
from cert_model.search.synonyms import Synonyms, synonyms_of
from cert_model.search.word_index import WordIndex
from cert_model.search.words import LONGEST_QUERY, forms_of, split_words, stem

__all__ = [
    "LONGEST_QUERY",
    "Alternative",
    "Part",
    "Query",
    "Synonyms",
    "WordIndex",
    "forms_of",
    "read_query",
    "split_words",
    "stem",
    "synonyms_of",
]
