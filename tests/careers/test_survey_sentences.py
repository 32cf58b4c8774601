"""Sentences on surveys repeat the figures of the tables under the measure they have."""

from collections.abc import Iterator

import pytest

from cert_model import careers
from cert_model.careers import survey_sentences
from cert_model.catalog import Catalog
from cert_model.schema.career_files import Study
from cert_model.schema.careers import SurveyRow
from cert_model.vocabulary import Measure
from tests.careers.career_tables import Cells, cells, dollars, named_by, percent_more, rows


def amount(row: Cells) -> float:
    return float(row["amount"])


def test_a_study_stands_with_its_figure_publisher_and_year() -> None:
    study = Study.model_validate(
        {"id": "s", "publisher": "P", "year": 2024, "text": "Codes", "percent": 12.5, "src": ["a"]}
    )
    assert survey_sentences.describe_study(study) == "12.5 percent: Codes (P, 2024)."


def test_pay_by_credential_is_the_tables(catalog: Catalog) -> None:
    sentence = survey_sentences.describe_by_credential(careers.newest_rows_by_credential(catalog))
    of_2025 = sorted(rows("surveys", year="2025", group_kind="credential"), key=amount)
    low, top = of_2025[0], of_2025[-1]
    assert f"{top['group']} reported a {top['measure']} of {dollars(top['amount'])}" in sentence
    assert f"{low['group']} {dollars(low['amount'])}" in sentence


def test_pay_by_number_is_the_tables(catalog: Catalog) -> None:
    none = cells("surveys", year="2025", group_kind="not-certified")
    three = cells("surveys", year="2025", held="3")
    assert survey_sentences.describe_by_number(careers.newest_rows_by_number(catalog)) == (
        f"In AAPC's 2025 survey, the {none['measure']} was {dollars(none['amount'])} for those "
        f"not certified and {dollars(three['amount'])} for holders of {three['group']}."
    )


def test_pay_by_place_of_work_is_the_tables(catalog: Catalog) -> None:
    of_2015 = sorted(rows("surveys", year="2015", group_kind="setting"), key=amount)
    low, top = of_2015[0], of_2015[-1]
    assert survey_sentences.describe_by_setting(careers.newest_rows_by_setting(catalog)) == (
        f"In AAPC's 2015 survey, the {top['measure']} was highest for “{top['group']}” "
        f"({dollars(top['amount'])}) and lowest for “{low['group']}” ({dollars(low['amount'])})."
    )


def pay_comparisons() -> list[Cells]:
    return [row for row in rows("certification_effect") if row["unit"] != "percent"]


@pytest.mark.parametrize("row", pay_comparisons(), ids=lambda row: f"{row['year']} {row['unit']}")
def test_a_gap_is_given_both_ways(catalog: Catalog, row: Cells) -> None:
    gap = next(
        gap
        for gap in careers.pay_gaps(catalog)
        if (str(gap.row.year), gap.row.population) == (row["year"], row["population"])
    )
    unit = "a year" if row["unit"] == "dollars-a-year" else "a week"
    certified, others = row["certified"], row["not_certified"]
    percent_of_certified = round((float(certified) - float(others)) / float(certified) * 100, 1)
    assert survey_sentences.describe_gap(gap) == (
        f"{row['publisher']}, {row['year']}: the certified earned a {row['measure']} of "
        f"{dollars(certified)} {unit}, the others {dollars(others)}. The difference is "
        f"{percent_more(certified, others)} of what the others earn, or "
        f"{percent_of_certified:g} percent of what the certified earn."
    )


def test_the_widest_gap_of_a_survey_stands_beside_its_narrowest(catalog: Catalog) -> None:
    everybody, same_schooling = (
        cells("certification_effect", year="2015", population=f"all occupations, {people}")
        for people in ("full time", "some college or associate degree")
    )
    wide, narrow = (
        percent_more(row["certified"], row["not_certified"]) for row in (everybody, same_schooling)
    )
    assert survey_sentences.describe_gap_range(careers.pay_gaps(catalog)) == (
        f"{everybody['publisher']}, 2015: the difference is {wide} for "
        f"{everybody['population']}, but {narrow} for {same_schooling['population']}."
    )


def test_remote_work_is_the_share_that_can_be_traced_to_a_survey(catalog: Catalog) -> None:
    sentence = survey_sentences.describe_remote_work(catalog.careers.findings.remote)
    assert sentence == "55 percent of those who answered work remotely (AAPC, 2022)."


def test_respondents_are_given_by_year_and_unpublished_years_are_named() -> None:
    sentence = survey_sentences.describe_respondents({2025: None, 2013: 15_000, 2009: 10_000})
    assert sentence == "15,000 in 2013; 10,000 in 2009. Not published for 2025."


def of_measure(catalog: Catalog, measure: Measure) -> Iterator[str]:
    """Every sentence on figures of one measure alone."""
    surveys = [row for row in catalog.careers.surveys.rows if row.measure is measure]
    by_year: dict[int, list[SurveyRow]] = {}
    for row in surveys:
        by_year.setdefault(row.year, []).append(row)
    yield from (
        survey_sentences.describe_by_credential(of_year)
        for of_year in by_year.values()
        if len(of_year) > 1
    )
    yield from (survey_sentences.describe_by_number([row, row]) for row in surveys)
    yield from (survey_sentences.describe_by_setting([row, row]) for row in surveys)
    for gap in careers.pay_gaps(catalog):
        if gap.row.measure is measure:
            yield survey_sentences.describe_gap(gap)


@pytest.mark.parametrize(
    ("measure", "other"), [(Measure.MEAN, "median"), (Measure.MEDIAN, "mean")], ids=str
)
def test_a_mean_is_never_called_a_median_nor_the_other_way_round(
    catalog: Catalog, measure: Measure, other: str
) -> None:
    assert named_by(measure.label, other, list(of_measure(catalog, measure)))


def test_work_from_home_is_told_with_what_is_not_known_of_beginners(catalog: Catalog) -> None:
    text = survey_sentences.describe_work_from_home(catalog.careers.findings.remote)
    assert text.startswith("Working from home: 55 percent of those who answered work")
    assert text.endswith("How many beginners do was not found.")
    assert "No share of remote work was found" in survey_sentences.describe_work_from_home(())
