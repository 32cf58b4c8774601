"""The date of a catalog, which its data alone decide, so that no clock is in what is exported."""

from dataclasses import replace
from datetime import date

from cert_model.catalog import Catalog
from cert_model.schema.dates import first_day


def catalog_date(catalog: Catalog) -> date:
    """The newest day that any source is known to reach, by its date or by when it was read.

    A month or a year counts by its first day. Unlike ``Catalog.newest_evidence`` it does not
    depend on the day on which one asks.
    """
    dates = (source.date or source.seen for source in catalog.sources.values())
    return max(first_day(day) for day in dates if day)


def at_its_own_date(catalog: Catalog) -> Catalog:
    """The same catalog with the age of its evidence judged on its own date."""
    return replace(catalog, today=catalog_date(catalog))


def describe_edition(catalog: Catalog) -> str:
    """Which catalog this is and how much is in it, in a sentence."""
    counts, stamped = catalog.counts, stamp(catalog)
    return (
        f"Catalog of {stamped['date']}, fingerprint {stamped['fingerprint']}: "
        f"{counts['credentials']} credentials of {counts['issuers']} issuers, "
        f"{counts['facts']:,} facts from {counts['sources']} sources."
    )


def stamp(catalog: Catalog) -> dict[str, str]:
    """What every exported file says of the catalog it was made from: date and fingerprint."""
    return {"date": catalog_date(catalog).isoformat(), "fingerprint": catalog.fingerprint}
