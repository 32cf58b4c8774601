"""The verdicts on many people: the same that ``decide_verdict`` gives on each of them.

A ``Judge`` is made once for a catalog. It takes people in chunks so small that their arrays stay in
the processor's cache; the size of a chunk never changes a verdict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.eligibility import is_retired
from cert_model.eligibility.holdings import find_holdings
from cert_model.eligibility.schooling import schooling_shown
from cert_model.schema import Credential
from cert_model.screening.codes import (
    ADVICE_MET,
    IS_MET,
    VERDICT_BY_CODE,
    VERDICTS,
    Codes,
)
from cert_model.screening.conditions import HeldTraits
from cert_model.screening.people import Lists, People, Table
from cert_model.screening.rules import CompiledRules
from cert_model.vocabulary import Verdict

Verdicts = NDArray[np.uint8]
"""A row for each credential and a column for each person; ``VERDICTS`` says what a number means."""

_HELD = VERDICTS.index(Verdict.HELD)
PEOPLE_AT_ONCE = 8_192
"""So many people at once were judged fastest with a cache of 2 MiB."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What decides the verdict of a credential that is not held; alike for many of them."""

    required: int | None
    """The place of the rule's value; None where the rule is not known."""
    recommended: int | None
    is_retired: bool


@dataclass(frozen=True)
class Judge:
    """The rules of a catalog, ready for many people. It can be sent to another process."""

    ids: tuple[str, ...]
    """The ids of the credentials, in the order of the rows of verdicts."""
    rules: CompiledRules
    outcomes: tuple[_Outcome, ...]
    """The different outcomes."""
    outcome_of: tuple[int, ...]
    """Of each credential, the place of its outcome."""
    traits: HeldTraits
    holdings: Mapping[str, frozenset[str]]
    """What the holder of each credential holds, the credential itself included."""

    def judge(self, people: People, at_once: int = PEOPLE_AT_ONCE) -> Verdicts:
        """The verdict for every credential and person. ``at_once`` is the size of a chunk."""
        verdicts: Verdicts = np.empty((len(self.ids), people.count), np.uint8)
        of_lists = self.rules.evaluate_lists(people, self.traits)
        held = self._held(people.credentials.table)
        row_of = {key: row for row, key in enumerate(self.ids)}
        rows = np.array([row_of[key] for key in held.members], np.intp)
        for start in range(0, people.count, at_once):
            part = people.chosen(slice(start, start + at_once))
            of_part = verdicts[:, start : start + at_once]
            self._judge_by_rules(part, of_lists, of_part)
            holders, members = Lists(part.credentials.places, held).pairs()
            of_part[rows[members], holders] = _HELD
        return verdicts

    def _judge_by_rules(
        self, people: People, of_lists: Mapping[int, Codes], verdicts: Verdicts
    ) -> None:
        """Fill in the verdicts on people as if they held nothing."""
        values = self.rules.evaluate(people, of_lists)
        by_outcome = [_verdicts_of(outcome, values) for outcome in self.outcomes]
        for row, place in enumerate(self.outcome_of):
            verdicts[row] = by_outcome[place]

    def _held(self, credentials: Table[str]) -> Table[str]:
        """Of each list of credentials, the ids of all that its holder holds."""
        return Table(
            {key for other in entry or () for key in self.holdings[other]}
            for entry in credentials.lists
        )


def _verdicts_of(outcome: _Outcome, values: Sequence[Codes]) -> Codes:
    """The verdicts of an outcome on some people; on all alike, one for all."""
    if outcome.is_retired:
        return np.full(1, VERDICTS.index(Verdict.CLOSED), np.uint8)
    if outcome.required is None:
        return np.full(1, VERDICTS.index(Verdict.ASK_ISSUER), np.uint8)
    codes = values[outcome.required]
    if outcome.recommended is not None:
        codes = codes | (values[outcome.recommended] & np.uint8(IS_MET)) * np.uint8(
            ADVICE_MET // IS_MET
        )
    return np.take(VERDICT_BY_CODE, codes, mode="clip")


@once_per_catalog
def judge_of(catalog: Catalog) -> Judge:
    """The judge with the rules of a catalog."""
    rules, outcomes = CompiledRules(), dict[_Outcome, int]()
    outcome_of = tuple(
        outcomes.setdefault(_outcome_of(sheet, rules), len(outcomes))
        for sheet in catalog.credentials.values()
    )
    return Judge(
        ids=tuple(catalog.credentials),
        rules=rules,
        outcomes=tuple(outcomes),
        outcome_of=outcome_of,
        traits=HeldTraits(
            roles={key: sheet.roles for key, sheet in catalog.credentials.items()},
            schooling=schooling_shown(catalog),
        ),
        holdings={
            key: frozenset(find_holdings(catalog.credentials, frozenset([key])))
            for key in catalog.credentials
        },
    )


def _outcome_of(sheet: Credential, rules: CompiledRules) -> _Outcome:
    """What decides a credential's verdict; its rules are added as far as they are new."""
    if is_retired(sheet):
        return _Outcome(None, None, is_retired=True)
    required, recommended = sheet.eligibility.required, sheet.eligibility.recommended
    if required is None:
        return _Outcome(None, None, is_retired=False)
    return _Outcome(
        required=rules.add(required),
        recommended=None if recommended is None else rules.add(recommended),
        is_retired=False,
    )
