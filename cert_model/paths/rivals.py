"""Which other target a person might choose: the best rival of an answer, and what is like it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility import MAY_SIT, Profile, build_person, decide_verdict
from cert_model.overview import overviews
from cert_model.paths.answer import Answer
from cert_model.paths.plan import PlanOrder
from cert_model.vocabulary import FIRST_LEVELS, Level

MOST_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True)
class Contest:
    """The answer that was chosen beside the best of the others."""

    chosen: Answer
    rival: Answer

    @property
    def measures(self) -> list[PlanOrder]:
        """The measures by which the two can be ranked: what is "at least" so much cannot."""
        plan, other = self.chosen.plan, self.rival.plan
        is_comparable = {
            PlanOrder.COST: plan.cost.complete and other.cost.complete,
            PlanOrder.MONTHS: plan.months_are_complete and other.months_are_complete,
        }
        return [by for by in PlanOrder if is_comparable[by]]


def closest_rival(chosen: Answer, others: Sequence[Answer], by: PlanOrder) -> Contest | None:
    """The best of the other answers by a measure, beside the chosen one; None without others."""
    rival = min(others, key=lambda answer: answer.plan.sort_key(by), default=None)
    return None if rival is None else Contest(chosen, rival)


def _rung(level: Level) -> Level:
    """The level, entry and core counting as one: both are for people without experience."""
    return Level.CORE if level in FIRST_LEVELS else level


def open_alternatives(catalog: Catalog, profile: Profile, target: str) -> list[str]:
    """Credentials like a target that the person may sit for today, the cheapest to earn first.

    Alike are those of the same level that share a kind of work and a place of work with it, and
    whose price was read. Used where the person has picked none to compare with.
    """
    sheet, person = catalog.credentials[target], build_person(catalog, profile)
    alike = [
        overviews(catalog)[other.id]
        for other in catalog.credentials.values()
        if other.id not in (target, sheet.same_exam_as)
        and other.same_exam_as is None
        and _rung(other.level) == _rung(sheet.level)
        and set(other.roles) & set(sheet.roles)
        and set(other.settings) & set(sheet.settings)
        and decide_verdict(other, person) in MAY_SIT
    ]
    priced = [overview for overview in alike if overview.to_earn_complete]
    priced.sort(key=lambda overview: overview.to_earn or 0.0)
    return [overview.id for overview in priced[:MOST_ALTERNATIVES]]
