"""What is made once per process and shared by every session: nobody may change it.

It lives outside Streamlit's caches, which any visitor can empty with a message of two bytes.
"""

import os
from datetime import date

from cert_model import quality
from cert_model.catalog import (
    Catalog,
    CatalogError,
    data_folder,
    load_catalog,
)
from cert_model.content import check_texts
from ui.shell.catalog_keeper import CatalogKeeper


def today() -> date:
    """The current day for the app: ``CERTLENS_TODAY``, written 2026-12-01, or the calendar's."""
    fixed = os.environ.get("CERTLENS_TODAY")
    return date.fromisoformat(fixed) if fixed else date.today()


def new_keeper() -> CatalogKeeper:
    """A keeper of the catalog from ``CERTLENS_DATA`` or the project's own ``data/``."""
    return CatalogKeeper(
        load=lambda day: check_texts(load_catalog(today=day, complete=True)),
        today=today,
        folder=data_folder,
    )


keeper = new_keeper()
"""The one of this process."""


def catalog() -> Catalog:
    """The catalog in use. Raises CatalogError while there has never been a good one."""
    return keeper.current()


def keep_to_the_day() -> None:
    """Let the facts age after midnight. Raises CatalogError as ``catalog`` does."""
    keeper.keep_to_the_day()


def refused_data() -> CatalogError | None:
    """What is wrong with the data as they are now; None where they are in use."""
    return keeper.refused


def changes_since(day: date) -> list[quality.Change]:
    """What is different today from an earlier day."""
    return quality.changes_since(catalog(), day)


def past(day: date) -> Catalog:
    """The catalog as it stood on an earlier day."""
    return quality.catalog_on(catalog(), day)
