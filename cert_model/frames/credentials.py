"""One row per credential with the headline figures."""

from dataclasses import asdict
from typing import Any

import pandas as pd

from cert_model.catalog import Catalog
from cert_model.catalog.catalog import once_per_catalog
from cert_model.catalog.frames import table
from cert_model.overview import Overview, overviews


@once_per_catalog
def credentials(catalog: Catalog) -> pd.DataFrame:
    """One row per credential with the figures of its ``Overview``; lists stay lists."""
    return table(
        (_plain_row(overview) for overview in overviews(catalog).values()),
        {
            "id": "string",
            "code": "string",
            "label": "string",
            "name": "string",
            "issuer": "string",
            "issuer_letters": "string",
            "status": "string",
            "level": "string",
            "roles": "object",
            "settings": "object",
            "code_sets": "object",
            "exam_fee_low": "Float64",
            "exam_fee_high": "Float64",
            "exam_attempts": "Int64",
            "first_year_cost": "Float64",
            "yearly_upkeep": "Float64",
            "questions": "Int64",
            "minutes": "Int64",
            "pass_rate": "Float64",
            "pass_rate_year": "Int64",
            "online": "boolean",
            "open_book": "boolean",
            "ceus": "Float64",
            "cycle_months": "Int64",
            "exam_fee_standing": "string",
            "exam_standing": "string",
            "pass_rate_standing": "string",
            "ceus_standing": "string",
        },
    )


def _plain_row(overview: Overview) -> dict[str, Any]:
    return {
        name: [str(term) for term in value] if isinstance(value, tuple) else value
        for name, value in asdict(overview).items()
    }
