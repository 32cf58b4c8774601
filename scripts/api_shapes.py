"""Which fields the answers of the API have, and of what type: ``make api-shapes`` writes it down.

A test holds the answers to what is written there, so that no field goes or changes by oversight.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from api import answers
from api.examples import EXAMPLES, PROFILE
from api.parameters import CostQuery, EligibilityBody, PlanBody, RenewalQuery, SheetQuery
from cert_model.catalog import Catalog, load_catalog

PATH = Path(__file__).parents[1] / "tests" / "api" / "shapes.json"
_TYPES = {
    bool: "boolean",
    int: "number",
    float: "number",
    str: "text",
    type(None): "null",
    list: "list",
    dict: "object",
}
_SHEET = "/v1/credentials/{issuer}/{code}"
_DEEPEST_OF_SHEET = 2
_CONDITION = re.compile(r"\.because\.(required|recommended)\.")
_OR = " or "
_BY_NAME = ("experience_months", "assumptions", "options", "estimates")
"""Objects whose names are those of the data or of assumptions."""

Shapes = Mapping[str, Mapping[str, str]]


def shapes(catalog: Catalog) -> Shapes:
    """By address, the types that stand at each place of its answers, as ``null or number``."""
    by_address: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for address, answer in _answers(catalog):
        for place, kind in _places(json.loads(json.dumps(answer)), ""):
            if not _is_of_the_data(address, place):
                by_address[address][place].add(kind)
    return {
        address: {place: _OR.join(sorted(kinds)) for place, kinds in sorted(places.items())}
        for address, places in sorted(by_address.items())
    }


def _answers(catalog: Catalog) -> Iterator[tuple[str, Any]]:
    """Answers with every field in them: the examples, and those about each credential."""
    for address, example in EXAMPLES.items():
        yield address, example.answer(catalog)
    everything = EligibilityBody(profile=PROFILE)
    yield "/v1/eligibility", answers.eligibility(catalog, everything)
    for key in catalog.credentials:
        yield _SHEET, answers.sheet(catalog, key, SheetQuery())
        yield "/v1/cost", answers.cost(catalog, CostQuery(ids=[key]))
        yield "/v1/renewal", answers.renewal(catalog, RenewalQuery(ids=[key]))
        yield "/v1/plan", answers.plan(catalog, PlanBody(profile=PROFILE, targets=[key]))


def _is_of_the_data(address: str, place: str) -> bool:
    """Whether a place comes and goes with the data, whose own schemas describe it."""
    if address == _SHEET:
        return place.count(".") > _DEEPEST_OF_SHEET
    return bool(_CONDITION.search(place))


def _places(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """Every place of an answer, as ``rows[].facts[]``, with the type of what stands there.

    Names that are ids, or stand in an object by name, are a star.
    """
    yield place, _TYPES[type(value)]
    if isinstance(value, list):
        for entry in value:
            yield from _places(entry, f"{place}[]")
    elif isinstance(value, dict):
        is_by_name = place.rpartition(".")[2] in _BY_NAME
        for name, part in value.items():
            yield from _places(part, f"{place}.{'*' if is_by_name or '/' in name else name}")


def main() -> None:
    """Write the file anew, from the project's own data."""
    text = json.dumps(shapes(load_catalog()), indent=1)
    PATH.write_text(f"{text}\n", encoding="utf-8")
    print(PATH)


if __name__ == "__main__":
    main()
