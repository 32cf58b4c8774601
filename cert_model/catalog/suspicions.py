"""Warnings: data that is allowed, but looks wrong or old enough for a second look."""

from collections.abc import Iterator
from statistics import median

from cert_model.catalog.catalog import Catalog
from cert_model.catalog.standing import OLD_AFTER_MONTHS_PRICES, standing
from cert_model.loading.messages import format_field_path
from cert_model.loading.problems import Problem
from cert_model.schema import Credential, Domain, top_of
from cert_model.schema.facts import FieldPath
from cert_model.vocabulary import ContentUnit, PriceKind, Status

FASTEST_QUESTION_MINUTES = 0.5
SLOWEST_QUESTION_MINUTES = 10.0
TIMES_OUT_OF_LINE = 2.5
ROUNDING = 0.5
"""By how many percentage points published weights may miss 100."""


def suspicions(catalog: Catalog) -> list[Problem]:
    """Everything in the fact sheets that looks wrong or old, in the order of files and lines.

    A sheet that shares another's exam is skipped, or the other's faults would stand there again.
    """
    return sorted(
        _problem(catalog, sheet.id, path, message)
        for sheet in catalog.credentials.values()
        if not sheet.same_exam_as
        for path, message in _suspicions_in(catalog, sheet)
    )


def _suspicions_in(catalog: Catalog, sheet: Credential) -> Iterator[tuple[FieldPath, str]]:
    yield from _impossible_weights(sheet)
    yield from _odd_pace(sheet)
    yield from _minutes_out_of_line(catalog, sheet)
    if sheet.status.value is Status.ACTIVE:
        yield from _old_prices(catalog, sheet)


def _impossible_weights(sheet: Credential) -> Iterator[tuple[FieldPath, str]]:
    content = sheet.exam.content
    if not content or any(domain.top is None for domain in content):
        return
    low, high = _total(content, low=True), _total(content, low=False)
    units = {domain.unit for domain in content}
    if units == {ContentUnit.PERCENT}:
        if low > 100 + ROUNDING or high < 100 - ROUNDING:
            message = f"the weights add up to {_in_words(low, high)} percent, which cannot be 100"
            yield ("exam", "content"), message
    elif units == {ContentUnit.QUESTIONS}:
        yield from _impossible_counts(sheet, low, high)


def _impossible_counts(
    sheet: Credential, low: float, high: float
) -> Iterator[tuple[FieldPath, str]]:
    questions = sheet.exam.questions
    scored = sheet.exam.scored_questions or questions
    if questions is None or scored is None or questions.top is None or scored.bottom is None:
        return
    if high < scored.bottom or low > questions.top:
        message = (
            f"the parts add up to {_in_words(low, high)} questions, the exam has {questions.top}"
        )
        yield ("exam", "content"), message


def _total(content: tuple[Domain, ...], *, low: bool) -> float:
    return sum((domain.bottom if low else domain.top) or 0.0 for domain in content)


def _in_words(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _odd_pace(sheet: Credential) -> Iterator[tuple[FieldPath, str]]:
    questions = top_of(sheet.exam.questions)
    minutes = top_of(sheet.exam.minutes)
    if not questions or not minutes:
        return
    pace = minutes / questions
    if not FASTEST_QUESTION_MINUTES <= pace <= SLOWEST_QUESTION_MINUTES:
        yield ("exam", "minutes"), f"{questions} questions in {minutes} minutes; is that right?"


def _minutes_out_of_line(catalog: Catalog, sheet: Credential) -> Iterator[tuple[FieldPath, str]]:
    own = top_of(sheet.exam.minutes)
    others = [
        other.exam.minutes.top
        for other in catalog.credentials.values()
        if other.issuer == sheet.issuer
        and other.id != sheet.id
        and other.exam.minutes
        and other.exam.minutes.top
    ]
    if not own or len(others) < 3:
        return
    usual = median(others)
    if own > usual * TIMES_OUT_OF_LINE or own < usual / TIMES_OUT_OF_LINE:
        issuer = catalog.issuers[sheet.issuer].letters
        yield ("exam", "minutes"), f"{own} minutes; other {issuer} exams take about {usual:g}"


def _old_prices(catalog: Catalog, sheet: Credential) -> Iterator[tuple[FieldPath, str]]:
    for position, fee in enumerate(sheet.fees):
        if fee.kind is not PriceKind.EXAM or fee.amount is None or not fee.amount.known:
            continue
        if standing(fee.amount, catalog.sources, catalog.today).is_old:
            message = f"the exam price is more than {OLD_AFTER_MONTHS_PRICES} months old"
            yield ("fees", position), message


def _problem(catalog: Catalog, subject: str, path: FieldPath, message: str) -> Problem:
    document = catalog.documents[subject]
    line = document.line_of(path)
    return Problem(document.file, line, format_field_path(document, path), message)
