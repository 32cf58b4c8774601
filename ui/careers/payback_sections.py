"""The section of the page Work and pay that asks whether credentials pay."""

import streamlit as st

from cert_model.explore.comparison import MAX_COMPARED
from cert_model.formatting.markdown import escape
from ui.careers.payback_view import PaybackView
from ui.careers.state import (
    CASES,
    HIGHEST_PAY,
    HIGHEST_TRAINING_COST,
    MOST_YEARS_OF_HOLDING,
    CareersState,
)
from ui.careers.view_model import CareersView
from ui.charts import career_specs
from ui.components import choices, figures
from ui.shell import routes, session

PAGE = CareersState.page


def does_it_pay(view: CareersView) -> None:
    """The chooser, the answer, and after it what is assumed: on a phone the answer comes first."""
    st.markdown(
        "What a credential costs is known. What it will do to your pay is not. The answer is "
        "therefore the raise that would recover the cost, not a promise of one."
    )
    choices.choose_credentials(PAGE, "plan", view.catalog, MAX_COMPARED)
    if not view.state.ids:
        st.markdown("Choose a credential, or several to earn together.")
        return
    answer, controls = st.columns([5, 2], gap="large")
    with controls:
        _own_pay_and_costs()
        _assumed_raises(view)
    with answer:
        if view.payback is None:
            st.markdown("Enter your own pay: no figure was found to use in its place.")
        else:
            _answer(view.payback)
        if st.button("The arithmetic of the cost"):
            routes.costs(view.state.ids)


def _own_pay_and_costs() -> None:
    """The reader's own pay, what is paid for training, and the years of holding."""
    st.markdown("**About you**")
    st.number_input(
        "Your pay now, $ a year",
        1,
        HIGHEST_PAY,
        value=None,
        placeholder="25th percentile",
        step=1_000,
        key=session.key(PAGE, "pay"),
        persist_state="session",
    )
    st.number_input(
        "Training you pay for, $",
        0,
        HIGHEST_TRAINING_COST,
        step=100,
        help="Paid before the exam. No training is counted unless you enter it here.",
        key=session.key(PAGE, "training"),
        persist_state="session",
    )
    st.slider(
        "Years of holding it",
        1,
        MOST_YEARS_OF_HOLDING,
        key=session.key(PAGE, "over"),
        persist_state="session",
    )


def _assumed_raises(view: CareersView) -> None:
    """Three raises in percent, beside the facts that they start from."""
    st.markdown("**Assumed: a raise, in percent of your pay**")
    for case, label in CASES.items():
        st.number_input(f"{label}, %", 0, 100, key=session.key(PAGE, case), persist_state="session")
    if view.usual_raises:
        st.markdown(
            ":small[The first values are the smallest known difference in pay between the "
            "certified and others, the newest one, and the middle of the two. They are "
            "differences between groups of people. A raise of 0 is possible too.]"
        )
        for gap in view.usual_raises:
            figures.figure(view.catalog, *gap)


def _answer(payback: PaybackView) -> None:
    """The raise that recovers the cost, what it rests on, and how long the assumed raises take."""
    headline = payback.headline
    figures.headline(headline)
    st.markdown(escape(payback.basis))
    if payback.missing_prices:
        st.markdown(escape(payback.missing_prices))
    if payback.assumed_pay is not None:
        figures.figure(payback.catalog, *payback.assumed_pay)
    st.table(payback.payback_table, hide_index=True, alt=headline)
    st.vega_lite_chart(
        payback.balance_lines, career_specs.balance_over_time(), alt=headline, key="balances"
    )
    st.markdown(
        ":small[Months = 12 × cost of earning it ÷ (pay × raise − upkeep a year). The raise is "
        "assumed to begin on the day on which the credential is earned and to stay the same. Taxes "
        "and interest are left out. In parentheses: from the lowest to the highest cost of the "
        "plan.]"
    )
    with figures.on_demand("What is gained by each year as a table") as opened:
        if opened:
            st.table(payback.balance_table, hide_index=True, alt=headline)
