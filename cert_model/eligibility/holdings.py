"""Which credentials a person holds: by their own letters, by a fuller one, or with a mark."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cert_model.schema import Credential
from cert_model.vocabulary import Need


@dataclass(frozen=True, slots=True)
class Holding:
    """How a person comes to hold a credential."""

    by: str
    """The id of the credential in the profile: itself, one that replaces it, or a marked form."""
    letters: str
    """The code of that credential, such as RHIA."""
    is_marked: bool = False
    """Whether it is held with an apprentice designation, as the CPC is by a CPC-A."""


def find_holdings(
    sheets: Mapping[str, Credential], credentials: frozenset[str]
) -> dict[str, Holding]:
    """How the holder of some credentials holds each one that they hold, by id.

    A credential replaces its apprentice form, and those that its fact sheet names. Of several ways
    to hold one the full letters count, then what replaces it, then the form with a mark.
    """
    holdings: dict[str, Holding] = {}
    ordered = sorted(credentials)
    for key in ordered:
        full_form = sheets[key].same_exam_as
        if full_form is not None:
            holdings.setdefault(full_form, Holding(key, sheets[key].code, is_marked=True))
    for key in ordered:
        for replaced in _replaced_by(sheets, key):
            holdings[replaced] = Holding(key, sheets[key].code)
    return holdings | {key: Holding(key, sheets[key].code) for key in ordered}


def _replaced_by(sheets: Mapping[str, Credential], key: str) -> Iterator[str]:
    """The credentials whose place a credential takes, its own apprentice form among them."""
    yield from (replacement.credential for replacement in sheets[key].replaces)
    yield from (other for other, sheet in sheets.items() if sheet.same_exam_as == key)


def implied_memberships(
    sheets: Mapping[str, Credential], credentials: frozenset[str]
) -> frozenset[str]:
    """The issuers of which the holder of some credentials has to be a member to hold them."""
    return frozenset(
        sheets[key].issuer
        for key in credentials
        if (to_hold := sheets[key].membership.to_hold) is not None
        and to_hold.value is Need.REQUIRED
    )
