"""How well each figure that people compare is known, credential by credential."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.catalog.standing import standing
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
    """How well a figure is known, best first."""

    ISSUER_CURRENT = Standing.ISSUER_CURRENT.value, Standing.ISSUER_CURRENT.label
    ISSUER_OLD = Standing.ISSUER_OLD.value, Standing.ISSUER_OLD.label
    THIRD_PARTY_CURRENT = Standing.THIRD_PARTY_CURRENT.value, Standing.THIRD_PARTY_CURRENT.label
    THIRD_PARTY_OLD = Standing.THIRD_PARTY_OLD.value, Standing.THIRD_PARTY_OLD.label
    DISPUTED = "disputed", "disputed"
    UNSOURCED = "unsourced", "our sorting, no source named"
    NOT_FOUND = "not-found", "not found"
    NOT_APPLICABLE = "moot", "does not apply"


_OF_A_CREDENTIAL = {
    Standing.GOVERNMENT_CURRENT: CoverageState.THIRD_PARTY_CURRENT,
    Standing.COPY_CURRENT: CoverageState.THIRD_PARTY_CURRENT,
    Standing.GOVERNMENT_OLD: CoverageState.THIRD_PARTY_OLD,
    Standing.COPY_OLD: CoverageState.THIRD_PARTY_OLD,
}
"""What a standing comes to here: on a credential, a government speaks as a third party."""

_OUR_SORTING = ("settings", "code_sets")
"""Fields that hold our own classification, which may stand without a source of its own."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The state of every compared field of every credential."""

    states: Mapping[str, Mapping[str, CoverageState]]
    """By id of the credential, then by name of the field."""

    def count(self, *states: CoverageState) -> int:
        """The number of figures in one of these states."""
        return sum(state in states for row in self.states.values() for state in row.values())

    @property
    def applicable(self) -> int:
        """The number of figures that apply to their credential."""
        return sum(map(len, self.states.values())) - self.count(CoverageState.NOT_APPLICABLE)

    def of_issuer(self, issuer: str | None) -> "Coverage":
        """The part for one issuer's credentials; all of it for None."""
        if issuer is None:
            return self
        return Coverage(
            {key: row for key, row in self.states.items() if key.startswith(f"{issuer}/")}
        )


@once_per_catalog
def measure_coverage(catalog: Catalog) -> Coverage:
    """The state of each of ``COMPARED_FIELDS`` for every credential.

    A figure is as well known as the weakest statement behind it, and disputed if a source
    contradicts it. A figure that is not known does not apply where nobody needs it, such as the
    exam of a retired credential or the renewal of one that is held for life.
    """
    return Coverage(
        {
            key: {field.name: coverage_state(catalog, context, field) for field in COMPARED_FIELDS}
            for key in catalog.credentials
            for context in [credential_context(catalog, key)]
        }
    )


def coverage_state(
    catalog: Catalog, context: CredentialContext, field: ComparedField
) -> CoverageState:
    """How well one figure of one credential is known."""
    statements = known_statements(context, field)
    if not statements:
        return _state_without_evidence(context, field)
    if any(isinstance(statement, Fact) and statement.disputed for statement in statements):
        return CoverageState.DISPUTED
    return max((_state(catalog, statement) for statement in statements), key=_rank)


def _state_without_evidence(context: CredentialContext, field: ComparedField) -> CoverageState:
    if field.name in _OUR_SORTING and getattr(context.sheet, field.name) not in (None, ()):
        return CoverageState.UNSOURCED
    return (
        CoverageState.NOT_APPLICABLE if field.does_not_apply(context) else CoverageState.NOT_FOUND
    )


def _state(catalog: Catalog, statement: Evidence) -> CoverageState:
    grade = standing(statement, catalog.sources, catalog.today)
    return _OF_A_CREDENTIAL.get(grade) or CoverageState(grade.value)


def _rank(state: CoverageState) -> int:
    return _ranks()[state]


@cache
def _ranks() -> dict[CoverageState, int]:
    return {state: rank for rank, state in enumerate(CoverageState)}
