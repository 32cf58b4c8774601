"""The frames on rules say what the rules themselves say, and hold every one of them."""

import random

import pandas as pd
import pytest

from cert_model.catalog import Catalog
from cert_model.frames import frames_of
from cert_model.prices import estimates_of
from cert_model.schema.facts import find_statements
from cert_model.schema.rules import AllOf, AnyOf, Rule
from cert_model.vocabulary import Quantity


@pytest.fixture(scope="module")
def conditions(catalog: Catalog) -> pd.DataFrame:
    return frames_of(catalog).conditions


@pytest.fixture(scope="module")
def renewal_rules(catalog: Catalog) -> pd.DataFrame:
    return frames_of(catalog).renewal_rules


def is_met(rule: Rule, true_texts: set[str]) -> bool:
    """Whether a rule is met by whoever meets the conditions with these texts."""
    if isinstance(rule, AllOf):
        return all(is_met(part, true_texts) for part in rule.all_of)
    if isinstance(rule, AnyOf):
        return any(is_met(part, true_texts) for part in rule.any_of)
    return rule.text in true_texts


@pytest.mark.parametrize("name", ["required", "recommended"])
def test_whoever_meets_all_of_one_way_meets_the_rule_and_nobody_else(
    catalog: Catalog, conditions: pd.DataFrame, name: str
) -> None:
    chance = random.Random(1)
    for key, sheet in catalog.credentials.items():
        rule = getattr(sheet.eligibility, name)
        rows = conditions[(conditions["credential"] == key) & (conditions["rule"] == name)]
        assert (rule is None) == rows.empty
        if rule is not None:
            for _ in range(20):
                true_texts = {text for text in rows["text"] if chance.random() < 0.6}
                by_way = rows["text"].isin(true_texts).groupby(rows["way"]).all()
                assert by_way.any() == is_met(rule, true_texts), key


def test_advice_is_no_requirement(conditions: pd.DataFrame) -> None:
    of_ccs = conditions[conditions["credential"] == "ahima/ccs"].set_index("rule")
    assert set(of_ccs.loc[["required"], "test"]) == {"education"}
    assert 24 in set(of_ccs.loc[["recommended"], "least"].dropna())


def test_a_consequence_names_the_letters_that_it_leads_to(conditions: pd.DataFrame) -> None:
    of_cpc = conditions[conditions["credential"] == "aapc/cpc"]
    assert set(of_cpc.loc[of_cpc["rule"] == "consequence", "leads_to"]) == {"CPC-A"}
    assert of_cpc.loc[of_cpc["rule"] != "consequence", "leads_to"].isna().all()


def test_every_statement_on_renewal_is_a_row(catalog: Catalog, renewal_rules: pd.DataFrame) -> None:
    rules = [
        *(issuer.renewal for issuer in catalog.issuers.values()),
        *(sheet.renewal for sheet in catalog.credentials.values()),
    ]
    assert len(renewal_rules) == sum(len(list(find_statements(rule))) for rule in rules)


def test_ceus_by_number_held_can_be_read_off(renewal_rules: pd.DataFrame) -> None:
    of_aapc = renewal_rules[
        (renewal_rules["issuer"] == "aapc")
        & renewal_rules["credential"].isna()
        & (renewal_rules["rule"] == "ceus_by_number.ceus")
        & (renewal_rules["state"] == "current")
    ]
    assert dict(zip(of_aapc["credentials"], of_aapc["high"], strict=True)) == {
        1: 36,
        2: 40,
        3: 44,
        4: 48,
        5: 52,
    }
    assert set(of_aapc["unit"]) == {"CEUs"}


def test_a_lapse_says_when_what_happens(renewal_rules: pd.DataFrame) -> None:
    steps = renewal_rules[renewal_rules["becomes"].notna() & (renewal_rules["state"] == "current")]
    assert len(steps)
    assert steps["low"].notna().all()
    assert set(steps["unit"]) <= {"days", "months", "years"}


def test_a_number_of_a_rule_has_a_unit(renewal_rules: pd.DataFrame) -> None:
    without = renewal_rules[renewal_rules["low"].notna() & renewal_rules["unit"].isna()]
    assert set(without["rule"]) <= {"rules"}, "only a rule in words may lack one"


def test_estimates_are_those_of_the_fact_sheets(catalog: Catalog) -> None:
    estimates = frames_of(catalog).estimates
    rows = {
        (row.subject, row.quantity): (row.low, row.high)
        for row in estimates.itertuples(index=False)
    }
    expected = {
        (sheet.issuer if quantity is Quantity.DUES else sheet.id, quantity): (made.low, made.high)
        for sheet in catalog.credentials.values()
        for quantity, made in estimates_of(catalog, sheet).items()
    }
    assert rows == expected
    assert len(rows) == len(estimates)


def test_what_is_estimated_has_no_fact(catalog: Catalog) -> None:
    frames = frames_of(catalog)
    estimates, facts = frames.estimates, frames.facts
    has_value = facts["value"].notna() | facts["low"].notna()
    for quantity in ("questions", "minutes"):
        of_quantity = (facts["field"] == f"exam.{quantity}") & (facts["state"] == "current")
        known = set(facts.loc[of_quantity & has_value, "subject"])
        estimated = set(estimates.loc[estimates["quantity"] == quantity, "subject"])
        assert estimated
        assert not estimated & known
