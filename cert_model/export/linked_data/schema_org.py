"""A credential in the terms of schema.org, for search engines and other sites."""

from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.derived import renewal_of
from cert_model.export.edition import stamp
from cert_model.export.linked_data.costs import price_range
from cert_model.export.linked_data.subject import Namer, Node, Subject, cited, uuid_name
from cert_model.export.linked_data.terms import in_months, without_none
from cert_model.formatting.facts import format_price_name
from cert_model.schema import Evidence, Price
from cert_model.vocabulary import PriceKind

_OFFERED = (PriceKind.EXAM, PriceKind.RETAKE, PriceKind.APPLICATION)
"""What is paid for the credential itself; any other offer would be taken for its price."""


def schema_org_document(catalog: Catalog, key: str, name_of: Namer = uuid_name) -> Node:
    """An ``EducationalOccupationalCredential`` with its issuer, prices, content and sources.

    ``name_of`` is that of ``ctdl_document``. Raises KeyError for an unknown id.
    """
    subject = Subject(catalog, catalog.credentials[key], name_of)
    sheet, issuer = subject.sheet, subject.issuer
    stamped = stamp(catalog)
    months = renewal_of(sheet, issuer).cycle_months
    prices = [
        price
        for price in sheet.fees
        if price.kind in _OFFERED and price.amount is not None and price.amount.known
    ]
    statements: list[Evidence] = [sheet.status, *sheet.exam.content]
    if months is not None and months.value is not None:
        statements.append(months)
    return without_none(
        {
            "@context": "https://schema.org",
            "@id": name_of(f"credentials/{key}"),
            "@type": "EducationalOccupationalCredential",
            "name": sheet.name,
            "alternateName": [sheet.code, *sheet.aliases],
            "description": sheet.summary,
            "url": subject.issuers_page(sheet.status),
            "identifier": key,
            "credentialCategory": "Certification",
            "creativeWorkStatus": sheet.status.value.label if sheet.status.value else None,
            "recognizedBy": without_none(
                {
                    "@id": subject.issuer_name,
                    "@type": "Organization",
                    "name": issuer.name,
                    "alternateName": issuer.letters,
                    "url": issuer.website,
                }
            ),
            "validFor": in_months(months.value) if months and months.value else None,
            "competencyRequired": [part.domain for part in sheet.exam.content],
            "offers": [_offer(subject, price) for price in prices],
            "citation": _citations(subject, *statements),
            "version": stamped["fingerprint"],
            "dateModified": stamped["date"],
        }
    )


def _offer(subject: Subject, price: Price) -> dict[str, Any]:
    """A price with the pages on which it was read."""
    amount = price.stated
    return without_none(
        {
            "@type": "Offer",
            "name": format_price_name(price),
            "price": amount.value,
            "priceCurrency": price.currency.value if amount.value is not None else None,
            "priceSpecification": price_range(price),
            "subjectOf": _citations(subject, amount),
        }
    )


def _citations(subject: Subject, *statements: Evidence) -> list[Node]:
    """Every source of some statements, once."""
    ids = dict.fromkeys(source for statement in statements for source in statement.src)
    return [
        {
            "@id": subject.name_of(f"sources/{key}"),
            "@type": "CreativeWork",
            **cited(subject.catalog.sources[key]),
        }
        for key in ids
    ]
