"""Does it pay? A plan's cost against one's own pay and a raise that is only assumed."""

from collections.abc import Mapping, Sequence

import streamlit as st

from cert_model import career_takeaways, careers, cost_takeaways
from cert_model.careers import Outlay
from cert_model.catalog import Catalog
from cert_model.catalog.overview import Overview
from cert_model.comparison import MOST
from cert_model.costs import MOST_YEARS, USUAL_YEARS, CostPlan, CostRequest, Planned, cost_plan
from cert_model.vocabulary import State
from ui import address, chooser, figures, routes
from ui.careers import charts, data, tables
from ui.markdown import escape

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


def draw(
    page: str, catalog: Catalog, known: Mapping[str, Overview], soc: str, state: State | None
) -> None:
    """The chooser, the answer, and after it what is assumed: on a phone the answer comes first."""
    st.markdown(
        "What a credential costs is known; what it will do to your pay is not. So the answer is "
        "the raise it would have to bring. It promises nothing."
    )
    ids = chooser.choose(page, "plan", known, MOST)
    if not ids:
        st.markdown("Choose a credential, or several to earn together.")
        return
    start = careers.starting_pay(catalog, soc, state)
    answer, controls = st.columns([5, 2], gap="large")
    with controls:
        own, years, training = _own(page)
        raises = _raises(page, catalog)
    earned = own or (start.amount if start else None)
    with answer:
        if earned is None:
            st.markdown("Enter your own pay: none was found that could stand in for it.")
            return
        if own is None and start is not None:
            sentence = career_takeaways.whose_pay(start, state)
            figures.figure(catalog, sentence, start.row)
        request = CostRequest(tuple(Planned(key) for key in ids), years=years + 1)
        plan = cost_plan(catalog, request)
        cost = careers.outlay(plan, training)
        _answer([known[key].label for key in ids], plan, cost, earned, raises)
        if st.button("The arithmetic of the cost"):
            routes.costs(ids)


def _own(page: str) -> tuple[int | None, int, int]:
    """Own pay, years of holding, and what is paid for training."""
    st.markdown("**Yours**")
    own: int | None = st.number_input(
        "Your pay now, $ a year",
        1,
        MOST_PAY,
        value=None,
        placeholder="a stand-in",
        step=1_000,
        key=address.key(page, "pay"),
        persist_state="session",
    )
    training: int = st.number_input(
        "Training you pay for, $",
        0,
        MOST_TRAINING,
        step=100,
        help="Paid before the exam; none is counted otherwise.",
        key=address.key(page, "training"),
        persist_state="session",
    )
    years: int = st.slider(
        "Years of holding it",
        1,
        MOST_YEARS - 1,
        key=address.key(page, "over"),
        persist_state="session",
    )
    return own, years, training


def _raises(page: str, catalog: Catalog) -> dict[str, int]:
    """Three raises in percent, beside the facts that they start from."""
    st.markdown("**Assumed: a raise, in percent of your pay**")
    for name, label in CASES.items():
        st.number_input(f"{label}, %", 0, 100, key=address.key(page, name), persist_state="session")
    usual = careers.usual_raises(catalog)
    if usual is not None:
        st.markdown(
            ":small[To start with: the smallest difference between the certified and others that "
            "was found, the newest, and the middle of the two. They are differences between "
            "groups of people. A raise of 0 is possible too.]"
        )
        for what, gap in (("Smallest", usual.smallest), ("Newest", usual.newest)):
            text = f"{what}: {gap.of_others:.1f} %, {gap.row.year}"
            figures.figure(catalog, text, gap.row)
    return {name: st.session_state[address.key(page, name)] for name in CASES}


def _answer(
    labels: Sequence[str],
    plan: CostPlan,
    cost: Outlay,
    earned: float,
    raises: Mapping[str, int],
) -> None:
    even = careers.break_even(cost, earned)
    takeaway = career_takeaways.break_even(" and ".join(labels), cost, even, earned)
    st.markdown(f"### {escape(takeaway)}")
    if plan.missing:
        st.markdown(f"“At least”: {escape(cost_takeaways.missing(plan))}.")
    found = {CASES[name]: careers.payback(cost, earned, each) for name, each in raises.items()}
    st.table(tables.payback(found, cost), hide_index=True, alt=takeaway)
    st.vega_lite_chart(
        data.balances(cost, earned, raises.values()),
        charts.balance_over_time(),
        alt=takeaway,
        key="balances",
    )
    st.markdown(
        ":small[Months = 12 × cost of earning it ÷ (pay × raise − upkeep a year). The raise is "
        "counted from the day it is earned and stays the same; taxes and interest are left out. "
        "In brackets: from the lowest to the highest cost of the plan.]"
    )
    with figures.on_demand("What is gained by each year as a table") as opened:
        if opened:
            st.table(tables.balances(cost, earned, raises.values()), hide_index=True, alt=takeaway)
