"""CSV that spreadsheets open, with no cell that they would run as a formula."""

import csv
import io
from collections.abc import Iterable

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_APOSTROPHE = "'"


def write_csv(lines: Iterable[Iterable[str]]) -> bytes:
    """Lines of cells as a CSV file in UTF-8, with the mark by which a spreadsheet knows that."""
    out = io.StringIO()
    csv.writer(out).writerows([without_formula(cell) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def without_formula(text: str) -> str:
    """A cell with an apostrophe in front if a spreadsheet would run it as a formula.

    Text that has such an apostrophe already gets one more, so that ``before_guard`` can tell.
    """
    return f"{_APOSTROPHE}{text}" if _is_formula(text.lstrip(_APOSTROPHE)) else text


def before_guard(cell: str) -> str:
    """The text that ``without_formula`` made this cell of."""
    is_guarded = cell.startswith(_APOSTROPHE) and _is_formula(cell.lstrip(_APOSTROPHE))
    return cell[1:] if is_guarded else cell


def _is_formula(text: str) -> bool:
    return text.startswith(_FORMULA_STARTS)
