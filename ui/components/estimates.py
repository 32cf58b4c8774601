"""An estimate with its mark, which opens to its rule and to the facts behind it."""

from collections.abc import Iterator, Mapping

from cert_model.catalog import Catalog
from cert_model.catalog.subjects import subject_label
from cert_model.formatting import as_phrase
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import escape
from cert_model.prices import Estimate
from cert_model.prices.sentences import format_estimate
from cert_model.schema import PriceFact, Reading
from cert_model.vocabulary import Quantity
from ui.components import figures
from ui.components.fact_list import FactList


def row(
    facts: FactList, label: str, quantity: Quantity, estimates: Mapping[Quantity, Estimate]
) -> None:
    """A line of a fact list whose figure is estimated."""
    estimate = estimates[quantity]
    text = format_estimate(quantity, estimate.low, estimate.high)
    evidence = "\n\n".join(_explanation(facts.catalog, text, estimate))
    facts.row(label, facts.opener(text, evidence))


def _explanation(catalog: Catalog, text: str, estimate: Estimate) -> Iterator[str]:
    yield f"**{escape(text)}**"
    rule = escape(as_phrase(estimate.rule))
    yield f"No source for this figure was read. It is estimated: {rule}."
    yield "\n".join(_facts(catalog, estimate))


def _facts(catalog: Catalog, estimate: Estimate) -> Iterator[str]:
    """A line of a list for each fact, with its value, mark and sources."""
    for ref in estimate.facts:
        fact = catalog.find_fact(ref)
        assert isinstance(fact, Reading), "an estimate rests on values"
        subject = escape(subject_label(catalog, ref.subject))
        value = format_reading(fact, "$" * isinstance(fact, PriceFact))
        yield f"- {subject}: {escape(value)} {figures.marked_sources(catalog, fact, most=3)}"
