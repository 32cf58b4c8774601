"""How an occupation is expected to grow, by edition of the outlook."""

from cert_model.careers.wages import ALL_OCCUPATIONS, lineage
from cert_model.catalog import Catalog
from cert_model.schema.careers import EducationShareRow, IndustryShareRow, ProjectionRow
from cert_model.vocabulary import EducationLevel, PayProgram


def editions(catalog: Catalog, soc: str) -> list[ProjectionRow]:
    """The editions on an occupation and those it followed, oldest first.

    Each was made for the code of its time, so they are set side by side, never joined.
    """
    codes = [each.soc for each in lineage(catalog, soc)]
    rows = [row for row in catalog.careers.projections.rows if row.soc in codes]
    return sorted(rows, key=lambda row: (row.first_year, codes.index(row.soc)))


def headline_editions(catalog: Catalog, soc: str) -> list[ProjectionRow]:
    """The newest edition, and the newest that gives the jobs behind its percent if another."""
    newest_first = editions(catalog, soc)[::-1]
    full = [row for row in newest_first if row.change is not None]
    return list(dict.fromkeys([*newest_first[:1], *full[:1]]))


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
    handbook = [row for row in rows if row.program is PayProgram.OOH]
    return sorted(handbook or rows, key=lambda row: -row.percent)


def schooling(catalog: Catalog, soc: str) -> list[EducationShareRow]:
    """The schooling of an occupation's workers in the newest year, from the least.

    Under the newest code of the occupation's line of which it was found.
    """
    codes = [each.soc for each in lineage(catalog, soc)]
    rows = [row for row in catalog.careers.worker_education.rows if row.soc in codes]
    newest = max(((codes.index(row.soc), row.as_of or "") for row in rows), default=None)
    found = [row for row in rows if (codes.index(row.soc), row.as_of) == newest]
    return sorted(found, key=lambda row: list(EducationLevel).index(row.level))
