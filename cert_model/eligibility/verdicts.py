"""One verdict per person and credential, and what passing the exam may lead to.

The verdicts and when each is given are listed in ``docs/eligibility.md``.
"""

from collections.abc import Iterable, Iterator

from cert_model.catalog import Catalog
from cert_model.eligibility.conditions import Truth
from cert_model.eligibility.person import Person
from cert_model.eligibility.rules import could_be_settled, evaluate_rule, open_conditions
from cert_model.schema import Credential
from cert_model.schema.rules import Condition, Consequence
from cert_model.vocabulary import Status, Verdict

MAY_SIT = (Verdict.READY, Verdict.CAN_SIT)


def decide_verdicts(catalog: Catalog, person: Person) -> dict[str, Verdict]:
    """The verdict for every credential, by id."""
    return {key: decide_verdict(sheet, person) for key, sheet in catalog.credentials.items()}


def decide_verdict(sheet: Credential, person: Person) -> Verdict:
    """Whether a person may sit for the exam of a credential.

    A retired exam is NOT_YET for everybody. A rule that we do not know is ASK_ISSUER, and so is
    an UNKNOWN one that no answer could settle.
    """
    rule = sheet.eligibility
    if is_retired(sheet):
        return Verdict.NOT_YET
    if rule.required is None:
        return Verdict.ASK_ISSUER
    required = evaluate_rule(rule.required, person)
    if required is Truth.NO:
        return Verdict.NOT_YET
    if required is Truth.UNKNOWN:
        settleable = could_be_settled(rule.required, person)
        return Verdict.UNDECIDED if settleable else Verdict.ASK_ISSUER
    advised = rule.recommended is None or evaluate_rule(rule.recommended, person) is Truth.YES
    return Verdict.READY if advised else Verdict.CAN_SIT


def is_retired(sheet: Credential) -> bool:
    """Whether the exam is no longer given."""
    return sheet.status.value is Status.RETIRED


def exam_ids(catalog: Catalog, ids: Iterable[str]) -> list[str]:
    """One id for each exam that is still given; retired ones are left out.

    Credentials that share an exam are named once, by the first of their ids: the CPC-A has no
    exam of its own, passing the CPC exam may lead to it.
    """
    exams: dict[str, str] = {}
    for key in ids:
        sheet = catalog.credentials[key]
        if not is_retired(sheet):
            exams.setdefault(sheet.same_exam_as or key, key)
    return list(exams.values())


def is_held(sheet: Credential, person: Person) -> bool:
    """Whether the person holds the credential, or the full form of this apprentice form.

    A CPC holder holds the CPC-A, too; a CPC-A holder does not hold the CPC.
    """
    return not (person.credentials or frozenset()).isdisjoint({sheet.id, sheet.same_exam_as})


def held_as(catalog: Catalog, sheet: Credential, person: Person) -> str | None:
    """The code of the apprentice form that the person holds of a credential, or None.

    A CPC-A holder holds the CPC as ``CPC-A``.
    """
    for key in sorted(person.credentials or ()):
        if catalog.credentials[key].same_exam_as == sheet.id:
            return catalog.credentials[key].code
    return None


def is_passed(catalog: Catalog, key: str, person: Person) -> bool:
    """Whether the person has passed the exam: holds the credential or a form of it."""
    sheet = catalog.credentials[key]
    return is_held(sheet, person) or held_as(catalog, sheet, person) is not None


def possible_consequences(sheet: Credential, person: Person) -> list[tuple[Consequence, Truth]]:
    """What passing would lead to, each with YES (it would) or UNKNOWN (it may).

    Empty for people who may not sit for the exam or hold the credential already.
    """
    if decide_verdict(sheet, person) is Verdict.NOT_YET or is_held(sheet, person):
        return []
    applying = [
        (consequence, Truth(Truth.YES - evaluate_rule(consequence.unless, person)))
        for consequence in sheet.eligibility.consequences
    ]
    return [(consequence, applies) for consequence, applies in applying if applies is not Truth.NO]


def open_verdict_conditions(sheet: Credential, person: Person) -> Iterator[Condition]:
    """The conditions whose answers could still change the verdict or what passing leads to.

    Recommended conditions are open only while the advice can still be met in full: failing it
    and not knowing give the same verdict.
    """
    rule = sheet.eligibility
    if is_retired(sheet) or rule.required is None:
        return
    required = evaluate_rule(rule.required, person)
    if required is Truth.UNKNOWN and could_be_settled(rule.required, person):
        yield from open_conditions(rule.required, person, to_yes=True, to_no=True)
    elif required is not Truth.YES:
        return
    if rule.recommended is not None:
        yield from open_conditions(rule.recommended, person, to_yes=True, to_no=False)
    for consequence in () if is_held(sheet, person) else rule.consequences:
        yield from open_conditions(consequence.unless, person, to_yes=True, to_no=True)


def is_open(sheet: Credential, person: Person) -> bool:
    """Whether an answer could still change the verdict or what passing leads to."""
    return any(open_verdict_conditions(sheet, person))
