"""Sentences that say what a picture shows, made from the very rows it draws."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cert_model.formatting import format_count, format_duration, format_money, format_range
from cert_model.overview import Overview
from cert_model.vocabulary import Setting

if TYPE_CHECKING:
    import pandas as pd


def cost_against_effort(overviews: Sequence[Overview], effort: str) -> str:
    """What the price picture shows of these credentials.

    ``effort`` is ``questions`` or ``minutes``. Says how many can be drawn, the cheapest,
    and how far the others go.
    """
    drawn = [it for it in overviews if has_price_and(effort, it)]
    if not drawn:
        return f"None of these has both a known price and a known number of {effort}."
    known = f"Price and {effort} are known for {len(drawn)} of {len(overviews)}."
    cheapest = min(drawn, key=lambda it: it.exam_fee_low or 0)
    dearest = max(drawn, key=lambda it: it.exam_fee_high or 0)
    if len(drawn) == 1:
        price = format_money(cheapest.exam_fee_low, cheapest.exam_fee_high)
        return f"{known} {cheapest.label} costs {price} ({_terms(cheapest, effort)})."
    if cheapest.exam_fee_low == dearest.exam_fee_high:
        return f"{known} The exam of each costs {format_money(cheapest.exam_fee_low)}."
    return (
        f"{known} The exam of {cheapest.label} is the cheapest at "
        f"{format_money(cheapest.exam_fee_low)} ({_terms(cheapest, effort)}); {dearest.label} "
        f"costs the most, up to {format_money(dearest.exam_fee_high)} ({_terms(dearest, effort)})."
    )


def has_price_and(effort: str, overview: Overview) -> bool:
    """Whether a credential can be drawn by price and ``questions`` or ``minutes``."""
    return overview.exam_fee_low is not None and getattr(overview, effort) is not None


def _terms(overview: Overview, effort: str) -> str:
    asked = (
        format_count(overview.questions or 0, "question")
        if effort == "questions"
        else format_duration(overview.minutes)
    )
    several = overview.exam_attempts > 1
    return f"{asked}, {overview.exam_attempts} attempts" if several else asked


def scope(overviews: Sequence[Overview]) -> str:
    """What the scope matrix shows: the place of work and the code set named most often."""
    places = Counter(term for it in overviews for term in it.settings if term is not Setting.ANY)
    code_sets = Counter(term for it in overviews for term in it.code_sets or ())
    tops = [
        f"The {what} named most often is {term.label}, by {count} of {len(overviews)}."
        for what, named in (("place of work", places), ("code set", code_sets))
        for term, count in named.most_common(1)
    ]
    return " ".join(tops) or "What these cover was not found."


def blueprint(content: "pd.DataFrame") -> str:
    """Which part of an exam weighs most; ``content`` are its rows of ``exam_content``."""
    weighed = content.dropna(subset=["high"])
    if weighed.empty:
        return "The parts are known, their weights are not."
    heaviest = weighed.iloc[int(weighed["high"].argmax())].dropna()
    weight = format_weight(heaviest.get("low"), heaviest["high"], heaviest["unit"])
    parts = format_count(len(content), "part")
    return f"The largest of {parts} is {heaviest['domain']}: {weight}."


def format_weight(low: float | None, high: float | None, unit: str) -> str:
    """A part's weight in its exam: ``30–34 %`` or ``6 questions``."""
    if high is None:
        return "weight not found"
    sign = " %" if unit == "percent" else f" {unit}"
    return f"{format_range(low, high)}{sign}"


def pass_rates(rates: "pd.DataFrame") -> str:
    """How one credential's pass rate moved, for the people whom the newest one counts.

    ``rates`` are its rows of ``pass_rates``.
    """
    by_year = rates.dropna(subset=["year", "high"]).sort_values("year")
    if by_year.empty:
        return "No pass rate was found that the issuer stands behind, with its year."
    last = by_year.iloc[-1]
    by_year = by_year[by_year["cohort"] == last["cohort"]]
    if by_year["year"].nunique() == 1:
        return f"{format_range(last['low'], last['high'])} percent passed in {last['year']}."
    first = by_year.iloc[0]
    return (
        f"{format_range(last['low'], last['high'])} percent passed in {last['year']}, against "
        f"{format_range(first['low'], first['high'])} percent in {first['year']}."
    )
