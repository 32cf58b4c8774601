"""Whose pay the cards show, and that they never set two kinds of it side by side."""

import pytest

from cert_model.candidates import (
    Draw,
    Priority,
    Situation,
    Wishes,
    order_sentences,
    pay_sentences,
    shortlist,
)
from cert_model.catalog import Catalog
from cert_model.vocabulary import State

NEW_TO_IT = Situation.NEW


def test_official_pay_is_that_of_coders_in_the_home_state_and_of_nobody_else(
    catalog: Catalog,
) -> None:
    wishes = Wishes(Situation.NEW, Draw.NOT_SURE)
    of = shortlist(catalog, wishes, {}, home_state=State.OH)
    pay = {
        item.id: (pay_sentences.pay_label(catalog, item), pay_sentences.format_pay(item))
        for item in of.ranked
    }
    assert pay["ahima/cca"][0] == "Coders' pay in Ohio"
    # Billers are not counted apart.
    assert pay["hfma/crcr"] == pay["aapc/cpb"] == ("Pay", "not found")


def test_pay_is_that_of_the_occupation_as_on_the_plan_unless_pay_matters_most(
    catalog: Catalog,
) -> None:
    def label(priority: Priority) -> str:
        of = shortlist(catalog, Wishes(NEW_TO_IT, Draw.OFFICE, priority), {})
        (cpc,) = (item for item in of.ranked if item.id == "aapc/cpc")
        return pay_sentences.pay_label(catalog, cpc)

    assert label(Priority.SOON) == "Coders' pay in the United States"
    assert label(Priority.PAY) == "Pay of full CPC holders"


def test_pay_is_that_of_a_survey_where_no_occupation_is_counted(catalog: Catalog) -> None:
    of = shortlist(catalog, Wishes(Situation.WORKING, Draw.AUDITING, Priority.SOON), {})
    explained = {item.id: pay_sentences.explain_pay(catalog, item) for item in of.ranked}
    assert "AAPC's survey" in explained["aapc/cpma"]


def test_pay_of_the_full_credential_is_not_that_of_its_apprentices(catalog: Catalog) -> None:
    of = shortlist(catalog, Wishes(NEW_TO_IT, Draw.OFFICE, Priority.PAY), {})
    explained = {item.id: pay_sentences.explain_pay(catalog, item) for item in of.ranked}
    assert explained["aapc/cpc"].endswith("; CPC-A holders were last counted in 2009, at $34,699")
    assert "not of beginners" in order_sentences.describe_order(of)


@pytest.mark.parametrize("priority", [None, *Priority])
@pytest.mark.parametrize("draw", Draw)
@pytest.mark.parametrize("situation", Situation)
def test_cards_never_show_pay_of_two_kinds(
    catalog: Catalog, situation: Situation, draw: Draw, priority: Priority | None
) -> None:
    of = shortlist(catalog, Wishes(situation, draw, priority), {})
    of_surveys = {
        (item.survey.publisher, item.survey.year, item.survey.measure)
        for item in of.ranked
        if item.survey
    }
    assert len(of_surveys) + any(item.occupation for item in of.ranked) <= 1


def test_a_card_without_a_figure_in_the_survey_says_in_which(catalog: Catalog) -> None:
    of = shortlist(catalog, Wishes(NEW_TO_IT, Draw.OFFICE, Priority.PAY), {})
    (cca,) = (item for item in of.ranked if item.id == "ahima/cca")
    assert pay_sentences.format_pay(cca) == "not found"
    assert pay_sentences.explain_pay(catalog, cca) == "not in AAPC's survey of 2025"
