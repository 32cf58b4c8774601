"""What a person does to learn whether they may sit: answer, go back, change, share, print."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.actions import PHONE, OpenPage, follow_navigation, settle

CLERK = "education=high-school&work=billing&months-billing=12&training=billing:none:1"


def asked(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=2, name=re.compile(words))).to_be_visible()
    settle(page)


def tab_to(page: Page, control: Locator) -> None:
    """Press the Tab key until the control has the focus."""
    for _ in range(60):
        if control.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(control).to_be_focused()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_walk_back_and_a_changed_answer_keep_the_others(open_page: OpenPage) -> None:
    page = open_page("eligibility")
    asked(page, "Which training programs")
    press(page, "Answer")
    expect(page.get_by_text("Choose an answer first")).to_be_visible()
    press(page, "None of these")
    asked(page, "Which of these have you been paid to do")
    press(page, "Code patient records")
    press(page, "Answer")
    asked(page, "How long have you been paid to code patient records")
    page.get_by_label("Years").fill("1")
    press(page, "Answer")
    asked(page, "What is the highest school")
    press(page, "Back")
    asked(page, "How long have you been paid to code patient records")
    expect(page.get_by_label("Years")).to_have_value("1")
    page.get_by_label("Years").fill("2")
    press(page, "Answer")
    expect(page).to_have_url(re.compile("months-coding=24&training=none&work=coding"))


def test_the_keyboard_alone_walks_from_question_to_question(open_page: OpenPage) -> None:
    page = open_page("eligibility?for=ahima/rhit")
    asked(page, "Did you take a degree program")
    tab_to(page, page.get_by_role("radio", name="No", exact=True))
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("button", name="Answer", exact=True))
    page.keyboard.press("Enter")
    asked(page, "How far are you in that program")
    expect(page.get_by_role("heading", level=2)).to_be_focused()
    tab_to(page, page.get_by_role("radio", name="I am in the last term"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("button", name="Answer", exact=True))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("him-stage=graduated"))


def test_the_keyboard_goes_into_a_popover_and_back(open_page: OpenPage) -> None:
    page = open_page("eligibility")
    button = page.get_by_role("button", name="Start as someone like me")
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stPopoverBody")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="New high school graduate")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_the_next_question_has_the_focus(open_page: OpenPage) -> None:
    page = open_page("eligibility")
    asked(page, "Which training programs")
    page.get_by_role("button", name="None of these", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name="Which of these have you")).to_be_focused()


def test_numbers_that_cannot_be_are_named_and_stay_in_their_boxes(open_page: OpenPage) -> None:
    page = open_page("eligibility?question=months-coding")
    asked(page, "How long have you been paid to code")
    page.get_by_label("Years").fill("-3")
    page.get_by_label("and months").fill("0")
    press(page, "Answer")
    expect(page.get_by_text("Years and months are 0 or more")).to_be_visible()
    expect(page.get_by_label("Years")).to_have_value("-3")
    page.get_by_label("Years").fill("0")
    page.get_by_label("and months").fill("14")
    press(page, "Answer")
    expect(page).to_have_url(re.compile("months-coding=14"))


def test_a_name_and_one_key_add_one_credential(open_page: OpenPage) -> None:
    page = open_page("eligibility?question=credentials")
    asked(page, "Which of these do you hold now")
    page.get_by_role("combobox", name="Credentials you hold").fill("CPC-A")
    page.keyboard.press("Enter")
    settle(page)
    page.keyboard.press("Escape")
    press(page, "Answer")
    expect(page).to_have_url(re.compile(r"credentials=aapc%2Fcpc-a$"))


def test_a_reload_and_a_shared_link_keep_every_answer(open_page: OpenPage) -> None:
    page = open_page(f"eligibility?{CLERK}&view=answers")
    expect(page.get_by_text("1 year", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_text("1 year", exact=True)).to_be_visible()
    expect(page.get_by_text("High school diploma or GED")).to_be_visible()


def test_what_means_nothing_in_the_address_is_said_and_the_rest_kept(open_page: OpenPage) -> None:
    page = open_page("eligibility?education=high-school&age=200&shoe=42&him-stage=graduated")
    for name in ("age", "shoe", "him-stage"):
        expect(page.get_by_text(f"The address asked for {name} =")).to_be_visible()
    expect(page).to_have_url(re.compile(r"eligibility\?education=high-school$"))


def test_reasons_open_with_their_sources(open_page: OpenPage) -> None:
    page = open_page(f"eligibility?{CLERK}")
    card = page.get_by_role("heading", level=3, name=re.compile("Ready"))
    expect(card).to_be_visible()
    page.get_by_text("Why, with sources").first.click()
    expect(page.get_by_text("no exam without it").first).to_be_visible()
    expect(page.get_by_text(re.compile("✓ met")).first).to_be_visible()


def test_answers_travel_to_the_other_pages(open_page: OpenPage) -> None:
    page = open_page(f"eligibility?{CLERK}&courses=none&him-program=none&credentials=none&age=25")
    expect(page.get_by_role("heading", name="No questions are left")).to_be_visible()
    follow_navigation(page, "Explore")
    expect(page.get_by_role("heading", level=1)).to_have_text("Find a credential")
    row = page.locator(".results tbody tr").filter(has_text="CBCS")
    expect(row).to_contain_text("Ready")


def test_unanswered_a_credential_says_how_far_away_it_is(open_page: OpenPage) -> None:
    page = open_page("credential?id=acdis/ccds")
    expect(page.get_by_text(re.compile(r"\d questions away"))).to_be_visible()


def test_a_credential_asks_only_what_decides_it(open_page: OpenPage) -> None:
    page = open_page("credential?id=acdis/ccds")
    page.get_by_role("button", name="answer them").click()
    asked(page, "How long have you worked in CDI in a hospital")
    expect(page).to_have_url(re.compile("eligibility.for=acdis%2Fccds$"))
    page.get_by_label("Years").fill("0")
    press(page, "Answer")
    expect(page.get_by_role("heading", name="No questions are left")).to_be_visible()
    expect(page.get_by_role("heading", level=3)).to_have_text(re.compile("Not yet · 1"))
    expect(page.get_by_text("✗ not met").first).to_be_visible()
    page.get_by_role("button", name="Back to all exams").last.click()
    expect(page.get_by_text(re.compile("^You may sit for .* of 84 exams now"))).to_be_visible()
    expect(page).to_have_url(re.compile("eligibility.months-inpatient-cdi=0$"))


def test_a_comparison_leads_to_its_own_questions(open_page: OpenPage) -> None:
    page = open_page("compare?ids=ahima/ccs,ahima/cca", viewport=PHONE)
    page.get_by_role("button", name="Am I eligible?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Am I eligible?")
    settle(page)
    heading = page.get_by_role("heading", level=2)
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(page).to_have_url(re.compile("eligibility.for=ahima%2Fccs%2Cahima%2Fcca$"))


def test_what_is_skipped_comes_last(open_page: OpenPage) -> None:
    page = open_page("eligibility?for=acdis/ccds&work=inpatient-cdi&months-inpatient-cdi=24")
    asked(page, "Which of these do you hold now")
    press(page, "Skip for now")
    asked(page, "Do you hold one of these licenses")
    press(page, "Skip for now")
    asked(page, "Only skipped questions are left")
    press(page, "Answer them now")
    asked(page, "Which of these do you hold now")


def test_an_open_outcome_far_below_brings_its_question_into_view(open_page: OpenPage) -> None:
    page = open_page("eligibility", viewport=PHONE)
    card = page.get_by_role("button", name="Answer its questions").last
    card.scroll_into_view_if_needed()
    card.click()
    expect(page.get_by_role("heading", level=2)).to_be_in_viewport()


def test_the_receipt_fits_one_page_and_opens_again(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(f"eligibility?{CLERK}")
    with page.expect_download() as download:
        press(page, "Receipt to print or send")
    path = tmp_path / "receipt.html"
    download.value.save_as(path)
    printed = page.context.new_page()
    printed.goto(path.as_uri())
    pages = re.findall(rb"/Type\s*/Page[^s]", printed.pdf(prefer_css_page_size=True))
    assert len(pages) == 1
    again = printed.get_by_role("link", name="Open these answers again").get_attribute("href")
    assert again
    page.goto(again)
    expect(page.get_by_text("The same answers lead to the same outcomes today.")).to_be_visible()


def test_a_receipt_opened_later_tells_what_has_changed(open_page: OpenPage) -> None:
    page = open_page(f"eligibility?{CLERK}&was=2025-01-02.0123456789ab.n:nha/cbcs")
    expect(page.get_by_text("Your receipt of 2025-01-02")).to_be_visible()
    expect(page.get_by_text("CBCS: was “Not yet”, is now “Ready”.")).to_be_visible()


def test_a_whole_walk_ends_within_the_questions_announced(open_page: OpenPage) -> None:
    page = open_page("eligibility?work=none&training=none&courses=none&education=doctorate")
    finished = page.get_by_role("heading", name="No questions are left")
    left = page.get_by_text(re.compile(r"At most \d+ questions? left"))
    announced = int(re.findall(r"At most (\d+)", left.inner_text())[0])
    asked_so_far = 0
    while finished.count() == 0:
        heading = page.get_by_role("heading", level=2).first
        question = heading.inner_text()
        press(page, "I don't know")
        expect(page.get_by_role("heading", level=2, name=question, exact=True)).to_have_count(0)
        settle(page)
        asked_so_far += 1
        assert asked_so_far <= announced
    assert asked_so_far > 0


def test_a_reader_of_the_screen_hears_the_question_with_its_options(open_page: OpenPage) -> None:
    page = open_page("eligibility?question=education")
    asked(page, "What is the highest school")
    options = page.get_by_role("radiogroup", name=re.compile("What is the highest school"))
    expect(options.get_by_role("radio", name="High school diploma or GED")).to_be_visible()


def test_a_starting_point_fills_answers_in_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("eligibility", viewport=PHONE)
    press(page, "Start as someone like me")
    page.get_by_role("button", name=re.compile("Nurse in CDI")).click()
    expect(page).to_have_url(re.compile("licenses=rn"))
    expect(page.get_by_text(re.compile("^You may sit for"))).to_be_visible()
