"""What it takes to earn one credential: exam, expected retake, books, material, the mark."""

from collections.abc import Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.rows import Category, CostRow, MissingPrice
from cert_model.prices.money import Money
from cert_model.prices.price_lists import Buyer, FactRef, PriceLine, credential_lines, select_line
from cert_model.schema import Credential
from cert_model.schema.preparation import Material
from cert_model.vocabulary import FeeKind, MaterialKind


@dataclass(frozen=True, slots=True)
class Sitting:
    """One credential, earned in a year by a buyer under assumptions."""

    catalog: Catalog
    sheet: Credential
    year: int
    buyer: Buyer
    assumptions: Assumptions

    def rows(self) -> Iterator[CostRow | MissingPrice]:
        """Everything paid up to the day the credential is held."""
        exam = select_line(credential_lines(self.sheet, FeeKind.EXAM), self.buyer, self._attempts)
        if exam is None:
            yield self._missing(Category.EXAM, "the exam price in dollars")
        else:
            yield self._row(Category.EXAM, exam.money, f"Exam, {exam.attempts}", (exam.ref,))
        yield from self._application()
        yield from self._retake(exam)
        yield from self._books()
        if self.assumptions.study_material:
            spent = Money.exactly(self.assumptions.study_material)
            yield self._row(Category.MATERIALS, spent, "Study material", (), ("study_material",))

    @property
    def _attempts(self) -> int:
        return 2 if self.assumptions.attempts == "two" else 1

    def _application(self) -> Iterator[CostRow]:
        line = select_line(credential_lines(self.sheet, FeeKind.APPLICATION), self.buyer)
        if line is not None:
            yield self._row(Category.EXAM, line.money, "Application", (line.ref,))

    def _retake(self, exam: PriceLine | None) -> Iterator[CostRow]:
        """One retake, weighed by the chance to need it; from none to one for the range."""
        if exam is None or (exam.fee.attempts or 1) > 1:
            return
        line = select_line(credential_lines(self.sheet, FeeKind.RETAKE), self.buyer) or exam
        chance, facts, assumed = self._chance_to_fail()
        money = Money(0, line.money.typical * chance, line.money.high)
        label = f"One retake, {chance:.0%} likely"
        yield self._row(Category.RETAKE, money, label, (line.ref, *facts), assumed)

    def _chance_to_fail(self) -> tuple[float, tuple[FactRef, ...], tuple[str, ...]]:
        own = self.assumptions.pass_rate
        if own is not None:
            return 1 - own / 100, (), ("pass_rate",)
        rate = newest_pass_rate(self.sheet.exam)
        if rate is not None and rate.percent is not None:
            at = self.sheet.exam.pass_rates.index(rate)
            subject = self.sheet.same_exam_as or self.sheet.id
            return 1 - rate.percent / 100, (FactRef(subject, ("exam", "pass_rates", at)),), ()
        return 1 - self.assumptions.unpublished_pass_rate / 100, (), ("unpublished_pass_rate",)

    def _books(self) -> Iterator[CostRow | MissingPrice]:
        """The cheapest to the dearest way to the code books of an open-book exam."""
        allowed = self.sheet.exam.open_book
        if not self.assumptions.books or allowed is None or not allowed.value:
            return
        prices = [
            (
                Money.from_fact(price.amount),
                FactRef("preparation", (*place, "prices", at, "amount")),
            )
            for place, material in self._code_books()
            for at, price in enumerate(material.prices)
            if price.amount.known
        ]
        if not prices:
            yield self._missing(Category.BOOKS, "the price of the code books")
            return
        usual = sorted(money.typical for money, _ in prices)
        money = Money(
            min(money.low for money, _ in prices),
            usual[len(usual) // 2],
            max(money.high for money, _ in prices),
        )
        facts = tuple(ref for _, ref in prices)
        yield self._row(Category.BOOKS, money, "Code books for the exam", facts, ("books",))

    def _code_books(self) -> Iterator[tuple[tuple[str | int, ...], Material]]:
        for at, material in enumerate(self.catalog.preparation.materials.materials):
            if material.kind is MaterialKind.CODE_BOOK and material.serves(self.sheet):
                yield ("materials", "materials", at), material

    def _row(
        self,
        category: Category,
        money: Money,
        label: str,
        facts: tuple[FactRef, ...],
        assumptions: tuple[str, ...] = (),
    ) -> CostRow:
        key, issuer = self.sheet.id, self.sheet.issuer
        return CostRow(self.year, key, issuer, category, money, label, facts, assumptions)

    def _missing(self, category: Category, what: str) -> MissingPrice:
        return MissingPrice(self.sheet.id, self.sheet.issuer, category, what)
