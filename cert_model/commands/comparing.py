"""The command ``compare``: two to five credentials side by side."""

from collections.abc import Sequence

from cert_model.catalog import Catalog
from cert_model.commands.arguments import BadArgument, resolve_ids
from cert_model.explore.comparison import BadComparison, ComparisonRow, compare


def compare_credentials(
    catalog: Catalog, names: Sequence[str]
) -> tuple[list[str], list[ComparisonRow]]:
    """The ids of the credentials named, and the rows of their comparison. Raises BadArgument."""
    ids = resolve_ids(catalog, "credentials", names)
    try:
        return ids, compare(catalog, ids)
    except BadComparison as error:
        raise BadArgument("credentials", str(error)) from error
