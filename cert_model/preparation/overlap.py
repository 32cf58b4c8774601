"""How much of one exam's content also counts toward another: an estimate from its wording."""

import re
from dataclasses import dataclass

from cert_model.schema import Credential, Domain

_WORD = re.compile(r"[a-z]{3,}")
_STEM = 6
_EMPTY = frozenset({"and", "the", "for", "with", "other", "use", "general", "series", "system"})


@dataclass(frozen=True, slots=True)
class Overlap:
    """The share of one exam's weight, from 0 to 1, that shares its words with another's."""

    of: str
    toward: str
    share: float


def overlap(of: Credential, toward: Credential) -> Overlap | None:
    """The weighted share of ``of``'s content that ``toward`` names as well.

    Each part counts with its weight times the largest share of its words that one part of
    the other blueprint has too. None where a blueprint has no weights or no parts: an
    estimate from nothing would be a guess.
    """
    weights = [domain.top or 0.0 for domain in of.exam.content]
    total = sum(weights)
    if not total or not toward.exam.content:
        return None
    shared = sum(weight * share for weight, share in zip(weights, shares(of, toward), strict=True))
    return Overlap(of.id, toward.id, shared / total)


def shares(of: Credential, toward: Credential) -> tuple[float, ...]:
    """For each part of ``of``'s exam, the largest share of its words in one part of the other."""
    others = [_words(domain) for domain in toward.exam.content]
    return tuple(_nearest(_words(domain), others) for domain in of.exam.content)


def _nearest(words: frozenset[str], others: list[frozenset[str]]) -> float:
    if not words:
        return 0.0
    return max((len(words & other) / len(words) for other in others), default=0.0)


def _words(domain: Domain) -> frozenset[str]:
    found = (word for word in _WORD.findall(domain.domain.lower()) if word not in _EMPTY)
    return frozenset(word[:_STEM] for word in found)
