"""What a cost plan assumes, as controls whose settings stand in the address."""

from collections.abc import Mapping, Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.costs import Assumptions
from cert_model.formatting import NOT_FOUND
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from ui.components import choices, glossary
from ui.shell import address

NOTHING = "none"
_PRICES = 200
_MOST_OFFERS = 3
_APPRENTICE = ["experience", "course", "keep"]
_DEFAULTS = Assumptions()


def params(catalog: Catalog) -> list[address.Param]:
    """Every control, as the address writes it."""
    return [
        address.One("membership", ["cheaper", "always", "never"], "cheaper"),
        address.One("attempts", ["one", "two"], "one"),
        address.One("books", ["yes", "no"], "yes"),
        address.Number("pass", 1, 100, None),
        address.Number("ceu", 0, _PRICES, int(_DEFAULTS.ceu_price)),
        address.Number("study", 0, 5_000, 0),
        address.Number("employer", 0, 100, 0),
        address.One("training", [NOTHING, *_programs(catalog)], NOTHING),
        address.One("funding", [NOTHING, *_funding(catalog)], NOTHING),
        address.One("student", ["no", "yes"], "no"),
        address.One("apprentice", _APPRENTICE, _APPRENTICE[0]),
        address.Number("lapses", 0, 10, 0),
        address.Number("late", 0, 10, 0),
        address.Number("interest", 0, 20, 0),
    ]


def draw(page: str, catalog: Catalog, ids: Sequence[str]) -> Assumptions:
    """Draw the controls, beside the facts they stand in for, and give what they say."""
    st.markdown("**What is assumed**")
    membership = _choice(page, "membership", "Optional membership", ["cheaper", "always", "never"])
    attempts = _choice(page, "attempts", "Exam attempts bought", ["one", "two"])
    books = _choice(page, "books", "Buy code books", ["yes", "no"])
    student = _choice(page, "student", "Student prices", ["no", "yes"])
    passing: int | None = st.number_input(
        "Your chance to pass, %",
        1,
        100,
        value=None,
        placeholder="as published",
        help="Empty takes the published rate, or 65 % where none is.",
        key=address.key(page, "pass"),
        persist_state="session",
    )
    st.markdown(f":small[Published: {escape(_published_rates(catalog, ids))}.]")
    ceu = _number(page, "ceu", "Price of one CEU, $", _PRICES, "A guess: many are free.")
    st.markdown(f":small[Known: {escape(_known_ceu_prices(catalog, ids))}.]")
    study = _number(page, "study", "Study material, each, $", 5_000, "Guides, practice exams.")
    employer = _number(page, "employer", "Your employer pays, %", 100, "Of everything.")
    apprentice = _choice(page, "apprentice", "An apprentice mark goes by", _APPRENTICE)
    lapses = _number(page, "lapses", "What if it lapses, times", 10, "Reinstated each time.")
    late = _number(page, "late", "What if dues are late, times", 10, "The late fee each time.")
    interest = _number(
        page, "interest", "Later dollars weigh less by, %", 20, "Present value; 0 adds them as is."
    )
    training = _named(page, "training", "Training program", _programs(catalog))
    funding = _named(page, "funding", "Paid by", _funding(catalog))
    return Assumptions.model_validate(
        {
            "membership": membership,
            "attempts": attempts,
            "books": books == "yes",
            "student": student == "yes",
            "pass_rate": passing,
            "ceu_price": ceu,
            "study_material": study,
            "employer_share": employer,
            "apprentice": apprentice,
            "lapses": lapses,
            "late_payments": late,
            "discount_rate": interest,
            "training": None if training == NOTHING else training,
            "funding": None if funding == NOTHING else funding,
        }
    )


def _choice(page: str, name: str, label: str, terms: list[str]) -> str:
    words = {term: term for term in terms}
    return choices.one_of(page, name, label, words, note=glossary.for_label(label))


def _number(page: str, name: str, label: str, highest: int, note: str) -> int:
    entered: int = st.number_input(
        label,
        0,
        highest,
        help=glossary.for_label(label, note),
        key=address.key(page, name),
        persist_state="session",
    )
    return entered


def _named(page: str, name: str, label: str, names: Mapping[str, str]) -> str:
    chosen: str = st.selectbox(
        label,
        [NOTHING, *names],
        format_func=lambda term: names.get(term, NOTHING),
        key=address.key(page, name),
        persist_state="session",
    )
    return chosen


def _published_rates(catalog: Catalog, ids: Sequence[str]) -> str:
    """The newest published pass rate of each credential, in words."""
    figures = [overviews(catalog)[key] for key in ids]
    return "; ".join(
        f"{it.label} {NOT_FOUND if it.pass_rate is None else f'{it.pass_rate:g} %'}"
        for it in figures
    )


def _known_ceu_prices(catalog: Catalog, ids: Sequence[str]) -> str:
    """What CEUs of these issuers are known to cost apiece, in words."""
    issuers = {catalog.credentials[key].issuer for key in ids}
    known = [
        f"{offer.name} {format_reading(offer.price_per_ceu, '$')}"
        for offer in catalog.preparation.ceus.offers
        if offer.issuer in issuers and offer.price_per_ceu and offer.price_per_ceu.known
    ]
    return "; ".join(known[:_MOST_OFFERS]) or "no price of one CEU was found"


def _programs(catalog: Catalog) -> dict[str, str]:
    """The programs whose price is known, by id."""
    return {
        program.id: f"{program.name}, {program.provider}"
        for program in catalog.preparation.programs.programs
        if any(price.amount.known for price in program.tuition)
    }


def _funding(catalog: Catalog) -> dict[str, str]:
    """The funding sources of which it is known what they pay, by id."""
    return {each.id: each.name for each in catalog.preparation.funding.funding if each.pays}
