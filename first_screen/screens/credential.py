"""A credential: the figures people come for, then every section of its page, fact by fact."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.content.claims import CheckedClaim, checked_claims, describe_claims
from cert_model.export.linked_data import schema_org_document
from cert_model.formatting.markdown import format_link
from cert_model.vocabulary import SheetSection, Standing
from first_screen.markdown import fact_list_to_html, to_html, to_inline_html
from first_screen.screen import (
    BigFigure,
    Screen,
    Section,
    big_figures,
    bullets,
    fold,
    join,
    paragraph,
    prose,
)
from first_screen.screens.pieces import LEGEND, address, link
from ui.components import chart_rows, claim_cards, exam, fact_list, figures
from ui.components.fact_list import FactList
from ui.credential import fees, rules, sections, view_model
from ui.credential.view_model import CredentialState, CredentialView, HeadlineFigure
from ui.shell.file_address import view_of_nobody


def screen(catalog: Catalog, state: CredentialState) -> Screen:
    """The first screen of a credential, or of the page where none is named."""
    if state.id is None:
        return _which_credential(catalog, state)
    view = view_model.build(catalog, view_of_nobody(catalog), state.id, is_of_today=True)
    named = {"id": view.id}
    return Screen(
        title=state.title(catalog),
        description=_describe(view),
        heading=Markup("{}").format(view.title),
        answer=join(
            Markup("<p>{}</p>").format(to_inline_html(view.byline)),
            paragraph(view.sheet.summary),
            big_figures(_headline(view)),
            Markup("<p>{} · {} · {}</p>").format(
                link("What it costs over the years", "costs", {"ids": view.id}),
                link("Am I eligible?", "eligibility", {"for": view.id}),
                link("How to prepare", "prepare", named),
            ),
            Markup("<p><small>{}</small></p>").format(LEGEND),
        ),
        sections=[
            Section(part.heading(view.issuer.letters), body)
            for part, body in _sections(view)
            if body
        ],
        subject=schema_org_document(catalog, view.id),
    )


def _which_credential(catalog: Catalog, state: CredentialState) -> Screen:
    every = (
        format_link(f"{sheet.code} · {sheet.name}", address("credential", {"id": key}))
        for key, sheet in catalog.credentials.items()
    )
    return Screen(
        title=state.title(catalog),
        description="Every credential in medical coding and billing, by issuer.",
        heading=Markup("Which credential?"),
        answer=bullets(every),
    )


def _describe(view: CredentialView) -> str:
    figures_in_words = (f"{figure.label}: {figure.text}." for figure in _sourced(view))
    costs = (f"{label}: {text}." for label, text in view.computed_costs.items())
    return " ".join((view.sheet.summary, *figures_in_words, *costs))


def _sourced(view: CredentialView) -> Sequence[HeadlineFigure]:
    return view.exam_price, view.exam_time, view.pass_rate


def _headline(view: CredentialView) -> Iterator[BigFigure]:
    first, *others = (
        BigFigure(figure.label, figure.text, _below(view.catalog, figure))
        for figure in _sourced(view)
    )
    yield first
    for label, text in view.computed_costs.items():
        arithmetic = Markup("<p>{}</p>").format(link("arithmetic", "costs", {"ids": view.id}))
        yield BigFigure(label, text, arithmetic)
    yield from others


def _below(catalog: Catalog, figure: HeadlineFigure) -> Markup:
    """What a figure rests on: its mark, which opens to the sources; or that there is nothing."""
    if figure.estimate is not None:
        return paragraph(f"{figures.MARKS[Standing.ESTIMATED]} {Standing.ESTIMATED.label}")
    if figure.statement is None:
        return paragraph(f"{figures.NOT_FOUND_MARK} no source")
    facts = FactList(catalog, f"headline {figure.label}")
    mark, evidence = figures.mark_and_evidence(catalog, figure.text, figure.statement)
    facts.line(facts.opener(f"{mark} sources", evidence))
    return fact_list_to_html(facts.markdown)


def _sections(view: CredentialView) -> Iterator[tuple[SheetSection, Markup]]:
    """The sections of the page in its order; empty where the page has none."""
    catalog, sheet = view.catalog, view.sheet
    listed = fact_list_to_html
    yield SheetSection.EXAM, listed(exam.exam_facts(catalog, sheet))
    yield SheetSection.BLUEPRINT, _blueprint(view)
    yield SheetSection.ELIGIBILITY, listed(rules.eligibility_facts(view))
    if sheet.apprentice:
        yield SheetSection.APPRENTICE, listed(rules.apprentice_facts(catalog, sheet))
    yield SheetSection.FEES, listed(fees.fee_facts(view))
    yield SheetSection.RENEWAL, listed(rules.renewal_facts(catalog, sheet))
    yield SheetSection.PASS_RATES, _pass_rates(view)
    yield SheetSection.EARNINGS, _earnings(view)
    yield SheetSection.SCOPE, listed(sections.scope_facts(catalog, sheet))
    yield SheetSection.MORE, listed(sections.more_facts(catalog, sheet))
    yield SheetSection.ISSUER, _issuer(view)
    yield SheetSection.CLAIMS, _claims(checked_claims(catalog).about(sheet.id))
    disputes = (figures.describe_dispute(catalog, dispute) for dispute in sheet.disputed)
    yield SheetSection.DISPUTES, prose(*("\n\n".join(blocks) for blocks in disputes))
    yield SheetSection.GAPS, prose("\n".join(map(figures.describe_gap, sheet.unknown)))


def _blueprint(view: CredentialView) -> Markup:
    catalog, sheet = view.catalog, view.sheet
    if not sheet.exam.content:
        return _not_found("The parts of this exam were not found.")
    return join(
        paragraph(chart_rows.blueprint_takeaway(catalog, sheet.id)),
        fact_list_to_html(exam.basis_facts(catalog, sheet)),
        fact_list_to_html(exam.part_facts(catalog, sheet)),
        *(
            fold(label, fact_list_to_html(parts))
            for label, parts in exam.outline_facts(catalog, sheet).items()
        ),
    )


def _pass_rates(view: CredentialView) -> Markup:
    catalog, sheet = view.catalog, view.sheet
    published = fact_list_to_html(exam.published_facts(catalog, sheet))
    if not sheet.exam.pass_rates:
        return join(published, _not_found("No pass rate was found."))
    return join(
        published,
        paragraph(chart_rows.pass_rate_takeaway(catalog, sheet.id)),
        fact_list_to_html(exam.rate_facts(catalog, sheet)),
    )


def _earnings(view: CredentialView) -> Markup:
    if not view.survey_rows:
        return _not_found("No survey that names its holders was found.")
    return join(
        fact_list_to_html(sections.earning_facts(view)),
        *(to_html(caveat) for caveat in view.survey_caveats),
    )


def _issuer(view: CredentialView) -> Markup:
    facts = sections.issuer_facts(view.catalog, view.issuer)
    return join(paragraph(view.issuer.summary or ""), fact_list_to_html(facts))


def _claims(claims: Sequence[CheckedClaim]) -> Markup:
    if not claims:
        return Markup()
    return join(paragraph(describe_claims(claims)), bullets(map(claim_line, claims)))


def claim_line(checked: CheckedClaim) -> str:
    """A claim with its verdict, leading to its evidence, as Markdown."""
    claim = checked.claim
    there = format_link(f"“{claim.claim}”", address("claims", {"claim": claim.id}))
    return f"{claim_cards.verdict(claim)}: {there}"


def _not_found(text: str) -> Markup:
    return fact_list_to_html(fact_list.not_found(text))
