"""What a person does: filter, read, follow a source, share the address."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import (
    DESKTOP,
    PHONE,
    OpenPage,
    filter_count,
    follow_navigation,
    press_filter,
    settle,
)


def rows(page: Page) -> int:
    expect(page.locator(".results tbody tr")).not_to_have_count(0)
    return page.locator(".results tbody tr").count()


def in_one_breath(page: Page, *clicks: str) -> None:
    """Click elements one after the other, quicker than the page answers."""
    page.evaluate(
        """async clicks => {
          for (const click of clicks) {
            document.evaluate(click, document).iterateNext().click()
            await new Promise(requestAnimationFrame)
          }
        }""",
        clicks,
    )


def test_a_filter_leaves_as_many_as_it_promised(open_page: OpenPage) -> None:
    page = open_page("explore")
    count = filter_count(page, "Billing")
    press_filter(page, "Billing")
    expect(page.locator(".results tbody tr")).to_have_count(count)
    expect(page).to_have_url(re.compile(r"role=billing"))


def test_filters_narrow_one_another_and_keep_their_choice(open_page: OpenPage) -> None:
    page = open_page("explore")
    press_filter(page, "Coding")
    expect(page).to_have_url(re.compile("role=coding"))
    settle(page)
    count = filter_count(page, "Hospital inpatient")
    press_filter(page, "Hospital inpatient")
    expect(page.locator(".results tbody tr")).to_have_count(count)
    expect(page).to_have_url(re.compile(r"role=coding&setting=inpatient-facility"))


def test_the_back_button_takes_a_choice_back(open_page: OpenPage) -> None:
    page = open_page("explore")
    everything = rows(page)
    press_filter(page, "Billing")
    expect(page).to_have_url(re.compile("role=billing"))
    page.go_back()
    expect(page.locator(".results tbody tr")).to_have_count(everything)


def test_the_back_button_leads_from_a_credential_to_the_list_as_it_was(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=ahima")
    page.locator(".results").get_by_role("link", name="CCA", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("CCA · Certified Coding Associate")
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find a credential")
    expect(page).to_have_url(re.compile("issuer=ahima"))


def test_the_back_button_is_heard_where_a_page_asks_for_a_choice_first(open_page: OpenPage) -> None:
    page = open_page("prepare")
    page.get_by_role("button", name="CCA", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Prepare for the CCA")
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Prepare for the CCA")
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("Prepare for the CCA")


def test_the_search_knows_former_letters(open_page: OpenPage) -> None:
    page = open_page("explore")
    page.get_by_label("Search names, letters and places of work").fill("CPC-H")
    expect(page.locator(".results tbody tr")).to_have_count(1)
    expect(page.locator(".results tbody a")).to_have_text("COC")


def test_a_heading_sorts_and_sorts_back(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=ahima")
    heading = page.locator(".results thead").get_by_role("button", name="Pass rate")
    heading.click()
    expect(page.locator(".results th[aria-sort=ascending]")).to_contain_text("Pass rate")
    expect(page).to_have_url(re.compile("order=pass_rate"))
    heading.click()
    expect(page.locator(".results th[aria-sort=descending]")).to_contain_text("Pass rate")
    expect(page.get_by_text("ordered by pass rate, highest first.")).to_be_visible()


def test_a_credential_opens_from_the_list_and_leads_back(open_page: OpenPage) -> None:
    page = open_page("explore?level=entry")
    page.locator(".results").get_by_role("link", name="CCA", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("CCA · Certified Coding Associate")
    follow_navigation(page, "Explore")
    expect(page).to_have_url(re.compile("level=entry"))


def test_a_figure_leads_to_its_source(open_page: OpenPage) -> None:
    page = open_page("credential?id=aapc/cpc")
    page.get_by_role("button", name=re.compile(r"^100 ●")).first.click()
    source = page.get_by_test_id("stPopoverBody").get_by_role("link", name="CPC exam FAQs").first
    expect(source).to_have_attribute("href", "https://www.aapc.com/resources/cpc-exam-faqs")


def test_a_shared_address_shows_the_same_view(open_page: OpenPage) -> None:
    page = open_page("explore")
    press_filter(page, "Coding")
    press_filter(page, "Specialty")
    expect(page).to_have_url(re.compile("role=coding&level=specialty"))
    count = filter_count(page, "Specialty")
    shared = page.url.partition("/explore")[2]
    other = open_page(f"explore{shared}")
    expect(other.locator(".results tbody tr")).to_have_count(count)


CODING, SPECIALTY = "//button[.='Coding']", "//button[.='Specialty']"
FOLD = "//*[@data-testid='stExpander']//summary"


def test_filters_pressed_quicker_than_the_page_answers_all_count(open_page: OpenPage) -> None:
    page = open_page("explore")
    in_one_breath(page, CODING, SPECIALTY)
    expect(page).to_have_url(re.compile("role=coding&level=specialty"))
    expect(page.locator(".results tbody tr")).to_have_count(filter_count(page, "Specialty"))


def test_a_fold_opened_while_a_filter_is_under_way_keeps_the_filter(open_page: OpenPage) -> None:
    page = open_page("explore")
    in_one_breath(page, CODING, FOLD)
    expect(page).to_have_url(re.compile("role=coding"))
    expect(page.locator(".results tbody tr")).to_have_count(filter_count(page, "Coding"))


def test_the_link_to_this_view_is_its_address(open_page: OpenPage) -> None:
    page = open_page("explore?role=billing&level=entry")
    page.get_by_role("button", name="Link to this view").click()
    expect(page.get_by_test_id("stPopoverBody").locator("code")).to_contain_text(
        "/explore?role=billing&level=entry"
    )


def test_picks_made_in_the_table_reach_the_address_and_a_new_visit(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=ahima")
    page.get_by_role("checkbox", name="Pick CCA").check()
    expect(page.get_by_role("button", name="Read about CCA")).to_be_visible()
    expect(page).to_have_url(re.compile("pick=ahima"))
    other = open_page("explore?issuer=ahima&pick=ahima/cca")
    expect(other.get_by_role("checkbox", name="Pick CCA")).to_be_checked()


def test_a_point_of_the_picture_can_be_picked(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=nha")
    point = page.locator("[data-testid=stVegaLiteChart] .mark-symbol path[aria-roledescription]")
    point.first.click()
    expect(page.get_by_role("button", name=re.compile("^Read about"))).to_have_count(1)


def test_a_picture_can_be_read_as_a_table(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=ahima")
    page.get_by_text("What it covers as a table").click()
    table = page.get_by_test_id("stTable")
    expect(table.get_by_role("row").filter(has_text="CCS-P")).to_contain_text("Physician office")


def test_rules_of_the_issuer_unfold(open_page: OpenPage) -> None:
    page = open_page("credential?id=aapc/cpc")
    page.get_by_text("Rules of AAPC for all of its exams").click()
    expect(page.get_by_text("Testing company")).to_be_visible()


def test_an_empty_list_offers_the_way_out(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=nha&setting=hospice")
    page.get_by_role("button", name=re.compile("^Drop “Where: Hospice”")).click()
    expect(page.locator(".results tbody tr").first).to_be_visible()


def test_a_hostile_address_is_harmless(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=%3Cscript%3Ealert(1)%3C/script%3E&q=" + "x" * 10_000)
    expect(page.get_by_text("The address asked for issuer")).to_be_visible()
    expect(page.get_by_text("The address asked for q")).to_be_visible()
    expect(page.locator(".results tbody tr").first).to_be_visible()


def test_on_a_phone_the_filters_fold_into_one_button(open_page: OpenPage) -> None:
    page = open_page("explore?level=entry", viewport=PHONE)
    page.get_by_role("button", name="Filters · 1 in force").click()
    press_filter(page, "Billing")
    expect(page).to_have_url(re.compile("role=billing&level=entry"))
    expect(page.get_by_role("button", name="Filters · 2 in force")).to_be_visible()


def test_a_window_made_narrow_is_laid_out_as_on_a_phone_and_back(open_page: OpenPage) -> None:
    page = open_page("explore?level=entry")
    folded = page.get_by_role("button", name="Filters · 1 in force")
    expect(folded).to_have_count(0)
    page.set_viewport_size(PHONE)
    settle(page)
    assert folded.count() == 1
    page.set_viewport_size(DESKTOP)
    settle(page)
    assert folded.count() == 0


def test_the_list_can_be_used_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=nha")
    box = page.get_by_role("checkbox", name="Pick CBCS")
    box.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Read about CBCS")).to_be_visible()
    expect(box).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("CBCS")


def test_no_large_figure_is_cut_off_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("credential?id=aaham/cct", viewport=PHONE)
    figures = page.get_by_test_id("stMetricValue").locator("p")
    expect(figures.filter(has_text="Ask the issuer")).to_be_visible()
    for figure in figures.all():
        assert figure.evaluate("it => it.scrollWidth <= it.clientWidth"), figure.text_content()


@pytest.mark.parametrize(
    ("address", "unfold", "name"),
    [
        ("explore?issuer=ahima", "Download this list", "credentials.json"),
        ("credential?id=ahima/cca", "Download this sheet", "ahima-cca.json"),
        ("compare?ids=cca,ccs", "", "comparison.json"),
    ],
)
def test_what_is_on_show_can_be_taken_away(
    open_page: OpenPage, tmp_path: Path, address: str, unfold: str, name: str
) -> None:
    page = open_page(address)
    if unfold:
        page.get_by_role("button", name=unfold).click()
    with page.expect_download() as pending:
        page.get_by_role("button", name="Download JSON").click()
    assert pending.value.suggested_filename == name
    pending.value.save_as(tmp_path / name)
    assert "ahima/cca" in (tmp_path / name).read_text(encoding="utf-8")
