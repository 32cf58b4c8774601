"""The view model of the Work and pay page: plain rows and sentences to draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from cert_model import careers
from cert_model.careers import SeriesBreak, SeriesSegment, sentences
from cert_model.catalog import Catalog, once_per_catalog
from cert_model.schema import Dispute, Gap, Note
from cert_model.schema.career_files import Occupation
from cert_model.schema.careers import PriceParityRow, WageRow
from cert_model.vocabulary import State
from ui.careers import chart_rows, payback_view, tables
from ui.careers.official_views import IndustriesView, OutlookView, StatesView, build_states_view
from ui.careers.payback_view import PaybackView
from ui.careers.state import CareersState
from ui.careers.survey_views import SurveysView
from ui.careers.tables import Table
from ui.components.figures import SourcedText


@dataclass(frozen=True)
class CareersView:
    """What one occupation pays, and the other views of the page; each is made when it is drawn."""

    catalog: Catalog
    state: CareersState

    @property
    def occupation_titles(self) -> dict[str, str]:
        """The occupations to choose from: their titles by code."""
        occupations = careers.selectable_occupations(self.catalog)
        return {soc: occupation.title for soc, occupation in occupations.items()}

    @property
    def occupation(self) -> Occupation:
        """The chosen occupation."""
        return careers.occupations(self.catalog)[self.state.work]

    @cached_property
    def parities(self) -> Mapping[State, PriceParityRow]:
        """The price levels by which pay is divided; empty where it is shown as paid."""
        return careers.price_parities(self.catalog) if self.state.dollars == "equal" else {}

    @cached_property
    def _paid_row(self) -> WageRow | None:
        """The pay in the chosen state as paid; None where none is chosen or nothing was found."""
        if self.state.place is None:
            return None
        return careers.state_medians(self.catalog, self.state.work).get(self.state.place)

    @property
    def _parity(self) -> PriceParityRow | None:
        """The price level by which the state's pay is divided; None where it is not."""
        if self._paid_row is None or self._paid_row.state is None:
            return None
        return self.parities.get(self._paid_row.state)

    @cached_property
    def state_row(self) -> WageRow | None:
        """The pay in the chosen state, as paid or in dollars of equal buying power."""
        if self._paid_row is None or self._parity is None:
            return self._paid_row
        return careers.at_national_prices(self._paid_row, self._parity)

    @cached_property
    def national_row(self) -> WageRow | None:
        """The pay in the nation, of the same release as the state's where that is shown."""
        if self.state_row is not None:
            return careers.national_row_beside(self.catalog, self.state_row)
        return careers.newest_national_row(self.catalog, self.state.work)

    @property
    def headline(self) -> str:
        """What the occupation pays, in the chosen state against the nation."""
        work = self.occupation.short
        if self.state_row is not None:
            compared = sentences.compare_state_with_nation(self.state_row, self.national_row, work)
            return compared if self._parity is None else sentences.in_equal_dollars(compared)
        return sentences.describe_national_pay(self.national_row, work)

    @property
    def buying_power(self) -> str:
        """What the dollars of the state's pay are; empty where it is shown as paid."""
        if self._paid_row is not None and self._parity is not None:
            return sentences.describe_buying_power_in(self._parity, self._paid_row)
        return sentences.describe_buying_power(self.parities.values())

    @property
    def headline_figures(self) -> list[SourcedText]:
        """The figures behind the headline."""
        return [
            SourcedText(f"{row.area}: {sentences.format_pay(row)}", row)
            for row in (self.state_row, self.national_row)
            if row is not None
        ]

    @property
    def not_found(self) -> str:
        """A sentence where the chosen state has no figure; otherwise empty."""
        if self.state.place is None or self.state_row is not None:
            return ""
        return f"No median for {self.state.place.label} was found for this work."

    @property
    def workers_counted(self) -> str:
        """Whose pay the figures show."""
        return f"{self.occupation.holds} Pay covers wage and salary workers, before taxes."

    @property
    def occupation_facts(self) -> Sequence[Note]:
        """What else is known of the occupation."""
        return self.occupation.facts

    @cached_property
    def pay_segments(self) -> list[SeriesSegment]:
        """The national pay by release, in pieces within which it can be compared."""
        return careers.series_segments(self.catalog, self.state.work)

    @cached_property
    def pay_breaks(self) -> list[SeriesBreak]:
        """What changed between the pieces."""
        return careers.series_breaks(self.catalog, self.state.work)

    @property
    def pay_takeaway(self) -> str:
        """How the median changed, and where the series breaks."""
        return sentences.describe_pay_trend(self.pay_segments, self.pay_breaks)

    @property
    def pay_band(self) -> pa.Table:
        """The pay by release and the breaks, as the chart draws them."""
        return _pay_band(self.catalog, self.state.work)

    @property
    def pay_table(self) -> Table:
        """The pay by release, as a table to read."""
        rows = [row for segment in self.pay_segments for row in segment.rows]
        return tables.by_year(self.catalog, rows)

    @cached_property
    def states(self) -> StatesView | None:
        """The states side by side; None where no figures of states were found."""
        return build_states_view(self.catalog, self.state.work, self.state.place, self.parities)

    @cached_property
    def industries(self) -> IndustriesView:
        """The industries side by side."""
        return IndustriesView(self.catalog, self.state.work)

    @cached_property
    def outlook(self) -> OutlookView:
        """How the occupation is expected to grow."""
        return OutlookView(self.catalog, self.state.work)

    @cached_property
    def surveys(self) -> SurveysView:
        """What people report earning."""
        return SurveysView(self.catalog)

    @cached_property
    def payback(self) -> PaybackView | None:
        """Whether the chosen credentials pay; None without credentials or a pay."""
        return payback_view.build(self.catalog, self.state)

    @property
    def request_for_pay(self) -> str:
        """What is still needed for an answer on payback, or wrong with it, as Markdown."""
        return payback_view.ask_for_pay(self.catalog, self.state)

    @property
    def program_titles(self) -> dict[str, str]:
        """The training programs to choose among, by id."""
        return payback_view.program_titles(self.catalog, self.state)

    @property
    def pay_gaps(self) -> tuple[str, list[SourcedText]]:
        """What surveys report on pay with and without a certification, with its figures."""
        return payback_view.describe_pay_gaps(self.catalog)

    @property
    def disputes(self) -> Sequence[Dispute]:
        """What sources disagree on."""
        return self.catalog.careers.findings.disputed

    @property
    def unknown(self) -> Sequence[Gap]:
        """What could not be found out."""
        return self.catalog.careers.findings.unknown


@once_per_catalog
def _pay_band(catalog: Catalog, soc: str) -> pa.Table:
    segments = careers.series_segments(catalog, soc)
    return chart_rows.band(catalog, segments, careers.series_breaks(catalog, soc))


def build(catalog: Catalog, state: CareersState) -> CareersView:
    """Return the view model of the page in a state."""
    return CareersView(catalog, state)
