"""The small marks that stand for how good the evidence is."""

from cert_model.vocabulary import Standing

MARKS = {
    Standing.ISSUER_CURRENT: "●",
    Standing.ISSUER_OLD: "◐",
    Standing.THIRD_PARTY_CURRENT: "○",
    Standing.THIRD_PARTY_OLD: "◌",
}
NOT_FOUND_MARK = "–"
LEGEND = " · ".join(f"{mark} {standing.label}" for standing, mark in MARKS.items())
MEANINGS = {
    MARKS[Standing.ISSUER_CURRENT]: "read on the issuer's own page, and recent",
    MARKS[Standing.ISSUER_OLD]: "read on the issuer's own page, but old",
    MARKS[Standing.THIRD_PARTY_CURRENT]: "read elsewhere, and recent",
    MARKS[Standing.THIRD_PARTY_OLD]: "read elsewhere, and old",
    NOT_FOUND_MARK: "not found; the page says whom to ask",
}
