"""Why this plan: what might be done instead, and how the page plans that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from cert_model.candidates import contest
from cert_model.candidates.asker import Asker
from cert_model.candidates.ranking import MOST_CANDIDATES
from cert_model.catalog import Catalog
from cert_model.paths import answer_sentences
from cert_model.paths.answer import Answer
from cert_model.paths.rival_sentences import describe_contest
from cert_model.paths.rivals import Contest
from ui.shell.asker import shortlist_of
from ui.shell.visitor import Visitor


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What might be done instead, and how to have the page plan that."""

    question: str
    lines: Sequence[str]
    act: str
    """The words on the button."""
    choices: Mapping[str, object]
    """What the button chooses, by the names in the address."""


def find_contest(
    catalog: Catalog, visitor: Visitor, asker: Asker, answer: Answer
) -> Contest | None:
    """The plan beside the best one for another credential; None where there is none."""
    ranked = partial(_ranked, catalog, visitor)
    return contest.find_contest(catalog, asker, answer, visitor.picked, ranked)


def candidates_of(catalog: Catalog, visitor: Visitor) -> Sequence[str]:
    """The ids of the first candidates for a visitor; none for one who said nothing of wishes."""
    return _ranked(catalog, visitor)[:MOST_CANDIDATES]


def _ranked(catalog: Catalog, visitor: Visitor) -> Sequence[str]:
    if not visitor.wishes.tell_candidates:
        return ()
    return [candidate.id for candidate in shortlist_of(catalog, visitor).ranked]


def explain_choice(catalog: Catalog, against: Contest | None, answer: Answer) -> WhyNot | None:
    """Why not another credential, or another way to the same one; None without either."""
    if against is not None:
        rival = against.rival.target
        label = catalog.labels[rival]
        return WhyNot(
            f"Why not the {label}?",
            describe_contest(catalog, against),
            f"Put the {label} first",
            {"target": rival, "way": 1},
        )
    sooner = answer.sooner
    if sooner is None:
        return None
    place = next(place for place, plan in answer.other_places.items() if plan is sooner)
    sentence = answer_sentences.describe_other_way(sooner)
    return WhyNot("Why not sooner?", [sentence], "Take this path", {"way": place})
