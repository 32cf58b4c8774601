"""Sentences on surveys say what stands in the tables, and call it what it is."""

from collections.abc import Iterator

import pytest

from cert_model import careers
from cert_model.careers import survey_sentences
from cert_model.catalog import Catalog
from cert_model.schema.careers import SurveyRow
from cert_model.vocabulary import Measure
from tests.careers.career_tables import Cells, cells, dollars, named_by, percent_more, rows


def amount(row: Cells) -> float:
    return float(row["amount"])


def test_pay_by_credential_is_the_tables(catalog: Catalog) -> None:
    sentence = survey_sentences.by_credential(careers.newest_by_credential(catalog))
    of_2025 = sorted(rows("surveys", year="2025", group_kind="credential"), key=amount)
    low, top = of_2025[0], of_2025[-1]
    assert f"{top['group']} reported a {top['measure']} of {dollars(top['amount'])}" in sentence
    assert f"{low['group']} one of {dollars(low['amount'])}" in sentence


def test_pay_by_number_is_the_tables(catalog: Catalog) -> None:
    none = cells("surveys", year="2025", group_kind="not-certified")
    three = cells("surveys", year="2025", held="3")
    assert survey_sentences.by_number(careers.newest_by_number(catalog)) == (
        f"In AAPC's survey of 2025 the {none['measure']} was {dollars(none['amount'])} for those "
        f"not certified and {dollars(three['amount'])} for holders of {three['group']}."
    )


def test_pay_by_place_of_work_is_the_tables(catalog: Catalog) -> None:
    of_2015 = sorted(rows("surveys", year="2015", group_kind="setting"), key=amount)
    low, top = of_2015[0], of_2015[-1]
    assert survey_sentences.by_setting(careers.newest_by_setting(catalog)) == (
        f"In AAPC's survey of 2015 the {top['measure']} was highest for “{top['group']}” "
        f"({dollars(top['amount'])}) and lowest for “{low['group']}” ({dollars(low['amount'])})."
    )


def pay_comparisons() -> list[Cells]:
    return [row for row in rows("certification_effect") if row["unit"] != "percent"]


@pytest.mark.parametrize("row", pay_comparisons(), ids=lambda row: f"{row['year']} {row['unit']}")
def test_a_gap_is_told_both_ways(catalog: Catalog, row: Cells) -> None:
    found = next(
        each
        for each in careers.pay_gaps(catalog)
        if (str(each.row.year), each.row.population) == (row["year"], row["population"])
    )
    unit = "a year" if row["unit"] == "dollars-a-year" else "a week"
    certified, others = row["certified"], row["not_certified"]
    of_certified = round((float(certified) - float(others)) / float(certified) * 100, 1)
    assert survey_sentences.gap(found) == (
        f"{row['publisher']}, {row['year']}: a {row['measure']} of {dollars(certified)} {unit} "
        f"against {dollars(others)}. That is {percent_more(certified, others)} more than the "
        f"others earn, or {of_certified:g} percent of what the certified earn."
    )


def test_the_gap_among_people_alike_stands_beside_that_of_all(catalog: Catalog) -> None:
    everybody, alike = (
        cells("certification_effect", year="2015", population=f"all occupations, {people}")
        for people in ("full time", "some college or associate degree")
    )
    wide, narrow = (
        percent_more(row["certified"], row["not_certified"]) for row in (everybody, alike)
    )
    assert survey_sentences.alike(careers.pay_gaps(catalog)) == (
        f"{everybody['publisher']}, 2015: {wide} for {everybody['population']}, but "
        f"{narrow} for {alike['population']}."
    )


def test_remote_work_is_the_share_that_somebody_stands_behind(catalog: Catalog) -> None:
    sentence = survey_sentences.remote(catalog.careers.findings.remote)
    assert sentence == "55 percent of those who answered work remotely (AAPC, 2022)."


def test_how_many_answered_and_where_nobody_says() -> None:
    said = survey_sentences.answered({2025: None, 2013: 15_000, 2009: 10_000})
    assert said == "15,000 in 2013; 10,000 in 2009. Not published for 2025."


def of_measure(catalog: Catalog, measure: Measure) -> Iterator[str]:
    """What is said of figures of one measure alone."""
    surveys = [row for row in catalog.careers.surveys.rows if row.measure is measure]
    by_year: dict[int, list[SurveyRow]] = {}
    for row in surveys:
        by_year.setdefault(row.year, []).append(row)
    yield from (survey_sentences.by_credential(same) for same in by_year.values() if len(same) > 1)
    yield from (survey_sentences.by_number([row, row]) for row in surveys)
    yield from (survey_sentences.by_setting([row, row]) for row in surveys)
    for gap in careers.pay_gaps(catalog):
        if gap.row.measure is measure:
            yield survey_sentences.gap(gap)


@pytest.mark.parametrize(
    ("measure", "other"), [(Measure.MEAN, "median"), (Measure.MEDIAN, "mean")], ids=str
)
def test_a_mean_is_never_called_a_median_nor_the_other_way_round(
    catalog: Catalog, measure: Measure, other: str
) -> None:
    assert named_by(measure.label, other, list(of_measure(catalog, measure)))
