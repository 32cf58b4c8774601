"""Study plans: worked examples with their arithmetic written out, and what always holds."""

from datetime import date, timedelta
from itertools import pairwise
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.preparation import (
    BadStudyPlan,
    PlanPhase,
    StudyPlan,
    StudyRequest,
    WeightBasis,
    apportion,
    build_study_plan,
    exam_overlap,
    weekly_hours_needed,
    weigh_content,
)
from cert_model.preparation.blueprint import REST, WHOLE
from tests.catalogs import project_catalog

CATALOG = project_catalog()
FIRST_DAY = date(2026, 12, 1)
QUARTER = 15


def plan(credential: str, hours: int = 120, day: date = FIRST_DAY, **more: object) -> StudyPlan:
    return build_study_plan(CATALOG, StudyRequest(credential, hours, day, **more))  # type: ignore[arg-type]


def test_with_weights_hours_and_days_follow_the_blueprint() -> None:
    study = plan("nha/cbcs", 100, hours_a_week=10, review_percent=15)
    exam_hours = [0.85 * 100 * percent / 100 for percent in (15, 20, 32, 33)]
    assert exam_hours == pytest.approx([12.75, 17, 27.2, 28.05])
    to_the_quarter = [12.75, 17, 27.25, 28]
    assert [part.minutes / 60 for part in study.parts] == [*to_the_quarter, 15]
    ten_weeks_in_days_of_each = [9, 12, 19, 20, 10]
    assert [(part.last - part.first).days + 1 for part in study.parts] == ten_weeks_in_days_of_each
    assert (study.start, study.end) == (FIRST_DAY, date(2027, 2, 8))
    assert study.basis is WeightBasis.WEIGHTS


def test_without_weights_each_part_gets_the_same() -> None:
    study = plan("acdis/ccds-o", 50, hours_a_week=5, review_percent=20)
    exam_hours = 50 - 0.2 * 50
    assert [part.minutes / 60 for part in study.parts] == [exam_hours / 5] * 5 + [10]
    assert study.days == 50 / 5 * 7
    assert study.basis is WeightBasis.EVEN


def test_without_parts_the_content_is_one_block() -> None:
    study = plan("acdis/ccds", 100, review_percent=10)
    block = study.parts[0]
    assert (block.title, block.minutes / 60) == (WHOLE, 90)
    assert study.basis is WeightBasis.ONE_BLOCK


def test_parts_without_a_weight_share_what_the_others_leave() -> None:
    content = weigh_content(CATALOG.credentials["ahima/cca"])
    left = 100 - (32 + 23 + 15 + 14)
    assert content.weights == (32, 23, 15, 14, left / 2, left / 2)
    assert content.basis is WeightBasis.SHARED_REST


def test_parts_that_were_not_found_are_one_part() -> None:
    content = weigh_content(CATALOG.credentials["nha/cehrs"])
    assert (content.titles[-1], content.weights[-1]) == (REST, 100 - (32 + 28))
    assert content.basis is WeightBasis.UNKNOWN_REST


def test_subjects_come_first_and_share_their_part_of_the_hours() -> None:
    study = plan("nha/cbcs", 100, subjects=("Anatomy", "Terminology"), subjects_percent=20)
    first = [part for part in study.parts if part.phase is PlanPhase.SUBJECTS]
    assert [part.minutes / 60 for part in first] == [10, 10]
    assert study.parts[:2] == tuple(first)


def test_without_subjects_their_share_goes_to_the_exam() -> None:
    study = plan("nha/cbcs", 100, subjects_percent=20, review_percent=0)
    assert {part.phase for part in study.parts} == {PlanPhase.EXAM}
    assert study.minutes == 100 * 60


def test_a_plan_to_an_exam_ends_the_day_before_it() -> None:
    study = plan("nha/cbcs", 70, date(2027, 3, 1), hours_a_week=10, to_exam=True)
    assert (study.start, study.end) == (date(2027, 1, 11), date(2027, 2, 28))


def test_a_late_start_takes_more_hours_a_week() -> None:
    study = plan("nha/cbcs", 70, date(2027, 3, 1), hours_a_week=10, to_exam=True)
    half_way = study.end - timedelta(study.days // 2)
    assert weekly_hours_needed(study, half_way) == pytest.approx(70 * 7 / 25)
    assert weekly_hours_needed(study, study.end + timedelta(1)) is None


def test_a_credential_already_held_takes_off_what_the_two_exams_have_in_common() -> None:
    alone = plan("ahima/ccs", review_percent=0)
    holding = plan("ahima/ccs", review_percent=0, held="aapc/cpc")
    shared = exam_overlap(CATALOG, "ahima/ccs", "aapc/cpc").percent
    assert shared
    assert holding.minutes + holding.saved_minutes == alone.minutes
    assert abs(holding.saved_minutes - alone.minutes * shared / 100) < QUARTER


def test_without_a_number_for_what_is_in_common_nothing_is_taken_off() -> None:
    assert plan("ahima/cca", held="aapc/cpc").saved_minutes == 0


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"hours": 19}, "19 hours lie outside the plan: 20 to 2,000"),
        ({"hours": 2_001}, "2001 hours lie outside"),
        ({"hours_a_week": 0}, "0 hours a week lie outside the plan: 1 to 60"),
        ({"hours_a_week": 1_000}, "1000 hours a week lie outside"),
        ({"subjects_percent": 61}, "61 percent for subjects lie outside"),
        ({"review_percent": -1}, "-1 percent for review lie outside"),
        ({"day": date.max}, "run past the calendar"),
        ({"held": "nha/cbcs", "review_percent": 0}, "nothing is left to study"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_one_line(
    wrong: dict[str, object], message: str
) -> None:
    fields: dict[str, object] = {"credential": "nha/cbcs", "hours": 100, "day": FIRST_DAY, **wrong}
    with pytest.raises(BadStudyPlan, match=message):
        build_study_plan(CATALOG, StudyRequest(**fields))  # type: ignore[arg-type]


credentials = st.sampled_from(sorted(CATALOG.credentials))
requests = st.builds(
    StudyRequest,
    credential=credentials,
    hours=st.integers(20, 2_000),
    day=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    hours_a_week=st.integers(1, 60),
    to_exam=st.booleans(),
    subjects=st.lists(st.sampled_from("ABCDEFGH"), max_size=8, unique=True).map(tuple),
    subjects_percent=st.integers(0, 60),
    review_percent=st.integers(1, 40),
    held=st.none() | credentials,
)


@given(requests)
def test_hours_add_up_exactly(request: StudyRequest) -> None:
    study = build_study_plan(CATALOG, request)
    assert study.minutes + study.saved_minutes == request.hours * 60


@given(requests)
def test_no_day_is_left_out_and_none_is_planned_twice(request: StudyRequest) -> None:
    parts = build_study_plan(CATALOG, request).parts
    assert all(part.first <= part.last for part in parts)
    following = pairwise(parts)
    assert all(after.first == before.last + timedelta(1) for before, after in following)


@given(requests)
def test_the_weeks_are_the_hours_at_the_hours_a_week(request: StudyRequest) -> None:
    study = build_study_plan(CATALOG, request)
    exact = ceil(study.minutes * 7 / 60 / request.hours_a_week)
    assert study.days == max(exact, len(study.parts))


@given(requests)
def test_a_plan_meets_the_day_it_is_counted_from(request: StudyRequest) -> None:
    study = build_study_plan(CATALOG, request)
    met = study.end + timedelta(1) if request.to_exam else study.start
    assert met == request.day


@given(requests.filter(lambda request: request.held is None))
def test_the_exams_parts_get_their_share_to_within_a_quarter_of_an_hour(
    request: StudyRequest,
) -> None:
    study = build_study_plan(CATALOG, request)
    minutes = {part.title: part.minutes for part in study.parts if part.phase is PlanPhase.EXAM}
    content = weigh_content(CATALOG.credentials[request.credential])
    minutes_per_weight = sum(minutes.values()) / sum(content.weights)
    for title, weight in zip(content.titles, content.weights, strict=True):
        assert abs(minutes.get(title, 0) - weight * minutes_per_weight) < QUARTER


@given(st.integers(0, 5_000), st.lists(st.floats(0.1, 100), min_size=1, max_size=20))
def test_apportioned_numbers_add_up_and_keep_to_their_shares(
    total: int, weights: list[float]
) -> None:
    shares = apportion(total, weights)
    assert sum(shares) == total
    assert all(
        abs(share - total * weight / sum(weights)) < 1 + 1e-9
        for share, weight in zip(shares, weights, strict=True)
    )


def test_every_part_of_a_blueprint_has_a_name_of_its_own(catalog: Catalog) -> None:
    for sheet in catalog.credentials.values():
        titles = weigh_content(sheet).titles
        assert len(titles) == len(set(titles)), sheet.id
