"""The quick quiz: at most six questions, those on which the candidates' rules turn."""

from collections.abc import Iterator
from random import Random

import pytest

from cert_model.candidates import Draw, Priority, Situation, Wishes, shortlist
from cert_model.candidates.quiz import AGES, DRAW, MOST_QUESTIONS, RANGES, QuickQuestion, QuickQuiz
from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import UNSURE, parse_answers
from cert_model.eligibility.rules import conditions_of
from cert_model.schema.rules import AgeTest
from cert_model.vocabulary import ExperienceKind, License
from tests.plans.made_up import anyone, catalog_of, holds, school, sheet, training, work

NURSE = Wishes(Situation.HEALTH_CARE, Draw.DOCUMENTATION, Priority.SOON)
WALKS = 4


def quiz(
    catalog: Catalog, wishes: Wishes, answers: dict[str, str], asked: tuple[str, ...] = ()
) -> QuickQuiz:
    scope = tuple(item.id for item in shortlist(catalog, wishes, answers).candidates)
    return QuickQuiz(catalog, wishes, answers, scope, asked)


def test_the_draw_is_asked_before_anything_else(catalog: Catalog) -> None:
    assert quiz(catalog, Wishes(Situation.NEW), {}).open_questions[0] == DRAW


def test_a_nurse_who_wants_documentation_is_asked_for_her_license_first(catalog: Catalog) -> None:
    question = quiz(catalog, NURSE, {}).next_question
    assert question is not None
    assert question.id == "licenses"


@pytest.mark.parametrize("draw", [None, Draw.AUDITING])
def test_a_holder_is_asked_what_they_hold_first(catalog: Catalog, draw: Draw | None) -> None:
    question = quiz(catalog, Wishes(Situation.HOLDER, draw), {}).next_question
    assert question is not None
    assert question.id == "credentials"


def test_somebody_new_is_asked_for_a_diploma_and_never_for_work_or_a_license(
    catalog: Catalog,
) -> None:
    questions = quiz(catalog, Wishes(Situation.NEW, Draw.OFFICE), {}).open_questions
    assert questions == ("education", "training")


def test_it_asks_on_where_a_no_stands_already_because_the_way_depends_on_it() -> None:
    rule = {"all_of": [work("coding", 24), school("bachelor")]}
    catalog = catalog_of([sheet("A", rule)])
    answers = {"months-coding": "0"}
    assert QuickQuiz(catalog, Wishes(draw=Draw.NOT_SURE), answers, ("demo/a",)).open_questions == (
        "education",
    )


def test_it_asks_nothing_on_a_part_of_a_rule_that_is_met() -> None:
    rule = {"any_of": [work("coding", 12), training("coding"), holds("B")]}
    catalog = catalog_of([sheet("A", rule), sheet("B", anyone())])
    answers = {"months-coding": "12"}
    wishes = Wishes(draw=Draw.NOT_SURE)
    assert QuickQuiz(catalog, wishes, answers, ("demo/a",)).next_question is None


@pytest.mark.parametrize(("level", "asked"), [("core", ()), ("advanced", ("months-auditing",))])
def test_only_the_advice_of_an_advanced_credential_is_asked_about(
    level: str, asked: tuple[str, ...]
) -> None:
    rules = {"required": anyone(), "recommended": work("auditing", 24)}
    catalog = catalog_of([sheet("A", None, level=level, eligibility=rules)])
    wishes = Wishes(draw=Draw.NOT_SURE)
    assert QuickQuiz(catalog, wishes, {}, ("demo/a",)).open_questions == asked


def test_of_many_kinds_of_work_it_first_asks_which_were_done() -> None:
    kinds = ("compliance", "billing", "auditing")
    catalog = catalog_of([sheet("A", {"all_of": [work(kind, 12) for kind in kinds]})])
    wishes = Wishes(draw=Draw.NOT_SURE)
    before = QuickQuiz(catalog, wishes, {}, ("demo/a",))
    assert before.open_questions == ("work",)
    assert before.next_question is not None
    assert before.next_question.left_at_most == 1 + len(kinds)
    after = QuickQuiz(catalog, wishes, {"work": "billing"}, ("demo/a",))
    assert after.open_questions == ("months-billing",)
    unsure = QuickQuiz(catalog, wishes, {"work": UNSURE}, ("demo/a",))
    assert unsure.open_questions == ()


def test_what_was_put_already_counts_among_the_six(catalog: Catalog) -> None:
    put = tuple("abcde")
    assert len(quiz(catalog, NURSE, {}, put).open_questions) == 1
    assert quiz(catalog, NURSE, {}, (*put, "f")).next_question is None


def test_nine_months_spare_a_cpc_a_holder_the_whole_of_the_two_years() -> None:
    full = sheet("FULL", anyone(), unless=work("coding", 24), level="core")
    catalog = catalog_of([full, sheet("FULL-A", anyone(), same_exam_as="demo/full")])
    wishes = Wishes(Situation.HOLDER, Draw.NOT_SURE, Priority.SOON)
    months = [
        shortlist(catalog, wishes, {"credentials": "demo/full-a", "months-coding": counted})
        .candidates[0]
        .months
        for counted in RANGES
    ][:3]
    assert months == [24, 23, 18]


@pytest.mark.parametrize(
    ("label", "months"),
    [
        ("None", 0),
        ("Less than 6 months", 1),
        ("6 to 11 months", 6),
        ("1 year", 12),
        ("2 years", 24),
        ("3 years", 36),
        ("5 years or more", 60),
    ],
)
def test_each_range_counts_as_the_fewest_months_that_it_can_mean(
    catalog: Catalog, label: str, months: int
) -> None:
    (answer,) = (answer for answer, words in RANGES.items() if words == label)
    profile = parse_answers(catalog, {"months-coding": answer}).profile
    assert profile.experience_months[ExperienceKind.CODING] == months


@pytest.mark.parametrize(("label", "age"), [("16 or younger", 16), ("17", 17), ("18 or older", 18)])
def test_each_choice_of_an_age_counts_as_that_age(catalog: Catalog, label: str, age: int) -> None:
    (answer,) = (answer for answer, words in AGES.items() if words == label)
    assert parse_answers(catalog, {"age": answer}).profile.age == age


def test_no_rule_tells_ages_beyond_the_choices_apart(catalog: Catalog) -> None:
    rules = [
        rule
        for item in catalog.credentials.values()
        for rule in (item.eligibility.required, *(c.unless for c in item.eligibility.consequences))
        if rule is not None
    ]
    asked = {
        test.at_least for rule in rules for test in conditions_of(rule) if isinstance(test, AgeTest)
    }
    assert asked
    assert all(str(age) in AGES for age in asked)


def test_every_choice_of_a_question_is_an_answer(catalog: Catalog) -> None:
    before = {"him-program": "cahiim-associate"}  # without which no stage is asked for
    for words in catalog.questions.questions:
        question = QuickQuestion(words.id, words, 1)
        given = [*question.choices, *(["none"] if question.takes_several else [])]
        for answer in given:
            assert not parse_answers(catalog, {**before, words.id: answer}).refused, answer
        several = ",".join(question.choices)
        if question.takes_several and several:
            assert not parse_answers(catalog, {words.id: several}).refused, several


def test_the_draw_is_chosen_by_its_terms() -> None:
    question = QuickQuestion(DRAW, None, 1)
    assert list(question.choices) == list(Draw)


@pytest.mark.parametrize("situation", Situation)
def test_every_walk_asks_six_questions_at_most_and_none_twice(
    catalog: Catalog, situation: Situation
) -> None:
    for seed in range(WALKS):
        asked = list(_walk(catalog, situation, Random(seed)))
        assert len(asked) <= MOST_QUESTIONS
        assert len(asked) == len(set(asked))


def _walk(catalog: Catalog, situation: Situation, random: Random) -> Iterator[str]:
    """The questions put to somebody who answers at random, until none is left."""
    wishes = Wishes(situation, random.choice(list(Draw)), random.choice(list(Priority)))
    answers: dict[str, str] = {}
    asked: tuple[str, ...] = ()
    while question := quiz(catalog, wishes, answers, asked).next_question:
        yield question.id
        asked = (*asked, question.id)
        assert question.question is not None
        answers[question.id] = random.choice([UNSURE, *_choices(question.id)])


def _choices(question: str) -> list[str]:
    if question.startswith("months-"):
        return list(RANGES)
    return {
        "education": ["none", "high-school", "bachelor"],
        "licenses": ["none", str(License.RN)],
        "credentials": ["none", "aapc/cpc", "ahima/rhit", "aapc/cpc-a"],
        "work": ["none", "coding,billing,auditing", ",".join(ExperienceKind)],
        "him-program": ["none", "cahiim-associate"],
        "him-stage": ["graduated"],
        "training": ["none", "coding", "billing"],
        "courses": ["none", "anatomy-physiology"],
        "age": ["17"],
    }[question]


@pytest.mark.parametrize(("held", "questions"), [("ahima/rhit", ()), ("aapc/cpc", ("education",))])
def test_the_schooling_that_a_credential_held_shows_is_not_asked_for(
    catalog: Catalog, held: str, questions: tuple[str, ...]
) -> None:
    wishes = Wishes(Situation.HOLDER, Draw.HOSPITAL)
    asking = QuickQuiz(catalog, wishes, {"credentials": held}, ("ahima/cca",))
    assert asking.open_questions == questions
