"""Who may sit, the apprentice mark, and what it takes to keep a credential."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.catalog.derived import renewal_of
from cert_model.eligibility import is_retired
from cert_model.eligibility.sentences import format_verdict
from cert_model.formatting.markdown import escape
from cert_model.schema import Credential
from cert_model.schema.rules import AllOf, AnyOf, Condition, Eligibility, IssuerDecides, Rule
from ui.components import figures, reasons
from ui.credential.view_model import CredentialView


def eligibility(view: CredentialView) -> None:
    """Required, recommended and consequence, kept apart."""
    catalog, rule = view.catalog, view.sheet.eligibility
    _personal_outcome(view)
    if is_retired(view.sheet) and rule.required is None:
        with st.container(border=True):
            st.markdown("The exam is no longer given: nothing is asked or missing.")
            figures.fact(catalog, "Status", view.sheet.status)
        return
    with st.container(border=True):
        st.markdown("**Required**: you cannot sit without it")
        _rule(catalog, rule.required)
        if rule.ask is not None:
            _inquiry(rule.ask.question, rule.ask.page)
        if view.likely is not None and view.outcome is None:
            reasons.likely(catalog, view.likely)
    with st.container(border=True):
        st.markdown("**Recommended**: the issuer's advice; you may sit without it")
        _rule(catalog, rule.recommended, none="No advice was found.")
    with st.container(border=True):
        st.markdown("**Consequence**: what passing without it leads to")
        for consequence in rule.consequences:
            figures.figure(catalog, consequence.text, consequence)
        if not rule.consequences:
            st.markdown("None was found.")
    _formalities(catalog, view.sheet, rule)
    figures.notes(catalog, (*rule.early_testing, *rule.details))
    if rule.history:
        st.markdown("**The earlier rule**")
        for former in rule.history:
            figures.figure(catalog, former.text, former)


def _personal_outcome(view: CredentialView) -> None:
    """What the answers given so far lead to, once there are any."""
    outcome = view.outcome
    if outcome is None:
        return
    mark, meaning = reasons.VERDICTS[outcome.verdict]
    with st.container(border=True):
        verdict = format_verdict(outcome.verdict, outcome.likely, outcome.holding)
        st.markdown(f"**You**: {mark} {verdict}, {meaning}")
        st.markdown(escape(view.next_step))
        reasons.explain(view.catalog, outcome)


def _rule(catalog: Catalog, rule: Rule | None, none: str = "") -> None:
    if rule is None:
        if none:
            st.markdown(none)
        else:
            figures.not_found("The rule was not found; ask the issuer.")
    elif isinstance(rule, AllOf | AnyOf):
        several, parts = (
            ("All of these:", rule.all_of)
            if isinstance(rule, AllOf)
            else ("Any one of these:", rule.any_of)
        )
        if len(parts) > 1:
            st.markdown(f"*{several}*")
        with st.container(border=len(parts) > 1, gap="xsmall"):
            for part in parts:
                _rule(catalog, part)
    else:
        assert isinstance(rule, Condition), "a rule is a group or a test"
        figures.figure(catalog, rule.text, rule)
        if isinstance(rule, IssuerDecides):
            _inquiry(rule.question, rule.page)


def _inquiry(question: str, page: str | None) -> None:
    where = f" ({escape(page)})" if page else ""
    st.markdown(f"Ask: {escape(question)}{where}")


def _formalities(catalog: Catalog, sheet: Credential, rule: Eligibility) -> None:
    if rule.formalities:
        st.markdown("**Before you register**  \nSteps anyone can take")
        for formality in rule.formalities:
            figures.figure(catalog, formality.text, formality)
    if sheet.membership.to_sit:
        figures.fact(catalog, "Membership needed to sit", sheet.membership.to_sit)
    if sheet.membership.to_hold:
        figures.fact(catalog, "Membership needed to hold it", sheet.membership.to_hold)


def apprentice(catalog: Catalog, sheet: Credential) -> None:
    """The apprentice mark and the ways to lose it."""
    mark = sheet.apprentice
    assert mark is not None, "called for credentials that have one"
    figures.fact(catalog, mark.marks, mark.meaning)
    for way in mark.removal:
        with figures.row(f"Removed by {way.option.label}"):
            figures.figure(catalog, way.text, way)
    figures.notes(catalog, mark.details)


def renewal(catalog: Catalog, sheet: Credential) -> None:
    """What it takes to keep the credential."""
    issuer = catalog.issuers[sheet.issuer]
    rule = renewal_of(sheet, issuer)
    figures.fact(catalog, "Cycle", rule.cycle_months, unit="months")
    figures.fact(catalog, "Continuing education", rule.ceus, unit=sheet.renewal.ceu_unit)
    for replacement in sheet.replaces:
        label = catalog.labels[replacement.credential]
        with figures.row(f"In place of the {label}"):
            figures.figure(catalog, f"Once both are held, the {label} is not kept up", replacement)
    for subject in rule.subject_ceus:
        figures.fact(catalog, f"Of these on {subject.topic}", subject.ceus)
    for step in issuer.renewal.ceus_by_number:
        number = f"{step.credentials}{' or more' if step.or_more else ''}"
        figures.fact(catalog, f"CEUs when holding {number}", step.ceus)
    if rule.grace_days:
        figures.fact(catalog, "Grace period", rule.grace_days, unit="days")
    if rule.reinstatement:
        back = rule.reinstatement
        if back.fee:
            figures.fact(catalog, "Reinstatement fee", back.fee, unit="$")
        if back.window_years:
            figures.fact(catalog, "Reinstatement within", back.window_years, unit="years")
        figures.notes(catalog, back.rules)
    figures.notes(catalog, (*rule.rules, *rule.lapse))
    general = (*issuer.renewal.rules, *issuer.renewal.lapse)
    if not general:
        return
    figures.on_demand(
        f"Rules of {issuer.letters} for all of its credentials",
        lambda: figures.notes(catalog, general),
    )
