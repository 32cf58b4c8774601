"""Rows of a frame that go to the browser, prepared once for all reruns.

On some hundred rows, slicing a frame costs a rerun more than everything else that a page
computes; taking rows of an Arrow table that was made of it costs next to nothing.
"""

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa


class ArrowRows:
    """A frame as an Arrow table, from which the rows of some credentials are taken."""

    def __init__(self, frame: pd.DataFrame, key: str, schema: pa.Schema) -> None:
        """``key`` is the column that names the credential; the table has the schema's columns."""
        columns = frame[schema.names]
        table = pa.Table.from_pandas(columns, schema=schema, preserve_index=False)
        self._table = table.combine_chunks().replace_schema_metadata(None)
        self._places: dict[str, list[int]] = {}
        for place, name in enumerate(frame[key]):
            self._places.setdefault(name, []).append(place)

    def take(self, ids: Sequence[str]) -> pa.Table:
        """The rows of these credentials, in the order of ``ids``."""
        places = [place for key in ids for place in self._places.get(key, ())]
        return self._table.take(pa.array(places, pa.int64()))

    def positions(self, ids: Sequence[str]) -> list[int]:
        """For each row of ``take(ids)``, the position of its credential in ``ids``."""
        return [at for at, key in enumerate(ids) for _ in self._places.get(key, ())]
