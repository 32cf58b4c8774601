"""A figure of a text: its words, and the statements that it rests on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.catalog.standing import standing
from cert_model.formatting import did_you_mean
from cert_model.schema import Evidence
from cert_model.vocabulary import Standing


class BadText(ValueError):
    """A text that cannot be written; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What stands in a text in place of a placeholder."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    """The statements behind it; none for a count of the catalog itself."""
    money: bool = False
    is_markdown: bool = False
    """Whether ``text`` is Markdown, such as a list, rather than plain text."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources, without repetition."""
        return tuple(
            dict.fromkeys(source for statement in self.evidence for source in statement.src)
        )

    def standing(self, catalog: Catalog) -> Standing | None:
        """The weakest standing among its statements; None where there are none."""
        return weakest(
            standing(statement, catalog.sources, catalog.today, money=self.money)
            for statement in self.evidence
        )


FigureFunction = Callable[..., Figure]
"""A function that a text may call; its first argument is the catalog."""


def weakest(standings: Iterable[Standing]) -> Standing | None:
    """The weakest of some standings; None of none."""
    return max(standings, key=list(Standing).index, default=None)


def present_evidence(*statements: Evidence | None) -> tuple[Evidence, ...]:
    """The statements that are not None."""
    return tuple(statement for statement in statements if statement is not None)


def suggest_name(name: str, allowed: Iterable[str]) -> str:
    """The end of a message on an unknown name: the closest allowed one, or else all of them."""
    names = list(allowed)
    return did_you_mean(name, names) or f"; expected one of: {', '.join(names)}"
