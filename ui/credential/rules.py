"""Who may sit, the apprentice designation, and what it takes to keep a credential."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.catalog.derived import renewal_of
from cert_model.eligibility import Likelihood, is_retired
from cert_model.eligibility.sentences import format_verdict
from cert_model.formatting import format_count, format_day, join_words
from cert_model.formatting.markdown import escape, heading_anchor
from cert_model.schema import Credential, Issuer
from cert_model.schema.renewal import Renewal
from cert_model.schema.rules import AllOf, AnyOf, Condition, Eligibility, IssuerDecides, Rule
from cert_model.vocabulary import SheetSection
from ui.components import fact_list, reasons
from ui.components.fact_list import FactList
from ui.credential.view_model import CredentialView
from ui.shell import routes

PROVISIONAL = "The provisional certificate"
"""The title of the fold on a mark that stands for a diploma still to come."""


def eligibility(view: CredentialView) -> None:
    """Required, recommended and consequence, kept apart."""
    _personal_outcome(view)
    fact_list.show(eligibility_facts(view))


def eligibility_facts(view: CredentialView) -> Markup:
    """What is required, what is recommended, and what follows, as a written list."""
    likely = view.likely if view.outcome is None else None
    # What is likely is shown until there are answers, so the list is another one then.
    name = f"rule {view.id}" if likely is None else f"likely rule {view.id}"
    return fact_list.write(view.catalog, name, partial(_eligibility, view.sheet, likely))


def _eligibility(sheet: Credential, likely: Likelihood | None, facts: FactList) -> None:
    rule = sheet.eligibility
    if is_retired(sheet) and rule.required is None:
        with facts.box():
            facts.text("The exam is no longer given, so nothing is required.")
            facts.fact("Status", sheet.status)
        return
    with facts.box():
        facts.text("**Required**: you cannot sit without it")
        _rule(facts, rule.required)
        if rule.ask is not None:
            _inquiry(facts, rule.ask.question, rule.ask.page)
        if likely is not None:
            facts.text(reasons.likely_text(facts.catalog, likely))
    with facts.box():
        facts.text("**Recommended**: the issuer's advice; you may sit without it")
        _rule(facts, rule.recommended, none="No advice was found.")
    with facts.box():
        facts.text("**Consequence**: what passing without it leads to")
        for consequence in rule.consequences:
            facts.figure(consequence.text, consequence)
        if not rule.consequences:
            facts.text("None was found.")
    _formalities(facts, sheet, rule)
    facts.notes((*rule.early_testing, *rule.details))
    if rule.history:
        with facts.fold("The earlier rule"):
            for former in rule.history:
                facts.figure(former.text, former)
    _apprentice(sheet, facts)


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


def _rule(facts: FactList, rule: Rule | None, none: str = "") -> None:
    if rule is None:
        if none:
            facts.text(none)
        else:
            facts.not_found("The rule was not found; ask the issuer.")
    elif isinstance(rule, AllOf | AnyOf):
        several, parts = (
            ("All of these:", rule.all_of)
            if isinstance(rule, AllOf)
            else ("Any one of these:", rule.any_of)
        )
        if len(parts) == 1:
            _rule(facts, parts[0])
            return
        facts.text(f"*{several}*")
        with facts.box():
            for part in parts:
                _rule(facts, part)
    else:
        assert isinstance(rule, Condition), "a rule is a group or a test"
        facts.figure(rule.text, rule)
        if isinstance(rule, IssuerDecides):
            _inquiry(facts, rule.question, rule.page)


def _inquiry(facts: FactList, question: str, page: str | None) -> None:
    where = f" ({escape(page)})" if page else ""
    facts.text(f"Ask: {escape(question)}{where}")


def _formalities(facts: FactList, sheet: Credential, rule: Eligibility) -> None:
    if rule.formalities:
        facts.text("**Before you register**  \nSteps anyone can take")
        for formality in rule.formalities:
            facts.figure(formality.text, formality)
    facts.if_there("Membership to take the exam", sheet.membership.to_sit)
    facts.if_there("Membership to keep it", sheet.membership.to_hold)


def _apprentice(sheet: Credential, facts: FactList) -> None:
    """The apprentice designation or the provisional mark and what removes it, in a fold."""
    mark = sheet.apprentice
    if mark is None:
        return
    section = SheetSection.APPRENTICE.label
    title = PROVISIONAL if mark.is_provisional else section
    ways = format_count(len(mark.removal), "way")
    with facts.fold(title, f"{mark.marks}, {ways} to remove it", heading_anchor(section)):
        facts.fact(mark.marks, mark.meaning)
        for way in mark.removal:
            facts.row(f"Removed by {way.option.label}", facts.cell(way.text, way))
        facts.notes(mark.details)


def renewal(catalog: Catalog, sheet: Credential) -> None:
    """What it takes to keep the credential."""
    fact_list.show(renewal_facts(catalog, sheet))
    st.page_link(
        routes.KEEP,
        label=":primary[I hold it: show what is due when]",
        query_params={"held": sheet.id},
    )


def renewal_facts(catalog: Catalog, sheet: Credential) -> Markup:
    """What it takes to keep the credential, as a written list."""
    return fact_list.write(catalog, f"renewal {sheet.id}", partial(_renewal, sheet))


def _renewal(sheet: Credential, facts: FactList) -> None:
    catalog, issuer = facts.catalog, facts.catalog.issuers[sheet.issuer]
    rule = renewal_of(sheet, issuer)
    facts.fact("Cycle", rule.cycle_months, "months")
    if rule.cycle is not None:
        facts.row("A cycle ends with", facts.cell(rule.cycle.kind.label, rule.cycle))
    facts.if_there("Renewed by passing an exam again", rule.by_exam)
    facts.fact("Continuing education", rule.ceus, sheet.renewal.ceu_unit)
    if rule.first_cycle is not None:
        facts.fact("In a first cycle, CEUs a month", rule.first_cycle.ceus_a_month, "CEUs")
    for replacement in sheet.replaces:
        label = catalog.labels[replacement.credential]
        text = f"Once you hold both, you no longer renew the {label}"
        facts.row(f"In place of the {label}", facts.cell(text, replacement))
    for subject in rule.subject_ceus:
        facts.fact(f"Of these {subject.part.label} {subject.topic}", subject.ceus)
    with facts.fold("CEUs when holding several"):
        for step in issuer.renewal.ceus_by_number:
            number = f"{step.credentials}{' or more' if step.or_more else ''}"
            facts.fact(f"CEUs when holding {number}", step.ceus)
    with facts.fold("Other rules"):
        facts.if_there("One CEU counts for several credentials", rule.counts_twice)
        facts.if_there("Surplus CEUs count in the next cycle", rule.carried_over)
        facts.if_there("Whose courses count", rule.providers)
        facts.notes(rule.rules)
    with facts.fold("If you miss the date"):
        _lapse(rule, facts)
    with facts.fold(f"{issuer.letters} rules for all of its credentials"):
        _general_rules(issuer, facts)


def _lapse(rule: Renewal, facts: FactList) -> None:
    """How long it can still be renewed, and how it is reinstated after that."""
    facts.if_there("Grace period", rule.grace_days, "days")
    if rule.reinstatement:
        back = rule.reinstatement
        facts.if_there("It can be reinstated without an exam", back.possible)
        facts.if_there("Reinstated within", back.window_years, "years")
        facts.if_there("Reinstatement fee", back.fee, "$")
        facts.if_there("What was missed is made up", back.missed_dues)
        label = "After that, only by the exam" if back.window_years else "Only by the exam"
        facts.if_there(label, back.exam_again)
        facts.notes(back.rules)
    facts.notes(rule.lapse)


def _general_rules(issuer: Issuer, facts: FactList) -> None:
    for share in issuer.renewal.ceu_shares:
        since = f", since {format_day(share.since)}" if share.since else ""
        label = f"Share of CEUs {share.part.label} {share.topic}, at least{since}"
        facts.fact(label, share.percent, "percent")
    for example in issuer.renewal.ceu_examples:
        labels = join_words([facts.catalog.labels[key] for key in example.credentials])
        facts.fact(f"CEUs for {labels}, in {issuer.letters}'s own example", example.ceus)
    facts.notes((*issuer.renewal.rules, *issuer.renewal.lapse))
