"""The figures that people compare, and the question to put to an issuer about each.

The lists, the comparison, the totals and the questionnaire use them, so that a missing one leaves
a gap in an answer. Everything else of a fact sheet is read on the credential's own page only.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate, renewal_of
from cert_model.prices import exam_prices
from cert_model.quality.harm import harm_weight
from cert_model.schema import Credential, Evidence, Issuer, Model, Note, Reading
from cert_model.schema.facts import find_statements
from cert_model.schema.renewal import Renewal
from cert_model.vocabulary import PassScale, PriceKind, Status


@dataclass(frozen=True, slots=True)
class CredentialContext:
    """A credential with what its issuer states about all its credentials."""

    sheet: Credential
    issuer: Issuer
    renewal: Renewal

    @property
    def retired(self) -> bool:
        """Whether the exam is no longer given."""
        return self.sheet.status.value is Status.RETIRED

    @property
    def lifelong(self) -> bool:
        """Whether its renewal is known never to fall due."""
        cycle = self.renewal.cycle_months
        return cycle is not None and cycle.top == 0


Statements = Iterable[Evidence | None]
FindStatements = Callable[[CredentialContext], Statements]


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One figure that people compare."""

    name: str
    label: str
    schema_path: str
    """Its place in a fact sheet, as ``harm.schema_path`` writes it."""
    question: str
    """The question to the issuer where it is missing."""
    find: FindStatements
    """The statements that may carry it; those without a value do not count."""
    does_not_apply: Callable[[CredentialContext], bool] = lambda context: context.retired
    """Whether it does not apply, so that nothing is missing where it is not known."""

    @property
    def weight(self) -> int:
        """How much harm its absence does, from 1 to 5."""
        return harm_weight(self.schema_path)


def credential_context(catalog: Catalog, key: str) -> CredentialContext:
    """The context of a credential. Raises KeyError for an unknown id."""
    sheet = catalog.credentials[key]
    issuer = catalog.issuers[sheet.issuer]
    return CredentialContext(sheet, issuer, renewal_of(sheet, issuer))


def known_statements(context: CredentialContext, field: ComparedField) -> list[Evidence]:
    """The statements that carry a value for a field; empty where it was not found."""
    return [
        statement
        for statement in field.find(context)
        if statement is not None and _has_value(statement)
    ]


def _has_value(statement: Evidence) -> bool:
    if getattr(statement, "scale", None) is PassScale.PASS_FAIL:
        return True
    return not isinstance(statement, Reading) or statement.known


def _fees(context: CredentialContext, kind: PriceKind) -> Statements:
    fees = (*context.sheet.fees, *context.issuer.fees)
    return [fee.stated for fee in fees if fee.kind is kind]


def _statements_in(*models: Model | None) -> list[Evidence]:
    return [
        statement
        for model in models
        if model is not None
        for _, statement in find_statements(model)
    ]


def _own_or_shared(context: CredentialContext, name: str) -> Statements:
    """A fact of the exam, or else the issuer's fact for all its exams."""
    return [getattr(context.sheet.exam, name) or getattr(context.issuer.exam, name)]


def _retake_price(context: CredentialContext) -> Statements:
    retakes = [exam.retake for exam in (context.sheet.exam, context.issuer.exam) if exam.retake]
    rules = [rule for retake in retakes for rule in retake.rules]
    return [*_fees(context, PriceKind.RETAKE), *_notes_about(PriceKind.RETAKE, rules)]


def _renewal_fee(context: CredentialContext) -> Statements:
    rules = (*context.renewal.rules, *context.issuer.renewal.rules)
    fees = _fees(context, PriceKind.RECERTIFICATION)
    return [*fees, *_notes_about(PriceKind.RECERTIFICATION, rules)]


def _notes_about(kind: PriceKind, rules: Iterable[Note]) -> list[Note]:
    """The rules that state a price in words rather than as a line of a price list."""
    return [rule for rule in rules if rule.about_price is kind]


def _lapse(context: CredentialContext) -> Statements:
    general = context.issuer.renewal
    return [*context.renewal.lapse, *general.lapse, *_statements_in(context.renewal.reinstatement)]


def _has_no_consequence(context: CredentialContext) -> bool:
    """Whether the rule is known and names no consequence, or the exam is no longer given."""
    return context.retired or context.sheet.eligibility.required is not None


def _no_renewal(context: CredentialContext) -> bool:
    return context.retired or context.lifelong


def _exam(name: str) -> FindStatements:
    def find(context: CredentialContext) -> Statements:
        return [getattr(context.sheet.exam, name)]

    return find


COMPARED_FIELDS: tuple[ComparedField, ...] = (
    ComparedField(
        "status",
        "Status",
        "status",
        "Is the exam still given to new candidates?",
        lambda context: (
            [] if context.sheet.status.value is Status.UNKNOWN else [context.sheet.status]
        ),
    ),
    ComparedField(
        "exam_fee",
        "Exam price",
        "fees.exam",
        "What does the exam cost, for members and for everybody else?",
        lambda context: [line.amount for line in exam_prices(context.sheet)],
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
        "Eligibility",
        "eligibility.required",
        "What must a person have before taking the exam, and what do you only recommend?",
        lambda context: _statements_in(context.sheet.eligibility.required),
    ),
    ComparedField(
        "consequences",
        "Consequences",
        "eligibility.consequences",
        "Does passing without experience earn an apprentice credential, and how is that status "
        "removed?",
        lambda context: context.sheet.eligibility.consequences,
        _has_no_consequence,
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
        lambda context: [*_own_or_shared(context, "open_book"), *_own_or_shared(context, "books")],
    ),
    ComparedField(
        "delivery",
        "Where it is taken",
        "exam.delivery",
        "Where is the exam taken: at a test center, online, or elsewhere?",
        lambda context: _own_or_shared(context, "delivery"),
    ),
    ComparedField(
        "pass_mark",
        "Passing score",
        "exam.pass_mark",
        "What is the passing score, and on which scale?",
        lambda context: _own_or_shared(context, "pass_mark"),
    ),
    ComparedField(
        "pass_rate",
        "Pass rate",
        "exam.pass_rates",
        "What share of first-time takers passed last year, of how many?",
        lambda context: [newest_pass_rate(context.sheet.exam)],
    ),
    ComparedField(
        "content",
        "Blueprint",
        "exam.content",
        "What are the parts of the exam and their weights?",
        lambda context: context.sheet.exam.content,
    ),
    ComparedField(
        "cycle_months",
        "Cycle",
        "renewal.cycle_months",
        "How often does the credential have to be renewed?",
        lambda context: [context.renewal.cycle_months],
    ),
    ComparedField(
        "ceus",
        "CEUs",
        "renewal.ceus",
        "How much continuing education is due in one cycle, and on what subjects?",
        lambda context: [context.renewal.ceus],
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
        lambda context: _sorting_sources(context, "settings"),
    ),
    ComparedField(
        "code_sets",
        "Code sets",
        "code_sets",
        "Which code sets does the exam test?",
        lambda context: _sorting_sources(context, "code_sets"),
    ),
)


def _sorting_sources(context: CredentialContext, name: str) -> Statements:
    """The sources that our own classification names, where it names any."""
    sources = getattr(context.sheet.classification, name)
    return [Evidence(src=sources)] if sources else []
