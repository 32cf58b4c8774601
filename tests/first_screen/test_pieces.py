"""Whatever a text holds stays text: in Markdown, in cells, in lists and in headings of folds."""

import pytest
from markupsafe import Markup

from cert_model.formatting.markdown import escape, format_link
from first_screen.screen import bullets, fold, lead, paragraph, table
from ui.components.markdown_html import to_html, to_inline_html

EVIL = '<img src=x onerror="alert(1)"> & [a](javascript:alert(1)) **b**'
SAFE = "&lt;img src=x onerror="


@pytest.mark.parametrize("written", [to_html(EVIL), to_inline_html(EVIL), bullets([EVIL])])
def test_html_in_markdown_stays_text(written: Markup) -> None:
    assert SAFE in written
    assert "<img" not in written
    assert 'href="javascript' not in written
    assert "<strong>b</strong>" in written


@pytest.mark.parametrize(
    "written", [paragraph(EVIL), lead(EVIL), fold(EVIL, Markup("<p>body</p>")), table({}, EVIL)]
)
def test_plain_text_stays_as_it_is(written: Markup) -> None:
    assert SAFE in written
    assert "<img" not in written
    assert "**b**" in written


def test_an_escaped_text_reads_as_it_was() -> None:
    assert to_html(escape(EVIL)).striptags() == Markup("{}").format(EVIL).unescape()


def test_a_link_of_a_table_is_a_link_and_a_heading_of_a_card() -> None:
    written = table({"Name": [format_link("CPC", "credential?id=aapc/cpc")], "Fee": ["$1"]}, "all")
    assert '<td data-label="Name"><a href="credential?id=aapc/cpc">CPC</a></td>' in written
    assert '<td data-label="Fee">$1</td>' in written
    assert '<th scope="col">Name</th>' in written


def test_words_in_a_size_or_a_color_of_streamlits_lose_it() -> None:
    assert to_inline_html(r":small[from \[a\]] :red[✕] **no**") == "from [a] ✕ <strong>no</strong>"


def test_nothing_is_written_for_nothing() -> None:
    assert not any((paragraph(""), bullets([]), fold("Sources", Markup())))
