"""Coverage and worklists, on a catalog made by hand and on the project's own."""

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from cert_model.catalog import Catalog
from cert_model.frames import frames_of
from cert_model.prices import estimate_exam_price
from cert_model.quality import (
    COMPARED_FIELDS,
    HARM_WEIGHTS,
    CoverageState,
    find_disputed,
    find_missing,
    find_stale,
    measure_coverage,
    sentences,
)
from cert_model.quality.harm import LEAST_HARM, harm_weight
from cert_model.schema import Credential, Issuer, Note
from cert_model.schema.exams import Retake
from cert_model.vocabulary import PriceKind
from tests import handmade_catalog


def states(catalog: Catalog, key: str) -> dict[str, CoverageState]:
    return dict(measure_coverage(catalog).states[key])


def test_each_figure_has_the_state_of_its_evidence(handmade: Catalog) -> None:
    assert states(handmade, "demo/abc") == {
        "status": CoverageState.ISSUER_CURRENT,
        "exam_fee": CoverageState.THIRD_PARTY_OLD,
        "retake_fee": CoverageState.NOT_FOUND,
        "required": CoverageState.ISSUER_OLD,
        "consequences": CoverageState.NOT_APPLICABLE,
        "questions": CoverageState.DISPUTED,
        "minutes": CoverageState.ISSUER_OLD,
        "open_book": CoverageState.NOT_FOUND,
        "delivery": CoverageState.NOT_FOUND,
        "pass_mark": CoverageState.NOT_FOUND,
        "pass_rate": CoverageState.NOT_FOUND,
        "content": CoverageState.NOT_FOUND,
        "cycle_months": CoverageState.ISSUER_CURRENT,
        "ceus": CoverageState.NOT_FOUND,
        "renewal_fee": CoverageState.NOT_FOUND,
        "lapse": CoverageState.NOT_FOUND,
        "settings": CoverageState.UNSOURCED,
        "code_sets": CoverageState.UNSOURCED,
    }


def test_a_retired_credential_lacks_nothing(handmade: Catalog) -> None:
    assert CoverageState.NOT_FOUND not in states(handmade, "demo/old").values()


def test_what_is_known_of_a_retired_credential_is_shown_as_known(handmade: Catalog) -> None:
    assert states(handmade, "demo/old")["minutes"] is CoverageState.ISSUER_OLD


def test_coverage_counts_each_figure_once(catalog: Catalog) -> None:
    coverage = measure_coverage(catalog)
    figures = len(catalog.credentials) * len(COMPARED_FIELDS)
    assert sum(coverage.count(state) for state in CoverageState) == figures


def test_an_estimate_is_no_fact_that_is_known(catalog: Catalog) -> None:
    assert estimate_exam_price(catalog, catalog.credentials["aapc/cic"]) is not None
    assert states(catalog, "aapc/cic")["exam_fee"] is CoverageState.NOT_FOUND
    assert any(
        figure.subject == "aapc/cic" and "price" in figure.question.lower()
        for figure in find_missing(catalog, "aapc")
    )
    assert "estimated" not in set(frames_of(catalog).facts["standing"])


def test_what_is_old_comes_by_harm_and_then_by_age(handmade: Catalog) -> None:
    assert [
        (item.statement.field, item.statement.weight, item.age_months)
        for item in find_stale(handmade)
    ] == [
        ("eligibility.required", 5, 70),
        ("fees.0.amount", 5, 32),
        ("exam.minutes", 4, 76),
        ("accreditation.0", 1, 46),
    ]


def test_the_page_to_open_is_the_issuers_where_one_is_named(handmade: Catalog) -> None:
    required, price, *_ = find_stale(handmade)
    assert (required.source.id, required.issuer_page) == ("issuer-page", None)
    assert (price.source.id, price.issuer_page) == ("a-guide", "https://demo.example")


def test_what_estimates_rest_on_is_named_with_its_group_when_old(catalog: Catalog) -> None:
    old = {item.statement.label: item.statement for item in find_stale(catalog, "aapc")}
    assert old["specialty exams: Questions"].weight > LEAST_HARM
    assert "Priced apart from the issuer's other exams" not in old


def test_what_is_missing_comes_by_harm_with_whom_to_ask(handmade: Catalog) -> None:
    missing = find_missing(handmade)
    weights = [figure.weight for figure in missing]
    assert weights == sorted(weights, reverse=True)
    assert [figure.label for figure in missing if figure.weight == 4] == [
        "Retake price",
        "CEUs",
        "Renewal fee",
    ]
    assert (missing[0].ask, missing[0].page) == ("Demo Board", "https://demo.example")


def test_what_a_sheet_lists_as_unknown_is_missing_too(handmade: Catalog) -> None:
    listed = [figure for figure in find_missing(handmade) if figure.label == "Listed as unknown"]
    assert [(figure.question, figure.ask, figure.weight) for figure in listed] == [
        ("What a book costs", "The shop", LEAST_HARM)
    ]


def test_a_dispute_shows_both_sides_and_the_reason(handmade: Catalog) -> None:
    questions = find_disputed(handmade)[0]
    assert (questions.subject, questions.taken.text, questions.taken.sources) == (
        "demo/abc",
        "100",
        ("issuer-page",),
    )
    assert [(side.text, side.sources) for side in questions.others] == [("120", ("a-guide",))]
    assert questions.why == "The guide repeats an older form."


def test_a_question_in_dispute_stands_beside_the_facts(handmade: Catalog) -> None:
    assert [figure.label for figure in find_disputed(handmade)] == ["Questions", "Its age"]


def test_one_issuers_lists_leave_the_others_out(catalog: Catalog) -> None:
    subjects = [
        *(item.statement.subject for item in find_stale(catalog, "nha")),
        *(figure.subject for figure in find_missing(catalog, "nha")),
        *(figure.subject for figure in find_disputed(catalog, "nha")),
    ]
    assert {subject.partition("/")[0] for subject in subjects} == {"nha"}


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that a field may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in models_in(part)]


def is_in_schema(model: type[BaseModel], steps: list[str]) -> bool:
    """Whether ``model`` has fields at a schema path, in which a kind of fee follows the fees."""
    if not steps:
        return True
    first, *rest = steps
    if first not in model.model_fields:
        return False
    if first in ("fees", "dues"):
        return rest == [] or rest[0] in list(PriceKind)
    inside = models_in(model.model_fields[first].annotation)
    return not rest or any(is_in_schema(part, rest) for part in inside)


@pytest.mark.parametrize("schema_path", [entry.schema_path for entry in HARM_WEIGHTS])
def test_each_place_with_a_weight_is_in_the_schema(schema_path: str) -> None:
    steps = schema_path.split(".")
    assert is_in_schema(Credential, steps) or is_in_schema(Issuer, steps)


@pytest.mark.parametrize("schema_path", [field.schema_path for field in COMPARED_FIELDS])
def test_each_compared_field_is_in_the_schema_and_has_a_weight(schema_path: str) -> None:
    assert is_in_schema(Credential, schema_path.split("."))
    assert harm_weight(schema_path) > LEAST_HARM


def test_a_place_that_does_not_exist_would_be_noticed() -> None:
    assert not is_in_schema(Credential, ["exam", "length"])
    assert not is_in_schema(Credential, ["fees", "bribe"])


def test_no_place_has_two_weights() -> None:
    assert len({entry.schema_path for entry in HARM_WEIGHTS}) == len(HARM_WEIGHTS)


def test_the_more_exact_place_decides_the_weight() -> None:
    assert harm_weight("fees.exam.amount") == 5
    assert harm_weight("fees.late.amount") == 2
    assert harm_weight("renewal.ceus_by_number.ceus") == 2


def test_a_rule_that_states_the_price_of_a_retake_in_words_counts_as_its_price(
    handmade: Catalog,
) -> None:
    sheet = handmade.credentials["demo/abc"]
    rule = Note(label="Any label", value="Free", about_price=PriceKind.RETAKE, src=("issuer-page",))
    exam = sheet.exam.model_copy(update={"retake": Retake(rules=(rule,))})
    credentials = {**handmade.credentials, sheet.id: sheet.model_copy(update={"exam": exam})}
    assert states(handmade, sheet.id)["retake_fee"] is CoverageState.NOT_FOUND
    changed = replace(handmade, credentials=credentials)
    assert states(changed, sheet.id)["retake_fee"] is CoverageState.ISSUER_CURRENT


def test_the_description_of_the_data_counts_what_the_lists_contain(catalog: Catalog) -> None:
    coverage, disputes = measure_coverage(catalog), find_disputed(catalog)
    sentence = sentences.describe_data(catalog, coverage, disputes)
    assert f"Sources disagree on {len(disputes)} points." in sentence
    missing = coverage.count(CoverageState.NOT_FOUND)
    assert f"Of {coverage.applicable:,} figures that people compare, {missing}" in sentence


def test_the_description_of_coverage_names_the_best_and_the_least_known_figure(
    handmade: Catalog,
) -> None:
    sentence = sentences.describe_coverage(measure_coverage(handmade))
    assert sentence.startswith("Across 2 credentials, “Status” is known most often (2 of 2) and ")


def test_an_empty_list_says_so(handmade: Catalog) -> None:
    assert sentences.describe_stale([]) == "Nothing here rests on old evidence."
    assert sentences.describe_missing([]) == "Nothing here is missing."
    assert sentences.describe_disputed([]) == "No sources disagree here."
    assert sentences.describe_changes([], handmade.today) == (
        "Nothing is known to have changed since November 23, 2026."
    )


def test_the_catalog_made_by_hand_is_valid(tmp_path: Path) -> None:
    assert handmade_catalog.load(tmp_path).counts["credentials"] == 2
