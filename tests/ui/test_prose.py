"""Below a text stands what each of its figures rests on."""

from cert_model.catalog import Catalog
from cert_model.content import write_text
from ui.components.prose import evidence


def below(catalog: Catalog, template: str, src: tuple[str, ...] = ()) -> str:
    return "\n".join(evidence(catalog, write_text(catalog, template, src)))


def test_a_figure_stands_with_its_mark_and_its_sources(catalog: Catalog) -> None:
    shown = below(catalog, '{{ fact("aapc/cpc", "exam.questions") }}')
    assert shown.startswith("**100 questions** ● issuer, current\\, 2022–2026")
    assert "https://www.aapc.com/resources/cpc-exam-faqs" in shown


def test_a_disputed_figure_says_why_it_was_taken(catalog: Catalog) -> None:
    shown = below(catalog, '{{ fee("aapc/cpc", "exam", audience="member") }}')
    assert "**Disputed.** The other dated guides" in shown


def test_a_total_names_its_weakest_fact(catalog: Catalog) -> None:
    shown = below(catalog, '{{ to_earn("aapc/cpc") }}')
    assert "calculated from several facts, the weakest: third party" in shown


def test_a_figure_drawn_twice_is_explained_once(catalog: Catalog) -> None:
    figure = '{{ fact("aapc/cpc", "exam.questions") }}'
    assert below(catalog, f"{figure} {figure}").count("**100 questions**") == 1


def test_a_count_of_the_catalog_needs_no_source(catalog: Catalog) -> None:
    assert below(catalog, "{{ credentials() }}") == ""


def test_what_is_said_without_a_figure_has_its_sources_too(catalog: Catalog) -> None:
    shown = below(catalog, "Nobody counts coders alone.", ("ooh-2024-34",))
    assert shown.startswith("**Sources for the rest of the text**")
    assert "Occupational Outlook Handbook" in shown
