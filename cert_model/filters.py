"""Which credentials match a set of choices, and what each further choice would leave.

Choices of one facet are alternatives (coding *or* billing); facets narrow one another.
A credential whose figure is not known never passes a limit on that figure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from cert_model.catalog import Catalog
from cert_model.search import SearchIndex
from cert_model.vocabulary import CodeSet, Level, Role, Setting, Status

Mask = NDArray[np.bool_]

Choices = Mapping[str, frozenset[str]]
"""The chosen terms by facet; a facet without any is open."""


@dataclass(frozen=True)
class Facet:
    """One way to narrow the list: its terms, with a label each."""

    name: str
    label: str
    terms: Mapping[str, str]
    exclusive: bool = False
    """Whether at most one term can be chosen, as with a limit."""


_PRICES = {f"{dollars}": (f"up to ${dollars}", float(dollars)) for dollars in (150, 250, 350, 450)}
_MINUTES = {f"{hours}h": (f"up to {hours} hours", hours * 60.0) for hours in (2, 3, 4, 5)}
_CEUS = {f"{ceus}": (f"up to {ceus} a year", float(ceus)) for ceus in (8, 10, 15, 20)}


class FilterIndex:
    """Answers every filter question about one catalogue from precomputed masks."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._rows = catalog.credential_rows
        self._search = SearchIndex(catalog)

    @cached_property
    def facets(self) -> Mapping[str, Facet]:
        """Every facet by name, in the order in which a screen shows them."""
        issuers = {key: issuer.letters for key, issuer in self._catalog.issuers.items()}
        facets = (
            Facet("role", "Work", {str(role): role.label for role in Role}),
            Facet("setting", "Where", {str(setting): setting.label for setting in Setting}),
            Facet("code_set", "Code sets", {str(each): each.label for each in CodeSet}),
            Facet("level", "Level", {str(level): level.label for level in Level}),
            Facet("price", "Exam price", _labels(_PRICES), exclusive=True),
            Facet("online", "Taken online", {"yes": "yes", "no": "no"}, exclusive=True),
            Facet("open_book", "Books allowed", {"yes": "yes", "no": "no"}, exclusive=True),
            Facet("length", "Length of the exam", _labels(_MINUTES), exclusive=True),
            Facet("ceus", "Continuing education", _labels(_CEUS), exclusive=True),
            Facet("issuer", "Issuer", issuers),
            Facet("status", "Status", {str(status): status.label for status in Status}),
        )
        return {
            facet.name: Facet(
                facet.name,
                facet.label,
                {term: label for term, label in facet.terms.items() if self._used(facet, term)},
                facet.exclusive,
            )
            for facet in facets
        }

    def _used(self, facet: Facet, term: str) -> bool:
        return bool(self._masks[facet.name][term].any())

    @cached_property
    def _masks(self) -> Mapping[str, Mapping[str, Mask]]:
        rows = self._rows
        return {
            "role": _among(rows["roles"], Role),
            "setting": _among(rows["settings"], Setting),
            "code_set": _among(rows["code_sets"], CodeSet),
            "level": _equal(rows["level"], Level),
            "price": _at_most(rows["exam_fee_low"], _PRICES),
            "online": _yes_no(rows["online"]),
            "open_book": _yes_no(rows["open_book"]),
            "length": _at_most(rows["minutes"], _MINUTES),
            "ceus": _at_most(rows["ceus"] * 12 / rows["cycle_months"], _CEUS),
            "issuer": _equal(rows["issuer"], self._catalog.issuers),
            "status": _equal(rows["status"], Status),
        }

    def matching(self, choices: Choices, words: str = "") -> list[str]:
        """The ids that match, in catalogue order."""
        return list(self._rows["id"][self._mask(choices, words)])

    def counts(self, choices: Choices, words: str = "") -> dict[str, dict[str, int]]:
        """By facet and term, how many would match with that term chosen in its facet.

        The other facets stay as chosen; further choices within the facet do not count.
        """
        counted: dict[str, dict[str, int]] = {}
        for name, facet in self.facets.items():
            others = self._mask(
                {key: chosen for key, chosen in choices.items() if key != name}, words
            )
            counted[name] = {
                term: int((others & self._masks[name][term]).sum()) for term in facet.terms
            }
        return counted

    def blame(self, choices: Choices, words: str = "") -> list[tuple[str, int]]:
        """For each active filter, how many would match without it; most first.

        ``words`` takes part under the name ``q``. Filters whose removal changes nothing
        are left out.
        """
        active = [name for name, chosen in choices.items() if chosen]
        without = {
            name: int(self._mask({**choices, name: frozenset()}, words).sum()) for name in active
        }
        if words.strip():
            without["q"] = int(self._mask(choices, "").sum())
        now = int(self._mask(choices, words).sum())
        gains = [(name, count) for name, count in without.items() if count > now]
        return sorted(gains, key=lambda gain: -gain[1])

    def _mask(self, choices: Choices, words: str) -> Mask:
        mask = self._search.mask(words)
        for name, chosen in choices.items():
            known = [self._masks[name][term] for term in chosen if term in self._masks[name]]
            if chosen:
                mask = mask & (np.logical_or.reduce(known) if known else False)
        return mask


def _labels(limits: Mapping[str, tuple[str, float]]) -> dict[str, str]:
    return {key: label for key, (label, _) in limits.items()}


def _among(column: "pd.Series[list[str]]", terms: Iterable[str]) -> dict[str, Mask]:
    return {
        str(term): np.array([held is not None and term in held for held in column], dtype=bool)
        for term in terms
    }


def _equal(column: "pd.Series[str]", terms: Iterable[str]) -> dict[str, Mask]:
    return {str(term): _known(column == str(term)) for term in terms}


def _at_most(
    column: "pd.Series[float]", limits: Mapping[str, tuple[str, float]]
) -> dict[str, Mask]:
    return {key: _known(column <= limit) for key, (_, limit) in limits.items()}


def _yes_no(column: "pd.Series[bool]") -> dict[str, Mask]:
    return {"yes": _known(column), "no": _known(~column)}


def _known(answers: "pd.Series[bool]") -> Mask:
    return answers.fillna(False).to_numpy(dtype=bool)
