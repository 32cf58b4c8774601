"""The sections of the page What I hold, from the answer to what to do next."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting import format_count
from cert_model.formatting.markdown import escape, format_link
from cert_model.renewal import sentences
from cert_model.renewal.what_if import Difference, difference_sentence
from cert_model.schema.preparation import CeuOffer
from ui.charts import keep_specs
from ui.components import choices, downloads, fact_list, figures, sharing
from ui.components.fact_list import FactList
from ui.components.sharing import describe_revealed
from ui.components.table import draw_table
from ui.keep import boxes
from ui.keep.requests import EXAMPLE_IDS, example_labels
from ui.keep.state import KeepState
from ui.keep.view_model import KeepView
from ui.shell import device, routes, session

PAGE = KeepState.page
WHAT_IT_TAKES = "What does it take to keep your credentials?"
STYLE = '@media (max-width: 768px) { [data-testid="stMain"] h1 { font-size: 1.5rem } }'
"""The answer is smaller on a phone."""


def nothing_held(catalog: Catalog) -> None:
    """What the page is for, a box to add what is held, and an example."""
    st.title(WHAT_IT_TAKES, anchor=False)
    st.markdown(
        "Add what you hold, at one issuer or several. You will see which CEUs are due when, the "
        "fees and their dates, and what happens if you miss one."
    )
    boxes.holdings(catalog)
    st.button(
        f"Show an example: {escape(example_labels(catalog))}",
        on_click=session.choose,
        args=(PAGE, {"example": "yes"}),
    )


def whom_for(view: KeepView) -> None:
    """That this is an example, and how to leave it or make it one's own."""
    if not view.is_example:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(
            f"An example: someone who holds the {escape(example_labels(view.catalog))}.",
            width="content",
        )
        st.button(
            ":primary[Enter what I hold]",
            type="tertiary",
            key="keep:own",
            on_click=session.choose,
            args=(PAGE, {"example": "no", "add": None, "drop": None}),
        )
        st.button(
            ":primary[I hold these]",
            type="tertiary",
            key="keep:these",
            on_click=_make_own,
            args=(view.catalog,),
        )


def _make_own(catalog: Catalog) -> None:
    """Callback: the visitor holds what the example does, with days of their own."""
    boxes.hold_all(catalog, tuple(EXAMPLE_IDS))
    session.choose(PAGE, {"example": "no"})


def answer(view: KeepView) -> None:
    """The answer: what is due by when, what one has, and what is to be paid next."""
    st.title(escape(view.headline), anchor=False)
    if view.further:
        st.markdown(" ".join(map(escape, view.further)))


def what_is_held(view: KeepView) -> None:
    """The boxes for what is held, since when, and what has been earned."""
    if view.is_example:
        return
    st.header("What you hold")
    boxes.holdings(view.catalog)
    for part in view.parts_as_held:
        issuer = part.issuer
        with st.container(border=True, gap="small"):
            st.markdown(f"**{escape(issuer.letters)}**")
            with st.grid(3, min_column_width=200):
                ids = [
                    key for key in view.held if view.catalog.credentials[key].issuer == issuer.id
                ]
                for key in ids:
                    with st.container(gap="xxsmall"):
                        boxes.passed_box(view.catalog, key)
                with st.container(gap="xxsmall"):
                    boxes.renews_box(view.catalog, issuer.id, view.end_label(part))
                with st.container(gap="xxsmall"):
                    boxes.earned_box(view.catalog, issuer.id)
                if view.may_choose_membership(part):
                    boxes.member_box(view.catalog, issuer.id)
    st.markdown(
        ":small[A month is enough. Leave blank what you do not know; the page says what depends on "
        f"it. {escape(sentences.ASSUMPTION)}]"
    )


def strip(view: KeepView) -> None:
    """The dates of the next two years as a picture and as a table."""
    takeaway = view.strip_takeaway
    figures.section(view.strip_title, escape(takeaway))
    if not view.events:
        return
    st.vega_lite_chart(view.strip_rows, keep_specs.strip(), alt=takeaway, key="keep:strip")
    if len(view.coming) < len(view.events):
        st.markdown(":small[The dotted line is today.]")
    figures.on_demand(
        "The dates as a table",
        lambda: draw_table(view.event_table, alt=takeaway),
    )


def what_if(view: KeepView) -> None:
    """What one credential more, or one less, would change."""
    st.header("What if")
    with st.grid(2, min_column_width=320, gap="large"):
        choices.credential_box(
            view.catalog,
            [key for key in view.catalog.credentials if key not in view.held],
            "What if I add …",
            session.key(PAGE, "add"),
        )
        st.pills(
            "What if I drop …",
            view.held,
            format_func=view.catalog.labels.__getitem__,
            key=session.key(PAGE, "drop"),
            persist_state="session",
        )
    _difference(view, view.addition)
    _difference(view, view.omission)


def _difference(view: KeepView, difference: Difference | str | None) -> None:
    if difference is None:
        return
    if isinstance(difference, str):
        st.markdown(escape(difference))
        return
    sentence = difference_sentence(view.catalog, difference)
    st.markdown(f"**{escape(sentence)}**")
    draw_table(view.difference_table(difference), alt=sentence)
    if not difference.is_complete:
        st.markdown(":small[A price or a number of CEUs that this depends on was not found.]")


def offers(view: KeepView) -> None:
    """Where CEUs come from, a fold for each issuer: the free ones first, with their price."""
    offered = view.offers
    name = f"offers {' '.join(offered)}"
    fact_list.draw(view.catalog, name, partial(_offers_by_issuer, offered))
    lacking = [part.issuer.letters for part in view.parts if part.issuer.id not in offered]
    if lacking:
        st.markdown(f"No source of CEUs was found for {escape(', '.join(lacking))}.")


def _offers_by_issuer(offered: Mapping[str, Sequence[CeuOffer]], facts: FactList) -> None:
    facts.heading("Where to get CEUs")
    if offered:
        facts.text(
            "Free sources come first. Each is listed under the issuer for which it was found."
        )
    for issuer, listed in offered.items():
        letters = facts.catalog.issuers[issuer].letters
        with facts.fold(letters, format_count(len(listed), "source")):
            for offer in listed:
                _offer(offer, facts)


def _offer(offer: CeuOffer, facts: FactList) -> None:
    cells = [facts.cell_of(offer.price_per_ceu, "$ a CEU")] if offer.price_per_ceu else []
    for price in offer.prices:
        cells.append(facts.cell_of(price.amount, f"$ for {price.label}"))
    if offer.ceus is not None:
        cells.append(facts.cell_of(offer.ceus, "CEUs"))
    notes = dict.fromkeys(
        filter(None, (fact.note for fact in (offer.price_per_ceu, offer.ceus) if fact))
    )
    facts.row(
        offer.name,
        *(cells or [fact_list.not_found("price not found")]),
        *map(fact_list.small, notes),
    )


def not_known(view: KeepView) -> None:
    """What is not known, and whom to ask."""
    if not view.unknown:
        return
    lines = []
    for point in view.unknown:
        ask = f" Ask: {format_link(point.ask, point.ask)}" if point.ask else ""
        lines.append(f"- {escape(point.what)}{ask}")
    figures.section("What we do not know", "\n".join(lines))


def take_away(view: KeepView, link: str) -> None:
    """The dates for a calendar, and the page as a link."""
    st.header("Calendar and link")
    with st.container(horizontal=True):
        downloads.link("Download calendar (.ics)", "keep.ics", view.file_query)
        sharing.link("Share this page", link, view.visitor)
        device.keep_without_tray(view.catalog)
    st.markdown(
        ":small[The calendar reminds you 90, 30 and 7 days before each date; download it again "
        f"later to update your dates. {escape(describe_revealed(view.visitor))}]"
    )


def next_pages(ids: Sequence[str]) -> None:
    """Where to look deeper."""
    with st.container(horizontal=True):
        st.page_link(routes.COSTS, label=":primary[What they cost over the years]")
        st.page_link(routes.EXPLORE, label=":primary[Find another credential]")
        if st.button("Read about them") and ids:
            routes.open_credential(ids[0])
