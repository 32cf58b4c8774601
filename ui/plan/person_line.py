"""Who a plan is for, in a line made from what the person said."""

from collections.abc import Iterator

from cert_model.candidates import Draw, Priority, Situation
from cert_model.careers.sentences import with_article
from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.eligibility.schooling import most_schooling_shown
from cert_model.eligibility.sentences import SCHOOLING
from cert_model.formatting import format_months, join_words
from cert_model.vocabulary import ExperienceKind
from ui.shell.asker import home_of
from ui.shell.visitor import Visitor

_SITUATIONS = {
    Situation.NEW: "new to the field",
    Situation.HEALTH_CARE: "working in health care",
    Situation.WORKING: "who already codes or bills",
}
"""Where a person stands; what somebody holds is named by itself."""
_DRAWS = {
    Draw.OFFICE: "drawn to work in a doctor's office",
    Draw.HOSPITAL: "drawn to work in a hospital",
    Draw.BILLING: "drawn to billing",
    Draw.DOCUMENTATION: "drawn to documentation",
    Draw.AUDITING: "drawn to auditing",
    Draw.RISK_ADJUSTMENT: "drawn to risk adjustment",
    Draw.NOT_SURE: "not sure of the work yet",
}
_PRIORITIES = {
    Priority.SOON: "for whom speed matters most",
    Priority.CHEAP: "for whom low cost matters most",
    Priority.PAY: "for whom pay matters most",
    Priority.FROM_HOME: "who wants to take the exam at home",
}


def describe_person(catalog: Catalog, visitor: Visitor, profile: Profile, hours: float) -> str:
    """The person in a line: what they have, want and can give, and where they live."""
    parts = [part for part in _parts(catalog, visitor, profile) if part]
    week = f"with {hours:g} hours of study a week"
    home = home_of(visitor)
    where = [f"in {with_article(home.label)}"] if home else []
    whom = "For someone" if parts or where else "For anyone"
    return f"{whom} {', '.join([*parts, week, *where])}."


def _parts(catalog: Catalog, visitor: Visitor, profile: Profile) -> Iterator[str | None]:
    wishes = visitor.wishes
    yield _SITUATIONS.get(wishes.situation) if wishes.situation else None
    if profile.credentials:
        yield f"who holds the {join_words(catalog.labels[key] for key in profile.credentials)}"
    if profile.licenses:
        yield f"with a license ({join_words(term.label for term in profile.licenses)})"
    if profile.education:
        yield f"with {SCHOOLING[profile.education]}"
    else:
        yield _shown_schooling(catalog, profile)
    worked = {kind: months for kind, months in profile.experience_months.items() if months}
    for kind, months in worked.items():
        if kind is not ExperienceKind.HEALTHCARE:
            yield f"with {format_months(months)} of {kind.label.lower()}"
        elif len(worked) == 1:
            yield f"with {format_months(months)} of work in healthcare"
    yield _DRAWS[wishes.draw] if wishes.draw else None
    yield _PRIORITIES[wishes.priority] if wishes.priority else None


def _shown_schooling(catalog: Catalog, profile: Profile) -> str | None:
    shown = most_schooling_shown(catalog, profile.credentials or ())
    if shown.by is None:
        return None
    return f"with {SCHOOLING[shown.level]} at least, which the {shown.letters} needed"
