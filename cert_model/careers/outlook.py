"""How an occupation is expected to grow, by edition of the outlook that BLS publishes."""

from cert_model.careers.wages import ALL_OCCUPATIONS, occupation_lineage
from cert_model.catalog import Catalog
from cert_model.schema.careers import EducationShareRow, IndustryShareRow, ProjectionRow
from cert_model.vocabulary import EducationLevel, PayProgram, SourceKind


def outlook_editions(catalog: Catalog, soc: str) -> list[ProjectionRow]:
    """The editions for an occupation and its predecessors, oldest first.

    Each edition uses the code of its time, so editions are compared but never joined.
    """
    codes = [occupation.soc for occupation in occupation_lineage(catalog, soc)]
    rows = [row for row in catalog.careers.projections.rows if row.soc in codes]
    return sorted(rows, key=lambda row: (row.first_year, codes.index(row.soc)))


def headline_editions(catalog: Catalog, soc: str) -> list[ProjectionRow]:
    """The newest edition, then the newest one that gives numbers of jobs, if that is another."""
    newest_first = outlook_editions(catalog, soc)[::-1]
    with_jobs = [row for row in newest_first if row.change is not None]
    return list(dict.fromkeys([*newest_first[:1], *with_jobs[:1]]))


def all_occupations_edition(catalog: Catalog, edition: ProjectionRow) -> ProjectionRow | None:
    """The same edition's figures for all occupations; None where they are not known."""
    return next(
        (
            row
            for row in catalog.careers.projections.rows
            if row.soc == ALL_OCCUPATIONS and row.first_year == edition.first_year
        ),
        None,
    )


def is_quoted(catalog: Catalog, edition: ProjectionRow) -> bool:
    """Whether an edition was read in pages of others alone, which quote BLS."""
    return all(catalog.sources[key].kind is SourceKind.THIRD_PARTY for key in edition.src)


def new_jobs_per_year(edition: ProjectionRow) -> float | None:
    """Jobs added per year: a tenth of the change over the edition's ten years."""
    return None if edition.change is None else edition.change / 10


def largest_industries(catalog: Catalog, soc: str) -> list[IndustryShareRow]:
    """The industries in which an occupation works, largest share first.

    From the Occupational Outlook Handbook, or from the wage statistics where it gives none.
    """
    rows = [row for row in catalog.careers.industry_shares.rows if row.soc == soc]
    handbook = [row for row in rows if row.program is PayProgram.OOH]
    return sorted(handbook or rows, key=lambda row: -row.percent)


def worker_education(catalog: Catalog, soc: str) -> list[EducationShareRow]:
    """The shares of an occupation's workers by education, lowest level first.

    For the newest code of the occupation's lineage that has any, in its newest year.
    """
    codes = [occupation.soc for occupation in occupation_lineage(catalog, soc)]
    rows = [row for row in catalog.careers.worker_education.rows if row.soc in codes]
    newest = max(((codes.index(row.soc), row.as_of or "") for row in rows), default=None)
    shares = [row for row in rows if (codes.index(row.soc), row.as_of) == newest]
    return sorted(shares, key=lambda row: list(EducationLevel).index(row.level))
