"""The colors of charts. Issuers take theirs, in this order, from the theme's chart colors."""

import altair as alt

ACCENT, NEUTRAL = "#2B8F86", "#7B8794"
"""Not the issuers' colors, and visible on paper and on dark alike."""

OTHER_ISSUERS = "other issuers"
COLORED_ISSUERS = ("AAPC", "AHIMA", "NHA", "ACDIS", "BMSC", OTHER_ISSUERS)
"""In the order of the theme's chart colors."""


def color_group(letters: str) -> str:
    """The issuer's own color group, or the one of all others."""
    return letters if letters in COLORED_ISSUERS else OTHER_ISSUERS


def issuer_color() -> alt.Color:
    """Colors marks by ``issuer``, a color group; the legend stands below the chart."""
    return alt.Color(
        "issuer:N",
        title=None,
        scale=alt.Scale(domain=list(COLORED_ISSUERS)),
        legend=alt.Legend(orient="bottom", columns=3, symbolType="circle"),
    )
