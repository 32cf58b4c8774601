"""The catalogs that tests share: each is loaded once in a process, on one fixed day."""

from datetime import date
from functools import cache
from pathlib import Path

from cert_model.catalog import Catalog, load_catalog
from tests.paths import DATA, GOOD

TODAY = date(2026, 11, 23)
"""The day on which the tests stand still, so that no fact ages under them."""


@cache
def project_catalog() -> Catalog:
    """The catalog of the project's own data."""
    return load_catalog(today=TODAY)


@cache
def demo_catalog() -> Catalog:
    """The catalog of one made-up credential without a fault."""
    return load_catalog(GOOD, today=TODAY)


def catalog_in(folder: Path, *, complete: bool = False) -> Catalog:
    """The catalog in a folder on the tests' day; the shared one, if the folder has one."""
    shared = {DATA: project_catalog, GOOD: demo_catalog}.get(folder.resolve())
    if shared and not complete:
        return shared()
    return load_catalog(folder, today=TODAY, complete=complete)
