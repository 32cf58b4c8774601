"""Writes the font of headings anew: ``python -m scripts.heading_font``.

Streamlit's serif has four alphabets in every weight and takes 430 KB. Headings need one weight and
the letters of English. The font's license lets a smaller one be made under another name.
"""

from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from first_screen.document import FONT_FILE

FAMILY = "CertLens Serif"
CHARACTERS = (*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "–—‘’“”•…−≈≤≥→™€′″"))
_AXES = {"wght": 600, "opsz": 28}
"""The weight of headings, and the size for which their letters are drawn, in points."""
_FAMILY_NAMES = {1: FAMILY, 3: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", ""), 16: FAMILY}
"""By their numbers in the font."""
_KEPT_NAMES = (0, 2, 5, 13, 14)
"""Copyright, style, version, license and its address."""


def whole_font() -> Path:
    """Streamlit's serif, upright."""
    media = Path(str(files("streamlit"))) / "static" / "static" / "media"
    return next(media.glob("SourceSerifVariable-Roman.*.woff2"))


def make_font() -> TTFont:
    """The part of Streamlit's serif that headings need."""
    font = TTFont(whole_font(), lazy=False)
    options = subset.Options(
        hinting=False,
        layout_features=["kern", "liga", "mark", "ccmp"],
        name_IDs=[*_FAMILY_NAMES, *_KEPT_NAMES],
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, _AXES)
    for number, name in _FAMILY_NAMES.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    font.flavor = "woff2"
    return font


def main() -> None:
    """Write the font and say how large it is."""
    make_font().save(FONT_FILE)
    print(f"{FONT_FILE.name}: {FONT_FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
