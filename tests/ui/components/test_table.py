"""Columns of figures end at the right, whatever words stand in for a figure."""

from collections.abc import Sequence

import pytest

from ui.components.table import are_figures


@pytest.mark.parametrize(
    "cells",
    [
        ["28", "7", "1,250"],
        ["\\$1,048", "at least \\$377", "not found", "about \\$740"],
        ["\\$425", "\\$148.75 (\\$0 to \\$425)", "**\\$1,277**", "\\$1,760–5,687"],
        ["62%", "–", "17–20%", "9 percent", None, ""],
        [3, 12],
        ["−\\$120", "≈ \\$35"],
    ],
    ids=str,
)
def test_amounts_counts_and_shares_are_figures(cells: Sequence[object]) -> None:
    assert are_figures(cells)


@pytest.mark.parametrize(
    "cells",
    [["4 h", "2 h"], ["CPC", "28"], ["April 2027"], ["", "–", "not found"], [], ["△ Eligible"]],
    ids=str,
)
def test_words_and_columns_without_a_figure_are_not(cells: Sequence[object]) -> None:
    assert not are_figures(cells)
