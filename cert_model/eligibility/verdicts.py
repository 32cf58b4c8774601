"""One verdict per credential, and what passing would lead to."""

from collections.abc import Iterable, Iterator

from cert_model.catalog import Catalog
from cert_model.eligibility import evaluate
from cert_model.eligibility.person import Person
from cert_model.eligibility.truth import Truth
from cert_model.schema import Credential
from cert_model.schema.rules import Condition, Consequence, Rule
from cert_model.vocabulary import Status, Verdict

MAY_SIT = (Verdict.READY, Verdict.CAN_SIT)


def decide_verdicts(catalog: Catalog, person: Person) -> dict[str, Verdict]:
    """The verdict for every credential, by id."""
    return {key: decide_verdict(sheet, person) for key, sheet in catalog.credentials.items()}


def decide_verdict(sheet: Credential, person: Person) -> Verdict:
    """Whether a person may sit for the exam of a credential.

    Nobody may sit for one that is retired; a rule that is not known sends to the issuer.
    """
    rule = sheet.eligibility
    if is_retired(sheet):
        return Verdict.NOT_YET
    if rule.required is None:
        return Verdict.ASK_ISSUER
    required = evaluate.evaluate_rule(rule.required, person)
    if required is Truth.NO:
        return Verdict.NOT_YET
    if required is Truth.UNKNOWN:
        return Verdict.UNDECIDED if _can_settle(rule.required, person) else Verdict.ASK_ISSUER
    advised = (
        rule.recommended is None or evaluate.evaluate_rule(rule.recommended, person) is Truth.YES
    )
    return Verdict.READY if advised else Verdict.CAN_SIT


def is_retired(sheet: Credential) -> bool:
    """Whether the exam is no longer given."""
    return sheet.status.value is Status.RETIRED


def exam_ids(catalog: Catalog, ids: Iterable[str]) -> list[str]:
    """Those of which an exam is, or may be, given: each exam once, by the first of its ids.

    The CPC-A is no exam of its own: it is what passing the CPC may lead to.
    """
    found: dict[str, str] = {}
    for key in ids:
        sheet = catalog.credentials[key]
        if not is_retired(sheet):
            found.setdefault(sheet.same_exam_as or key, key)
    return list(found.values())


def is_held(sheet: Credential, person: Person) -> bool:
    """Whether the person holds the credential, or the one of which it is another form.

    Who holds the CPC holds the CPC-A no longer; who holds the CPC-A does not hold the CPC.
    """
    return not (person.credentials or frozenset()).isdisjoint({sheet.id, sheet.same_exam_as})


def held_as(catalog: Catalog, sheet: Credential, person: Person) -> str | None:
    """The letters of another form of it that the person holds, as the CPC-A is of the CPC."""
    for held in sorted(person.credentials or ()):
        if catalog.credentials[held].same_exam_as == sheet.id:
            return catalog.credentials[held].code
    return None


def is_passed(catalog: Catalog, key: str, person: Person) -> bool:
    """Whether the person has passed the exam of a credential already, and holds a form of it."""
    sheet = catalog.credentials[key]
    return is_held(sheet, person) or held_as(catalog, sheet, person) is not None


def possible_consequences(sheet: Credential, person: Person) -> list[tuple[Consequence, Truth]]:
    """What passing leads to, each with whether it does: YES or UNKNOWN; others are left out.

    Nothing for whoever may not sit, or has passed already.
    """
    if decide_verdict(sheet, person) is Verdict.NOT_YET or is_held(sheet, person):
        return []
    found = [
        (each, Truth(Truth.YES - evaluate.evaluate_rule(each.unless, person)))
        for each in sheet.eligibility.consequences
    ]
    return [(each, applies) for each, applies in found if applies is not Truth.NO]


def _can_settle(rule: Rule, person: Person) -> bool:
    """Whether answers still to come could turn an UNKNOWN rule into YES or into NO."""
    return evaluate.could_be_met(rule, person) or evaluate.could_be_failed(rule, person)


def open_conditions(sheet: Credential, person: Person) -> Iterator[Condition]:
    """The tests whose answer could still change the verdict or what passing leads to.

    Advice counts only as far as it could still be met: not met and not known read the same.
    """
    rule = sheet.eligibility
    if is_retired(sheet) or rule.required is None:
        return
    required = evaluate.evaluate_rule(rule.required, person)
    if required is Truth.UNKNOWN and _can_settle(rule.required, person):
        yield from evaluate.open_conditions(rule.required, person, to_yes=True, to_no=True)
    elif required is not Truth.YES:
        return
    if rule.recommended is not None:
        yield from evaluate.open_conditions(rule.recommended, person, to_yes=True, to_no=False)
    for each in () if is_held(sheet, person) else rule.consequences:
        yield from evaluate.open_conditions(each.unless, person, to_yes=True, to_no=True)


def is_open(sheet: Credential, person: Person) -> bool:
    """Whether an answer could still change the verdict or what passing leads to."""
    return any(open_conditions(sheet, person))
