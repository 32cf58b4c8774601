"""Screens rows on a Dask cluster: the same function over parts of a table.

Dask gives the parts of a worker that is lost to another one. What a part becomes depends on its
rows alone, so that whatever is done twice gives the same bytes.
"""

import os
import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from cert_model.screening.formats import BadTable, library
from cert_model.screening.rows import Rows
from cert_model.screening.screening import Engine, Screened, Screener

SECONDS_TO_ANSWER = 10
PARTS_PER_WORKER = 3
"""Parts that wait or are worked on, so that no worker is idle and memory stays bounded."""


@contextmanager
def open_dask_engine(scheduler: str | None = None) -> Iterator[Engine]:
    """An engine on the cluster of a scheduler, such as ``tcp://10.0.0.5:8786``.

    Without an address, a cluster of processes is started on this machine, a process for each
    core. Raises BadTable where Dask is not installed or no scheduler answers.
    """
    distributed = library("distributed", "--engine dask")
    if scheduler is None:
        cluster = distributed.LocalCluster(
            n_workers=os.cpu_count(),
            threads_per_worker=1,
            processes=True,
            dashboard_address="127.0.0.1:0",
        )
        with cluster, distributed.Client(cluster) as client:
            yield engine_of(client)
        return
    try:
        client = distributed.Client(scheduler, timeout=SECONDS_TO_ANSWER)
    except (OSError, ValueError) as error:
        raise BadTable(f"no Dask scheduler answers at {scheduler}; name one that runs") from error
    with client:
        yield engine_of(client)


def engine_of(client: Any) -> Engine:
    """The engine that works on the cluster of a Dask client."""

    def screen_there(screener: Screener, some_rows: Iterable[Rows]) -> Iterator[Screened]:
        # A task of its own: where its worker is lost, Dask makes the screener anew on another.
        sent = client.submit(pickle.loads, pickle.dumps(screener), pure=False)
        most = PARTS_PER_WORKER * max(1, len(client.scheduler_info()["workers"]))
        waiting: deque[Any] = deque()
        for rows in some_rows:
            waiting.append(client.submit(_screen_part, sent, rows, pure=False))
            if len(waiting) >= most:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    return screen_there


def _screen_part(screener: Screener, rows: Rows) -> Screened:
    return screener.screen(rows)
