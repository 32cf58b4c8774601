"""What is answered on credentials themselves: their facts, and how they differ."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from api.assistants.answer import AnswerDraft, ShortAnswer
from cert_model.catalog import Catalog
from cert_model.commands.arguments import LONGEST_QUOTE, BadArgument, resolve_ids
from cert_model.commands.changing import catalog_as_at
from cert_model.commands.comparing import compare_credentials
from cert_model.explore.comparison import COMPARED_FIELDS
from cert_model.formatting import NOT_FOUND, format_count, join_words
from cert_model.overview import overviews
from cert_model.prices import estimates_of
from cert_model.prices.sentences import format_estimate
from cert_model.quality.statements import Statement, statements_of
from cert_model.schema import Credential, Issuer
from cert_model.site_search import section_of
from cert_model.vocabulary import Quantity, SheetSection, Status

SHOWN_SECTIONS = (
    SheetSection.FEES,
    SheetSection.EXAM,
    SheetSection.ELIGIBILITY,
    SheetSection.RENEWAL,
    SheetSection.APPRENTICE,
    SheetSection.PASS_RATES,
    SheetSection.BLUEPRINT,
    SheetSection.SCOPE,
    SheetSection.MORE,
    SheetSection.DISPUTES,
    SheetSection.GAPS,
)
"""The sections that can be asked for, in the order in which they are answered."""
_FORMER = ("former_fees", "former_dues")
_ESTIMATED: Mapping[SheetSection, Sequence[Quantity]] = {
    SheetSection.FEES: (Quantity.EXAM_PRICE, Quantity.DUES),
    SheetSection.EXAM: (Quantity.QUESTIONS, Quantity.MINUTES),
}
"""What is estimated in a section."""


def show(catalog: Catalog, name: str, sections: Sequence[str], day: str | None) -> ShortAnswer:
    """The facts of one credential, today or on an earlier day. Raises BadArgument."""
    _refuse_unknown("sections", sections, SHOWN_SECTIONS)
    then = catalog_as_at(catalog, "as_at", day)
    (key,) = resolve_ids(then, "id", [name])
    sheet = then.credentials[key]
    draft = AnswerDraft(
        then,
        f"Name sections to get others, or read the resource certlens://credentials/{key}, "
        "which has all of it.",
    )
    draft.say(*_introduction(then, sheet))
    statements = _statements_by_section(sheet.id, sheet)
    of_issuer = _statements_by_section(sheet.issuer, then.issuers[sheet.issuer])
    statements[SheetSection.FEES] += of_issuer[SheetSection.FEES]
    for section in SHOWN_SECTIONS:
        if not sections or section in sections:
            _state_estimates(draft, then, sheet, section)
            for statement in statements[section]:
                _state(draft, then, statement)
            _state_open_points(draft, sheet, section)
    return draft.finish()


def _statements_by_section(
    subject: str, sheet: Credential | Issuer
) -> defaultdict[SheetSection, list[Statement]]:
    """What a sheet says today by the section where it stands, without prices no longer asked."""
    by_section: defaultdict[SheetSection, list[Statement]] = defaultdict(list)
    for statement in statements_of(subject, sheet, borrowed=True):
        if statement.path[0] not in _FORMER:
            by_section[section_of(statement)].append(statement)
    return by_section


def _state(draft: AnswerDraft, catalog: Catalog, statement: Statement) -> None:
    """State a statement; one of an issuer names the issuer, which charges it for all of its own."""
    is_own = statement.subject in catalog.credentials
    draft.state(
        statement.label if is_own else f"{statement.subject}: {statement.label}",
        statement.text,
        statement.parts,
        credential=statement.subject if is_own else None,
    )


def _state_open_points(draft: AnswerDraft, sheet: Credential, section: SheetSection) -> None:
    """State where sources disagree, or what was not found and whom to ask."""
    if section is SheetSection.DISPUTES:
        for dispute in sheet.disputed:
            taken = f"sources disagree; taken is {dispute.taken}. {dispute.why}"
            draft.state(dispute.topic, taken, dispute.values, credential=sheet.id)
    if section is SheetSection.GAPS:
        for gap in sheet.unknown:
            ask = f" (ask: {gap.ask})" if gap.ask else ""
            draft.state(f"{gap.what}{ask}", NOT_FOUND, credential=sheet.id)


def _introduction(catalog: Catalog, sheet: Credential) -> list[str]:
    issuer = catalog.issuers[sheet.issuer]
    status = sheet.status.value or Status.UNKNOWN
    overview = overviews(catalog)[sheet.id]
    return [
        f"{sheet.id}: the {sheet.name} ({sheet.code}) of {issuer.name}.",
        f"Status: {status.label.lower()}; level: {sheet.level.label.lower()}.",
        sheet.summary,
        f"To earn it: {overview.to_earn_text}; each year after: {overview.upkeep_text} "
        "(worked out; the tool cost has the lines).",
    ]


def _state_estimates(
    draft: AnswerDraft, catalog: Catalog, sheet: Credential, section: SheetSection
) -> None:
    """State what is estimated in a section, each with the rule behind it."""
    estimates = estimates_of(catalog, sheet)
    for quantity in _ESTIMATED.get(section, ()):
        if estimate := estimates.get(quantity):
            facts = [catalog.find_fact(ref) for ref in estimate.facts]
            text = f"{format_estimate(quantity, estimate.low, estimate.high)}. {estimate.rule}"
            draft.state(quantity.label, text, facts, credential=sheet.id, estimated=True)


def _refuse_unknown(field: str, names: Sequence[str], allowed: Sequence[str]) -> None:
    """Raise BadArgument for a name that is not among those allowed."""
    for name in names:
        if name not in allowed:
            quoted = name[:LONGEST_QUOTE]
            message = f'"{quoted}" is not known; expected one of: {", ".join(allowed)}'
            raise BadArgument(field, message, allowed)


def compare(catalog: Catalog, names: Sequence[str], fields: Sequence[str]) -> ShortAnswer:
    """Two to five credentials side by side. Raises BadArgument."""
    _refuse_unknown("fields", fields, COMPARED_FIELDS)
    ids, rows = compare_credentials(catalog, names)
    draft = AnswerDraft(catalog, "Name fields to get others.")
    labels = [catalog.labels[key] for key in ids]
    alike = [row.label.lower() for row in rows if not row.differs and row.values[0] != NOT_FOUND]
    wanted = [row for row in rows if (row.field in fields if fields else row.differs)]
    if fields:
        draft.say(f"{join_words(labels)} compared.")
    else:
        differing = format_count(len(wanted), "field")
        draft.say(f"{join_words(labels)} compared; they differ in {differing}.")
    if alike and not fields:
        draft.say(f"The same for all: {join_words(alike)}.")
    for row in wanted:
        for at, key in enumerate(ids):
            draft.state(
                f"{row.group}, {row.label.lower()}",
                row.values[at],
                row.evidence[at],
                credential=key,
                estimated=row.estimated[at],
            )
    return draft.finish()
