"""The search box of every page: it is there, and what is chosen in it opens."""

import re

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.testing.v1 import AppTest

from cert_model.catalog import Catalog
from cert_model.formatting.markdown import heading_anchor
from cert_model.site_search.site import site_of
from cert_model.vocabulary import DocumentKind
from tests.app.sessions import fact_lists, move_to, notes, open_page, plain, run
from ui.shell import visitor_code
from ui.shell.visitor import Visitor

PAGES = (
    *("home", "plan", "explore", "compare", "costs", "eligibility", "prepare", "careers"),
    *("class", "guide", "claims", "data_health", "credential"),
)

FOLD = re.compile(r'<div class="folded" id="([^"]+)"')


def choose(app: AppTest, key: object) -> AppTest:
    """The session after its browser said which result was chosen."""
    notes(app)["search:chosen"] = key
    return run(app)


def components(app: AppTest) -> list[str]:
    return [part.proto.component_name for part in app.get("bidi_component")]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_it(page: str) -> None:
    assert components(open_page(page)).count("search") == 1


def test_every_page_of_the_menu_is_found_by_the_name_that_the_menu_has(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_menu: set[str] = set()
    enqueue = ScriptRunContext.enqueue

    def note(context: ScriptRunContext, message: ForwardMsg) -> None:
        in_menu.update(
            page.page_name for page in message.navigation.app_pages if not page.is_hidden
        )
        enqueue(context, message)

    monkeypatch.setattr(ScriptRunContext, "enqueue", note)
    open_page("guide")
    assert in_menu
    assert {page.label for page in catalog.search.pages if not page.query} == in_menu


def test_a_result_opens_on_another_page() -> None:
    app = choose(open_page("explore"), "question:lapse")
    assert app.title[0].value == "Guide"
    assert plain(str(app.header[0].value)) == "What if I let it lapse?"
    assert dict(app.query_params) == {"question": "lapse"}


def test_a_result_opens_on_the_page_where_one_is() -> None:
    app = choose(open_page("guide", term="ceu"), "question:lapse")
    assert plain(str(app.header[0].value)) == "What if I let it lapse?"
    assert dict(app.query_params) == {"question": "lapse"}


def test_a_result_on_the_start_page_opens() -> None:
    app = choose(open_page("guide"), "page:home")
    assert app.title[0].value == "Which medical coding credential should I choose?"


def test_the_profile_goes_along() -> None:
    code = visitor_code.encode(Visitor(picked=("aapc/cpc",)))
    app = choose(open_page("guide", me=code), "credential:ahima/ccs")
    assert dict(app.query_params) == {"id": "ahima/ccs", "me": code}


def test_choices_on_the_page_that_was_left_stay() -> None:
    app = choose(open_page("explore", issuer="nha"), "term:ceu")
    assert app.session_state["explore:issuer"] == ["nha"]
    assert app.title[0].value == "Guide"


@pytest.mark.parametrize("junk", ["", "nothing", "question:nobody", "facts:x@y", "../plan", "\x00"])
def test_what_cannot_be_found_is_not_followed(junk: str) -> None:
    app = choose(open_page("guide", term="ceu"), junk)
    assert dict(app.query_params) == {"term": "ceu"}


@pytest.mark.parametrize("credential", ["aapc/cpc", "ahima/ccs", "nha/cbcs", "cdia/ccds"])
def test_every_part_of_a_credentials_page_that_is_found_has_its_heading(
    catalog: Catalog, credential: str
) -> None:
    app = open_page("credential", id=credential)
    headings = {heading_anchor(plain(str(header.value))) for header in app.header}
    folds = {name for written in fact_lists(app) for name in FOLD.findall(written)}
    found = {
        document.place.anchor
        for document in site_of(catalog).documents
        if document.place.page == "credential" and document.place.query["id"] == credential
    }
    assert found - {""} <= headings | folds


def test_the_page_of_a_result_has_a_search_too() -> None:
    assert components(move_to(choose(open_page("explore"), "question:lapse"), "claims"))


def test_study_material_stands_under_the_heading_that_is_led_to(catalog: Catalog) -> None:
    document = next(
        entry for entry in site_of(catalog).documents if entry.kind is DocumentKind.MATERIAL
    )
    app = open_page("prepare", **document.place.query)
    headings = {heading_anchor(plain(str(header.value))) for header in app.header}
    assert document.place.anchor in headings
