"""The documents of facts: credentials, the sections of their pages, and what issuers say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cert_model.candidates.targets import HOME_COUNTRY
from cert_model.careers import survey_rows_of
from cert_model.catalog import Catalog
from cert_model.explore.comparison import source_ids
from cert_model.explore.search import credential_words
from cert_model.formatting import as_phrase, format_money
from cert_model.formatting.markdown import heading_anchor
from cert_model.overview import overviews
from cert_model.overview.sentences import describe_cost, describe_exam, describe_renewal
from cert_model.quality.statements import Statement, statements_of
from cert_model.schema import Credential, Dispute, Evidence, Gap, Issuer
from cert_model.site_search.documents import Document, Place, sentences_of
from cert_model.vocabulary import DocumentKind, SheetSection, Status

_ABROAD, _NO_LONGER = 0.9, 0.8
_FACTS_OF_A_FULL_SHEET = 60
_OPEN = (SheetSection.GAPS, SheetSection.DISPUTES)
_UNSETTLED = 0.4
"""How much later what is not known comes."""
_ALONE = 0.7
"""How much later the rules of an issuer come that has few credentials."""
_ALSO: Mapping[SheetSection, tuple[str, ...]] = {
    SheetSection.RENEWAL: ("renewal", "when it expires"),
}
"""What people call a section beside its heading."""
_SECTIONS: Mapping[str, SheetSection] = {
    "exam.content": SheetSection.BLUEPRINT,
    "exam.other_outlines": SheetSection.BLUEPRINT,
    "exam.pass_rate": SheetSection.PASS_RATES,
    "exam": SheetSection.EXAM,
    "fees": SheetSection.FEES,
    "former_fees": SheetSection.FEES,
    "dues": SheetSection.FEES,
    "former_dues": SheetSection.FEES,
    "eligibility": SheetSection.ELIGIBILITY,
    "membership.": SheetSection.ELIGIBILITY,
    "general_rule": SheetSection.ELIGIBILITY,
    "apprentice": SheetSection.APPRENTICE,
    "renewal": SheetSection.RENEWAL,
    "replaces": SheetSection.RENEWAL,
    "scope": SheetSection.SCOPE,
    "status": SheetSection.MORE,
}
"""The section for each beginning of a statement's path; the first that fits counts."""


def fact_documents(catalog: Catalog) -> Iterator[Document]:
    """Every document of facts."""
    weights: dict[str, float] = {}
    for key, sheet in catalog.credentials.items():
        statements = list(statements_of(key, sheet))
        weights[key] = _weight(catalog, sheet, len(statements))
        yield _credential(catalog, sheet, weights[key])
        yield from _sections(catalog, sheet, statements, weights[key])
    for issuer in catalog.issuers.values():
        own = [key for key, sheet in catalog.credentials.items() if sheet.issuer == issuer.id]
        if own:
            best_known = max(own, key=lambda key: weights[key])
            yield _issuer(catalog, issuer, own)
            yield from _issuer_sections(catalog, issuer, own, best_known, weights[best_known])


def _weight(catalog: Catalog, sheet: Credential, facts: int) -> float:
    """How much sooner a credential comes: by how much is known, where, and if it is alive."""
    is_abroad = catalog.issuers[sheet.issuer].country != HOME_COUNTRY
    return (
        (1 + min(1.0, facts / _FACTS_OF_A_FULL_SHEET) / 4)
        * (_ABROAD if is_abroad else 1)
        * (_NO_LONGER if sheet.status.value is Status.RETIRED else 1)
    )


def _credential(catalog: Catalog, sheet: Credential, weight: float) -> Document:
    issuer = catalog.issuers[sheet.issuer]
    return Document(
        id=f"credential:{sheet.id}",
        kind=DocumentKind.CREDENTIAL,
        title=f"{sheet.code} · {sheet.name}",
        trail=f"Credential › {issuer.letters}",
        place=Place("credential", {"id": sheet.id}),
        sentences=tuple(sentences_of(sheet.summary)),
        also=sheet.aliases,
        context=tuple(credential_words(sheet, issuer)),
        credentials=(sheet.id,),
        weight=weight,
    )


def _sections(
    catalog: Catalog, sheet: Credential, statements: Iterable[Statement], weight: float
) -> Iterator[Document]:
    lines = _lines_by_section(statements)
    lines[SheetSection.DISPUTES] = list(map(_dispute_line, sheet.disputed))
    lines[SheetSection.GAPS] = list(map(_gap_line, sheet.unknown))
    earnings = survey_rows_of(catalog, sheet.id)
    lines[SheetSection.EARNINGS] = [
        f"{row.publisher}, {row.year}: {row.measure.label} {format_money(row.amount)}"
        for row in earnings
    ]
    rivals = [rival for dispute in sheet.disputed for rival in dispute.values]
    together: dict[SheetSection, Sequence[Evidence]] = {
        SheetSection.EARNINGS: earnings,
        SheetSection.DISPUTES: rivals,
    }
    overview = overviews(catalog)[sheet.id]
    for section, sentence in (
        (SheetSection.FEES, describe_cost(overview)),
        (SheetSection.EXAM, describe_exam(overview)),
        (SheetSection.RENEWAL, describe_renewal(overview)),
    ):
        if (lines[section] or section is SheetSection.RENEWAL) and sentence:
            lines[section].insert(0, f"{sheet.code}: {as_phrase(sentence)}")
    letters = catalog.issuers[sheet.issuer].letters
    for section, of_section in lines.items():
        if of_section:
            title = section.heading(letters)
            yield Document(
                id=f"facts:{sheet.id}:{section}",
                kind=DocumentKind.FACTS,
                title=f"{catalog.labels[sheet.id]} · {title}",
                trail=f"Credential › {sheet.code} › {title}",
                place=Place("credential", {"id": sheet.id}, heading_anchor(title)),
                sentences=tuple(of_section),
                also=_ALSO.get(section, ()),
                context=(sheet.name, letters, *sheet.aliases),
                credentials=(sheet.id,),
                sources=source_ids(together.get(section, ())),
                weight=weight * (_UNSETTLED if section in _OPEN else 1),
            )


def _issuer(catalog: Catalog, issuer: Issuer, own: Iterable[str]) -> Document:
    labels = [catalog.credentials[key].code for key in own]
    listed = f"Its credentials here: {', '.join(labels)}."
    return Document(
        id=f"issuer:{issuer.id}",
        kind=DocumentKind.PAGE,
        title=f"{issuer.letters}: all of its credentials",
        trail="Page › Explore",
        place=Place("explore", {"issuer": issuer.id}),
        sentences=(*sentences_of(issuer.summary or ""), listed),
        also=(issuer.name,),
        issuer=issuer.id,
    )


def _issuer_sections(
    catalog: Catalog, issuer: Issuer, own: Sequence[str], best_known: str, weight: float
) -> Iterator[Document]:
    """What an issuer says of all of its credentials; it stands on the page of each."""
    lines = _lines_by_section(statements_of(issuer.id, issuer), SheetSection.ISSUER)
    lines[SheetSection.ISSUER] += map(_dispute_line, issuer.disputed)
    lines[SheetSection.ISSUER] += map(_gap_line, issuer.unknown)
    for section, of_section in lines.items():
        if of_section:
            title = section.heading(issuer.letters)
            yield Document(
                id=f"facts:{issuer.id}:{section}",
                kind=DocumentKind.FACTS,
                title=f"{issuer.letters} · {section.heading('it')}",
                trail=f"Credential › {catalog.credentials[best_known].code} › {title}",
                place=Place("credential", {"id": best_known}, heading_anchor(title)),
                sentences=tuple(of_section),
                also=_ALSO.get(section, ()),
                context=(issuer.name, *(catalog.credentials[key].code for key in own)),
                credentials=tuple(own),
                issuer=issuer.id,
                weight=weight * min(1.0, _ALONE + len(own) / 10),
            )


def _lines_by_section(
    statements: Iterable[Statement], others: SheetSection = SheetSection.MORE
) -> dict[SheetSection, list[str]]:
    """The statements as lines, by the section of the page where they stand."""
    lines: dict[SheetSection, list[str]] = defaultdict(list)
    for statement in statements:
        lines[section_of(statement, others)] += _lines(statement)
    return lines


def section_of(statement: Statement, others: SheetSection = SheetSection.MORE) -> SheetSection:
    """The section of a credential's page where a statement stands; ``others`` for the rest."""
    path = statement.schema_path
    fitting = (part for start, part in _SECTIONS.items() if path.startswith(start))
    return next(fitting, others)


def stated_as(catalog: Catalog, document: Document, sentence: str) -> Statement | None:
    """The statement of which a document of facts has this sentence; None where it is of none."""
    subject = document.issuer or next(iter(document.credentials), "")
    sheet = catalog.issuers.get(subject) or catalog.credentials.get(subject)
    if document.kind is not DocumentKind.FACTS or sheet is None:
        return None
    fitting = (state for state in statements_of(subject, sheet) if sentence in _lines(state))
    return next(fitting, None)


def _lines(statement: Statement) -> Iterator[str]:
    """What a statement says, and what its notes add."""
    yield f"{statement.label}: {statement.text}"
    notes = Counter(part.note for part in statement.parts if part.note)
    for note in notes:
        yield f"{statement.label}: {note}"


def _dispute_line(dispute: Dispute) -> str:
    return f"{dispute.topic}: {dispute.taken}. {dispute.why}"


def _gap_line(gap: Gap) -> str:
    return f"Not known: {gap.what}" + (f". Ask: {gap.ask}" if gap.ask else "")
