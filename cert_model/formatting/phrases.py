"""A text as part of a sentence, or as a sentence of its own."""

_ARTICLES = ("A", "An", "The")


def inside(text: str) -> str:
    """A text as it stands inside a sentence: with a small first letter, unless it names somebody.

    A first word that is no article and has further capitals, or a capital right after it, is
    part of a name: ``RHIA``, ``AAPC's training``, ``Registered Medical Assistant``.
    """
    first, _, rest = text.partition(" ")
    named = first not in _ARTICLES and (not first[1:].islower() or rest[:1].isupper())
    return text if named else f"{first.lower()} {rest}".rstrip()


def sentence(text: str) -> str:
    """A text as a sentence of its own, with a capital and a full stop; nothing stays nothing."""
    return f"{text[:1].upper()}{text[1:]}." if text else ""
