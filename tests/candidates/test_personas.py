"""What seven people get on the real catalog, each worked out from what the fact sheets say."""

import pytest

from cert_model.candidates import (
    Candidate,
    Draw,
    Priority,
    Shortlist,
    Situation,
    Wishes,
    foreign_credentials,
    shortlist,
)
from cert_model.candidates.quiz import QuickQuiz
from cert_model.catalog import Catalog
from cert_model.paths.answer import Opening
from cert_model.vocabulary import Level, Role

FIRST_LEVELS = (Level.ENTRY, Level.CORE)


def ids(of: Shortlist) -> list[str]:
    return [candidate.id for candidate in of.candidates]


def candidate(of: Shortlist, key: str) -> Candidate:
    (only,) = (item for item in of.ranked if item.id == key)
    return only


def test_a_career_changer_drawn_to_an_office_gets_the_cca_and_the_cpc(catalog: Catalog) -> None:
    of = shortlist(catalog, Wishes(Situation.NEW, Draw.OFFICE, Priority.SOON), {})
    assert ids(of)[:2] == ["ahima/cca", "aapc/cpc"]
    assert candidate(of, "ahima/cca").opening is Opening.WITH_DIPLOMA
    cpc = candidate(of, "aapc/cpc")
    assert cpc.opening is Opening.SIT_NOW
    assert cpc.has_one_before
    assert cpc.first.credential == "aapc/cpc-a"
    assert cpc.first_months < 12 < cpc.months


def test_no_specialty_ever_comes_first_for_somebody_new(catalog: Catalog) -> None:
    for draw in Draw:
        of = shortlist(catalog, Wishes(Situation.NEW, draw, Priority.SOON), {})
        assert of.candidates
        levels = [catalog.credentials[item.id].level for item in of.ranked]
        assert set(levels) <= set(FIRST_LEVELS)


def test_a_cardiology_specialty_waits_for_later(catalog: Catalog) -> None:
    of = shortlist(catalog, Wishes(Situation.NEW, Draw.OFFICE, Priority.SOON), {})
    assert "aapc/ccc" in of.later


def test_a_nurse_who_wants_documentation_gets_credentials_for_it(catalog: Catalog) -> None:
    wishes = Wishes(Situation.HEALTH_CARE, Draw.DOCUMENTATION, Priority.SOON)
    of = shortlist(catalog, wishes, {})
    assert of.candidates
    assert all(Role.CDI in catalog.credentials[key].roles for key in ids(of))
    assert "licenses" in QuickQuiz(catalog, wishes, {}, tuple(ids(of))).open_questions


def test_a_nurse_with_a_year_of_hospital_cdi_needs_another_for_the_ccds(catalog: Catalog) -> None:
    answers = {"licenses": "rn", "work": "inpatient-cdi,healthcare", "months-inpatient-cdi": "12"}
    of = shortlist(catalog, Wishes(Situation.HEALTH_CARE, Draw.DOCUMENTATION), answers)
    ccds = candidate(of, "acdis/ccds")
    assert ccds in of.candidates
    (step,) = ccds.before_exam
    assert step.months is not None
    assert step.months.typical == 12
    assert "aapc/cdeo" in of.later  # AAPC advises two years of coding or auditing


def test_a_biller_gets_the_cpb_now_and_the_cbcs_with_a_diploma(catalog: Catalog) -> None:
    answers = {"work": "billing", "months-billing": "12"}
    of = shortlist(catalog, Wishes(Situation.WORKING, Draw.BILLING, Priority.SOON), answers)
    assert ids(of)[0] == "aapc/cpb"
    assert candidate(of, "aapc/cpb").opening is Opening.SIT_NOW
    assert candidate(of, "nha/cbcs").opening is Opening.WITH_DIPLOMA


def test_a_coder_who_wants_auditing_gets_the_cpma(catalog: Catalog) -> None:
    wishes = Wishes(Situation.WORKING, Draw.AUDITING, Priority.CHEAP)
    of = shortlist(catalog, wishes, {"months-coding": "36"})
    assert ids(of)[0] == "aapc/cpma"
    assert candidate(of, "aapc/cpma").opening is Opening.SIT_NOW


def test_a_holder_of_the_cpc_pays_no_dues_again_for_the_cpma(catalog: Catalog) -> None:
    wishes = Wishes(Situation.HOLDER, Draw.AUDITING, Priority.CHEAP)
    new = candidate(shortlist(catalog, wishes, {"credentials": "none"}), "aapc/cpma")
    member = candidate(shortlist(catalog, wishes, {"credentials": "aapc/cpc"}), "aapc/cpma")
    assert member.cost < new.cost
    assert member.each_year.typical < new.each_year.typical


def test_a_cpc_a_is_offered_the_way_to_lose_the_mark(catalog: Catalog) -> None:
    answers = {"credentials": "aapc/cpc-a", "work": "coding", "months-coding": "9"}
    of = shortlist(catalog, Wishes(Situation.HOLDER, Draw.OFFICE, Priority.SOON), answers)
    assert ids(of)[0] == "aapc/cpc"
    assert of.candidates[0].opening is Opening.LOSE_MARK
    assert "ahima/cca" not in ids(of)


def test_an_rhit_in_a_hospital_gets_the_ccs_and_no_entry_level(catalog: Catalog) -> None:
    answers = {"credentials": "ahima/rhit"}
    in_hospital = shortlist(catalog, Wishes(Situation.HOLDER, Draw.HOSPITAL), answers)
    assert "ahima/ccs" in [item.id for item in in_hospital.ranked]
    assert "ahima/cca" not in [item.id for item in in_hospital.ranked]


@pytest.mark.parametrize("draw", Draw)
def test_an_rhit_is_led_to_the_rhia_whatever_work_draws_them(catalog: Catalog, draw: Draw) -> None:
    of = shortlist(catalog, Wishes(Situation.HOLDER, draw), {"credentials": "ahima/rhit"})
    assert "ahima/rhia" in [item.id for item in of.ranked]


def test_a_coder_abroad_gets_american_credentials_and_those_of_other_countries_apart(
    catalog: Catalog,
) -> None:
    of = shortlist(catalog, Wishes(Situation.WORKING, Draw.OFFICE), {"months-coding": "36"})
    assert "aapc/cpc" in ids(of)
    abroad = set(foreign_credentials(catalog))
    assert {"cchim/chim", "himaa/chim"} <= abroad
    assert abroad.isdisjoint(item.id for item in (*of.ranked, *of.little_known))
    assert abroad.isdisjoint(of.later)
    anything = shortlist(catalog, Wishes(Situation.WORKING, Draw.NOT_SURE), {})
    assert abroad.isdisjoint(item.id for item in (*anything.ranked, *anything.little_known))
