"""The results of a class: each person's are those of the evaluator for one person."""

import pytest
import yaml

from cert_model.catalog import Catalog
from cert_model.classes import Judged, Student, StudentResult, judge_class, sum_up
from cert_model.classes.steps import possible_steps
from cert_model.eligibility import Profile, Unlock, build_person, find_unlocks, parse_profile
from cert_model.eligibility.verdicts import MAY_SIT, decide_verdicts
from cert_model.overview import costs_to_earn
from cert_model.schema.rules import HimProgramTest
from cert_model.vocabulary import HimProgram, Verdict
from tests.classes.examples import COUNSELORS, read, results_of
from tests.personas.test_personas import CASES
from tests.screening.tables import random_people


def students_of(people: list[Profile]) -> tuple[Student, ...]:
    return tuple(
        Student(line, f"person {line}", {}, profile) for line, profile in enumerate(people, 1)
    )


def test_verdicts_are_those_of_the_evaluator_for_one_person(catalog: Catalog) -> None:
    for complete in (False, True):
        students = students_of(random_people(5, 60, complete=complete))
        results = results_of(catalog, students)
        assert [result.student for result in results] == list(students)
        for result in results:
            person = build_person(catalog, result.student.profile)
            assert dict(result.verdicts) == decide_verdicts(catalog, person)


def is_here(unlock: Unlock) -> bool:
    """Whether a class in this country could take the step."""
    condition = unlock.change.condition
    abroad = {HimProgram.FOREIGN_RECIPROCAL}
    return not (isinstance(condition, HimProgramTest) and {*condition.any} == abroad)


def test_steps_open_what_the_unlocks_of_one_person_open(catalog: Catalog) -> None:
    costs = costs_to_earn(catalog)
    for result in results_of(catalog, students_of(random_people(7, 12))):
        unlocks = filter(is_here, find_unlocks(catalog, result.student.profile, costs))
        by_unlocks = {(key, unlock.change.test) for unlock in unlocks for key in unlock.opens}
        by_steps = {(key, step.change.test) for step in result.steps for key in step.opens}
        assert by_steps == by_unlocks


def test_a_step_opens_nothing_that_is_open_already(catalog: Catalog) -> None:
    for result in results_of(catalog, students_of(random_people(9, 40))):
        for step in result.steps:
            assert all(result.verdicts[key] not in MAY_SIT for key in step.opens)


def test_nobody_is_told_to_take_a_degree_where_a_diploma_is_enough(catalog: Catalog) -> None:
    (result,) = results_of(catalog, students_of([Profile(complete=True)]))
    texts = {step.change.text for step in result.steps if "ahima/cca" in step.opens}
    assert texts == {"A high school diploma or its equivalent"}


def test_the_size_of_a_chunk_changes_no_result(catalog: Catalog) -> None:
    students = students_of(random_people(11, 9))
    at_once = results_of(catalog, students)
    assert all(results_of(catalog, students, size) == at_once for size in range(1, 10))


def test_a_class_can_be_stopped_and_says_how_far_it_is(catalog: Catalog) -> None:
    chunks = judge_class(catalog, students_of(random_people(2, 5)), at_once=2)
    first = next(chunks)
    assert (len(first.results), first.done, first.total) == (2, 2, 5)
    assert [chunk.done for chunk in chunks] == [4, 5]


def test_answers_judged_before_are_not_judged_again(catalog: Catalog) -> None:
    students = students_of(random_people(3, 6))
    judged: Judged = {}
    first = next(judge_class(catalog, students, at_once=4, judged=judged))
    before = dict(judged)
    (whole,) = judge_class(catalog, students, judged=judged)
    assert whole.results[:4] == first.results
    assert all(judged[answers] is outcome for answers, outcome in before.items())


@pytest.mark.parametrize("complete", [True, False])
def test_personas_get_the_verdicts_worked_out_by_hand(catalog: Catalog, complete: bool) -> None:
    cases = [case for _, case in CASES if bool(case.profile.get("complete")) is complete]
    raws = [yaml.safe_dump(case.profile).encode() for case in cases]
    people = [parse_profile(catalog, raw) for raw in raws]
    for case, result in zip(cases, results_of(catalog, students_of(people)), strict=True):
        assert {key: result.verdicts[key] for key in case.expects} == case.expects


def result_by_name(results: list[StudentResult], name: str) -> StudentResult:
    return next(result for result in results if result.student.name == name)


def test_the_summary_counts_and_names_the_people_of_each_exam(catalog: Catalog) -> None:
    results = results_of(catalog, read(catalog, COUNSELORS).students)
    summary = sum_up(catalog, results)
    for exam in summary.exams:
        assert sum(exam.counts.values()) == summary.people == 4
        for name in exam.may_sit:
            assert result_by_name(results, name).verdicts[exam.id] in MAY_SIT
        assert len(exam.may_sit) == sum(exam.counts[verdict] for verdict in MAY_SIT)
        assert exam.counts[Verdict.CLOSED] == 0


def test_who_lacks_a_step_and_who_was_not_asked_are_kept_apart(catalog: Catalog) -> None:
    text = "Name\tEducation\nAda\tno high school\nBen\t\nCyd\tHS"
    summary = sum_up(catalog, results_of(catalog, read(catalog, text).students))
    exam = next(exam for exam in summary.exams if exam.id == "ahima/cca")
    group = next(group for group in exam.one_step_away if "diploma" in group.text)
    assert exam.may_sit == ("Cyd",)
    assert (group.lack_it, group.may_have_it) == (("Ada",), ("Ben",))


def test_the_step_that_opens_most_comes_first(catalog: Catalog) -> None:
    text = "Name\tEducation\n" + "\n".join(f"P{n}\tno high school" for n in range(5))
    steps = sum_up(catalog, results_of(catalog, read(catalog, text, True).students)).steps
    assert "high school diploma" in steps[0].group.text
    opened = [(step.opened_for_sure, step.opened) for step in steps]
    assert opened == sorted(opened, reverse=True)
    assert len(steps[0].group.lack_it) == 5


def test_a_step_that_somebody_lacks_comes_before_one_that_nobody_was_asked_about(
    catalog: Catalog,
) -> None:
    people = ["P0\tno high school", *(f"P{n}\tHS" for n in range(1, 9))]
    text = "Name\tEducation\n" + "\n".join(people)
    students = read(catalog, text, False).students
    first, *others = sum_up(catalog, results_of(catalog, students)).steps
    assert "high school diploma" in first.group.text
    assert len(first.group.lack_it) == 1
    assert any(step.opened > first.opened for step in others)


def test_each_thing_asked_is_one_step(catalog: Catalog) -> None:
    conditions = possible_steps(catalog)
    assert len(conditions) == len(set(conditions)) > 20
