"""The rival of a plan: which other credential a person might earn, and the plan for it."""

from collections.abc import Callable, Sequence

from cert_model.candidates.asker import Asker
from cert_model.candidates.ranking import MOST_CANDIDATES
from cert_model.catalog import Catalog
from cert_model.paths.answer import Answer, Opening, decide_answer
from cert_model.paths.rivals import Contest, closest_rival, open_alternatives


def find_contest(
    catalog: Catalog,
    asker: Asker,
    answer: Answer,
    picked: Sequence[str],
    candidates: Callable[[], Sequence[str]],
) -> Contest | None:
    """The answer beside the best one for another credential; None where there is none.

    The arguments are those of ``rival_targets``.
    """
    others = (
        decide_answer(
            catalog, asker.planned_for, key, answer.order, asker.assumptions, stated=asker.profile
        )
        for key in rival_targets(catalog, asker, answer, picked, candidates)
    )
    return closest_rival(answer, [other for other in others if other is not None], answer.order)


def rival_targets(
    catalog: Catalog,
    asker: Asker,
    answer: Answer,
    picked: Sequence[str],
    candidates: Callable[[], Sequence[str]],
) -> list[str]:
    """The ids of the credentials that a person might earn in place of an answer's target.

    What they ``picked``; else the next for the same work of their first ``candidates``, whose cards
    they saw, and which are asked for only where they are needed; else what is like the target.
    Whoever has passed its exam is shown no other credential that they did not pick.
    """
    others = [key for key in picked if key != answer.target]
    if others:
        return others
    if answer.opening is Opening.LOSE_MARK:
        return []
    cards = list(candidates()[:MOST_CANDIDATES])
    if not cards:
        return open_alternatives(catalog, asker.planned_for, answer.target)
    place = cards.index(answer.target) + 1 if answer.target in cards else 0
    in_turn = (*cards[place:], *cards[:place])
    roles = set(catalog.credentials[answer.target].roles)
    alike = (key for key in in_turn if roles & set(catalog.credentials[key].roles))
    return [key for key in alike if key != answer.target][:1]
