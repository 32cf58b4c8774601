"""A profile that contradicts itself says so, and no other one does."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import contradictions, parse_profile


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "experience_months: {coding: 6, inpatient-coding: 12}",
            "experience_months: coding includes inpatient-coding, so it cannot be less: 6 and 12",
        ),
        (
            "experience_months: {healthcare: 6, billing: 12}",
            "experience_months: healthcare includes billing, so it cannot be less: 6 and 12",
        ),
        (
            "education: high-school, him_program: cahiim-bachelor, him_program_stage: graduated",
            "education: high-school contradicts having graduated from cahiim-bachelor; "
            "write bachelor",
        ),
        (
            "credentials: [aapc/cpc, aapc/cpc-a]",
            "credentials: aapc/cpc-a has become aapc/cpc for its holder; name one of them",
        ),
        (
            "education: some-college, credentials: [ahima/rhit]",
            "education: some-college contradicts holding ahima/rhit, which needed at least "
            "associate; write what was finished",
        ),
        (
            "age: 18, experience_months: {coding: 229}",
            "experience_months: 229 months of coding contradict an age of 18; correct one of them",
        ),
    ],
)
def test_a_contradiction_is_one_line_that_says_how_to_mend_it(
    catalog: Catalog, text: str, line: str
) -> None:
    profile = parse_profile(catalog, f"{{{text}}}".encode())
    assert list(contradictions(catalog, profile)) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "experience_months: {coding: 12, inpatient-coding: 12}",
        "experience_months: {healthcare: 12, billing: 12, coding: 6}",
        "him_program: cahiim-bachelor, him_program_stage: graduated",
        "education: high-school, him_program: cahiim-bachelor, him_program_stage: final-term",
        "credentials: [aapc/cpc-a, aapc/coc]",
        "education: associate, credentials: [ahima/rhit]",
        "complete: true, credentials: [ahima/rhit]",
        "age: 18, experience_months: {coding: 228}",
    ],
)
def test_what_may_be_true_is_no_contradiction(catalog: Catalog, text: str) -> None:
    profile = parse_profile(catalog, f"{{{text}}}".encode())
    assert list(contradictions(catalog, profile)) == []
