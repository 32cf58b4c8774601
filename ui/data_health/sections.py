"""The views of the page The data: what is known, the worklists, and whom to ask."""

from functools import partial

import streamlit as st

from cert_model.catalog import Catalog, CatalogError
from cert_model.formatting import format_count
from cert_model.formatting.markdown import escape
from cert_model.prices.sentences import HOW_CHECKED
from cert_model.quality import HOW_TO_CORRECT
from ui.charts import quality_specs
from ui.components import choices, downloads, earlier_day, figures
from ui.components.table import draw_table
from ui.data_health import tables
from ui.data_health.about import ABOUT
from ui.data_health.examples import LANGUAGES, assistant_settings
from ui.data_health.tables import Table
from ui.data_health.view_model import LISTS, DataHealthState, DataHealthView, Listing
from ui.shell import address, browser, routes, session

PAGE = DataHealthState.page
_READING_WIDTH = 720


def refused_data(error: CatalogError | None, shown: Catalog) -> None:
    """Warn that the files hold newer data with errors, and that older ones are shown."""
    if error is None:
        return
    count = format_count(len(error.problems), "error")
    st.warning(
        f"The newest data has {count} and is not shown. Until its files are corrected you see the "
        f"last good data, version {shown.fingerprint}."
    )
    figures.on_demand(
        "What is wrong with the newest data",
        lambda: st.code(error.report(), language=None, wrap_lines=True),
    )


def choose_issuer(catalog: Catalog) -> None:
    """The box that narrows a view to one issuer."""
    st.selectbox(
        "Issuer",
        list(catalog.issuers),
        index=None,
        format_func=lambda issuer: catalog.issuers[issuer].letters,
        placeholder="All issuers",
        key=session.key(PAGE, "issuer"),
        persist_state="session",
        width=200,
    )


def coverage(view: DataHealthView) -> None:
    """How well the figures that people compare are known, credential by credential."""
    takeaway = view.coverage_takeaway
    st.markdown(f"**{escape(takeaway)}**")
    st.markdown(f":small[{escape(tables.STATE_LEGEND)}]")
    if browser.narrow():
        rows, spec = view.coverage_counts, quality_specs.coverage_by_field()
    else:
        rows, spec = view.coverage_cells, quality_specs.coverage_map()
    st.vega_lite_chart(rows, spec, alt=takeaway, key="coverage")
    figures.on_demand("Coverage as a table", lambda: draw_table(view.coverage_table, alt=takeaway))


def worklist(view: DataHealthView) -> None:
    """What to look at next, most harm first."""
    choices.choose_term(PAGE, "list", "List", LISTS)
    _listing(view.worklist)

    def draw() -> None:
        st.markdown(
            "The highest weight is 5. The weights only order these lists; they do not judge any "
            "credential. Anything not named here weighs 1."
        )
        draw_table(tables.harms_table(), alt="How much harm an error does")

    figures.on_demand("How much harm an error does, and why", draw)


def disputes(view: DataHealthView) -> None:
    """Both sides of each dispute, and why one was taken."""
    _listing(view.disputes)


def estimates(view: DataHealthView) -> None:
    """How far estimates miss values that were read, and what is estimated."""
    narrow = browser.narrow()
    takeaway = view.estimates_takeaway
    st.markdown(f"**{escape(takeaway)}**")
    st.markdown(f":small[{escape(HOW_CHECKED)}]")
    _show(view.estimates_check, takeaway, narrow=narrow)
    figures.on_demand(
        "Everything that is estimated, with its rule",
        lambda: _show(view.estimated, "Everything that is estimated", narrow=narrow),
    )


def ask_issuer(view: DataHealthView) -> None:
    """The questions to one issuer as text, or how many are open with each."""
    mail = view.email_to_issuer
    if mail is None:
        st.markdown("**Choose an issuer above to get the text of an email to it.**")
        questions = view.open_questions
        draw_table(questions, width="content", alt="Open questions by issuer")
        return
    st.markdown("**Copy this into an email, or download it.**")
    file_name = f"questions-to-{view.state.issuer}.txt"
    downloads.text("Download the questions (.txt)", mail, file_name, "text/plain")


def changes(view: DataHealthView) -> None:
    """What is different today from an earlier day, in words."""
    earlier_day.choose(PAGE, "since", "Since", view.catalog)
    _listing(
        view.changes,
        "The earlier day is rebuilt from the dates known today. A figure first read after that day "
        "counts as not known then, even if it was already true.",
    )


def correction(view: DataHealthView) -> None:
    """Choose a credential and a figure, and read what to send."""
    choices.choose_credential(PAGE, "id", view.catalog)
    if view.state.credential is None:
        st.markdown("Choose the credential, then the figure that is wrong.")
        return
    labels = view.correctable_fields
    st.selectbox(
        "Figure",
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        placeholder="Which figure is wrong?",
        key=session.key(PAGE, "fact"),
        persist_state="session",
    )
    text = view.correction
    if text is None:
        st.markdown("Choose the figure that is wrong; figures not found come last.")
        return
    st.markdown(escape(HOW_TO_CORRECT))
    file_name = f"correction-{view.state.credential.replace('/', '-')}.md"
    downloads.text("Download the correction (.md)", text, file_name, "text/markdown")


def use_the_data(view: DataHealthView) -> None:
    """Lines to copy that take the data from the API."""
    st.markdown(
        "**Use the answers of this app in your own program, as JSON or CSV. No key is needed.**"
    )
    api = address.api()
    st.markdown(
        ":small[An address may make 10 requests a second. We store nothing that you ask. "
        f"{api}/openapi.json describes every address and every answer for software. "
        "Where you show a figure, show its source and its date as well.]"
    )
    choices.choose_term(PAGE, "in", "Written in", LANGUAGES)
    for example in view.examples(api):
        st.header(example.task)
        _code(example.code)
    _let_an_assistant_ask()


def about(_view: DataHealthView) -> None:
    """Whom the app belongs to, what it keeps and where, and how to report a figure."""
    st.markdown(ABOUT, width=_READING_WIDTH)
    st.button(
        "Report a correction",
        key="about:report",
        on_click=session.choose,
        args=(PAGE, {"view": "report"}),
    )


def _let_an_assistant_ask() -> None:
    """What to paste into the settings of an assistant that speaks MCP."""
    st.header("Let an assistant ask")
    is_here = routes.assistants_are_answered()
    where = "this app" if is_here else "a checkout of CertLens, once make setup has run there"
    st.markdown(
        f"An assistant that speaks the Model Context Protocol, such as Claude, can ask {where}. "
        "Paste this into its settings, and ask: *How do the CPC and the CCS differ?*"
    )
    _code(assistant_settings(f"{address.pages()}{routes.ASSISTANTS}" if is_here else None))


def _code(lines: str) -> None:
    """Lines to copy; in colors, some words would be too pale to read."""
    st.code(lines, language=None, wrap_lines=True)


def _listing(listing: Listing, remark: str = "") -> None:
    """The takeaway, the first rows, and the rest on demand."""
    st.markdown(f"**{escape(listing.takeaway)}**")
    if remark:
        st.markdown(f":small[{escape(remark)}]")
    narrow = browser.narrow()
    if listing.first is not None:
        _show(listing.first, listing.takeaway, narrow=narrow)
    for title, table in listing.folds.items():
        figures.on_demand(title, partial(_show, table, title, narrow=narrow))


def _show(table: Table, alt: str, *, narrow: bool) -> None:
    """A table, or on a narrow screen the same rows one below the other."""
    if narrow:
        st.markdown(tables.as_cards(table))
    else:
        draw_table(table, alt=alt)
