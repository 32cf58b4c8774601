"""Facts as one text: nothing in the data becomes HTML, and each figure opens to its evidence."""

import re
from html import unescape

import pytest

from cert_model.catalog import Catalog
from cert_model.schema import Fact
from tests.catalogs import project_catalog
from ui.components import fact_list
from ui.components.fact_list import Bar, FactList

WRITTEN = {"p", "strong", "ul", "li", "a"}
"""What the evidence is written with."""


def fact_with(demo: Catalog, text: str) -> Fact[str]:
    source = next(iter(demo.sources))
    return Fact[str].model_validate({"value": text, "src": [source], "note": text})


def test_a_figure_opens_to_its_evidence(demo: Catalog) -> None:
    facts = FactList(demo, "Exam demo/ABC")
    facts.fact("Time", fact_with(demo, "long"))
    opener = re.search(r'<button[^>]* popovertarget="([^"]*)">', facts.html)
    assert opener is not None
    assert f'<div popover="auto" id="{opener[1]}"><p><strong>long</strong>' in facts.html
    assert opener[1] == "exam-demo-abc-1"


def test_each_figure_has_a_name_of_its_own(demo: Catalog) -> None:
    facts = FactList(demo, "a")
    for label in ("One", "Two", "Three"):
        facts.fact(label, fact_with(demo, label))
    names = re.findall(r'popovertarget="([^"]*)"', facts.html)
    assert len(names) == len(set(names)) == 3


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "a\n\n<b>b</b>"]
)
def test_what_the_data_say_never_becomes_html(demo: Catalog, text: str) -> None:
    facts = FactList(demo, "a")
    facts.row(text, facts.cell(text, fact_with(demo, text)), fact_list.words(text))
    outside = re.sub(r'<div popover="auto" id="[^"]*">.*?</div>', "", facts.html, flags=re.S)
    tags = set(re.findall(r"<(/?\w+)", outside))
    assert tags <= {"div", "/div", "button", "/button"}
    inside = "".join(re.findall(r'<div popover="auto" id="[^"]*">(.*?)</div>', facts.html, re.S))
    assert set(re.findall(r"<(/?\w+)", inside)) <= {*WRITTEN, *(f"/{tag}" for tag in WRITTEN)}
    assert " ".join(text.split()) in unescape(outside)


def test_a_label_of_the_glossary_is_explained_beside_it(demo: Catalog) -> None:
    facts = FactList(project_catalog(), "a")
    facts.row("Passing score", fact_list.words("70"))
    facts.row("Time", fact_list.words("4 h"))
    assert facts.html.count('class="help"') == 1


def test_a_heading_has_an_anchor_and_stays_text(demo: Catalog) -> None:
    facts = FactList(demo, "a")
    facts.heading("What <b> we know", level=3)
    assert '<h3 id="what-b-we-know">What &lt;b&gt; we know</h3>' in facts.html


def test_a_remark_is_small_and_stays_text(demo: Catalog) -> None:
    facts = FactList(demo, "a")
    facts.remark("about *this* <b>")
    assert "<p><small>about *this* &lt;b&gt;</small></p>" in facts.html


def test_a_list_without_facts_draws_nothing(demo: Catalog) -> None:
    assert FactList(demo, "a").html == ""


def test_a_list_is_written_once_for_a_catalog(demo: Catalog) -> None:
    written: list[str] = []

    def add(facts: FactList) -> None:
        written.append("")
        facts.text("word")

    for _ in range(2):
        fact_list.draw(demo, "a list of this test", add)
    assert len(written) == 1


def test_a_figure_that_is_not_known_says_so(demo: Catalog) -> None:
    facts = FactList(demo, "a")
    facts.fact("Time", None)
    assert "<em>not found</em> –" in facts.html


def test_a_fold_says_what_is_inside_and_has_a_place_to_lead_to(demo: Catalog) -> None:
    facts = FactList(demo, "a")
    with facts.fold("More <b>", "2 figures", "more"):
        facts.text("inside")
    assert "<summary><span>More &lt;b&gt;</span><small>2 figures</small></summary>" in (facts.html)
    assert '<div class="folded" id="more"><p>inside</p>' in facts.html
    assert facts.html.count("<details>") == facts.html.count("</details>") == 1


def test_a_fold_with_nothing_inside_is_not_drawn(demo: Catalog) -> None:
    facts = FactList(demo, "a")
    facts.text("before")
    with facts.fold("Empty"):
        facts.notes([])
    assert "Empty" not in facts.html


def test_bars_are_as_long_as_their_figures_and_lighter_where_those_may_be_more(
    demo: Catalog,
) -> None:
    facts = FactList(demo, "parts")
    facts.bars([Bar("Coding", 30, 40, "<b>30-40%</b>"), Bar("Law", 10, 10, "<b>10%</b>")])
    lengths = re.findall('--low: (.+?); --high: (.+?)"', facts.html)
    assert lengths == [("75.0%", "100.0%"), ("25.0%", "25.0%")]
