"""How an occupation is expected to grow, by edition of the outlook."""

from cert_model.careers.wages import lineage
from cert_model.catalog import Catalog
from cert_model.schema.careers import IndustryShareRow, ProjectionRow

ALL_OCCUPATIONS = "00-0000"


def editions(catalog: Catalog, soc: str) -> list[ProjectionRow]:
    """The editions on an occupation and those it followed, oldest first.

    Each was made for the code of its time, so they are set side by side, never joined.
    """
    codes = [each.soc for each in lineage(catalog, soc)]
    rows = [row for row in catalog.careers.projections.rows if row.soc in codes]
    return sorted(rows, key=lambda row: (row.first_year, codes.index(row.soc)))


def of_all_occupations(catalog: Catalog, edition: ProjectionRow) -> ProjectionRow | None:
    """The same edition's figures for all occupations; None where they were not found."""
    return next(
        (
            row
            for row in catalog.careers.projections.rows
            if row.soc == ALL_OCCUPATIONS and row.first_year == edition.first_year
        ),
        None,
    )


def new_jobs_a_year(edition: ProjectionRow) -> float | None:
    """Jobs added a year: the change over the edition's ten years, by ten."""
    return None if edition.change is None else edition.change / 10


def largest_industries(catalog: Catalog, soc: str) -> list[IndustryShareRow]:
    """Where the occupation works, by the Handbook or else the statistics, largest share first."""
    rows = [row for row in catalog.careers.industry_shares.rows if row.soc == soc]
    handbook = [row for row in rows if row.program.value == "ooh"]
    return sorted(handbook or rows, key=lambda row: -row.percent)
