"""The sections of the page Work and pay that rest on what people report in surveys."""

import streamlit as st

from cert_model.formatting.markdown import escape
from ui.careers.chart_rows import series_in
from ui.careers.survey_views import SurveyFigures
from ui.careers.view_model import CareersView
from ui.charts import career_specs
from ui.components import figures, line_names
from ui.components.table import draw_table

_BESIDE = [2, 5]
"""The caveat stands first, so that a phone shows it above the picture."""


def by_credential(view: CareersView) -> None:
    """Pay by credential, its takeaway as the page's headline."""
    figures.headline(view.surveys.by_credential.takeaway)
    _survey(view.surveys.by_credential)


def by_number(view: CareersView) -> None:
    """Pay by the number of credentials held."""
    st.markdown(escape(view.surveys.by_number.takeaway))
    _survey(view.surveys.by_number, above=view.surveys.by_credential)


def by_setting(view: CareersView) -> None:
    """Pay by place of work."""
    st.markdown(escape(view.surveys.by_setting.takeaway))
    _survey(view.surveys.by_setting)


def _survey(survey: SurveyFigures, above: SurveyFigures | None = None) -> None:
    """The caveats and the respondents beside the picture, and every survey's figures below.

    Caveats that stand beside the figures ``above`` on the same page are not repeated.
    """
    read = {} if above is None else above.caveats
    caveats_here = {
        publisher: caveat
        for publisher, caveat in survey.caveats.items()
        if read.get(publisher) != caveat
    }
    caveats, picture = st.columns(_BESIDE, gap="large")
    with caveats:
        for publisher, caveat in caveats_here.items():
            st.markdown(f"**{escape(publisher)}** {escape(caveat)}")
        if caveats_here:
            st.markdown(
                "A difference between groups of people is not what a credential adds to your pay."
            )
        st.markdown(f"**How many answered**  \n{escape(survey.respondents)}")
    with picture:
        for place, rows in enumerate(survey.comparable):
            bars = survey.bars(rows)
            lines = line_names.most_lines(bars["title"])
            st.vega_lite_chart(
                bars,
                career_specs.labeled_bars("$", series_in(bars), lines),
                alt=survey.takeaway,
                key=f"survey:{survey.title}:{place}",
            )
        st.markdown(f":small[{escape(survey.order)} {escape(survey.left_out)}]")
    figures.on_demand(survey.title, lambda: draw_table(survey.table, alt=survey.takeaway))


def certified_and_not(view: CareersView) -> None:
    """The pay of the certified beside that of others, with the gap computed both ways."""
    surveys = view.surveys
    takeaway = surveys.gaps_takeaway
    if not takeaway:
        figures.not_found("No comparison was found.")
        return
    st.markdown(escape(takeaway))
    caveats, picture = st.columns(_BESIDE, gap="large")
    with caveats:
        st.markdown(
            "This compares two groups of people; it does not measure the effect of a certificate. "
            "The certified also tend to have more education and more years of work. "
            f"{escape(surveys.gap_range)}"
        )
        st.markdown(
            "Two amounts give two percentages. The chart shows the larger one, which most people "
            "mean: the difference as a percentage of what the others earn."
        )
        for row in surveys.unemployment:
            st.markdown(f"**Out of work, {row.year}**, {escape(row.population)}")
            figures.figure(view.catalog, f"{row.certified:g}% of the certified", row)
            figures.figure(view.catalog, f"{row.not_certified:g}% of the others", row)
    with picture:
        bars = surveys.gap_bars
        spec = career_specs.labeled_bars("%", series_in(bars), line_names.most_lines(bars["title"]))
        st.vega_lite_chart(bars, spec, alt=takeaway, key="gaps")
        st.markdown(":small[Newest first.]")
    figures.on_demand(
        "Certified and not, both ways of computing, as a table",
        lambda: draw_table(surveys.gap_table, alt=takeaway),
    )


def remote_work(view: CareersView) -> None:
    """How many work remotely, and whether the figure can be traced to a survey."""
    st.markdown(escape(view.surveys.remote_takeaway))
    for share in view.surveys.remote_shares:
        doubt = "" if share.confirmed else " (the survey behind this figure was not identified)"
        with figures.row(f"{share.publisher}, {share.year}"):
            figures.figure(view.catalog, f"{share.percent:g}% {share.measure}{doubt}", share)


def findings(view: CareersView) -> None:
    """What surveys say beyond single figures, on demand."""

    def draw() -> None:
        for finding in view.surveys.findings:
            with figures.row(f"{finding.publisher}, {finding.year}"):
                figures.figure(view.catalog, finding.text, finding)

    figures.on_demand("What else surveys say", draw)
