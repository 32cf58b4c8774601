"""Who may pay: a row for each, and the rules of the one that is chosen."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import escape
from cert_model.preparation import FundingOffer, Payer, payer_ids, payers_of
from cert_model.preparation import sentences as takeaways
from cert_model.schema import Fact
from cert_model.schema.preparation import Funding
from ui.components import figures, open_questions, views
from ui.prepare.controls import PAGE
from ui.shell import old_address as address

_CAPS = {"cap_per_test": "a test", "cap_per_year": "a year", "cap_total": "in all"}


def params(catalog: Catalog) -> list[address.Param]:
    """The payer whose rules are read, by the first of what they offer."""
    return [address.One("payer", payer_ids(catalog))]


def draw(catalog: Catalog, key: str) -> None:
    """Every payer in a row, and on demand the rules of one."""
    found = payers_of(catalog, key)
    label = catalog.labels[key]
    answer = takeaways.describe_payers(found, label)
    views.headline(answer)
    st.table(_table(catalog, found, label), hide_index=True, alt=answer)
    by_id = {payer.id: payer for payer in found}
    chosen = st.selectbox(
        "Read the rules of",
        list(by_id),
        index=None,
        format_func=lambda each: by_id[each].name,
        placeholder="Choose a payer",
        key=address.key(PAGE, "payer"),
        persist_state="session",
    )
    if chosen is not None:
        for offering in by_id[chosen].offerings:
            _rules(catalog, offering)


def _table(catalog: Catalog, found: Sequence[Payer], label: str) -> dict[str, list[str]]:
    return {
        "Payer": [escape(payer.name) for payer in found],
        "With what": [_joined(each.funding.name for each in payer.offerings) for payer in found],
        "Pays": [_joined(_told(payer, _pays)) for payer in found],
        "At most": [_joined(_told(payer, _caps)) for payer in found],
        f"Names the {label}": ["yes" if payer.covers else "ask" for payer in found],
        "From": [_from(catalog, payer) for payer in found],
    }


def _joined(texts: Iterable[str]) -> str:
    return escape("; ".join(texts) or format_reading(None))


def _told(payer: Payer, tell: Callable[[Funding], Iterator[str]]) -> Iterator[str]:
    """What is said of each offering, which is named where there are several."""
    for each in payer.offerings:
        for text in tell(each.funding):
            yield text if len(payer.offerings) == 1 else f"{each.funding.name}: {text}"


def _pays(funding: Funding) -> Iterator[str]:
    if funding.pays is not None:
        yield format_reading(funding.pays)


def _caps(funding: Funding) -> Iterator[str]:
    for cap, of_what in _caps_of(funding):
        yield f"{format_reading(cap, '$')} {of_what}"


def _caps_of(funding: Funding) -> Iterator[tuple[Fact[float], str]]:
    for name, of_what in _CAPS.items():
        cap = getattr(funding, name)
        if cap is not None:
            yield cap, of_what


def _from(catalog: Catalog, payer: Payer) -> str:
    """Where it was read what each offering pays, or else its first rule."""
    firsts = [each.funding.pays or next(iter(each.notes), None) for each in payer.offerings]
    pages = ", ".join(figures.marked_sources(catalog, first) for first in firsts if first)
    return pages or format_reading(None)


def _rules(catalog: Catalog, offering: FundingOffer) -> None:
    funding = offering.funding
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{escape(funding.name)}**")
        figures.fact(catalog, "Pays", funding.pays)
        if funding.does_not_pay is not None:
            figures.fact(catalog, "Does not pay", funding.does_not_pay)
        for cap, of_what in _caps_of(funding):
            figures.fact(catalog, f"At most, {of_what}", cap, unit="$", money=True)
        left = takeaways.describe_exam_remainder(offering)
        if left:
            st.markdown(f":small[{escape(left)}]")
        figures.notes(catalog, offering.notes)
        open_questions.draw_unknown(funding.unknown)
