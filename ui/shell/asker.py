"""A visitor as the person that the model plans for, with all that they said of themselves."""

from cert_model.candidates import Shortlist, Wishes, shortlist
from cert_model.candidates.asker import Asker, make_asker
from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import Answers
from cert_model.vocabulary import State
from ui.shell.visitor import Visitor


def home_of(visitor: Visitor) -> State | None:
    """The state in which a visitor lives; None where they said none."""
    return State(visitor.home_state) if visitor.home_state in set(State) else None


def asker_of(catalog: Catalog, visitor: Visitor) -> Asker:
    """The person that plans are made for."""
    return make_asker(catalog, *_description(visitor))


def shortlist_of(catalog: Catalog, visitor: Visitor) -> Shortlist:
    """The candidates for a visitor, in the order that they chose."""
    return shortlist(catalog, *_description(visitor))


def _description(
    visitor: Visitor,
) -> tuple[Wishes, Answers, State | None, int | None, bool]:
    """What the model asks of a person: wishes, answers, home state, hours a week, student."""
    home = home_of(visitor)
    return visitor.wishes, visitor.answers, home, visitor.hours_a_week, visitor.is_student
