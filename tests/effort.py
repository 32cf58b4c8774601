"""How much the tests try: little in every run, more in a long one (``pytest --long``).

A long run tries other examples each time. Every other run tries the same ones, so that a failure
speaks of what was changed; with ``--few`` it tries less, for a run on each of many mutants.
"""

import pytest
from hypothesis import HealthCheck, Phase, settings

EVERYDAY_STEPS = 3
"""What an automatic visitor does in an everyday run."""
FEW, EVERYDAY, LONG = "few", "everyday", "long"
# How fast a machine is says nothing about a claim; speed is measured in benchmarks/.
settings.register_profile(
    FEW,
    max_examples=10,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
)
settings.register_profile(EVERYDAY, max_examples=100, deadline=None, derandomize=True)
settings.register_profile(LONG, max_examples=1_000, deadline=None)


def is_long(config: pytest.Config) -> bool:
    """Whether the run was asked to be a long one."""
    return bool(config.getoption("--long"))


def load_profile(config: pytest.Config) -> None:
    """Have property tests try as many examples as the run is to take."""
    few = FEW if config.getoption("--few") else EVERYDAY
    settings.load_profile(LONG if is_long(config) else few)


def percent_of_examples(percent: int) -> settings:
    """Settings of a property test whose single example is slow: a part of the usual number."""
    return settings(max_examples=max(1, settings().max_examples * percent // 100))


def number_of_examples(everyday: int, *, long: int) -> settings:
    """Settings of a property test that tries a number of its own, and another in a long run."""
    examples = {FEW: everyday // 10, EVERYDAY: everyday, LONG: long}
    return settings(
        max_examples=examples[settings.get_current_profile_name()],
        suppress_health_check=[HealthCheck.too_slow],
    )
