"""What people report earning, whom each survey asked, and what it does not say."""

from collections.abc import Sequence

import streamlit as st

from cert_model import careers
from cert_model.careers import survey_sentences
from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.schema.careers import SurveyRow
from ui.careers import data, tables
from ui.charts import career_specs
from ui.components import figures, open_questions, views

BESIDE = [2, 5]
"""The caveat stands first, so that a phone shows it above the picture."""


def by_credential(catalog: Catalog) -> None:
    """Pay by credential; the picture shows the newest figures of each."""
    rows = careers.newest_rows_by_credential(catalog)
    takeaway = survey_sentences.describe_by_credential(rows)
    views.headline(takeaway)
    _survey(
        catalog,
        rows,
        careers.survey_rows_by_credential(catalog),
        takeaway,
        "Pay by credential, every survey, as a table",
        "The newest figures of each credential, the newest survey first, within it the highest "
        "figure first. Compare within one year and measure only: other surveys asked other people.",
    )


def by_number(catalog: Catalog) -> None:
    """Pay by how many credentials are held; the picture shows the newest survey alone."""
    rows = careers.newest_rows_by_number(catalog)
    takeaway = survey_sentences.describe_by_number(rows)
    st.markdown(escape(takeaway))
    _survey(
        catalog,
        rows,
        careers.survey_rows_by_number(catalog),
        takeaway,
        "Pay by number of credentials, every survey, as a table",
        "From the fewest credentials to the most.",
    )


def by_setting(catalog: Catalog) -> None:
    """Pay by place of work; the table holds region, experience and schooling too."""
    rows = careers.newest_rows_by_setting(catalog)
    takeaway = survey_sentences.describe_by_setting(rows)
    st.markdown(escape(takeaway))
    _survey(
        catalog,
        rows,
        careers.survey_rows_by_other_group(catalog),
        takeaway,
        "Pay by place of work, region, experience and schooling, every survey, as a table",
        "The highest figure first.",
    )


def _survey(
    catalog: Catalog,
    drawn: Sequence[SurveyRow],
    listed: Sequence[SurveyRow],
    takeaway: str,
    title: str,
    order: str,
) -> None:
    """The caveat and the respondents beside the picture, and under it every survey's figures."""
    caveats, picture = st.columns(BESIDE, gap="large")
    with caveats:
        for publisher in dict.fromkeys(row.publisher for row in drawn):
            caveat = careers.survey_caveat(catalog, publisher)
            if caveat:
                st.markdown(f"**{escape(publisher)}** {escape(caveat)}")
        st.markdown(
            "A difference between groups of people is not what a credential adds to one's pay."
        )
        answered = {row.year: careers.survey_respondents(catalog, row) for row in drawn}
        st.markdown(
            f"**How many answered**  \n{escape(survey_sentences.describe_respondents(answered))}"
        )
    with picture:
        st.vega_lite_chart(
            data.surveys(catalog, drawn),
            career_specs.labelled_bars("$"),
            alt=takeaway,
            key=f"survey:{title}",
        )
        st.markdown(f":small[{escape(order)}]")
    with figures.on_demand(title) as opened:
        if opened:
            counts = [careers.survey_respondents(catalog, row) for row in listed]
            st.table(tables.surveys(catalog, listed, counts), hide_index=True, alt=takeaway)


def effect(catalog: Catalog) -> None:
    """The certified beside the others, computed both ways."""
    found = careers.pay_gaps(catalog)
    if not found:
        figures.not_found("No comparison was found.")
        return
    takeaway = survey_sentences.describe_gap(found[0])
    st.markdown(escape(takeaway))
    caveats, picture = st.columns(BESIDE, gap="large")
    with caveats:
        gap_range = survey_sentences.describe_gap_range(found)
        st.markdown(
            "Two groups of people, not the effect of a certificate: the certified also tend to "
            f"have more schooling and more years of work. {escape(gap_range)}"
        )
        st.markdown(
            "The same two figures give two percentages. Most people mean the larger one, which "
            "divides by what the others earn; it is the one drawn."
        )
        for row in careers.other_comparisons(catalog):
            text = f"{row.certified:g} % of the certified"
            against = f"{row.not_certified:g} % of the others"
            st.markdown(f"**Out of work, {row.year}**, {escape(row.population)}")
            figures.figure(catalog, text, row)
            figures.figure(catalog, against, row)
    with picture:
        st.vega_lite_chart(
            data.gaps(catalog, found), career_specs.labelled_bars("%"), alt=takeaway, key="gaps"
        )
        st.markdown(":small[Newest first.]")
    with figures.on_demand("Certified and not, both ways of computing, as a table") as opened:
        if opened:
            st.table(tables.gaps(catalog, found), hide_index=True, alt=takeaway)


def remote(catalog: Catalog) -> None:
    """How many work remotely, and whether anybody stands behind the figure."""
    rows = catalog.careers.findings.remote
    st.markdown(escape(survey_sentences.describe_remote_work(rows)))
    for row in rows:
        doubt = "" if row.confirmed else " (which survey this is from was not established)"
        with figures.row(f"{row.publisher}, {row.year}"):
            figures.figure(catalog, f"{row.percent:g} % {row.measure}{doubt}", row)


def findings(catalog: Catalog) -> None:
    """What surveys say that is no single figure, newest first."""
    with figures.on_demand("What else surveys say") as opened:
        if opened:
            for each in sorted(catalog.careers.findings.findings, key=lambda found: -found.year):
                with figures.row(f"{each.publisher}, {each.year}"):
                    figures.figure(catalog, each.text, each)


def open_ends(catalog: Catalog) -> None:
    """Where sources disagree, and what is not known."""
    held = catalog.careers.findings
    with figures.on_demand("Where sources disagree, and what is not known") as opened:
        if opened:
            for dispute in held.disputed:
                open_questions.draw_dispute(catalog, dispute)
            open_questions.draw_unknown(held.unknown)
