"""Which line of a price list a buyer pays, amounts in three cases, and estimates."""

from cert_model.prices.estimates import (
    Estimate,
    estimate_dues,
    estimate_exam_price,
    estimate_minutes,
    estimate_questions,
    estimates_of,
)
from cert_model.prices.money import Money, sum_money
from cert_model.prices.quotes import Quote, quote_dues, quote_exam, quote_line
from cert_model.prices.selection import (
    Buyer,
    PriceLine,
    amount_span,
    credential_lines,
    exam_attempts,
    exam_price_span,
    exam_prices,
    issuer_lines,
    material_lines,
    prices_asked,
    select_dues,
    select_line,
    tuition_lines,
)

__all__ = [
    "Buyer",
    "Estimate",
    "Money",
    "PriceLine",
    "Quote",
    "amount_span",
    "credential_lines",
    "estimate_dues",
    "estimate_exam_price",
    "estimate_minutes",
    "estimate_questions",
    "estimates_of",
    "exam_attempts",
    "exam_price_span",
    "exam_prices",
    "issuer_lines",
    "material_lines",
    "prices_asked",
    "quote_dues",
    "quote_exam",
    "quote_line",
    "select_dues",
    "select_line",
    "sum_money",
    "tuition_lines",
]
