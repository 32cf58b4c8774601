"""The command ``diff``, as far as it compares an earlier day with today."""

from cert_model.catalog import Catalog
from cert_model.commands.arguments import parse_past_day
from cert_model.quality import Change, catalog_on, changes_since


def catalog_as_at(catalog: Catalog, field: str, text: str | None) -> Catalog:
    """The catalog as it stood on the day that a text names; without a text as it is.

    Raises BadArgument for a text that is no day, or one to come.
    """
    if text is None:
        return catalog
    return catalog_on(catalog, parse_past_day(field, text, catalog.today))


def read_changes(catalog: Catalog, field: str, text: str) -> list[Change]:
    """What changed since the day that a text names, most harm first. Raises BadArgument."""
    return changes_since(catalog, parse_past_day(field, text, catalog.today))
