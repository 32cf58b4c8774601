"""Measures the search: how long its index takes to build, and each of the real queries to answer.

python -m benchmarks.search
"""

import time
from collections.abc import Callable
from statistics import median, quantiles

from cert_model import site_search
from cert_model.catalog import load_catalog
from cert_model.content import check_texts
from tests.site_search.test_hostile import HOSTILE
from tests.site_search.test_real_queries import EXPECTED

ROUNDS = 20


def main() -> None:
    """Print the times."""
    catalog = check_texts(load_catalog())
    print(f"index: {_seconds(lambda: site_search.prepare(catalog)):.2f} s, once per catalog")
    for name, queries in (("real", [*EXPECTED]), ("hostile", HOSTILE)):
        times = [
            _seconds(lambda query=query: site_search.find(catalog, query)) * 1_000  # type: ignore[misc]
            for _ in range(ROUNDS)
            for query in queries
        ]
        print(
            f"{len(queries)} {name} queries, {ROUNDS} times each: median {median(times):.1f} ms, "
            f"95th percentile {quantiles(times, n=20)[-1]:.1f} ms, longest {max(times):.1f} ms"
        )


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
