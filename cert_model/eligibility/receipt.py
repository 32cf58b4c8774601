"""What was answered and found on a day, short enough for an address, to be held against today."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cert_model.catalog import Catalog
from cert_model.vocabulary import Verdict

_LETTERS = {
    Verdict.READY: "r",
    Verdict.CAN_SIT: "c",
    Verdict.UNDECIDED: "u",
    Verdict.NOT_YET: "n",
}
"""Whoever is in no group had to ask the issuer, or was not in the catalog."""
_SHAPE = re.compile(r"(\d{4}-\d{2}-\d{2})\.([0-9a-f]{12})((?:\.[rcun]:[a-z0-9/,-]+)*)")


class BadReceipt(ValueError):
    """Text that is no receipt."""


@dataclass(frozen=True)
class Receipt:
    """The verdicts of a day, and the fingerprint of the catalog they rest on."""

    day: date
    fingerprint: str
    verdicts: Mapping[str, Verdict]

    def format(self) -> str:
        """The receipt as it stands in an address."""
        groups = {
            letter: ",".join(key for key, found in self.verdicts.items() if found is verdict)
            for verdict, letter in _LETTERS.items()
        }
        listed = [f"{letter}:{keys}" for letter, keys in groups.items() if keys]
        return ".".join([self.day.isoformat(), self.fingerprint, *listed])


def issue_receipt(catalog: Catalog, verdicts: Mapping[str, Verdict]) -> Receipt:
    """The receipt of today."""
    return Receipt(catalog.today, catalog.fingerprint, verdicts)


def parse_receipt(text: str) -> Receipt:
    """The receipt in an address. Raises BadReceipt."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        raise BadReceipt("not a receipt")
    try:
        day = date.fromisoformat(found[1])
    except ValueError as error:
        raise BadReceipt("not a day of the calendar") from error
    verdicts: dict[str, Verdict] = {}
    named = {letter: verdict for verdict, letter in _LETTERS.items()}
    for group in filter(None, found[3].split(".")):
        letter, _, keys = group.partition(":")
        verdicts |= dict.fromkeys(keys.split(","), named[letter])
    return Receipt(day, found[2], verdicts)


def changes_since(catalog: Catalog, before: Receipt, now: Mapping[str, Verdict]) -> list[str]:
    """What the same answers lead to now that they did not lead to then, in words.

    ``now`` holds the verdicts of today for the credentials that are asked about.
    """
    changed = []
    for key, verdict in now.items():
        was = before.verdicts.get(key, Verdict.ASK_ISSUER)
        if was is not verdict:
            label = catalog.labels[key]
            changed.append(f"{label}: was “{was.label}”, is now “{verdict.label}”.")
    gone = [key for key in before.verdicts if key not in catalog.credentials]
    return [*changed, *(f"{key} is no longer in the catalog." for key in gone)]
