"""Which credentials match a set of choices, and what each further choice would leave.

Choices of one facet are alternatives (coding *or* billing); facets narrow one another.
A credential whose figure is not known never passes a limit on that figure.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cert_model.catalog import Catalog
from cert_model.catalog.overview import Overview
from cert_model.explore.search import SearchIndex, WordIndex
from cert_model.vocabulary import CodeSet, Level, Role, Setting, Status, Verdict

Mask = NDArray[np.bool_]

Choices = Mapping[str, frozenset[str]]
"""The chosen terms by facet; a facet without any is open."""

SIT = "sit"
"""The name of the facet that depends on who asks."""

SEARCH = "q"
"""The name under which a search takes its share of the blame."""


@dataclass(frozen=True)
class Facet:
    """One way to narrow the list: its terms, with a label each."""

    name: str
    label: str
    terms: Mapping[str, str]
    fits: Callable[[Any, str], bool]
    """Whether a thing fits a term."""
    exclusive: bool = False
    """Whether at most one term can be chosen, as with a limit."""


def _at_most(figure: Callable[[Overview], float | None], unit: float = 1) -> Callable[..., bool]:
    def fits(overview: Overview, limit: str) -> bool:
        known = figure(overview)
        return known is not None and known <= float(limit.removesuffix("h")) * unit

    return fits


def _yes_no(answer: Callable[[Overview], bool | None]) -> Callable[..., bool]:
    return lambda overview, term: answer(overview) is (term == "yes")


def _facets(issuers: Mapping[str, str]) -> tuple[Facet, ...]:
    """Every facet in the order in which a screen shows them."""
    yes_no = {"yes": "yes", "no": "no"}
    return (
        Facet("role", "Work", {t: t.label for t in Role}, lambda it, term: term in it.roles),
        Facet("setting", "Where", {t: t.label for t in Setting}, lambda it, t: t in it.settings),
        Facet(
            "code_set",
            "Code sets",
            {t: t.label for t in CodeSet},
            lambda it, term: term in (it.code_sets or ()),
        ),
        Facet("level", "Level", {t: t.label for t in Level}, lambda it, term: it.level == term),
        Facet(
            "price",
            "Exam price",
            {f"{dollars}": f"up to ${dollars}" for dollars in (150, 250, 350, 450)},
            _at_most(lambda it: it.exam_fee_low),
            exclusive=True,
        ),
        Facet(
            "first_year",
            "First year",
            {f"{dollars}": f"up to ${dollars}" for dollars in (400, 700, 1000, 1500)},
            _at_most(lambda it: it.first_year_cost),
            exclusive=True,
        ),
        Facet("online", "Taken online", yes_no, _yes_no(lambda it: it.online), exclusive=True),
        Facet(
            "open_book", "Books allowed", yes_no, _yes_no(lambda it: it.open_book), exclusive=True
        ),
        Facet(
            "length",
            "Length of the exam",
            {f"{hours}h": f"up to {hours} hours" for hours in (2, 3, 4, 5)},
            _at_most(lambda it: it.minutes, unit=60),
            exclusive=True,
        ),
        Facet(
            "ceus",
            "Continuing education",
            {f"{ceus}": f"up to {ceus} a year" for ceus in (8, 10, 15, 20)},
            _at_most(lambda it: it.ceus_a_year),
            exclusive=True,
        ),
        Facet("issuer", "Issuer", issuers, lambda it, term: it.issuer == term),
        Facet("status", "Status", {t: t.label for t in Status}, lambda it, t: it.status == t),
    )


class Filters:
    """Answers every filter question about a list from precomputed masks."""

    def __init__(
        self, items: Mapping[str, Any], facets: Iterable[Facet], search: WordIndex
    ) -> None:
        """``items`` by id, in the order of the list; ``search`` answers in the same order."""
        self._ids = np.array(list(items))
        self._items = list(items.values())
        self._every_facet = tuple(facets)
        self._search = search

    @cached_property
    def facets(self) -> Mapping[str, Facet]:
        """The facets by name, each with the terms that fit something."""
        return {
            facet.name: Facet(
                facet.name,
                facet.label,
                {
                    str(t): label
                    for t, label in facet.terms.items()
                    if self._mask_of(facet, t).any()
                },
                facet.fits,
                facet.exclusive,
            )
            for facet in self._every_facet
        }

    @cached_property
    def _masks(self) -> Mapping[str, Mapping[str, Mask]]:
        return {
            name: {term: self._mask_of(facet, term) for term in facet.terms}
            for name, facet in self.facets.items()
        }

    def _mask_of(self, facet: Facet, term: str) -> Mask:
        return np.array([facet.fits(it, term) for it in self._items], dtype=bool)

    def matching(self, choices: Choices, words: str = "") -> list[str]:
        """The ids that match, in the order of the list."""
        chosen = self._chosen(choices, words)
        found: list[str] = self._ids[self._all_of(chosen.values())].tolist()
        return found

    def counts(self, choices: Choices, words: str = "") -> dict[str, dict[str, int]]:
        """By facet and term, how many would match with that term chosen in its facet.

        The other facets stay as chosen; further choices within the facet do not count.
        """
        chosen = self._chosen(choices, words)
        counted: dict[str, dict[str, int]] = {}
        for name, masks in self._masks.items():
            others = self._without(name, chosen)
            counted[name] = {
                term: int(np.count_nonzero(others & mask)) for term, mask in masks.items()
            }
        return counted

    def blame(self, choices: Choices, words: str = "") -> list[tuple[str, int]]:
        """For each active filter, how many would match without it; most first.

        ``words`` take part under the name ``q``. Filters whose removal changes nothing are
        left out.
        """
        chosen = self._chosen(choices, words)
        now = np.count_nonzero(self._all_of(chosen.values()))
        without = {name: int(np.count_nonzero(self._without(name, chosen))) for name in chosen}
        gains = [(name, count) for name, count in without.items() if count > now]
        return sorted(gains, key=lambda gain: -gain[1])

    def _chosen(self, choices: Choices, words: str) -> dict[str, Mask]:
        """The mask of every filter in force, by name."""
        masks = {
            name: np.logical_or.reduce([self._masks[name][term] for term in terms])
            for name, terms in choices.items()
            if terms
        }
        if words.strip():
            masks[SEARCH] = self._search.mask(words)
        return masks

    def _without(self, name: str, chosen: Mapping[str, Mask]) -> Mask:
        return self._all_of(mask for other, mask in chosen.items() if other != name)

    def _all_of(self, masks: Iterable[Mask]) -> Mask:
        everything = np.ones(len(self._ids), dtype=bool)
        for mask in masks:
            everything &= mask
        return everything


class FilterIndex(Filters):
    """The filters of the credentials of a catalog."""

    def __init__(self, catalog: Catalog, overviews: Mapping[str, Overview]) -> None:
        """``overviews`` are the catalog's, in its order, with or without their costs."""
        issuers = {key: issuer.letters for key, issuer in catalog.issuers.items()}
        super().__init__(overviews, _facets(issuers), SearchIndex(catalog))

    def with_verdicts(self, verdicts: Mapping[str, Verdict]) -> "FilterIndex":
        """The same index with one facet more: whether a person may sit, by credential id."""
        terms = {str(each): each.label for each in Verdict if each in verdicts.values()}
        facet = Facet(SIT, "May I sit", terms, lambda it, term: verdicts[it.id] == term)
        more = copy(self)
        masks = {term: self._mask_of(facet, term) for term in facet.terms}
        more.__dict__ |= {
            "facets": {SIT: facet, **self.facets},
            "_masks": {SIT: masks, **self._masks},
        }
        return more
