"""Explore's content the ordinary way, to measure against: charts and table made on each run.

It shows the same rows, filters and pictures in plain pandas and Altair, and shares no code of
the app's screens, so that it stays as it is when they get faster. It leaves out the choices in
the address, the picks, and the sentences over the charts, which all favors the stock page.
"""

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st

from cert_model.catalog import Catalog, load_catalog
from cert_model.explore import ordering
from cert_model.explore.credential_filters import credential_filters
from cert_model.explore.filters import Facet, Filters
from cert_model.formatting import format_count
from cert_model.frames import frames_of
from ui.charts.style import COLORED_ISSUERS, color_group

MOST_IN_MATRIX = 16
MOST_TAGS = 14
COLUMNS = {
    "label": "Letters",
    "name": "Name",
    "issuer_letters": "Issuer",
    "level": "Level",
    "exam_fee_low": "Lowest price",
    "exam_fee_high": "Highest price",
    "questions": "Questions",
    "minutes": "Minutes",
    "pass_rate": "Pass rate",
    "ceus": "CEUs",
}


@st.cache_resource
def load() -> tuple[Catalog, Filters]:
    """The catalog and its filters, once for all sessions."""
    data = load_catalog()
    return data, credential_filters(data)


def chosen_in(facet: Facet) -> frozenset[str]:
    """What the session holds for a facet before its pills are drawn."""
    value = st.session_state.get(facet.name)
    return frozenset([value] if isinstance(value, str) else value or [])


def pills(facet: Facet, counts: dict[str, int]) -> None:
    """One facet, with the number of matches behind each term."""
    st.pills(
        facet.label,
        list(facet.terms),
        selection_mode="single" if facet.exclusive else "multi",
        format_func=lambda term: f"{facet.terms[term]} · {counts[term]}",
        key=facet.name,
    )


def effort_points(rows: pd.DataFrame, effort: str) -> pd.DataFrame:
    """The credentials whose price and effort are known, as the chart needs them."""
    known = rows.dropna(subset=["exam_fee_low", effort])
    return pd.DataFrame(
        {
            "id": known["id"],
            "name": known["label"] + ", " + known["name"],
            "issuer": known["issuer_letters"].map(color_group),
            "low": known["exam_fee_low"],
            "high": known["exam_fee_high"],
            "questions": known["questions"],
            "minutes": known["minutes"],
            "tag": known["label"] if len(known) <= MOST_TAGS else "",
        }
    )


def sorted_rows(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    """The rows by the column behind an order, unknown values last."""
    columns = {
        "price": "exam_fee_low",
        "name": "code",
        "issuer": "issuer_letters",
        "length": "minutes",
        "first_year": "exam_fee_low",
        "upkeep": "exam_fee_low",
    }
    name = order.removeprefix(ordering.DESCENDING)
    return rows.sort_values(
        [columns.get(name, name), "code", "id"],
        ascending=[name == order, True, True],
        na_position="last",
    )


def scope_cells(scope: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """One row per credential and setting or code set, in the list's and the terms' order."""
    shown = rows[["id", "label", "name"]].reset_index(drop=True)
    shown["row"] = shown.index
    cells = scope[scope["kind"] != "role"].merge(shown, left_on="credential", right_on="id")
    cells["column"] = cells["rank"] + np.where(cells["kind"] == "setting", 0, 100)
    return cells[["label", "name", "row", "term_label", "column", "kind"]]


def effort_chart(points: pd.DataFrame, effort: str) -> alt.LayerChart | alt.FacetChart:
    """Price against effort: a rule over the prices, a point, and letters."""
    titles = {"questions": "Questions in the exam", "minutes": "Minutes allowed"}
    color = alt.Color(
        "issuer:N",
        title=None,
        scale=alt.Scale(domain=list(COLORED_ISSUERS)),
        legend=alt.Legend(orient="bottom", columns=3, symbolType="circle"),
    )
    base = alt.Chart(points).encode(
        x=alt.X(
            f"{effort}:Q",
            title=titles[effort],
            axis=alt.Axis(format="d", tickMinStep=1),
            scale=alt.Scale(zero=False, padding=18),
        ),
        y=alt.Y("high:Q", title="Exam price", axis=alt.Axis(format="$,.0f")),
        tooltip=[
            alt.Tooltip("name:N", title="Credential"),
            alt.Tooltip("low:Q", title="Lowest price", format="$,.0f"),
            alt.Tooltip("high:Q", title="Highest price", format="$,.0f"),
            alt.Tooltip("questions:Q", title="Questions"),
            alt.Tooltip("minutes:Q", title="Minutes"),
        ],
    )
    rules = base.mark_rule(strokeWidth=2, opacity=0.45).encode(y2="low:Q", color=color)
    marks = base.mark_point(filled=True, size=90, opacity=0.8).encode(color=color)
    tags = base.mark_text(dx=8, dy=-7, align="left", fontSize=11).encode(text="tag:N", color=color)
    picked = alt.selection_point(name="picked", fields=["id"], empty=False)
    return alt.layer(rules, marks.add_params(picked), tags).properties(height=400)


def scope_chart(cells: pd.DataFrame) -> alt.Chart:
    """Credentials by the settings and code sets they cover."""
    chart: alt.Chart = (
        alt.Chart(cells)
        .mark_rect(cornerRadius=2)
        .encode(
            x=alt.X(
                "term_label:N",
                title=None,
                sort=alt.SortField("column"),
                axis=alt.Axis(orient="top", labelAngle=-45, ticks=False, domain=False),
            ),
            y=alt.Y(
                "label:N",
                title=None,
                sort=alt.SortField("row"),
                axis=alt.Axis(ticks=False, domain=False, labelLimit=110),
            ),
            color=alt.Color("kind:N", title=None, legend=alt.Legend(orient="bottom")),
            tooltip=[
                alt.Tooltip("name:N", title="Credential"),
                alt.Tooltip("term_label:N", title="Covers"),
            ],
        )
        .properties(height={"step": 17})
    )
    return chart


st.set_page_config(page_title="Stock", layout="wide")
data, index = load()

st.title("Find a credential")
words = st.text_input("Search names, abbreviations and places of work", max_chars=100, key="q")
chosen = {name: chosen_in(facet) for name, facet in index.facets.items()}
counts = index.counts(chosen, words)
with st.sidebar:
    for each in index.facets.values():
        pills(each, counts[each.name])

names = [name for each in ordering.ORDERS for name in (each, f"{ordering.DESCENDING}{each}")]
order = st.selectbox("Order", names, format_func=ordering.describe_order, key="order")
matching = index.matching(chosen, words)
credentials = frames_of(data).credentials
rows = sorted_rows(credentials[credentials["id"].isin(matching)], order)
st.markdown(f"**{len(rows)} of {format_count(len(data.credentials), 'credential')} match**.")

if not rows.empty:
    cost, scope = st.columns(2, gap="large")
    with cost:
        st.subheader("Price and length of the exam")
        measure = st.segmented_control(
            "Measure length in", ["minutes", "questions"], default="minutes", required=True
        )
        chart = effort_chart(effort_points(rows, measure), measure)
        st.altair_chart(chart, on_select="rerun", key="chart")
    with scope:
        st.subheader("What it covers")
        covered = scope_cells(frames_of(data).scope, rows.head(MOST_IN_MATRIX))
        st.altair_chart(scope_chart(covered))
    st.subheader("Matching credentials")
    st.dataframe(rows[list(COLUMNS)].rename(columns=COLUMNS), hide_index=True)
