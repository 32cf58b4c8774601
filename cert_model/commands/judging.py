"""The command ``eligibility``: for which exams a person may sit, why, and what would change it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility import Outcome, Profile, assess, exam_ids
from cert_model.eligibility.questionnaire import Interview, NextQuestion, answers_from_profile
from cert_model.overview import costs_to_earn


@dataclass(frozen=True)
class Judgment:
    """What a person may sit for, and what to ask them next."""

    interview: Interview
    outcomes: tuple[Outcome, ...]
    next_question: NextQuestion | None
    """None where no answer is left that could change an outcome."""


def judge(
    catalog: Catalog, profile: Profile, ids: Sequence[str] = (), *, exams_only: bool = False
) -> Judgment:
    """The outcomes of a person for some credentials, by default for all.

    ``exams_only`` leaves out, where no ids are given, what has no exam of its own to sit for.
    """
    interview = Interview(catalog, answers_from_profile(catalog, profile))
    everything = exam_ids(catalog, interview.verdicts) if exams_only else list(catalog.credentials)
    judged = list(ids) or everything
    costs = costs_to_earn(catalog)
    return Judgment(
        interview,
        tuple(assess(catalog, key, interview.person, costs) for key in judged),
        interview.next_question(judged),
    )
