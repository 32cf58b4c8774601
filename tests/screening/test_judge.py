"""The columnar evaluator gives on many people what the explaining one gives on each of them."""

import json
import pickle
from collections.abc import Iterable
from itertools import combinations_with_replacement
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    Profile,
    Training,
    Truth,
    build_person,
    parse_profile,
    possible_consequences,
)
from cert_model.eligibility.verdicts import decide_verdicts
from cert_model.screening import VERDICTS, code_profiles, consequence_judge_of, judge_of
from cert_model.vocabulary import Verdict
from tests import profiles
from tests.effort import percent_of_examples
from tests.personas.test_personas import CASES

EVERYDAY_PEOPLE, ALL_PEOPLE = 1_000, 100_000
Row = dict[str, Verdict]


def verdicts_at_once(catalog: Catalog, people: Iterable[Profile], complete: bool) -> list[Row]:
    """The verdicts of the columnar evaluator, a row for each person."""
    judge = judge_of(catalog)
    verdicts = judge.judge(code_profiles(people, complete), at_once=1_000)
    return [
        {key: VERDICTS[number] for key, number in zip(judge.ids, of_person, strict=True)}
        for of_person in verdicts.T
    ]


def disagreements(catalog: Catalog, people: Iterable[Profile]) -> list[tuple[Profile, Row, Row]]:
    """Whoever is judged differently by the two evaluators, with both answers."""
    everybody = list(people)
    differing = []
    for complete in (True, False):
        group = [profile for profile in everybody if profile.complete is complete]
        for profile, row in zip(group, verdicts_at_once(catalog, group, complete), strict=True):
            explained = decide_verdicts(catalog, build_person(catalog, profile))
            if explained != row:
                differing.append((profile, explained, row))
    return differing


def random_people(seed: int, count: int) -> Iterable[Profile]:
    random = Random(seed)
    return (Profile.model_validate(profiles.random_profile(random)) for _ in range(count))


def test_every_persona_gets_the_verdicts_of_the_explaining_evaluator(catalog: Catalog) -> None:
    people = [
        parse_profile(catalog, json.dumps(case.profile).encode(), case.name) for _, case in CASES
    ]
    assert len(people) >= 60
    assert not disagreements(catalog, people)


def test_random_people_get_the_verdicts_of_the_explaining_evaluator(catalog: Catalog) -> None:
    assert not disagreements(catalog, random_people(16, EVERYDAY_PEOPLE))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_thousand_people_get_the_verdicts_of_the_explaining_evaluator(
    catalog: Catalog, seed: int
) -> None:
    assert not disagreements(catalog, random_people(seed, ALL_PEOPLE // 10))


@percent_of_examples(50)
@given(st.lists(profiles.profiles, max_size=4))
def test_a_few_people_of_any_kind_get_the_verdicts_of_the_explaining_evaluator(
    catalog: Catalog, people: list[Profile]
) -> None:
    assert not disagreements(catalog, people)


@pytest.mark.parametrize("complete", [True, False])
def test_stated_hours_of_training_count_as_in_the_explaining_evaluator(
    catalog: Catalog, complete: bool
) -> None:
    lengths = (None, 0, 79, 80, 500)
    people = [
        Profile(
            complete=complete,
            training=tuple(Training(subject="coding", hours=length) for length in hours),
            experience_months={"coding": 12},
        )
        for programs in (1, 2, 3)
        for hours in combinations_with_replacement(lengths, programs)
    ]
    expected = [explained_consequences(catalog, person) for person in people]
    assert consequences_at_once(catalog, people, complete) == expected


def consequences_at_once(
    catalog: Catalog, people: Iterable[Profile], complete: bool
) -> list[list[tuple[str, str, Truth]]]:
    """What passing leads to by the columnar evaluator, a list for each person."""
    coded, judge = code_profiles(people, complete), consequence_judge_of(catalog)
    applies = judge.judge(coded, judge_of(catalog).judge(coded), at_once=100)
    return [
        [
            (key, consequence.text, Truth(number))
            for (key, consequence), number in zip(judge.consequences, of_person, strict=True)
            if number
        ]
        for of_person in applies.T
    ]


def explained_consequences(catalog: Catalog, profile: Profile) -> list[tuple[str, str, Truth]]:
    person = build_person(catalog, profile)
    return [
        (key, consequence.text, applies)
        for key, sheet in catalog.credentials.items()
        for consequence, applies in possible_consequences(sheet, person)
    ]


@pytest.mark.parametrize("complete", [True, False])
def test_what_passing_leads_to_is_that_of_the_explaining_evaluator(
    catalog: Catalog, complete: bool
) -> None:
    people = [
        profile.model_copy(update={"complete": complete}) for profile in random_people(61, 500)
    ]
    expected = [explained_consequences(catalog, profile) for profile in people]
    assert any(expected)
    assert consequences_at_once(catalog, people, complete) == expected


@pytest.mark.parametrize("at_once", [1, 7, 299, 300, 10_000])
def test_the_size_of_a_chunk_changes_no_verdict(catalog: Catalog, at_once: int) -> None:
    people = code_profiles(random_people(3, 300), complete=False)
    judge = judge_of(catalog)
    assert np.array_equal(judge.judge(people, at_once), judge.judge(people))


def test_nobody_gets_no_verdict(catalog: Catalog) -> None:
    judge = judge_of(catalog)
    assert judge.judge(code_profiles([], complete=True)).shape == (len(catalog.credentials), 0)


def test_a_judge_works_the_same_in_another_process(catalog: Catalog) -> None:
    people = code_profiles(random_people(8, 50), complete=True)
    judge = judge_of(catalog)
    sent = pickle.loads(pickle.dumps(judge))
    assert np.array_equal(sent.judge(people), judge.judge(people))


def test_conditions_that_ask_for_the_same_are_evaluated_once(catalog: Catalog) -> None:
    judge = judge_of(catalog)
    assert len(judge.rules.steps) < 2 * len(judge.ids)
    assert len(judge.outcomes) < len(judge.ids)
