"""What each line of a plan says: its words, the facts and the assumptions that it rests on."""

from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.costs import (
    Assumptions,
    CostPlan,
    CostRequest,
    CostRow,
    PlannedCredential,
    cost_plan,
)
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    books,
    ceus_by_number,
    credential,
    dues,
    ebooks,
    exam_price,
    fact,
    issuer,
    lists_of,
    membership,
    price,
    renewal,
)

ABC, DEF = "guild/abc", "guild/def"


def lists(**body: Any) -> PriceLists:
    """Two credentials with every kind of line."""
    more: Plain = {
        "membership": membership(to_sit="required"),
        "exam": {
            "open_book": fact(True),
            "pass_rates": [
                {"year": 2025, "percent": 60, "cohort": "all", "src": ["issuer-page"]},
            ],
        },
    }
    return lists_of(
        credential(
            "ABC",
            exam_price(400),
            price("application", 40),
            price("recertification", 80),
            renewal=renewal(24, 20),
            **more,
        ),
        credential("DEF", exam_price(500, attempts=2), renewal=renewal(24, 30), **more),
        issuers=[
            issuer(
                "GUILD",
                price("late", 50),
                price("recertification-additional", 10),
                dues=[dues(999, currency="GBP"), dues(100)],
                **body,
            )
        ],
        materials=[
            books("other", 1, serve=[]),
            books("print", 200, 250, serve=[ABC]),
            ebooks("screen", 0, serve=[ABC]),
        ],
    )


def line(plan: CostPlan, category: str, key: str | None = ABC) -> CostRow:
    return next(row for row in plan.rows if (row.category, row.credential) == (category, key))


@pytest.mark.parametrize(
    ("category", "label"),
    [
        ("exam", "Exam, 1 attempt"),
        ("retake", "Expected cost of a retake, 40% likely"),
        ("materials", "Study material"),
        ("books", "Code books for the exam"),
        ("renewal", "Recertification fee"),
    ],
)
def test_a_line_of_a_credential_says_what_is_paid(category: str, label: str) -> None:
    plan = lists().plan(ABC, years=3, study_material=75, pass_rate=None)
    assert line(plan, category).label == label


@pytest.mark.parametrize(
    ("own_rate", "label", "how"),
    [
        (
            None,
            "Expected cost of a retake, 40% likely",
            "40% of the price of a retake: 60% passed in 2025.",
        ),
        (
            80,
            "Expected cost of a retake, 20% likely",
            "20% of the price of a retake: you count on a chance to pass of 80%.",
        ),
    ],
)
def test_a_retake_says_where_its_chance_comes_from(
    own_rate: float | None, label: str, how: str
) -> None:
    row = line(lists().plan(ABC, years=3, pass_rate=own_rate), "retake")
    assert (row.label, row.how) == (label, how)


def test_a_chance_that_is_a_guess_is_marked(catalog: Catalog) -> None:
    plan = cost_plan(catalog, CostRequest((PlannedCredential("aapc/cpc"),)))
    row = line(plan, "retake", "aapc/cpc")
    assert row.label == "Expected cost of a retake, ≈35% likely"
    assert row.how.endswith("no pass rate was found, and ≈65% are assumed to pass.")


def test_lines_of_an_issuer_say_what_is_paid() -> None:
    plan = lists().plan(ABC, years=3)
    assert line(plan, "membership", None).label == "GUILD membership dues"
    assert line(plan, "ceus", None).label == "10 CEUs, one year's share of the cycle"


def test_a_package_of_attempts_says_how_many() -> None:
    assert line(lists().plan(DEF), "exam", DEF).label == "Exam, 2 attempts"


def test_the_application_fee_is_a_line_of_its_own() -> None:
    rows = [row for row in lists().plan(ABC).rows if row.category == "exam"]
    assert [(row.label, row.money.typical) for row in rows] == [
        ("Exam, 1 attempt", 400),
        ("Application fee", 40),
    ]
    assert rows[1].facts[0].path == ("fees", 1, "amount")


def test_late_payments_say_how_many() -> None:
    rows = [row for row in lists().plan(ABC, late_payments=2).rows if row.category == "renewal"]
    assert rows[0].label == "Late payment, 2 times"
    assert rows[0].assumptions == ("late_payments",)
    assert (rows[0].credential, rows[0].facts[0].subject) == (None, "guild")
    assert rows[0].facts[0].path == ("fees", 0, "amount")


def test_a_lapse_says_how_many() -> None:
    body = {"renewal": {"reinstatement": {"fee": fact(200)}}}
    rows = [row for row in lists(**body).plan(ABC, lapses=1).rows if row.category == "renewal"]
    assert rows[0].label == "Reinstatement, 1 time"
    assert rows[0].assumptions == ("lapses",)
    assert (rows[0].credential, rows[0].facts[0].subject) == (None, "guild")
    assert rows[0].facts[0].path == ("renewal", "reinstatement", "fee")


def facts_of(row: CostRow) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(ref.subject, ref.path) for ref in row.facts]


def test_the_exam_the_dues_and_a_fee_rest_on_the_line_that_is_paid() -> None:
    plan = lists().plan(ABC, years=3)
    assert facts_of(line(plan, "exam")) == [(ABC, ("fees", 0, "amount"))]
    assert facts_of(line(plan, "membership", None)) == [("guild", ("dues", 1, "amount"))]
    assert facts_of(line(plan, "renewal")) == [(ABC, ("fees", 2, "amount"))]


def test_the_retake_rests_on_the_price_and_on_the_pass_rate() -> None:
    row = line(lists().plan(ABC, pass_rate=None), "retake")
    assert facts_of(row) == [(ABC, ("fees", 0, "amount")), (ABC, ("exam", "pass_rates", 0))]
    assert row.assumptions == ()


def test_the_pass_rate_of_letters_with_a_mark_is_that_of_their_exam() -> None:
    sheets = lists_of(*lists().credentials, credential("ABC-A", same_exam_as=ABC))
    row = line(sheets.plan("guild/abc-a", pass_rate=None, books=False), "retake", "guild/abc-a")
    assert facts_of(row) == [(ABC, ("fees", 0, "amount")), (ABC, ("exam", "pass_rates", 0))]


def test_the_retake_rests_on_ones_own_chance_where_it_is_set() -> None:
    row = line(lists().plan(ABC, pass_rate=90), "retake")
    assert facts_of(row) == [(ABC, ("fees", 0, "amount"))]
    assert row.assumptions == ("pass_rate",)


def test_the_retake_rests_on_the_assumed_rate_where_none_is_published() -> None:
    row = line(lists_of(credential("ABC")).plan(ABC, pass_rate=None), "retake")
    assert row.assumptions == ("unpublished_pass_rate",)


def test_study_material_rests_on_its_assumption() -> None:
    row = line(lists().plan(ABC, study_material=75), "materials")
    assert (row.facts, row.assumptions) == ((), ("study_material",))


def test_books_rest_on_all_prices_of_the_sets_that_serve() -> None:
    row = line(lists().plan(ABC), "books")
    assert facts_of(row) == [
        ("preparation", ("materials", "materials", 1, "prices", 0, "amount")),
        ("preparation", ("materials", "materials", 1, "prices", 1, "amount")),
        ("preparation", ("materials", "materials", 2, "prices", 0, "amount")),
    ]
    assert row.assumptions == ("books",)


CEU_PRICES = ("ceu_price_low", "ceu_price", "ceu_price_high")


def test_ceus_of_one_credential_rest_on_its_number_and_on_the_price_of_one() -> None:
    row = line(lists().plan(ABC), "ceus", None)
    assert facts_of(row) == [(ABC, ("renewal", "ceus"))]
    assert (row.issuer, row.assumptions, row.phase.value) == ("guild", CEU_PRICES, "keep")


def test_ceus_by_a_table_rest_on_its_line() -> None:
    body = {"renewal": {"ceus_by_number": ceus_by_number(36, 40)}}
    row = line(lists(**body).plan(ABC, DEF), "ceus", None)
    assert facts_of(row) == [("guild", ("renewal", "ceus_by_number", 1, "ceus"))]


def test_ceus_of_several_credentials_rest_on_the_issuers_rule_as_well() -> None:
    body = {"renewal": renewal(additional_ceus=10, ceus_cap=35)}
    row = line(lists(**body).plan(ABC, DEF), "ceus", None)
    assert facts_of(row) == [
        (ABC, ("renewal", "ceus")),
        (DEF, ("renewal", "ceus")),
        ("guild", ("renewal", "additional_ceus")),
        ("guild", ("renewal", "ceus_cap")),
    ]


def test_without_a_cap_the_ceus_rest_on_none() -> None:
    body = {"renewal": renewal(additional_ceus=10)}
    row = line(lists(**body).plan(ABC, DEF), "ceus", None)
    assert facts_of(row)[-1] == ("guild", ("renewal", "additional_ceus"))


def test_ceus_that_the_issuer_states_for_all_rest_on_its_file() -> None:
    sheets = lists_of(
        credential("ABC"), credential("DEF"), issuers=[issuer(renewal=renewal(12, 8))]
    )
    row = line(sheets.plan(ABC, DEF), "ceus", None)
    assert facts_of(row) == [("guild", ("renewal", "ceus"))]
    assert row.money.typical == 2 * 8 * 10


def test_an_estimated_exam_and_its_retake_say_by_which_rule() -> None:
    group = {"name": "core exams", "levels": ["core"], "fees": [exam_price(425)]}
    sheets = lists_of(credential("ABC", price("late", 1)), issuers=[issuer(exam_groups=[group])])
    plan = sheets.plan(ABC)
    rule = line(plan, "exam").estimate
    assert rule
    assert rule.startswith("GUILD")
    assert line(plan, "retake").estimate == rule
    assert facts_of(line(plan, "exam")) == [("guild", ("exam_groups", 0, "fees", 0, "amount"))]


def test_the_retake_of_an_estimated_exam_with_its_own_price_is_read() -> None:
    group = {"name": "core exams", "levels": ["core"], "fees": [exam_price(425)]}
    sheets = lists_of(credential("ABC", price("retake", 9)), issuers=[issuer(exam_groups=[group])])
    assert line(sheets.plan(ABC), "retake").estimate is None


def test_every_line_of_the_catalog_rests_on_facts_and_assumptions_that_exist(
    catalog: Catalog,
) -> None:
    for key in catalog.credentials:
        for row in cost_plan(catalog, CostRequest((PlannedCredential(key),), 7)).rows:
            assert row.facts or row.assumptions
            assert all(catalog.find_fact(ref) for ref in row.facts)
            assert set(row.assumptions) <= set(Assumptions.model_fields)
