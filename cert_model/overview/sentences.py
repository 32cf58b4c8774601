"""Sentences on the headline figures of a credential: what it costs, and what its exam is like."""

from cert_model.formatting import format_count, format_months, spell_duration
from cert_model.overview import Overview
from cert_model.vocabulary import Standing


def describe_cost(overview: Overview) -> str:
    """What earning and keeping it cost: "It costs $738 to earn and $209 a year to keep."."""
    earn, keep = overview.to_earn, overview.yearly_upkeep
    if earn is None and keep is None:
        return "What it costs to earn and to keep was not found."
    if earn is None:
        return f"It costs {overview.upkeep_text} a year to keep; its price was not found."
    if keep is None:
        return f"It costs {overview.to_earn_text} to earn; what keeping it costs was not found."
    return f"It costs {overview.to_earn_text} to earn and {overview.upkeep_text} a year to keep."


def describe_exam(overview: Overview) -> str:
    """How long its exam is: "Its exam has 100 questions in 4 hours."; empty where nothing is known.

    What is estimated is "about" so many.
    """
    questions, length = _questions(overview), _length(overview)
    if questions and length:
        return f"Its exam has {questions} in {length}."
    if questions:
        return f"Its exam has {questions}; how long it takes was not found."
    return f"Its exam takes {length}; how many questions it has was not found." if length else ""


def describe_renewal(overview: Overview) -> str:
    """What keeps it from lapsing: "It lapses unless it is renewed every 2 years with 36 CEUs.".

    Empty where the length of a cycle was not found.
    """
    if not overview.cycle_months:
        return ""
    every = format_months(overview.cycle_months).removeprefix("1 ")
    ceus = "" if not overview.ceus else f" with {format_count(round(overview.ceus), 'CEU')}"
    return f"It lapses unless it is renewed every {every}{ceus}."


def _questions(overview: Overview) -> str:
    if overview.questions is None:
        return ""
    counted = format_count(overview.questions, "question")
    return _as_read(counted, overview.questions_standing)


def _length(overview: Overview) -> str:
    if overview.minutes is None:
        return ""
    return _as_read(spell_duration(overview.minutes), overview.minutes_standing)


def _as_read(text: str, standing: Standing | None) -> str:
    return f"about {text}" if standing is Standing.ESTIMATED else text
