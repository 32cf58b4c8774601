"""Marks of standing, and sources in a line."""

from dataclasses import replace

from cert_model.catalog import Catalog
from cert_model.schema import Source
from cert_model.vocabulary import Standing
from ui.components.figures import LEGEND, MARKS, MEANINGS, source_links


def page(key: str, publisher: str) -> Source:
    return Source.model_validate(
        {"id": key, "title": "T", "publisher": publisher, "url": f"https://{key}.example",
         "kind": "government"}
    )  # fmt: skip


def test_each_standing_has_a_mark_of_its_own_that_the_legend_and_the_start_page_explain() -> None:
    assert set(MARKS) == set(Standing)
    assert len(set(MARKS.values())) == len(MARKS)
    assert set(MARKS.values()) <= set(MEANINGS)
    assert all(mark in LEGEND for mark in MARKS.values())


def test_a_publisher_stands_once_in_a_line_of_sources(demo: Catalog) -> None:
    pages = {key: page(key, name) for key, name in (("a", "BLS"), ("b", "BLS"), ("c", "BEA"))}
    line = source_links(replace(demo, sources=pages), ["a", "b", "c"])
    assert line == "[BLS](https://a.example), [BEA](https://c.example)"
