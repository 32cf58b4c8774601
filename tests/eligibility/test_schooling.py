"""A credential shows the schooling that every way to its exam demands, and no more."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility.schooling import shown_by_rules
from cert_model.schema.rules import AllOf, AnyOf, Rule
from tests.eligibility.examples import credentials, school, with_rule, work

KEY, OTHER = "ahima/cca", "aapc/cpc"


def shown(catalog: Catalog, rule: Rule) -> str | None:
    sheets = {**catalog.credentials, KEY: with_rule(catalog, KEY, rule).credentials[KEY]}
    level = shown_by_rules(sheets).get(KEY)
    return None if level is None else str(level)


@pytest.mark.parametrize(
    ("rule", "level"),
    [
        (school("bachelor"), "bachelor"),
        (AllOf(all_of=(school("high-school"), school("associate"))), "associate"),
        (AnyOf(any_of=(school("high-school"), school("associate"))), "high-school"),
        (AnyOf(any_of=(school("associate"), work(12))), None),
        (work(12), None),
        (credentials("ahima/rhit"), "associate"),
        (credentials("ahima/rhit", "aapc/cpc"), None),
        (credentials(KEY), None),
    ],
)
def test_it_is_the_least_of_the_ways_and_the_most_of_what_goes_together(
    catalog: Catalog, rule: Rule, level: str | None
) -> None:
    assert shown(catalog, rule) == level
