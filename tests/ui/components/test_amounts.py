"""What an amount opens to: how it adds up, then each part with its sources."""

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.formatting import format_money
from cert_model.paths import all_plans
from cert_model.paths.bill_lines import BillLine, bill_lines
from cert_model.prices import sum_money
from ui.components.amounts import Basis, cell
from ui.components.fact_list import FactList


def opened(catalog: Catalog, lines: list[BillLine]) -> str:
    """What a sum of these lines opens to, as plain text."""
    facts = FactList(catalog, "test")
    facts.row("Sum", cell(facts, "sum", Basis.of_bill(lines)))
    return facts.html.striptags()


def bill(catalog: Catalog, key: str) -> list[BillLine]:
    """The bill of the only plan of somebody with a diploma and nothing else."""
    plan, *_ = all_plans(catalog, Profile(complete=True, education="high-school"), key)
    return bill_lines(catalog, plan)


def test_a_sum_begins_with_how_it_adds_up_and_then_names_each_part(catalog: Catalog) -> None:
    lines = bill(catalog, "ahima/cca")
    text = opened(catalog, lines)
    amounts = [line.money.rounded().typical for line in lines if line.money is not None]
    whole = sum_money(line.money for line in lines if line.money is not None).rounded().typical
    equation = f"{' + '.join(map(format_money, amounts))} = {format_money(whole)}"
    places = [text.index(equation), *(text.index(line.what) for line in lines)]
    assert places == sorted(places)


def test_a_sum_says_nothing_of_study_time(catalog: Catalog) -> None:
    assert "eeks:" not in opened(catalog, bill(catalog, "ahima/cca"))


def test_the_chance_behind_a_retake_is_explained(catalog: Catalog) -> None:
    lines = bill(catalog, "ahima/cca")
    (how,) = (line.how for line in lines if "retake" in line.what)
    assert "% passed in 2025" in how
    assert how in opened(catalog, lines)


def test_a_single_part_is_its_own_sum(catalog: Catalog) -> None:
    (line, *_) = bill(catalog, "ahima/cca")
    assert " = " not in opened(catalog, [line])
