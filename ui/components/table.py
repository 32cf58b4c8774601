"""A table whose columns of figures end below one another at the right."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal
from zlib import crc32

import pyarrow as pa
import streamlit as st

from cert_model.formatting import NOT_FOUND

_FIGURE = re.compile(
    r"(?:at least |about |up to |≈ ?)?[−-]?\$?\d[\d,.]*(?:–\$?\d[\d,.]*)?(?:%| percent)?"
    r"(?: \(\$\d[\d,.]* to \$\d[\d,.]*\))?"
)
"""An amount, a count, a share or a range of them, with the words that may stand before it."""
_WITHOUT_FIGURE = ("", "–", NOT_FOUND)
_MARKDOWN = str.maketrans("", "", "\\*")
"""What Markdown adds to a figure: what keeps its dollar sign, and what makes it bold."""
_LAST = 12
"""The last column that the style of all pages can set to the right (``paper.css``)."""


def draw_table(
    rows: Mapping[str, Sequence[Any]] | pa.Table,
    alt: str,
    width: Literal["stretch", "content"] = "stretch",
) -> None:
    """Draw columns by their headings; ``alt`` says what they show.

    The first column names the rows, and stays at the left whatever is in it.
    """
    table = rows if isinstance(rows, pa.Table) else pa.table(dict(rows))
    places = [place for place in _figure_columns(table) if place <= _LAST]
    if not places:
        st.table(table, hide_index=True, width=width, alt=alt)
        return
    name = crc32(repr((alt, table.column(0).to_pylist())).encode())
    columns = "-".join(f"c{place}" for place in places)
    with st.container(key=f"table-{name}-{columns}-"):
        st.table(table, hide_index=True, width=width, alt=alt)


def _figure_columns(table: pa.Table) -> Iterator[int]:
    """The places, from 1, of the columns after the first that have figures and nothing else."""
    for place, column in enumerate(table.itercolumns(), start=1):
        if place > 1 and are_figures(column.to_pylist()):
            yield place


def are_figures(cells: Sequence[object]) -> bool:
    """Whether cells are figures, or words for the lack of one, and at least one is a figure."""
    texts = ["" if cell is None else str(cell).translate(_MARKDOWN) for cell in cells]
    figures = [text for text in texts if text not in _WITHOUT_FIGURE]
    return bool(figures) and all(map(_FIGURE.fullmatch, figures))
