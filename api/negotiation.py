"""Which media type on offer a client likes best: the ``Accept`` header, as RFC 9110 reads it."""

from collections.abc import Sequence

JSON = "application/json"
CSV = "text/csv"
JSON_LD = "application/ld+json"
ZIP = "application/zip"


def choose_media_type(accept: str, offers: Sequence[str]) -> str | None:
    """The one of ``offers`` that the client likes best; None where it takes none of them.

    Of equally liked ones the first. An empty header takes anything.
    """
    if not accept.strip():
        return offers[0]
    ranges = [_parse_range(part) for part in accept.split(",") if part.strip()]
    liking = {offer: _quality(offer, ranges) for offer in offers}
    best = max(offers, key=lambda offer: liking[offer])
    return best if liking[best] > 0 else None


def _parse_range(part: str) -> tuple[str, float]:
    """A range such as ``text/*`` and how much the client likes it, from 0 to 1."""
    media_range, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weights = [text[2:] for text in parameters if text.startswith("q=")]
    try:
        quality = float(weights[0]) if weights else 1.0
    except ValueError:
        quality = 0.0
    return media_range, quality if 0 <= quality <= 1 else 0.0


def _quality(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """How much the client likes an offer, by the most exact of the ranges that it fits."""
    exactness = (offer, f"{offer.partition('/')[0]}/*", "*/*")
    by_range = dict(ranges)
    return next((by_range[fitting] for fitting in exactness if fitting in by_range), 0.0)


def takes_coding(accept_encoding: str, coding: str) -> bool:
    """Whether the client takes an answer that is compressed so, such as with ``gzip``."""
    by_coding = dict(_parse_range(part) for part in accept_encoding.split(",") if part.strip())
    return by_coding.get(coding, by_coding.get("*", 0.0)) > 0
