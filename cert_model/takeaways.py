"""Sentences that say what a picture shows, made from the very rows it draws."""

import pandas as pd

from cert_model.vocabulary import Setting
from cert_model.wording import dollars, hours, plural, span


def cost_against_effort(rows: pd.DataFrame, effort: str) -> str:
    """What the price picture shows of these credential rows.

    ``effort`` is ``questions`` or ``minutes``. Says how many can be drawn, the cheapest,
    and how far the others go.
    """
    drawn = rows.dropna(subset=["exam_fee_low", effort])
    if drawn.empty:
        return f"None of these has both a known price and a known number of {effort}."
    cheapest = drawn.iloc[int(drawn["exam_fee_low"].argmin())]
    dearest = drawn.iloc[int(drawn["exam_fee_high"].argmax())]
    known = f"Price and {effort} are known for {len(drawn)} of {len(rows)}."
    if len(drawn) == 1:
        return f"{known} {cheapest['label']} costs {_price(cheapest)}, {_effort(cheapest, effort)}."
    lowest, highest = dollars(cheapest["exam_fee_low"]), dollars(dearest["exam_fee_high"])
    return (
        f"{known} The exam of {cheapest['label']} is the cheapest at {lowest} "
        f"({_effort(cheapest, effort)}); {dearest['label']} costs the most, up to {highest} "
        f"({_effort(dearest, effort)})."
    )


def _price(row: pd.Series) -> str:
    return dollars(row["exam_fee_low"], row["exam_fee_high"])


def _effort(row: pd.Series, effort: str) -> str:
    value = int(row[effort])
    return plural(value, "question") if effort == "questions" else hours(value)


def scope(cells: pd.DataFrame, credentials: int) -> str:
    """What the scope matrix shows: the place of work and the code set named most often.

    ``cells`` has one row per credential and term; ``credentials`` is how many are drawn.
    """
    named = cells[cells["term_label"] != Setting.ANY.label]
    tops = [
        _most_named(named[named["kind"] == kind], what, credentials)
        for kind, what in (("setting", "place of work"), ("code set", "code set"))
    ]
    return " ".join(filter(None, tops)) or "What these cover was not found."


def _most_named(cells: pd.DataFrame, what: str, credentials: int) -> str:
    if cells.empty:
        return ""
    counted = cells["term_label"].value_counts()
    return (
        f"The {what} named most often is {counted.index[0]}, by {counted.iloc[0]} of {credentials}."
    )


def blueprint(content: pd.DataFrame) -> str:
    """Which part of an exam weighs most; ``content`` as in ``Catalog.exam_content``."""
    weighed = content.dropna(subset=["high"])
    if weighed.empty:
        return "The parts are known, their weights are not."
    heaviest = weighed.iloc[int(weighed["high"].argmax())]
    return (
        f"The largest of {plural(len(content), 'part')} is {heaviest['domain']}: "
        f"{weight(heaviest['low'], heaviest['high'], heaviest['unit'])}."
    )


def weight(low: float, high: float, unit: str) -> str:
    """A part's weight: ``30–34 %`` or ``6 questions``."""
    if pd.isna(high):
        return "weight not found"
    sign = " %" if unit == "percent" else f" {unit}"
    return f"{span(None if pd.isna(low) else low, high)}{sign}"


def pass_rates(rates: pd.DataFrame) -> str:
    """How the pass rate moved; ``rates`` as in ``Catalog.pass_rates``, of one credential."""
    by_year = rates.dropna(subset=["year", "high"]).sort_values("year")
    if by_year.empty:
        return "No pass rate with a year was found."
    last = by_year.iloc[-1]
    if by_year["year"].nunique() == 1:
        return f"{span(last['low'], last['high'])} percent passed in {last['year']}."
    first = by_year.iloc[0]
    return (
        f"{span(last['low'], last['high'])} percent passed in {last['year']}, against "
        f"{span(first['low'], first['high'])} percent in {first['year']}."
    )
