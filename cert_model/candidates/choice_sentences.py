"""Sentences on why these candidates are listed and no others, or why there are none."""

from cert_model.candidates.ranking import Shortlist
from cert_model.candidates.targets import Leading
from cert_model.candidates.wishes import Draw, Situation

POSTINGS = (
    "We do not know which of these credentials employers near you ask for. Read a few job postings "
    "before you decide."
)
_DRAWN_TO = {
    Draw.OFFICE: "coding in a doctor's office",
    Draw.HOSPITAL: "coding in a hospital",
    Draw.BILLING: "billing",
    Draw.DOCUMENTATION: "clinical documentation",
    Draw.AUDITING: "auditing",
    Draw.RISK_ADJUSTMENT: "risk adjustment",
    Draw.NOT_SURE: "any work in the field",
}
_DATA_SAY = {
    Draw.OFFICE: (
        "whose fact sheets name coding and the physician office, and whose exams may test CPT"
    ),
    Draw.HOSPITAL: "whose fact sheets name coding and hospital stays or hospital outpatients",
    Draw.BILLING: "whose fact sheets name billing",
    Draw.DOCUMENTATION: "whose fact sheets name clinical documentation",
    Draw.AUDITING: "whose fact sheets name auditing",
    Draw.RISK_ADJUSTMENT: "whose fact sheets name risk adjustment as their setting",
    Draw.NOT_SURE: "at the entry or core level",
}


def describe_choice(of: Shortlist) -> list[str]:
    """Why these credentials and no others, in a few sentences made from the rules that chose."""
    draw = of.wishes.draw or Draw.NOT_SURE
    holds_one = bool(of.asker.profile.credentials)
    also = ", and any that replaces one you hold" if holds_one else ""
    sentences = [f"For {_DRAWN_TO[draw]}, we list credentials {_DATA_SAY[draw]}{also}."]
    if of.leading is None:
        sentences.append(_levels(of, draw))
    elif of.leading is Leading.BY_NAME:
        sentences.append(
            f"Credentials for {_DRAWN_TO[draw]} are advanced or specialized, and meant for people "
            "with experience. These are the entry and core credentials that their rules name."
        )
    else:
        sentences.append(
            f"Credentials for {_DRAWN_TO[draw]} are advanced or specialized, and meant for people "
            "with experience. These are the entry and core credentials for the work that their "
            "rules ask for."
        )
    return [*sentences, POSTINGS]


def _levels(of: Shortlist, draw: Draw) -> str:
    if draw is Draw.NOT_SURE:
        return "Advanced and specialty credentials come after one of these."
    if of.wishes.situation is Situation.NEW:
        return (
            "You are new to the field, so we list only entry and core credentials first. Advanced "
            "and specialty credentials are meant for people with experience."
        )
    return (
        "We list entry, core and advanced credentials, except those for which the issuer advises "
        "experience that you lack, the entry level if you are past it, and those that are for no "
        "more work, places and code sets than one you hold. Specialty credentials "
        "depend on the department you work in; they are under “What else fits.”"
    )


def describe_empty(of: Shortlist) -> str:
    """What to say where no candidate has a certain way and a price."""
    draw = of.wishes.draw or Draw.NOT_SURE
    if of.later and of.asker.profile.credentials:
        return (
            f"You already hold the first credentials for {_DRAWN_TO[draw]}. What is left are "
            "specialty credentials and ones about which little is known. Which one fits depends on "
            "the department you work in."
        )
    return f"No credential for {_DRAWN_TO[draw]} has both a sure path and a known price."
