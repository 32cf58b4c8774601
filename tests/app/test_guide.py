"""The guide, run without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

from cert_model.catalog import Catalog
from cert_model.content.claims import checked_claims
from cert_model.explore.filters import Filters
from cert_model.schema.facts import find_models
from cert_model.schema.texts import PageLink
from tests.app.sessions import open_on_phone, open_page, page_text, plain, plain_text, press, unfold
from tests.app.states import STATES
from tests.catalogs import project_catalog
from ui.claims.view_model import ClaimsState
from ui.shell import routes
from ui.shell.address_fields import Options
from ui.shell.page_state import parse

LINKS = sorted(
    {
        (door.page, tuple(sorted(door.query.items())))
        for file in project_catalog().texts.files
        for _, door in find_models(file, PageLink)
    }
)


def header(app: AppTest) -> str:
    return str(app.header[0].value)


def test_it_begins_with_the_first_chapter(catalog: Catalog) -> None:
    app = open_page("guide")
    assert app.title[0].value == "Guide"
    assert header(app) == catalog.texts.guide[0].title


def test_a_chapter_opens_by_its_address(catalog: Catalog) -> None:
    app = open_page("guide", chapter="exam")
    assert header(app) == "What an exam is like"
    assert app.radio(key="guide:chapter").value == "exam"


def test_a_question_opens_by_its_address_alone() -> None:
    app = open_page("guide", question="degree")
    assert header(app) == "Do I need a degree\\?"
    assert dict(app.query_params) == {"question": "degree"}


def test_a_term_opens_by_its_address_alone() -> None:
    app = open_page("guide", term="ceu")
    assert app.subheader[0].value == "Continuing education unit \\(CEU\\)"


def test_another_chapter_leaves_the_question_behind() -> None:
    app = open_page("guide", question="degree")
    app.radio(key="guide:chapter").set_value("exam")
    app.run()
    assert header(app) == "What an exam is like"
    assert dict(app.query_params) == {"chapter": "exam"}


def test_one_goes_on_to_the_next_chapter(catalog: Catalog) -> None:
    first, second, *_ = catalog.texts.guide
    app = open_page("guide", chapter=first.id)
    app.button(key="guide:after").click()
    app.run()
    assert header(app) == second.title


def test_the_search_looks_into_answers() -> None:
    app = open_page("guide", chapter="questions", q="Korea")
    assert "1 question with" in page_text(app)
    assert "Can I do this from abroad\\?" in {button.label for button in app.button}


def test_a_bad_address_falls_back_and_says_so(catalog: Catalog) -> None:
    app = open_page("guide", chapter="nothing", question="nobody")
    assert header(app) == catalog.texts.guide[0].title
    (warning,) = app.warning
    assert "nothing" in warning.value
    assert "nobody" in warning.value


def test_a_text_opens_to_its_sources() -> None:
    app = open_page("guide", question="books")
    assert [fold.label for fold in app.expander] == ["Sources\\: May I bring books to the exam\\?"]


@pytest.mark.parametrize(("page", "query"), LINKS, ids=[f"{page} {dict(q)}" for page, q in LINKS])
def test_every_link_has_an_address_that_its_page_takes(
    catalog: Catalog, index: Filters, page: str, query: tuple[tuple[str, str], ...]
) -> None:
    assert page in routes.PAGES
    kind = next((state for state in STATES if state.page == page), None)
    filters = checked_claims(catalog).filters if kind is ClaimsState else index
    assert kind is None or not parse(kind, dict(query), Options(catalog, filters)).refused
    assert kind is not None or not query


@pytest.mark.parametrize("page", sorted({page for page, _ in LINKS}))
def test_a_link_leads_to_each_page_without_a_complaint(page: str) -> None:
    query = next(query for linked, query in LINKS if linked == page)
    app = open_page(page, **dict(query))
    assert [warning.value for warning in app.warning] == []


def test_a_figure_of_a_text_opens_to_its_sources() -> None:
    app = open_page("guide", chapter="exam")
    unfold(app, "Sources: Length, questions, passing score")
    assert "](https://www.aapc.com/resources/cpc-exam-faqs)" in page_text(app)


def test_a_section_leads_to_where_one_can_act() -> None:
    links = {plain(link.label): link for link in open_page("guide", chapter="exam").page_link}
    link = next(link for label, link in links.items() if "Exams that can be taken at home" in label)
    assert (link.page, link.query_string) == ("explore", "online=yes")


def test_a_question_of_the_search_opens_and_has_an_address() -> None:
    app = open_page("guide", chapter="questions", q="Korea")
    assert "1 question with `Korea`." in plain_text(app)
    press(app, "Can I do this from abroad?")
    assert plain(header(app)) == "Can I do this from abroad?"
    assert app.query_params["question"] == "abroad"


def test_on_a_phone_the_chapters_are_a_box_that_names_the_open_one() -> None:
    app = open_on_phone("guide", chapter="keeping")
    assert app.selectbox(key="guide:chapter").value == "keeping"
    assert header(app) == "Keeping a credential"
