"""What is wrong with the data, said so that a person can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault or suspicion: where it stands, and what was expected there."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}"
        return (
            f"{place}: {self.field}: {self.message}" if self.field else f"{place}: {self.message}"
        )

    def as_dict(self) -> dict[str, str | int]:
        """The problem as the ``check`` command prints it."""
        return {
            "file": self.file,
            "line": self.line,
            "field": self.field,
            "message": self.message,
        }


class CatalogError(Exception):
    """The data cannot be used; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(self.report())

    def report(self) -> str:
        """All problems, a line each, under a line that counts them."""
        count = len(self.problems)
        head = f"The data has {count} error{'' if count == 1 else 's'}; nothing was loaded."
        return "\n".join([head, *map(str, self.problems)])
