"""Costs, run without a browser: a plan by its address, its assumptions and its arithmetic."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from cert_model.costs import Assumptions
from tests.app.sessions import open_page, plain, plain_text, popover_labels, run


def usual_total(app: AppTest) -> int:
    """The usual total that the page shows, in dollars."""
    text = plain_text(app)
    (amount,) = re.findall(r"^Over .* years?, the total is \$([\d,]+), between", text, re.MULTILINE)
    return int(amount.replace(",", ""))


def test_an_earlier_address_opens_and_takes_the_present_name() -> None:
    app = open_page("costs", plan="cpc,crc")
    assert not app.warning
    assert dict(app.query_params) == {"ids": "aapc/cpc,aapc/crc"}


def test_without_a_choice_the_page_shows_an_example_and_picks_nothing() -> None:
    app = open_page("costs")
    text = plain_text(app)
    assert "An example: CPC" in text
    assert "to earn the CPC" in text
    assert not list(app.query_params)
    assert app.session_state["costs:ids"] == []


def test_the_total_of_a_plan_follows_its_assumptions() -> None:
    app = open_page("costs", ids="cpc")
    before = usual_total(app)
    app.number_input(key="costs:employer").set_value(50)
    assert run(app).query_params["employer"] == "50"
    assert "An employer pays 50 percent" in popover_labels(app)
    assert abs(usual_total(app) - before / 2) <= 1


def test_a_line_of_the_arithmetic_opens_to_its_sources() -> None:
    text = plain_text(open_page("costs", ids="cpc"))
    line, following = text.index(">CPC, exam<"), text.index(">CPC, expected retake<")
    assert '<li><a href="https://' in text[line:following]


def test_a_plan_may_spread_over_the_years() -> None:
    app = open_page("costs", ids="cpc,crc", **{"aapc/crc": "3"})
    assert app.number_input(key="costs:aapc/crc").value == 3
    assert ">CRC, exam<" not in plain_text(app)
    years = {
        int(year): int(amount.replace(",", ""))
        for fold in app.expander
        for year, amount in re.findall(r"^Year (\d): \$([\d,]+)$", plain(fold.label))
    }
    assert list(years) == [1, 2, 3, 4, 5, 6]
    assert years[3] > years[4] > years[2]


def test_a_year_outside_the_plan_is_said_and_nothing_lost() -> None:
    app = open_page("costs", ids="cpc,crc", over="6", **{"aapc/crc": "8"})
    assert "year 8 lies outside the plan" in plain(app.error[0].value)
    assert app.number_input(key="costs:aapc/crc").value == 8


def test_an_emptied_box_means_the_usual_and_not_zero() -> None:
    app = open_page("costs", ids="cpc", ceu="7")
    usual = usual_total(open_page("costs", ids="cpc"))
    app.number_input(key="costs:ceu").set_value(None)
    assert usual_total(run(app)) == usual
    assert app.number_input(key="costs:ceu").value == Assumptions().ceu_price
    assert "ceu" not in app.query_params


@pytest.mark.parametrize(("address", "is_open"), [({"over": "3"}, False), ({"lapses": "1"}, True)])
def test_the_fold_of_rarer_assumptions_is_open_where_one_of_them_is_changed(
    address: dict[str, str], is_open: bool
) -> None:
    app = open_page("costs", ids="cpc", **address)
    (fold,) = (fold for fold in app.expander if fold.label == "More assumptions")
    assert fold.proto.expanded == is_open
