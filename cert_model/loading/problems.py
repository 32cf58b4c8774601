"""Problems of the data, each with what a person needs to fix it."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One error or warning: where it is, and what was expected there."""

    file: str
    line: int
    field: str
    """Empty where no single field is at fault."""
    message: str
    allowed: tuple[str, ...] = dataclasses.field(default=(), compare=False)
    """What may stand there, where that is a list."""

    def __str__(self) -> str:
        return ": ".join(filter(None, (f"{self.file}:{self.line}", self.field, self.message)))

    def as_dict(self) -> dict[str, str | int]:
        """The problem as the ``check`` command prints it."""
        return {
            "file": self.file,
            "line": self.line,
            "field": self.field,
            "message": self.message,
        }


class CatalogError(Exception):
    """Data with errors cannot be used; ``problems`` holds all of them, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(self.report())

    def report(self) -> str:
        """A line that counts the problems, then a line for each."""
        count = len(self.problems)
        head = f"The data has {count} error{'' if count == 1 else 's'}; nothing was loaded."
        return "\n".join([head, *map(str, self.problems)])
