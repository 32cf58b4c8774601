"""The credentials that fit where a person stands and what they want, in the order they chose."""

from cert_model.candidates.answers import with_starting_answers
from cert_model.candidates.candidate import Candidate, make_candidate, pick_order
from cert_model.candidates.ranking import Shortlist, shortlist
from cert_model.candidates.targets import foreign_credentials
from cert_model.candidates.wishes import Draw, Priority, Situation, Wishes

__all__ = [
    "Candidate",
    "Draw",
    "Priority",
    "Shortlist",
    "Situation",
    "Wishes",
    "foreign_credentials",
    "make_candidate",
    "pick_order",
    "shortlist",
    "with_starting_answers",
]
