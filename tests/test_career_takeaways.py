"""Sentences on work and pay say what stands in the tables, and call it what it is."""

import csv
from collections.abc import Iterator

import pytest

from cert_model import career_takeaways, careers
from cert_model.careers import Cases, Outlay, Payback
from cert_model.catalog import DATA, Catalog
from cert_model.costs import Money
from cert_model.schema.careers import SurveyRow, WageRow
from cert_model.vocabulary import Measure, State

WORK = "Medical records specialists"


def cells(name: str, **wanted: str) -> dict[str, str]:
    """The one row of a table whose cells are these, as it stands in the file."""
    with (DATA / "careers" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if wanted.items() <= row.items()]
    assert len(rows) == 1, wanted
    return rows[0]


def dollars(text: str) -> str:
    return f"${int(text):,}"


def newest(area: str) -> dict[str, str]:
    return cells("wages", soc=careers.CODERS, area=area, as_of="2025-05")


def nation(catalog: Catalog) -> WageRow:
    found = careers.newest_national(catalog, careers.CODERS)
    assert found is not None
    return found


@pytest.mark.parametrize("state", list(State), ids=str)
def test_a_state_is_held_against_the_nation_with_the_tables_figures(
    catalog: Catalog, state: State
) -> None:
    own = careers.state_medians(catalog, careers.CODERS)[state]
    sentence = career_takeaways.state_against_nation(own, nation(catalog), WORK)
    theirs, ours = newest("United States")["p50"], newest(state.label)["p50"]
    gap = int(ours) - int(theirs)
    assert f"a median of {dollars(ours)} a year (May 2025)" in sentence
    assert f"${abs(gap):,} or " in sentence
    assert f"{'above' if gap > 0 else 'below'} the nation's {dollars(theirs)}" in sentence


def test_the_nation_is_its_median_and_the_middle_half(catalog: Catalog) -> None:
    row = newest("United States")
    assert career_takeaways.nation(nation(catalog), WORK) == (
        f"{WORK} in the nation earn a median of {dollars(row['p50'])} a year (May 2025). "
        f"Half of them earn between {dollars(row['p25'])} and {dollars(row['p75'])}."
    )


def test_states_of_another_release_are_not_held_against_the_nation(catalog: Catalog) -> None:
    own = careers.state_medians(catalog, careers.CODERS)[State.OH]
    older = own.model_copy(update={"as_of": "2024-05"})
    assert "nation" not in career_takeaways.state_against_nation(older, nation(catalog), WORK)


def test_the_band_tells_both_ends_of_its_newest_piece_and_its_breaks(catalog: Catalog) -> None:
    parts = careers.segments(catalog, careers.CODERS)
    sentence = career_takeaways.band(parts, careers.breaks(catalog, careers.CODERS))
    first = cells("wages", soc=careers.CODERS, area="United States", as_of="2021-05")["p50"]
    last = newest("United States")["p50"]
    assert f"from {dollars(first)} to {dollars(last)}" in sentence
    assert "between 2018 and 2019 and between 2020 and 2021" in sentence


def test_the_map_names_the_states_at_its_ends(catalog: Catalog) -> None:
    medians = careers.state_medians(catalog, careers.CODERS)
    sentence = career_takeaways.states(medians, nation(catalog))
    assert f"District of Columbia ({dollars(newest('District of Columbia')['p50'])})" in sentence
    assert f"Mississippi ({dollars(newest('Mississippi')['p50'])})" in sentence
    assert "28 of 51" in sentence


def test_the_best_paid_industry_is_the_tables(catalog: Catalog) -> None:
    rows = careers.industry_medians(catalog, careers.CODERS)
    shares = careers.largest_industries(catalog, careers.CODERS)
    area = "Finance and insurance (includes health insurers)"
    best = cells("wages", soc=careers.CODERS, area=area, as_of="2024-05")["p50"]
    share = cells("industry_shares", soc=careers.CODERS, program="ooh", percent="28")["industry"]
    sentence = career_takeaways.industries(rows, shares)
    assert f"{area} paid best: median {dollars(best)} a year, May 2024" in sentence
    assert f"{share}, 28 percent" in sentence


def test_the_outlook_tells_growth_openings_and_new_jobs(catalog: Catalog) -> None:
    edition = careers.headline_editions(catalog, careers.CODERS)[-1]
    row = cells("projections", soc=careers.CODERS, first_year="2024")
    sentence = career_takeaways.outlook(edition, careers.of_all_occupations(catalog, edition))
    assert f"{row['growth_percent']} percent more jobs, against 3 percent" in sentence
    assert f"about {int(row['annual_openings']):,} openings a year" in sentence
    assert f"about {int(row['change']) // 10:,} are new jobs" in sentence


def test_openings_that_were_not_found_are_said_to_be(catalog: Catalog) -> None:
    clerks = careers.editions(catalog, "43-3021")[-1]
    sentence = career_takeaways.outlook(clerks, None)
    assert "no change in the number of jobs" in sentence
    assert "openings a year was not found" in sentence


def test_shrinking_work_is_called_fewer_jobs(catalog: Catalog) -> None:
    typists = careers.editions(catalog, "31-9094")[-1]
    assert "5 percent fewer jobs" in career_takeaways.outlook(typists, None)


def test_pay_by_credential_is_the_tables(catalog: Catalog) -> None:
    crc, cpc = (
        cells("surveys", year="2025", credential=f"aapc/{code}")["amount"]
        for code in ("crc", "cpc")
    )
    sentence = career_takeaways.by_credential(careers.by_credential(catalog))
    assert f"CRC reported a mean of {dollars(crc)}" in sentence
    assert f"CPC one of {dollars(cpc)}" in sentence


def test_pay_by_number_is_the_tables(catalog: Catalog) -> None:
    none = cells("surveys", year="2025", group_kind="not-certified")["amount"]
    three = cells("surveys", year="2025", held="3")["amount"]
    sentence = career_takeaways.by_number(careers.newest_by_number(catalog))
    assert f"the mean was {dollars(none)} for those not certified and {dollars(three)}" in sentence


def test_pay_by_place_of_work_is_the_tables(catalog: Catalog) -> None:
    top = cells("surveys", year="2015", group="Health system")["amount"]
    low = cells("surveys", year="2015", group="Medium group practice (11 to 49 physicians)")
    sentence = career_takeaways.by_setting(careers.newest_by_setting(catalog))
    assert f"the mean was highest for “Health system” ({dollars(top)})" in sentence
    assert sentence.endswith(f"({dollars(low['amount'])}).")


def test_a_gap_is_told_both_ways(catalog: Catalog) -> None:
    row = cells("certification_effect", publisher="AAPC", year="2022")
    of_2022 = next(each for each in careers.pay_gaps(catalog) if each.row.year == 2022)
    sentence = career_takeaways.gap(of_2022)
    assert f"{dollars(row['certified'])} a year against {dollars(row['not_certified'])}" in sentence
    assert "21.5 percent more than the others earn, or 17.7 percent of what" in sentence


def test_the_gap_among_people_alike_stands_beside_that_of_all(catalog: Catalog) -> None:
    assert career_takeaways.alike(careers.pay_gaps(catalog)) == (
        "BLS, Current Population Survey, 2015: 34.4 percent for all occupations, full time, but "
        "11.2 percent for all occupations, some college or associate degree."
    )


def test_remote_work_is_the_share_that_somebody_stands_behind(catalog: Catalog) -> None:
    sentence = career_takeaways.remote(catalog.careers.findings.remote)
    assert sentence == "55 percent of those who answered work remotely (AAPC, 2022)."


def test_pay_that_stands_in_says_whose_it_is(catalog: Catalog) -> None:
    start = careers.starting_pay(catalog, careers.CODERS, State.AL)
    assert start is not None
    sentence = career_takeaways.whose_pay(start, State.AL)
    assert f"{dollars(newest('United States')['p25'])} stands in" in sentence
    assert "25th percentile of the nation, May 2025" in sentence
    assert sentence.endswith("That of Alabama was not found.")


def test_how_many_answered_and_where_nobody_says() -> None:
    said = career_takeaways.answered({2025: None, 2013: 15_000, 2009: 10_000})
    assert said == "15,000 in 2013; 10,000 in 2009. Not published for 2025."


def sentences_with(catalog: Catalog, measure: Measure) -> Iterator[str]:
    """What is said of figures of one measure alone."""
    surveys = [row for row in catalog.careers.surveys.rows if row.measure is measure]
    by_year: dict[int, list[SurveyRow]] = {}
    for row in surveys:
        by_year.setdefault(row.year, []).append(row)
    yield from (career_takeaways.by_credential(rows) for rows in by_year.values() if len(rows) > 1)
    yield from (career_takeaways.by_number([row, row]) for row in surveys)
    yield from (
        career_takeaways.gap(each)
        for each in careers.pay_gaps(catalog)
        if each.row.measure is measure
    )
    paid = (row for row in catalog.careers.wages.rows if row.value is not None)
    for wage in paid:
        if measure is (Measure.MEAN if wage.p50 is None else Measure.MEDIAN):
            yield career_takeaways.pay(wage)
            yield career_takeaways.nation(wage, WORK)


@pytest.mark.parametrize(
    ("measure", "other"), [(Measure.MEAN, "median"), (Measure.MEDIAN, "mean")], ids=str
)
def test_a_mean_is_never_called_a_median_nor_the_other_way_round(
    catalog: Catalog, measure: Measure, other: str
) -> None:
    sentences = list(sentences_with(catalog, measure))
    assert all(measure.label in sentence for sentence in sentences)
    assert [sentence for sentence in sentences if other in sentence] == []


def test_the_break_even_raise_is_told_with_its_dollars() -> None:
    cost = Outlay(Money.exactly(1_200), Money.exactly(400), 6, complete=True)
    sentence = career_takeaways.break_even("CPC", cost, Cases(1.5, 1.5, 1.5), 40_000)
    assert sentence == (
        "CPC: $1,200 to earn, $400 a year to keep. At $40,000 a year, a raise below 1.5 percent "
        "($600 a year) never pays it back within 6 years."
    )


def test_a_cost_with_a_price_missing_is_at_least() -> None:
    cost = Outlay(Money.exactly(1_200), Money.exactly(400), 6, complete=False)
    sentence = career_takeaways.break_even("CPC", cost, Cases(1, 1.5, 2), 40_000)
    assert "at least $1,200 to earn" in sentence
    assert "1 percent if it costs least, 2 percent if it costs most" in sentence


def test_months_are_rounded_up_and_never_is_said() -> None:
    found = Payback(2, 800, Cases(3.2, 30.0, None))
    assert career_takeaways.months(found, 6) == (
        "30 months (from 4 months to never within 6 years)"
    )
