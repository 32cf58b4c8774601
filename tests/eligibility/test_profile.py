"""A bad profile is refused in one line that names the field."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    BadProfile,
    Profile,
    parse_profile,
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("shoe: 42", 'unknown field "shoe"; expected one of: complete, age, education'),
        ("education: phd", '"phd" is not a known term; expected one of: none, high-school'),
        ("age: -1", "age: expected 0 or more, found -1"),
        ("age: old", 'age: expected a whole number, found "old"'),
        (
            "experience_months: {coding: 10000}",
            "experience_months.coding: expected 840 or less, found 10000",
        ),
        ("age: 1\nshoe: 42", 'profile:2: unknown field "shoe"'),
        ("x" * 41 + ": 1", 'unknown field "' + "x" * 40 + '"; expected'),
        ("age: old\neducation: phd", 'age: expected a whole number, found "old" (and 1 more)'),
        ("memberships: [aapc, " + "x" * 41 + "]", 'unknown issuer "' + "x" * 40 + '"; expected'),
        ("training: 4", "training: expected a list, found 4"),
        ("training: [{shoe: 42}]", 'training[1]: unknown field "shoe"; expected one of: subject'),
        ("credentials: [ccds]", '"ccds" is ambiguous; write one of: acdis/ccds, cdia/ccds'),
        ("credentials: [cpcx]", 'no credential is called "cpcx"; did you mean'),
        ("memberships: [ama]", 'unknown issuer "ama"; expected one of: aaham'),
        ("him_program_stage: graduated", "him_program_stage is given without a him_program"),
        ("a: &a [*a, *a]", "aliases (&name, *name) are not allowed"),
        ("[1, 2]", "expected a block of fields"),
        ("age: 1\nage: 2", 'the key "age" stands here twice; keep one'),
        ("x" * 1_000_001, "1,000,001 bytes; a file holds at most 1,000,000"),
    ],
    ids=lambda given: str(given)[:30],
)
def test_a_bad_profile_is_refused_in_one_line(catalog: Catalog, text: str, message: str) -> None:
    with pytest.raises(BadProfile) as refused:
        parse_profile(catalog, text.encode())
    complaint = str(refused.value)
    assert message in complaint
    assert "\n" not in complaint


def test_a_credential_named_twice_in_a_profile_is_held_once(catalog: Catalog) -> None:
    profile = parse_profile(catalog, b"credentials: [cca, aapc/cpc, CPC]")
    assert profile.credentials == ("ahima/cca", "aapc/cpc")


@pytest.mark.parametrize("junk", ["4.5", "word", "[4]", "[[4]]", "{word: 4}", "[{word: 4}]"])
@pytest.mark.parametrize("field", Profile.model_fields)
def test_no_field_takes_what_is_of_another_kind(catalog: Catalog, field: str, junk: str) -> None:
    with pytest.raises(BadProfile, match=field):
        parse_profile(catalog, f"{field}: {junk}".encode())
