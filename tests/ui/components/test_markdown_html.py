"""Links of texts that are HTML: those that lead away open beside the page."""

from cert_model.formatting.markdown import format_link
from ui.components.markdown_html import to_html


def test_a_link_that_leads_away_opens_beside_the_page() -> None:
    written = to_html(format_link("AAPC", "https://www.aapc.com"))
    assert ' target="_blank" rel="noopener noreferrer">AAPC</a>' in written


def test_a_link_within_the_app_stays_in_the_window() -> None:
    assert to_html(format_link("Costs", "./costs?ids=cpc")) == (
        '<p><a href="./costs?ids=cpc">Costs</a></p>\n'
    )
