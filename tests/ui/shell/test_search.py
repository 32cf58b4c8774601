"""Every place that the search leads to is there, and its address means what it says."""

from collections import defaultdict

import pytest

from cert_model.catalog import Catalog
from cert_model.formatting.markdown import heading_anchor
from cert_model.site_search import Place
from cert_model.site_search.site import site_of
from tests.app.states import STATES
from ui.home.view_model import HomeState
from ui.shell import routes, search
from ui.shell.address_fields import Options
from ui.shell.page_state import PageState, parse

KINDS: tuple[type[PageState], ...] = (HomeState, *STATES)
STATE_OF = {kind.page: kind for kind in KINDS}


@pytest.mark.parametrize("page", STATE_OF)
def test_every_address_means_something_to_its_page(
    catalog: Catalog, options: Options, page: str
) -> None:
    for document in site_of(catalog).documents:
        if document.place.page == page:
            refused = parse(STATE_OF[page], document.place.query, options).refused
            assert not refused, document.id


def test_no_address_leads_to_another_page(catalog: Catalog) -> None:
    assert {document.place.page for document in site_of(catalog).documents} <= {
        routes.START,
        *routes.PAGES,
    }


def test_anchors_in_the_guide_are_titles_of_its_sections(catalog: Catalog) -> None:
    sections = {
        chapter.id: {heading_anchor(section.title) for section in chapter.sections}
        for chapter in catalog.texts.guide
    }
    anchors: dict[str, set[str]] = defaultdict(set)
    for document in site_of(catalog).documents:
        if document.place.page == "guide" and document.place.anchor:
            anchors[document.place.query["chapter"]].add(document.place.anchor)
    assert anchors == sections


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (Place("home"), "./"),
        (Place("explore"), "explore"),
        (Place("guide", {"question": "lapse"}), "guide?question=lapse"),
        (Place("compare", {"ids": "aapc/cpc,ahima/ccs"}), "compare?ids=aapc/cpc,ahima/ccs"),
        (
            Place("credential", {"id": "aapc/cpc"}, "keeping-it"),
            "credential?id=aapc/cpc#keeping-it",
        ),
        (Place("explore", {"q": "a&b=c#d"}), "explore?q=a%26b%3Dc%23d"),
    ],
)
def test_a_place_is_an_address_below_the_app(place: Place, address: str) -> None:
    assert search.format_address(place) == address
