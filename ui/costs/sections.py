"""The controls and sections of the page Costs: what is assumed, the years, and the arithmetic."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TypeVar

import pyarrow as pa
import streamlit as st

from cert_model.catalog import Catalog
from cert_model.costs import MOST_YEARS, Assumptions, CostRow
from cert_model.explore.comparison import MAX_COMPARED
from cert_model.formatting import NOT_FOUND
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from ui.charts import cost_specs, exam_specs
from ui.charts.cost_specs import CATEGORIES
from ui.components import amounts, choices, figures, glossary, line_names
from ui.components.amounts import Basis
from ui.components.chart_rows import categories_of
from ui.components.fact_list import FactList
from ui.components.table import draw_table
from ui.costs.view_model import (
    HIGHEST_CEU_PRICE,
    HIGHEST_INTEREST,
    HIGHEST_STUDY_MATERIAL,
    MOST_MISHAPS,
    NOTHING,
    CostsState,
    CostsView,
    payers,
    priced_programs,
)
from ui.shell import parts, routes, session

PAGE = CostsState.page
_Number = TypeVar("_Number", int, float)
RESULT = "costs-result"
"""The key of the part of the page that shows what the plan costs."""
_MOST_OFFERS = 3
_UNPUBLISHED_RATE = Assumptions().unpublished_pass_rate


def plan_years(catalog: Catalog, ids: Sequence[str]) -> None:
    """What is held already, the years, and the one in which each of several is earned."""
    choices.choose_credentials(
        PAGE, "held", catalog, MAX_COMPARED, label="I already hold", width="stretch"
    )
    if session.choice(PAGE, "held"):
        st.page_link(routes.KEEP, label=":primary[Their CEUs and dates]")
    for key in ids if len(ids) > 1 else ():
        st.number_input(
            f"Year in which {catalog.labels[key]} is earned",
            1,
            MOST_YEARS,
            key=session.key(PAGE, key),
            persist_state="session",
            **parts.redrawing(RESULT),
        )
    st.slider(
        "Years to add up",
        1,
        MOST_YEARS,
        key=session.key(PAGE, "over"),
        persist_state="session",
        **parts.redrawing(RESULT),
    )


def assumptions(catalog: Catalog, state: CostsState) -> None:
    """A control for everything that the plan assumes; the rarer ones in a fold."""
    st.markdown("**Assumptions**")
    _one_of("membership", "Optional membership", "cheaper", "always", "never")
    _one_of("attempts", "Exam attempts bought", "one", "two")
    _one_of("books", "Buy code books", "yes", "no")
    _one_of("student", "Student prices", "no", "yes", part=None)  # it is said of the person
    _number(
        "ceu",
        "Price of one CEU, $",
        float(HIGHEST_CEU_PRICE),
        "This is a guess; many CEUs are free.",
    )
    st.markdown(f":small[Prices found: {escape(_known_ceu_prices(catalog, state.ids))}.]")
    _named("training", "Training program", priced_programs(catalog))
    _named("funding", "Paid by", payers(catalog))
    _number(
        "employer",
        "Your employer pays, %",
        100,
        "The share of all costs that your employer pays.",
        step=5,
    )
    with st.expander("More assumptions", expanded=state.changes_rarer_assumptions):
        _rarer_assumptions(catalog, state.ids)


def _rarer_assumptions(catalog: Catalog, ids: Sequence[str]) -> None:
    st.number_input(
        "Your chance to pass, %",
        1,
        100,
        value=None,
        placeholder="as published",
        help=f"Leave empty for the published rate, or {_UNPUBLISHED_RATE:g}% if none is published.",
        key=session.key(PAGE, "pass"),
        persist_state="session",
        **parts.redrawing(RESULT),
    )
    st.markdown(f":small[Published pass rates: {escape(_published_rates(catalog, ids))}.]")
    _one_of("experienced", "Experience in place of a program", "no", "yes")
    _one_of(
        "apprentice", "How an apprentice designation is removed", "experience", "course", "keep"
    )
    _number(
        "study",
        "Study material per credential, $",
        HIGHEST_STUDY_MATERIAL,
        step=10,
        note="Such as study guides and practice exams.",
    )
    _number("lapses", "Times a credential lapses", MOST_MISHAPS, "You reinstate it each time.")
    _number("late", "Times dues are paid late", MOST_MISHAPS, "You pay the late fee each time.")
    _number(
        "interest",
        "Discount rate, % a year",
        float(HIGHEST_INTEREST),
        step=0.5,
        note="Discounts later payments to present value; enter 0 for no discount.",
    )


def _one_of(name: str, label: str, *terms: str, part: str | None = RESULT) -> None:
    words = {term: term for term in terms}
    choices.choose_term(PAGE, name, label, words, note=glossary.for_label(label), part=part)


def _number(
    name: str, label: str, highest: _Number, note: str, step: _Number | None = None
) -> None:
    """A box for a number from 0, whole where ``highest`` is; ``step`` is that of its buttons."""
    kind = type(highest)
    st.number_input(
        label,
        kind(0),
        highest,
        value=None,
        step=step or kind(1),
        format="%g" if kind is float else None,
        placeholder="the usual",
        help=glossary.for_label(label, note),
        key=session.key(PAGE, name),
        persist_state="session",
        **parts.redrawing(RESULT),
    )


def _named(name: str, label: str, names: Mapping[str, str]) -> None:
    st.selectbox(
        label,
        [NOTHING, *names],
        format_func=lambda term: names.get(term, NOTHING),
        key=session.key(PAGE, name),
        persist_state="session",
        **parts.redrawing(RESULT),
    )


def _published_rates(catalog: Catalog, ids: Sequence[str]) -> str:
    """The newest published pass rate of each credential, in words."""
    rates = {overviews(catalog)[key].label: overviews(catalog)[key].pass_rate for key in ids}
    return "; ".join(
        f"{label} {NOT_FOUND if rate is None else f'{rate:g}%'}" for label, rate in rates.items()
    )


def _known_ceu_prices(catalog: Catalog, ids: Sequence[str]) -> str:
    """The known prices of one CEU that counts for these issuers, in words."""
    issuers = {catalog.credentials[key].issuer for key in ids}
    prices = [
        f"{offer.name} {format_reading(offer.price_per_ceu, '$')}"
        for offer in catalog.preparation.ceus.offers
        if offer.issuer in issuers and offer.price_per_ceu and offer.price_per_ceu.known
    ]
    return "; ".join(prices[:_MOST_OFFERS]) or "no price of one CEU was found"


def by_year(view: CostsView) -> None:
    """What falls due in each year, by category; a sentence where a price is missing."""
    if not view.plan.complete:
        st.markdown(escape(view.not_drawn))
        return
    parts = view.by_year
    chart = cost_specs.cost_by_category(categories_of(parts))
    st.vega_lite_chart(parts, chart, alt=view.by_year_takeaway, key="years_chart")


def answer(view: CostsView) -> None:
    """What the plan costs, what that rests on, and how to read it."""
    lines = [
        f"## {escape(view.answer)}",
        escape(view.total),
        *map(escape, view.plan.decisions),
        ":small[The usual amount first, then the range. Upkeep begins in the year after a "
        "credential is earned. The arithmetic below names the sources of each line.]",
    ]
    st.markdown("\n\n".join(lines))


@st.fragment
def arithmetic(view: CostsView) -> None:
    """Every line by year, the first year open; a fold for each later one.

    The years are drawn anew together: a fragment for each costs more.
    """
    for year, rows in view.lines_by_year.items():
        draw = partial(_lines, view.catalog, year, rows)
        figures.fold(view.year_title(year), draw, key=f"fold:year:{year}", expanded=year == 1)


def _lines(catalog: Catalog, year: int, rows: Sequence[CostRow]) -> None:
    facts = FactList(catalog, f"year {year}")
    add_lines(facts, rows)
    facts.draw()


def add_lines(facts: FactList, rows: Sequence[CostRow]) -> None:
    """The lines of a year, each of which opens to the facts and assumptions behind it."""
    for row in rows:
        _line(facts, row)


def _line(facts: FactList, row: CostRow) -> None:
    """One line, which opens to the facts and assumptions behind it."""
    catalog = facts.catalog
    subject = catalog.labels.get(row.credential or "", catalog.issuers[row.issuer].letters)
    amounts.line(
        facts,
        f"{subject}, {CATEGORIES[row.category].label}",
        row.money,
        row.label,
        Basis(row.facts, row.assumptions, row.estimate, how=row.how),
    )


def price_histories(view: CostsView) -> None:
    """A fold with the exam prices of each credential over the years, where several are known."""
    for key, rows in view.price_histories.items():
        title = f"The exam price of {view.catalog.labels[key]} over the years"
        figures.on_demand(title, partial(_price_history, title, key, rows))


def _price_history(title: str, key: str, rows: pa.Table) -> None:
    chart = exam_specs.over_the_years("Price", "$", line_names.widest(rows["name"]))
    st.vega_lite_chart(rows, chart, alt=title, key=f"history:{key}")


def what_moves_the_total(view: CostsView) -> None:
    """How far each assumption moves the total, on demand: it takes many plans to say."""
    figures.on_demand("Each assumption at both ends of its range", partial(_swings, view))


def _swings(view: CostsView) -> None:
    """How far each assumption moves the total, as a sentence, a picture and a table."""
    takeaway = view.swings_takeaway
    st.markdown(escape(takeaway))
    if view.swings:
        st.vega_lite_chart(view.swing_rows, cost_specs.swing_bars(), alt=takeaway, key="swings")
    figures.on_demand(
        "What changes the total as a table",
        lambda: draw_table(view.swing_table, alt=takeaway),
    )
