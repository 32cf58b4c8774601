"""The state and the view model of the Credential page: plain rows and sentences to draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar

import pyarrow as pa
from pydantic import Field

from cert_model import careers, formatting
from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate
from cert_model.costs import CostPlan, CostRequest, CostRow, Phase, PlannedCredential, cost_plan
from cert_model.costs.sentences import describe_possible_retake
from cert_model.eligibility import (
    MAY_SIT,
    SETTLED_FOR_GOOD,
    Likelihood,
    Outcome,
    Truth,
    possible_consequences,
)
from cert_model.eligibility.designation_sentences import describe_designation
from cert_model.eligibility.sentences import describe_verdict, next_step
from cert_model.explore.credential_filters import PersonalView
from cert_model.formatting.markdown import format_link
from cert_model.overview import Overview, overviews
from cert_model.overview.sentences import describe_cost, describe_exam
from cert_model.prices import (
    Estimate,
    estimates_of,
    exam_attempts,
    exam_price_span,
    exam_prices,
)
from cert_model.prices.sentences import format_estimate
from cert_model.schema import Credential, Evidence, Issuer, PassRate, top_of
from cert_model.schema.careers import SurveyRow
from cert_model.vocabulary import Quantity, Status
from ui.components.amounts import Basis
from ui.components.chart_rows import price_rows, spans_years
from ui.components.earlier_day import EarlierDay
from ui.components.key_figures import KeyFigure
from ui.shell.address_fields import CredentialId
from ui.shell.page_state import PageState


class CredentialState(PageState):
    """The credential, and the earlier day on which it is looked at, if any."""

    page: ClassVar[str] = "credential"

    id: CredentialId | None = None
    day: Annotated[EarlierDay | None, Field(alias="at")] = None

    def title(self, catalog: Catalog) -> str:
        """The page, by the credential that it is about."""
        return overviews(catalog)[self.id].title if self.id else "Which credential?"

    @property
    def shown(self) -> str:
        """The credential."""
        return self.id or ""


@dataclass(frozen=True)
class HeadlineFigure:
    """A figure that people come for, and the statement that it rests on."""

    label: str
    text: str
    statement: Evidence | None
    estimate: Estimate | None = None
    """What stands in its place where it was not read."""


@dataclass(frozen=True)
class CredentialView:
    """Everything known about a credential; each part is worked out when it is drawn."""

    catalog: Catalog
    """The catalog as it is today, or as it stood on the chosen day."""
    person: PersonalView
    id: str
    is_of_today: bool

    @property
    def sheet(self) -> Credential:
        """The fact sheet."""
        return self.catalog.credentials[self.id]

    @property
    def issuer(self) -> Issuer:
        """The body behind the credential."""
        return self.catalog.issuers[self.sheet.issuer]

    @property
    def title(self) -> str:
        """The code and the name."""
        return f"{self.sheet.code} · {self.sheet.name}"

    @property
    def byline(self) -> str:
        """Issuer, level, and the status where it is not active, as Markdown."""
        letters, name = self.issuer.letters, self.issuer.name
        full = name if letters in name else f"{name} ({letters})"
        issuer = format_link(full, self.issuer.website)
        status = self.sheet.status.value or Status.UNKNOWN
        remark = "" if status is Status.ACTIVE else f" · **status: {status.label.lower()}**"
        return f"{issuer} · {self.sheet.level.label} level{remark}"

    @cached_property
    def overview(self) -> Overview:
        """The computed figures of today."""
        return overviews(self.catalog)[self.id]

    @cached_property
    def estimates(self) -> Mapping[Quantity, Estimate]:
        """What is estimated in place of figures that were not read."""
        return estimates_of(self.catalog, self.sheet)

    @property
    def exam_price(self) -> HeadlineFigure:
        """The price of the exam over all who pay for it, or an estimate of it."""
        if estimate := self.estimates.get(Quantity.EXAM_PRICE):
            return _estimated("Exam price", Quantity.EXAM_PRICE, estimate)
        prices = exam_prices(self.sheet)
        attempts = exam_attempts(self.sheet)
        label = "Exam price" if attempts == 1 else f"Exam price, {attempts} attempts"
        text = formatting.format_money(*exam_price_span(self.sheet))
        return HeadlineFigure(label, text, prices[0].amount if prices else None)

    @property
    def exam_time(self) -> HeadlineFigure:
        """How long the exam takes, or an estimate of it."""
        if estimate := self.estimates.get(Quantity.MINUTES):
            return _estimated("Time", Quantity.MINUTES, estimate)
        minutes = self.sheet.exam.minutes
        text = formatting.format_duration(top_of(minutes))
        return HeadlineFigure("Time", text, minutes)

    @property
    def pass_rate(self) -> HeadlineFigure:
        """The newest pass rate that the issuer stands behind."""
        rate = newest_pass_rate(self.sheet.exam)
        text = f"{rate.percent:g}%" if rate else formatting.NOT_FOUND
        return HeadlineFigure("Pass rate", text, rate)

    @property
    def answer(self) -> str:
        """Whether the person may sit, what it costs and how long the exam is; only of today."""
        if not self.is_of_today:
            return ""
        interview = self.person.interview
        verdict, left = interview.verdicts[self.id], interview.questions_left_for(self.id)
        likely, holding = self.person.likely(self.id), interview.person.holdings.get(self.id)
        standing = describe_verdict(verdict, self.issuer.letters, left, likely, holding)
        may_sit = f"{standing}{self._mark}."
        if verdict in SETTLED_FOR_GOOD:
            return may_sit
        may_sit = describe_designation(self.catalog, self.id) or may_sit
        return f"{may_sit} {describe_cost(self.overview)} {describe_exam(self.overview)}".rstrip()

    @property
    def _mark(self) -> str:
        """The mark that the person would carry at first: ", and start as CPC-A"; or nothing."""
        person = self.person.interview.person
        if self.person.verdicts[self.id] not in MAY_SIT:
            return ""
        for consequence, applies in possible_consequences(self.sheet, person):
            marks = consequence.marks
            if marks:
                verb = "start" if applies is Truth.YES else "may start"
                is_whole = marks.startswith(self.sheet.code)
                return f", and {verb} {'as' if is_whole else 'with the designation'} {marks}"
        return ""

    @property
    def key_figures(self) -> list[KeyFigure]:
        """The figures that people come for; those worked out for today, only of today."""
        costs = self._cost_figures if self.is_of_today else []
        exam = (self.exam_time, self.pass_rate)
        return [self._key_figure(self.exam_price), *costs, *map(self._key_figure, exam)]

    @property
    def _plan(self) -> CostPlan:
        return cost_plan(self.catalog, CostRequest((PlannedCredential(self.id),)))

    @property
    def bill(self) -> list[CostRow]:
        """What is paid until it is held, line by line; empty on an earlier day."""
        if not self.is_of_today:
            return []
        return [row for row in self._plan.rows if row.phase is Phase.EARN and row.money]

    @property
    def _cost_figures(self) -> list[KeyFigure]:
        """What earning it and each later year cost, with the lines of the bill behind them."""
        earning = Basis.of_entries(self.bill)
        keeping = Basis.of_entries(self._plan.later_rows)
        retake = describe_possible_retake(self.bill)
        note = f"includes {retake}" if retake else "until you hold the credential"
        return [
            KeyFigure("To earn it", self.overview.to_earn_text, note, earning),
            KeyFigure(
                "Each year after", self.overview.upkeep_text, "the average of six years", keeping
            ),
        ]

    def _key_figure(self, figure: HeadlineFigure) -> KeyFigure:
        basis, note = Basis(), ""
        if figure.estimate is not None:
            basis = Basis(facts=figure.estimate.facts, estimate=figure.estimate.rule)
        elif figure.statement is not None:
            basis = Basis(statements=(figure.statement,), text=figure.text)
            note = _when(figure.statement)
        return KeyFigure(figure.label, figure.text, note, basis)

    @property
    def has_open_questions(self) -> bool:
        """Whether further answers would bear on the verdict."""
        return bool(self.person.interview.open_questions_for(self.id))

    @cached_property
    def outcome(self) -> Outcome | None:
        """What the answers given so far lead to; None before there are any."""
        if not (self.is_of_today and self.person.interview.parsed.answers):
            return None
        return self.person.outcome(self.id)

    @property
    def likely(self) -> Likelihood | None:
        """What is likely where the rule was not found; it needs no answers."""
        if not self.is_of_today:
            return None
        return self.person.likely(self.id)

    @property
    def next_step(self) -> str:
        """What the person would have to do next, or what is left to answer."""
        assert self.outcome is not None, "there are answers"
        return next_step(self.outcome, self.person.interview.question_texts_for(self.id))

    @cached_property
    def price_history(self) -> pa.Table | None:
        """The exam prices by year; None where prices of one year alone are known."""
        rows = price_rows(self.catalog, self.id)
        return rows if spans_years(rows) else None

    @property
    def survey_rows(self) -> Sequence[SurveyRow]:
        """What holders report earning, newest first."""
        return careers.survey_rows_of(self.catalog, self.id)

    @property
    def survey_caveats(self) -> list[str]:
        """How each of these surveys has to be read."""
        publishers = dict.fromkeys(row.publisher for row in self.survey_rows)
        caveats = (careers.survey_caveat(self.catalog, publisher) for publisher in publishers)
        return [caveat for caveat in caveats if caveat]


def _when(statement: Evidence) -> str:
    """The year of a pass rate, or when another figure held; empty where neither is known."""
    if isinstance(statement, PassRate):
        return str(statement.year or "")
    return formatting.format_period(statement.as_of) if statement.as_of else ""


def _estimated(label: str, quantity: Quantity, estimate: Estimate) -> HeadlineFigure:
    """An estimate as a headline figure, which no statement is behind."""
    text = format_estimate(quantity, estimate.low, estimate.high)
    return HeadlineFigure(label, text, None, estimate)


def build(catalog: Catalog, person: PersonalView, key: str, *, is_of_today: bool) -> CredentialView:
    """Return the view model of a credential's page for a person, from this catalog."""
    return CredentialView(catalog, person, key, is_of_today)
