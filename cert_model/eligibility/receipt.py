"""A receipt: the verdicts of one day as short text, to compare with the verdicts of a later day.

The text fits into an address, such as ``2026-11-23.0123456789ab.c:aapc/cpc,ahima/cca``: the day,
the fingerprint of the catalog, and the credentials by the letter of their verdict.
"""

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
    Verdict.HELD: "h",
    Verdict.CLOSED: "x",
}
"""A credential under no letter was one to ask the issuer about, or not yet in the catalog."""
_PATTERN = re.compile(r"(\d{4}-\d{2}-\d{2})\.([0-9a-f]{12})((?:\.[rcunhx]:[a-z0-9/,-]+)*)")


class BadReceipt(ValueError):
    """Text that is not a receipt."""


@dataclass(frozen=True)
class Receipt:
    """The verdicts of one day, and the fingerprint of the catalog behind them."""

    day: date
    fingerprint: str
    verdicts: Mapping[str, Verdict]

    def format(self) -> str:
        """The receipt as text for an address."""
        keys_by_letter = {
            letter: ",".join(key for key, value in self.verdicts.items() if value is verdict)
            for verdict, letter in _LETTERS.items()
        }
        groups = [f"{letter}:{keys}" for letter, keys in keys_by_letter.items() if keys]
        return ".".join([self.day.isoformat(), self.fingerprint, *groups])


def issue_receipt(catalog: Catalog, verdicts: Mapping[str, Verdict]) -> Receipt:
    """A receipt for the verdicts of today, by credential id."""
    return Receipt(catalog.today, catalog.fingerprint, verdicts)


def parse_receipt(text: str) -> Receipt:
    """The receipt that a text from an address holds. Raises BadReceipt."""
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise BadReceipt("not a receipt")
    try:
        day = date.fromisoformat(match[1])
    except ValueError as error:
        raise BadReceipt("not a day of the calendar") from error
    verdicts: dict[str, Verdict] = {}
    verdict_by_letter = {letter: verdict for verdict, letter in _LETTERS.items()}
    for group in filter(None, match[3].split(".")):
        letter, _, keys = group.partition(":")
        verdicts |= dict.fromkeys(keys.split(","), verdict_by_letter[letter])
    return Receipt(day, match[2], verdicts)


def changes_since(catalog: Catalog, before: Receipt, now: Mapping[str, Verdict]) -> list[str]:
    """A sentence for each verdict that differs from the receipt, though the answers are the same.

    ``now`` holds today's verdicts, by id, for the credentials to compare.
    """
    sentences = []
    for key, verdict in now.items():
        earlier = before.verdicts.get(key, Verdict.ASK_ISSUER)
        if earlier is not verdict:
            label = catalog.labels[key]
            sentences.append(f"{label}: was “{earlier.label}”, is now “{verdict.label}”.")
    removed = [key for key in before.verdicts if key not in catalog.credentials]
    return [*sentences, *(f"{key} is no longer in the catalog." for key in removed)]
