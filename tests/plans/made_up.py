"""Small made-up catalogs for plans: a few credentials, their rules, and one program."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cert_model.catalog import Catalog
from cert_model.schema import Credential, Issuer, Preparation
from cert_model.schema.preparation import ProgramFile, StudyTimeFile
from tests.catalogs import demo_catalog

SRC = ["issuer-page"]
STATED = {"as_of": "2026", "src": SRC}

Plain = dict[str, Any]


def fact(value: object) -> Plain:
    """A fact as plain data."""
    return {"value": value, **STATED}


def work(kind: str | Sequence[str], months: int) -> Plain:
    """A condition on months of work."""
    kinds = [kind] if isinstance(kind, str) else list(kind)
    return {
        "test": "experience",
        "kind": kinds,
        "months": months,
        "text": f"{months} months of {'/'.join(kinds)}",
        **STATED,
    }


def training(subject: str) -> Plain:
    """A condition on a finished program."""
    return {"test": "training", "subject": [subject], "text": f"Program: {subject}", **STATED}


def holds(*codes: str, at_least: int = 1) -> Plain:
    """A condition on credentials of the made-up issuer, by their codes."""
    ids = [f"demo/{code.lower()}" for code in codes]
    text = f"Holds {at_least} of {' '.join(codes)}"
    return {"test": "credential", "any": ids, "at_least": at_least, "text": text, **STATED}


def school(level: str) -> Plain:
    """A condition on the highest level of education."""
    return {"test": "education", "at_least": level, "text": f"School: {level}", **STATED}


def of_age(years: int) -> Plain:
    """A condition on age."""
    return {"test": "age", "at_least": years, "text": f"An age of {years}", **STATED}


def anyone() -> Plain:
    """A rule that asks for nothing."""
    return {"test": "anyone", "text": "Nothing", **STATED}


def issuer_decides() -> Plain:
    """A condition that only the issuer can confirm."""
    return {"test": "ask-issuer", "text": "Consent", "question": "May I?", **STATED}


def sheet(code: str, required: Plain | None, *, fee: float = 100, **fields: Any) -> Credential:
    """The fact sheet of a credential with a rule and an exam fee; no books, no membership."""
    eligibility: Plain = {"required": required}
    if required is None:
        eligibility = {"ask": {"question": "Who may sit?", "page": "demo.example"}}
    if "unless" in fields:
        consequence = {"unless": fields.pop("unless"), "text": "A mark.", "marks": f"{code}-A"}
        eligibility["consequences"] = [{**consequence, **STATED}]
    return Credential.model_validate(
        {
            "code": code,
            "name": f"The {code}",
            "issuer": "demo",
            "status": fact("active"),
            "level": "entry",
            "roles": ["coding"],
            "summary": "Made up.",
            "exam": {"open_book": fact(False)},
            "fees": [{"kind": "exam", "amount": fact(fee)}],
            "eligibility": eligibility,
            **fields,
        }
    )


def catalog_of(
    sheets: Sequence[Credential],
    *,
    study_months: Mapping[str, float] = {},
    program_months: float = 3,
    tuition: float | None = 500,
) -> Catalog:
    """The catalog of these credentials, with one program that prepares for all of them.

    ``study_months`` gives, by code, how long one prepares for an exam; 0.5 where it does not.
    Without a ``tuition`` the price of the program is not known.
    """
    demo = demo_catalog()
    program = {
        "id": "school",
        "name": "School",
        "provider": "Somebody",
        "kind": "online-school",
        "prepares_for": [credential.id for credential in sheets],
        "months": fact(program_months),
        "tuition": [] if tuition is None else [{"label": "list", "amount": fact(tuition)}],
    }
    times = [
        {
            "id": credential.code.lower(),
            "credential": credential.id,
            "who": "Everybody",
            "months": fact(study_months.get(credential.code, 0.5)),
        }
        for credential in sheets
    ]
    preparation = Preparation.model_construct(
        programs=ProgramFile.model_validate({"programs": [program]}),
        times=StudyTimeFile.model_validate({"times": times}),
    )
    by_id = {credential.id: credential for credential in sheets}
    return replace(demo, credentials=by_id, preparation=preparation)


MEMBERS = {"to_sit": fact("required"), "to_hold": fact("required")}
"""Only members may sit for the exam and hold the credential."""


def with_members_only(
    sheets: Sequence[Credential], *, dues: float | None, study_months: Mapping[str, float] = {}
) -> Catalog:
    """The catalog of these credentials, whose issuer asks its members for dues a year."""
    catalog = catalog_of(sheets, study_months=study_months)
    amount = {} if dues is None else {"amount": fact(dues)}
    lines = [{"kind": "membership", "label": "All", "every_months": 12, **amount}]
    issuer = catalog.issuers["demo"].model_dump(exclude_unset=True)
    changed = Issuer.model_validate({**issuer, "dues": lines if amount else []})
    return replace(catalog, issuers={**catalog.issuers, "demo": changed})
