"""What would change a person's answers: each single change, and every exam it would open."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility.changes import Change, apply_changes, effort, missing_changes
from cert_model.eligibility.person import build_person
from cert_model.eligibility.profile import Profile
from cert_model.eligibility.verdicts import MAY_SIT, decide_verdicts, is_retired


@dataclass(frozen=True)
class Unlock:
    """A change, and the ids of the credentials for which one could then sit."""

    change: Change
    opens: tuple[str, ...]


def find_unlocks(
    catalog: Catalog,
    profile: Profile,
    first_year_costs: Mapping[str, float],
    among: Collection[str] | None = None,
) -> list[Unlock]:
    """Every single change that opens at least one exam, the nearest first.

    Those whose price and time are known come first, the cheaper and quicker before others; then
    those that open most.

    ``among`` narrows the exams to some credentials, by id.
    """
    keys = catalog.credentials if among is None else among
    now = decide_verdicts(catalog, build_person(catalog, profile))
    found: dict[tuple[str, ...], Unlock] = {}
    for change in _candidates(catalog, profile, first_year_costs):
        after = decide_verdicts(catalog, build_person(catalog, apply_changes(profile, [change])))
        opens = tuple(key for key in keys if after[key] in MAY_SIT and now[key] not in MAY_SIT)
        if opens:
            found.setdefault((*opens, change.test), Unlock(change, opens))
    return sorted(found.values(), key=lambda each: (effort((each.change,)), -len(each.opens)))


def _candidates(
    catalog: Catalog, profile: Profile, first_year_costs: Mapping[str, float]
) -> Iterable[Change]:
    """The changes that alone would be enough for something."""
    who = build_person(catalog, profile)
    seen: set[str] = set()
    for sheet in catalog.credentials.values():
        if is_retired(sheet) or sheet.eligibility.required is None:
            continue
        for changes in missing_changes(sheet.eligibility.required, who, first_year_costs):
            if len(changes) == 1 and not changes[0].needs_issuer:
                effect = repr(apply_changes(profile, changes))
                if effect not in seen:
                    seen.add(effect)
                    yield changes[0]
