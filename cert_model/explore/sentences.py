"""Sentences that say what a chart shows, made from the same rows that it draws."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cert_model.formatting import (
    format_count,
    format_duration,
    format_money,
    format_range,
    with_unit,
)
from cert_model.overview import Overview
from cert_model.vocabulary import Setting, Standing

if TYPE_CHECKING:
    import pandas as pd


def describe_cost_against_effort(overviews: Sequence[Overview], effort: str) -> str:
    """Say what the chart of price against effort shows of these credentials.

    ``effort`` is ``questions`` or ``minutes``. Says how many can be drawn, for how many of
    these a figure is estimated, which is the cheapest and which costs the most. The cheapest and
    the most expensive are sought where both figures were read, if there are any.
    """
    drawable = [overview for overview in overviews if has_price_and(effort, overview)]
    if not drawable:
        return f"None of these has both a known price and a known number of {effort}."
    drawn = [overview for overview in drawable if not is_estimated(effort, overview)]
    estimated = len(drawable) - len(drawn)
    coverage = f"Price and {effort} are known for {len(drawn)} of {len(overviews)}" + (
        f" and estimated for {estimated} more, drawn as rings." if estimated else "."
    )
    if not drawn:
        return coverage
    cheapest = min(drawn, key=lambda overview: overview.exam_fee_low or 0)
    costliest = max(drawn, key=lambda overview: overview.exam_fee_high or 0)
    lowest = format_money(cheapest.exam_fee_low)
    if len(drawn) == 1:
        price = format_money(cheapest.exam_fee_low, cheapest.exam_fee_high)
        return (
            f"{coverage} The {cheapest.label} exam costs {price} "
            f"({_format_effort(cheapest, effort)})."
        )
    if cheapest.exam_fee_low == costliest.exam_fee_high:
        return f"{coverage} Each of these exams costs {lowest}."
    return (
        f"{coverage} The {cheapest.label} exam is cheapest at {lowest} "
        f"({_format_effort(cheapest, effort)}); the {costliest.label} exam costs the most, up to "
        f"{format_money(costliest.exam_fee_high)} ({_format_effort(costliest, effort)})."
    )


def has_price_and(effort: str, overview: Overview) -> bool:
    """Whether a credential can be drawn by price and ``questions`` or ``minutes``."""
    return overview.exam_fee_low is not None and getattr(overview, effort) is not None


def is_estimated(effort: str, overview: Overview) -> bool:
    """Whether the price or the effort of a drawn credential is an estimate."""
    standings = (overview.exam_fee_standing, getattr(overview, f"{effort}_standing"))
    return Standing.ESTIMATED in standings


def _format_effort(overview: Overview, effort: str) -> str:
    """What the exam asks: ``100 questions`` or ``4 h``, and how many attempts are bought."""
    size = (
        format_count(overview.questions or 0, "question")
        if effort == "questions"
        else format_duration(overview.minutes)
    )
    attempts = overview.exam_attempts
    return f"{size}, {attempts} attempts" if attempts > 1 else size


def describe_scope(overviews: Sequence[Overview]) -> str:
    """Say what the scope chart shows: the place of work and the code set named most often."""
    places = Counter(
        setting
        for overview in overviews
        for setting in overview.settings
        if setting is not Setting.ANY
    )
    code_sets = Counter(code_set for overview in overviews for code_set in overview.code_sets or ())
    sentences = [
        f"The most common {kind} is {term.label}, in {count} of {len(overviews)}."
        for kind, counts in (("place of work", places), ("code set", code_sets))
        for term, count in counts.most_common(1)
    ]
    return " ".join(sentences) or "What these cover was not found."


def describe_blueprint(content: "pd.DataFrame") -> str:
    """Say which part of an exam weighs most; ``content`` are its rows of ``exam_content``."""
    weighed = content.dropna(subset=["high"])
    if weighed.empty:
        return "The parts are known; their weights are not."
    heaviest = weighed.iloc[int(weighed["high"].argmax())].dropna()
    weight = format_weight(heaviest.get("low"), heaviest["high"], heaviest["unit"])
    parts = format_count(len(content), "part")
    return f"The largest of {parts} is {heaviest['domain']}: {weight}."


def format_weight(low: float | None, high: float | None, unit: str) -> str:
    """A part's weight in its exam: ``30–34%`` or ``6 questions``."""
    if high is None:
        return "weight not found"
    return with_unit(format_range(low, high), "%" if unit == "percent" else unit)


def describe_pass_rates(rates: "pd.DataFrame") -> str:
    """Say how one credential's pass rate changed, for the people whom the newest one counts.

    ``rates`` are its rows of ``pass_rates``.
    """
    by_year = rates.dropna(subset=["year", "high"]).sort_values("year")
    if by_year.empty:
        return "No pass rate was found that the issuer itself gives with its year."
    newest = by_year.iloc[-1]
    of_cohort = by_year[by_year["cohort"] == newest["cohort"]]
    passed = f"{format_range(newest['low'], newest['high'])} percent passed in {newest['year']}"
    if of_cohort["year"].nunique() == 1:
        return f"{passed}."
    oldest = of_cohort.iloc[0]
    before = format_range(oldest["low"], oldest["high"])
    return f"{passed}, compared with {before} percent in {oldest['year']}."
