"""One verdict per person and credential, and what passing the exam may lead to.

The verdicts and when each is given are listed in ``docs/eligibility.md``.
"""

from collections.abc import Iterable, Iterator, Mapping

from cert_model.catalog import Catalog
from cert_model.eligibility.conditions import Truth
from cert_model.eligibility.person import Person
from cert_model.eligibility.rules import could_be_settled, evaluate_rule, open_conditions
from cert_model.schema import Credential
from cert_model.schema.rules import Condition, Consequence, Rule
from cert_model.vocabulary import Status, Verdict

MAY_SIT = (Verdict.READY, Verdict.CAN_SIT)
SETTLED_FOR_GOOD = (Verdict.HELD, Verdict.CLOSED)
"""The verdicts of exams that the person has no reason to register for, or cannot."""

IdsByVerdict = Mapping[Verdict, list[str]]
"""The ids of credentials by verdict; every verdict is there, in its order."""


def decide_verdicts(catalog: Catalog, person: Person) -> dict[str, Verdict]:
    """The verdict for every credential, by id."""
    return {key: decide_verdict(sheet, person) for key, sheet in catalog.credentials.items()}


def decide_verdict(sheet: Credential, person: Person) -> Verdict:
    """Where a person stands with a credential.

    What is held comes first; then a retired exam is CLOSED for everybody. A rule that we do not
    know is ASK_ISSUER, and so is an UNKNOWN one that no answer could settle.
    """
    rule = sheet.eligibility
    if sheet.id in person.holdings:
        return Verdict.HELD
    if is_retired(sheet):
        return Verdict.CLOSED
    return decide_by_rules(rule.required, rule.recommended, person)


def decide_by_rules(required: Rule | None, recommended: Rule | None, person: Person) -> Verdict:
    """Whether a person may sit, by what is required and what is advised; None is not known.

    READY needs advice that is known and met: where no advice was found, nobody is READY.
    """
    if required is None:
        return Verdict.ASK_ISSUER
    met = evaluate_rule(required, person)
    if met is Truth.NO:
        return Verdict.NOT_YET
    if met is Truth.UNKNOWN:
        settleable = could_be_settled(required, person)
        return Verdict.UNDECIDED if settleable else Verdict.ASK_ISSUER
    advised = recommended is not None and evaluate_rule(recommended, person) is Truth.YES
    return Verdict.READY if advised else Verdict.CAN_SIT


def is_retired(sheet: Credential) -> bool:
    """Whether the exam is no longer given."""
    return sheet.status.value is Status.RETIRED


def ids_by_verdict(verdicts: Mapping[str, Verdict], ids: Iterable[str]) -> IdsByVerdict:
    """The ids sorted by their verdict, each list in the order of ``ids``.

    Whatever a screen or a sentence says of several exams is counted from one of these.
    """
    sorted_ids: dict[Verdict, list[str]] = {verdict: [] for verdict in Verdict}
    for key in ids:
        sorted_ids[verdicts[key]].append(key)
    return sorted_ids


def exam_ids(catalog: Catalog, verdicts: Mapping[str, Verdict]) -> list[str]:
    """One id for each exam that matters to a person, given their verdicts by id.

    Exams no longer given are left out, unless the person holds the credential. Credentials that
    share an exam are named once, by the first of their ids: the CPC-A has no exam of its own,
    passing the CPC exam may lead to it.
    """
    exams: dict[str, str] = {}
    for key, verdict in verdicts.items():
        if verdict is not Verdict.CLOSED:
            exams.setdefault(catalog.credentials[key].exam_id, key)
    return list(exams.values())


def possible_consequences(sheet: Credential, person: Person) -> list[tuple[Consequence, Truth]]:
    """What passing would lead to, each with YES (it would) or UNKNOWN (it may).

    Empty for people who may not sit for the exam or hold the credential already.
    """
    if decide_verdict(sheet, person) in (Verdict.NOT_YET, *SETTLED_FOR_GOOD):
        return []
    applying = [
        (consequence, Truth(Truth.YES - evaluate_rule(consequence.unless, person)))
        for consequence in sheet.eligibility.consequences
    ]
    return [(consequence, applies) for consequence, applies in applying if applies is not Truth.NO]


def rules_to_lose_the_mark(sheet: Credential, person: Person) -> list[Rule]:
    """What a holder has to meet to lose the apprentice designation; empty for everybody else."""
    holding = person.holdings.get(sheet.id)
    if holding is None or not holding.is_marked:
        return []
    return [
        consequence.unless
        for consequence in sheet.eligibility.consequences
        if consequence.marks == holding.letters
    ]


def open_verdict_conditions(sheet: Credential, person: Person) -> Iterator[Condition]:
    """The conditions whose answers could still change the verdict or what passing leads to.

    Of a credential held only the mark is open. Recommended conditions are open only while the
    advice can still be met in full: failing it and not knowing give the same verdict.
    """
    rule = sheet.eligibility
    if decide_verdict(sheet, person) in SETTLED_FOR_GOOD:
        for rule_of_mark in rules_to_lose_the_mark(sheet, person):
            yield from open_conditions(rule_of_mark, person, to_yes=True, to_no=True)
        return
    if rule.required is None:
        return
    required = evaluate_rule(rule.required, person)
    if required is Truth.UNKNOWN and could_be_settled(rule.required, person):
        yield from open_conditions(rule.required, person, to_yes=True, to_no=True)
    elif required is not Truth.YES:
        return
    if rule.recommended is not None:
        yield from open_conditions(rule.recommended, person, to_yes=True, to_no=False)
    for consequence in rule.consequences:
        yield from open_conditions(consequence.unless, person, to_yes=True, to_no=True)


def is_open(sheet: Credential, person: Person) -> bool:
    """Whether an answer could still change the verdict or what passing leads to."""
    return any(open_verdict_conditions(sheet, person))
