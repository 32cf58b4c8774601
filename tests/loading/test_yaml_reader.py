"""How plain words of a data file are read. What is refused stands in ``bad_data``."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.loading.problems import Problem
from cert_model.loading.yaml_reader import Document, read_yaml


def parsed(path: Path, text: str) -> Document:
    path.write_text(text, encoding="utf-8")
    document = read_yaml(path, "file.yaml")
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("100", 100),
        ("-3", -3),
        ("62.5", 62.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("2026-02", "2026-02"),
        ("2026-02-05", "2026-02-05"),
        ("007", "007"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("12:30", "12:30"),
        ("'100'", "100"),
        ('"true"', "true"),
    ],
)
def test_a_word_is_read_as_it_looks(word: str, meaning: Any, tmp_path: Path) -> None:
    assert parsed(tmp_path / "a.yaml", f"a: {word}\n").data == {"a": meaning}


def test_a_part_knows_its_line(tmp_path: Path) -> None:
    document = parsed(tmp_path / "a.yaml", "a:\n  b:\n    - x\n    - {c: 1,\n       d: 2}\n")
    assert document.line_of(("a", "b", 1, "d")) == 5


def test_a_missing_part_has_the_line_of_its_parent(tmp_path: Path) -> None:
    document = parsed(tmp_path / "a.yaml", "a: 1\nb:\n  c: 2\n")
    assert document.line_of(("b", "nowhere")) == 2


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_whatever_raises(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(text, encoding="utf-8")
    assert isinstance(read_yaml(path, "any.yaml"), Document | Problem)
