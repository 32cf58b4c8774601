"""Which issuers have a color of their own in charts; the colors stand in the theme."""

OTHER_ISSUERS = "other issuers"
COLORED_ISSUERS = ("AAPC", "AHIMA", "NHA", "ACDIS", "BMSC", OTHER_ISSUERS)
"""In the order of the theme's chart colors."""


def color_group(letters: str) -> str:
    """The issuer's own color group, or the one of all others."""
    return letters if letters in COLORED_ISSUERS else OTHER_ISSUERS
