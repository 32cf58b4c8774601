"""What the code books of open-book exams cost, each set bought once for all that it serves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cert_model.catalog import Catalog
from cert_model.costs.rows import Category, CostItem
from cert_model.costs.timeline import DatedCredential
from cert_model.formatting import as_ended, format_money
from cert_model.prices import Money, PriceLine, material_lines
from cert_model.vocabulary import MaterialKind


@dataclass(frozen=True, slots=True)
class BookNeed:
    """The books that one exam asks for, and what the ways to have them cost."""

    credential: DatedCredential
    sets: frozenset[tuple[str, int | None]]
    """The printed sets with a price, any one of which serves the exam: the id of each and the
    year of the plan in whose edition it is needed, None where any edition will do."""
    printed: tuple[PriceLine, ...]
    ebooks: tuple[PriceLine, ...]
    """Those that the exam itself offers."""

    @property
    def money(self) -> Money:
        """What one set costs: bought in print to study, but e-books of the exam are the low end."""
        printed = Money.of_ways([line.money for line in self.printed])
        low = min([printed.low, *(line.money.low for line in self.ebooks)])
        return Money(low, printed.typical, printed.high)

    def serves(self, other: "BookNeed") -> bool:
        """Whether any set bought for this exam will do for the other one, too."""
        return self.sets <= other.sets


def book_items(catalog: Catalog, credentials: Iterable[DatedCredential]) -> Iterator[CostItem]:
    """The code books of open-book exams; sets that serve several exams are bought once.

    An exam needs no books of its own where those bought for another one serve it, whichever set
    that is. Books for several exams cost as much as the dearest of their needs, case by case.
    """
    needs = [
        need
        for need in (_book_need(catalog, credential) for credential in credentials)
        if _asks_for_books(need)
    ]
    for need in needs:
        if not need.printed:
            yield need.credential.missing(Category.BOOKS, "the price of printed code books")
    for buying, served in _purchases([need for need in needs if need.printed]):
        codes = ", ".join(need.credential.sheet.code for need in served)
        label = f"Code books, which serve the {codes} too" if codes else "Code books for the exam"
        every_need = (buying, *served)
        money = Money.most_of([need.money for need in every_need])
        lines = dict.fromkeys(
            line.ref for need in every_need for line in (*need.printed, *need.ebooks)
        )
        row = buying.credential.row(Category.BOOKS, money, label, tuple(lines), ("books",))
        year = min(need.credential.year for need in every_need)
        yield replace(row, year=year, how=_how_priced(every_need))


def _how_priced(needs: Sequence[BookNeed]) -> str:
    """How the usual amount follows from the prices of printed sets, a sentence or two."""
    prices = list(dict.fromkeys(line for need in needs for line in need.printed))
    at_the_exam = any(need.ebooks for need in needs)
    low = " The low end is with the e-books that the exam offers." if at_the_exam else ""
    if len(prices) > 1:
        return f"The usual one of {len(prices)} prices of a printed set.{low}"
    (price,) = prices
    if price.money.low == price.money.high:
        return low.strip()
    note = f" {as_ended(price.amount.note)}" if price.amount.note else ""
    span = format_money(price.money.low, price.money.high)
    return f"An estimate: the middle of {span}.{note}{low}"


def _asks_for_books(need: BookNeed) -> bool:
    """Whether an exam is open book; where that is not known, whether books for it are known.

    An exam whose list of allowed books is known to be empty asks for none.
    """
    exam = need.credential.sheet.exam
    if exam.books is not None and exam.books.value == ():
        return False
    if exam.open_book is not None and exam.open_book.known:
        return bool(exam.open_book.value)
    return bool(need.printed or need.ebooks)


def _book_need(catalog: Catalog, credential: DatedCredential) -> BookNeed:
    sets: set[tuple[str, int | None]] = set()
    printed: list[PriceLine] = []
    ebooks: list[PriceLine] = []
    for position, material in enumerate(catalog.preparation.materials.materials):
        if not material.serves(credential.sheet):
            continue
        lines = material_lines(position, material)
        if material.kind is MaterialKind.EXAM_EBOOKS:
            ebooks += lines
        elif material.kind is MaterialKind.CODE_BOOK and lines:
            printed += lines
            of_year = material.yearly is not None and material.yearly.value
            sets.add((material.id, credential.year if of_year else None))
    return BookNeed(credential, frozenset(sets), tuple(printed), tuple(ebooks))


def _purchases(needs: Sequence[BookNeed]) -> list[tuple[BookNeed, list[BookNeed]]]:
    """The needs for which books are bought, each with those that its books serve besides.

    A need whose sets include all those of another one is served by what is bought for that.
    """
    in_order = sorted(needs, key=lambda need: len(need.sets))
    purchases: dict[str, list[BookNeed]] = defaultdict(list)
    buying: list[BookNeed] = []
    for need in in_order:
        server = next((other for other in buying if other.serves(need)), None)
        if server is None:
            buying.append(need)
        else:
            purchases[server.credential.sheet.id].append(need)
    return [(need, purchases[need.credential.sheet.id]) for need in buying]
