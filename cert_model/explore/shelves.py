"""What stands first in a long list of credentials, and what stands apart from it."""

from collections.abc import Iterable, Mapping
from enum import Enum

from cert_model.candidates.targets import HOME_COUNTRY
from cert_model.overview import Overview
from cert_model.vocabulary import Status


class Shelf(Enum):
    """A part of a long list; the value is its title, which its count follows."""

    FRONT = "Active, with a known price, length or number of questions"
    LITTLE_KNOWN = "Little known: no price, length or number of questions was found"
    NOT_GIVEN = "Retired, or of unknown status"
    ABROAD = "From other countries"


_IS_GIVEN = (Status.ACTIVE, Status.ANNOUNCED)


def shelf_of(overview: Overview) -> Shelf:
    """The shelf of a credential, which its issuer's country, its status and its figures decide."""
    if overview.country != HOME_COUNTRY:
        return Shelf.ABROAD
    if overview.status not in _IS_GIVEN:
        return Shelf.NOT_GIVEN
    figures = (overview.exam_fee_low, overview.questions, overview.minutes)
    return Shelf.FRONT if any(figure is not None for figure in figures) else Shelf.LITTLE_KNOWN


def by_shelf(overviews: Iterable[Overview]) -> Mapping[Shelf, list[Overview]]:
    """The credentials by shelf, in the order given, without the shelves that stay empty."""
    shelves: dict[Shelf, list[Overview]] = {shelf: [] for shelf in Shelf}
    for overview in overviews:
        shelves[shelf_of(overview)].append(overview)
    return {shelf: listed for shelf, listed in shelves.items() if listed}
