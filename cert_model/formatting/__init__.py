"""How figures, money and dates are written for people, everywhere alike."""

from cert_model.formatting.dates import day, weeks, when
from cert_model.formatting.numbers import (
    NOT_FOUND,
    amount,
    at_least,
    dollars,
    hours,
    percent,
    plural,
    span,
    spelled_hours,
    years,
)
from cert_model.formatting.phrases import inside, sentence

__all__ = [
    "NOT_FOUND",
    "amount",
    "at_least",
    "day",
    "dollars",
    "hours",
    "inside",
    "percent",
    "plural",
    "sentence",
    "span",
    "spelled_hours",
    "weeks",
    "when",
    "years",
]
