"""What is known, old, missing and disputed, on a catalog made by hand and on the real one."""

from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from cert_model.catalog import Catalog
from cert_model.quality import (
    COMPARED_FIELDS,
    HARM_WEIGHTS,
    CoverageState,
    find_disputed,
    find_missing,
    find_stale,
    measure_coverage,
    sentences,
    write_inquiry,
)
from cert_model.quality.compared_fields import RENEWAL_NOTES, RETAKE_NOTES
from cert_model.quality.harm import LEAST_HARM, harm_weight
from cert_model.schema import Credential, Issuer, Note
from cert_model.schema.walk import find_models
from cert_model.vocabulary import FeeKind
from tests import kept_data


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return kept_data.loaded(tmp_path_factory.mktemp("kept"))


def states(catalog: Catalog, key: str) -> dict[str, CoverageState]:
    return dict(measure_coverage(catalog).states[key])


def test_each_figure_has_the_state_of_its_evidence(kept: Catalog) -> None:
    assert states(kept, "demo/abc") == {
        "status": CoverageState.ISSUER_CURRENT,
        "exam_fee": CoverageState.THIRD_PARTY_OLD,
        "retake_fee": CoverageState.NOT_FOUND,
        "required": CoverageState.ISSUER_OLD,
        "consequences": CoverageState.MOOT,
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


def test_a_retired_credential_lacks_nothing(kept: Catalog) -> None:
    assert CoverageState.NOT_FOUND not in states(kept, "demo/old").values()


def test_what_is_known_of_a_retired_credential_is_shown_as_known(kept: Catalog) -> None:
    assert states(kept, "demo/old")["minutes"] is CoverageState.ISSUER_OLD


def test_coverage_counts_each_figure_once(catalog: Catalog) -> None:
    found = measure_coverage(catalog)
    assert sum(found.count(state) for state in CoverageState) == len(catalog.credentials) * len(
        COMPARED_FIELDS
    )


def test_what_is_old_comes_by_harm_and_then_by_age(kept: Catalog) -> None:
    assert [
        (it.statement.field, it.statement.weight, it.age_months) for it in find_stale(kept)
    ] == [
        ("eligibility.required", 5, 70),
        ("fees.0.amount", 5, 32),
        ("exam.minutes", 4, 76),
        ("accreditation.0", 1, 46),
    ]


def test_the_page_to_open_is_the_issuers_where_one_is_named(kept: Catalog) -> None:
    required, price, *_ = find_stale(kept)
    assert (required.source.id, required.issuer_page) == ("issuer-page", None)
    assert (price.source.id, price.issuer_page) == ("a-guide", "https://demo.example")


def test_what_is_missing_comes_by_harm_with_whom_to_ask(kept: Catalog) -> None:
    found = find_missing(kept)
    assert [each.weight for each in found] == sorted((each.weight for each in found), reverse=True)
    assert [each.label for each in found if each.weight == 4] == [
        "Retake price",
        "CEUs",
        "Renewal fee",
    ]
    assert (found[0].ask, found[0].page) == ("Demo Board", "https://demo.example")


def test_what_a_sheet_lists_as_unknown_is_missing_too(kept: Catalog) -> None:
    listed = [each for each in find_missing(kept) if each.label == "Listed as unknown"]
    assert [(each.question, each.ask, each.weight) for each in listed] == [
        ("What a book costs", "The shop", LEAST_HARM)
    ]


def test_a_dispute_shows_both_sides_and_the_reason(kept: Catalog) -> None:
    questions = find_disputed(kept)[0]
    assert (questions.subject, questions.taken.text, questions.taken.sources) == (
        "demo/abc",
        "100",
        ("issuer-page",),
    )
    assert [(side.text, side.sources) for side in questions.others] == [("120", ("a-guide",))]
    assert questions.why == "The guide repeats an older form."


def test_a_question_in_dispute_stands_beside_the_facts(kept: Catalog) -> None:
    assert [each.label for each in find_disputed(kept)] == ["Questions", "Its age"]


def test_one_issuers_lists_leave_the_others_out(catalog: Catalog) -> None:
    subjects = [
        *(each.statement.subject for each in find_stale(catalog, "nha")),
        *(each.subject for each in find_missing(catalog, "nha")),
        *(each.subject for each in find_disputed(catalog, "nha")),
    ]
    assert {subject.partition("/")[0] for subject in subjects} == {"nha"}


def test_the_mail_to_an_issuer_asks_each_question_once(catalog: Catalog) -> None:
    asked = [line for line in write_inquiry(catalog, "aapc").splitlines() if line[:1].isdigit()]
    questions = [line.partition(": ")[2] for line in asked]
    assert len(questions) == len(set(questions))


def test_the_mail_to_an_issuer_names_the_credentials(kept: Catalog) -> None:
    assert "ABC: What does a second attempt cost?" in write_inquiry(kept, "demo")


def test_the_mail_to_an_unknown_issuer_is_refused(kept: Catalog) -> None:
    with pytest.raises(KeyError):
        write_inquiry(kept, "nobody")


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that a field may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in models_in(part)]


def is_in_schema(model: type[BaseModel], steps: list[str]) -> bool:
    """Whether a place is one that ``model`` has; after a list of fees comes a kind of fee."""
    if not steps:
        return True
    first, *rest = steps
    if first not in model.model_fields:
        return False
    if first in ("fees", "dues"):
        return rest == [] or rest[0] in list(FeeKind)
    inside = models_in(model.model_fields[first].annotation)
    return not rest or any(is_in_schema(each, rest) for each in inside)


@pytest.mark.parametrize("place", [each.place for each in (*HARM_WEIGHTS,)])
def test_each_place_that_is_weighed_is_in_the_schema(place: str) -> None:
    steps = place.split(".")
    assert is_in_schema(Credential, steps) or is_in_schema(Issuer, steps)


@pytest.mark.parametrize("schema_path", [field.schema_path for field in COMPARED_FIELDS])
def test_each_figure_that_people_compare_is_in_the_schema_and_weighed(schema_path: str) -> None:
    assert is_in_schema(Credential, schema_path.split("."))
    assert harm_weight(schema_path) > LEAST_HARM


def test_a_place_that_does_not_exist_would_be_noticed() -> None:
    assert not is_in_schema(Credential, ["exam", "length"])
    assert not is_in_schema(Credential, ["fees", "bribe"])


def test_no_place_is_weighed_twice() -> None:
    assert len({each.place for each in HARM_WEIGHTS}) == len(HARM_WEIGHTS)


def test_the_more_exact_place_decides_the_weight() -> None:
    assert harm_weight("fees.exam.amount") == 5
    assert harm_weight("fees.late.amount") == 2
    assert harm_weight("renewal.ceus_by_number.ceus") == 2


@pytest.mark.parametrize("label", sorted(RETAKE_NOTES | RENEWAL_NOTES))
def test_each_label_that_states_a_price_is_used_in_the_data(catalog: Catalog, label: str) -> None:
    sheets = (*catalog.credentials.values(), *catalog.issuers.values())
    assert label in {note.label for sheet in sheets for _, note in find_models(sheet, Note)}


def test_the_headline_counts_what_the_lists_hold(catalog: Catalog) -> None:
    found, disputes = measure_coverage(catalog), find_disputed(catalog)
    said = sentences.describe_data(catalog, found, disputes)
    assert f"on {len(disputes)} points sources disagree" in said
    assert (
        f"Of {found.asked:,} figures that people compare, {found.count(CoverageState.NOT_FOUND)}"
        in said
    )


def test_the_takeaway_names_the_best_and_the_least_known_figure(kept: Catalog) -> None:
    said = sentences.describe_coverage(measure_coverage(kept))
    assert said.startswith("Over 2 credentials, known best is “Status” (2 of 2), least ")


def test_an_empty_list_says_so(kept: Catalog) -> None:
    assert sentences.describe_stale([]) == "Nothing here rests on old evidence."
    assert sentences.describe_missing([]) == "Nothing here is missing."
    assert sentences.describe_disputed([]) == "No sources disagree here."
    assert sentences.describe_changes([], kept.today) == (
        "Nothing is known to have changed since 23 November 2026."
    )


def test_the_folder_by_hand_is_sound(tmp_path: Path) -> None:
    assert kept_data.loaded(tmp_path).counts["credentials"] == 2
