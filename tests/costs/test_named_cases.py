"""Plans of real credentials that were once added up wrongly, from the catalog's own price lines."""

from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.costs import Category, CostPlan
from cert_model.costs.sentences import describe_ranking
from cert_model.schema import Issuer
from tests.costs.price_lists import by_year, cases, make_plan, missing, usual


def plan(catalog: Catalog, *ids: str, **options: Any) -> CostPlan:
    return make_plan(catalog, ids, **{"pass_rate": 100, **options})


def fee(catalog: Catalog, key: str, kind: str, audience: str = "all") -> float:
    """The amount of the first line of a kind for an audience, of a credential or an issuer."""
    owner = catalog.issuers.get(key) or catalog.credentials[key]
    lines = [*owner.fees, *(owner.dues if isinstance(owner, Issuer) else ())]
    amount = next(line.amount for line in lines if (line.kind, line.audience) == (kind, audience))
    assert amount is not None
    assert amount.value is not None
    return amount.value


def ceus_a_year(catalog: Catalog, key: str) -> float:
    renewal = catalog.credentials[key].renewal
    assert renewal.ceus is not None
    assert renewal.cycle_months is not None
    assert renewal.ceus.value is not None
    assert renewal.cycle_months.value is not None
    return renewal.ceus.value * 12 / renewal.cycle_months.value


RHIT, RHIA = "ahima/rhit", "ahima/rhia"


def test_the_rhia_replaces_the_rhit_in_ceus(catalog: Catalog) -> None:
    result = plan(catalog, RHIT, RHIA, years=4, membership="never", ceu_price=1)
    assert by_year(result, "ceus") == dict.fromkeys((2, 3, 4), ceus_a_year(catalog, RHIA))


def test_the_rhia_replaces_the_rhit_in_fees(catalog: Catalog) -> None:
    result = plan(catalog, RHIT, RHIA, years=4, membership="never")
    assert by_year(result, "renewal") == {3: fee(catalog, "ahima", "recertification", "nonmember")}


@pytest.mark.parametrize(
    ("full", "marked"), [("aapc/cpc", "aapc/cpc-a"), ("aapc/coc", "aapc/coc-a")]
)
def test_letters_with_and_without_the_mark_are_one_exam(
    catalog: Catalog, full: str, marked: str
) -> None:
    both, alone = plan(catalog, full, marked, years=3), plan(catalog, full, years=3)
    assert cases(both.total) == cases(alone.total)
    codes = [catalog.credentials[key].code for key in (marked, full)]
    assert f"{codes[0]} and {codes[1]} share one exam, counted once." in both.decisions


def test_the_cca_and_the_ccs_share_one_set_of_books(catalog: Catalog) -> None:
    alone = usual(plan(catalog, "ahima/cca"), "books")
    assert alone > 0
    assert usual(plan(catalog, "ahima/cca", "ahima/ccs"), "books") == alone


@pytest.mark.parametrize("other", ["crc", "coc", "cpb", "cpma", "cdeo"])
def test_the_cpc_and_another_aapc_exam_share_one_set_of_books(catalog: Catalog, other: str) -> None:
    alone, together = (
        plan(catalog, *ids, years=1) for ids in (["aapc/cpc"], ["aapc/cpc", f"aapc/{other}"])
    )
    assert usual(alone, "books") > 0
    assert by_year(together, "books") == by_year(alone, "books")


@pytest.mark.parametrize("key", ["crc", "coc", "cpb", "cpma", "cdeo"])
def test_books_of_every_aapc_exam_follow_the_rule_of_the_cpc(catalog: Catalog, key: str) -> None:
    """E-books inside the exam are the low end; print is bought to study."""
    cpc, other = (
        [row.money for row in plan(catalog, name, years=1).rows if row.category == "books"]
        for name in ("aapc/cpc", f"aapc/{key}")
    )
    assert cpc == other


def test_a_cpc_holder_who_adds_the_coc_pays_no_dues(catalog: Catalog) -> None:
    result = plan(catalog, "aapc/coc", held=["aapc/cpc"], years=1, books=False)
    assert result.to_earn.typical == fee(catalog, "aapc/coc", "exam", "member")


@pytest.mark.parametrize("key", [RHIT, RHIA])
def test_a_credential_for_graduates_is_at_least_without_the_degree(
    catalog: Catalog, key: str
) -> None:
    result = plan(catalog, key, years=1)
    assert (catalog.credentials[key].code, "training") in missing(result)
    assert not result.to_earn.complete


def test_the_mcbc_whose_exam_has_no_price_cannot_be_ranked(catalog: Catalog) -> None:
    ids = {"MCBC": "amca/mcbc", "CPC": "aapc/cpc", "CCS": "ahima/ccs", "CCA": "ahima/cca"}
    sentence = describe_ranking({name: plan(catalog, key) for name, key in ids.items()})
    assert "MCBC cannot be ranked" in sentence
    assert "MCBC costs least" not in sentence


def test_the_decision_on_the_membership_and_its_sentence_agree(catalog: Catalog) -> None:
    ids = ("ahima/ccs", "ahima/chps", RHIA, RHIT)
    result = plan(catalog, *ids, years=7, pass_rate=None)
    (sentence,) = result.decisions
    assert ("so it is included" in sentence) == (usual(result, "membership") > 0)
    assert "AHIMA membership is not included" in sentence


def test_the_p_of_the_cbcs_goes_by_the_diploma(catalog: Catalog) -> None:
    result = plan(catalog, "nha/cbcs", years=1)
    assert [row.label for row in result.rows if row.category == "apprentice-removal"] == [
        "Provisional mark P removed by the high school diploma"
    ]


def test_a_cpc_a_that_becomes_a_cpc_has_its_exam_behind_it(catalog: Catalog) -> None:
    decisions = plan(catalog, "aapc/cpc", held=["aapc/cpc-a"]).decisions
    assert (
        "The CPC-A means that the CPC exam is passed: only the apprentice designation is left."
        in decisions
    )


def test_no_price_of_books_in_a_bill_is_said_to_be_unknown(catalog: Catalog) -> None:
    for key, sheet in catalog.credentials.items():
        if any(row.category is Category.BOOKS for row in plan(catalog, key).rows):
            assert not any(gap.what.startswith("What the code books cost") for gap in sheet.unknown)


def test_the_note_on_the_price_of_books_stands_with_their_line(catalog: Catalog) -> None:
    (how,) = (row.how for row in plan(catalog, "ahima/cca").rows if row.category is Category.BOOKS)
    assert "given for the CCS" in how
