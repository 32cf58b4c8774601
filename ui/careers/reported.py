"""What people report earning, whom each survey asked, and what it does not say."""

from collections.abc import Sequence

import streamlit as st

from cert_model import career_takeaways, careers
from cert_model.catalog import Catalog
from cert_model.schema.careers import SurveyRow
from ui import figures, open_questions
from ui.careers import charts, data, tables
from ui.markdown import escape

BESIDE = [2, 5]
"""The caveat stands first, so that a phone shows it above the picture."""


def by_credential(catalog: Catalog) -> None:
    """Pay by credential, with the caveat and the respondents beside the picture."""
    rows = careers.by_credential(catalog)
    _survey(
        catalog,
        rows,
        career_takeaways.by_credential(rows),
        "Pay by credential as a table",
        "The newest survey first, within it the highest figure first. Means and medians are of "
        "different surveys: compare within one year and measure only.",
    )


def by_number(catalog: Catalog) -> None:
    """Pay by how many credentials are held; the picture shows the newest survey alone."""
    rows = careers.newest_by_number(catalog)
    _survey(
        catalog,
        rows,
        career_takeaways.by_number(rows),
        "Pay by number of credentials, every survey, as a table",
        "From the fewest credentials to the most.",
        careers.by_number(catalog),
    )


def by_setting(catalog: Catalog) -> None:
    """Pay by place of work; the table holds region, experience and schooling too."""
    rows = careers.newest_by_setting(catalog)
    _survey(
        catalog,
        rows,
        career_takeaways.by_setting(rows),
        "Pay by place of work, region, experience and schooling, every survey, as a table",
        "The highest figure first.",
        careers.by_other_group(catalog),
    )


def _survey(
    catalog: Catalog,
    rows: Sequence[SurveyRow],
    takeaway: str,
    title: str,
    order: str,
    every: Sequence[SurveyRow] | None = None,
) -> None:
    st.markdown(escape(takeaway))
    caveats, picture = st.columns(BESIDE, gap="large")
    with caveats:
        for publisher in dict.fromkeys(row.publisher for row in rows):
            caveat = careers.caveat(catalog, publisher)
            if caveat:
                st.markdown(f"**{escape(publisher)}** {escape(caveat)}")
        st.markdown("**How many answered**")
        answered = {row.year: careers.respondents(catalog, row) for row in rows}
        st.markdown(escape(career_takeaways.answered(answered)))
    with picture:
        st.vega_lite_chart(
            data.surveys(rows), charts.labelled_bars("$"), alt=takeaway, key=f"survey:{title}"
        )
        st.markdown(f":small[{escape(order)}]")
    with figures.on_demand(title) as opened:
        if opened:
            listed = every or rows
            counts = [careers.respondents(catalog, row) for row in listed]
            st.table(tables.surveys(catalog, listed, counts), hide_index=True, alt=takeaway)


def effect(catalog: Catalog) -> None:
    """The certified beside the others, computed both ways."""
    found = careers.pay_gaps(catalog)
    if not found:
        figures.not_found("No comparison was found.")
        return
    takeaway = career_takeaways.gap(found[0])
    st.markdown(escape(takeaway))
    caveats, picture = st.columns(BESIDE, gap="large")
    with caveats:
        st.markdown(
            "Two groups of people, not the effect of a certificate: the certified also tend to "
            f"have more schooling and more years of work. {escape(career_takeaways.alike(found))}"
        )
        st.markdown(
            "The same two figures give two percentages. Most people mean the larger one, which "
            "divides by what the others earn; it is the one drawn."
        )
        for row in careers.comparisons_without_pay(catalog):
            text = f"{row.certified:g} % of the certified"
            against = f"{row.not_certified:g} % of the others"
            st.markdown(f"**Out of work, {row.year}**, {escape(row.population)}")
            figures.figure(catalog, text, row)
            figures.figure(catalog, against, row)
    with picture:
        st.vega_lite_chart(data.gaps(found), charts.labelled_bars("%"), alt=takeaway, key="gaps")
        st.markdown(":small[Newest first.]")
    with figures.on_demand("Certified and not, both ways of computing, as a table") as opened:
        if opened:
            st.table(tables.gaps(catalog, found), hide_index=True, alt=takeaway)


def remote(catalog: Catalog) -> None:
    """How many work remotely, and whether anybody stands behind the figure."""
    rows = catalog.careers.findings.remote
    st.markdown(escape(career_takeaways.remote(rows)))
    for row in rows:
        doubt = "" if row.confirmed else " (which survey this is from was not established)"
        with figures.row(f"{row.publisher}, {row.year}"):
            figures.figure(catalog, f"{row.percent:g} % {row.measure}{doubt}", row)


def findings(catalog: Catalog) -> None:
    """What surveys say that is no single figure, newest first."""
    for each in sorted(catalog.careers.findings.findings, key=lambda found: -found.year):
        with figures.row(f"{each.publisher}, {each.year}"):
            figures.figure(catalog, each.text, each)


def open_ends(catalog: Catalog) -> None:
    """Where sources disagree, and what is not known."""
    held = catalog.careers.findings
    with figures.on_demand(f"{len(held.disputed)} questions on which sources disagree") as opened:
        if opened:
            for dispute in held.disputed:
                open_questions.dispute(catalog, dispute)
    open_questions.gaps(held.unknown)
