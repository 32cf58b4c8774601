"""The questionnaire asks what matters, ends, and asks no more questions than it announced."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import contradictions, possible_consequences
from cert_model.eligibility.questionnaire import (
    UNSURE,
    Interview,
    NextQuestion,
    with_answer,
)
from cert_model.eligibility.questionnaire.answers import catalog_topics
from cert_model.vocabulary import Course, ExperienceKind, Status, Verdict
from tests import effort, profiles
from tests.eligibility.examples import OPTIONS

TOTALS = {"months-coding", "months-healthcare"}

Walk = tuple[list[NextQuestion], Interview]

LATER = {
    "education": "doctorate",
    "training": "coding:aapc:0",
    "courses": ",".join(Course),
    "credentials": "ahima/cca",
    "licenses": "rn",
    "age": "40",
}
"""Answers to questions that a walk did not reach."""


def any_answer(random: Random, asked: NextQuestion) -> str:
    """A random answer to a question."""
    name, terms = asked.question.id, list(asked.question.options)
    if random.random() < 0.1:
        return UNSURE
    if name == "training":
        program = f"{random.choice(terms)}:{random.choice(profiles.APPROVERS)}:1"
        return random.choice(["none", program])
    if name in ("education", "him-program", "him-stage"):
        return random.choice(terms)
    if name == "credentials":
        return random.choice(["none", *profiles.NAMED])
    if terms:
        return ",".join(random.sample(terms, random.choice((0, 1, 2, len(terms))))) or "none"
    return str(random.choice(profiles.MONTHS))


def walk(catalog: Catalog, random: Random, certain: Mapping[str, str] | None = None) -> Walk:
    """The questions of a whole walk, and where it ends; only ``certain`` answers are not random."""
    asked: list[NextQuestion] = []
    interview = Interview(catalog, {})
    while question := interview.next_question():
        asked.append(question)
        name = question.question.id
        answer = (certain or {}).get(name) or any_answer(random, question)
        interview = Interview(catalog, with_answer(interview.parsed.answers, name, answer))
        assert interview.parsed.refused == []
    return asked, interview


@pytest.fixture(scope="module")
def random_walks(catalog: Catalog, pytestconfig: pytest.Config) -> list[Walk]:
    """Walks with random answers, each as ``walk`` returns it."""
    count = 300 if effort.is_long(pytestconfig) else 15
    return [walk(catalog, Random(seed)) for seed in range(count)]


def test_every_walk_ends_within_the_questions_announced(random_walks: list[Walk]) -> None:
    for asked, _ in random_walks:
        left = [question.left_at_most for question in asked]
        assert all(later < earlier for earlier, later in pairwise(left)), left
        assert left[-1] >= 1


def test_no_question_is_asked_twice_and_every_one_is_reached(
    catalog: Catalog, random_walks: list[Walk]
) -> None:
    reached: set[str] = set()
    # Who cannot say how long in all is asked how long in each kind of work they did.
    unsummed = [
        {
            "education": "associate",
            "work": kind,
            **dict.fromkeys(TOTALS - {f"months-{kind}"}, UNSURE),
        }
        for kind in ExperienceKind
    ]
    more_walks = [walk(catalog, Random(seed), certain) for seed, certain in enumerate(unsummed)]
    for asked, _ in [*more_walks, *random_walks]:
        names = [question.question.id for question in asked]
        assert len(names) == len(set(names))
        reached.update(names)
    assert reached == {question.id for question in catalog.questions.questions}


def test_at_the_end_only_what_was_not_known_is_open(
    catalog: Catalog, random_walks: list[Walk]
) -> None:
    ends = [end for _, end in random_walks if UNSURE not in end.parsed.answers.values()]
    assert ends
    for end in ends:
        assert not any(end.is_open(key) for key in catalog.credentials), end.parsed.answers


def test_what_was_not_asked_on_a_walk_would_have_changed_no_outcome(
    catalog: Catalog, random_walks: list[Walk]
) -> None:
    def outcomes(interview: Interview) -> list[object]:
        return [
            (
                interview.verdicts[key],
                possible_consequences(catalog.credentials[key], interview.person),
            )
            for key in keys
        ]

    keys, tried = [key for key in catalog.credentials if key != LATER["credentials"]], 0
    for seed in range(len(random_walks)):
        _, end = walk(catalog, Random(seed), {"work": "none"})
        if UNSURE in end.parsed.answers.values():
            continue
        for name, other in LATER.items():
            if name not in end.parsed.answers:
                after = Interview(catalog, with_answer(end.parsed.answers, name, other))
                if list(contradictions(catalog, after.profile)):
                    continue
                assert outcomes(after) == outcomes(end), (end.parsed.answers, name)
                tried += 1
    assert tried


def test_a_question_bears_on_an_outcome_that_an_answer_changes(catalog: Catalog) -> None:
    interview = Interview(catalog, {"work": "none", "training": "none", "courses": "none"})
    asked = interview.next_question({"ahima/cca"})
    assert asked
    assert (asked.question.id, asked.decides) == ("education", ("ahima/cca",))
    after = {
        answer: Interview(catalog, with_answer(interview.answers, "education", answer)).verdicts
        for answer in ("none", "high-school")
    }
    assert after["none"]["ahima/cca"] != after["high-school"]["ahima/cca"]


def test_what_no_longer_matters_is_not_asked(catalog: Catalog) -> None:
    grown_up = Interview(catalog, {"age": "40", "education": "doctorate"})
    assert not {"age", "education"} & set(grown_up.open_questions)
    assert grown_up.open_questions_for("hfma/crcr") == []


def test_a_skipped_question_waits_until_only_skipped_ones_are_left(catalog: Catalog) -> None:
    interview, scope = Interview(catalog, {}), {"acdis/ccds"}
    asked: list[str] = []
    while question := interview.next_question(scope, asked):
        asked.append(question.question.id)
    assert len(asked) == len(set(asked)) > 1
    assert {*asked} == set(interview.open_questions_for("acdis/ccds"))


def test_skipping_which_work_was_done_skips_how_long(catalog: Catalog) -> None:
    asked = Interview(catalog, {}).next_question({"acdis/ccds-o"}, ["work"])
    assert asked
    assert not asked.question.id.startswith(("months-", "work"))


def test_the_questions_for_one_outcome_are_given_in_words(catalog: Catalog) -> None:
    interview = Interview(catalog, {"age": "30", "training": "none", "work": "none"})
    assert interview.question_texts_for("ahima/rhit") == [
        "Did you take a degree program in health information?"
    ]
    assert interview.question_texts_for("hfma/crcr") == []


def test_every_starting_point_leads_to_six_to_nine_questions(catalog: Catalog) -> None:
    for start in catalog.questions.starting_points:
        certain = {**dict.fromkeys(catalog_topics(catalog), UNSURE), **start.answers}
        asked, _ = walk(catalog, Random(0), certain)
        assert 6 <= len(asked) <= 9, start.id


def test_a_person_unsure_which_work_they_did_is_not_asked_how_long(catalog: Catalog) -> None:
    unsure = Interview(catalog, {"work": UNSURE})
    assert not [name for name in unsure.open_questions if name.startswith("months-")]
    assert any(name.startswith("months-") for name in Interview(catalog, {}).open_questions)


def test_one_kind_of_work_not_known_leaves_the_others_to_be_asked(catalog: Catalog) -> None:
    both = {"work": "coding,billing", "months-coding": UNSURE, "training": "none"}
    assert "months-billing" in Interview(catalog, both).open_questions_for("nha/cbcs")


def test_months_that_could_settle_nothing_beside_what_is_not_known_are_not_asked(
    catalog: Catalog,
) -> None:
    lost = {"education": UNSURE, "training": "none", "work": "coding,billing"}
    assert "months-billing" in Interview(catalog, lost).open_questions_for("nha/cbcs")
    unsure = Interview(catalog, {**lost, "months-coding": UNSURE})
    assert unsure.open_questions_for("nha/cbcs") == []


def test_what_was_answered_with_i_do_not_know_is_not_asked_again(catalog: Catalog) -> None:
    names = set(Interview(catalog, {}).open_questions)
    assert {"age", "training", "credentials"} < names
    for name in names:
        assert name not in Interview(catalog, {name: UNSURE}).open_questions


def test_the_question_asked_settles_as_many_outcomes_as_any_other(catalog: Catalog) -> None:
    """Held against the answers at both ends of a list, which settle most and least."""
    interview = Interview(catalog, {"work": "none", "training": "none", "education": "none"})
    asked = interview.next_question()
    assert asked
    open_now = {key for key in catalog.credentials if interview.is_open(key)}
    assert asked.still_open == len(open_now)

    def settled(name: str) -> float:
        ends = {"age": ("0", "120"), "credentials": ("none", "aapc/cpc,ahima/rhit")}
        terms = [str(term) for term in OPTIONS.get(name, ())]
        single = name in ("education", "him-program", "him-stage")
        answers = ends.get(name) or (terms if single else ("none", ",".join(terms)))
        after = [
            Interview(catalog, with_answer(interview.answers, name, answer)) for answer in answers
        ]
        keys = interview.open_questions[name]
        return sum(not later.is_open(key) for later in after for key in keys) / len(after)

    most = max(settled(name) for name in interview.open_questions)
    assert settled(asked.question.id) == most


def test_with_a_single_kind_of_work_in_question_its_months_are_asked_at_once(
    catalog: Catalog,
) -> None:
    interview = Interview(catalog, {"education": "doctorate"})
    months = {
        key: [name for name in interview.open_questions_for(key) if name.startswith("months-")]
        for key in catalog.credentials
    }
    alone = [key for key, names in months.items() if len(interview.open_questions_for(key)) == 1]
    single = [key for key in alone if len(months[key]) == 1]
    assert single
    for key in single:
        asked = interview.next_question({key})
        assert asked
        assert [asked.question.id] == months[key]
    several = [key for key, names in months.items() if len(names) > 1]
    assert several
    for key in several:
        asked = interview.next_question({key})
        assert asked
        assert not asked.question.id.startswith("months-")


def test_what_passing_leads_to_is_asked_about_where_the_advice_can_no_longer_be_met(
    catalog: Catalog,
) -> None:
    without_a_degree = Interview(catalog, {"education": "high-school", "training": "none"})
    assert without_a_degree.verdicts["aapc/cpc"] is Verdict.CAN_SIT
    assert "months-coding" in without_a_degree.open_questions_for("aapc/cpc")
    experienced = Interview(catalog, {**without_a_degree.answers, "months-coding": "24"})
    assert experienced.open_questions_for("aapc/cpc") == []


@pytest.mark.parametrize(
    "worked", [{"months-healthcare": "18"}, {"months-inpatient-coding": "18"}], ids=["no", "yes"]
)
def test_what_passing_leads_to_is_asked_about_where_it_can_only_be_ruled_in_or_out(
    catalog: Catalog, worked: dict[str, str]
) -> None:
    """Whether another coding course counts is the issuer's to say, so that one end is cut off."""
    trained = {"education": "high-school", "training": "coding:none", **worked}
    assert "months-coding" in Interview(catalog, trained).open_questions_for("aapc/cpc")


def test_a_holder_is_not_asked_about_what_passing_would_lead_to(catalog: Catalog) -> None:
    graduate = {"education": "high-school", "training": "none"}
    assert Interview(catalog, graduate).open_questions_for("aapc/cpc")
    holder = Interview(catalog, {**graduate, "credentials": "aapc/cpc"})
    assert holder.open_questions_for("aapc/cpc") == []


def test_of_a_retired_exam_nothing_is_asked(catalog: Catalog) -> None:
    sheet = catalog.credentials["ahima/ccs"]
    status = sheet.status.model_copy(update={"value": Status.RETIRED})
    retired = replace(
        catalog,
        credentials={
            **catalog.credentials,
            sheet.id: sheet.model_copy(update={"status": status}),
        },
    )
    assert Interview(catalog, {}).open_questions_for(sheet.id)
    assert Interview(retired, {}).open_questions_for(sheet.id) == []
