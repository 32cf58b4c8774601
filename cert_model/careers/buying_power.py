"""Pay in dollars of equal buying power: what it buys at the prices of the nation as a whole.

The Bureau of Economic Analysis (BEA) measures the price level of each state as an index in which
the nation is 100. Pay divided by that level buys in any state what the result says.
"""

from collections.abc import Mapping

from cert_model.catalog import Catalog
from cert_model.schema.careers import PERCENTILES, PriceParityRow, WageRow
from cert_model.vocabulary import State

NATION_INDEX = 100
ROUNDED_TO = 10
"""Dollars to which BLS rounds annual pay, and so these figures."""


def price_parities(catalog: Catalog) -> dict[State, PriceParityRow]:
    """The price level of each state in the newest year, in the order of the vocabulary."""
    rows = catalog.careers.price_parities.rows
    newest = max((row.year for row in rows), default=0)
    by_state = {row.state: row for row in rows if row.year == newest}
    return {state: by_state[state] for state in State if state in by_state}


def at_national_prices(row: WageRow, parity: PriceParityRow) -> WageRow:
    """Annual pay of a state in dollars that buy as much as in the nation as a whole.

    Hourly pay is left out. The sources are those of the pay and of the price level.
    """
    pays = {name: getattr(row, name) for name in (*PERCENTILES, "mean_annual")}
    divided = {name: None if pay is None else _divide(pay, parity) for name, pay in pays.items()}
    hourly = dict.fromkeys(("mean_hourly", *(f"hourly_{name}" for name in PERCENTILES)))
    src = tuple(dict.fromkeys((*row.src, *parity.src)))
    return row.model_copy(update={**divided, **hourly, "src": src})


def _divide(pay: float, parity: PriceParityRow) -> float:
    """Pay at the prices of the nation, in tens of dollars."""
    exact = pay * NATION_INDEX / parity.index
    return float(round(exact / ROUNDED_TO) * ROUNDED_TO)


def all_at_national_prices(
    rows: Mapping[State, WageRow], parities: Mapping[State, PriceParityRow]
) -> dict[State, WageRow]:
    """The pay of each state whose price level is known, in dollars of equal buying power."""
    return {
        state: at_national_prices(row, parities[state])
        for state, row in rows.items()
        if state in parities
    }
