"""What a person does to learn whether they may sit: answer, go back, change, share, print."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.actions import PHONE, OpenPage, open_fold, settle
from tests.browser.views import looking_at

CLERK = "education=high-school&work=billing&months-billing=12&training=billing:none:1"


def expect_question(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=2, name=re.compile(words))).to_be_visible()
    settle(page)


def tab_to(page: Page, control: Locator) -> None:
    """Press the Tab key until the control has the focus."""
    for _ in range(60):
        if control.evaluate("control => control === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(control).to_be_focused()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_the_keyboard_alone_walks_from_question_to_question(open_page: OpenPage) -> None:
    page = open_page("eligibility?for=ahima/rhit")
    expect_question(page, "Did you take a degree program")
    tab_to(page, page.get_by_role("radio", name="No", exact=True))
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("button", name="Answer", exact=True))
    page.keyboard.press("Enter")
    expect_question(page, "How far are you in that program")
    expect(page.get_by_role("heading", level=2)).to_be_focused()
    tab_to(page, page.get_by_role("radio", name="I am in the last term"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("button", name="Answer", exact=True))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("him-stage=graduated"))


@looking_at("eligibility")
def test_the_keyboard_goes_into_a_popover_and_back(view: Page) -> None:
    button = view.get_by_role("button", name="Start as someone like me")
    tab_to(view, button)
    view.keyboard.press("Enter")
    expect(view.get_by_test_id("stPopoverBody")).to_be_focused()
    view.keyboard.press("Tab")
    expect(view.get_by_role("button", name="New high school graduate")).to_be_focused()
    view.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_a_name_and_one_key_add_one_credential(open_page: OpenPage) -> None:
    page = open_page("eligibility?question=credentials")
    expect_question(page, "Which of these do you hold now")
    page.get_by_role("combobox", name="Credentials you hold").fill("CPC-A")
    page.keyboard.press("Enter")
    settle(page)
    page.keyboard.press("Escape")
    press(page, "Answer")
    expect(page).to_have_url(re.compile(r"credentials=aapc%2Fcpc-a$"))


def test_a_comparison_leads_to_its_own_questions(open_page: OpenPage) -> None:
    page = open_page("compare?ids=ahima/ccs,ahima/cca", viewport=PHONE)
    page.get_by_role("button", name="Am I eligible?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Am I eligible?")
    settle(page)
    heading = page.get_by_role("heading", level=2)
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(page).to_have_url(re.compile("eligibility.for=ahima%2Fccs%2Cahima%2Fcca$"))


def test_an_open_outcome_far_below_brings_its_question_into_view(open_page: OpenPage) -> None:
    page = open_page("eligibility", viewport=PHONE)
    page.get_by_role("button", name="Answer its questions").last.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_be_in_viewport()


def test_the_receipt_fits_one_page_and_opens_again(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(f"eligibility?{CLERK}")
    with page.expect_download() as download:
        page.get_by_role("link", name="Print or send a receipt").click()
    path = tmp_path / "receipt.html"
    download.value.save_as(path)
    printed = page.context.new_page()
    printed.goto(path.as_uri())
    pages = re.findall(rb"/Type\s*/Page[^s]", printed.pdf(prefer_css_page_size=True))
    assert len(pages) == 1
    again = printed.get_by_role("link", name="Open these answers again").get_attribute("href")
    assert again
    printed.close()
    page.goto(again)
    expect(page.get_by_text("The same answers lead to the same outcomes today.")).to_be_visible()


def test_an_outcome_inside_a_fold_has_the_whole_page_follow(open_page: OpenPage) -> None:
    page = open_page("eligibility")
    cards = page.get_by_role("button", name="Answer its questions")
    before = cards.count()
    open_fold(page, re.compile("more: not settled yet$"))
    expect(cards).not_to_have_count(before)
    settle(page)
    cards.last.press("Enter")
    expect(page).to_have_url(re.compile("for="))
    expect(cards).to_have_count(0)
