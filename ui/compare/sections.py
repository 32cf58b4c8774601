"""The sections of the page Compare, from what costs what to what the exams ask about."""

from functools import partial
from pathlib import Path

import pyarrow as pa
import streamlit as st

from cert_model.costs import MOST_YEARS
from cert_model.formatting.markdown import escape
from cert_model.preparation.sentences import OVERLAP_NOTE
from cert_model.schema.exams import have_weights
from ui.charts import cost_specs
from ui.compare.view_model import CompareState, CompareView
from ui.components import downloads, exam, fact_list, figures, glossary, line_names
from ui.components.chart_rows import categories_of
from ui.components.table import draw_table
from ui.shell import routes, session

_STYLE = (Path(__file__).parent / "side_by_side.css").read_text(encoding="utf-8")
ROWS = {"all": "all rows", "different": "only where they differ"}
"""Which rows of the table are shown, with the words on the button."""
_MOST_BLUEPRINTS_ABREAST = 3
"""More would leave no room for the titles of the parts."""


def years_to_add_up() -> None:
    """The slider for the years over which costs are added up."""
    st.slider(
        "Years to add up",
        1,
        MOST_YEARS,
        key=session.key(CompareState.page, "years"),
        persist_state="session",
        width=360,
    )


def costs(view: CompareView) -> None:
    """Charts and a table of what each credential costs, by category and year by year."""
    st.markdown(f"**{escape(view.cost_takeaway)}**")
    if view.draws_costs:
        _cost_charts(view)
    for sentence in (*view.incomplete_totals, *view.schooling_before):
        st.markdown(f":small[{escape(sentence)}]")
    figures.on_demand(
        "Costs as a table",
        lambda: draw_table(view.cost_table, alt=view.cost_takeaway),
    )
    st.markdown(f":small[{escape(view.costs_basis)}]")
    if st.button("Change the assumptions"):
        routes.costs(view.state.ids, view.state.years)


def _cost_charts(view: CompareView) -> None:
    parts, paths = st.columns(2, gap="large")
    with parts:
        st.header("What makes up the total")
        parts_drawn = view.cost_parts
        chart = cost_specs.cost_by_category(categories_of(parts_drawn))
        st.vega_lite_chart(parts_drawn, chart, alt=view.cost_takeaway, key="parts")
    with paths:
        st.header("Total paid by the end of each year")
        paths_drawn = view.cost_by_year
        chart = cost_specs.cost_over_time(line_names.widest(paths_drawn["label"]))
        st.vega_lite_chart(paths_drawn, chart, alt=view.cost_takeaway, key="paths")


def side_by_side(view: CompareView) -> None:
    """The table, with its sources and the meaning of its rows on demand."""
    names = ", ".join(view.labels.values())
    st.html(f"<style>{_STYLE}</style>")
    with st.container(key="side-by-side"):
        st.table(pa.table(view.side_by_side), hide_index=True, alt=f"{names} side by side")
    st.markdown(":small[≠ marks a row in which they differ, ≈ an estimate.]")
    figures.several_on_demand(
        {
            "Where these figures come from": lambda: draw_table(
                view.sources, alt=f"The sources of each row, for {names}"
            ),
            "What the rows mean": lambda: st.markdown(
                "\n\n".join(glossary.lines(row.label for row in view.listed_rows))
            ),
        }
    )


def take_away(view: CompareView) -> None:
    """Files of the comparison, and where to go on."""
    with st.container(horizontal=True):
        downloads.links("comparison", ("csv", "xlsx", "json"), view.file_query)
        downloads.link("Download a page to print", "comparison.html", view.file_query)
        downloads.link("Download a policy table (Word)", "policy.html", view.policy_query)
        with st.popover("Copy as Markdown", key="on-screen-markdown"):
            st.code(view.markdown, language="markdown", wrap_lines=True)
        if st.button("Am I eligible?"):
            routes.eligibility(view.state.ids)
        for key, label in view.labels.items():
            if st.button(f"Read about {label}", key=f"read:{key}"):
                routes.open_credential(key)


def exam_content(view: CompareView) -> None:
    """How much every two exams have in common, and on demand their subjects and their parts.

    Nothing is left where no pair has a figure and no exam has weights.
    """
    if not view.exam_heading:
        return
    st.header(view.exam_heading)
    if view.pairs_with_figure:
        _in_common(view)
    if view.pairs_without_figure:
        st.markdown(f":small[{escape(view.pairs_without_figure)}]")
    folds = {"The parts of each exam, with their weights": partial(_blueprints, view)}
    if view.weight_origins:
        folds["Where the weights come from"] = partial(_weight_origins, view)
    figures.several_on_demand(folds)


def _in_common(view: CompareView) -> None:
    names = ", ".join(view.labels.values())
    draw_table(
        view.overlap_table,
        alt=f"How much the {names} exams have in common",
    )
    st.markdown(f":small[{OVERLAP_NOTE}]")
    figures.on_demand(
        "Subjects they share",
        lambda: draw_table(
            view.shared_subjects,
            alt=f"The subjects that the exams of {names} share",
        ),
    )


def _weight_origins(view: CompareView) -> None:
    for label, origin in view.weight_origins.items():
        figures.fact(view.catalog, label, origin)


def _blueprints(view: CompareView) -> None:
    """The parts of each exam, as bars."""
    columns = min(len(view.sheets), _MOST_BLUEPRINTS_ABREAST)
    with st.grid(columns, min_column_width=280, gap="large"):
        for sheet in view.sheets:
            with st.container():
                st.markdown(f"**{escape(view.labels[sheet.id])}**")
                if have_weights(sheet.exam.content):
                    fact_list.show(exam.part_facts(view.catalog, sheet))
                else:
                    figures.not_found("Its weights were not found.")
