"""Writes verdicts as Parquet; a verdict takes less than a byte there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

import numpy as np
import pyarrow
from numpy.typing import NDArray
from pyarrow import parquet

from cert_model.screening.codes import VERDICTS
from cert_model.screening.screening import Screened, WriteScreened

PEOPLE_IN_GROUP, PEOPLE_IN_GROUP_OF_ROWS = 100_000, 10_000
"""People whose verdicts make a group of rows, wide and long: always so many, however they come."""


@contextmanager
def parquet_output(file: BinaryIO, ids: Sequence[str], wide: bool) -> Iterator[WriteScreened]:
    """What writes verdicts as groups of rows."""
    text = pyarrow.string()
    verdict, credential = (
        pyarrow.dictionary(numbers, text) for numbers in (pyarrow.int8(), pyarrow.int16())
    )
    coded = dict.fromkeys(ids, verdict) if wide else {"credential": credential, "verdict": verdict}
    schema = pyarrow.schema({"person": text, **coded})
    in_group = PEOPLE_IN_GROUP if wide else PEOPLE_IN_GROUP_OF_ROWS
    waiting = _Waiting()

    def write_group(screened: Screened) -> None:
        columns = _wide_columns if wide else _long_columns
        writer.write_table(
            pyarrow.Table.from_arrays(columns(ids, screened), schema=schema),
            row_group_size=len(screened.persons) * (1 if wide else len(ids)),
        )

    def write(screened: Screened) -> None:
        waiting.add(screened)
        while waiting.count >= in_group:
            write_group(waiting.take(in_group))

    writer = parquet.ParquetWriter(
        file, schema, compression="zstd", use_dictionary=list(coded), write_statistics=False
    )
    with writer:
        yield write
        if waiting.count:
            write_group(waiting.take(waiting.count))


class _Waiting:
    """People who wait until a group is full, so that groups are alike however people came."""

    def __init__(self) -> None:
        self.count = 0
        self._parts: list[Screened] = []

    def add(self, screened: Screened) -> None:
        """Let more people wait."""
        self._parts.append(screened)
        self.count += len(screened.persons)

    def take(self, count: int) -> Screened:
        """The first of those who wait, who wait no longer."""
        persons = tuple(person for part in self._parts for person in part.persons)
        verdicts = np.concatenate([part.verdicts for part in self._parts], axis=1)
        self._parts = [Screened(persons[count:], verdicts[:, count:], ())]
        self.count -= count
        return Screened(persons[:count], verdicts[:, :count], ())


def _wide_columns(_: Sequence[str], screened: Screened) -> list[Any]:
    numbers = screened.verdicts.astype(np.int8)
    return [
        pyarrow.array(screened.persons, pyarrow.string()),
        *(_words(of_credential, VERDICTS) for of_credential in numbers),
    ]


def _long_columns(ids: Sequence[str], screened: Screened) -> list[Any]:
    people = len(screened.persons)
    names = pyarrow.array(screened.persons, pyarrow.string())
    return [
        names.take(pyarrow.array(np.repeat(np.arange(people), len(ids)))),
        _words(np.tile(np.arange(len(ids), dtype=np.int16), people), ids),
        _words(screened.verdicts.T.astype(np.int8).ravel(), VERDICTS),
    ]


def _words(numbers: NDArray[Any], words: Sequence[str]) -> Any:
    """A column of words, each by its number."""
    dictionary = pyarrow.array(list(map(str, words)), pyarrow.string())
    return pyarrow.DictionaryArray.from_arrays(pyarrow.array(numbers), dictionary)
