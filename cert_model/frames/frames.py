"""Every frame of a catalog, each made on first use and then shared."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cert_model.catalog import Catalog, load_catalog, once_per_catalog
from cert_model.frames.columns import COLUMNS
from cert_model.frames.rows import (
    content_rows,
    credential_rows,
    estimate_rows,
    fact_rows,
    funding_rows,
    pass_rate_rows,
    price_rows,
    program_rows,
    scope_rows,
    source_rows,
    table_rows,
    wage_rows,
)
from cert_model.frames.rule_rows import condition_rows, renewal_rows
from cert_model.schema import Evidence

if TYPE_CHECKING:
    import pandas as pd

Rows = Iterable[Mapping[str, Any]]


class Frames:
    """The catalog as tidy pandas frames; ``COLUMNS`` says what each column holds.

    A frame is made on first use. Each access gives a copy of its own, which shares memory
    with the others until somebody changes it: whoever changes one changes nobody else's.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._made: dict[str, pd.DataFrame] = {}
        self._places: dict[str, dict[Evidence, int]] = {}

    @property
    def credentials(self) -> "pd.DataFrame":
        """One row per credential, with its headline figures."""
        return self._frame("credentials", lambda: credential_rows(self._catalog))

    @property
    def prices(self) -> "pd.DataFrame":
        """One row per price of an issuer or credential, past and disputed ones among them."""
        return self._frame("prices", lambda: price_rows(self._catalog))

    @property
    def exam_content(self) -> "pd.DataFrame":
        """One row per credential and part of its exam's current blueprint."""
        return self._frame("exam_content", lambda: content_rows(self._catalog))

    @property
    def pass_rates(self) -> "pd.DataFrame":
        """One row per credential and published pass rate; a single figure is both ends."""
        return self._frame("pass_rates", lambda: pass_rate_rows(self._catalog))

    def content_of(self, key: str) -> "pd.DataFrame":
        """The rows of ``exam_content`` of one credential."""
        content = self.exam_content
        return content[content["credential"] == key]

    def stated_rates_of(self, key: str) -> "pd.DataFrame":
        """The rows of ``pass_rates`` of one credential that stand beyond doubt."""
        rates = self.pass_rates
        stated = ~rates["estimate"] & ~rates["superseded"] & ~rates["doubtful"]
        return rates[(rates["credential"] == key) & stated]

    @property
    def scope(self) -> "pd.DataFrame":
        """One row per credential and kind of work, place of work or code set it covers."""
        return self._frame("scope", lambda: scope_rows(self._catalog))

    @property
    def facts(self) -> "pd.DataFrame":
        """One row per statement that rests on sources; what is borrowed is counted once."""
        return self._frame("facts", lambda: fact_rows(self._catalog))

    def facts_about(self, key: str) -> "pd.DataFrame":
        """The facts of one credential and of its issuer, those of a shared exam among them.

        Raises KeyError for an id that the catalog does not hold.
        """
        sheet = self._catalog.credentials[key]
        issuer = self._catalog.issuers[sheet.issuer]
        rows = fact_rows(self._catalog, {key: sheet, issuer.id: issuer}, borrowed=True)
        return _build(rows, "facts")

    @property
    def sources(self) -> "pd.DataFrame":
        """One row per page or document that was read."""
        return self._frame("sources", lambda: source_rows(self._catalog))

    @property
    def programs(self) -> "pd.DataFrame":
        """One row per training program, the cheapest first."""
        return self._frame("programs", lambda: program_rows(self._catalog))

    @property
    def wages(self) -> "pd.DataFrame":
        """One row per occupation, release and area."""
        return self._frame("wages", lambda: wage_rows(self._catalog))

    @property
    def price_parities(self) -> "pd.DataFrame":
        """One row per state and year."""
        return self._careers("price_parities")

    @property
    def projections(self) -> "pd.DataFrame":
        """One row per occupation and edition of the outlook."""
        return self._careers("projections")

    @property
    def industry_shares(self) -> "pd.DataFrame":
        """One row per occupation, release and industry."""
        return self._careers("industry_shares")

    @property
    def worker_education(self) -> "pd.DataFrame":
        """One row per occupation, year and level of education."""
        return self._careers("worker_education")

    @property
    def surveys(self) -> "pd.DataFrame":
        """One row per survey and group of respondents."""
        return self._careers("surveys")

    @property
    def certification_effect(self) -> "pd.DataFrame":
        """One row per comparison of certified people with others."""
        return self._careers("certification_effect")

    @property
    def conditions(self) -> "pd.DataFrame":
        """One row per condition of each way to meet a rule on who may sit."""
        return self._frame("conditions", lambda: condition_rows(self._catalog))

    @property
    def renewal_rules(self) -> "pd.DataFrame":
        """One row per rule of renewal, past and disputed ones among them."""
        return self._frame("renewal_rules", lambda: renewal_rows(self._catalog))

    @property
    def funding(self) -> "pd.DataFrame":
        """One row per body or program that may pay part of the cost."""
        return self._frame("funding", lambda: funding_rows(self._catalog))

    @property
    def estimates(self) -> "pd.DataFrame":
        """One row per figure that was not read but estimated; no facts."""
        return self._frame("estimates", lambda: estimate_rows(self._catalog))

    def lines_of(self, name: str, rows: Iterable[Evidence]) -> "pd.DataFrame":
        """The lines of a careers frame, such as ``wages``, that hold these rows of its table.

        They stand in the order of ``rows``. Raises KeyError for a row of another catalog.
        """
        if name not in self._places:
            table = getattr(self._catalog.careers, name)
            self._places[name] = {row: place for place, row in enumerate(table.rows)}
        frame: pd.DataFrame = getattr(self, name)
        return frame.iloc[[self._places[name][row] for row in rows]]

    def _careers(self, name: str) -> "pd.DataFrame":
        table = getattr(self._catalog.careers, name)
        return self._frame(name, lambda: table_rows(self._catalog, table.rows))

    def _frame(self, name: str, rows: Callable[[], Rows]) -> "pd.DataFrame":
        if name not in self._made:
            self._made[name] = _build(rows(), name)
        return self._made[name].copy(deep=False)


def _build(rows: Rows, name: str) -> "pd.DataFrame":
    # pandas takes about as long to import as the catalog to load, so it waits for a first frame.
    from cert_model.frames.build import build_frame

    return build_frame(rows, COLUMNS[name])


@once_per_catalog
def frames_of(catalog: Catalog) -> Frames:
    """The frames of a catalog, the same for everybody who asks."""
    return Frames(catalog)


def load_frames(folder: Path | None = None, today: date | None = None) -> Frames:
    """The frames of the project's data, or of another folder; for notebooks.

    ``today`` is the day by which evidence counts as old. Raises CatalogError as
    ``load_catalog`` does.
    """
    return frames_of(load_catalog(folder, today))
