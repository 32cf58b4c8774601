"""Random price lists and random requests, put together from small pools of alternatives."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from cert_model.costs import Assumptions, CostRequest, HeldCredential, PlannedCredential
from tests.catalogs import TODAY
from tests.costs.naive_prices import key_of
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    between,
    books,
    credential,
    ebooks,
    exam_price,
    fact,
    issuer,
    lists_of,
    payer,
    price,
    program,
    renewal,
    replacement,
)
from tests.costs.price_pools import (
    AMOUNTS,
    DUES,
    ELIGIBILITY,
    EXAMS,
    FEES,
    FURTHER_FEES,
    INCLUSIONS,
    ISSUER_FEES,
    ISSUER_RENEWALS,
    LEVELS,
    MARKS,
    MEMBERSHIPS,
    RENEWALS,
)

ISSUERS = ["guild", "board"]
CODES = ["AAA", "BBB", "CCC", "DDD"]


@st.composite
def random_issuers(draw: st.DrawFn, letters: str) -> Plain:
    more: Plain = {"renewal": draw(st.sampled_from(ISSUER_RENEWALS))}
    if draw(st.integers(0, 3)) == 0:
        more["dues_in_general"] = between(80, 160)
    if draw(st.integers(0, 3)) == 0:
        more["exam_groups"] = [
            {"name": "core exams", "levels": ["core"], "fees": [exam_price(425)]}
        ]
    return issuer(
        letters.upper(),
        *draw(st.sampled_from(ISSUER_FEES)),
        dues=draw(st.sampled_from(DUES)),
        **more,
    )


@st.composite
def random_credentials(draw: st.DrawFn, code: str, body: str) -> Plain:
    fees = [*draw(st.sampled_from(FEES)), *draw(st.sampled_from(FURTHER_FEES))]
    more: Plain = {
        "exam": draw(st.sampled_from(EXAMS)),
        "membership": draw(st.sampled_from(MEMBERSHIPS)),
        "renewal": draw(st.sampled_from(RENEWALS)),
        "eligibility": draw(st.sampled_from(ELIGIBILITY)),
        "level": draw(st.sampled_from(LEVELS)),
    }
    mark = draw(st.sampled_from(MARKS))
    if mark is not None:
        more["apprentice"] = mark
    return credential(code, *fees, issuer=body, **more)


@st.composite
def random_lists(draw: st.DrawFn) -> PriceLists:
    """Price lists of two issuers with four credentials each, one sharing an exam."""
    sheets: list[Plain] = []
    for body in ISSUERS:
        own = [draw(random_credentials(code, body)) for code in CODES]
        if draw(st.booleans()):
            own[1]["replaces"] = [replacement(f"{body}/aaa")]
        letters = draw(random_credentials("CCC-A", body))
        letters.pop("apprentice", None)
        letters.pop("eligibility", None)
        own.append({**letters, "fees": [], "exam": {}, "same_exam_as": f"{body}/ccc"})
        sheets += own
    ids = [f"{body}/{code.lower()}" for body in ISSUERS for code in CODES]
    some = st.lists(st.sampled_from(ids), min_size=1, max_size=6, unique=True)
    return lists_of(
        *sheets,
        issuers=[draw(random_issuers(body)) for body in ISSUERS],
        programs=draw(random_programs(some)),
        materials=draw(random_books(some)),
        funding=[
            payer("tests", "exam", "retake", cap_per_test=300, cap_total=1000),
            payer("school", "training", "books", cap_per_year=900),
            payer(
                "everything",
                "exam",
                "retake",
                "membership",
                "training",
                "books",
                "ceus",
                "renewal",
                "materials",
            ),
        ],
    )


@st.composite
def even_lists(draw: st.DrawFn) -> PriceLists:
    """Random lists on which nothing that is added makes another thing cheaper.

    Members pay what everybody pays, nothing takes the place of another, no fee is lower for a
    further credential, and all are renewed alike.
    """
    lists = draw(random_lists())
    alike = renewal(24, 20)
    sheets = []
    for sheet in lists.credentials:
        full = lists.sheets[sheet.get("same_exam_as", key_of(sheet))]
        fees = [*_for_everybody(sheet["fees"]), price("recertification", 60)]
        sheets.append(
            {**sheet, "fees": fees, "renewal": alike, "membership": full["membership"]}
            | ({"replaces": []} if "replaces" in sheet else {})
        )
    bodies = [{**body, "fees": [], "dues": _for_everybody(body["dues"])} for body in lists.issuers]
    return replace(lists, credentials=tuple(sheets), issuers=tuple(bodies))


def _for_everybody(lines: list[Plain]) -> list[Plain]:
    return [
        line
        for line in lines
        if "audience" not in line and not line["kind"].startswith("recertification")
    ]


@st.composite
def random_programs(draw: st.DrawFn, some: st.SearchStrategy[list[str]]) -> list[Plain]:
    kinds = ["issuer-course", "online-school", "associate", "bachelor"]
    return [
        program(
            kind,
            *draw(st.sampled_from(AMOUNTS)),
            prepares=draw(some),
            kind=kind,
            includes=fact(draw(st.sampled_from(INCLUSIONS))),
            exam_attempts=draw(st.sampled_from([None, fact(1), fact(2)])),
        )
        for kind in kinds
    ]


@st.composite
def random_books(draw: st.DrawFn, some: st.SearchStrategy[list[str]]) -> list[Plain]:
    prices: list[list[float | Plain]] = [[], [245], [260, 180], [between(90, 151)]]
    printed = [
        books(
            f"set-{number}",
            *draw(st.sampled_from(prices)),
            serve=draw(some),
            yearly=fact(draw(st.booleans())),
        )
        for number in range(draw(st.integers(0, 3)))
    ]
    others = [
        ebooks("in-exam", draw(st.sampled_from([0, 30])), serve=draw(some)),
        ebooks("guild-wide", 0, serve=[], needed_for_issuer="guild", except_for=["guild/ddd"]),
        books("cases", *draw(st.sampled_from(prices)), serve=["guild/ccc-a"], kind="practice"),
    ]
    return [*printed, *(other for other in others if draw(st.booleans()))]


@st.composite
def random_requests(draw: st.DrawFn, lists: PriceLists) -> Plain:
    """A request as a plain dict; see ``naive_costs.evaluate``."""
    ids = sorted(lists.sheets)
    years = draw(st.integers(1, 10))
    chosen = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=6, unique=True))
    held_count = draw(st.integers(0, len(chosen) - 1))
    months = st.none() | st.integers(0, 60)
    programs = [None, *(entry["id"] for entry in lists.programs)]
    payers = [None, *(entry["id"] for entry in lists.funding)]
    return {
        "held": {key: draw(months) for key in chosen[:held_count]},
        "added": {key: draw(st.integers(1, years)) for key in chosen[held_count:]},
        "years": years,
        "membership": draw(st.sampled_from(["cheaper", "always", "never"])),
        "student": draw(st.booleans()),
        "attempts": draw(st.sampled_from(["one", "two"])),
        "pass_rate": draw(st.sampled_from([None, 80, 100])),
        "unpublished_pass_rate": 65,
        "training": draw(st.sampled_from(programs)),
        "experienced": draw(st.booleans()),
        "books": draw(st.booleans()),
        "study_material": draw(st.sampled_from([0, 0, 75])),
        "ceu_price_low": draw(st.sampled_from([0, 0, 0, 12, 30])),
        "ceu_price": draw(st.sampled_from([0, 10])),
        "ceu_price_high": 25,
        "apprentice": draw(st.sampled_from(["experience", "course", "keep"])),
        "employer_share": draw(st.sampled_from([0, 0, 25, 100])),
        "funding": draw(st.sampled_from(payers)),
        "lapses": draw(st.sampled_from([0, 0, 1])),
        "late_payments": draw(st.sampled_from([0, 0, 2])),
        "discount_rate": draw(st.sampled_from([0, 0, 5])),
    }


def request_of(plain: Plain) -> CostRequest:
    """The same request as the model takes it."""
    assumptions = {name: plain[name] for name in Assumptions.model_fields if name in plain}
    return CostRequest(
        tuple(PlannedCredential(key, year) for key, year in plain["added"].items()),
        plain["years"],
        Assumptions.model_validate(assumptions),
        tuple(HeldCredential(key, _day_before(months)) for key, months in plain["held"].items()),
    )


def _day_before(months: int | None) -> date | None:
    """The day of the tests, so many months earlier."""
    if months is None:
        return None
    years, month = divmod(TODAY.year * 12 + TODAY.month - 1 - months, 12)
    return TODAY.replace(year=years, month=month + 1)
