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


def row(year: int, soc: str = careers.CODERS, area: str = "United States", **pay: float) -> WageRow:
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


def test_the_series_of_coders_is_five_pieces(catalog: Catalog) -> None:
    pieces = [(part.soc, *part.years) for part in careers.segments(catalog, careers.CODERS)]
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
    catalog: Catalog, known: set[tuple[str, int]]
) -> None:
    changed = with_wages(catalog, [row(year, soc, p50=40_000) for soc, year in sorted(known)])
    for part in careers.segments(changed, careers.CODERS):
        assert {each.soc for each in part.rows} == {part.soc}
        years = [careers.year_of(each) for each in part.rows]
        assert years == list(range(years[0], years[-1] + 1))


@given(releases)
def test_no_release_is_lost_between_segments(catalog: Catalog, known: set[tuple[str, int]]) -> None:
    changed = with_wages(catalog, [row(year, soc, p50=40_000) for soc, year in sorted(known)])
    kept = [each for part in careers.segments(changed, careers.CODERS) for each in part.rows]
    assert {(each.soc, careers.year_of(each)) for each in kept} == known
    assert len(kept) == len(known)


def test_each_break_says_who_was_counted_instead(catalog: Catalog) -> None:
    found = careers.breaks(catalog, careers.CODERS)
    assert [(each.before, each.after) for each in found] == [(2018, 2019), (2020, 2021)]
    assert all("dosimetrists" in each.succession.text for each in found)


def test_an_occupation_without_predecessor_has_no_break(catalog: Catalog) -> None:
    assert careers.breaks(catalog, "43-3021") == []


def test_superseded_codes_are_no_work_to_choose(catalog: Catalog) -> None:
    assert next(iter(careers.choices(catalog))) == careers.CODERS
    assert not {"29-2071", "29-2098", "00-0000"} & set(careers.choices(catalog))


def test_all_51_areas_have_a_median_of_the_same_release(catalog: Catalog) -> None:
    medians = careers.state_medians(catalog, careers.CODERS)
    assert set(medians) == set(State)
    assert {each.as_of for each in medians.values()} == {"2025-05"}


def test_an_older_release_never_fills_the_gap_of_a_state(catalog: Catalog) -> None:
    rows = [row(2025, area="Ohio", p50=50_000), row(2024, area="Iowa", p50=40_000)]
    assert set(careers.state_medians(with_wages(catalog, rows), careers.CODERS)) == {State.OH}


def test_a_metro_of_two_states_is_found_from_both(catalog: Catalog) -> None:
    for state in (State.OR, State.WA):
        areas = [each.area for each in careers.further_rows(catalog, careers.CODERS, state)]
        assert "Portland-Vancouver-Hillsboro, OR-WA" in areas


def test_starting_pay_is_the_states_own_25th_percentile_where_known(catalog: Catalog) -> None:
    rows = [row(2025, p25=40_000, p50=50_000), row(2025, area="Ohio", p25=35_000, p50=45_000)]
    found = careers.starting_pay(with_wages(catalog, rows), careers.CODERS, State.OH)
    assert found is not None
    assert (found.amount, found.row.area) == (35_000, "Ohio")


def test_starting_pay_falls_back_to_the_nation(catalog: Catalog) -> None:
    found = careers.starting_pay(catalog, careers.CODERS, State.AL)
    assert found is not None
    assert (found.amount, found.row.area_kind) == (43_490, AreaKind.NATION)


def test_an_industry_named_twice_keeps_the_statistics(catalog: Catalog) -> None:
    rows = careers.industry_medians(catalog, careers.CODERS)
    twice = [each for each in rows if each.area == "Management of companies and enterprises"]
    assert [each.program for each in twice] == [PayProgram.OEWS]


def test_industries_with_few_jobs_are_not_compared(catalog: Catalog) -> None:
    compared = careers.comparable(careers.industry_medians(catalog, careers.CODERS))
    assert "Manufacturing" not in {each.area for each in compared}


def test_new_jobs_are_a_tenth_of_the_change_over_ten_years(catalog: Catalog) -> None:
    edition = careers.headline_editions(catalog, careers.CODERS)[-1]
    assert edition.edition == "2024–34"
    assert careers.new_jobs_a_year(edition) == pytest.approx(1_380)


def test_the_yardstick_is_of_the_same_edition(catalog: Catalog) -> None:
    newest, full = careers.headline_editions(catalog, careers.CODERS)
    assert careers.of_all_occupations(catalog, newest) is None
    everyone = careers.of_all_occupations(catalog, full)
    assert everyone is not None
    assert everyone.growth_percent == 3


def test_schooling_adds_up_to_everybody(catalog: Catalog) -> None:
    for soc in careers.choices(catalog):
        shares = careers.schooling(catalog, soc)
        assert not shares or sum(each.percent for each in shares) == pytest.approx(100, abs=0.3)


def test_survey_figures_come_newest_first(catalog: Catalog) -> None:
    years = [each.year for each in careers.by_credential(catalog)]
    assert years == sorted(years, reverse=True)


def test_every_figure_by_credential_names_one_of_the_catalog(catalog: Catalog) -> None:
    assert all(each.credential in catalog.credentials for each in careers.by_credential(catalog))


def test_the_newest_survey_by_number_runs_from_none_to_three(catalog: Catalog) -> None:
    kinds = [each.group_kind for each in careers.newest_by_number(catalog)]
    assert kinds == [
        GroupKind.NOT_CERTIFIED,
        GroupKind.CERTIFIED,
        GroupKind.NUMBER,
        GroupKind.NUMBER,
    ]


def test_each_credential_shows_its_newest_figures_alone(catalog: Catalog) -> None:
    every, newest = careers.by_credential(catalog), careers.newest_by_credential(catalog)
    assert {row.credential for row in newest} == {row.credential for row in every}
    last = {
        key: max(r.year for r in every if r.credential == key)
        for key in {row.credential for row in every}
    }
    assert all(row.year == last[row.credential] for row in newest)


def test_figures_of_two_surveys_are_never_drawn_as_one(catalog: Catalog) -> None:
    for rows in (careers.newest_by_number(catalog), careers.newest_by_setting(catalog)):
        assert all(row.compares_with(rows[0]) for row in rows)


def test_respondents_belong_to_the_whole_survey(catalog: Catalog) -> None:
    of_2009 = next(each for each in careers.by_credential(catalog) if each.year == 2009)
    assert careers.respondents(catalog, of_2009) == 10_000


def test_both_ways_of_computing_start_from_the_same_two_figures(catalog: Catalog) -> None:
    of_2022 = next(each for each in careers.pay_gaps(catalog) if each.row.year == 2022)
    assert round(of_2022.of_others, 1) == 21.5
    assert round(of_2022.of_certified, 1) == of_2022.row.published_percent == 17.7


def test_raises_to_start_from_lie_between_the_smallest_and_the_newest_gap(
    catalog: Catalog,
) -> None:
    usual = careers.usual_raises(catalog)
    assert usual is not None
    assert usual.smallest.row.measure is Measure.MEDIAN
    assert usual.newest.row.year == 2025
    assert [round(each) for each in (usual.low, usual.typical, usual.high)] == [11, 16, 21]
