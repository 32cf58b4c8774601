"""A person's answers as text by question id, and the profile they make."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cert_model.catalog import Catalog
from cert_model.eligibility.months import HEALTHCARE, PARTS
from cert_model.eligibility.profile import Profile
from cert_model.eligibility.questionnaire.topics import (
    MONTHS_PREFIX,
    NONE,
    UNSURE,
    WORK,
    BadAnswer,
    Topic,
    topics,
    with_months,
)
from cert_model.vocabulary import HimProgram

Answers = Mapping[str, str]
"""By question id; ``unsure`` where the person does not know."""


@dataclass(frozen=True)
class ParsedAnswers:
    """What answers say, and which of them say nothing."""

    profile: Profile
    answers: dict[str, str]
    """The answers that mean something, by id, sorted."""
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Question id and text of each that was left out."""


def parse_answers(catalog: Catalog, answers: Answers) -> ParsedAnswers:
    """Read answers; what means nothing is left out and named, the rest is kept."""
    known = catalog_topics(catalog)
    heard = ParsedAnswers(Profile(), {})
    profile = heard.profile
    for name, topic in known.items():
        text = answers.get(name)
        if text is None:
            continue
        try:
            profile = profile if text == UNSURE else _said(profile, topic, text)
            heard.answers[name] = text
        except BadAnswer:
            heard.refused.append((name, text))
    heard.refused.extend((name, text) for name, text in answers.items() if name not in known)
    profile = _with_work_in_all(profile, heard.answers.get(WORK, UNSURE))
    return ParsedAnswers(profile, dict(sorted(heard.answers.items())), heard.refused)


def _said(profile: Profile, topic: Topic, text: str) -> Profile:
    if topic.id == "him-stage" and profile.him_program in (None, HimProgram.NONE):
        raise BadAnswer("a stage without a program")
    return topic.apply_answer(profile, text)


def _with_work_in_all(profile: Profile, work: str) -> Profile:
    """The profile of somebody with one kind of work and no other in healthcare: that is all."""
    months = profile.experience_months
    if work == UNSURE or HEALTHCARE in months or HEALTHCARE in work.split(","):
        return profile
    done = [kind for kind in PARTS[HEALTHCARE] if months.get(kind, 1)]
    if len(done) != 1 or done[0] not in months:
        return profile
    return with_months(profile, {HEALTHCARE: months[done[0]]})


def answers_from_profile(catalog: Catalog, profile: Profile) -> dict[str, str]:
    """The answers that make this very profile, by id, sorted."""
    found = {name: topic.format_answer(profile) for name, topic in catalog_topics(catalog).items()}
    return {name: text for name, text in sorted(found.items()) if text is not None}


def with_answer(answers: Answers, question: str, text: str | None) -> dict[str, str]:
    """The answers with one given, changed or (None) taken back, and all others kept.

    What only followed from the former answer goes with it: the stage of a program no longer
    named, the months of work no longer done.
    """
    changed = {name: given for name, given in answers.items() if name != question}
    if text is not None:
        changed[question] = text
    if question == "him-program" and text in (None, UNSURE, NONE):
        changed.pop("him-stage", None)
    if question == WORK and text is not None:
        done = {f"{MONTHS_PREFIX}{kind}" for kind in text.split(",")}
        changed = {
            name: given
            for name, given in changed.items()
            if not name.startswith(MONTHS_PREFIX) or name in done
        }
    return dict(sorted(changed.items()))


def catalog_topics(catalog: Catalog) -> dict[str, Topic]:
    """The topics of a catalog, by question id."""
    return topics(catalog.resolve, tuple(catalog.issuers))
