"""Figures that stand in a file: facts, prices, pass rates, programs."""

from collections.abc import Iterable, Mapping
from typing import Any

from cert_model import formatting
from cert_model.catalog import Catalog, UnknownCredential
from cert_model.catalog.derived import newest_pass_rate, renewal_of
from cert_model.content import fact_phrases, field_paths
from cert_model.content.field_paths import did_you_mean
from cert_model.content.figures import BadText, Figure, Reference, present_evidence
from cert_model.formatting.facts import format_reading, format_value
from cert_model.preparation import ProgramCriteria, find_programs
from cert_model.prices.price_lists import exam_fee_span, exam_fees
from cert_model.schema import Credential, Evidence, Fee, Issuer, Model, PassRate, Reading
from cert_model.vocabulary import Audience, FeeKind


def fact(reference: Reference, subject: str, place: str) -> Figure:
    """Any fact of a credential or issuer by its place, in words with its unit."""
    return _figure(_sheet(reference.catalog, subject), place)


def fee(
    reference: Reference,
    subject: str,
    kind: str,
    audience: str = Audience.ALL,
    attempts: int = 1,
    label: str | None = None,
) -> Figure:
    """One line of a credential's price list, completed by its issuer's; or of an issuer's."""
    lines = [line for line in _fees(reference.catalog, subject) if line.kind == kind]
    if kind not in list(FeeKind):
        raise BadText(f'"{kind}" is no kind of fee{did_you_mean(kind, FeeKind)}')
    if not lines:
        return Figure(formatting.NOT_FOUND)
    fitting = [
        line
        for line in lines
        if (line.audience, line.attempts or 1) == (audience, attempts)
        and label in (None, line.label)
    ]
    if len(fitting) != 1:
        there = "; ".join(_line_in_words(line) for line in lines)
        raise BadText(f"{len(fitting)} lines fit; there are: {there}")
    return _price(fitting[0])


def exam_price(reference: Reference, credential: str) -> Figure:
    """The price of one attempt, from the lowest to the highest over all who pay."""
    sheet = _credential(reference.catalog, credential)
    evidence = present_evidence(*(line.amount for line in exam_fees(sheet)))
    return Figure(formatting.format_money(*exam_fee_span(sheet)), evidence, money=True)


def pass_rate(reference: Reference, credential: str, year: int | None = None) -> Figure:
    """The newest pass rate that the issuer stands behind, or the one of a year."""
    rate = _rate(reference, credential, year)
    in_words = formatting.NOT_FOUND if rate is None else fact_phrases.format_pass_rate(rate)
    return Figure(in_words, present_evidence(rate))


def pass_rate_year(reference: Reference, credential: str) -> Figure:
    """The year of that pass rate."""
    rate = _rate(reference, credential)
    return Figure(
        formatting.NOT_FOUND if rate is None or rate.year is None else str(rate.year),
        present_evidence(rate),
    )


def pass_rate_of(reference: Reference, credential: str) -> Figure:
    """Whose attempts that pass rate counts."""
    rate = _rate(reference, credential)
    return Figure(
        formatting.NOT_FOUND if rate is None else rate.cohort.label, present_evidence(rate)
    )


def program(reference: Reference, id: str, place: str) -> Figure:  # noqa: A002 (as the file says)
    """A fact of a program by its place; ``price`` is what the whole of it costs."""
    catalog = reference.catalog
    held = _entry(catalog.preparation.programs.programs, id, "program")
    if place != "price":
        return _figure(held, place)
    offers = [*find_programs(catalog, ProgramCriteria()).fitting]
    offer = next(offer for offer in offers if offer.program is held)
    evidence = tuple(price.amount for price in held.tuition)
    return Figure(formatting.format_money(offer.low, offer.high), evidence, money=True)


def accreditor(reference: Reference, id: str, place: str) -> Figure:  # noqa: A002
    """A fact of a body that accredits or approves."""
    return _figure(
        _entry(reference.catalog.preparation.accreditors.accreditors, id, "accreditor"), place
    )


def funding(reference: Reference, id: str, place: str) -> Figure:  # noqa: A002
    """A fact of somebody who may pay."""
    return _figure(_entry(reference.catalog.preparation.funding.funding, id, "payer"), place)


def study_time(reference: Reference, id: str, place: str) -> Figure:  # noqa: A002
    """How long somebody says it takes to get ready."""
    return _figure(_entry(reference.catalog.preparation.times.times, id, "study time"), place)


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
        raise BadText(f'unknown {what} "{name}"{did_you_mean(name, by_id)}')
    return by_id[name]


def _fees(catalog: Catalog, subject: str) -> list[Fee]:
    sheet = _sheet(catalog, subject)
    if isinstance(sheet, Issuer):
        return [*sheet.dues, *sheet.fees]
    return [*sheet.fees, *catalog.issuers[sheet.issuer].fees]


def _price(line: Fee) -> Figure:
    if line.amount is None:
        return Figure(
            format_reading(line.percent, "percent"), present_evidence(line.percent), money=True
        )
    price = formatting.format_money(line.amount.bottom, line.amount.top, line.currency.label)
    return Figure(price, (line.amount,), money=True)


def _line_in_words(line: Fee) -> str:
    name = f', label="{line.label}"' if line.label else ""
    return f'audience="{line.audience}", attempts={line.attempts or 1}{name}'


def _rate(reference: Reference, credential: str, year: int | None = None) -> PassRate | None:
    return newest_pass_rate(_credential(reference.catalog, credential).exam, year)


def _figure(start: Model, place: str) -> Figure:
    found = field_paths.find_by_path(start, place)
    name = place.rpartition(".")[2]
    if found is None:
        return Figure(formatting.NOT_FOUND)
    if isinstance(found, Fee):
        return _price(found)
    if isinstance(found, PassRate):
        return Figure(fact_phrases.format_pass_rate(found), (found,))
    if isinstance(found, Reading):
        return Figure(
            fact_phrases.format_with_unit(found, name),
            (found,),
            money=name in fact_phrases.MONEY_FIELDS,
        )
    if isinstance(found, Evidence):
        return Figure(fact_phrases.format_statement(found, place), (found,))
    if isinstance(found, Model):
        raise BadText(
            f'"{place}" is no fact; go on with one of: {", ".join(type(found).model_fields)}'
        )
    if isinstance(found, tuple) and any(isinstance(entry, Model) for entry in found):
        raise BadText(f'"{place}" is a list; go on with a position or the name of an entry')
    return Figure(format_value(found))
