"""How well each figure that people compare is known, credential by credential."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cert_model.catalog import Catalog
from cert_model.catalog.catalog import once_per_catalog
from cert_model.catalog.standing import standing
from cert_model.catalog.subjects import is_money
from cert_model.quality.compared_fields import (
    COMPARED_FIELDS,
    ComparedField,
    CredentialContext,
    credential_context,
    known_statements,
)
from cert_model.schema import Evidence, Fact
from cert_model.vocabulary import Standing
from cert_model.vocabulary.terms import Term


class CoverageState(Term):
    """How well a figure is known."""

    ISSUER_CURRENT = Standing.ISSUER_CURRENT.value, Standing.ISSUER_CURRENT.label
    ISSUER_OLD = Standing.ISSUER_OLD.value, Standing.ISSUER_OLD.label
    THIRD_PARTY_CURRENT = Standing.THIRD_PARTY_CURRENT.value, Standing.THIRD_PARTY_CURRENT.label
    THIRD_PARTY_OLD = Standing.THIRD_PARTY_OLD.value, Standing.THIRD_PARTY_OLD.label
    DISPUTED = "disputed", "disputed"
    UNSOURCED = "unsourced", "our sorting, no source named"
    NOT_FOUND = "not-found", "not found"
    MOOT = "moot", "does not apply"


OUR_SORTING = ("settings", "code_sets")
"""Fields that hold our own sorting, which may stand without a source of its own."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The state of every field of every credential."""

    states: Mapping[str, Mapping[str, CoverageState]]
    """By credential, then by name of field."""

    def count(self, *states: CoverageState) -> int:
        """How many figures are in one of these states."""
        return sum(state in states for row in self.states.values() for state in row.values())

    @property
    def asked(self) -> int:
        """How many figures apply at all."""
        return sum(map(len, self.states.values())) - self.count(CoverageState.MOOT)

    def of_issuer(self, issuer: str | None) -> "Coverage":
        """The part that concerns one issuer; all of it for None."""
        if issuer is None:
            return self
        return Coverage(
            {key: row for key, row in self.states.items() if key.startswith(f"{issuer}/")}
        )


@once_per_catalog
def measure_coverage(catalog: Catalog) -> Coverage:
    """The state of each of ``FIELDS`` for every credential.

    A figure is as well known as the weakest statement that it rests on; one that a source
    contradicts is disputed. What is not known does not apply where nobody needs it: the
    exam of a retired credential, the renewal of one that is held for life.
    """
    return Coverage(
        {
            key: {field.name: coverage_state(catalog, subject, field) for field in COMPARED_FIELDS}
            for key in catalog.credentials
            for subject in [credential_context(catalog, key)]
        }
    )


def coverage_state(
    catalog: Catalog, subject: CredentialContext, field: ComparedField
) -> CoverageState:
    """How well one figure of one credential is known."""
    found = known_statements(subject, field)
    if not found:
        return _absent(subject, field)
    if any(isinstance(each, Fact) and each.disputed for each in found):
        return CoverageState.DISPUTED
    return max((_state(catalog, each, field) for each in found), key=_rank)


def _absent(subject: CredentialContext, field: ComparedField) -> CoverageState:
    if field.name in OUR_SORTING and getattr(subject.sheet, field.name) not in (None, ()):
        return CoverageState.UNSOURCED
    return CoverageState.MOOT if field.moot(subject) else CoverageState.NOT_FOUND


def _state(catalog: Catalog, statement: Evidence, field: ComparedField) -> CoverageState:
    money = field.schema_path.startswith("fees.") or is_money(tuple(field.schema_path.split(".")))
    found = standing(statement, catalog.sources, catalog.today, money=money)
    return CoverageState(found.value)


def _rank(state: CoverageState) -> int:
    return _ranks()[state]


@cache
def _ranks() -> dict[CoverageState, int]:
    return {state: place for place, state in enumerate(CoverageState)}
