"""Writes verdicts as CSV that a spreadsheet opens as it is."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

import numpy as np

from cert_model.formatting.spreadsheets import without_formula
from cert_model.screening.codes import VERDICTS
from cert_model.screening.screening import Screened, WriteScreened

LINE_END = "\r\n"
_NEEDS_QUOTES = re.compile(r'[",\r\n]')


@contextmanager
def csv_output(file: BinaryIO, ids: Sequence[str], wide: bool) -> Iterator[WriteScreened]:
    """What writes verdicts as lines of CSV."""
    heading = ["person", *ids] if wide else ["person", "credential", "verdict"]
    endings = [
        f",{verdict}" if wide else f",{key},{verdict}{LINE_END}"
        for key in ids
        for verdict in VERDICTS
    ]
    cells = np.array(endings, object).reshape(len(ids), len(VERDICTS))
    rows = np.arange(len(ids))
    file.write(f"{','.join(heading)}{LINE_END}".encode("utf-8-sig"))

    def write(screened: Screened) -> None:
        after_names = cells[rows, screened.verdicts.T].tolist()
        names = map(csv_cell, screened.persons)
        if wide:
            lines = (
                f"{name}{''.join(after)}{LINE_END}"
                for name, after in zip(names, after_names, strict=True)
            )
        else:
            # The name stands before the first of its verdicts and between each two of them.
            lines = (
                name + name.join(after) for name, after in zip(names, after_names, strict=True)
            )
        file.write("".join(lines).encode())

    yield write


def csv_cell(text: str) -> str:
    """A cell as CSV has it, in quotes where needed, that no spreadsheet runs as a formula."""
    harmless = without_formula(text)
    if _NEEDS_QUOTES.search(harmless):
        return '"' + harmless.replace('"', '""') + '"'
    return harmless
