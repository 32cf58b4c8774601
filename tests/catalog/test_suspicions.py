"""Warnings are raised for what looks odd, and for nothing else."""

import shutil
from pathlib import Path

import pytest

from cert_model.catalog import load_catalog
from cert_model.catalog.suspicions import suspicions
from tests.catalogs import TODAY
from tests.paths import GOOD


def warned(tmp_path: Path, old: str, new: str) -> list[str]:
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    path = data / "credentials" / "demo" / "abc.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    (data / "preparation" / "exam_subjects.yaml").write_text(
        SORTING if "content:" in new else NOTHING
    )
    return [str(problem) for problem in suspicions(load_catalog(data, today=TODAY))]


NOTHING = "subjects: []\n"
SORTING = """
subjects: [{id: codes, name: Codes}]
exams: [{credential: demo/abc, parts: [{domain: Part, subjects: [codes]}]}]
"""


def content(*weights: str) -> str:
    parts = "".join(f"    - {{domain: Part, {weight}, src: [issuer-page]}}\n" for weight in weights)
    return f"  content:\n{parts}fees:"


def test_nothing_odd_raises_nothing(tmp_path: Path) -> None:
    assert warned(tmp_path, "ABC", "ABC") == []


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        (("value: 40", "value: 40"), "the weights add up to 80 percent, which cannot be 100"),
        (
            ("low: 60, high: 70", "low: 50, high: 60"),
            "the weights add up to 110 to 130 percent, which cannot be 100",
        ),
        (
            ("unit: questions, value: 40", "unit: questions, value: 50"),
            "the parts add up to 90 questions, the exam has 100",
        ),
    ],
)
def test_weights_that_cannot_add_up_are_suspicious(
    tmp_path: Path, weights: tuple[str, ...], message: str
) -> None:
    place = "data/credentials/demo/abc.yaml:13: exam.content"
    assert warned(tmp_path, "fees:", content(*weights)) == [f"{place}: {message}"]


@pytest.mark.parametrize(
    "weights",
    [
        ("value: 40", "value: 60"),
        ("low: 30, high: 50", "low: 40, high: 60"),
        ("value: 33.3", "value: 66.6"),
        ("value: 40", "note: weight not published"),
    ],
)
def test_weights_that_can_add_up_are_not(tmp_path: Path, weights: tuple[str, ...]) -> None:
    assert warned(tmp_path, "fees:", content(*weights)) == []


def test_a_question_every_six_seconds_is_suspicious(tmp_path: Path) -> None:
    assert warned(tmp_path, "value: 120", "value: 10") == [
        "data/credentials/demo/abc.yaml:12: exam.minutes: "
        "100 questions in 10 minutes; is that right?"
    ]


def test_an_exam_price_of_19_months_is_old(tmp_path: Path) -> None:
    assert warned(tmp_path, "2026-02", "2025-04-22") == [
        "data/credentials/demo/abc.yaml:14: fees[1]: the exam price is more than 18 months old"
    ]


def test_a_retired_credentials_price_may_be_old(tmp_path: Path) -> None:
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    path = data / "credentials" / "demo" / "abc.yaml"
    path.write_text(path.read_text().replace("active", "retired").replace("2026-02", "2015"))
    assert suspicions(load_catalog(data, today=TODAY)) == []


def test_an_exam_far_longer_than_the_issuers_others_is_suspicious(tmp_path: Path) -> None:
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    folder = data / "credentials" / "demo"
    sheet = (folder / "abc.yaml").read_text()
    for code, minutes in (("ABD", 100), ("ABE", 110), ("ABF", 900)):
        other = sheet.replace("ABC", code).replace("value: 120", f"value: {minutes}")
        (folder / f"{code.lower()}.yaml").write_text(other)
    assert [str(problem) for problem in suspicions(load_catalog(data, today=TODAY))] == [
        "data/credentials/demo/abf.yaml:12: exam.minutes: "
        "900 minutes; other DEMO exams take about 110"
    ]
