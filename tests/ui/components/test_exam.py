"""What the list of facts about an exam says."""

from cert_model.catalog import Catalog
from ui.components import exam


def test_the_time_of_an_exam_is_in_the_units_of_the_figure_above_it(catalog: Catalog) -> None:
    facts = exam.exam_facts(catalog, catalog.credentials["aapc/cpc"])
    assert ">4 h ●" in facts
