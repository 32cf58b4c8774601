"""Who a plan is for, in a line made from what the person said."""

from collections.abc import Iterator

from cert_model.candidates import Situation
from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.formatting import format_months, join_words
from cert_model.vocabulary import EducationLevel, ExperienceKind, State
from ui.shell.visitor import Visitor

_SITUATIONS = {
    Situation.NEW: "new to it",
    Situation.HEALTH_CARE: "in health care",
    Situation.WORKING: "coding or billing already",
}
"""Where a person stands, in a list of what they said; what they hold is named by itself."""


def describe_person(catalog: Catalog, visitor: Visitor, profile: Profile, hours: float) -> str:
    """The person in a line: what they have, want and can give, and where they live."""
    wishes = visitor.wishes
    parts = [
        *([_SITUATIONS[wishes.situation]] if wishes.situation in _SITUATIONS else []),
        *_what_they_have(catalog, profile),
        *([f"drawn to: {wishes.draw.label.lower()}"] if wishes.draw else []),
        *([f"what matters: {wishes.priority.label.lower()}"] if wishes.priority else []),
        f"{hours:g} hours of study a week",
        *([State(visitor.home_state).label] if visitor.home_state in set(State) else []),
    ]
    return ", ".join(parts)


def _what_they_have(catalog: Catalog, profile: Profile) -> Iterator[str]:
    if profile.credentials:
        yield f"holds the {join_words(catalog.labels[key] for key in profile.credentials)}"
    if profile.licenses:
        yield join_words(term.label for term in profile.licenses)
    if profile.education is not None and profile.education is not EducationLevel.NONE:
        yield profile.education.label
    if profile.education is EducationLevel.NONE:
        yield "no diploma yet"
    worked = {kind: months for kind, months in profile.experience_months.items() if months}
    for kind, months in worked.items():
        if kind is not ExperienceKind.HEALTHCARE or len(worked) == 1:
            yield f"{format_months(months)} of {kind.label.lower()}"
