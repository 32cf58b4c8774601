"""The documents on what is bought, who pays for it, and the pay of each state."""

from collections.abc import Iterator

from cert_model import careers
from cert_model.catalog import Catalog
from cert_model.explore.comparison import source_ids
from cert_model.formatting import format_money
from cert_model.formatting.facts import format_price, format_reading
from cert_model.formatting.markdown import heading_anchor
from cert_model.preparation import payer_ids
from cert_model.preparation.sentences import MATERIALS_TITLE
from cert_model.schema import Evidence, Note
from cert_model.schema.preparation import Material
from cert_model.site_search.documents import Document, Place
from cert_model.vocabulary import DocumentKind

_BEST_KNOWN = "aapc/cpc"
"""The credential under which a page opens that is the same for every one."""


def money_documents(catalog: Catalog) -> Iterator[Document]:
    """Every document on training programs, study material, payers, and the pay of states."""
    yield from _programs(catalog)
    yield from _materials(catalog)
    yield from _payers(catalog)
    yield from _states(catalog)


def _programs(catalog: Catalog) -> Iterator[Document]:
    for program in catalog.preparation.programs.programs:
        aim = next((key for key in program.prepares_for if key in catalog.credentials), None)
        if aim is None:
            continue
        labels = ", ".join(catalog.labels[key] for key in program.prepares_for)
        yield Document(
            id=f"program:{program.id}",
            kind=DocumentKind.PROGRAM,
            title=f"{program.name}, {program.provider}",
            trail="Prepare › Programs",
            place=Place("prepare", {"id": aim, "view": "programs"}),
            sentences=(f"{program.kind.label}, for {labels}.", *map(_line, program.details)),
            sources=source_ids(program.details),
        )


def _materials(catalog: Catalog) -> Iterator[Document]:
    for material in catalog.preparation.materials.materials:
        served = [key for key, sheet in catalog.credentials.items() if material.serves(sheet)]
        if not served:
            continue
        aim = _BEST_KNOWN if _BEST_KNOWN in served else served[0]
        prices = (f"{price.label}: {format_price(price)}" for price in material.prices)
        yield Document(
            id=f"material:{material.id}",
            kind=DocumentKind.MATERIAL,
            title=material.name,
            trail=f"Prepare › Books and exam day › {MATERIALS_TITLE}",
            place=Place("prepare", {"id": aim, "view": "day"}, heading_anchor(MATERIALS_TITLE)),
            sentences=(f"{material.kind.label}.", *prices, *map(_line, material.details)),
            sources=source_ids((*_stated(material), *material.details)),
            credentials=tuple(served),
        )


def _payers(catalog: Catalog) -> Iterator[Document]:
    if _BEST_KNOWN not in catalog.credentials:
        return
    payers = set(payer_ids(catalog))
    first_of: dict[str, str] = {}
    for funding in catalog.preparation.funding.funding:
        if funding.id in payers:
            first_of[funding.payer] = funding.id
    for funding in catalog.preparation.funding.funding:
        yield Document(
            id=f"payer:{funding.id}",
            kind=DocumentKind.PAYER,
            title=funding.name,
            trail="Prepare › Who may pay",
            place=Place(
                "prepare",
                {"id": _BEST_KNOWN, "view": "payers", "payer": first_of[funding.payer]},
            ),
            sentences=tuple(map(_line, (*funding.rules, *funding.details)))
            or (f"Paid by {funding.payer}.",),
            sources=source_ids((*funding.rules, *funding.details)),
            also=(funding.payer,),
        )


def _stated(material: Material) -> list[Evidence]:
    """The statements behind the prices of a material."""
    return [price.stated for price in material.prices]


def _line(note: Note) -> str:
    return f"{note.label}: {format_reading(note, note.unit or '')}"


def _states(catalog: Catalog) -> Iterator[Document]:
    for state, row in careers.state_medians(catalog, careers.CODER_SOC).items():
        yield Document(
            id=f"place:{state}",
            kind=DocumentKind.PLACE,
            title=f"Pay in {state.label}",
            trail="Work and pay",
            place=Place("careers", {"state": state.value}),
            sentences=(
                f"Half of the medical records specialists in {state.label} earn more than "
                f"{format_money(row.p50)} a year, half less.",
            ),
            sources=row.src,
            also=(f"salary jobs medical coder in {state.label}",),
        )
