"""The subjects of the catalog: issuers, credentials, preparation and careers, with their facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cert_model.schema import Credential, Evidence, Model
from cert_model.schema.facts import FieldPath, find_statements

if TYPE_CHECKING:
    from cert_model.catalog.catalog import Catalog

PREPARATION = "preparation"
"""The subject of facts on training, materials, CEU offers and funding."""
CAREERS = "careers"
"""The subject of facts on pay, outlook and surveys."""

_SHARED_WITH_AN_EXAM = ("exam", "fees", "former_fees", "eligibility", "apprentice")


@dataclass(frozen=True, slots=True)
class FactRef:
    """The place of one fact in the catalog, written as ``aapc/cpc:fees.0.amount``."""

    subject: str
    """The id of a credential or issuer, or ``PREPARATION``."""
    path: FieldPath

    def __str__(self) -> str:
        return f"{self.subject}:{'.'.join(map(str, self.path))}"


def sheets_by_subject(catalog: "Catalog") -> dict[str, Model]:
    """What the catalog says of each subject, by its name: an id, ``preparation``, ``careers``."""
    return {
        **catalog.issuers,
        **catalog.credentials,
        PREPARATION: catalog.preparation,
        CAREERS: catalog.careers,
    }


def find_facts(
    sheets: Mapping[str, Model], *, borrowed: bool = False
) -> Iterator[tuple[str, FieldPath, Evidence]]:
    """Every sourced statement of these sheets, with its subject and its place in the file.

    Statements that a sheet borrows from the credential whose exam it shares are left out,
    or every list would count them twice, unless ``borrowed``.
    """
    for subject, sheet in sheets.items():
        for place, statement in find_statements(sheet):
            if borrowed or not is_borrowed(sheet, place):
                yield subject, place, statement


def is_borrowed(sheet: Model, place: FieldPath) -> bool:
    """Whether a statement comes from the sheet of the credential whose exam this one shares."""
    shares = isinstance(sheet, Credential) and bool(sheet.same_exam_as)
    return shares and place[0] in _SHARED_WITH_AN_EXAM


def subject_label(catalog: "Catalog", subject: str) -> str:
    """The label of a credential or issuer; ``Preparation`` or ``Careers`` for the others."""
    if subject in catalog.labels:
        return catalog.labels[subject]
    issuer = catalog.issuers.get(subject)
    return issuer.letters if issuer else subject.capitalize()
