"""What credentials cover, as a table."""

import re
from dataclasses import replace

from cert_model.overview import Overview, overviews
from cert_model.vocabulary import CodeSet, Setting
from tests.catalogs import project_catalog
from ui.components.scope import table


def credential(
    label: str, settings: tuple[Setting, ...], code_sets: tuple[CodeSet, ...] | None
) -> Overview:
    real = overviews(project_catalog())["aapc/cpc"]
    return replace(real, label=label, settings=settings, code_sets=code_sets)


def row(html: str, label: str) -> list[str]:
    """The words of the cells of a row."""
    (cells,) = re.findall(rf">{label}</th>(.*?)</tr>", html)
    return [re.sub("<.*?>", "", cell) for cell in re.findall("<td.*?</td>", cells)]


def test_a_column_is_for_what_one_of_the_credentials_covers() -> None:
    here = credential("A", (Setting.PAYER,), (CodeSet.CPT,))
    there = credential("B", (Setting.HOSPICE, Setting.PAYER), (CodeSet.ICD_10_CM,))
    html = table([here, there], "")
    columns = ["Hospice", "Payer", "ICD-10-CM", "CPT"]
    assert re.findall('scope="col"><span>(.*?)</span>', html) == columns
    assert row(html, "A") == ["", "yes", "", "yes"]
    assert row(html, "B") == ["yes", "yes", "yes", ""]


def test_code_sets_that_are_not_known_are_not_left_out() -> None:
    known = credential("A", (), (CodeSet.CPT,))
    html = table([known, credential("B", (), None)], "")
    assert row(html, "B") == ["?"]
    assert "<p>? not found</p>" in html
    assert "? not found" not in table([known], "")


def test_what_the_data_say_never_becomes_html() -> None:
    html = table([credential("<b>A", (Setting.PAYER,), ())], "<i>caption")
    assert "<b>" not in html
    assert "<i>" not in html
