"""Why this plan: what might be done instead, and how the page plans that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cert_model.candidates.asker import Asker
from cert_model.candidates.ranking import MOST_CANDIDATES
from cert_model.catalog import Catalog
from cert_model.paths import By, answer_sentences
from cert_model.paths.answer import Answer, Opening, decide_answer
from cert_model.paths.rivals import Contest, closest_rival, describe_contest, open_alternatives
from ui.shell.asker import shortlist_of
from ui.shell.visitor import Visitor


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What might be done instead, and how to have the page plan that."""

    question: str
    sentence: str
    act: str
    """The words on the button."""
    choices: Mapping[str, object]
    """What the button chooses, by the names in the address."""


def find_contest(
    catalog: Catalog, visitor: Visitor, asker: Asker, answer: Answer, order: By
) -> Contest | None:
    """The plan beside the best one for another credential; None where there is none."""
    answers = (
        decide_answer(catalog, asker.planned_for, key, order, asker.assumptions, said=asker.profile)
        for key in _rivals(catalog, visitor, asker, answer)
        if key != answer.target
    )
    others = [other for other in answers if other is not None]
    return closest_rival(answer, others, order)


def _rivals(catalog: Catalog, visitor: Visitor, asker: Asker, answer: Answer) -> Sequence[str]:
    """What the person picked; else their candidates; else what is like the target.

    Whoever has passed the exam is not shown another credential that they did not pick.
    """
    picked = visitor.picked
    if set(picked) - {answer.target}:
        return picked
    if answer.opening is Opening.LOSE_MARK:
        return ()
    roles = set(catalog.credentials[answer.target].roles)
    ranked = _ranked(catalog, visitor)
    if not ranked:
        return open_alternatives(catalog, asker.planned_for, answer.target)
    alike = [key for key in ranked if roles & set(catalog.credentials[key].roles)]
    return alike[:MOST_CANDIDATES]


def candidates_of(catalog: Catalog, visitor: Visitor) -> Sequence[str]:
    """The ids of the first candidates for a visitor; none for one who said nothing of wishes."""
    return _ranked(catalog, visitor)[:MOST_CANDIDATES]


def _ranked(catalog: Catalog, visitor: Visitor) -> Sequence[str]:
    wishes = visitor.wishes
    if wishes.situation is None and wishes.draw is None:
        return ()
    return [candidate.id for candidate in shortlist_of(catalog, visitor).ranked]


def explain_choice(catalog: Catalog, contest: Contest | None, answer: Answer) -> WhyNot | None:
    """Why not another credential, or another way to the same one; None without either."""
    if contest is not None:
        rival = contest.rival.target
        label = catalog.labels[rival]
        return WhyNot(
            f"Why not the {label}?",
            describe_contest(catalog, contest),
            f"Put the {label} first",
            {"target": rival, "way": 1},
        )
    sooner = answer.sooner
    if sooner is None:
        return None
    place = next(place for place, plan in answer.other_places.items() if plan is sooner)
    sentence = answer_sentences.describe_other_way(sooner)
    return WhyNot("Why not sooner?", sentence, "Take this way", {"way": place})
