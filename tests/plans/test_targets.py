"""Which credentials a role in words stands for."""

import pytest

from cert_model.catalog import Catalog
from cert_model.paths import UnknownRole, role_targets
from cert_model.vocabulary import Role, Setting


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("coding", Role.CODING),
        ("Auditor", Role.AUDITING),
        ("documentation specialist", Role.CDI),
        ("practice manager", Role.MANAGEMENT),
        ("biller", Role.BILLING),
    ],
)
def test_a_role_is_named_by_its_term_or_a_synonym(catalog: Catalog, words: str, role: Role) -> None:
    targets = role_targets(catalog, words)
    assert targets
    assert all(role in catalog.credentials[key].roles for key in targets)


def test_a_setting_before_the_role_keeps_the_credentials_for_it(catalog: Catalog) -> None:
    targets = role_targets(catalog, "inpatient coder")
    sheets = [catalog.credentials[key] for key in targets]
    assert {"ahima/ccs", "aapc/cic"} <= set(targets)
    assert all(Role.CODING in sheet.roles for sheet in sheets)
    assert all(Setting.INPATIENT_FACILITY in sheet.settings for sheet in sheets)


def test_neither_a_closed_exam_nor_a_form_with_a_mark_is_a_target(catalog: Catalog) -> None:
    targets = role_targets(catalog, "coding")
    assert "aapc/cpc" in targets
    assert "aapc/cpc-a" not in targets
    assert "bmsc/acs" not in targets


@pytest.mark.parametrize("words", ["astronaut", "lunar coder", "coder inpatient", ""])
def test_words_that_name_no_role_are_refused_with_the_roles(catalog: Catalog, words: str) -> None:
    with pytest.raises(UnknownRole, match="expected one of: coding, billing"):
        role_targets(catalog, words)


def test_a_role_that_no_credential_is_for_is_refused(catalog: Catalog) -> None:
    with pytest.raises(UnknownRole, match='no credential is for "hospice privacy"'):
        role_targets(catalog, "hospice privacy")
