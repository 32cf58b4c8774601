"""What a person's answers make of the catalog stands beside what is the same for everybody."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import Interview
from cert_model.explore.credential_filters import SIT, PersonalView, credential_filters
from cert_model.vocabulary import Verdict


@pytest.fixture(scope="module")
def graduate(catalog: Catalog) -> PersonalView:
    return PersonalView(Interview(catalog, {"education": "bachelor", "age": "30"}))


def test_everything_is_known_by_credential(catalog: Catalog, graduate: PersonalView) -> None:
    assert set(graduate.verdicts) == set(graduate.verdict_texts) == set(catalog.credentials)


def test_what_is_not_settled_counts_the_questions_that_are_named_for_it(
    catalog: Catalog, graduate: PersonalView
) -> None:
    for key, text in graduate.verdict_texts.items():
        verdict = graduate.verdicts[key]
        count = len(graduate.interview.question_texts_for(key))
        is_open = verdict is Verdict.UNDECIDED and count
        assert text.startswith(verdict.label), key
        assert (f" ({count} question" in text) == bool(is_open), key


def test_each_verdict_says_as_what_it_is_held_and_what_is_likely(catalog: Catalog) -> None:
    apprentice = PersonalView(Interview(catalog, {"credentials": "aapc/cpc-a"}))
    assert apprentice.verdict_texts["aapc/cpc"] == "Held as CPC-A"
    assert apprentice.verdict_texts["aapc/cgic"] == "Ask the issuer (likely eligible)"


@pytest.mark.parametrize("verdict", Verdict)
def test_the_list_can_be_filtered_by_whether_one_may_sit_each_exam_once(
    catalog: Catalog, graduate: PersonalView, verdict: Verdict
) -> None:
    sheets = catalog.credentials
    reached = graduate.verdicts
    expected = [key for key in reached if reached[key] is verdict and not sheets[key].same_exam_as]
    assert (verdict in graduate.filters.facets[SIT].terms) == bool(expected)
    if expected:
        assert graduate.filters.matching({SIT: frozenset([verdict])}) == expected


def test_a_persons_filters_leave_those_of_everybody_as_they_are(
    catalog: Catalog, graduate: PersonalView
) -> None:
    shared = credential_filters(catalog)
    assert list(graduate.filters.facets) == [SIT, *shared.facets]
    assert SIT not in shared.facets
    assert graduate.filters.masks["role"] is shared.masks["role"]
