"""Claims: each rests on others than those who make it, and what is right has live figures."""

import re
import shutil
from pathlib import Path

import pytest

from cert_model.careers import CODER_SOC, newest_national_row
from cert_model.catalog import Catalog, CatalogError, load_catalog
from cert_model.content import check_texts
from cert_model.content.claims import CheckedClaim, Claims, checked_claims, describe_claims
from cert_model.content.placeholders import unbound_figures
from cert_model.schema.careers import HOURS_A_YEAR
from cert_model.vocabulary import ClaimTopic, ClaimVerdict
from tests.catalogs import TODAY
from tests.paths import GOOD

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.fixture(scope="module")
def claims(catalog: Catalog) -> Claims:
    return checked_claims(catalog)


@pytest.fixture(scope="module")
def every(claims: Claims) -> list[CheckedClaim]:
    return list(claims.by_id.values())


def numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))


def test_there_are_claims_of_every_verdict_and_topic(every: list[CheckedClaim]) -> None:
    assert len(every) >= 30
    assert {checked.claim.verdict for checked in every} == set(ClaimVerdict)
    assert {checked.claim.topic for checked in every} == set(ClaimTopic)


def test_a_verdict_rests_on_a_page_that_does_not_make_the_claim(
    catalog: Catalog, every: list[CheckedClaim]
) -> None:
    borne_by_themselves = [
        checked.claim.id
        for checked in every
        if checked.claim.verdict is not ClaimVerdict.CANNOT_BE_TOLD
        and not any(
            catalog.sources[source].supports_alone
            for source in set(checked.claim.src) - set(checked.claim.said_by)
        )
    ]
    assert borne_by_themselves == []


def test_no_figure_in_what_is_right_stands_outside_a_placeholder(
    every: list[CheckedClaim],
) -> None:
    outside = {
        checked.claim.id: unbound_figures(re.sub(r"\{\{.*?\}\}", "", checked.claim.right))
        for checked in every
    }
    assert {name: figures for name, figures in outside.items() if figures} == {}


def test_no_figure_that_is_drawn_was_not_found(every: list[CheckedClaim]) -> None:
    missing = [
        checked.claim.id
        for checked in every
        if any(figure.text == "not found" for figure in checked.right.figures)
    ]
    assert missing == []


def test_a_figure_in_a_confirmed_claim_is_the_catalogs(every: list[CheckedClaim]) -> None:
    off = {
        checked.claim.id: numbers(checked.claim.claim) - numbers(checked.right.plain)
        for checked in every
        if checked.claim.verdict is ClaimVerdict.CONFIRMED
    }
    assert off
    assert {name: figures for name, figures in off.items() if figures} == {}


def test_the_pay_promised_at_home_is_above_what_half_of_them_earn(
    catalog: Catalog, claims: Claims
) -> None:
    checked = claims.by_id["certified-and-paid-at-home-in-six-months"]
    (promised,) = re.findall(r"\$(\d+) to", checked.claim.claim)
    row = newest_national_row(catalog, CODER_SOC)
    assert row is not None
    assert row.p50 is not None
    assert int(promised) * HOURS_A_YEAR > row.p50


def test_no_claim_is_made_twice(every: list[CheckedClaim]) -> None:
    assert len({checked.claim.claim for checked in every}) == len(every)


def test_wrong_ones_come_first_and_confirmed_ones_last(every: list[CheckedClaim]) -> None:
    verdicts = [checked.claim.verdict for checked in every]
    assert verdicts == sorted(verdicts, key=list(ClaimVerdict).index)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("150 questions", "the-cpc-has-150-questions"),
        ("rheumatology", "the-crhc-is-for-rural-clinics"),
        ("$425", "the-cpc-costs-399"),
        ("ccds magnet", "the-ccds-counts-for-magnet"),
        ("CCS-P", "coding-self-reviews"),
        ("salary", "certified-coders-earn-20-percent-more"),
        ("myth degree", "a-degree-is-required"),
        ("felony", "a-felony-does-not-matter"),
        ("exclusion list", "every-coder-passes-a-background-check"),
        ("accommodations", "the-ada-binds-certifying-bodies"),
        ("grace NHA", "ninety-days-of-grace-at-nha"),
        ("40 CEUs CPC", "the-cpc-takes-40-ceus"),
        ("on your own", "no-course-is-needed-for-the-cpc"),
    ],
)
def test_a_claim_is_found_by_its_words_its_answer_and_its_letters(
    claims: Claims, query: str, expected: str
) -> None:
    assert expected in claims.filters.matching({}, query)


def test_a_filter_leaves_the_claims_of_its_term(claims: Claims) -> None:
    keys = claims.filters.matching({"verdict": frozenset(["confirmed"])})
    assert keys
    assert {claims.by_id[key].claim.verdict for key in keys} == {ClaimVerdict.CONFIRMED}


def test_a_credential_has_the_claims_that_name_it(claims: Claims) -> None:
    assert {checked.claim.id for checked in claims.about("acdis/ccds")} == {
        "the-ccs-and-two-years-open-the-ccds",
        "the-ccds-has-120-questions",
        "the-ccds-counts-for-magnet",
    }


def test_a_mistaken_name_has_the_right_one_near(claims: Claims) -> None:
    assert "the-cpc-has-150-questions" in claims.nearest("the-cpc-has-160-questions")


@pytest.mark.parametrize("name", ["", "zzzz", "<script>"])
def test_a_name_like_no_other_has_none_near(claims: Claims, name: str) -> None:
    assert claims.nearest(name) == []


def test_the_words_of_a_name_find_what_its_letters_do_not(claims: Claims) -> None:
    assert claims.nearest("magnet-ccds") == ["the-ccds-counts-for-magnet"]


def test_the_description_counts_the_verdicts_of_the_claims_shown(every: list[CheckedClaim]) -> None:
    by_verdict = {
        verdict: [checked for checked in every if checked.claim.verdict is verdict]
        for verdict in ClaimVerdict
    }
    wrong, confirmed = by_verdict[ClaimVerdict.WRONG], by_verdict[ClaimVerdict.CONFIRMED]
    untold = by_verdict[ClaimVerdict.CANNOT_BE_TOLD]
    assert (
        describe_claims([*wrong[:2], *confirmed[:1]])
        == "Of 3 claims, 2 are wrong and 1 is confirmed."
    )
    assert describe_claims([*wrong[:1], *untold[:2], *confirmed[:1]]) == (
        "Of 4 claims, 1 is wrong, 2 are unclear and 1 is confirmed."
    )
    assert describe_claims(confirmed[:2]) == "2 claims: 2 are confirmed."
    assert describe_claims([]) == "No claim matches."


def test_a_figure_of_its_own_in_what_is_right_is_refused_by_line(tmp_path: Path) -> None:
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    (data / "claims.yaml").write_text(
        "claims:\n  - id: abc-is-short\n    topic: exam\n    claim: The ABC has 20 questions.\n"
        "    verdict: wrong\n    right: It has 100.\n    src: [issuer-page]\n"
    )
    with pytest.raises(CatalogError) as caught:
        check_texts(load_catalog(data, today=TODAY))
    assert [str(problem) for problem in caught.value.problems] == [
        'data/claims.yaml:6: claims[1].right: "100" is a figure; '
        "draw it from the catalog: {{ fact(…) }}"
    ]
