"""Pay, outlook and surveys: what the model hands out of the tables."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model import careers
from cert_model.catalog import Catalog
from cert_model.schema.career_files import WageFile
from cert_model.schema.careers import WageRow
from cert_model.vocabulary import AreaKind, GroupKind, Measure, PayProgram, State

CODES = ["29-2071", "29-2098", "29-2072"]


def with_wages(catalog: Catalog, rows: list[WageRow]) -> Catalog:
    """The catalog with other wages."""
    changed = catalog.careers.model_copy(update={"wages": WageFile(rows=tuple(rows))})
    return replace(catalog, careers=changed)


def row(
    year: int, soc: str = careers.CODER_SOC, area: str = "United States", **pay: float
) -> WageRow:
    return WageRow.model_validate(
        {
            "soc": soc,
            "program": "oews",
            "as_of": f"{year}-05",
            "area_kind": "nation" if area == "United States" else "state",
            "area": area,
            "src": ["oews-nat-2025"],
            **pay,
        }
    )


def test_the_series_of_coders_has_five_segments(catalog: Catalog) -> None:
    pieces = [
        (part.soc, *part.years) for part in careers.series_segments(catalog, careers.CODER_SOC)
    ]
    assert pieces == [
        ("29-2071", 2011, 2011),
        ("29-2071", 2015, 2015),
        ("29-2071", 2018, 2018),
        ("29-2098", 2019, 2020),
        ("29-2072", 2021, 2025),
    ]


releases = st.sets(st.tuples(st.sampled_from(CODES), st.integers(2010, 2025)), min_size=1)


@given(releases)
def test_a_segment_never_joins_two_codes_or_skips_a_year(
    catalog: Catalog, released: set[tuple[str, int]]
) -> None:
    changed = with_wages(catalog, [row(year, soc, p50=40_000) for soc, year in sorted(released)])
    for part in careers.series_segments(changed, careers.CODER_SOC):
        assert {wages.soc for wages in part.rows} == {part.soc}
        years = [careers.release_year(wages) for wages in part.rows]
        assert years == list(range(years[0], years[-1] + 1))


@given(releases)
def test_no_release_is_lost_between_segments(
    catalog: Catalog, released: set[tuple[str, int]]
) -> None:
    changed = with_wages(catalog, [row(year, soc, p50=40_000) for soc, year in sorted(released)])
    drawn = [
        wages for part in careers.series_segments(changed, careers.CODER_SOC) for wages in part.rows
    ]
    assert {(wages.soc, careers.release_year(wages)) for wages in drawn} == released
    assert len(drawn) == len(released)


def test_each_break_names_the_people_it_began_to_count(catalog: Catalog) -> None:
    breaks = careers.series_breaks(catalog, careers.CODER_SOC)
    assert [(gap.before, gap.after) for gap in breaks] == [(2018, 2019), (2020, 2021)]
    assert all("dosimetrists" in gap.succession.text for gap in breaks)


def test_an_occupation_without_predecessor_has_no_break(catalog: Catalog) -> None:
    assert careers.series_breaks(catalog, "43-3021") == []


def test_superseded_codes_cannot_be_chosen(catalog: Catalog) -> None:
    assert next(iter(careers.selectable_occupations(catalog))) == careers.CODER_SOC
    assert not {"29-2071", "29-2098", "00-0000"} & set(careers.selectable_occupations(catalog))


def test_all_51_areas_have_a_median_of_the_same_release(catalog: Catalog) -> None:
    medians = careers.state_medians(catalog, careers.CODER_SOC)
    assert set(medians) == set(State)
    assert {median.as_of for median in medians.values()} == {"2025-05"}


def test_an_older_release_never_fills_the_gap_of_a_state(catalog: Catalog) -> None:
    rows = [row(2025, area="Ohio", p50=50_000), row(2024, area="Iowa", p50=40_000)]
    assert set(careers.state_medians(with_wages(catalog, rows), careers.CODER_SOC)) == {State.OH}


def area(name: str, median: float, *states: str, year: int = 2025) -> WageRow:
    kind = {"area_kind": AreaKind.METRO, "states": tuple(State(letters) for letters in states)}
    return row(year, p50=median).model_copy(update={"area": name, **kind})


def test_a_metro_of_two_states_is_found_from_both(catalog: Catalog) -> None:
    changed = with_wages(catalog, [area("Two Rivers", 50_000, "OR", "WA")])
    for state in (State.OR, State.WA):
        areas = careers.area_rows(changed, careers.CODER_SOC, state)
        assert [wages.area for wages in areas] == ["Two Rivers"]


def test_the_areas_of_a_state_come_highest_median_first(catalog: Catalog) -> None:
    rows = [area("Poor", 40_000, "OR"), area("Rich", 60_000, "OR"), area("Far", 90_000, "ME")]
    areas = careers.area_rows(with_wages(catalog, rows), careers.CODER_SOC, State.OR)
    assert [wages.area for wages in areas] == ["Rich", "Poor"]


def test_an_area_outside_the_metros_is_listed_too(catalog: Catalog) -> None:
    coast = area("Coast", 50_000, "OR").model_copy(update={"area_kind": AreaKind.NONMETRO})
    areas = careers.area_rows(with_wages(catalog, [coast]), careers.CODER_SOC, State.OR)
    assert [wages.area for wages in areas] == ["Coast"]


def test_sectors_and_single_industries_are_listed_together(catalog: Catalog) -> None:
    rows = [
        row(2025, p50=pay).model_copy(update={"area": kind.value, "area_kind": kind})
        for kind, pay in ((AreaKind.SECTOR, 40_000), (AreaKind.INDUSTRY, 50_000))
    ]
    listed = careers.industry_medians(with_wages(catalog, rows), careers.CODER_SOC)
    assert [wages.area for wages in listed] == ["industry", "sector"]


def test_areas_of_an_older_release_are_among_the_other_figures(catalog: Catalog) -> None:
    rows = [area("New", 50_000, "OR"), area("Old", 40_000, "OR", year=2021)]
    changed = with_wages(catalog, rows)
    assert [wages.area for wages in careers.area_rows(changed, careers.CODER_SOC, State.OR)] == [
        "New"
    ]
    assert [
        wages.area for wages in careers.other_state_rows(changed, careers.CODER_SOC, State.OR)
    ] == ["Old"]


def test_an_industry_named_twice_keeps_the_statistics(catalog: Catalog) -> None:
    rows = careers.industry_medians(catalog, careers.CODER_SOC)
    twice = [
        industry for industry in rows if industry.area == "Management of companies and enterprises"
    ]
    assert [industry.program for industry in twice] == [PayProgram.OEWS]


def test_industries_with_few_jobs_are_not_compared(catalog: Catalog) -> None:
    compared = careers.comparable_industries(careers.industry_medians(catalog, careers.CODER_SOC))
    assert "Manufacturing" not in {industry.area for industry in compared}


def test_new_jobs_are_a_tenth_of_the_change_over_ten_years(catalog: Catalog) -> None:
    edition = careers.headline_editions(catalog, careers.CODER_SOC)[-1]
    assert edition.edition == "2024–34"
    assert careers.new_jobs_per_year(edition) == pytest.approx(1_380)


def test_the_yardstick_is_of_the_same_edition(catalog: Catalog) -> None:
    for edition in careers.headline_editions(catalog, careers.CODER_SOC):
        everyone = careers.all_occupations_edition(catalog, edition)
        assert everyone is not None
        assert everyone.edition == edition.edition


def test_an_edition_without_a_yardstick_has_none(catalog: Catalog) -> None:
    newest = careers.headline_editions(catalog, careers.CODER_SOC)[0]
    later = newest.model_copy(update={"first_year": 2095, "last_year": 2105})
    assert careers.all_occupations_edition(catalog, later) is None


def test_schooling_adds_up_to_everybody(catalog: Catalog) -> None:
    for soc in careers.selectable_occupations(catalog):
        shares = careers.worker_education(catalog, soc)
        assert not shares or sum(share.percent for share in shares) == pytest.approx(100, abs=0.3)


def test_survey_figures_come_newest_first(catalog: Catalog) -> None:
    years = [figure.year for figure in careers.survey_rows_by_credential(catalog)]
    assert years == sorted(years, reverse=True)


def test_every_figure_by_credential_names_one_of_the_catalog(catalog: Catalog) -> None:
    assert all(
        figure.credential in catalog.credentials
        for figure in careers.survey_rows_by_credential(catalog)
    )


def test_the_newest_survey_by_number_runs_from_none_to_three(catalog: Catalog) -> None:
    kinds = [figure.group_kind for figure in careers.newest_rows_by_number(catalog)]
    assert kinds == [
        GroupKind.NOT_CERTIFIED,
        GroupKind.CERTIFIED,
        GroupKind.NUMBER,
        GroupKind.NUMBER,
    ]


def test_each_credential_shows_its_newest_figures_alone(catalog: Catalog) -> None:
    every, newest = (
        careers.survey_rows_by_credential(catalog),
        careers.newest_rows_by_credential(catalog),
    )
    assert {row.credential for row in newest} == {row.credential for row in every}
    last = {
        key: max(r.year for r in every if r.credential == key)
        for key in {row.credential for row in every}
    }
    assert all(row.year == last[row.credential] for row in newest)


def test_figures_of_two_surveys_are_never_drawn_as_one(catalog: Catalog) -> None:
    for rows in (careers.newest_rows_by_number(catalog), careers.newest_rows_by_setting(catalog)):
        assert all(row.compares_with(rows[0]) for row in rows)


def test_respondents_belong_to_the_whole_survey(catalog: Catalog) -> None:
    of_2009 = next(
        figure for figure in careers.survey_rows_by_credential(catalog) if figure.year == 2009
    )
    assert careers.survey_respondents(catalog, of_2009) == 10_000


def test_both_ways_of_computing_start_from_the_same_two_figures(catalog: Catalog) -> None:
    of_2022 = next(gap for gap in careers.pay_gaps(catalog) if gap.row.year == 2022)
    assert round(of_2022.percent_of_others, 1) == 21.5
    assert round(of_2022.percent_of_certified, 1) == of_2022.row.published_percent == 17.7


def test_the_smallest_pay_gap_and_the_newest_are_told_apart(catalog: Catalog) -> None:
    gaps = careers.smallest_and_newest_gap(catalog)
    assert gaps is not None
    smallest, newest = gaps
    assert smallest.row.measure is Measure.MEDIAN
    assert newest.row.year == 2025
    assert [round(gap.percent_of_others) for gap in gaps] == [11, 21]
