"""Programs, payers, subjects, study times and the day of the exam, on the project's catalog."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.preparation import (
    FundingOffer,
    ProgramCriteria,
    ProgramMatches,
    credentials_with_study_times,
    exam_day_facts,
    exam_subjects,
    find_programs,
    payer_ids,
    payers_of,
    program_directories,
    study_times,
    subjects_to_learn_first,
)
from cert_model.vocabulary import ExamDay, ProgramDelivery, ProgramKind
from tests.catalogs import project_catalog

CATALOG = project_catalog()
EVERY_PROGRAM = {program.id for program in CATALOG.preparation.programs.programs}


def ids(matches: ProgramMatches) -> list[str]:
    return [offer.program.id for offer in matches.fitting]


def unclear(matches: ProgramMatches) -> dict[str, tuple[str, ...]]:
    return {offer.program.id: offer.unclear for offer in matches.unclear}


def test_without_criteria_every_program_fits() -> None:
    matches = find_programs(CATALOG, ProgramCriteria())
    assert set(ids(matches)) == EVERY_PROGRAM
    assert not matches.unclear


def test_programs_of_known_price_come_first_and_the_cheapest_first() -> None:
    lows = [offer.low for offer in find_programs(CATALOG, ProgramCriteria()).fitting]
    known = [low for low in lows if low is not None]
    assert lows == [*sorted(known), *[None] * (len(lows) - len(known))]


@given(st.integers(0, 20_000))
def test_an_unknown_price_is_never_a_low_one(dollars: int) -> None:
    matches = find_programs(CATALOG, ProgramCriteria(most_dollars=dollars))
    assert all(offer.low is not None and offer.low <= dollars for offer in matches.fitting)
    assert all(offer.low is None and "price" in offer.unclear for offer in matches.unclear)


@given(st.integers(1, 60))
def test_an_unknown_length_is_never_a_short_one(months: int) -> None:
    matches = find_programs(CATALOG, ProgramCriteria(most_months=months))
    assert all(offer.months is not None and offer.months <= months for offer in matches.fitting)
    assert all(offer.months is None and "length" in offer.unclear for offer in matches.unclear)


@given(
    st.builds(
        ProgramCriteria,
        credential=st.none() | st.sampled_from(["aapc/cpc", "ahima/ccs", "nha/cbcs"]),
        most_dollars=st.none() | st.floats(0, 20_000),
        most_months=st.none() | st.floats(1, 60),
        deliveries=st.frozensets(st.sampled_from(list(ProgramDelivery))),
        kinds=st.frozensets(st.sampled_from(list(ProgramKind))),
        approved_by=st.frozensets(st.sampled_from(["cahiim", "aapc", "abhes"])),
    )
)
def test_a_program_stands_in_one_list_at_most(criteria: ProgramCriteria) -> None:
    matches = find_programs(CATALOG, criteria)
    assert not set(ids(matches)) & set(unclear(matches))
    assert set(ids(matches)) | set(unclear(matches)) <= EVERY_PROGRAM


def test_list_and_sale_price_are_kept_apart() -> None:
    offers = {
        offer.program.id: offer for offer in find_programs(CATALOG, ProgramCriteria()).fitting
    }
    course = offers["aapc-cpc-course"]
    assert [price.stated.low for price in course.list_prices] == [4800]
    assert [price.stated.low for price in course.sale_prices] == [2400]
    assert (course.low, course.high) == (2400, 3550)


def test_a_program_for_another_exam_does_not_fit() -> None:
    matches = find_programs(CATALOG, ProgramCriteria("nha/cbcs"))
    assert "hta-cbcs" in ids(matches)
    assert "chronicles-cpc" not in {*ids(matches), *unclear(matches)}


def test_a_program_that_names_no_exam_is_neither_for_it_nor_not() -> None:
    assert unclear(find_programs(CATALOG, ProgramCriteria("nha/cbcs")))["mbcourse"] == (
        "which exam it is for",
    )


def test_weeks_count_as_months() -> None:
    sixteen_weeks_in_months = 16 * 12 / 52
    matches = find_programs(CATALOG, ProgramCriteria("aapc/cpc", most_months=3.7))
    offers = {offer.program.id: offer for offer in matches.fitting}
    assert offers["chronicles-cpc"].months == pytest.approx(sixteen_weeks_in_months)


def test_an_approval_is_asked_by_its_body() -> None:
    matches = find_programs(
        CATALOG, ProgramCriteria("ahima/rhit", approved_by=frozenset({"cahiim"}))
    )
    assert set(ids(matches)) == {"cod-hit", "albany-hit", "edgecombe-hit"}


def test_a_payer_stands_once_those_for_everybody_first_then_those_seen_to_name_it() -> None:
    payers = payers_of(CATALOG, "ahima/ccs")
    assert len({payer.name for payer in payers}) == len(payers)
    order = [(payer.is_for_service, not payer.covers) for payer in payers]
    assert order == sorted(order)
    naming = [payer.name for payer in payers if payer.covers]
    assert naming == ["US Department of Veterans Affairs", "US Army"]


def test_no_offering_of_a_payer_is_hidden() -> None:
    everything = [funding.id for funding in CATALOG.preparation.funding.funding]
    payers = payers_of(CATALOG, "acdis/ccds")
    assert [offer.funding.id for payer in payers for offer in payer.offerings] == everything
    assert [payer.id for payer in payers] == payer_ids(CATALOG)


def offerings(key: str) -> dict[str, FundingOffer]:
    return {
        offer.funding.id: offer for payer in payers_of(CATALOG, key) for offer in payer.offerings
    }


def test_what_is_said_of_another_credential_alone_is_left_out() -> None:
    of_army = offerings("ahima/ccs")["army-cool"]
    assert [note.label for note in of_army.notes] == [
        "What it is",
        "Occupation",
        "Promotion points",
        "Star credential",
        "GI Bill",
        "Accredited by NCCA",
    ]
    assert ("army-cool",) not in {note.src for note in of_army.notes}


def test_a_shared_exam_is_listed_as_the_one_it_shares() -> None:
    assert offerings("aapc/cpc-a")["army-cool"] == offerings("aapc/cpc")["army-cool"]


def test_a_cap_above_the_price_leaves_nothing() -> None:
    of_cpc = offerings("aapc/cpc")
    assert of_cpc["gi-bill-tests"].left_of_exam == 0
    assert of_cpc["navy-cool"].left_of_exam is None


def test_a_price_that_is_not_known_leaves_nothing_to_say() -> None:
    assert offerings("ahima/chps")["gi-bill-tests"].left_of_exam is None


def test_what_the_issuer_names_is_learnt_first() -> None:
    first = subjects_to_learn_first(exam_subjects(CATALOG, "ahima/cca"))
    assert [subject.subject.id for subject in first] == [
        "medical-terminology",
        "anatomy-physiology",
        "coding-systems",
    ]
    assert all(subject.advice is not None for subject in first)


def test_where_the_issuer_names_nothing_the_programs_for_the_exam_count() -> None:
    first = subjects_to_learn_first(exam_subjects(CATALOG, "aapc/cpc"))
    assert all(subject.advice is None for subject in first)
    assert {taught.program for subject in first for taught in subject.taught_for_it} == {
        "cecil-ppc"
    }


def test_a_practicum_is_no_class_to_begin_with() -> None:
    first = subjects_to_learn_first(exam_subjects(CATALOG, "aapc/cpc"))
    assert "practice" not in {subject.subject.id for subject in first}


def test_times_of_a_shared_exam_count_for_both() -> None:
    shared = {time.id for time in study_times(CATALOG, "aapc/cpc-a")}
    assert shared > {time.id for time in study_times(CATALOG, "aapc/cpc")}


def test_credentials_that_share_an_exam_are_not_offered_to_begin_with() -> None:
    assert "aapc/cpc" in credentials_with_study_times(CATALOG)
    assert "aapc/cpc-a" not in credentials_with_study_times(CATALOG)


def labels(key: str, topic: ExamDay) -> list[tuple[str, bool]]:
    return [(fact.label, fact.general) for fact in exam_day_facts(CATALOG, key)[topic]]


def test_the_exams_own_rule_goes_before_its_issuers() -> None:
    waits = [
        line
        for line in exam_day_facts(CATALOG, "ahima/ccs")[ExamDay.RETAKE]
        if line.label == "Wait before a retake"
    ]
    assert [(line.fact.value, line.general) for line in waits] == [(30, False)]


def test_a_rule_of_the_issuer_is_marked_as_general() -> None:
    assert ("Late arrival", True) in labels("ahima/cca", ExamDay.ARRIVAL)


def test_one_rule_may_bear_on_several_questions() -> None:
    material = ("Material at an online exam", True)
    assert material in labels("aapc/cpc", ExamDay.BOOKS)
    assert material in labels("aapc/cpc", ExamDay.IDENTIFICATION)


def test_what_is_not_known_of_the_day_is_empty_and_still_there(catalog: Catalog) -> None:
    for key in catalog.credentials:
        assert list(exam_day_facts(catalog, key)) == list(ExamDay)
    assert labels("ahima/ccs", ExamDay.IDENTIFICATION) == []


def test_a_fact_stands_once_under_each_topic(catalog: Catalog) -> None:
    for key in catalog.credentials:
        for lines in exam_day_facts(catalog, key).values():
            facts = [id(line.fact) for line in lines]
            assert len(facts) == len(set(facts))


def test_the_directory_of_the_issuer_is_named_with_its_own_page() -> None:
    (directory,) = program_directories(CATALOG, "ahima/cca")
    assert directory.body.id == "ahima-pcap"
    assert directory.step.text.startswith("Find the program in the directory")
    assert directory.url.startswith("https://ahima.org/")


def test_without_a_body_whose_approval_matters_there_is_no_directory() -> None:
    assert program_directories(CATALOG, "nha/cbcs") == []
