"""Sentences about a designation that nobody sits for: passing another exam gives it."""

from collections.abc import Sequence

from cert_model.catalog import Catalog
from cert_model.eligibility import SETTLED_FOR_GOOD, Outcome
from cert_model.eligibility.rules import conditions_of
from cert_model.eligibility.sentences import next_step
from cert_model.formatting import as_phrase
from cert_model.schema import Credential


def describe_designation(catalog: Catalog, key: str) -> str:
    """How one gets such a designation and what removes it; empty for a credential of its own."""
    sheet = catalog.credentials[key]
    if sheet.same_exam_as is None:
        return ""
    exam = catalog.labels[sheet.same_exam_as]
    issuer = catalog.issuers[sheet.issuer].letters
    without = [
        f" without {as_phrase(next(conditions_of(consequence.unless)).text)} or what {issuer} "
        "counts as such"
        for consequence in sheet.eligibility.consequences
        if consequence.marks == sheet.code
    ]
    passing = f"You get it by passing the {exam} exam{''.join(without[:1])}."
    return f"{passing} {_removal(sheet, exam)}".rstrip()


def _removal(sheet: Credential, exam: str) -> str:
    ways = [route.option.label for route in sheet.apprentice.removal] if sheet.apprentice else []
    return f"It becomes the {exam} once you show {', or '.join(ways)}." if ways else ""


def next_step_toward(catalog: Catalog, outcome: Outcome, open_questions: Sequence[str]) -> str:
    """What to do about an outcome, after how a designation is gained where it is about one."""
    step = next_step(outcome, open_questions)
    if outcome.verdict in SETTLED_FOR_GOOD:
        return step
    return f"{describe_designation(catalog, outcome.id)} {step}".lstrip()
