"""The catalog of an earlier day and what changed since, kept with the catalog of today."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.quality.changes import Change, diff_catalogs
from cert_model.quality.past import as_at

_MOST_DAYS = 16
"""Earlier days that are kept; another one takes the place of the one not asked for longest."""


def catalog_on(catalog: Catalog, day: date) -> Catalog:
    """The catalog as it stood on an earlier day."""
    return _catalogs(catalog)(day)


def changes_since(catalog: Catalog, day: date) -> list[Change]:
    """What is different now from an earlier day, most harm first."""
    return _changes(catalog)(day)


@once_per_catalog
def _catalogs(of: Catalog) -> Callable[[date], Catalog]:
    return lru_cache(_MOST_DAYS)(partial(as_at, of))


@once_per_catalog
def _changes(of: Catalog) -> Callable[[date], list[Change]]:
    return lru_cache(_MOST_DAYS)(lambda day: diff_catalogs(catalog_on(of, day), of))
