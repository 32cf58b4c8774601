"""The small marks and fixed colors that stand for evidence and issuers, never color alone."""

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

OTHER_ISSUERS = "other issuers"
COLORED_ISSUERS = ("AAPC", "AHIMA", "NHA", "ACDIS", "BMSC", OTHER_ISSUERS)
"""In the order of the theme's chart colors."""


def color_group(letters: str) -> str:
    """The issuer's own color group, or the one of all others."""
    return letters if letters in COLORED_ISSUERS else OTHER_ISSUERS
