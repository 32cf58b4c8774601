"""The small font of headings has every letter that they are written in, and the app asks for it."""

import tomllib

import pytest
from fontTools.ttLib import TTFont

from cert_model.overview import overviews
from first_screen.document import FONT, FONT_FILE
from first_screen.screens.register import SCREENS
from scripts.heading_font import FAMILY, make_font
from tests.catalogs import project_catalog
from tests.first_screen.reading import document_of
from tests.paths import ROOT

MOST_BYTES = 20_000


@pytest.fixture(scope="module")
def font() -> TTFont:
    return TTFont(FONT_FILE)


def test_it_is_as_it_would_be_made_today(font: TTFont) -> None:
    assert widths(font) == widths(make_font())
    assert FONT_FILE.stat().st_size < MOST_BYTES


def widths(font: TTFont) -> dict[int, int]:
    return {character: font["hmtx"][glyph][0] for character, glyph in font.getBestCmap().items()}


def test_it_has_another_name_than_the_whole_one_and_the_same_license(font: TTFont) -> None:
    names = {entry.nameID: str(entry) for entry in font["name"].names}
    assert names[1] == FAMILY
    assert not any("Source" in names.get(number, "") for number in (1, 3, 4, 6, 16))
    assert "SIL Open Font License" in names[13]


@pytest.mark.parametrize("page", SCREENS)
def test_the_headings_of_pages_are_written_in_it(font: TTFont, page: str) -> None:
    assert not {*map(ord, document_of(page).heading)} - font.getBestCmap().keys()


def test_every_credential_is_named_in_it(font: TTFont) -> None:
    names = "".join(overview.title for overview in overviews(project_catalog()).values())
    assert not {*map(ord, names)} - font.getBestCmap().keys()


def test_the_app_sets_its_headings_in_it() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))[
        "theme"
    ]
    assert theme["headingFont"].startswith(FAMILY)
    assert theme["fontFaces"] == [{"family": FAMILY, "url": f"./{FONT}", "weight": "600"}]
