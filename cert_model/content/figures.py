"""A figure in words, and what it rests on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.catalog.standing import standing
from cert_model.explore.credential_filters import credential_filters
from cert_model.explore.filters import Filters
from cert_model.overview import Overview, overviews
from cert_model.schema import Evidence
from cert_model.vocabulary import Standing


class BadText(ValueError):
    """A text that cannot be written, said in one line."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a placeholder turns into."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    """The statements it rests on; none for a count of the catalog itself."""
    money: bool = False
    is_markdown: bool = False
    """Whether ``text`` is Markdown already, such as a list."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources, each once."""
        return tuple(dict.fromkeys(source for each in self.evidence for source in each.src))

    def standing(self, catalog: Catalog) -> Standing | None:
        """The weakest standing among its statements; None where it rests on none."""
        found = [
            standing(each, catalog.sources, catalog.today, money=self.money)
            for each in self.evidence
        ]
        return max(found, key=list(Standing).index, default=None)


class Reference:
    """A catalog with what several figures are worked out from, made once."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    @property
    def overviews(self) -> Mapping[str, Overview]:
        """The headline figures of every credential, by id."""
        return overviews(self.catalog)

    @property
    def filters(self) -> Filters:
        """The filters of the credentials."""
        return credential_filters(self.catalog)


FigureFunction = Callable[..., Figure]
"""A function that a text may call; its first argument is the ``Reference``."""


def present_evidence(*statements: Evidence | None) -> tuple[Evidence, ...]:
    """The statements that are there."""
    return tuple(each for each in statements if each is not None)
