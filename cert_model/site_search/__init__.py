"""One search over everything that the app shows: texts, claims, fact sheets by name, and pages."""

from cert_model.site_search.documents import Document, Place
from cert_model.site_search.fact_documents import section_of, stated_as
from cert_model.site_search.finder import Answer, Hit, find, prepare, ways_on, with_id

__all__ = [
    "Answer",
    "Document",
    "Hit",
    "Place",
    "find",
    "prepare",
    "section_of",
    "stated_as",
    "ways_on",
    "with_id",
]
