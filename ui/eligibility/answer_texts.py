"""Answers in words, and between the text of an answer and what the controls hold."""

from collections.abc import Mapping, Sequence

from cert_model.catalog import Catalog
from cert_model.eligibility.profile import LONGEST_LIFE, MOST_MONTHS
from cert_model.eligibility.questionnaire import NONE, UNSURE
from cert_model.eligibility.questionnaire.topics import MONTHS_PREFIX
from cert_model.formatting import format_count
from cert_model.schema.texts import Question

ONE_OF = ("education", "him-program", "him-stage")
"""The questions of which exactly one term is the answer."""
_MONTHS_A_YEAR = 12


class BadInput(ValueError):
    """Numbers that no answer can hold; the message says which can."""


def accepts_none(question: Question) -> bool:
    """Whether "none of these" is an answer."""
    return question.id not in (*ONE_OF, "age") and not question.id.startswith(MONTHS_PREFIX)


def format_answer(catalog: Catalog, question: Question, text: str) -> str:
    """An answer in words."""
    if text == UNSURE:
        return "I don't know"
    if text == NONE and NONE not in question.options:
        return "None of these"
    if question.id.startswith(MONTHS_PREFIX):
        return _format_length(int(text))
    if question.id == "credentials":
        return ", ".join(catalog.labels[catalog.resolve(name)] for name in text.split(","))
    words = [question.options.get(part.partition(":")[0], part) for part in text.split(",")]
    return "; ".join(dict.fromkeys(words))


def _format_length(all_months: int) -> str:
    years, months = divmod(all_months, _MONTHS_A_YEAR)
    parts = [format_count(years, "year")] * bool(years)
    parts += [format_count(months, "month")] * bool(months)
    return " and ".join(parts) or "No time at all"


def age_answer(years: int | None) -> str | None:
    """The answer for an age; None where there is none. Raises BadInput."""
    if years is None:
        return None
    if not 0 <= years <= LONGEST_LIFE:
        raise BadInput(f"An age is a number from 0 to {LONGEST_LIFE}.")
    return str(years)


def months_answer(years: int | None, months: int | None) -> str | None:
    """The answer for a length of work; None where both boxes are empty. Raises BadInput."""
    if years is None and months is None:
        return None
    length = _MONTHS_A_YEAR * (years or 0) + (months or 0)
    if min(years or 0, months or 0) < 0 or length > MOST_MONTHS:
        highest = MOST_MONTHS // _MONTHS_A_YEAR
        raise BadInput(f"Years and months are 0 or more, and {highest} years at most.")
    return str(length)


def years_and_months(answer: str | None) -> tuple[int | None, int | None]:
    """What the two boxes for a length of work hold, given an answer or none."""
    return divmod(int(answer), _MONTHS_A_YEAR) if answer else (None, None)


def training_answer(programs: Mapping[str, Sequence[str]]) -> str | None:
    """The answer for training; None where no program is chosen.

    ``programs`` holds the approver and the years since by subject, "" where they are not known.
    """
    parts = (":".join((subject, *details)).rstrip(":") for subject, details in programs.items())
    return ",".join(parts) or None


def training_programs(answer: str | None) -> dict[str, tuple[str, str]]:
    """The approver and the years since of each program in an answer, by subject."""
    programs = {}
    for part in (answer or "").split(","):
        subject, approver, years_since, *_ = (*part.split(":"), "", "")
        if subject not in ("", NONE):
            programs[subject] = (approver, years_since)
    return programs
