"""The claim checker: what people say about credentials, held against its sources."""

import streamlit as st

from cert_model.content.claims import ORDER, takeaway
from cert_model.formatting.markdown import escape
from ui.claims import alone
from ui.components import choices, facets
from ui.components import claim_cards as cards
from ui.shell import address, viewport
from ui.shell.resources import catalog, claims

READING_WIDTH = 820
FIRST = 12
PAGE = cards.PAGE
EVERY = address.key(PAGE, "every")

data, known = catalog(), claims()
index = known.filters
params = [
    address.Resolved("claim", known.resolve),
    *facets.params(index),
    address.One("every", ["yes"]),
]
refused = address.read(PAGE, params)
chosen = st.session_state[address.key(PAGE, "claim")]

if chosen:
    checked = known.all[chosen]
    with st.container(width=READING_WIDTH):
        st.title(cards.quoted(checked.claim))
        address.explain(refused)
        alone.verdict(checked)
        alone.ways_on(PAGE, params, checked)
        alone.draw(data, checked)
else:
    st.title("Claim checker")
    for each in address.explain(refused):
        if each.name == "claim" and (near := known.nearest(each.text)):
            st.markdown("Did you mean one of these?")
            cards.lines([known.all[key] for key in near], here=True)
    st.markdown(
        "What people say about medical coding credentials, held against its sources.",
        width=READING_WIDTH,
    )
    choices.search(
        PAGE, "Search claims, answers and letters", "CPC, pass rate, two years …", READING_WIDTH
    )
    now = facets.in_force(PAGE, index)
    with (
        st.popover(f"Filters · {len(now.named)} in force") if viewport.narrow() else st.container()
    ):
        facets.panel(PAGE, index, index.counts(now.choices, now.words))

    shown = [known.all[key] for key in index.matching(now.choices, now.words)]
    if shown:
        st.markdown(f"**{escape(takeaway(shown))}** :small[{ORDER.capitalize()}.]")
    with st.container(horizontal=True, gap="small"):
        facets.chips(PAGE, index, now)
        with st.popover("Link to this view", type="tertiary"):
            st.code(address.link(PAGE, params), language=None, wrap_lines=True)

    if not shown:
        facets.explain_empty(PAGE, index, now, "claim")
    every = st.session_state[EVERY] == "yes"
    cards.cards(data, shown if every else shown[:FIRST])
    if not every and len(shown) > FIRST:
        st.button(
            f"Show all {len(shown)}", on_click=st.session_state.update, args=({EVERY: "yes"},)
        )
address.write(PAGE, params)
