"""Start: what this answers, the doors to what exists, and why to trust it."""

import streamlit as st

from cert_model import formatting
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from ui.components import downloads, marks
from ui.shell import routes
from ui.shell.resources import catalog

READING_WIDTH = 720
QUESTIONS = {
    routes.GUIDE: "New to the field? Read the guide",
    routes.EXPLORE: "Which credential fits?",
    routes.ELIGIBILITY: "For which exams may I sit now?",
    routes.COSTS: "What will it cost over the years?",
    routes.PREPARE: "How do I get ready?",
    routes.CAREERS: "What does the work pay?",
    routes.COMPARE: "How do several differ, side by side?",
    routes.CLAIMS: "Is it true what people say?",
    routes.DATA_HEALTH: "How good is the data?",
}

data = catalog()
counts = data.counts

st.title("Choose a medical coding credential with your eyes open")
st.markdown(
    "CPC, CCS, CCA, RHIT, CBCS … What does each credential cover, what does its exam ask and "
    "cost, who may sit for it, and what keeps it alive? Every figure here opens to its source "
    "and its date. What nobody publishes is called not found.",
    width=READING_WIDTH,
)

with st.grid(3, min_column_width=260, gap="small", border=True):
    for page, question in QUESTIONS.items():
        st.page_link(page, label=question)

with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown("Or begin with")
    for label, query in (
        ("No experience yet", {"level": "entry", "status": "active"}),
        ("Hospital inpatient coding", {"setting": "inpatient-facility", "role": "coding"}),
        ("Exams taken at home", {"online": "yes"}),
    ):
        if st.button(label):
            st.switch_page(routes.EXPLORE, query_params=query)
    if st.button("CPC, CCS and CCA side by side"):
        routes.compare(["aapc/cpc", "ahima/ccs", "ahima/cca"])

opened = st.selectbox(
    "Or open a credential whose letters you know",
    list(data.credentials),
    index=None,
    format_func=lambda each: overviews(data)[each].title,
    placeholder="Type letters or a name",
    width=READING_WIDTH,
)
if opened:
    routes.open_credential(opened)

st.header("What it stands on")
with st.grid(5, min_column_width=140):
    st.metric("Credentials", formatting.format_amount(counts["credentials"]))
    st.metric("Issuers", formatting.format_amount(counts["issuers"]))
    st.metric("Sourced statements", formatting.format_amount(counts["facts"]))
    st.metric("Sources", formatting.format_amount(counts["sources"]))
    st.metric("Newest evidence", f"{data.newest_evidence:%b %Y}")

st.markdown(
    "Nobody pays to be listed or ranked. The order of every list is said in words above it, "
    "and there is no score of ours. Where sources disagree, both sides are shown with the "
    "reason for the one taken.",
    width=READING_WIDTH,
)
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown("The whole catalog, every fact with its sources:")
    downloads.catalog(data)

st.header("How good a figure is")
st.markdown(
    "A small mark stands beside each figure. Press it for the value, its date, every source, what "
    "it was before, and who says otherwise.\n\n"
    + "\n".join(f"- {mark} {escape(text)}" for mark, text in marks.MEANINGS.items()),
    width=READING_WIDTH,
)
