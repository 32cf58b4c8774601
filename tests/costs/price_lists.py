"""Made-up price lists: catalogs for cost plans, put together without any fact of ``data/``.

Each part is a plain dict as it would stand in a file, so that the naive evaluator and the
model read the very same thing. A builder fills in what a test does not care about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.derived import with_shared_exam
from cert_model.costs import (
    Assumptions,
    Category,
    CostPlan,
    CostRequest,
    HeldCredential,
    PlannedCredential,
    Total,
    cost_plan,
)
from cert_model.schema import Credential, Issuer, Preparation
from tests.catalogs import demo_catalog

Plain = dict[str, Any]
GUILD = "guild"
"""The issuer of whatever names no other."""


def fact(value: object) -> Plain:
    """A fact with one value."""
    return {"value": value, "as_of": "2026", "src": ["issuer-page"]}


def between(low: float, high: float) -> Plain:
    """A fact that is a range."""
    return {"low": low, "high": high, "as_of": "2026", "src": ["issuer-page"]}


def price(kind: str, amount: float | Plain, **more: Any) -> Plain:
    """A line of a price list; ``more`` are ``audience``, ``attempts``, ``every_months`` …"""
    return {"kind": kind, "amount": amount if isinstance(amount, dict) else fact(amount), **more}


def exam_price(amount: float | Plain, **more: Any) -> Plain:
    """The price of one attempt, unless ``attempts`` says otherwise."""
    return price("exam", amount, **{"attempts": 1, **more})


def dues(amount: float | Plain, **more: Any) -> Plain:
    """A year's membership dues."""
    return price("membership", amount, every_months=12, **more)


def credential(code: str, *fees: Plain, issuer: str = GUILD, **more: Any) -> Plain:
    """A credential with its own price lines; without a price, its exam costs $400."""
    return {
        "code": code,
        "name": f"The {code}",
        "issuer": issuer,
        "status": fact("active"),
        "level": "core",
        "roles": ["coding"],
        "summary": "A credential made up for tests.",
        "fees": list(fees or [exam_price(400)]),
        **more,
    }


def issuer(letters: str = "GUILD", *fees: Plain, **more: Any) -> Plain:
    """An issuer with the fees that are the same for all of its credentials."""
    return {
        "id": letters.lower(),
        "letters": letters,
        "name": f"The {letters}",
        "country": "US",
        "fees": list(fees),
        **more,
    }


def membership(*, to_sit: str | None = None, to_hold: str | None = None) -> Plain:
    """The field of a credential that says whether membership is needed."""
    needs = {"to_sit": to_sit, "to_hold": to_hold}
    return {name: fact(need) for name, need in needs.items() if need}


def renewal(months: float | None = None, ceus: float | None = None, **more: float) -> Plain:
    """A recertification cycle, with the CEUs that are due in it; ``more`` are further facts."""
    stated = {"cycle_months": months, "ceus": ceus, **more}
    return {name: fact(value) for name, value in stated.items() if value is not None}


def ceus_by_number(*ceus: float) -> list[Plain]:
    """The CEUs due for one credential, for two and so on; the last holds for more as well."""
    return [
        {"credentials": number, "ceus": fact(amount), "or_more": number == len(ceus)}
        for number, amount in enumerate(ceus, start=1)
    ]


def replacement(key: str) -> Plain:
    """An entry of ``replaces``."""
    return {"credential": key, "src": ["issuer-page"]}


def apprentice(*routes: str) -> Plain:
    """An apprentice mark that goes by any of these routes."""
    removal = [{"option": route, "text": route, "src": ["issuer-page"]} for route in routes]
    return {"marks": "A", "meaning": fact("An apprentice"), "removal": removal}


def needed(test: str, **fields: object) -> Plain:
    """A condition of a rule on who may sit."""
    return {"test": test, **fields, "text": test, "src": ["issuer-page"]}


def offers(*amounts: float | Plain) -> list[Plain]:
    """Price lines of a program or a book, each one a way to buy it."""
    return [
        {"label": f"Offer {number}", "amount": amount if isinstance(amount, dict) else fact(amount)}
        for number, amount in enumerate(amounts, start=1)
    ]


def program(name: str, *amounts: float | Plain, prepares: Sequence[str], **more: Any) -> Plain:
    """A training program with its prices."""
    return {
        "id": name,
        "name": name,
        "provider": "A school",
        "kind": "online-school",
        "prepares_for": list(prepares),
        "tuition": offers(*amounts),
        **more,
    }


def books(name: str, *amounts: float | Plain, serve: Sequence[str], **more: Any) -> Plain:
    """A set of printed code books of the year, with its prices."""
    return {
        "id": name,
        "name": name,
        "kind": "code-book",
        "needed_for": list(serve),
        "yearly": fact(True),
        "prices": offers(*amounts),
        **more,
    }


def ebooks(name: str, *amounts: float | Plain, serve: Sequence[str], **more: Any) -> Plain:
    """E-books inside the exam."""
    return books(name, *amounts, serve=serve, **{"kind": "exam-ebooks", **more})


def payer(name: str, *pays: str, **caps: float) -> Plain:
    """A funding source that pays some categories, within its caps."""
    return {
        "id": name,
        "name": name,
        "payer": "Somebody",
        "pays": fact(list(pays)),
        **{cap: fact(amount) for cap, amount in caps.items()},
    }


@dataclass(frozen=True)
class PriceLists:
    """Everything that a cost plan can rest on, as plain dicts."""

    credentials: tuple[Plain, ...]
    issuers: tuple[Plain, ...] = (issuer(),)
    programs: tuple[Plain, ...] = ()
    materials: tuple[Plain, ...] = ()
    funding: tuple[Plain, ...] = ()

    @cached_property
    def sheets(self) -> dict[str, Plain]:
        """The credentials by id."""
        return {f"{sheet['issuer']}/{sheet['code'].lower()}": sheet for sheet in self.credentials}

    @cached_property
    def bodies(self) -> dict[str, Plain]:
        """The issuers by id."""
        return {body["id"]: body for body in self.issuers}

    @cached_property
    def catalog(self) -> Catalog:
        """The same as the model has it."""
        preparation = {
            "programs": {"programs": self.programs},
            "materials": {"materials": self.materials},
            "funding": {"funding": self.funding},
        }
        own = {key: Credential.model_validate(sheet) for key, sheet in self.sheets.items()}
        return replace(
            demo_catalog(),
            credentials={key: with_shared_exam(sheet, own) for key, sheet in own.items()},
            issuers={key: Issuer.model_validate(body) for key, body in self.bodies.items()},
            preparation=Preparation.model_validate(preparation),
        )

    def plan(self, *added: str | tuple[str, int], **options: Any) -> CostPlan:
        """The plan to earn some credentials, in the first year unless a year is given.

        ``years`` is 6 and ``held`` nobody's unless given; other options are assumptions. A
        retake is certainly not needed and CEUs cost $10 each unless assumed otherwise.
        """
        return make_plan(self.catalog, added, **{"pass_rate": 100, **options})


def make_plan(
    catalog: Catalog,
    added: Sequence[str | tuple[str, int]],
    *,
    years: int = 6,
    held: Sequence[str | HeldCredential] = (),
    **assumed: object,
) -> CostPlan:
    """The plan for ids, or pairs of an id and its year, on any catalog."""
    planned = [
        PlannedCredential(*((entry, 1) if isinstance(entry, str) else entry)) for entry in added
    ]
    holding = [HeldCredential(entry) if isinstance(entry, str) else entry for entry in held]
    assumptions = Assumptions.model_validate(assumed)
    request = CostRequest(tuple(planned), years, assumptions, tuple(holding))
    return cost_plan(catalog, request)


def lists_of(*credentials: Plain, **more: Sequence[Plain]) -> PriceLists:
    """Price lists of some credentials; ``more`` are issuers, programs, materials, funding."""
    parts: Mapping[str, tuple[Plain, ...]] = {name: tuple(part) for name, part in more.items()}
    return PriceLists(tuple(credentials), **parts)


def usual(plan: CostPlan, category: str) -> float:
    """The typical sum of a category over the years of a plan."""
    return plan.of_category(Category(category)).typical


def cases(total: Total) -> tuple[float, float, float]:
    """A total's low, typical and high."""
    return total.low, total.typical, total.high


def by_year(plan: CostPlan, category: str) -> dict[int, float]:
    """The typical amounts of a category in each year that has any."""
    sums: dict[int, float] = {}
    for row in plan.rows:
        if row.category == category:
            sums[row.year] = sums.get(row.year, 0) + row.money.typical
    return sums


def missing(plan: CostPlan) -> list[tuple[str, str]]:
    """What a plan lacks: the code of each credential, or nothing, and the category."""
    return sorted(
        ((gap.credential or "").partition("/")[2].upper(), gap.category.value)
        for gap in plan.missing
    )
