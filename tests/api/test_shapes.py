"""No field of an answer goes, and none changes its type, unless it is written down as well."""

import json
from hashlib import sha256

from cert_model.catalog import Catalog
from scripts.api_shapes import PATH, shapes
from tests.docs.pages import PAGES

OR = " or "
STORED = json.loads(PATH.read_text(encoding="utf-8"))


def test_every_field_keeps_its_name_and_its_type(catalog: Catalog) -> None:
    now = shapes(catalog)
    for address, places in STORED.items():
        gone = [place for place in places if place not in now[address]]
        changed = {
            place: kinds
            for place, kinds in now[address].items()
            if not set(kinds.split(OR)) <= set(places.get(place, kinds).split(OR))
        }
        assert not gone, f"{address}: add a line to the CHANGELOG, then make api-shapes"
        assert not changed, f"{address}: add a line to the CHANGELOG, then make api-shapes"


def test_the_fields_change_with_a_line_in_the_changelog_alone() -> None:
    edition = sha256(PATH.read_bytes()).hexdigest()[:8]
    advice = f"say in the CHANGELOG which field changed, and that it is edition `{edition}`"
    assert f"edition `{edition}`" in PAGES["CHANGELOG.md"], advice
