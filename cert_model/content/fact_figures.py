"""Figures that a file states: facts, prices, pass rates, programs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cert_model import formatting
from cert_model.catalog import Catalog, UnknownCredential
from cert_model.catalog.derived import newest_pass_rate, renewal_of
from cert_model.content.figures import BadText, Figure, find_by_path, present_evidence, suggest_name
from cert_model.formatting.facts import (
    format_pass_mark,
    format_price_amount,
    format_prices_by_audience,
    format_reading,
    format_value,
)
from cert_model.preparation import ProgramCriteria, find_programs
from cert_model.prices import exam_prices
from cert_model.schema import (
    Credential,
    Domain,
    Evidence,
    Issuer,
    Model,
    Note,
    PassMark,
    PassRate,
    Price,
    Reading,
)
from cert_model.vocabulary import Audience, PriceKind


def fact(catalog: Catalog, subject: str, place: str) -> Figure:
    """Any fact of a credential or issuer by its path, in words with its unit."""
    return _figure_at(_sheet(catalog, subject), place)


def fee(
    catalog: Catalog,
    subject: str,
    kind: str,
    audience: str = Audience.ALL,
    attempts: int = 1,
    label: str | None = None,
) -> Figure:
    """One line of an issuer's price list, or of a credential's together with its issuer's."""
    lines = [line for line in _fees(catalog, subject) if line.kind == kind]
    if kind not in list(PriceKind):
        raise BadText(f'"{kind}" is no kind of fee{suggest_name(kind, PriceKind)}')
    if not lines:
        return Figure(formatting.NOT_FOUND)
    fitting = [
        line
        for line in lines
        if (line.audience, line.attempts or 1) == (audience, attempts)
        and label in (None, line.label)
    ]
    if len(fitting) != 1:
        available = "; ".join(_line_arguments(line) for line in lines)
        raise BadText(f"{len(fitting)} lines fit; there are: {available}")
    return _price(fitting[0])


def exam_price(catalog: Catalog, credential: str) -> Figure:
    """The price of one attempt, with whom it is for where several pay different prices."""
    lines = exam_prices(_credential(catalog, credential))
    text = format_prices_by_audience([line.price for line in lines])
    return Figure(text, present_evidence(*(line.amount for line in lines)))


def pass_rate(catalog: Catalog, credential: str, year: int | None = None) -> Figure:
    """The newest pass rate that the issuer confirms, or that of a year."""
    rate = _pass_rate(catalog, credential, year)
    text = formatting.NOT_FOUND if rate is None else format_pass_rate(rate)
    return Figure(text, present_evidence(rate))


def pass_rate_year(catalog: Catalog, credential: str) -> Figure:
    """The year of the newest pass rate."""
    rate = _pass_rate(catalog, credential)
    year = None if rate is None else rate.year
    return Figure(formatting.NOT_FOUND if year is None else str(year), present_evidence(rate))


def pass_rate_of(catalog: Catalog, credential: str) -> Figure:
    """The group of test takers that the newest pass rate counts."""
    rate = _pass_rate(catalog, credential)
    return Figure(
        formatting.NOT_FOUND if rate is None else rate.cohort.label, present_evidence(rate)
    )


def renewal_cycles(catalog: Catalog, *credentials: str) -> Figure:
    """How often credentials are renewed, by issuer: ``every 2 years at AAPC and AHIMA``."""
    issuers: dict[str, list[str]] = defaultdict(list)
    evidence: list[Evidence] = []
    for name in credentials:
        cycle = fact(catalog, name, "renewal.cycle_months")
        sheet = _credential(catalog, name)
        issuers[cycle.text].append(catalog.issuers[sheet.issuer].letters)
        evidence += cycle.evidence
    cycles = [
        f"every {length.removeprefix('1 ')} at {formatting.join_words(letters)}"
        for length, letters in issuers.items()
    ]
    return Figure(", ".join(cycles), tuple(evidence))


def program(catalog: Catalog, id: str, place: str) -> Figure:  # noqa: A002 (a name of the data)
    """A fact of a program by its path; ``price`` is that of the whole program."""
    entry = _entry(catalog.preparation.programs.programs, id, "program")
    if place != "price":
        return _figure_at(entry, place)
    offers = find_programs(catalog, ProgramCriteria()).fitting
    offer = next(offer for offer in offers if offer.program is entry)
    evidence = tuple(price.stated for price in entry.tuition)
    return Figure(formatting.format_money(offer.low, offer.high), evidence)


def accreditor(catalog: Catalog, id: str, place: str) -> Figure:  # noqa: A002
    """A fact of a body that accredits or approves programs or credentials."""
    entries = catalog.preparation.accreditors.accreditors
    return _figure_at(_entry(entries, id, "accreditor"), place)


def funding(catalog: Catalog, id: str, place: str) -> Figure:  # noqa: A002
    """A fact of a source of funding."""
    return _figure_at(_entry(catalog.preparation.funding.funding, id, "payer"), place)


def study_time(catalog: Catalog, id: str, place: str) -> Figure:  # noqa: A002
    """A fact of one statement on how long preparation takes."""
    return _figure_at(_entry(catalog.preparation.times.times, id, "study time"), place)


def _sheet(catalog: Catalog, subject: str) -> Credential | Issuer:
    if subject in catalog.issuers:
        return catalog.issuers[subject]
    return _credential(catalog, subject)


def _credential(catalog: Catalog, name: str) -> Credential:
    """The sheet, with the issuer's general rules on renewal where it has none of its own."""
    try:
        sheet = catalog.credentials[catalog.resolve(name)]
    except UnknownCredential as error:
        raise BadText(str(error)) from None
    renewal = renewal_of(sheet, catalog.issuers[sheet.issuer])
    return sheet.model_copy(update={"renewal": renewal})


def _entry(entries: Iterable[Any], name: str, what: str) -> Any:
    by_id: Mapping[str, Any] = {entry.id: entry for entry in entries}
    if name not in by_id:
        raise BadText(f'unknown {what} "{name}"{suggest_name(name, by_id)}')
    return by_id[name]


def _fees(catalog: Catalog, subject: str) -> list[Price]:
    sheet = _sheet(catalog, subject)
    if isinstance(sheet, Issuer):
        return [*sheet.dues, *sheet.fees]
    return [*sheet.fees, *catalog.issuers[sheet.issuer].fees]


def _price(line: Price) -> Figure:
    return Figure(format_price_amount(line), (line.stated,))


def _line_arguments(line: Price) -> str:
    """The arguments of ``fee`` that select a price line."""
    label = f', label="{line.label}"' if line.label else ""
    return f'audience="{line.audience}", attempts={line.attempts or 1}{label}'


def _pass_rate(catalog: Catalog, credential: str, year: int | None = None) -> PassRate | None:
    return newest_pass_rate(_credential(catalog, credential).exam, year)


def _figure_at(start: Model, path: str) -> Figure:
    """The fact at a path below ``start`` in words. Raises BadText where the path names none."""
    value = find_by_path(start, path)
    field = path.rpartition(".")[2]
    if value is None:
        return Figure(formatting.NOT_FOUND)
    if isinstance(value, Price):
        return _price(value)
    if isinstance(value, PassRate):
        return Figure(format_pass_rate(value), (value,))
    if isinstance(value, Reading):
        text = format_with_unit(value, field)
        return Figure(text, (value,))
    if isinstance(value, Evidence):
        return Figure(format_statement(value, path), (value,))
    if isinstance(value, Model):
        fields = ", ".join(type(value).model_fields)
        raise BadText(f'"{path}" is no fact; go on with one of: {fields}')
    if isinstance(value, tuple) and any(isinstance(entry, Model) for entry in value):
        raise BadText(f'"{path}" is a list; go on with a position or the name of an entry')
    return Figure(format_value(value))


_UNITS = {
    "questions": "questions",
    "scored_questions": "questions",
    "pretest_questions": "questions",
    "ceus": "CEUs",
    "additional_ceus": "CEUs",
    "ceus_cap": "CEUs",
    "ceus_a_month": "CEUs",
    "percent": "percent",
    "cases": "cases",
    "max_attempts": "attempts",
    "wait_days": "days",
    "grace_days": "days",
    "window_years": "years",
    "hours": "hours",
    "weeks": "weeks",
    "months": "months",
    "credits": "credits",
}
_DURATIONS: dict[str, Callable[[int], str]] = {
    "minutes": formatting.spell_duration,
    "cycle_months": formatting.format_months,
}


def format_with_unit(reading: Reading[Any], field: str) -> str:
    """A reading with its own unit, or with the unit of the ``field`` that holds it."""
    if isinstance(reading, PassMark) and reading.known:
        return format_pass_mark(reading)
    if field in _DURATIONS and reading.value is not None:
        return _DURATIONS[field](reading.value)
    return format_reading(reading, _unit(reading, field))


def _unit(reading: Reading[Any], field: str) -> str:
    if isinstance(reading, Note):
        return reading.unit or ""
    if isinstance(reading, Domain):
        return reading.unit.label
    return "$" if reading.is_price else _UNITS.get(field, "")


def format_statement(statement: Evidence, path: str) -> str:
    """A statement that is no reading: its text, body or value.

    Raises BadText, with its ``path``, for one that has none of these.
    """
    for field in ("text", "body", "value"):
        if (value := getattr(statement, field, None)) is not None:
            return format_value(value)
    raise BadText(f'"{path}" says nothing by itself')


def format_pass_rate(rate: PassRate) -> str:
    """The share of test takers who passed: ``62 percent``, ``60–65 percent``."""
    if rate.percent is not None:
        return formatting.format_percent(rate.percent)
    return f"{formatting.format_range(rate.low, rate.high)} percent"
