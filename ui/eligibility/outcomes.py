"""The outcomes by verdict, and what would change them."""

from collections.abc import Collection, Iterable, Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility import MAY_SIT, assess, find_unlocks, is_passed
from cert_model.eligibility.questionnaire import Interview
from cert_model.eligibility.sentences import (
    format_changes,
    interview_summary,
    next_step,
    unlock_summary,
)
from cert_model.explore.comparison import MOST
from cert_model.explore.ordering import sort_by_level_and_cost
from cert_model.formatting import as_sentence, format_total
from cert_model.formatting.markdown import escape
from cert_model.overview import Overview, first_year_costs, overviews
from cert_model.vocabulary import Verdict
from ui.components import figures, reasons
from ui.eligibility import about
from ui.shell import old_address as address
from ui.shell import routes

_FEW = 6


def standing(interview: Interview, scope: Sequence[str]) -> None:
    """How things stand: each of a few credentials by itself, of many how many stand where."""
    st.markdown(f"**{escape(interview_summary(interview, scope))}**")
    if len(scope) <= MOST:
        _one_by_one(interview, scope)
    else:
        _by_number(interview, scope)


def _one_by_one(interview: Interview, scope: Sequence[str]) -> None:
    catalog = interview.catalog
    for key in scope:
        label, verdict = escape(catalog.labels[key]), interview.verdicts[key]
        mark, meaning = reasons.VERDICTS[verdict]
        if is_passed(catalog, key, interview.person):
            st.markdown(f":green[✓] **{label}** passed")
        else:
            st.markdown(f"{mark} **{label}** {verdict.label}  \n:small[{meaning}]")


def _by_number(interview: Interview, scope: Sequence[str]) -> None:
    catalog = interview.catalog
    for verdict, (mark, meaning) in reasons.VERDICTS.items():
        labels = [catalog.labels[key] for key in scope if interview.verdicts[key] is verdict]
        lines = [f"{mark} **{verdict.label}** {len(labels)} :small[{meaning}]"]
        if labels and verdict is not Verdict.ASK_ISSUER:
            lines.append(f":small[{escape(', '.join(labels))}]")
        st.markdown("  \n".join(lines))


def by_verdict(interview: Interview, scope: Sequence[str], first: Collection[str]) -> None:
    """Every outcome, grouped; within a group those of interest first, then by level and cost."""
    order = "entry level first, then by first-year cost"
    if len(first) < len(scope):
        order = f"work that interests you first, then {order}"
    for verdict, (mark, meaning) in reasons.VERDICTS.items():
        found = _sorted(
            interview.catalog, (key for key in scope if interview.verdicts[key] is verdict)
        )
        if found:
            st.subheader(f"{mark} {verdict.label} · {len(found)}", anchor=verdict.value)
            st.markdown(f":small[{as_sentence(f'{meaning}; {order}')}]")
            _group(interview, verdict, sorted(found, key=lambda it: it.id not in first))


def _group(interview: Interview, verdict: Verdict, found: Sequence[Overview]) -> None:
    _cards(interview, found[:_FEW])
    if len(found) > _FEW:
        title = f"{len(found) - _FEW} more: {verdict.label.lower()}"
        with figures.on_demand(title) as opened:
            if opened:
                _cards(interview, found[_FEW:])


def _cards(interview: Interview, found: Sequence[Overview]) -> None:
    with st.grid(2, min_column_width=340):
        for overview in found:
            _card(interview, overview)


def _card(interview: Interview, overview: Overview) -> None:
    key = overview.id
    reached = assess(interview.catalog, key, interview.person, first_year_costs(interview.catalog))
    asks = interview.question_texts_for(key)
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{escape(overview.label)}** {escape(overview.name)}")
        first_year = format_total(overview.first_year_cost, overview.first_year_complete)
        level = overview.level.label.lower()
        st.markdown(f":small[{escape(f'First year: {first_year}; {level} level.')}]")
        st.markdown(f":small[{escape(next_step(reached, asks))}]")
        alone = about.alone()
        if reached.verdict is Verdict.UNDECIDED and asks and not alone:
            st.button("Settle this one", key=f"settle:{key}", on_click=about.only, args=([key],))
        fold = st.expander(
            "Why, with sources", expanded=alone, on_change="rerun", key=f"why:{key}:{alone}"
        )
        with fold:
            if fold.open:
                reasons.explain(interview.catalog, reached)
                _ways_on(overview)


def _ways_on(overview: Overview) -> None:
    with st.container(horizontal=True):
        if st.button("Read about it", key=f"read:{overview.id}"):
            routes.open_credential(overview.id)
        if st.button("What it costs", key=f"cost:{overview.id}"):
            routes.costs([overview.id])
        if st.button("Prepare for it", key=f"prepare:{overview.id}"):
            routes.prepare(overview.id)
        if st.button("Compare it", key=f"compare:{overview.id}"):
            held = st.session_state.get(address.key("compare", "ids")) or []
            others = [key for key in held if key != overview.id]
            routes.compare([*others[: MOST - 1], overview.id])


def what_opens_more(interview: Interview, among: Collection[str]) -> None:
    """Every single change that would open one of these exams, the nearest first."""
    catalog = interview.catalog
    found = find_unlocks(catalog, interview.profile, first_year_costs(catalog), among)
    st.markdown(escape(unlock_summary(found)))
    if not found:
        return
    labels = catalog.labels
    st.table(
        {
            "If you had": [escape(format_changes((each.change,))) for each in found],
            "you could also sit for": [
                escape(", ".join(labels[key] for key in each.opens)) for each in found
            ],
        },
        hide_index=True,
        alt="What each single change would open",
    )


def open_now(interview: Interview, scope: Collection[str]) -> list[str]:
    """The ids of those one may sit for, entry level first, then the cheapest."""
    may_sit = (
        key
        for key in scope
        if interview.verdicts[key] in MAY_SIT
        and not is_passed(interview.catalog, key, interview.person)
    )
    return [overview.id for overview in _sorted(interview.catalog, may_sit)]


def _sorted(catalog: Catalog, keys: Iterable[str]) -> list[Overview]:
    return sort_by_level_and_cost(overviews(catalog)[key] for key in keys)
