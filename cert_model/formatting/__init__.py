"""How figures, money and dates are written for people, everywhere alike."""

from cert_model.formatting.numbers import (
    NOT_FOUND,
    format_amount,
    format_day,
    format_duration,
    format_money,
    format_percent,
    format_period,
    format_range,
    format_total,
)
from cert_model.formatting.phrases import (
    as_phrase,
    as_sentence,
    closest_names,
    did_you_mean,
    format_count,
    format_months,
    format_weeks,
    spell_duration,
)

__all__ = [
    "NOT_FOUND",
    "as_phrase",
    "as_sentence",
    "closest_names",
    "did_you_mean",
    "format_amount",
    "format_count",
    "format_day",
    "format_duration",
    "format_money",
    "format_months",
    "format_percent",
    "format_period",
    "format_range",
    "format_total",
    "format_weeks",
    "spell_duration",
]
