"""The credentials that fit where a person stands and what they want, in the order they chose."""

from cert_model.candidates.wishes import Draw, Priority, Situation, Wishes

__all__ = ["Draw", "Priority", "Situation", "Wishes"]
