"""The sections of the page Am I eligible? beside its question: the scope and the outcomes."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility import SETTLED_FOR_GOOD
from cert_model.eligibility.sentences import describe_shown_schooling
from cert_model.explore.comparison import MAX_COMPARED
from cert_model.formatting import as_sentence, format_day
from cert_model.formatting.markdown import escape
from cert_model.overview import Overview
from cert_model.vocabulary import Role, Verdict
from ui.components import choices, downloads, figures, reasons, sharing
from ui.components.table import draw_table
from ui.eligibility import question_panel
from ui.eligibility.rows import OutcomeCard, OutcomeGroup
from ui.eligibility.state import EligibilityState
from ui.eligibility.view_model import EligibilityView
from ui.shell import browser, device, parts, person, routes, session

PAGE = EligibilityState.page
VIEWS = {
    "outcomes": "Where I stand",
    "changes": "What would change it",
    "answers": "Check my answers",
}
"""What is shown below the question, with the words on the button."""
ABOUT_ANSWERS = (
    "It typically takes six to nine questions. Your answers stay in this browser tab and its "
    "address. Nothing is stored unless you choose to keep them on this device."
)
SHOWN = "eligibility-shown"
"""The key of the part of the page that shows it."""


def starting_points(catalog: Catalog) -> None:
    """The answers of typical people, to begin with."""
    with st.popover("Start as someone like me", type="tertiary", key="on-screen-examples"):
        st.markdown("Each choice fills in some answers. You can change any of them.")
        for point in catalog.questions.starting_points:
            with st.container(gap=None):
                st.button(
                    escape(point.label),
                    key=f"start:{point.id}",
                    type="tertiary",
                    on_click=_begin,
                    args=(catalog, point.answers),
                )
                st.markdown(f":small[{escape(point.text)}]")


def _begin(catalog: Catalog, answers: Mapping[str, str]) -> None:
    """Callback: begin anew with these answers."""
    person.replace_answers(catalog, answers)
    session.reset(PAGE, "question", "skip", "was")
    session.choose(PAGE, {"view": "outcomes"})
    browser.ask_to_scroll()


def scope(view: EligibilityView) -> None:
    """The choice of what the questions are about, and the way back to everything."""
    with st.popover(view.scope_title, type="tertiary", key="about"):
        if not view.state.ids:
            st.pills(
                "Work that interests me",
                list(Role),
                selection_mode="multi",
                format_func=lambda role: role.label,
                key=session.key(PAGE, "interest"),
                persist_state="session",
            )
        st.markdown("Choose exams to limit the questions and outcomes to those.")
        choices.choose_credentials(PAGE, "for", view.catalog, MAX_COMPARED)
    question_panel.back_to_all(view, "about:all")


def standing(view: EligibilityView) -> None:
    """Which exams are open to the person, and which are not."""
    if view.standing_by_exam:
        lines = [
            _exam_line(escape(label), verdict, escape(text))
            for label, verdict, text in view.standing_by_exam
        ]
    else:
        likely = view.likely_labels
        lines = [
            _verdict_line(verdict, labels, likely)
            for verdict, labels in view.standing_by_verdict.items()
        ]
    st.markdown("\n\n".join(lines))
    if not view.standing_by_exam:
        figures.on_demand("What these abbreviations stand for", partial(_names, view))


def _names(view: EligibilityView) -> None:
    """The exams by verdict, each with its name: on a phone nothing can be hovered over."""
    for group in view.groups:
        exams = (f"- **{escape(exam.label)}** {escape(exam.name)}" for exam in group.overviews)
        mark, _ = reasons.VERDICTS[group.verdict]
        st.markdown("\n".join([f"{mark} {group.verdict.label}\n", *exams]))


def _exam_line(label: str, verdict: Verdict, text: str) -> str:
    mark, meaning = reasons.VERDICTS[verdict]
    return f"{mark} **{label}** {text}  \n:small[{meaning}]"


def _verdict_line(
    verdict: Verdict, labels: Sequence[str], likely: Mapping[Verdict, Sequence[str]]
) -> str:
    """A verdict with its exams; of those to ask the issuer about only the likely ones."""
    mark, meaning = reasons.VERDICTS[verdict]
    line = f"{mark} **{verdict.label}** {len(labels)} :small[{meaning}]"
    listed = {"": labels}
    if verdict is Verdict.ASK_ISSUER:
        listed = {f"likely {guess.label.lower()}: ": names for guess, names in likely.items()}
    texts = (f"{words}{', '.join(names)}" for words, names in listed.items())
    return "  \n".join([line, *(f":small[{escape(text)}]" for text in texts)])


def changes_since_receipt(view: EligibilityView) -> None:
    """What has changed since the receipt that the address brought along."""
    if view.earlier_receipt is None:
        return
    with st.container(border=True):
        st.markdown(f"**Your receipt of {format_day(view.earlier_receipt.day)}**")
        if not view.changes_since_receipt:
            st.markdown("The same answers lead to the same outcomes today.")
        st.markdown("\n".join(f"- {escape(line)}" for line in view.changes_since_receipt))


def answers(view: EligibilityView) -> None:
    """Every answer in words, with a button to change it."""
    if not view.answers:
        st.markdown("You have not answered any question yet.")
        return
    for row in view.answers:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{escape(row.question)}  \n**{escape(row.answer)}**", width="stretch")
            change = parts.and_all_else(question_panel.go_to)
            st.button("Change", key=f"change:{row.id}", on_click=change, args=(row.id,))
    if view.interview.profile.education is None:
        shown = describe_shown_schooling(view.interview.person.shown_schooling)
        st.markdown(f"{escape(shown)} That counts as your schooling." if shown else "")
    st.button("Start over", on_click=parts.and_all_else(_begin), args=(view.catalog, {}))


def single_changes(view: EligibilityView) -> None:
    """Every single change that would open an exam."""
    st.markdown(escape(view.unlock_summary))
    if view.unlocks:
        about = "What each single change would open"
        draw_table(view.unlock_table, alt=about)


def take_away(view: EligibilityView, link: str, query: Mapping[str, str]) -> None:
    """The open exams to compare, the receipt, and the address of these answers.

    ``query`` holds the parameters of that address, which are those of the receipt's too.
    """
    open_now = view.may_sit_ids[:MAX_COMPARED]
    with st.container(horizontal=True):
        if len(open_now) > 1 and st.button(f"Compare the first {len(open_now)} open to me"):
            routes.compare(open_now)
        downloads.link("Print or send a receipt", "eligibility.html", query)
        sharing.link("Share these answers", link, person.visitor(view.catalog))
        device.keep_without_tray(view.catalog)


def outcomes(view: EligibilityView) -> None:
    """Every outcome, grouped by verdict; what is far off is folded away."""
    for group in view.groups:
        mark, _ = reasons.VERDICTS[group.verdict]
        title = f"{group.verdict.label} · {len(group.overviews)}"
        if group.first:
            st.subheader(f"{mark} {title}", anchor=group.verdict.value)
            _explain_group(view, group)
        _group(view, group, title)


def _explain_group(view: EligibilityView, group: OutcomeGroup) -> None:
    """What the verdict of a group means, and how its outcomes are ordered."""
    _, meaning = reasons.VERDICTS[group.verdict]
    explained = "; ".join(filter(None, (meaning, view.order_of(group))))
    st.markdown(f":small[{as_sentence(explained)}]")


@st.fragment
def _group(view: EligibilityView, group: OutcomeGroup, title: str) -> None:
    """The outcomes of one verdict, drawn anew together: a fragment for each card costs more."""
    if not group.first:
        key = f"fold:verdict:{group.verdict.value}"
        figures.fold(title, lambda: _folded_group(view, group), key=key)
        return
    _cards(view, group.first)
    if group.further:
        title = f"{len(group.further)} more: {group.verdict.label.lower()}"
        figures.fold(title, lambda: _cards(view, group.further))


def _folded_group(view: EligibilityView, group: OutcomeGroup) -> None:
    _explain_group(view, group)
    _cards(view, group.overviews)


def _cards(view: EligibilityView, overviews: Sequence[Overview]) -> None:
    with st.grid(2, min_column_width=340):
        for overview in overviews:
            _card(view, view.card(overview))


def _card(view: EligibilityView, card: OutcomeCard) -> None:
    overview, alone = card.overview, view.state.is_about_one
    with st.container(border=True, gap="xsmall"):
        st.markdown(
            f"**{escape(overview.label)}** {escape(overview.name)}  \n"
            f":small[{escape(card.facts)}]  \n"
            f":small[{escape(card.next_step)}]"
        )
        if card.can_ask:
            st.button(
                "Answer its questions",
                key=f"settle:{overview.id}",
                on_click=parts.and_all_else(question_panel.limit_to),
                args=(overview.id,),
            )

        def explain() -> None:
            reasons.explain(view.catalog, card.outcome)
            _next_actions(overview.id, card.outcome.verdict)

        key = f"why:{overview.id}:{alone}"
        figures.fold("Why, with sources", explain, key=key, expanded=alone)


def _next_actions(key: str, verdict: Verdict) -> None:
    """Buttons that lead to the other pages about a credential."""
    with st.container(horizontal=True):
        if st.button("Read about it", key=f"read:{key}"):
            routes.open_credential(key)
        if st.button("What it costs", key=f"cost:{key}"):
            routes.costs([key])
        ahead = verdict not in SETTLED_FOR_GOOD
        if ahead and st.button("Prepare for it", key=f"prepare:{key}"):
            routes.prepare(key)
        if st.button("Compare it", key=f"compare:{key}"):
            compared = session.choice("compare", "ids") or []
            routes.compare(
                [*[other for other in compared if other != key][: MAX_COMPARED - 1], key]
            )
