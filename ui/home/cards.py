"""The cards of candidates on Home: words and figures, as plain data."""

from dataclasses import dataclass
from functools import cached_property

from cert_model.candidates import Candidate, Priority, pay_sentences, sentences
from cert_model.catalog import Catalog
from cert_model.catalog.derived import offered_online
from cert_model.formatting import format_money
from cert_model.paths.bill_lines import lines_of_steps
from cert_model.paths.sentences import format_cost
from cert_model.schema import Evidence
from cert_model.schema.careers import WageRow
from ui.components.amounts import Basis


@dataclass(frozen=True, slots=True)
class CardFigure:
    """A figure on a card, and what it opens to: a basis, a single statement, or nothing."""

    label: str
    text: str
    note: str = ""
    basis: Basis | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True)
class Card:
    """One candidate, in the words and figures that its card shows."""

    catalog: Catalog
    candidate: Candidate
    shared: tuple[CardFigure, ...] = ()
    """The figures that are the same on every card, which stand once below them."""
    priority: Priority | None = None
    """What matters most to the person."""

    @property
    def id(self) -> str:
        """The id of the credential."""
        return self.candidate.id

    @property
    def letters(self) -> str:
        """Its letters, with the issuer where two credentials share them."""
        return self.catalog.labels[self.id]

    @property
    def name(self) -> str:
        """Its name and its issuer."""
        sheet = self.catalog.credentials[self.id]
        return f"{sheet.name} · {self.catalog.issuers[sheet.issuer].letters}"

    @property
    def admission(self) -> str:
        """Whether and how the person may sit."""
        return sentences.admission_text(self.catalog, self.candidate)

    @property
    def reasons(self) -> list[str]:
        """What speaks for or against it."""
        return sentences.reasons(self.catalog, self.candidate)

    @cached_property
    def figures(self) -> list[CardFigure]:
        """What it costs and takes, what it pays and where one sits, where cards differ."""
        return [figure for figure in self.all_figures if figure not in self.shared]

    @cached_property
    def leading_figures(self) -> list[CardFigure]:
        """What it costs and takes, and what matters most: all that a phone shows at first."""
        leading = [self._cost, self._each_year, self._first]
        if self.priority is Priority.PAY:
            leading.append(self._pay)
        if self.priority is Priority.FROM_HOME:
            leading.append(self._place)
        return [figure for figure in self.figures if figure in leading]

    @property
    def further_figures(self) -> list[CardFigure]:
        """The figures that a phone folds: those that do not lead."""
        leading = self.leading_figures
        return [figure for figure in self.figures if figure not in leading]

    @property
    def other_work(self) -> str:
        """Its work where that is not coding: "For billing, not coding."; else empty."""
        return sentences.describe_other_work(self.catalog, self.id)

    @cached_property
    def all_figures(self) -> list[CardFigure]:
        """Its figures, with those that are the same on every card.

        The pay of the occupation is no figure of a credential, and stands below the cards.
        """
        pay = [] if self.candidate.occupation else [self._pay]
        return [self._cost, self._each_year, self._first, *pay, self._place]

    @cached_property
    def _cost(self) -> CardFigure:
        label = sentences.cost_label(self.catalog, self.candidate)
        basis = Basis.of_bill(lines_of_steps(self.catalog, self.candidate.first_steps))
        note = sentences.explain_cost(self.catalog, self.candidate)
        return CardFigure(label, format_cost(self.candidate.first.cost), note, basis)

    @cached_property
    def _each_year(self) -> CardFigure:
        text = sentences.format_each_year(self.candidate)
        basis = Basis.of_entries(self.candidate.upkeep_rows)
        return CardFigure("Each year after", text, basis=basis)

    @cached_property
    def _first(self) -> CardFigure:
        label = sentences.first_label(self.catalog, self.candidate)
        basis = Basis.of_lengths(self.candidate.first_steps)
        return CardFigure(label, sentences.format_first(self.candidate), basis=basis)

    @cached_property
    def _pay(self) -> CardFigure:
        label = pay_sentences.pay_label(self.catalog, self.candidate)
        text = pay_sentences.format_pay(self.candidate)
        note = pay_sentences.explain_pay(self.catalog, self.candidate)
        return CardFigure(label, text, note, evidence=self.candidate.survey)

    @cached_property
    def _place(self) -> CardFigure:
        exam = self.catalog.credentials[self.id].exam
        delivery = exam.delivery if offered_online(exam) is not None else None
        text = sentences.format_online(self.candidate)
        return CardFigure("Exam at home", text, evidence=delivery)


def occupation_figure(row: WageRow) -> CardFigure:
    """The pay of the occupation, which no credential sets apart."""
    note = pay_sentences.explain_occupation(row)
    label = pay_sentences.label_of_occupation(row)
    return CardFigure(label, format_money(row.p50), note, evidence=row)
