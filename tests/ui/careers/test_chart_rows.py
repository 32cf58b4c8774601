"""The charts of work and pay: their rows, and that they are drawn from them."""

import json
from typing import Any

import pyarrow as pa
import pytest
import vl_convert

from cert_model import careers
from cert_model.careers import outlay_of
from cert_model.catalog import Catalog
from cert_model.costs import CostRequest, PlannedCredential, cost_plan
from ui.careers import chart_rows
from ui.charts import career_specs


def drawn(spec: dict[str, Any], rows: pa.Table) -> str:
    """The picture as SVG."""
    values = json.loads(rows.to_pandas().to_json(orient="records"))
    return vl_convert.vegalite_to_svg({**spec, "width": 900, "data": {"values": values}})


def band(catalog: Catalog, soc: str = careers.CODER_SOC) -> pa.Table:
    return chart_rows.band(
        catalog, careers.series_segments(catalog, soc), careers.series_breaks(catalog, soc)
    )


@pytest.mark.parametrize("spec", career_specs.all_specs(), ids=str)
def test_a_spec_leaves_theme_and_data_to_the_app(spec: dict[str, Any]) -> None:
    assert not {"config", "data", "datasets"} & set(spec)


@pytest.mark.parametrize("soc", ["29-2072", "29-9021", "43-3021"])
def test_no_group_of_the_line_spans_two_codes(catalog: Catalog, soc: str) -> None:
    rows = band(catalog, soc).to_pandas()
    codes = rows[rows["kind"] == "pay"].groupby("segment")["code"].nunique()
    assert set(codes) == {1}


def test_the_line_is_grouped_by_segment() -> None:
    groups = [
        layer["encoding"]["detail"]["field"]
        for layer in career_specs.band_by_year()["layer"]
        if layer["mark"]["type"] in ("line", "area")
    ]
    assert groups == ["segment"] * 3


def test_the_band_is_drawn_in_as_many_lines_as_there_are_segments(catalog: Catalog) -> None:
    svg = drawn(career_specs.band_by_year(), band(catalog))
    assert svg.count('class="mark-line role-mark') == 5


def test_a_break_is_marked_between_its_years(catalog: Catalog) -> None:
    rows = band(catalog).to_pandas()
    assert list(rows[rows["kind"] == "break"]["year"]) == [2018.5, 2020.5]


def test_a_survey_bar_names_year_and_measure(catalog: Catalog) -> None:
    rows = chart_rows.surveys(catalog, careers.survey_rows_by_credential(catalog))
    assert "CPC, 2025: mean $67,147" in rows["title"].to_pylist()
    assert "mean $67,147" in drawn(career_specs.labeled_bars("$", 2), rows)


def test_no_two_bars_share_a_title(catalog: Catalog) -> None:
    pictures = [
        chart_rows.surveys(catalog, careers.newest_rows_by_credential(catalog)),
        chart_rows.surveys(catalog, careers.newest_rows_by_number(catalog)),
        chart_rows.surveys(catalog, careers.newest_rows_by_setting(catalog)),
        chart_rows.gaps(catalog, careers.pay_gaps(catalog)),
        chart_rows.outlook(catalog, careers.outlook_editions(catalog, careers.CODER_SOC)),
        chart_rows.industries(catalog, careers.industry_medians(catalog, careers.CODER_SOC)),
    ]
    for rows in pictures:
        titles = rows["title"].to_pylist()
        assert len(set(titles)) == len(titles)


def test_the_balance_starts_with_what_it_cost_to_earn(catalog: Catalog) -> None:
    outlay = outlay_of(cost_plan(catalog, CostRequest((PlannedCredential("aapc/cpc"),), years=7)))
    rows = chart_rows.balances(outlay, 40_000, {"a": 5, "b": 10}).to_pylist()
    assert [row["dollars"] for row in rows if row["year"] == 0] == [-outlay.first.typical] * 2
