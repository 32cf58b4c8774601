"""Cases with real credentials, each by the page that gives its rule.

The pages are named by their ids in ``data/sources``. A figure that changes there changes here.
"""

from collections.abc import Iterable

import pytest

from cert_model.catalog import Catalog, FactRef
from cert_model.renewal.plan import IssuerRenewal, RenewalPlan
from cert_model.renewal.rule_lines import rule_lines
from cert_model.vocabulary import CeuPart, LapseState
from tests.renewal.made_up import Passed, ends, kept, planned

TODAY = "2026-11-28"


def sources(catalog: Catalog, facts: Iterable[FactRef]) -> set[str]:
    """The pages behind some facts."""
    return {page for ref in facts for page in catalog.find_fact(ref).src}


def aapc(catalog: Catalog, passed: Passed, renews: str, **more: object) -> IssuerRenewal:
    """What AAPC asks of somebody whose membership renews in a month."""
    return kept(catalog, passed, TODAY, renews={"aapc": renews}, **more)


def shown(part: IssuerRenewal) -> list[tuple[str, str | None, float | None]]:
    """State, day and usual amount of each step of a lapse."""
    return [
        (
            step.state.value,
            step.by.isoformat() if step.by else None,
            step.money.typical if step.money else None,
        )
        for step in part.ladder
    ]


@pytest.mark.parametrize(
    ("held", "ceus"),
    [
        (["cpc"], 36),
        (["cpc", "crc"], 40),
        (["cpc", "crc", "cpma"], 44),
        (["cpc", "crc", "cpma", "cic"], 48),
        (["cpc", "crc", "cpma", "cic", "coc"], 52),
        (["cpc", "crc", "cpma", "cic", "coc", "cpb"], 52),
    ],
)
def test_aapc_asks_for_36_ceus_and_four_more_for_each_further_credential_up_to_five(
    catalog: Catalog, held: list[str], ceus: float
) -> None:
    """``aapc-ceu-help``: 36, 40, 44, 48, and 52 for five or more."""
    part = aapc(catalog, {f"aapc/{code}": "2019-05-10" for code in held}, "2027-03")
    assert part.due == part.due_this_cycle == ceus
    assert "aapc-ceu-help" in sources(catalog, part.cycles[0].ceus.facts)


@pytest.mark.parametrize(
    ("renews", "end"),
    [
        ("2027-03", "2027-03"),
        ("2028-03", "2029-03"),
        ("2027-04", "2028-04"),
        ("2028-04", "2028-04"),
        ("2026-12", "2026-12"),
        ("2027-01", "2027-01"),
    ],
)
def test_aapc_ends_cycles_in_odd_years_for_odd_months_and_in_even_years_for_even_months(
    catalog: Catalog, renews: str, end: str
) -> None:
    """``aapc-ceu-2008``: the year in which CEUs are due follows the month of the membership."""
    assert ends(aapc(catalog, {"aapc/cpc": "2015-05-10"}, renews)) == [end]


@pytest.mark.parametrize(
    ("passed", "renews", "ceus"),
    [
        ("2026-05-10", "2027-04", 23 * 1.5),
        ("2026-05-10", "2027-05", 12 * 1.5),
        ("2026-11-02", "2027-03", 4 * 1.5),
        ("2026-05", "2028-04", 23 * 1.5),
        ("2025-03-10", "2027-03", 36),
    ],
)
def test_aapc_asks_a_new_member_for_one_and_a_half_ceus_a_month(
    catalog: Catalog, passed: str, renews: str, ceus: float
) -> None:
    """``aapc-maintain``: 1.5 CEUs for each month up to the renewal month."""
    part = aapc(catalog, {"aapc/cpc": passed}, renews)
    assert part.due_this_cycle == ceus
    assert part.due == 36
    if ceus < 36:
        assert "aapc-maintain" in sources(catalog, part.cycles[0].ceus.facts)


def test_aapc_gives_no_number_for_a_further_credential_of_a_running_cycle(catalog: Catalog) -> None:
    part = aapc(catalog, {"aapc/cpc": "2015-05-10", "aapc/crc": "2026-05-10"}, "2027-03")
    assert part.due_this_cycle is None
    assert part.asked == 40


def test_aapc_asks_for_16_of_the_ceus_in_auditing_for_the_cpma(catalog: Catalog) -> None:
    """``aapc-ceu-help``: 16 CEUs in auditing, and 8 in the subject of a specialty."""
    passed = {"aapc/cpma": "2015-05-10", "aapc/cedc": "2015-05-10", "aapc/cpc": "2015-05-10"}
    minimums = aapc(catalog, passed, "2027-03").cycles[0].ceus.minimums
    assert {(minimum.credential, minimum.ceus) for minimum in minimums} == {
        ("aapc/cpma", 16),
        ("aapc/cedc", 8),
    }
    assert "aapc-ceu-help" in sources(catalog, [minimum.fact for minimum in minimums])


def test_aapc_gives_30_days_then_takes_50_dollars_revokes_at_90_and_reinstates_for_three_years(
    catalog: Catalog,
) -> None:
    """``aapc-help-lapse`` and ``aapc-reinstate``."""
    part = aapc(catalog, {"aapc/cpc": "2015-05-10"}, "2027-03-10")
    late = ["grace", "late-fee", "revoked", "reinstatement", "exam-again"]
    assert [row for row in shown(part) if row[0] in late] == [
        ("grace", "2027-04-09", None),
        ("late-fee", "2027-06-08", 50),
        ("revoked", "2027-06-08", None),
        ("reinstatement", "2030-06-08", 200),
        ("exam-again", "2030-06-08", 425),
    ]
    steps = {step.state: step for step in part.ladder}
    assert steps[LapseState.REINSTATEMENT].missed_dues
    assert steps[LapseState.GRACE].days == 30
    assert steps[LapseState.REVOKED].days == 90
    assert "aapc-help-lapse" in sources(catalog, steps[LapseState.LATE_FEE].facts)
    assert "aapc-reinstate" in sources(catalog, steps[LapseState.REINSTATEMENT].facts)


def test_aapc_dues_fall_due_every_year_though_ceus_do_every_second(catalog: Catalog) -> None:
    """``aapc-maintain``."""
    part = aapc(catalog, {"aapc/cpc": "2015-05-10"}, "2027-04-15")
    assert part.member
    assert [str(fee.day) for fee in part.fees] == ["2027-04-15", "2028-04-15"]
    assert ends(part) == ["2028-04-15"]
    assert str(part.missed) == "2027-04-15"


def both(catalog: Catalog) -> RenewalPlan:
    """CPC and CRC since years, the CCS since June 2025."""
    passed = {"aapc/cpc": "2019-05-10", "aapc/crc": "2022-05-10", "ahima/ccs": "2025-06-10"}
    return planned(catalog, passed, TODAY, renews={"aapc": "2027-03"})


def test_cpc_crc_and_ccs_ask_for_40_ceus_at_aapc_and_20_at_ahima(catalog: Catalog) -> None:
    """``aapc-ceu-help`` and ``ahima-recert-2025``; neither issuer's number knows the other's."""
    plan = both(catalog)
    assert [(part.issuer.id, ends(part), part.due_this_cycle) for part in plan.issuers] == [
        ("aapc", ["2027-03"], 40),
        ("ahima", ["2027-06-10"], 20),
    ]
    assert plan.ceus_a_year == 20 + 10
    assert plan.ceus_are_complete


def test_the_numbers_at_two_issuers_are_those_of_each_alone(catalog: Catalog) -> None:
    alone = kept(catalog, {"ahima/ccs": "2025-06-10"}, TODAY)
    assert both(catalog).issuers[1] == alone


def examples(catalog: Catalog) -> list[tuple[str, tuple[str, ...], float]]:
    """The numbers that issuers themselves name for credentials held together."""
    return [
        (issuer.id, example.credentials, example.ceus.value)
        for issuer in catalog.issuers.values()
        for example in issuer.renewal.ceu_examples
        if example.ceus.value is not None
    ]


def test_every_example_of_an_issuer_is_what_the_model_works_out(catalog: Catalog) -> None:
    """``ahima-recert-2019``: five examples, such as 50 for RHIA, CCS and CCS-P."""
    worked_out = [
        (issuer, held, kept(catalog, dict.fromkeys(held), TODAY).due)
        for issuer, held, _ in examples(catalog)
    ]
    assert len(worked_out) >= 5
    assert worked_out == examples(catalog)


def test_a_first_ahima_cycle_ends_two_years_after_the_exam(catalog: Catalog) -> None:
    """``ahima-recert-2025``: the cycle begins on the day on which the exam is passed."""
    part = kept(catalog, {"ahima/ccs": "2025-06-10"}, TODAY)
    assert ends(part) == ["2027-06-10"]
    assert part.due_this_cycle == 20


def test_several_ahima_credentials_end_when_the_account_says(catalog: Catalog) -> None:
    """``ahima-recert-2025``: the rule for several was not read."""
    passed = {"ahima/ccs": "2023-06-10", "ahima/ccs-p": "2023-06-10"}
    assert ends(kept(catalog, passed, TODAY)) == ["?"]
    stated = kept(catalog, passed, TODAY, renews={"ahima": "2027-06-10"})
    assert ends(stated) == ["2027-06-10"]
    assert stated.due_this_cycle == 30


@pytest.mark.parametrize(
    ("passed", "applies"),
    [("2024-12-10", None), ("2024-12-31", None), ("2025-01-01", True), ("2025-06-10", True)],
)
def test_nobody_says_whether_the_40_percent_rule_holds_in_a_cycle_begun_before_2025(
    catalog: Catalog, passed: str, applies: bool | None
) -> None:
    """``ahima-recert-2025``: 40 percent from AHIMA since January 1, 2025; 80 percent on HIIM."""
    minimums = kept(catalog, {"ahima/rhit": passed}, TODAY).cycles[0].ceus.minimums
    assert [(minimum.part, minimum.ceus, minimum.applies) for minimum in minimums] == [
        (CeuPart.SUBJECT, 16, True),
        (CeuPart.PROVIDER, 8, applies),
    ]


def test_the_rhia_takes_the_place_of_the_rhit(catalog: Catalog) -> None:
    """``ahima-faq-recert``: one set of CEUs, that of the RHIA, and one fee."""
    plan = planned(catalog, {"ahima/rhit": "2019-06-10", "ahima/rhia": "2023-06-10"}, TODAY)
    (part,) = plan.issuers
    assert dict(plan.replaced) == {"ahima/rhit": "ahima/rhia"}
    assert part.ids == ("ahima/rhia",)
    assert part.due == 30
    assert [fee.credential for fee in part.fees] == ["ahima/rhia"]


def test_ahima_has_no_grace_but_is_inactive_until_it_revokes_at_180_days(catalog: Catalog) -> None:
    """``ahima-updates``; an appeal is open for 90 more days."""
    part = kept(catalog, {"ahima/ccs": "2025-06-10"}, TODAY)
    late = ["grace", "inactive", "revoked", "appeal"]
    assert [row[:2] for row in shown(part) if row[0] in late] == [
        ("inactive", "2027-12-07"),
        ("revoked", "2027-12-07"),
        ("appeal", "2028-03-06"),
    ]


def test_acdis_gives_45_days_suspends_at_six_months_and_revokes_at_twelve(catalog: Catalog) -> None:
    """``acdis-recert`` (45 days) and ``acdis-ccds-2016`` (late fee, suspension, revocation)."""
    part = kept(catalog, {"acdis/ccds": "2025-06-10"}, TODAY)
    assert ends(part) == ["2027-06-10"]
    assert part.due_this_cycle == 30
    assert shown(part) == [
        ("grace", "2027-07-25", None),
        ("suspended", "2027-12-10", 150),
        ("revoked", "2028-06-10", None),
        ("exam-again", None, 380),
    ]
    assert "acdis-recert" in sources(catalog, part.ladder[0].facts)
    assert "acdis-ccds-2016" in sources(catalog, part.ladder[1].facts)


def test_ccb_cycles_end_with_the_month_of_the_exam(catalog: Catalog) -> None:
    """``hcca-renew``: 40 CEUs, half of them live, by the end of the month, with a month's grace."""
    part = kept(catalog, {"ccb/chc": "2025-02-10"}, TODAY)
    assert ends(part) == ["2027-02-28"]
    assert part.due_this_cycle == 40
    assert [minimum.ceus for minimum in part.cycles[0].ceus.minimums] == [20]
    assert shown(part)[0][:2] == ("grace", "2027-03-28")


def test_pmi_renews_by_the_calendar_year(catalog: Catalog) -> None:
    """``pmi-blog-2021``: 12 CEUs a year; ``pmi-renew``: $75, and $50 for the second."""
    part = kept(catalog, {"pmi/cmom": "2021-06-10", "pmi/cmc": "2020-06-10"}, TODAY)
    assert ends(part) == ["2026-12-31"]
    assert part.due_this_cycle == 24
    this_year = [fee for fee in part.fees if str(fee.day) == "2026-12-31"]
    assert [(fee.credential, fee.money and fee.money.typical) for fee in this_year] == [
        ("pmi/cmc", 75),
        ("pmi/cmom", 50),
    ]


def test_naham_renews_everybody_in_april(catalog: Catalog) -> None:
    """``naham-chaa-2014``: in April, whatever the month of the exam."""
    assert ends(kept(catalog, {"naham/chaa": "2025-10-10"}, TODAY)) == ["2027-04"]


def test_ncct_certifies_for_five_years(catalog: Catalog) -> None:
    """``ncct-support``."""
    part = kept(catalog, {"ncct/ncics": "2025-02-10"}, TODAY)
    assert ends(part) == ["2030-02-10"]
    assert part.due is None


def test_bmsc_takes_15_percent_of_the_fee_in_90_days(catalog: Catalog) -> None:
    """``ahcc-fees``: 15 percent of $229, then the credential is revoked."""
    (grace, revoked) = kept(catalog, {"bmsc/hcs-d": "2020-06-10"}, TODAY).ladder
    assert (grace.days, grace.percent, grace.by) == (90, 15, None)
    assert grace.money is not None
    assert grace.money.typical == pytest.approx(0.15 * 229)
    assert (revoked.state, revoked.days) == (LapseState.REVOKED, 90)


def test_amba_asked_for_half_of_the_ceus_in_every_cycle_that_can_run_today(
    catalog: Catalog,
) -> None:
    """``amba-ceupre``: since 2008, so in any cycle of a year."""
    (minimum,) = kept(catalog, {"amba/cmrs": None}, TODAY).cycles[0].ceus.minimums
    assert (minimum.percent, minimum.ceus, minimum.applies) == (50, 7.5, True)


def test_how_many_of_a_short_first_cycle_must_be_on_auditing_is_left_open(
    catalog: Catalog,
) -> None:
    """``aapc-ceu-help`` asks for 16 of 36; of 15 in ten months no page says anything."""
    part = aapc(catalog, {"aapc/cpma": "2026-05-10"}, "2027-03")
    (minimum,) = part.cycles[0].ceus.minimums
    assert (part.due_this_cycle, minimum.ceus, minimum.applies) == (15, 16, None)
    (line,) = [line for line in rule_lines(catalog, part) if line.minimum]
    assert line.text.endswith("the number for a shorter one was not found.")
