"""Which line of a price list a buyer pays, and amounts as low, typical and high."""

from cert_model.prices.money import Money, sum_money
from cert_model.prices.selection import (
    Buyer,
    PriceLine,
    credential_lines,
    exam_attempts,
    exam_fee_span,
    exam_fees,
    issuer_lines,
    select_dues,
    select_line,
)

__all__ = [
    "Buyer",
    "Money",
    "PriceLine",
    "credential_lines",
    "exam_attempts",
    "exam_fee_span",
    "exam_fees",
    "issuer_lines",
    "select_dues",
    "select_line",
    "sum_money",
]
