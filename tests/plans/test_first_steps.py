"""What to do first, who may pay, and what is not known: each from the plan at hand."""

import pytest

from cert_model.catalog import Catalog
from cert_model.paths.first_steps import MOST_FIRST_STEPS, FirstStep, first_steps, issuers_page
from cert_model.paths.open_points import (
    page_named_in,
    points_of_plan,
    points_of_rules,
)
from cert_model.paths.payers import (
    describe_offers_to_ask_about,
    describe_payer,
    offers_to_ask_about,
    payers_by_whom,
    payers_for,
    payers_in_lines,
)
from cert_model.vocabulary import OpenTo, Pays
from tests.plans.examples import person
from tests.plans.test_answer import answer_for
from tests.plans.test_personas import (
    APPRENTICE,
    CAREER_CHANGER,
    NURSE,
    READY_APPRENTICE,
    RHIT,
    WITHOUT_DIPLOMA,
)


def steps_for(catalog: Catalog, text: str, target: str) -> list[FirstStep]:
    return first_steps(catalog, answer_for(catalog, text, target))


def test_who_pays_is_asked_before_anything_is_bought(catalog: Catalog) -> None:
    first, second, *_ = steps_for(catalog, CAREER_CHANGER, "aapc/cpc")
    assert first.text == "Ask who may pay before you buy anything."
    assert second.text == "Start studying for the CPC: make a weekly plan."
    assert second.pages[0].query == {"id": "aapc/cpc"}


def test_nobody_is_asked_to_pay_for_what_costs_nothing(catalog: Catalog) -> None:
    texts = [step.text for step in steps_for(catalog, APPRENTICE, "aapc/cpc")]
    assert texts[0] == "Complete 15 more months of work in coding, and keep dated proof."
    assert not any("pay" in text for text in texts)


def test_where_only_the_proof_is_left_it_is_the_first_to_send(catalog: Catalog) -> None:
    first, *_ = steps_for(catalog, READY_APPRENTICE, "aapc/cpc")
    assert first.text == "Send in the proof: the CPC-A becomes a CPC."
    texts = [step.text for step in steps_for(catalog, APPRENTICE, "aapc/cpc")]
    assert first.text not in texts


def test_the_issuers_own_word_is_the_last_of_them(catalog: Catalog) -> None:
    newcomer, apprentice = (
        steps_for(catalog, text, "aapc/cpc")[-1].text for text in (CAREER_CHANGER, APPRENTICE)
    )
    assert newcomer == "Check AAPC's own page on the CPC, above all the fees."
    assert apprentice == "Check AAPC's own page on the CPC, above all how the A is removed."


def test_the_way_begins_with_schooling_where_that_comes_first(catalog: Catalog) -> None:
    texts = [step.text for step in steps_for(catalog, RHIT, "ahima/rhia")]
    assert texts[1] == (
        "Compare ways to get a CAHIIM-accredited bachelor program, and what they cost."
    )


@pytest.mark.parametrize(
    ("text", "target"),
    [(CAREER_CHANGER, "aapc/cpc"), (NURSE, "acdis/ccds"), (WITHOUT_DIPLOMA, "ahima/cca")],
)
def test_there_are_a_few_first_steps_each_with_a_place_to_take_it(
    catalog: Catalog, text: str, target: str
) -> None:
    steps = steps_for(catalog, text, target)
    assert 2 <= len(steps) <= MOST_FIRST_STEPS
    assert all(step.pages or step.url for step in steps)


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("aapc/cpb", "https://www.aapc.com/certifications/cpb/taking-the-cpb-exam"),
        ("ahima/cca", "https://www.ahima.org/certification/cca.aspx"),
        # More of its facts rest on a page about the RHIT that was read on another host.
        ("ahima/rhia", "https://www.ahima.org"),
        # Its handbook was read in copies alone.
        ("nha/cbcs", "https://nhanow.com"),
    ],
)
def test_the_issuers_page_lies_on_its_own_site_and_is_about_the_credential(
    catalog: Catalog, key: str, page: str
) -> None:
    assert issuers_page(catalog, key) == page


def test_a_page_about_another_credential_does_not_count(catalog: Catalog) -> None:
    general = "https://www.aapc.com/certification/apprentice_status.aspx"
    pages = {issuers_page(catalog, key) for key in catalog.credentials if key.startswith("aapc/")}
    assert general not in pages


def test_payers_pay_for_something_in_the_plan_and_those_that_name_it_come_first(
    catalog: Catalog,
) -> None:
    payers = payers_for(catalog, answer_for(catalog, CAREER_CHANGER, "aapc/cpc").plan)
    assert payers[0].offer.covers
    assert all(payer.pays for payer in payers)
    assert not any(Pays.TRAINING in payer.pays for payer in payers)


def test_what_is_for_everybody_comes_before_what_is_for_the_military(catalog: Catalog) -> None:
    plan = answer_for(catalog, CAREER_CHANGER, "aapc/cpc").plan
    payers = payers_for(catalog, plan, with_training=True)
    is_for_service = [payer.offer.funding.open_to is OpenTo.SERVICE for payer in payers]
    assert is_for_service == sorted(is_for_service)
    assert describe_payer(payers[0]).startswith("WIOA individual training account")
    assert next(iter(payers_by_whom(payers))) == ""
    *_, for_service = payers_in_lines(payers)
    assert for_service.startswith("For those who serve or served")
    assert sum("For those who serve" in line for line in payers_in_lines(payers)) == 1


def test_what_employers_and_student_aid_pay_for_is_to_be_asked(catalog: Catalog) -> None:
    offers = offers_to_ask_about(catalog, answer_for(catalog, CAREER_CHANGER, "aapc/cpc").plan)
    text = describe_offers_to_ask_about(offers)
    assert text.startswith("Also ask about tuition help from an employer, federal student aid and")
    assert describe_offers_to_ask_about([]) == ""


def test_training_in_the_plan_brings_who_pays_for_training(catalog: Catalog) -> None:
    payers = payers_for(catalog, answer_for(catalog, RHIT, "ahima/rhia").plan)
    assert any(Pays.TRAINING in payer.pays for payer in payers)


def test_a_payer_is_told_with_what_it_pays_and_its_limits(catalog: Catalog) -> None:
    payers = payers_for(catalog, answer_for(catalog, CAREER_CHANGER, "aapc/cpc").plan)
    assert describe_payer(payers[0]).endswith("exam fees and retakes, at most $2,000 a test")


def test_what_the_plan_lacks_is_named_with_whom_to_ask(catalog: Catalog) -> None:
    points = points_of_plan(catalog, answer_for(catalog, RHIT, "ahima/rhia").plan)
    assert points[0].what == "The price of a CAHIIM-accredited bachelor program"
    assert {point.ask for point in points} == {"AHIMA"}


def test_what_only_the_issuer_can_say_is_asked_of_it(catalog: Catalog) -> None:
    (first, *_) = points_of_rules(catalog, person(catalog, CAREER_CHANGER), "ahima/cdip")
    assert first.what.startswith("Which degree or credential")
    assert first.ask == "AHIMA's CDIP page"


@pytest.mark.parametrize(
    ("ask", "page"),
    [
        ("aapc.com/certifications/cpc", "https://aapc.com/certifications/cpc"),
        ("aapc.com/memberships, the lower half", "https://aapc.com/memberships"),
        ("cool.osd.mil", "https://cool.osd.mil"),
        ("AHIMA's CDIP page", None),
        ("The ICE/NCCA directory of accredited programs", None),
    ],
)
def test_an_address_at_the_beginning_of_what_to_ask_becomes_a_link(
    ask: str, page: str | None
) -> None:
    assert page_named_in(ask) == page
