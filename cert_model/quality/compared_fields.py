"""The figures that people compare, and how to ask an issuer for each.

Chosen because the lists, the comparison, the totals and the questionnaire run on them: what
is missing here leaves a gap in an answer. Everything else of a fact sheet is read on its own
page only.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate, renewal_of
from cert_model.prices import exam_fees
from cert_model.quality import harm
from cert_model.schema import Credential, Evidence, Issuer, Model, Reading
from cert_model.schema.renewals import Renewal
from cert_model.schema.walk import find_statements
from cert_model.vocabulary import FeeKind, PassScale, Status


@dataclass(frozen=True, slots=True)
class CredentialContext:
    """A credential with what its issuer says of all of its credentials."""

    sheet: Credential
    issuer: Issuer
    renewal: Renewal

    @property
    def retired(self) -> bool:
        """Whether nobody can sit for it any more."""
        return self.sheet.status.value is Status.RETIRED

    @property
    def lifelong(self) -> bool:
        """Whether it is known never to fall due."""
        cycle = self.renewal.cycle_months
        return cycle is not None and cycle.top == 0


Find = Callable[[CredentialContext], Iterable[Evidence | None]]
Moot = Callable[[CredentialContext], bool]


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One figure that people compare."""

    name: str
    label: str
    schema_path: str
    """Its place in a fact sheet, as the table of harms names it."""
    question: str
    """How to ask the issuer for it."""
    find: Find
    """What is known of it; empty where nothing is."""
    moot: Moot = lambda it: it.retired
    """Whether nobody needs it where it is not known."""

    @property
    def weight(self) -> int:
        """How much harm its absence does."""
        return harm.harm_weight(self.schema_path)


def credential_context(catalog: Catalog, key: str) -> CredentialContext:
    """A credential as the fields look at it. Raises KeyError for an unknown id."""
    sheet = catalog.credentials[key]
    issuer = catalog.issuers[sheet.issuer]
    return CredentialContext(sheet, issuer, renewal_of(sheet, issuer))


def known_statements(subject: CredentialContext, field: ComparedField) -> list[Evidence]:
    """The statements that carry a value for a field; none where it was not found."""
    return [found for found in field.find(subject) if found is not None and _has_value(found)]


def _has_value(statement: Evidence) -> bool:
    if getattr(statement, "scale", None) is PassScale.PASS_FAIL:
        return True
    return not isinstance(statement, Reading) or statement.known


def _fees(it: CredentialContext, kind: FeeKind) -> Iterable[Evidence | None]:
    fees = (*it.sheet.fees, *it.issuer.fees)
    return [fee.amount or fee.percent for fee in fees if fee.kind is kind]


def _inside(*models: Model | None) -> list[Evidence]:
    return [found for model in models if model is not None for _, found in find_statements(model)]


def _own_or_shared(it: CredentialContext, name: str) -> Iterable[Evidence | None]:
    """A fact of the exam, or what the issuer says of it for all of its exams."""
    return [getattr(it.sheet.exam, name) or getattr(it.issuer.exam, name)]


RETAKE_NOTES = frozenset(
    ("Price of a retake", "Price of a further attempt", "Price of each further attempt")
)
RENEWAL_NOTES = frozenset(("Fee for renewing a credential", "Renewal fee", "Price of renewal"))
"""Labels of rules that state a price in words, where it is no line of the price list."""


def _retake_price(it: CredentialContext) -> Iterable[Evidence | None]:
    retakes = [exam.retake for exam in (it.sheet.exam, it.issuer.exam) if exam.retake]
    notes = [rule for retake in retakes for rule in retake.rules if rule.label in RETAKE_NOTES]
    return [*_fees(it, FeeKind.RETAKE), *notes]


def _renewal_fee(it: CredentialContext) -> Iterable[Evidence | None]:
    rules = (*it.renewal.rules, *it.issuer.renewal.rules)
    notes = [rule for rule in rules if rule.label in RENEWAL_NOTES]
    return [*_fees(it, FeeKind.RECERTIFICATION), *notes]


def _lapse(it: CredentialContext) -> Iterable[Evidence | None]:
    shared = it.issuer.renewal
    return [*it.renewal.lapse, *shared.lapse, *_inside(it.renewal.reinstatement)]


def _no_rule_asks(it: CredentialContext) -> bool:
    """Whether the rule was found and names no consequence, or nobody sits any more."""
    return it.retired or it.sheet.eligibility.required is not None


def _no_renewal(it: CredentialContext) -> bool:
    return it.retired or it.lifelong


def _exam(name: str) -> Find:
    def find(it: CredentialContext) -> Iterable[Evidence | None]:
        return [getattr(it.sheet.exam, name)]

    return find


COMPARED_FIELDS: tuple[ComparedField, ...] = (
    ComparedField(
        "status",
        "Status",
        "status",
        "Is the exam still given to new candidates?",
        lambda it: [] if it.sheet.status.value is Status.UNKNOWN else [it.sheet.status],
    ),
    ComparedField(
        "exam_fee",
        "Exam price",
        "fees.exam",
        "What does the exam cost, for members and for everybody else?",
        lambda it: [fee.amount for fee in exam_fees(it.sheet)],
    ),
    ComparedField(
        "retake_fee",
        "Retake price",
        "fees.retake",
        "What does a second attempt cost?",
        _retake_price,
    ),
    ComparedField(
        "required",
        "Who may sit",
        "eligibility.required",
        "What must a person have before sitting, and what do you only advise?",
        lambda it: _inside(it.sheet.eligibility.required),
    ),
    ComparedField(
        "consequences",
        "Consequences",
        "eligibility.consequences",
        "Does passing without experience lead to other letters, and how are they removed?",
        lambda it: it.sheet.eligibility.consequences,
        _no_rule_asks,
    ),
    ComparedField(
        "questions",
        "Questions",
        "exam.questions",
        "How many questions does the exam have, and how many of them count?",
        _exam("questions"),
    ),
    ComparedField("minutes", "Time", "exam.minutes", "How long is the exam?", _exam("minutes")),
    ComparedField(
        "open_book",
        "Books",
        "exam.open_book",
        "May books be used, and which?",
        lambda it: [*_own_or_shared(it, "open_book"), *_own_or_shared(it, "books")],
    ),
    ComparedField(
        "delivery",
        "Where taken",
        "exam.delivery",
        "Where is the exam taken: at a test center, online, or elsewhere?",
        lambda it: _own_or_shared(it, "delivery"),
    ),
    ComparedField(
        "pass_mark",
        "Pass mark",
        "exam.pass_mark",
        "What score passes, and on which scale?",
        lambda it: _own_or_shared(it, "pass_mark"),
    ),
    ComparedField(
        "pass_rate",
        "Pass rate",
        "exam.pass_rates",
        "What share of first-time takers passed last year, of how many?",
        lambda it: [newest_pass_rate(it.sheet.exam)],
    ),
    ComparedField(
        "content",
        "Blueprint",
        "exam.content",
        "What are the parts of the exam and their weights?",
        lambda it: it.sheet.exam.content,
    ),
    ComparedField(
        "cycle_months",
        "Cycle",
        "renewal.cycle_months",
        "How often does the credential have to be renewed?",
        lambda it: [it.renewal.cycle_months],
    ),
    ComparedField(
        "ceus",
        "CEUs",
        "renewal.ceus",
        "How much continuing education is due in one cycle, and on what subjects?",
        lambda it: [it.renewal.ceus],
        _no_renewal,
    ),
    ComparedField(
        "renewal_fee",
        "Renewal fee",
        "fees.recertification",
        "What does renewing cost, for members and for everybody else?",
        _renewal_fee,
        _no_renewal,
    ),
    ComparedField(
        "lapse",
        "After a lapse",
        "renewal.lapse",
        "What happens to a credential that is not renewed in time, and what brings it back?",
        _lapse,
        _no_renewal,
    ),
    ComparedField(
        "settings",
        "Places of work",
        "settings",
        "For which places of work is it meant?",
        lambda it: _sorted_by(it, "settings"),
    ),
    ComparedField(
        "code_sets",
        "Code sets",
        "code_sets",
        "Which code sets does the exam test?",
        lambda it: _sorted_by(it, "code_sets"),
    ),
)


def _sorted_by(it: CredentialContext, name: str) -> Iterable[Evidence | None]:
    """The evidence that our own sorting names, where it names any."""
    sources = getattr(it.sheet.classification, name)
    return [Evidence(src=sources)] if sources else []
