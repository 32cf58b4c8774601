"""What a search says of its answer, in a line."""

from collections.abc import Iterator

from cert_model.formatting import format_count, join_words
from cert_model.site_search.finder import Answer


def describe(answer: Answer) -> str:
    """How much was found, how slips were read, and which words nothing has."""
    if not answer.hits:
        offer = "These words are nearest:" if answer.suggestions else "These pages lead further:"
        return f"Nothing was found. {offer}"
    return " ".join(_sentences(answer))


def _sentences(answer: Answer) -> Iterator[str]:
    yield f"{format_count(len(answer.hits), 'result')}."
    for typed, meant in answer.corrections:
        yield f"Read “{typed}” as “{meant}”."
    if answer.not_found:
        words = join_words([f"“{word}”" for word in answer.not_found])
        yield f"Nothing has {words}."
