"""Whatever a page is asked for, each figure on it cites its source or opens to it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.app.sessions import open_page
from tests.catalogs import project_catalog
from tests.effort import percent_of_examples
from ui.careers.state import VIEWS

CATALOG = project_catalog()
IDS = sorted(CATALOG.credentials)
STATES = sorted({row.state for row in CATALOG.careers.wages.rows if row.state})
ONE, SEVERAL = (
    st.sampled_from(IDS),
    st.lists(st.sampled_from(IDS), min_size=2, max_size=5, unique=True),
)

FIGURE = re.compile(
    r"\$\s?\d|\d\s?(%|percent|h\b|hours?|minutes?|months?|years?|weeks?|CEUs?|jobs)"
    r"|\d\s?questions?\b(?! left)"
)
SOURCE = re.compile(r"https?://|\((issuer|government|accreditor|third party)\)")
LEADS_TO_SOURCES = re.compile(
    r"[Ss]ources|as a table|arithmetic|come from|what is assumed|answer them|my answers"
    r"|We sorted the parts"
)


def children(block: Any) -> list[Any]:
    return list(getattr(block, "children", {}).values())


def written(element: Any) -> str:
    """What an element shows: its text, its label, and the cells of a table."""
    if element.type in {"table", "arrow_table"}:
        return str(element.value.to_string())
    parts = (getattr(element, name, None) for name in ("label", "value"))
    return " ".join(part for part in parts if isinstance(part, str))


def all_written(block: Any) -> str:
    return " ".join([written(block), *(all_written(child) for child in children(block))])


def section(siblings: list[Any], at: int) -> list[Any]:
    """The elements beside one, from the heading above it to the next heading."""
    is_heading = [element.type in {"title", "header", "subheader"} for element in siblings]
    start = next((i for i in range(at, -1, -1) if is_heading[i]), 0)
    end = next((i for i in range(at + 1, len(siblings)) if is_heading[i]), len(siblings))
    return siblings[start:end]


def unsourced(block: Any) -> Iterator[str]:
    """Every text with a figure that neither cites a source nor stands beside a way to it."""
    siblings = children(block)
    for at, child in enumerate(siblings):
        around = " ".join(all_written(element) for element in section(siblings, at))
        if SOURCE.search(around) or LEADS_TO_SOURCES.search(around):
            continue
        if children(child):
            yield from unsourced(child)
        elif child.type != "button" and FIGURE.search(written(child)):
            yield written(child)


PAGES: dict[str, st.SearchStrategy[dict[str, str]]] = {
    "home": st.sampled_from(
        [
            {},
            {"now": "new", "draw": "office", "matters": "soon"},
            {"now": "health-care", "draw": "documentation", "matters": "pay"},
        ]
    ),
    "explore": st.fixed_dictionaries({"issuer": st.sampled_from(sorted(CATALOG.issuers))}),
    "credential": st.fixed_dictionaries({"id": ONE}),
    "compare": st.fixed_dictionaries({"ids": SEVERAL.map(",".join)}),
    "costs": st.fixed_dictionaries({"ids": SEVERAL.map(",".join)}),
    "prepare": st.fixed_dictionaries(
        {"id": ONE, "view": st.sampled_from(["plan", "programs", "payers", "day"])}
    ),
    "careers": st.fixed_dictionaries(
        {"state": st.sampled_from(STATES), "plan": ONE, "view": st.sampled_from(list(VIEWS))}
    ),
    "claims": st.fixed_dictionaries(
        {"claim": st.sampled_from([claim.id for claim in CATALOG.claims.claims])}
    ),
    "guide": st.one_of(
        st.fixed_dictionaries(
            {"chapter": st.sampled_from([chapter.id for chapter in CATALOG.texts.guide])}
        ),
        st.fixed_dictionaries(
            {"question": st.sampled_from([question.id for question in CATALOG.texts.faq.questions])}
        ),
        st.just({"chapter": "glossary"}),
    ),
    "eligibility": st.fixed_dictionaries({"education": st.sampled_from(["high-school", "none"])}),
}


@pytest.mark.parametrize("page", PAGES)
@settings(
    parent=percent_of_examples(3),
    phases=[Phase.generate, Phase.explicit],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_every_figure_cites_a_source_or_opens_to_it(page: str, data: st.DataObject) -> None:
    app = open_page(page, **data.draw(PAGES[page]))
    assert list(unsourced(app.main)) == []
