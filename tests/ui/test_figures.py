"""Figures drawn at random from the research come back from ``show`` unchanged."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from cert_model.catalog import Catalog
from cert_model.export.fact_sheets import sheet_as_json

FIGURES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "figures.yaml").read_text("utf-8")
)


def at(path: str, sheet: Any) -> Any:
    """What stands at a dotted path; numbers are positions in a list."""
    for step in path.split("."):
        sheet = sheet[int(step) if isinstance(sheet, list) else step]
    return sheet


def test_there_are_a_hundred_figures() -> None:
    places = {(figure["credential"], figure["at"]) for figure in FIGURES}
    assert len(FIGURES) == len(places) == 100


@pytest.mark.parametrize(
    "figure", FIGURES, ids=[f"{figure['credential']} {figure['at']}" for figure in FIGURES]
)
def test_a_figure_comes_back_unchanged(catalog: Catalog, figure: dict[str, Any]) -> None:
    value = at(figure["at"], sheet_as_json(catalog, figure["credential"]))
    assert value == figure["is"]
