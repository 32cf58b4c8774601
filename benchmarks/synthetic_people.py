"""Makes up people for the benchmark of screening: as coded answers, and as tables in files.

They are drawn from a few thousand different profiles, as real people are alike in what they state.
Nothing about them is real, nor is how often an answer is given.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pyarrow
from pyarrow import parquet

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.screening import COLUMNS, People, code_profiles, write_cells
from cert_model.vocabulary import (
    Approver,
    Course,
    EducationLevel,
    ExperienceKind,
    HimProgram,
    License,
    ProgramStage,
    TrainingSubject,
)

DIFFERENT = 5_000
"""Profiles that the people are drawn from."""
_MONTHS = (0, 3, 6, 11, 12, 18, 24, 36, 60, 84, 120)
_PEOPLE_IN_GROUP = 100_000


def random_profiles(catalog: Catalog, *, complete: bool, seed: int = 1) -> list[Profile]:
    """Different profiles; of incomplete ones each answer is missing in three of ten."""
    random = Random(seed)
    ids = list(catalog.credentials)
    return [_random_profile(random, ids, complete) for _ in range(DIFFERENT)]


def _random_profile(random: Random, ids: Sequence[str], complete: bool) -> Profile:
    def some(terms: Sequence[Any], most: int) -> tuple[Any, ...]:
        return tuple(random.sample(terms, random.randint(0, most)))

    program = random.choice(list(HimProgram))
    fields: dict[str, Any] = {
        "age": random.randint(16, 70),
        "education": random.choice(list(EducationLevel)),
        "him_program": program,
        "training": _random_training(random),
        "courses": some(list(Course), 4),
        "credentials": some(ids, 2),
        "licenses": some(list(License), 1),
        "experience_months": {
            kind: random.choice(_MONTHS) for kind in some(list(ExperienceKind), 4)
        },
    }
    if program is not HimProgram.NONE:
        fields["him_program_stage"] = random.choice(list(ProgramStage))
    if not complete:
        fields = {name: value for name, value in fields.items() if random.random() < 0.7}
        if "him_program" not in fields:
            fields.pop("him_program_stage", None)
    return Profile.model_validate({**fields, "complete": complete})


def _random_training(random: Random) -> list[dict[str, Any]]:
    """No program, or one: the rivals have no word for "one of several programs"."""
    program = {
        "subject": random.choice(list(TrainingSubject)),
        "approved_by": random.choice(list(Approver)),
        "years_since": random.choice((0.5, 1.0, 2.0, 6.0)),
    }
    return [program] if random.random() < 0.4 else []


def draw(profiles: Sequence[Profile], count: int, *, complete: bool, seed: int = 1) -> People:
    """Coded people, each like one of the profiles."""
    drawn = np.random.default_rng(seed).integers(0, len(profiles), count)
    return code_profiles(profiles, complete).chosen(drawn)


def write_people(path: Path, profiles: Sequence[Profile], count: int, seed: int = 1) -> None:
    """Write a Parquet table of people, each like one of the profiles, some at a time."""
    cells = [write_cells(profile) for profile in profiles]
    columns = {
        name: pyarrow.array([row.get(name) for row in cells], pyarrow.string())
        for name in COLUMNS
        if name != "person"
    }
    schema = pyarrow.schema(dict.fromkeys(COLUMNS, pyarrow.string()))
    random = np.random.default_rng(seed)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for numbers in _in_groups(count):
            drawn = pyarrow.array(random.integers(0, len(profiles), len(numbers)))
            names = pyarrow.array([f"person {number}" for number in numbers])
            answers = [column.take(drawn) for column in columns.values()]
            writer.write_table(pyarrow.Table.from_arrays([names, *answers], schema=schema))


def _in_groups(count: int) -> Iterator[range]:
    for start in range(0, count, _PEOPLE_IN_GROUP):
        yield range(start, min(count, start + _PEOPLE_IN_GROUP))
