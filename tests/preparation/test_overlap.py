"""What two exams have in common: made-up exams with the arithmetic written out, and what holds."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.preparation import (
    WeightGap,
    closest_held_credential,
    exam_overlap,
    exam_overlaps,
)
from cert_model.preparation.overlap import remaining_shares, subject_percents
from cert_model.schema import Domain
from cert_model.schema.exam_subjects import (
    ContentSubject,
    ExamSubjectFile,
    SortedExam,
    SortedPart,
)
from tests.catalogs import demo_catalog, project_catalog

SUBJECTS = ("codes", "surgery", "payment", "law")
Part = tuple[Sequence[str], dict[str, object]]
"""The subjects of a part of an exam, and what its blueprint says of its weight."""
FIRST, SECOND = "demo/abc", "demo/xyz"


def made_up(first: Sequence[Part], second: Sequence[Part], questions: int = 100) -> Catalog:
    """A catalog of two credentials whose exams have these parts."""
    demo = demo_catalog()
    sheet = demo.credentials[FIRST]
    size = sheet.exam.questions
    assert size is not None
    size = size.model_copy(update={"value": questions})
    sheets, exams = {}, []
    for key, parts in ((FIRST, first), (SECOND, second)):
        content = tuple(
            Domain.model_validate({"domain": f"Part {number}", "src": ["a-guide"], **weight})
            for number, (_, weight) in enumerate(parts)
        )
        exam = sheet.exam.model_copy(update={"content": content, "questions": size})
        code = key.partition("/")[2].upper()
        sheets[key] = sheet.model_copy(update={"code": code, "exam": exam})
        if parts:
            of_parts = tuple(
                SortedPart(domain=f"Part {number}", subjects=tuple(subjects), doubt="Made up.")
                for number, (subjects, _) in enumerate(parts)
            )
            exams.append(SortedExam(credential=key, parts=of_parts))
    names = tuple(ContentSubject(id=subject, name=subject.title()) for subject in SUBJECTS)
    sorting = ExamSubjectFile(subjects=names, exams=tuple(exams))
    preparation = demo.preparation.model_copy(update={"exam_subjects": sorting})
    return replace(demo, credentials=sheets, preparation=preparation)


def overlap_of(first: Sequence[Part], second: Sequence[Part], questions: int = 100) -> float | None:
    return exam_overlap(made_up(first, second, questions), FIRST, SECOND).percent


def percent(value: float) -> dict[str, object]:
    return {"value": value}


def test_two_exams_share_the_smaller_weight_of_each_subject() -> None:
    first = [(["codes"], percent(60)), (["payment"], percent(30)), (["law"], percent(10))]
    second = [(["codes"], percent(25)), (["law"], percent(75))]
    overlap = exam_overlap(made_up(first, second), FIRST, SECOND)
    assert overlap.percent == min(60, 25) + min(30, 0) + min(10, 75)
    assert [(subject.name, subject.percent) for subject in overlap.subjects] == [
        ("Codes", 25),
        ("Law", 10),
    ]


def test_a_part_with_several_subjects_is_split_evenly() -> None:
    first = [(["codes", "surgery", "law"], percent(90)), (["payment"], percent(10))]
    second = [(["surgery"], percent(100))]
    assert overlap_of(first, second) == pytest.approx(90 / 3)


def test_a_range_counts_with_its_middle_and_the_middles_are_scaled_to_the_whole() -> None:
    first: list[Part] = [(["codes"], {"low": 40, "high": 60}), (["law"], {"low": 30, "high": 70})]
    wide: list[Part] = [(["codes"], {"low": 50, "high": 70}), (["law"], {"low": 40, "high": 80})]
    second = [(["codes"], percent(100))]
    assert overlap_of(first, second) == 50
    assert overlap_of(wide, second) == pytest.approx(100 * 60 / (60 + 60))


def test_questions_count_in_percent_of_the_exam() -> None:
    first = [
        (["codes"], {"value": 30, "unit": "questions"}),
        (["law"], {"value": 20, "unit": "questions"}),
    ]
    assert overlap_of(first, [(["codes"], percent(100))], questions=50) == 100 * 30 / 50


@pytest.mark.parametrize(
    ("parts", "gap"),
    [
        ([], WeightGap.NO_PARTS),
        ([(["codes"], {}), (["law"], {})], WeightGap.NO_WEIGHTS),
        ([(["codes"], percent(60)), (["law"], {})], WeightGap.SOME_WEIGHTS),
        ([(["codes"], percent(90)), (["law"], {"high": 10})], WeightGap.SOME_WEIGHTS),
        ([(["codes"], percent(60)), (["law"], percent(20))], WeightGap.SOME_WEIGHTS),
        ([(["codes"], percent(80)), (["law"], percent(40))], WeightGap.SOME_WEIGHTS),
        ([(["codes"], {"value": 90, "unit": "questions"})], WeightGap.SOME_WEIGHTS),
        (
            [(["codes"], {"value": 50, "unit": "questions"}), (["law"], percent(50))],
            WeightGap.SOME_WEIGHTS,
        ),
        ([(["codes"], percent(60)), ([], percent(40))], WeightGap.UNCLEAR_PART),
    ],
)
def test_without_the_weights_of_the_whole_exam_there_is_no_number(
    parts: list[Part], gap: WeightGap
) -> None:
    whole: list[Part] = [(["codes"], percent(100))]
    overlap = exam_overlap(made_up(whole, parts), FIRST, SECOND)
    assert (overlap.percent, overlap.subjects) == (None, ())
    assert overlap.gaps == {SECOND: gap}


def test_questions_count_in_percent_of_the_scored_ones_where_these_are_known() -> None:
    parts: list[Part] = [(["codes"], {"value": 40, "unit": "questions"})]
    catalog = made_up(parts, [(["codes"], percent(100))], questions=50)
    assert exam_overlap(catalog, FIRST, SECOND).percent is None
    sheet = catalog.credentials[FIRST]
    assert sheet.exam.questions is not None
    scored = sheet.exam.questions.model_copy(update={"value": 40})
    exam = sheet.exam.model_copy(update={"scored_questions": scored})
    sheets = {**catalog.credentials, FIRST: sheet.model_copy(update={"exam": exam})}
    assert exam_overlap(replace(catalog, credentials=sheets), FIRST, SECOND).percent == 100


def test_a_part_without_a_subject_does_no_harm_if_it_weighs_nothing() -> None:
    parts: list[Part] = [(["codes"], percent(100)), ([], percent(0))]
    assert overlap_of(parts, [(["codes"], percent(100))]) == 100


def test_weights_that_miss_the_whole_by_rounding_alone_are_known() -> None:
    rounded = [(["codes"], percent(33)), (["law"], percent(33)), (["payment"], percent(33))]
    assert overlap_of(rounded, [(["codes"], percent(100))]) == pytest.approx(100 / 3)


def test_one_exam_given_for_two_credentials_is_shared_as_a_whole(catalog: Catalog) -> None:
    overlap = exam_overlap(catalog, "aapc/cpc", "aapc/cpc-a")
    assert (overlap.percent, overlap.same_exam) == (100, True)


def test_of_the_cmrs_whose_weights_are_not_known_nothing_is_said(catalog: Catalog) -> None:
    assert exam_overlap(catalog, "aapc/coc", "amba/cmrs").percent is None


@st.composite
def whole_exams(draw: st.DrawFn) -> list[Part]:
    weights = draw(st.lists(st.integers(1, 50), min_size=1, max_size=5))
    some_subjects = st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=3, unique=True)
    return [(draw(some_subjects), percent(100 * weight / sum(weights))) for weight in weights]


@given(whole_exams(), whole_exams())
def test_an_overlap_is_symmetric_and_between_nothing_and_all(
    first: list[Part], second: list[Part]
) -> None:
    catalog = made_up(first, second)
    overlap = exam_overlap(catalog, FIRST, SECOND)
    assert overlap.percent is not None
    assert 0 <= overlap.percent <= 100
    assert overlap.percent == pytest.approx(exam_overlap(catalog, SECOND, FIRST).percent)
    shares = [subject.percent for subject in overlap.subjects]
    assert overlap.percent == pytest.approx(sum(shares))
    assert shares == sorted(shares, reverse=True)


@given(whole_exams())
def test_an_exam_overlaps_wholly_with_itself_and_its_like(parts: list[Part]) -> None:
    catalog = made_up(parts, parts)
    assert exam_overlap(catalog, FIRST, FIRST).percent == pytest.approx(100)
    assert exam_overlap(catalog, FIRST, SECOND).percent == pytest.approx(100)


@given(whole_exams(), whole_exams())
def test_what_a_held_exam_covers_is_what_the_two_have_in_common(
    first: list[Part], second: list[Part]
) -> None:
    catalog = made_up(first, second)
    remaining = remaining_shares(catalog, FIRST, SECOND)
    weights = [float(str(weight["value"])) for _, weight in first]
    covered = sum(weight * (1 - share) for weight, share in zip(weights, remaining, strict=True))
    assert covered == pytest.approx(exam_overlap(catalog, FIRST, SECOND).percent)


def test_of_credentials_held_the_one_with_most_in_common_counts(catalog: Catalog) -> None:
    held = ["nha/cbcs", "aapc/cpc", "pmi/cmom"]
    shared = {key: exam_overlap(catalog, "ahima/ccs", key).percent or 0 for key in held}
    closest = closest_held_credential(catalog, "ahima/ccs", held)
    assert closest == max(shared, key=shared.__getitem__)


@pytest.mark.parametrize(
    ("key", "held"),
    [
        ("aapc/cpc", ["aapc/cpc-a"]),
        ("ahima/cca", ["aapc/cpc"]),
        ("ahima/chda", ["aapc/cpc"]),
        ("ahima/ccs", []),
    ],
)
def test_an_exam_passed_already_and_one_with_nothing_in_common_do_not_count(
    catalog: Catalog, key: str, held: list[str]
) -> None:
    assert closest_held_credential(catalog, key, held) is None


def test_every_subject_of_the_sorting_is_used() -> None:
    file = project_catalog().preparation.exam_subjects
    used = {subject for exam in file.exams for part in exam.parts for subject in part.subjects}
    assert used == {subject.id for subject in file.subjects}


def test_the_weights_of_a_sorted_exam_make_up_the_whole(catalog: Catalog) -> None:
    weights = [subject_percents(catalog, sheet) for sheet in catalog.credentials.values()]
    sums = [sum(percents.values()) for percents in weights if isinstance(percents, dict)]
    assert sums == pytest.approx([100.0] * len(sums))
    assert sums


def test_every_two_of_a_comparison_are_paired_once(catalog: Catalog) -> None:
    ids = ["aapc/cpc", "ahima/ccs", "amba/cmrs"]
    pairs = [overlap.credentials for overlap in exam_overlaps(catalog, ids)]
    assert pairs == list(combinations(ids, 2))
