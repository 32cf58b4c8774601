"""A credential: the figures people come for, then every section of its page, fact by fact."""

from collections.abc import Iterator

from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.content.claims import CheckedClaim, checked_claims, describe_claims
from cert_model.export.linked_data import schema_org_document
from cert_model.formatting.markdown import format_link
from cert_model.vocabulary import SheetSection
from first_screen.screen import (
    Screen,
    Section,
    bullets,
    join,
    lead,
    paragraph,
)
from first_screen.screens.pieces import LEGEND, address, link
from ui.components import chart_rows, claim_cards, exam, fact_list
from ui.components.markdown_html import to_inline_html
from ui.credential import fees, rules, sections, view_model
from ui.credential.view_model import CredentialState, CredentialView
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
            lead(view.answer),
            paragraph(view.sheet.summary),
            sections.key_figure_facts(view),
            Markup("<p>{} · {} · {}</p>").format(
                link("What it costs over the years", "costs", {"ids": view.id}),
                link("Am I eligible?", "eligibility", {"for": view.id}),
                link("How to prepare", "prepare", named),
            ),
            Markup("<p><small>{}</small></p>").format(LEGEND),
        ),
        sections=list(_sections(view)),
        subject=schema_org_document(catalog, view.id),
        is_beside_controls=True,
        is_below_a_box=True,
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
    named = (f"{figure.title}: {figure.text}." for figure in view.key_figures)
    return " ".join((view.sheet.summary, *named))


def _sections(view: CredentialView) -> Iterator[Section]:
    """The sections of the page in its order."""
    catalog, sheet = view.catalog, view.sheet
    for section, body in (
        (SheetSection.SCOPE, sections.scope_facts(catalog, sheet)),
        (SheetSection.EXAM, exam.exam_facts(catalog, sheet)),
        (SheetSection.BLUEPRINT, _blueprint(view)),
        (SheetSection.PASS_RATES, _pass_rates(view)),
        (SheetSection.ELIGIBILITY, rules.eligibility_facts(view)),
        (SheetSection.FEES, fees.fee_facts(view)),
        (SheetSection.RENEWAL, rules.renewal_facts(catalog, sheet)),
    ):
        yield Section(section.label, body)
    yield Section(sections.more_title(view), sections.more_facts(view))
    claims = checked_claims(catalog).about(sheet.id)
    if claims:
        listed = join(paragraph(describe_claims(claims)), bullets(map(claim_line, claims)))
        yield Section(SheetSection.CLAIMS.label, listed)


def _blueprint(view: CredentialView) -> Markup:
    catalog, sheet = view.catalog, view.sheet
    if not sheet.exam.content:
        return _not_found("The parts of this exam were not found.")
    takeaway = chart_rows.blueprint_takeaway(catalog, sheet.id)
    return join(paragraph(takeaway), exam.outline_facts(catalog, sheet))


def _pass_rates(view: CredentialView) -> Markup:
    catalog, sheet = view.catalog, view.sheet
    published = exam.published_facts(catalog, sheet)
    if not sheet.exam.pass_rates:
        return join(published, _not_found("No pass rate was found."))
    return join(
        published,
        paragraph(chart_rows.pass_rate_takeaway(catalog, sheet.id)),
        exam.rate_facts(catalog, sheet),
    )


def claim_line(checked: CheckedClaim) -> str:
    """A claim with its verdict, leading to its evidence, as Markdown."""
    claim = checked.claim
    linked = format_link(f"“{claim.claim}”", address("claims", {"claim": claim.id}))
    return f"{claim_cards.verdict(claim)}: {linked}"


def _not_found(text: str) -> Markup:
    return Markup(fact_list.not_found(text))
