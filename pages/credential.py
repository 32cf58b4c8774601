"""One credential: what it is, its exam, its price, who may sit, and what is not known."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from cert_model import export
from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape, format_link, heading_anchor
from cert_model.schema import Credential
from cert_model.vocabulary import Status
from ui.components import chooser, claim_cards, downloads, earlier_day, exam, glossary
from ui.components.marks import LEGEND
from ui.credential import earnings, fees, rules, summary
from ui.shell import old_address as address
from ui.shell import routes
from ui.shell.resources import catalog, claims, past

PAGE = "credential"
READING_WIDTH = 900

data = catalog()
params: list[address.Param] = [
    address.Resolved("id", data.resolve),
    address.Day("at", earlier_day.EARLIEST, earlier_day.last_day(data)),
]
refused = address.read(PAGE, params)
address.explain(refused)

key = chooser.choose_one(PAGE, "id", data)
address.write(PAGE, params)
if key is None:
    st.title("Which credential?")
    st.markdown("Choose one above, or find it by what it covers.")
    st.page_link(routes.EXPLORE, label="Find a credential")
    st.stop()

day = earlier_day.chosen(PAGE)
if day is not None:
    data = past(day)
sheet = data.credentials[key]
issuer = data.issuers[sheet.issuer]

st.title(f"{sheet.code} · {sheet.name}")
by = format_link(issuer.name, issuer.website)
if day is not None:
    earlier_day.banner(PAGE, day)
status = sheet.status.value or Status.UNKNOWN
remark = "" if status is Status.ACTIVE else f" · **status: {status.label.lower()}**"
st.markdown(f"{by} · {sheet.level.label} level{remark}")
with st.container(width=READING_WIDTH):
    st.markdown(escape(sheet.summary))
    st.markdown(f":small[{LEGEND} · – not found. Press a figure for its date and sources.]")

with st.grid(3, min_column_width=150, border=True):
    summary.headline(data, sheet)
with st.container(horizontal=True):
    if st.button("Prepare for it"):
        routes.prepare(key)
    if st.button("Report a correction"):
        routes.correct(key)
    earlier_day.choose(PAGE, catalog())
    with st.popover("Download this sheet", type="tertiary"):
        downloads.buttons(
            key.replace("/", "-"),
            csv=partial(export.write_sheet_csv, data, key),
            json=partial(export.write_sheet_json, data, key),
        )

outline: list[tuple[str, Callable[[Catalog, Credential], None]]] = [
    ("The exam", exam.exam),
    ("What the exam asks about", exam.blueprint),
    ("Who may sit", rules.eligibility),
    ("What it costs", fees.fees),
    ("Keeping it", rules.renewal),
    ("Who passes", exam.pass_rates),
    ("What people with it report earning", earnings.earnings),
    ("What it covers", summary.scope),
    ("More about it", summary.more),
    (f"About {issuer.letters}", summary.issuer),
]
if sheet.apprentice:
    outline.insert(3, ("The apprentice mark", rules.apprentice))
if claims().about(sheet.id):
    outline.append(("Claims about it", claim_cards.about_credential))
if sheet.disputed:
    outline.append(("Where sources disagree", summary.disputes))
if sheet.unknown:
    outline.append(("What we do not know, and whom to ask", summary.unknown))

with st.sidebar:
    st.markdown("**On this page**")
    st.markdown("\n".join(f"- [{title}](#{heading_anchor(title)})" for title, _ in outline))

with st.container(width=READING_WIDTH):
    for title, draw in outline:
        st.header(title, anchor=heading_anchor(title), help=glossary.for_label(title))
        with st.container(gap="xsmall"):
            draw(data, sheet)
