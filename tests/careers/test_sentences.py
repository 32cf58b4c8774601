"""Sentences on pay, outlook and payback repeat the figures of the tables with their measure."""

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
    row = careers.newest_national_row(catalog, soc)
    assert row is not None
    return row


@pytest.mark.parametrize("state", list(State), ids=str)
def test_a_state_is_compared_with_the_nation_by_the_tables_figures(
    catalog: Catalog, state: State
) -> None:
    own = careers.state_medians(catalog, CODERS)[state]
    sentence = sentences.compare_state_with_nation(own, nation(catalog), WORK)
    national, of_state = newest("United States")["p50"], newest(state.label)["p50"]
    gap = int(of_state) - int(national)
    place = "the District of Columbia" if state is State.DC else state.label
    assert sentence == (
        f"{WORK} in {place} earn a median of {dollars(of_state)} a year (May 2025), "
        f"${abs(gap):,} or {percent_more(of_state, national)} {'above' if gap > 0 else 'below'} "
        f"the national median of {dollars(national)}."
    )


@pytest.mark.parametrize("soc", [CODERS, *OTHER_WORK])
def test_national_pay_is_the_median_and_the_middle_half(catalog: Catalog, soc: str) -> None:
    releases = rows("wages", soc=soc, program="oews", area="United States")
    row = max(releases, key=lambda row: row["as_of"])
    sentence = sentences.describe_national_pay(nation(catalog, soc), WORK)
    assert f"a median of {dollars(row['p50'])} a year (May {row['as_of'][:4]})" in sentence
    if row["p25"]:
        middle = f"between {dollars(row['p25'])} and {dollars(row['p75'])}."
        assert sentence.endswith(f"Half of them earn {middle}")


def test_national_pay_that_was_not_found_is_reported_as_such() -> None:
    assert (
        sentences.describe_national_pay(None, WORK) == f"{WORK}: no national pay figure was found."
    )


def test_states_of_another_release_are_not_compared_with_the_nation(catalog: Catalog) -> None:
    own = careers.state_medians(catalog, CODERS)[State.OH]
    older = own.model_copy(update={"as_of": "2024-05"})
    for beside in (nation(catalog), None):
        assert "nation" not in sentences.compare_state_with_nation(older, beside, WORK)


def test_the_trend_gives_both_ends_of_the_newest_segment_and_every_break(catalog: Catalog) -> None:
    segments = careers.series_segments(catalog, CODERS)
    sentence = sentences.describe_pay_trend(segments, careers.series_breaks(catalog, CODERS))
    national = rows("wages", soc=CODERS, program="oews", area="United States")
    medians = [row["p50"] for row in sorted(national, key=lambda row: row["as_of"])]
    first, last = medians[0], medians[-1]
    change = f"rose from {dollars(first)} to {dollars(last)}, by {percent_more(last, first)} before"
    assert change in sentence
    assert "between 2018 and 2019 and between 2020 and 2021" in sentence


def test_the_map_names_the_states_at_its_ends_and_counts_those_above(catalog: Catalog) -> None:
    sentence = sentences.describe_states(careers.state_medians(catalog, CODERS), nation(catalog))
    national = newest("United States")
    states = rows("wages", soc=CODERS, area_kind="state", as_of=national["as_of"], program="oews")
    ordered = sorted(states, key=lambda row: int(row["p50"]))
    low, top = ordered[0], ordered[-1]
    above = sum(int(row["p50"]) > int(national["p50"]) for row in states)
    assert f"highest in the {top['area']} ({dollars(top['p50'])})" in sentence
    assert f"lowest in {low['area']} ({dollars(low['p50'])})" in sentence
    assert (
        f"{above} of {len(states)} were above the national median of {dollars(national['p50'])}"
        in sentence
    )


def test_the_best_paid_industry_and_the_largest_are_the_tables(catalog: Catalog) -> None:
    medians, shares = (
        careers.industry_medians(catalog, CODERS),
        careers.largest_industries(catalog, CODERS),
    )
    sentence = sentences.describe_industries(medians, shares)
    release = [
        row
        for kind in ("sector", "industry")
        for row in rows("wages", soc=CODERS, area_kind=kind, as_of="2025-05")
    ]
    large = [row for row in release if int(row["employment"] or 0) >= 1000]
    best = max(large, key=lambda row: int(row["p50"]))
    most = max(
        rows("industry_shares", soc=CODERS, program="ooh"), key=lambda row: float(row["percent"])
    )
    assert f"{best['area']} paid best: median {dollars(best['p50'])} a year, May 2025" in sentence
    counted = f"The most jobs, {most['percent']} percent, were counted in “{most['industry']}”."
    assert sentence.endswith(counted)


@pytest.mark.parametrize("soc", [CODERS, *OTHER_WORK])
def test_the_outlook_gives_growth_openings_and_new_jobs(catalog: Catalog, soc: str) -> None:
    editions = careers.headline_editions(catalog, soc)
    assert editions
    for edition in editions:
        row = cells("projections", soc=edition.soc, first_year=str(edition.first_year))
        everyone = rows("projections", soc="00-0000", first_year=row["first_year"])
        sentence = sentences.describe_outlook(
            edition, careers.all_occupations_edition(catalog, edition)
        )
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


def test_openings_that_were_not_found_are_reported_as_such(catalog: Catalog) -> None:
    clerks = careers.outlook_editions(catalog, "43-3021")[-1]
    sentence = sentences.describe_outlook(clerks, None)
    assert "no change in the number of jobs" in sentence
    assert "number of openings a year was not found" in sentence


def test_shrinking_work_is_called_fewer_jobs(catalog: Catalog) -> None:
    typists = careers.outlook_editions(catalog, "31-9094")[-1]
    assert "5 percent fewer jobs" in sentences.describe_outlook(typists, None)


def of_measure(catalog: Catalog, measure: Measure) -> Iterator[str]:
    """Every sentence on wages with a mean alone, or on those with a median."""
    for row in catalog.careers.wages.rows:
        if row.value is not None and (row.p50 is None) == (measure is Measure.MEAN):
            yield sentences.format_dated_pay(row)
            yield sentences.describe_national_pay(row, WORK)


@pytest.mark.parametrize(
    ("measure", "other"), [(Measure.MEAN, "median"), (Measure.MEDIAN, "mean")], ids=str
)
def test_a_mean_is_never_called_a_median_nor_the_other_way_round(
    catalog: Catalog, measure: Measure, other: str
) -> None:
    assert named_by(measure.label, other, list(of_measure(catalog, measure)))
