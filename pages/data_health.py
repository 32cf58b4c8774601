"""Health: how good the data is, what to look at next, whom to ask, and what changed."""

import streamlit as st

from cert_model.formatting.markdown import escape
from cert_model.quality import sentences
from ui.components import downloads, earlier_day, views
from ui.data_health import correction, lists, past
from ui.shell import old_address as address
from ui.shell.resources import catalog, coverage, disputed

PAGE = "data_health"
VIEWS = {
    "coverage": "Coverage",
    "worklist": "Worklist",
    "disputes": "Disputes",
    "ask": "Ask the issuer",
    "changes": "What changed",
    "report": "Report a correction",
}
BY_ISSUER = ("coverage", "worklist", "disputes", "ask")

data = catalog()
view_param = views.View(VIEWS, lambda: "coverage")
params: list[address.Param] = [
    view_param,
    address.One("issuer", list(data.issuers)),
    address.One("list", list(lists.LISTS), "old"),
    address.Day("since", earlier_day.EARLIEST, earlier_day.last_day(data)),
    address.Resolved("id", data.resolve),
    address.Words("fact", correction.LONGEST_FIELD),
]
refused = address.read(PAGE, params)
refused += correction.drop_what_is_not_there(PAGE, data)

st.title("How good is the data?")
address.explain(refused)
known, disputes = coverage(), disputed()
st.markdown(f"**{escape(sentences.describe_data(data, known, disputes))}**", width=900)
view = views.choose(PAGE, view_param)
issuer = (
    st.selectbox(
        "Issuer",
        list(data.issuers),
        index=None,
        format_func=lambda each: data.issuers[each].letters,
        placeholder="All issuers",
        key=address.key(PAGE, "issuer"),
        persist_state="session",
        width=200,
    )
    if view in BY_ISSUER
    else None
)

if view == "coverage":
    lists.coverage(data, known.of_issuer(issuer))
elif view == "worklist":
    lists.worklist(PAGE, data, issuer)
elif view == "disputes":
    lists.disputes(data, issuer, disputes)
elif view == "ask":
    lists.ask(data, issuer)
elif view == "changes":
    past.changes(PAGE, data)
else:
    correction.draw(PAGE, data)
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(":small[Check it yourself: every fact of the catalog, with its sources.]")
    downloads.catalog(data)
address.write(PAGE, params)
