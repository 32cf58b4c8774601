"""Which items of a list match a set of choices, and what each further choice would leave.

Choices of one facet are alternatives (coding *or* billing); facets narrow one another.
An item whose figure is not known never passes a limit on that figure.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cert_model.search import WordIndex

Mask = NDArray[np.bool_]
"""For each item of the list, whether it fits."""

Choices = Mapping[str, frozenset[str]]
"""The chosen terms by facet; a facet without any is open."""

Outline = tuple[tuple[str, bool, tuple[str, ...]], ...]
"""The name of each facet, whether it takes one term alone, and its terms."""

SEARCH = "q"
"""The name that a search has among the active filters."""


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list: its terms, each with its label."""

    name: str
    label: str
    terms: Mapping[str, str]
    fits: Callable[[Any, str], bool]
    """Whether an item fits a term."""
    exclusive: bool = False
    """Whether at most one term can be chosen, as with a limit."""


@dataclass(frozen=True)
class Filters:
    """A list with a mask computed beforehand for every term of every facet."""

    ids: NDArray[np.str_]
    """The ids of the items, in the order of the list and of every mask."""
    facets: Mapping[str, Facet]
    """By name, in the order in which a screen shows them, without terms that nothing fits."""
    masks: Mapping[str, Mapping[str, Mask]]
    """By facet and term."""
    search: WordIndex

    @cached_property
    def outline(self) -> Outline:
        """The facets as they are asked for; the same for lists that are narrowed alike."""
        return tuple(
            (facet.name, facet.exclusive, tuple(facet.terms)) for facet in self.facets.values()
        )

    def matching(self, choices: Choices, words: str = "") -> list[str]:
        """The ids of the items that match, in the order of the list."""
        masks = self._active_masks(choices, words)
        ids: list[str] = self.ids[self._all_of(masks.values())].tolist()
        return ids

    def counts(self, choices: Choices, words: str = "") -> dict[str, dict[str, int]]:
        """By facet and term, how many would match with that term chosen in its facet.

        The other facets stay as chosen; further choices within the facet do not count.
        """
        in_force = self._active_masks(choices, words)
        counted: dict[str, dict[str, int]] = {}
        for name, masks in self.masks.items():
            others = self._all_but(name, in_force)
            counted[name] = {
                term: int(np.count_nonzero(others & mask)) for term, mask in masks.items()
            }
        return counted

    def matches_without(self, choices: Choices, words: str = "") -> list[tuple[str, int]]:
        """For each active filter, how many would match if it were dropped; most first.

        The search takes part under the name ``q``. A filter is left out if dropping it alone
        would change nothing.
        """
        in_force = self._active_masks(choices, words)
        matches = np.count_nonzero(self._all_of(in_force.values()))
        without = {name: int(np.count_nonzero(self._all_but(name, in_force))) for name in in_force}
        gains = [(name, count) for name, count in without.items() if count > matches]
        return sorted(gains, key=lambda gain: -gain[1])

    def with_facet_first(self, facet: Facet, masks: Mapping[str, Mask]) -> "Filters":
        """These filters with one facet more, which stands before the others."""
        return replace(
            self,
            facets={facet.name: facet, **self.facets},
            masks={facet.name: masks, **self.masks},
        )

    def _active_masks(self, choices: Choices, words: str) -> dict[str, Mask]:
        """The mask of every active filter, by name."""
        masks = {
            name: np.logical_or.reduce([self.masks[name][term] for term in terms])
            for name, terms in choices.items()
            if terms
        }
        if words.strip():
            masks[SEARCH] = self.search.mask(words)
        return masks

    def _all_but(self, name: str, masks: Mapping[str, Mask]) -> Mask:
        return self._all_of(mask for other, mask in masks.items() if other != name)

    def _all_of(self, masks: Iterable[Mask]) -> Mask:
        fitting = np.ones(len(self.ids), dtype=bool)
        for mask in masks:
            fitting &= mask
        return fitting


def build_filters(items: Mapping[str, Any], facets: Iterable[Facet], search: WordIndex) -> Filters:
    """Filters over ``items`` by id, in the order of the list; ``search`` has the same order."""
    masks: dict[str, dict[str, Mask]] = {}
    fitting: dict[str, Facet] = {}
    for facet in facets:
        of_terms = {str(term): _mask(items.values(), facet, term) for term in facet.terms}
        masks[facet.name] = {term: mask for term, mask in of_terms.items() if mask.any()}
        terms = {term: facet.terms[term] for term in masks[facet.name]}
        fitting[facet.name] = replace(facet, terms=terms)
    return Filters(np.array(list(items)), fitting, masks, search)


def _mask(items: Iterable[Any], facet: Facet, term: str) -> Mask:
    return np.array([facet.fits(item, term) for item in items], dtype=bool)
