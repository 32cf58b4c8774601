"""The schooling that holding a credential shows: every way to its exam asked for as much.

Whoever holds the RHIT has graduated from a program that leads to a degree, and so has a diploma;
nobody has to be asked. What a rule demands on some of its ways alone, or leaves to the issuer,
shows nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.schema import Credential
from cert_model.schema.rules import (
    AllOf,
    AnyOf,
    CredentialTest,
    EducationTest,
    HimProgramTest,
    Rule,
)
from cert_model.vocabulary import EducationLevel, HimProgram

EDUCATION_RANK = {level: rank for rank, level in enumerate(EducationLevel)}
DEGREE_OF: Mapping[HimProgram, EducationLevel] = {
    HimProgram.CAHIIM_ASSOCIATE: EducationLevel.ASSOCIATE,
    HimProgram.CAHIIM_BACHELOR: EducationLevel.BACHELOR,
    HimProgram.CAHIIM_MASTER: EducationLevel.MASTER,
    HimProgram.CAHIIM_POST_BACCALAUREATE: EducationLevel.BACHELOR,
}
"""The level of education that somebody has who has graduated from a program."""
_LEAST_DEGREE = EducationLevel.ASSOCIATE
"""A program abroad counts where it leads to a degree, of which level is not published."""
_NOTHING = EducationLevel.NONE


@dataclass(frozen=True, slots=True)
class ShownSchooling:
    """The least schooling of a holder of credentials, and the credential that shows it."""

    level: EducationLevel = _NOTHING
    by: str | None = None
    """The id of the credential; None where nothing held shows any schooling."""
    letters: str = ""
    """The code of that credential, such as RHIT."""

    def is_enough_for(self, level: EducationLevel) -> bool:
        """Whether it shows as much as a level."""
        return self.by is not None and EDUCATION_RANK[self.level] >= EDUCATION_RANK[level]


NO_SCHOOLING_SHOWN = ShownSchooling()


@once_per_catalog
def schooling_shown(catalog: Catalog) -> Mapping[str, EducationLevel]:
    """By id, the least schooling of the holders of each credential that shows any."""
    return shown_by_rules(catalog.credentials)


def shown_by_rules(sheets: Mapping[str, Credential]) -> dict[str, EducationLevel]:
    """``schooling_shown`` of the credentials in some fact sheets."""
    levels = {key: _of_holder(sheets, key, frozenset()) for key in sheets}
    return {key: level for key, level in levels.items() if level is not _NOTHING}


def most_schooling_shown(catalog: Catalog, credentials: Iterable[str]) -> ShownSchooling:
    """The most that the credentials of one person show of their schooling."""
    levels = schooling_shown(catalog)
    showing = sorted(key for key in credentials if key in levels)
    best = max(showing, key=lambda key: EDUCATION_RANK[levels[key]], default=None)
    if best is None:
        return NO_SCHOOLING_SHOWN
    return ShownSchooling(levels[best], best, catalog.credentials[best].code)


def _of_holder(
    sheets: Mapping[str, Credential], key: str, asked_by: frozenset[str]
) -> EducationLevel:
    """What holders of a credential have at least; ``asked_by`` are those whose rules led here."""
    rule = sheets[key].eligibility.required
    if rule is None or key in asked_by:
        return _NOTHING
    return _demanded(sheets, rule, asked_by | {key})


def _demanded(
    sheets: Mapping[str, Credential], rule: Rule, asked_by: frozenset[str]
) -> EducationLevel:
    """The schooling without which nobody meets a rule."""
    if isinstance(rule, AllOf):
        return _highest(_demanded(sheets, part, asked_by) for part in rule.all_of)
    if isinstance(rule, AnyOf):
        return _lowest(_demanded(sheets, part, asked_by) for part in rule.any_of)
    if isinstance(rule, EducationTest):
        return rule.at_least
    if isinstance(rule, HimProgramTest):
        return _lowest(DEGREE_OF.get(program, _LEAST_DEGREE) for program in rule.any)
    if isinstance(rule, CredentialTest):
        counting = [key for key in sheets if key in rule.any or rule.role in sheets[key].roles]
        return _lowest(_of_holder(sheets, key, asked_by) for key in counting)
    return _NOTHING


def _lowest(levels: Iterable[EducationLevel]) -> EducationLevel:
    return min(levels, key=EDUCATION_RANK.__getitem__, default=_NOTHING)


def _highest(levels: Iterable[EducationLevel]) -> EducationLevel:
    return max(levels, key=EDUCATION_RANK.__getitem__, default=_NOTHING)
