"""Sentences on pay and outlook say what stands in the tables, and call it what it is."""

from collections.abc import Iterator

import pytest

from cert_model import careers
from cert_model.careers import sentences
from cert_model.catalog import Catalog
from cert_model.schema.careers import WageRow
from cert_model.vocabulary import Measure, State
from tests.careers.career_tables import CODERS, cells, dollars, named_by, newest, percent_more, rows

WORK = "Medical records specialists"
OTHER_WORK = ["11-9111", "29-9021", "31-9094", "43-3021", "43-6013"]


def nation(catalog: Catalog, soc: str = CODERS) -> WageRow:
    found = careers.newest_national(catalog, soc)
    assert found is not None
    return found


@pytest.mark.parametrize("state", list(State), ids=str)
def test_a_state_is_held_against_the_nation_with_the_tables_figures(
    catalog: Catalog, state: State
) -> None:
    own = careers.state_medians(catalog, CODERS)[state]
    sentence = sentences.state_against_nation(own, nation(catalog), WORK)
    theirs, ours = newest("United States")["p50"], newest(state.label)["p50"]
    gap = int(ours) - int(theirs)
    assert sentence == (
        f"{WORK} in {state.label} earn a median of {dollars(ours)} a year (May 2025), "
        f"${abs(gap):,} or {percent_more(ours, theirs)} {'above' if gap > 0 else 'below'} "
        f"the nation's {dollars(theirs)}."
    )


@pytest.mark.parametrize("soc", [CODERS, *OTHER_WORK])
def test_the_nation_is_its_median_and_the_middle_half(catalog: Catalog, soc: str) -> None:
    releases = rows("wages", soc=soc, program="oews", area="United States")
    row = max(releases, key=lambda each: each["as_of"])
    sentence = sentences.nation(nation(catalog, soc), WORK)
    assert f"a median of {dollars(row['p50'])} a year (May {row['as_of'][:4]})" in sentence
    if row["p25"]:
        middle = f"between {dollars(row['p25'])} and {dollars(row['p75'])}."
        assert sentence.endswith(f"Half of them earn {middle}")


def test_pay_that_was_not_found_is_said_to_be() -> None:
    assert sentences.nation(None, WORK) == f"{WORK}: no pay in the nation was found."


def test_states_of_another_release_are_not_held_against_the_nation(catalog: Catalog) -> None:
    own = careers.state_medians(catalog, CODERS)[State.OH]
    older = own.model_copy(update={"as_of": "2024-05"})
    for beside in (nation(catalog), None):
        assert "nation" not in sentences.state_against_nation(older, beside, WORK)


def test_the_band_tells_both_ends_of_its_newest_piece_and_its_breaks(catalog: Catalog) -> None:
    parts = careers.segments(catalog, CODERS)
    sentence = sentences.band(parts, careers.breaks(catalog, CODERS))
    national = rows("wages", soc=CODERS, program="oews", area="United States")
    medians = [row["p50"] for row in sorted(national, key=lambda row: row["as_of"])]
    first, last = medians[0], medians[-1]
    assert f"from {dollars(first)} to {dollars(last)}, {percent_more(last, first)} more" in sentence
    assert "between 2018 and 2019 and between 2020 and 2021" in sentence


def test_the_map_names_the_states_at_its_ends_and_counts_those_above(catalog: Catalog) -> None:
    sentence = sentences.states(careers.state_medians(catalog, CODERS), nation(catalog))
    national = newest("United States")
    found = rows("wages", soc=CODERS, area_kind="state", as_of=national["as_of"], program="oews")
    ordered = sorted(found, key=lambda row: int(row["p50"]))
    low, top = ordered[0], ordered[-1]
    above = sum(int(row["p50"]) > int(national["p50"]) for row in found)
    assert f"highest in {top['area']} ({dollars(top['p50'])})" in sentence
    assert f"lowest in {low['area']} ({dollars(low['p50'])})" in sentence
    assert f"{above} of {len(found)} were above the nation's {dollars(national['p50'])}" in sentence


def test_the_best_paid_industry_and_the_largest_are_the_tables(catalog: Catalog) -> None:
    medians, shares = (
        careers.industry_medians(catalog, CODERS),
        careers.largest_industries(catalog, CODERS),
    )
    sentence = sentences.industries(medians, shares)
    release = rows("wages", soc=CODERS, area_kind="industry", as_of="2024-05")
    large = [
        row for row in release if row["program"] == "ooh" or int(row["employment"] or 0) >= 1000
    ]
    best = max(large, key=lambda row: int(row["p50"]))
    most = max(
        rows("industry_shares", soc=CODERS, program="ooh"), key=lambda row: float(row["percent"])
    )
    assert f"{best['area']} paid best: median {dollars(best['p50'])} a year, May 2024" in sentence
    assert f"{most['industry']}, {most['percent']} percent" in sentence


@pytest.mark.parametrize("soc", [CODERS, *OTHER_WORK])
def test_the_outlook_tells_growth_openings_and_new_jobs(catalog: Catalog, soc: str) -> None:
    editions = careers.headline_editions(catalog, soc)
    assert editions
    for edition in editions:
        row = cells("projections", soc=edition.soc, first_year=str(edition.first_year))
        everyone = rows("projections", soc="00-0000", first_year=row["first_year"])
        sentence = sentences.outlook(edition, careers.of_all_occupations(catalog, edition))
        growth = float(row["growth_percent"])
        if growth:
            way = "more" if growth > 0 else "fewer"
            assert f"{row['growth_percent'].removeprefix('-')} percent {way} jobs" in sentence
        assert ("for all occupations" in sentence) == bool(everyone)
        for row_of_all in everyone:
            assert f"against {row_of_all['growth_percent']} percent" in sentence
        if row["annual_openings"]:
            assert f"about {int(row['annual_openings']):,} openings a year" in sentence
        if int(row["change"] or 0) > 0 and row["annual_openings"]:
            assert f"about {int(row['change']) / 10:,.0f} are new jobs" in sentence


def test_openings_that_were_not_found_are_said_to_be(catalog: Catalog) -> None:
    clerks = careers.editions(catalog, "43-3021")[-1]
    sentence = sentences.outlook(clerks, None)
    assert "no change in the number of jobs" in sentence
    assert "openings a year was not found" in sentence


def test_shrinking_work_is_called_fewer_jobs(catalog: Catalog) -> None:
    typists = careers.editions(catalog, "31-9094")[-1]
    assert "5 percent fewer jobs" in sentences.outlook(typists, None)


def of_measure(catalog: Catalog, measure: Measure) -> Iterator[str]:
    """What is said of wages of which only a mean is known, or of those with a median."""
    for row in catalog.careers.wages.rows:
        if row.value is not None and (row.p50 is None) == (measure is Measure.MEAN):
            yield sentences.pay(row)
            yield sentences.nation(row, WORK)


@pytest.mark.parametrize(
    ("measure", "other"), [(Measure.MEAN, "median"), (Measure.MEDIAN, "mean")], ids=str
)
def test_a_mean_is_never_called_a_median_nor_the_other_way_round(
    catalog: Catalog, measure: Measure, other: str
) -> None:
    assert named_by(measure.label, other, list(of_measure(catalog, measure)))
