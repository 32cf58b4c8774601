"""A person's answers as text, by question id, and the profile that they add up to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cert_model.catalog import Catalog
from cert_model.eligibility.person import HEALTHCARE, INCLUDED_KINDS
from cert_model.eligibility.profile import Profile
from cert_model.eligibility.questionnaire.topics import (
    HIM_PROGRAM,
    HIM_STAGE,
    MONTHS_PREFIX,
    NONE,
    UNSURE,
    WORK,
    BadAnswer,
    Topic,
    all_topics,
    with_months,
)
from cert_model.vocabulary import HimProgram

Answers = Mapping[str, str]
"""Answer texts by question id; ``unsure`` for "I don't know"."""


@dataclass(frozen=True)
class ParsedAnswers:
    """The profile that answers describe, and the answers that could not be used."""

    profile: Profile
    answers: dict[str, str]
    """The answers that were understood, sorted by question id."""
    refused: list[tuple[str, str]] = field(default_factory=list)
    """The question id and text of each answer that was left out."""


def parse_answers(catalog: Catalog, answers: Answers) -> ParsedAnswers:
    """The profile that answers describe; an answer that cannot be used is left out and listed."""
    topics = catalog_topics(catalog)
    profile = Profile()
    understood: dict[str, str] = {}
    refused: list[tuple[str, str]] = []
    for question, topic in topics.items():
        text = answers.get(question)
        if text is None:
            continue
        try:
            profile = profile if text == UNSURE else _apply_answer(profile, topic, text)
            understood[question] = text
        except BadAnswer:
            refused.append((question, text))
    refused += [(question, text) for question, text in answers.items() if question not in topics]
    profile = _with_total_months(profile, understood.get(WORK, UNSURE))
    return ParsedAnswers(profile, dict(sorted(understood.items())), refused)


def _apply_answer(profile: Profile, topic: Topic, text: str) -> Profile:
    if topic.id == HIM_STAGE and profile.him_program in (None, HimProgram.NONE):
        raise BadAnswer("a stage without a program")
    return topic.apply_answer(profile, text)


def _with_total_months(profile: Profile, work: str) -> Profile:
    """The profile with the months in healthcare, where they follow from the months stated.

    They do for somebody who has done one kind of work alone and no other work in healthcare.
    """
    months = profile.experience_months
    if work == UNSURE or HEALTHCARE in months or HEALTHCARE in work.split(","):
        return profile
    kinds_done = [kind for kind in INCLUDED_KINDS[HEALTHCARE] if months.get(kind, 1)]
    if len(kinds_done) != 1 or kinds_done[0] not in months:
        return profile
    return with_months(profile, {HEALTHCARE: months[kinds_done[0]]})


def answers_from_profile(catalog: Catalog, profile: Profile) -> dict[str, str]:
    """The answers that describe a profile, sorted by question id."""
    texts = {
        question: topic.format_answer(profile)
        for question, topic in catalog_topics(catalog).items()
    }
    return {question: text for question, text in sorted(texts.items()) if text is not None}


def with_answer(answers: Answers, question: str, text: str | None) -> dict[str, str]:
    """The answers with one of them set or, with None, removed; the others are kept.

    Answers that depend on the former one are removed with it: the stage of a program that is no
    longer named, the months of work that is no longer chosen.
    """
    updated = {name: answer for name, answer in answers.items() if name != question}
    if text is not None:
        updated[question] = text
    if question == HIM_PROGRAM and text in (None, UNSURE, NONE):
        updated.pop(HIM_STAGE, None)
    if question == WORK and text is not None:
        chosen = {f"{MONTHS_PREFIX}{kind}" for kind in text.split(",")}
        updated = {
            name: answer
            for name, answer in updated.items()
            if not name.startswith(MONTHS_PREFIX) or name in chosen
        }
    return dict(sorted(updated.items()))


def catalog_topics(catalog: Catalog) -> dict[str, Topic]:
    """The topics of the questionnaire for a catalog, by question id."""
    return all_topics(catalog.resolve, tuple(catalog.issuers))
