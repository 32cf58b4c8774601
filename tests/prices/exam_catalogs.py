"""Catalogs of made-up exams of one issuer, with prices and forms that a test chooses."""

from dataclasses import replace
from typing import Any

from cert_model.catalog import Catalog
from cert_model.schema import Credential, Issuer
from tests.catalogs import demo_catalog

Plain = dict[str, Any]
NEW, OLD = "2026-02", "2020"


def price(amount: float, *, as_of: str = NEW, **more: object) -> Plain:
    """A price of one attempt."""
    return {"kind": "exam", "attempts": 1, "amount": stated(amount, as_of), **more}


def stated(value: float, as_of: str = NEW) -> Plain:
    """A fact of the issuer's page."""
    return {"value": value, "as_of": as_of, "src": ["issuer-page"]}


def credential(code: str, *fees: Plain, level: str = "core", **more: object) -> Credential:
    """A credential of the made-up issuer whose exam is given."""
    fields = {
        "code": code,
        "name": f"The {code}",
        "issuer": "demo",
        "status": stated_status("active"),
        "level": level,
        "roles": ["coding"],
        "summary": "A credential made up for tests.",
        "fees": fees,
        **more,
    }
    return Credential.model_validate(fields)


def stated_status(status: str) -> Plain:
    """A status read on the issuer's page."""
    return {"value": status, "as_of": NEW, "src": ["issuer-page"]}


def catalog_of(*sheets: Credential, **issuer: object) -> Catalog:
    """A catalog of these credentials, with further fields of their issuer."""
    body = {"id": "demo", "letters": "DEMO", "name": "Demo Board", "country": "US", **issuer}
    return replace(
        demo_catalog(),
        credentials={sheet.id: sheet for sheet in sheets},
        issuers={"demo": Issuer.model_validate(body)},
    )
