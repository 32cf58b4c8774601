"""What a statement of the catalog is called where it stands apart from its fact sheet."""

import re

from cert_model.catalog import Catalog
from cert_model.catalog.subjects import PREPARATION, FactRef
from cert_model.quality import name_fact


def test_a_fact_is_named_with_its_subject_and_its_unit(catalog: Catalog) -> None:
    named = name_fact(catalog, FactRef("aapc", ("dues", 0, "amount")))
    assert re.fullmatch(r"AAPC, membership dues, individual: \$\d+ per year", named)


def test_what_belongs_to_no_issuer_has_the_name_of_its_entry(catalog: Catalog) -> None:
    material = catalog.preparation.materials.materials[0]
    path = ("materials", "materials", 0, "prices", 0, "amount")
    assert name_fact(catalog, FactRef(PREPARATION, path)).startswith(material.name)
