"""Does it pay? A plan's cost against one's own pay and a raise that is only assumed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from cert_model import careers
from cert_model.careers import Outlay, StartingPay
from cert_model.careers import sentences as takeaways
from cert_model.catalog import Catalog
from cert_model.costs import (
    MOST_YEARS,
    USUAL_YEARS,
    CostRequest,
    PlannedCredential,
    cost_plan,
    sentences,
)
from cert_model.explore.comparison import MOST
from cert_model.formatting.markdown import escape
from cert_model.vocabulary import State
from ui.careers import data, tables
from ui.careers.boxes import PAGE
from ui.charts import career_specs
from ui.components import chooser, figures, views
from ui.shell import old_address as address
from ui.shell import routes

MOST_PAY, MOST_TRAINING = 500_000, 50_000
CASES = {"low": "Low raise", "mid": "Middle raise", "high": "High raise"}


def params(catalog: Catalog) -> list[address.Param]:
    """Every control, as the address writes it."""
    usual = usual_percents(catalog)
    return [
        address.Ordered("plan", catalog.resolve, MOST),
        address.Number("pay", 1, MOST_PAY, None),
        address.Number("training", 0, MOST_TRAINING, 0),
        address.Number("over", 1, MOST_YEARS - 1, USUAL_YEARS),
        *(address.Number(name, 0, 100, usual[name]) for name in CASES),
    ]


def usual_percents(catalog: Catalog) -> dict[str, int]:
    """The raises to start from, in whole percent."""
    usual = careers.usual_raises(catalog)
    if usual is None:
        return dict.fromkeys(CASES, 0)
    return {"low": round(usual.low), "mid": round(usual.typical), "high": round(usual.high)}


@dataclass(frozen=True, slots=True)
class _Yours:
    """What a person says of themselves, and the raises that they assume, in percent by case."""

    pay: int | None
    training: int
    years: int
    raises: Mapping[str, int]


def draw(catalog: Catalog, soc: str, state: State | None) -> None:
    """The chooser, the answer, and after it what is assumed: on a phone the answer comes first."""
    st.markdown(
        "What a credential costs is known; what it will do to your pay is not. So the answer is "
        "the raise it would have to bring. It promises nothing."
    )
    chooser.choose(PAGE, "plan", catalog, MOST)
    ids: list[str] = st.session_state[address.key(PAGE, "plan")]
    if not ids:
        st.markdown("Choose a credential, or several to earn together.")
        return
    answer, controls = st.columns([5, 2], gap="large")
    with controls:
        yours = _Yours(*_own(), _raises(catalog))
    with answer:
        _answer(catalog, ids, yours, careers.starting_pay(catalog, soc, state), state)
        if st.button("The arithmetic of the cost"):
            routes.costs(ids)


def _own() -> tuple[int | None, int, int]:
    """Own pay, what is paid for training, and years of holding."""
    st.markdown("**Yours**")
    own: int | None = st.number_input(
        "Your pay now, $ a year",
        1,
        MOST_PAY,
        value=None,
        placeholder="a stand-in",
        step=1_000,
        key=address.key(PAGE, "pay"),
        persist_state="session",
    )
    training: int = st.number_input(
        "Training you pay for, $",
        0,
        MOST_TRAINING,
        step=100,
        help="Paid before the exam; none is counted otherwise.",
        key=address.key(PAGE, "training"),
        persist_state="session",
    )
    years: int = st.slider(
        "Years of holding it",
        1,
        MOST_YEARS - 1,
        key=address.key(PAGE, "over"),
        persist_state="session",
    )
    return own, training, years


def _raises(catalog: Catalog) -> dict[str, int]:
    """Three raises in percent, beside the facts that they start from."""
    st.markdown("**Assumed: a raise, in percent of your pay**")
    for name, label in CASES.items():
        st.number_input(f"{label}, %", 0, 100, key=address.key(PAGE, name), persist_state="session")
    usual = careers.usual_raises(catalog)
    if usual is not None:
        st.markdown(
            ":small[To start with: the smallest difference between the certified and others that "
            "was found, the newest, and the middle of the two. They are differences between "
            "groups of people. A raise of 0 is possible too.]"
        )
        for what, gap in (("Smallest", usual.smallest), ("Newest", usual.newest)):
            text = f"{what}: {gap.percent_of_others:.1f} %, {gap.row.year}"
            figures.figure(catalog, text, gap.row)
    return {label: st.session_state[address.key(PAGE, name)] for name, label in CASES.items()}


def _answer(
    catalog: Catalog,
    ids: Sequence[str],
    yours: _Yours,
    start: StartingPay | None,
    state: State | None,
) -> None:
    """The raise below which it never pays, what that rests on, and how long raises take."""
    earned = yours.pay or (start.amount if start else None)
    if earned is None:
        st.markdown("Enter your own pay: none was found that could stand in for it.")
        return
    request = CostRequest(tuple(PlannedCredential(key) for key in ids), years=yours.years + 1)
    plan = cost_plan(catalog, request)
    cost = careers.outlay_of(plan, yours.training)
    even = careers.compute_break_even(cost, earned)
    labels = " and ".join(catalog.labels[key] for key in ids)
    answered = takeaways.describe_break_even(labels, cost, even, earned)
    views.headline(answered)
    st.markdown(escape(takeaways.describe_break_even_basis(cost, even, earned)))
    if plan.missing:
        st.markdown(f"“At least”: {escape(sentences.missing_prices(catalog, plan))}.")
    if yours.pay is None and start is not None:
        figures.figure(catalog, takeaways.describe_assumed_pay(start, state), start.row)
    _cases(cost, earned, yours.raises, answered)


def _cases(cost: Outlay, earned: float, raises: Mapping[str, int], answered: str) -> None:
    """How long each of the raises takes, as a table, and over the years as a picture."""
    found = {name: careers.compute_payback(cost, earned, each) for name, each in raises.items()}
    st.table(tables.payback(found, cost), hide_index=True, alt=answered)
    st.vega_lite_chart(
        data.balances(cost, earned, raises.values()),
        career_specs.balance_over_time(),
        alt=answered,
        key="balances",
    )
    st.markdown(
        ":small[Months = 12 × cost of earning it ÷ (pay × raise − upkeep a year). The raise is "
        "counted from the day it is earned and stays the same; taxes and interest are left out. "
        "In brackets: from the lowest to the highest cost of the plan.]"
    )
    with figures.on_demand("What is gained by each year as a table") as opened:
        if opened:
            st.table(tables.balances(cost, earned, raises.values()), hide_index=True, alt=answered)
