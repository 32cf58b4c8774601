"""The single steps that open exams to the people of a class.

They are those of ``find_unlocks`` for each person, without programs of other countries. The
verdicts after each step come from the columnar judge, for all people at once.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.eligibility import MAY_SIT, Change, Profile, apply_changes, build_person
from cert_model.eligibility.changes import effort, make_change
from cert_model.eligibility.rules import conditions_of
from cert_model.schema.rules import Condition, HimProgramTest
from cert_model.screening import VERDICTS, code_profiles, judge_of
from cert_model.screening.rules import what_is_asked
from cert_model.vocabulary import HimProgram

_ABROAD = {HimProgram.FOREIGN_RECIPROCAL}


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one person, and the credentials for which they could then sit."""

    condition: Condition
    """The same object for all people of a class who could take the same step."""
    change: Change
    opens: tuple[str, ...]


def _is_abroad(condition: Condition) -> bool:
    """Whether only a program of another country meets a condition: no step for a class here."""
    return isinstance(condition, HimProgramTest) and {*condition.any} == _ABROAD


@once_per_catalog
def possible_steps(catalog: Catalog) -> tuple[Condition, ...]:
    """The conditions of all requirements that a person could meet, each thing asked once."""
    steps: dict[object, Condition] = {}
    for sheet in catalog.credentials.values():
        if sheet.eligibility.required is not None:
            for condition in conditions_of(sheet.eligibility.required):
                if not (_is_abroad(condition) or Change(condition, condition.text).needs_issuer):
                    steps.setdefault(what_is_asked(condition), condition)
    return tuple(steps.values())


def find_steps(
    catalog: Catalog,
    profiles: Sequence[Profile],
    costs_to_earn: Mapping[str, float],
    complete: bool,
) -> list[tuple[Step, ...]]:
    """For each profile, every step that opens an exam, the easiest first.

    Of an exam that a smaller step opens, a larger step of the same kind is not said to open it:
    who needs a diploma is not told to take a degree. ``complete`` is that of the profiles.
    """
    judge = judge_of(catalog)
    may_sit = np.isin(np.arange(len(VERDICTS)), [VERDICTS.index(verdict) for verdict in MAY_SIT])
    today = code_profiles(profiles, complete)
    before = may_sit[judge.judge(today)]
    opened: list[dict[Condition, tuple[str, ...]]] = [{} for _ in profiles]
    for condition in possible_steps(catalog):
        step = [Change(condition, condition.text)]
        changed = code_profiles((apply_changes(profile, step) for profile in profiles), complete)
        # Whoever would have to earn a credential first has none of the schooling that it shows.
        after = judge.judge(replace(changed, schooled_by=today.credentials))
        newly = may_sit[after] & ~before
        for person in np.flatnonzero(newly.any(axis=0)).tolist():
            rows = np.flatnonzero(newly[:, person]).tolist()
            opened[person][condition] = tuple(judge.ids[row] for row in rows)
    return [
        _steps_of(catalog, profile, opens, costs_to_earn)
        for profile, opens in zip(profiles, opened, strict=True)
    ]


def _steps_of(
    catalog: Catalog,
    profile: Profile,
    opened: Mapping[Condition, tuple[str, ...]],
    costs_to_earn: Mapping[str, float],
) -> tuple[Step, ...]:
    person = build_person(catalog, profile)
    changes = [(condition, make_change(condition, person, costs_to_earn)) for condition in opened]
    changes.sort(key=lambda pair: (effort((pair[1],)), -len(opened[pair[0]])))
    reached: defaultdict[str, set[str]] = defaultdict(set)
    steps: list[Step] = []
    for condition, change in changes:
        opens = tuple(key for key in opened[condition] if key not in reached[change.test])
        reached[change.test].update(opens)
        if opens:
            steps.append(Step(condition, change, opens))
    return tuple(steps)
