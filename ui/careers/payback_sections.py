"""The section of the page Work and pay that asks whether credentials pay."""

import streamlit as st

from cert_model.explore.comparison import MAX_COMPARED
from cert_model.formatting.markdown import escape
from ui.careers.payback_view import WITHOUT_PAY, PaybackView
from ui.careers.state import (
    HIGHEST_TRAINING_COST,
    LONGEST_PAY,
    MOST_YEARS_OF_HOLDING,
    CareersState,
)
from ui.careers.view_model import CareersView
from ui.charts import career_specs
from ui.components import choices, figures, line_names, shortlist
from ui.components.table import draw_table
from ui.shell import routes, session

PAGE = CareersState.page


def does_it_pay(view: CareersView) -> None:
    """The chooser and the reader's pay, the answer, and after it what is assumed.

    Before a pay is entered, one sentence asks for it. On a phone the answer comes before the
    assumptions.
    """
    choices.choose_credentials(PAGE, "plan", view.catalog, MAX_COMPARED)
    shortlist.offer_to_pick(view.catalog, view.state.ids)
    if not view.state.ids:
        st.markdown("Choose a credential, or several to earn together.")
        return
    _own_pay()
    if view.payback is None:
        st.markdown(view.request_for_pay)
        return
    answer, controls = st.columns([5, 2], gap="large")
    with answer:
        _answer(view.payback)
    with controls:
        _assumptions(view)
    _surveys(view)


def _own_pay() -> None:
    """The box for the reader's own pay, which keeps whatever is typed."""
    st.text_input(
        "Your pay, dollars a year",
        max_chars=LONGEST_PAY,
        placeholder="such as 48,000",
        help=WITHOUT_PAY,
        key=session.key(PAGE, "pay"),
        persist_state="session",
        width=240,
    )


def _assumptions(view: CareersView) -> None:
    """The expected raise, the years of holding, and what is paid for training."""
    st.markdown("**What you assume**")
    st.number_input(
        "Raise you expect, %",
        0.0,
        100.0,
        step=0.5,
        format="%g",
        help="Nobody can promise a raise, so this starts at 0.",
        key=session.key(PAGE, "raise"),
        persist_state="session",
    )
    st.slider(
        "Years of holding it",
        1,
        MOST_YEARS_OF_HOLDING,
        key=session.key(PAGE, "over"),
        persist_state="session",
    )
    titles = view.program_titles
    st.selectbox(
        "Training program",
        list(titles),
        index=None,
        format_func=titles.__getitem__,
        placeholder="Without training",
        key=session.key(PAGE, "program"),
        persist_state="session",
    )
    st.number_input(
        "Other training you pay for, $",
        0,
        HIGHEST_TRAINING_COST,
        step=100,
        help="Paid before the exam, such as for a program that is not listed.",
        key=session.key(PAGE, "training"),
        persist_state="session",
    )


def _answer(payback: PaybackView) -> None:
    """The raise that recovers the cost, what it rests on, and what each raise brings by year."""
    headline = payback.headline
    figures.headline(headline)
    for remark in payback.remarks:
        st.markdown(escape(remark))
    if payback.has_cost:
        _balances(payback)
    if st.button("The arithmetic of the cost"):
        state = payback.state
        routes.costs(state.ids, state.years + 1, state.program)


def _balances(payback: PaybackView) -> None:
    """What each raise has brought by each year, as a chart and as a table."""
    headline = payback.headline
    lines = payback.balance_lines
    letters = line_names.widest(lines["name"])
    spec = career_specs.balance_over_time(letters)
    st.vega_lite_chart(lines, spec, alt=headline, key="balances")
    st.markdown(
        ":small[What the raise has brought in by each year, minus what the credential has cost so "
        "far. The raise begins when you earn the credential and stays the same; each year of "
        "upkeep costs the same. Taxes and interest are left out.]"
    )
    figures.on_demand(
        "What is gained by each year as a table",
        lambda: draw_table(payback.balance_table, alt=headline),
    )


def _surveys(view: CareersView) -> None:
    """What surveys report on the pay of the certified, as context and no more."""
    text, gaps = view.pay_gaps
    if not text:
        return
    st.header("What surveys report")
    st.markdown(escape(text))
    with st.container(horizontal=True, gap="small"):
        for gap in gaps:
            figures.figure(view.catalog, *gap)
