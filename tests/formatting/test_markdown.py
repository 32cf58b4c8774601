"""Text of the catalog reaches the screen as it stands."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cert_model.formatting.markdown import (
    LONGEST_QUOTE,
    escape,
    format_link,
    heading_anchor,
    quote,
    unescape,
)

PRINTABLE_WORDS = st.characters(min_codepoint=32, max_codepoint=126)
PRINTABLE = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=80)


@given(PRINTABLE)
def test_escaped_text_renders_as_itself(text: str) -> None:
    inline = MarkdownIt().parseInline(escape(text))[0]
    assert inline.children is not None
    assert "".join(child.content for child in inline.children) == text
    assert {child.type for child in inline.children} <= {"text", "text_special"}


@given(PRINTABLE)
def test_escaping_can_be_taken_back(text: str) -> None:
    assert unescape(escape(text)) == text


@given(st.text(PRINTABLE_WORDS, max_size=LONGEST_QUOTE))
def test_what_is_quoted_is_code_that_says_the_same_and_nothing_else(text: str) -> None:
    inline = MarkdownIt().parseInline(f"before {quote(text)} after")[0]
    assert inline.children is not None
    before, code, after = inline.children
    assert (before.content, after.content) == ("before ", " after")
    assert code.type == "code_inline"
    assert code.content.strip() == text.strip()


def test_a_quote_shows_where_it_was_cut_and_what_cannot_be_seen() -> None:
    assert quote("a" * 41) == f"`{'a' * 40}…`"
    assert quote("left\u202eright\nbelow\x1b[0m") == "`left·right·below·[0m`"


def test_a_price_is_no_formula() -> None:
    assert escape("$199–299") == "\\$199–299"


def test_a_title_cannot_break_out_of_its_link() -> None:
    made = format_link("A](javascript:x) B", "https://x.example/a(b)")
    assert made == "[A\\]\\(javascript\\:x\\) B](https://x.example/a%28b%29)"


def test_a_source_without_address_is_no_link() -> None:
    assert format_link("Title", None) == "Title"


def test_a_title_becomes_an_anchor() -> None:
    assert (
        heading_anchor("What we do not know, and whom to ask")
        == "what-we-do-not-know-and-whom-to-ask"
    )
