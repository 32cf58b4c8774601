"""The tables on work and pay as they stand in the files, read without the project's code."""

import csv

from tests.paths import DATA

CODERS = "29-2072"
FOLDER = DATA / "careers"

Cells = dict[str, str]


def rows(name: str, **values: str) -> list[Cells]:
    """Every row of a table whose cells are these."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if values.items() <= row.items()]


def cells(name: str, **values: str) -> Cells:
    """The one row of a table whose cells are these."""
    matching = rows(name, **values)
    assert len(matching) == 1, values
    return matching[0]


def newest(area: str) -> Cells:
    """The newest official wages of coders in an area."""
    releases = rows("wages", soc=CODERS, program="oews", area=area)
    return max(releases, key=lambda row: row["as_of"])


def dollars(text: str) -> str:
    """``51140`` as ``$51,140``."""
    return f"${int(text):,}"


def percent_more(more: str, than: str) -> str:
    """By how many percent one figure is above another, to one decimal where it has one."""
    share = round(abs(float(more) / float(than) - 1) * 100, 1)
    return f"{share:.1f}".removesuffix(".0") + " percent"


def named_by(measure: str, other: str, sentences: list[str]) -> bool:
    """Whether every sentence names its measure and none the other; there has to be one."""
    return bool(sentences) and all(
        measure in sentence and other not in sentence for sentence in sentences
    )
