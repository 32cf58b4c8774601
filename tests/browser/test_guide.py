"""What a newcomer does with the guide: read on, look a term up, search, share an answer."""

import re

from playwright.sync_api import Page, expect

from tests.browser.actions import PHONE, OpenPage, settle


def chapter(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=2)).to_have_text(title)


def test_one_reads_on_from_chapter_to_chapter_and_begins_at_its_top(open_page: OpenPage) -> None:
    page = open_page("guide")
    chapter(page, "What medical coding is")
    page.get_by_role("button", name="Why people get certified →").click()
    chapter(page, "Why people get certified")
    settle(page)
    expect(page).to_have_url(re.compile("guide\\?chapter=why-certify"))
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


def test_the_back_button_returns_to_the_chapter_before(open_page: OpenPage) -> None:
    page = open_page("guide?chapter=exam")
    page.get_by_role("button", name="Keeping a credential →").click()
    chapter(page, "Keeping a credential")
    settle(page)
    page.go_back()
    chapter(page, "What an exam is like")


def test_a_figure_of_the_text_leads_to_its_source(open_page: OpenPage) -> None:
    page = open_page("guide?chapter=exam")
    page.get_by_text("Sources: Length, questions, pass mark").click()
    source = page.get_by_role("link", name="CPC exam FAQs").first
    expect(source).to_have_attribute("href", "https://www.aapc.com/resources/cpc-exam-faqs")


def test_a_section_leads_to_where_one_can_act(open_page: OpenPage) -> None:
    page = open_page("guide?chapter=exam")
    page.get_by_role("link", name="Exams that can be taken at home").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find a credential")
    expect(page).to_have_url(re.compile("online=yes"))


def test_a_term_is_explained_to_who_comes_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("guide?chapter=what-it-is")
    term = page.locator(".term", has_text="code sets")
    meaning = term.get_by_role("tooltip")
    expect(meaning).to_be_hidden()
    page.locator(".term", has_text="claim").first.focus()
    page.keyboard.press("Tab")
    expect(term).to_be_focused()
    expect(meaning).to_be_visible()
    page.keyboard.press("Tab")
    expect(meaning).to_be_hidden()


def test_a_term_is_explained_to_who_points_at_it(open_page: OpenPage) -> None:
    page = open_page("guide?chapter=what-it-is")
    term = page.locator(".term", has_text="code sets")
    term.hover()
    expect(term.get_by_role("tooltip")).to_contain_text("A published list of codes")


def test_a_term_is_explained_by_a_tap_within_the_window_of_a_phone(open_page: OpenPage) -> None:
    page = open_page("guide?chapter=what-it-is", viewport=PHONE)
    term = page.locator(".term", has_text="provider query")
    term.click()
    meaning = term.get_by_role("tooltip")
    expect(meaning).to_be_in_viewport(ratio=1)
    box = meaning.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]


def test_a_question_is_found_by_a_word_of_its_answer_and_shared(open_page: OpenPage) -> None:
    page = open_page("guide?chapter=questions")
    page.get_by_label("Search questions and answers").fill("Korea")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 question with “Korea”.")).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Can I do this from abroad?").click()
    chapter(page, "Can I do this from abroad?")
    expect(page).to_have_url(re.compile("guide\\?question=abroad"))
    shared = page.url.rpartition("/")[2]
    chapter(open_page(shared), "Can I do this from abroad?")


def test_on_a_phone_the_box_names_the_chapter_that_is_open(open_page: OpenPage) -> None:
    page = open_page("guide?chapter=keeping", viewport=PHONE)
    chapter(page, "Keeping a credential")
    expect(page.get_by_role("combobox", name="Chapter")).to_have_value("Keeping a credential")


def test_a_term_has_an_address(open_page: OpenPage) -> None:
    page = open_page("guide?term=ceu")
    expect(page.get_by_role("heading", name="Continuing education unit (CEU)")).to_be_visible()


def test_a_bad_address_is_said_and_the_guide_begins(open_page: OpenPage) -> None:
    page = open_page("guide?chapter=nothing")
    expect(page.get_by_text("The address asked for chapter")).to_be_visible()
    chapter(page, "What medical coding is")


def test_a_heading_of_the_list_is_explained_to_who_comes_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=ahima")
    heading = page.locator(".results thead").get_by_role("button", name="Pass rate")
    meaning = page.locator(".results thead").get_by_text("for the first time")
    expect(meaning).to_be_hidden()
    heading.focus()
    expect(meaning).to_be_visible()


def test_a_question_of_the_questionnaire_explains_its_terms(open_page: OpenPage) -> None:
    page = open_page("eligibility?question=him-program")
    term = page.locator(".term", has_text="CAHIIM").first
    term.focus()
    expect(term.get_by_role("tooltip")).to_contain_text("The body that accredits degree programs")


def test_a_comparison_says_what_its_rows_mean(open_page: OpenPage) -> None:
    page = open_page("compare?ids=cpc,ccs")
    page.get_by_text("What the rows mean").click()
    expect(page.get_by_text("Continuing education unit (CEU)")).to_be_visible()
