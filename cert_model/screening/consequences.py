"""What passing leads to for many people: the same as ``possible_consequences`` of each of them."""

from dataclasses import dataclass

import numpy as np

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.eligibility import SETTLED_FOR_GOOD, Truth
from cert_model.schema.rules import Consequence
from cert_model.screening.codes import IS_MET, MAY_BE_MET, VERDICTS, Codes
from cert_model.screening.conditions import HeldTraits
from cert_model.screening.judge import PEOPLE_AT_ONCE, Verdicts, judge_of
from cert_model.screening.people import People
from cert_model.screening.rules import CompiledRules
from cert_model.vocabulary import Verdict

_WITHOUT_CONSEQUENCES = [
    VERDICTS.index(verdict) for verdict in (Verdict.NOT_YET, *SETTLED_FOR_GOOD)
]


@dataclass(frozen=True)
class ConsequenceJudge:
    """The consequences of a catalog, ready for many people."""

    consequences: tuple[tuple[str, Consequence], ...]
    """Each consequence with the id of its credential, in the order of the rows of the answer."""
    rules: CompiledRules
    unless: tuple[int, ...]
    """The place of the rule that avoids each consequence."""
    row_of: dict[str, int]
    """The row of each credential's verdicts, by its id."""
    traits: HeldTraits

    def judge(self, people: People, verdicts: Verdicts, at_once: int = PEOPLE_AT_ONCE) -> Codes:
        """For each consequence and person, the ``Truth`` of whether passing leads to it.

        ``verdicts`` are those of the same people.
        """
        applies: Codes = np.empty((len(self.consequences), people.count), np.uint8)
        of_lists = self.rules.evaluate_lists(people, self.traits)
        for start in range(0, people.count, at_once):
            part = people.chosen(slice(start, start + at_once))
            values = self.rules.evaluate(part, of_lists)
            for row, place in enumerate(self.unless):
                codes = values[place]
                avoided = (codes & np.uint8(MAY_BE_MET)) + ((codes & np.uint8(IS_MET)) // IS_MET)
                applies[row, start : start + at_once] = Truth.YES - avoided
        for row, (key, _) in enumerate(self.consequences):
            settled = np.isin(verdicts[self.row_of[key]], _WITHOUT_CONSEQUENCES)
            applies[row, settled] = Truth.NO
        return applies


@once_per_catalog
def consequence_judge_of(catalog: Catalog) -> ConsequenceJudge:
    """The judge with the consequences of a catalog."""
    rules, judge = CompiledRules(), judge_of(catalog)
    consequences = tuple(
        (key, consequence)
        for key, sheet in catalog.credentials.items()
        for consequence in sheet.eligibility.consequences
    )
    return ConsequenceJudge(
        consequences=consequences,
        rules=rules,
        unless=tuple(rules.add(consequence.unless) for _, consequence in consequences),
        row_of={key: row for row, key in enumerate(judge.ids)},
        traits=judge.traits,
    )
