"""What people report earning, whom each survey asked, and what it does not say."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from cert_model import careers
from cert_model.careers import PayGap, survey_sentences
from cert_model.catalog import Catalog
from cert_model.formatting import join_words
from cert_model.schema.career_files import Finding, RemoteShare
from cert_model.schema.careers import CertificationEffectRow, SurveyRow
from ui.careers import chart_rows, tables
from ui.careers.tables import Table


@dataclass(frozen=True)
class SurveyFigures:
    """Figures of surveys by one kind of group: the newest as a picture, all of them as a table."""

    catalog: Catalog
    takeaway: str
    drawn: Sequence[SurveyRow]
    listed: Sequence[SurveyRow]
    title: str
    """What to call the table."""
    order: str
    """In which order the picture stands, and what it may be read for."""

    @property
    def caveats(self) -> dict[str, str]:
        """How the surveys in the picture have to be read, by publisher."""
        publishers = dict.fromkeys(row.publisher for row in self.drawn)
        caveats = {name: careers.survey_caveat(self.catalog, name) for name in publishers}
        return {name: caveat for name, caveat in caveats.items() if caveat}

    @property
    def respondents(self) -> str:
        """How many people answered the surveys in the picture."""
        return survey_sentences.describe_respondents(
            {row.year: careers.survey_respondents(self.catalog, row) for row in self.drawn}
        )

    @cached_property
    def comparable(self) -> list[list[SurveyRow]]:
        """The figures that may be read beside one another: of one survey and measure each."""
        groups: list[list[SurveyRow]] = []
        for row in self.drawn:
            for group in groups:
                if group[0].compares_with(row):
                    group.append(row)
                    break
            else:
                groups.append([row])
        return [group for group in groups if len(group) > 1]

    @property
    def left_out(self) -> str:
        """The figures that no other may be read beside, which the table alone has; or nothing."""
        drawn = [row for group in self.comparable for row in group]
        alone = [f"{row.group} ({row.year})" for row in self.drawn if row not in drawn]
        return f"In the table only: {join_words(alone)}." if alone else ""

    def bars(self, rows: Sequence[SurveyRow]) -> pa.Table:
        """Comparable figures, as the chart draws them."""
        return chart_rows.surveys(self.catalog, rows)

    @property
    def table(self) -> Table:
        """Every survey's figures, as a table to read."""
        counts = [careers.survey_respondents(self.catalog, row) for row in self.listed]
        return tables.surveys(self.catalog, self.listed, counts)


@dataclass(frozen=True)
class SurveysView:
    """What surveys say of pay and of remote work."""

    catalog: Catalog

    @cached_property
    def by_credential(self) -> SurveyFigures:
        """Pay by credential."""
        rows = careers.newest_rows_by_credential(self.catalog)
        return SurveyFigures(
            self.catalog,
            survey_sentences.describe_by_credential(rows),
            rows,
            careers.survey_rows_by_credential(self.catalog),
            "Pay by credential, every survey, as a table",
            "Each credential's newest figure, highest first. Each survey asked different people, "
            "so figures of different surveys stand apart.",
        )

    @cached_property
    def by_number(self) -> SurveyFigures:
        """Pay by the number of credentials held."""
        rows = careers.newest_rows_by_number(self.catalog)
        return SurveyFigures(
            self.catalog,
            survey_sentences.describe_by_number(rows),
            rows,
            careers.survey_rows_by_number(self.catalog),
            "Pay by number of credentials, every survey, as a table",
            "Fewest credentials first.",
        )

    @cached_property
    def by_setting(self) -> SurveyFigures:
        """Pay by place of work; the table holds region, experience and education too."""
        rows = careers.newest_rows_by_setting(self.catalog)
        return SurveyFigures(
            self.catalog,
            survey_sentences.describe_by_setting(rows),
            rows,
            careers.survey_rows_by_other_group(self.catalog),
            "Pay by place of work, region, experience and education, every survey, as a table",
            "Highest figure first.",
        )

    @cached_property
    def gaps(self) -> list[PayGap]:
        """The pay of the certified beside that of others, newest first."""
        return careers.pay_gaps(self.catalog)

    @property
    def gaps_takeaway(self) -> str:
        """The newest comparison, computed both ways; empty where there is none."""
        return survey_sentences.describe_gap(self.gaps[0]) if self.gaps else ""

    @property
    def gap_range(self) -> str:
        """How far the comparisons of one survey lie apart; empty where none has several."""
        return survey_sentences.describe_gap_range(self.gaps)

    @property
    def gap_bars(self) -> pa.Table:
        """The comparisons, as the chart draws them."""
        return chart_rows.gaps(self.catalog, self.gaps)

    @property
    def gap_table(self) -> Table:
        """The comparisons, as a table to read."""
        return tables.gaps(self.catalog, self.gaps)

    @property
    def unemployment(self) -> list[CertificationEffectRow]:
        """The certified beside others in what is not pay."""
        return careers.other_comparisons(self.catalog)

    @property
    def remote_takeaway(self) -> str:
        """How many work remotely."""
        return survey_sentences.describe_remote_work(self.remote_shares)

    @property
    def remote_shares(self) -> Sequence[RemoteShare]:
        """Every figure on remote work."""
        return self.catalog.careers.findings.remote

    @property
    def findings(self) -> list[Finding]:
        """What surveys say beyond single figures, newest first."""
        return sorted(self.catalog.careers.findings.findings, key=lambda finding: -finding.year)
