"""Plans agree on cost and on months with trying everything, in many small made-up catalogs."""

from random import Random
from typing import Any

import pytest

from cert_model.eligibility import Profile
from cert_model.paths import PathAssumptions, PlanOrder, all_plans, best_plans
from tests import effort
from tests.plans import brute_force
from tests.plans.brute_force import World
from tests.plans.made_up import Plain, anyone, catalog_of, holds, sheet, training, work

KINDS = ("coding", "billing")
CODES = ("AA", "BB", "CC", "TT")
SUBJECTS = dict(zip(CODES, ("coding", "cdi", "ehr", "auditing"), strict=True))
"""What the rules of each credential may ask to be studied."""
TARGET = "demo/tt"


def random_rule(random: Random, code: str, others: tuple[str, ...], depth: int = 2) -> Plain:
    """A rule of a few conditions, some of them on other credentials."""
    if depth and random.random() < 0.6:
        group = random.choice(("all_of", "any_of"))
        return {group: [random_rule(random, code, others, depth - 1) for _ in range(2)]}
    conditions = [
        lambda: work(random.choice(KINDS), random.choice((6, 12))),
        lambda: work(KINDS, random.choice((6, 12))),
        lambda: training(SUBJECTS[code]),
        anyone,
    ]
    if others:
        conditions.append(lambda: holds(*random.sample(others, 2), at_least=random.choice((1, 2))))
    return random.choice(conditions)()


def random_world(random: Random) -> World:
    """A catalog of four credentials; every other target may be held with a mark at first."""
    rules = {
        f"demo/{code.lower()}": random_rule(
            random, code, tuple(other for other in CODES if other != code)
        )
        for code in CODES
    }
    return World(
        rules=rules,
        fees={key: random.choice((50, 100, 400)) for key in rules},
        study={key: random.choice((0.5, 2, 5)) for key in rules},
        program_months=random.choice((1, 4)),
        tuition=random.choice((80, 600)),
        unless=random_rule(random, "TT", (), depth=1) if random.random() < 0.5 else None,
    )


def random_person(random: Random) -> Plain:
    months = {kind: random.choice((0, 0, 6)) for kind in KINDS}
    return {
        "experience_months": months,
        "training": random.sample([*SUBJECTS.values()], random.choice((0, 0, 1))),
        "credentials": random.sample(["demo/aa", "demo/bb"], random.choice((0, 0, 1))),
    }


def planned(world: World, person: Plain) -> tuple[float, float] | None:
    """The least cost and the fewest months among the plans of the model."""
    marks: dict[str, Any] = {"unless": world.unless} if world.unless else {}
    catalog = catalog_of(
        [
            sheet(
                key.partition("/")[2].upper(),
                rule,
                fee=world.fees[key],
                **(marks if key == TARGET else {}),
            )
            for key, rule in world.rules.items()
        ],
        study_months={key.partition("/")[2].upper(): time for key, time in world.study.items()},
        program_months=world.program_months,
        tuition=world.tuition,
    )
    profile = Profile.model_validate(
        {
            **person,
            "complete": True,
            "training": [{"subject": name, "approved_by": "none"} for name in person["training"]],
        }
    )
    plans = all_plans(catalog, profile, TARGET, PathAssumptions())
    if not plans:
        return None
    cheapest, fastest = (best_plans(plans, by)[0] for by in PlanOrder)
    return cheapest.cost.money.typical, round(fastest.months.typical, 6)


def test_trying_everything_finds_nothing_cheaper_or_faster_and_no_more_plans(
    pytestconfig: pytest.Config,
) -> None:
    with_plan = 0
    for seed in range(300 if effort.is_long(pytestconfig) else 40):
        random = Random(seed)
        world, person = random_world(random), random_person(random)
        expected = brute_force.best(world, person, TARGET)
        assert planned(world, person) == expected, f"in world {seed}"
        with_plan += expected is not None
    assert with_plan >= 30
