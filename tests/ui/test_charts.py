"""Chart specs: valid, free of Altair's defaults, and drawn from the data given."""

import json
import re
import tomllib
from datetime import date
from itertools import combinations, pairwise, product
from typing import Any

import pandas as pd
import pytest
import vl_convert

from cert_model.catalog import Catalog
from cert_model.overview import overviews
from cert_model.preparation import StudyRequest, build_study_plan
from cert_model.quality import measure_coverage
from tests.color_difference import difference
from tests.paths import ROOT
from ui.charts import career_specs, cost_specs, exam_specs, explore_specs, keep_specs, plan_specs
from ui.charts import quality_specs as health_charts
from ui.charts.cost_specs import CATEGORIES
from ui.charts.exam_specs import study_weeks
from ui.charts.style import COLORED_ISSUERS, SERIES_COLORS
from ui.components.chart_rows import (
    pass_rate_rows,
    price_rows,
    spans_years,
)
from ui.components.line_names import in_lines, spread_apart
from ui.data_health import tables as health_data
from ui.explore.scatter import effort_points
from ui.prepare.tables import plan_bars


def drawn(spec: dict[str, Any], rows: pd.DataFrame) -> str:
    """The picture as SVG."""
    values = json.loads(rows.to_json(orient="records"))
    return vl_convert.vegalite_to_svg({**spec, "data": {"values": values}})


@pytest.mark.parametrize(
    "spec",
    [
        *explore_specs.all_specs(),
        *exam_specs.all_specs(),
        *cost_specs.all_specs(),
        *keep_specs.all_specs(),
        *plan_specs.all_specs(),
        study_weeks(),
        *health_charts.all_specs(),
    ],
    ids=str,
)
def test_a_spec_leaves_theme_and_data_to_the_app(spec: dict[str, Any]) -> None:
    assert not {"config", "data", "datasets"} & set(spec)


ALL_SPECS = [
    *explore_specs.all_specs(),
    *exam_specs.all_specs(),
    *cost_specs.all_specs(),
    *keep_specs.all_specs(),
    *plan_specs.all_specs(),
    *career_specs.all_specs(),
    study_weeks(),
    *health_charts.all_specs(),
]


@pytest.mark.parametrize("spec", ALL_SPECS, ids=str)
def test_no_mark_is_read_aloud_by_the_names_of_its_columns(spec: dict[str, Any]) -> None:
    marks = [part for part in (spec, *spec.get("layer", ())) if "mark" in part]
    assert marks
    for part in marks:
        assert part["mark"].get("aria") is False or "description" in part["encoding"], part


@pytest.mark.parametrize("spec", ALL_SPECS, ids=str)
def test_every_line_of_a_tooltip_has_a_title_in_words(spec: dict[str, Any]) -> None:
    for part in (spec, *spec.get("layer", ())):
        for tip in part.get("encoding", {}).get("tooltip", ()):
            assert tip["title"][0].isupper(), tip


def test_a_bar_is_read_aloud_as_its_tooltip() -> None:
    bar = {"bar": "CPC", "place": 0, "category": "exam", "dollars": 425, "words": "$425"}
    picture = drawn(cost_specs.cost_by_category(("exam",)), pd.DataFrame([bar]))
    assert 'aria-label="For: CPC; Category: exam; Dollars: $425"' in picture


def test_a_spec_is_built_once() -> None:
    assert exam_specs.study_weeks() is exam_specs.study_weeks()


def test_a_category_of_cost_has_one_color_in_every_chart() -> None:
    few = cost_specs.cost_by_category(("exam", "membership"))["layer"][0]["encoding"]["color"][
        "scale"
    ]
    many = cost_specs.cost_by_category(tuple(style.label for style in CATEGORIES.values()))
    colors = many["layer"][0]["encoding"]["color"]["scale"]
    of_all = dict(zip(colors["domain"], colors["range"], strict=True))
    assert few["domain"] == ["membership", "exam"]
    assert few["range"] == [of_all["membership"], of_all["exam"]]


def test_bars_of_cost_stack_the_categories_in_the_order_of_the_legend() -> None:
    labels = ("membership", "expected retake", "continuing education")
    rows = [
        {"bar": "CPC", "place": 0, "category": label, "dollars": 100, "words": "$100"}
        for label in reversed(labels)
    ]
    picture = drawn(cost_specs.cost_by_category(labels), pd.DataFrame(rows))
    lefts = {
        label: float(re.findall(rf'Category: {label};[^>]*? d="M([\d.]+),', picture)[0])
        for label in labels
    }
    assert sorted(labels, key=lambda label: lefts[label]) == list(labels)
    legend = picture[picture.index("role-legend") :]
    assert sorted(labels, key=legend.index) == list(labels)


def test_no_category_of_cost_and_no_series_has_the_color_of_an_issuer() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    issuers = {
        color
        for theme in ("light", "dark")
        for color in config["theme"][theme]["chartCategoricalColors"][: len(COLORED_ISSUERS)]
    }
    used = {*SERIES_COLORS, *(style.color for style in CATEGORIES.values())}
    assert not issuers & used


def test_a_category_of_cost_looks_like_no_issuer_and_no_other_category() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    categories = [style.color for style in CATEGORIES.values()]
    issuers = [
        color
        for theme in ("light", "dark")
        for color in config["theme"][theme]["chartCategoricalColors"][: len(COLORED_ISSUERS)]
    ]
    assert min(difference(*pair) for pair in product(categories, issuers)) > 15
    assert min(difference(*pair) for pair in combinations(categories, 2)) > 15


@pytest.mark.parametrize(
    ("ends", "places"),
    [
        ([], []),
        ([1_000], [1_000]),
        ([1_000, 500], [1_000, 500]),
        ([0, 0, 1_000], [0, 75, 1_000]),
        ([1_000, 990, 100], [1_037.5, 962.5, 100]),
    ],
)
def test_the_names_of_lines_keep_apart_where_the_lines_end_together(
    ends: list[float], places: list[float]
) -> None:
    assert spread_apart(ends, 75) == pytest.approx(places)


def test_the_cost_picture_prints_letters_once_where_points_meet(catalog: Catalog) -> None:
    two = [overviews(catalog)["ahima/rhia"], overviews(catalog)["ahima/rhit"]]
    points = effort_points(catalog, two, [], "questions")
    assert points["tag"].to_pylist() == ["RHIA, RHIT", ""]


def test_most_points_of_the_cost_picture_are_named_and_a_picked_one_first(
    catalog: Catalog,
) -> None:
    everything = list(overviews(catalog).values())
    for effort in ("questions", "minutes"):
        rows = effort_points(catalog, everything, ["aapc/crc"], effort).to_pylist()
        places = {(row[effort], row["high"]) for row in rows}
        tags = [row["tag"] for row in rows if row["tag"]]
        assert len(tags) > len(places) / 2
        assert any(tag.startswith("CRC and ") for tag in tags)


def test_a_picture_of_nothing_has_no_points(catalog: Catalog) -> None:
    assert effort_points(catalog, [], [], "questions").num_rows == 0


def test_the_cost_picture_shows_price_and_letters(catalog: Catalog) -> None:
    points = effort_points(catalog, list(overviews(catalog).values()), ["ahima/cca"], "questions")
    svg = drawn(explore_specs.cost_against_effort("questions"), points.to_pandas())
    assert "CCA" in svg
    assert "Exam price" in svg


def test_pass_rates_are_drawn_by_year(catalog: Catalog) -> None:
    rows = pass_rate_rows(catalog, "ahima/cca").to_pandas()
    assert rows["year"].is_unique
    assert "2025" in drawn(exam_specs.over_the_years("Pass rate, percent", "%", 15), rows)


def test_prices_are_drawn_with_their_history(catalog: Catalog) -> None:
    assert spans_years(price_rows(catalog, "aapc/cpc"))


def test_each_line_of_prices_is_named_once_at_its_end_and_no_name_covers_another(
    catalog: Catalog,
) -> None:
    rows = price_rows(catalog, "aapc/cpc").to_pandas()
    named = rows.dropna(subset=["label_at"])
    assert set(named["series"]) == set(rows["series"])
    assert named["series"].is_unique
    heights = sorted(named["label_at"])
    height = rows["value"].max() - rows["value"].min()
    gaps = [above - below for below, above in pairwise(heights)]
    assert min(gaps) >= 0.1 * height
    svg = drawn(exam_specs.over_the_years("Price", "$", 16), rows)
    assert ">2 attempts<" in svg
    assert "role-legend" not in svg


def test_a_legend_names_only_what_is_drawn() -> None:
    assert plan_specs.timeline(("study", "work"))["layer"][0]["encoding"]["color"]["scale"][
        "domain"
    ] == ["study", "work"]
    assert plan_specs.timeline(("work",))["layer"][0]["encoding"]["color"]["legend"] is None


def test_a_study_plan_is_drawn_with_its_parts_and_months(catalog: Catalog) -> None:
    plan = build_study_plan(catalog, StudyRequest("ahima/cca", 120, date(2026, 12, 1)))
    svg = drawn(study_weeks(), plan_bars(plan).to_pandas())
    assert "1. Clinical classification systems" in svg
    assert "Dec" in svg
    assert "review" in svg


def test_the_bars_of_a_plan_follow_each_other_without_a_gap(catalog: Catalog) -> None:
    plan = build_study_plan(catalog, StudyRequest("ahima/cca", 120, date(2026, 12, 1)))
    rows = plan_bars(plan).to_pylist()
    assert [row["first"] for row in rows[1:]] == [row["until"] for row in rows[:-1]]


def test_the_map_of_what_is_known_names_credentials_figures_and_states(catalog: Catalog) -> None:
    rows = health_data.cells(catalog, measure_coverage(catalog).of_issuer("nha")).to_pandas()
    svg = drawn(health_charts.coverage_map(), rows)
    for text in ("CBCS", "Exam price", "third party, current", "○", "–"):
        assert f">{text}<" in svg


def test_the_map_has_a_cell_for_each_credential_and_figure(catalog: Catalog) -> None:
    coverage = measure_coverage(catalog)
    cells = health_data.cells(catalog, coverage)
    assert cells.num_rows == sum(map(len, coverage.states.values()))


def test_the_bars_of_a_figure_add_up_to_the_credentials(catalog: Catalog) -> None:
    coverage = measure_coverage(catalog).of_issuer("ahima")
    counts = health_data.counts(coverage).to_pandas().groupby("field")["count"].sum()
    assert set(counts) == {len(coverage.states)}


def test_what_is_known_of_each_figure_is_drawn_as_bars(catalog: Catalog) -> None:
    svg = drawn(
        health_charts.coverage_by_field(), health_data.counts(measure_coverage(catalog)).to_pandas()
    )
    assert ">Exam price<" in svg


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("CPC", "CPC"),
        ("CPC, CPB, COC", "CPC, CPB, COC"),
        ("student members, 2 attempts", "student members,\n2 attempts"),
        ("first-time test takers", "first-time test\ntakers"),
    ],
)
def test_a_long_name_beside_a_line_goes_on_below(name: str, lines: str) -> None:
    assert in_lines(name) == lines
