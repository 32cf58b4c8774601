"""The months stated of one kind of work bound the months of the kinds not stated."""

from math import inf

from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile, build_person
from cert_model.eligibility.person import INCLUDED_KINDS, MonthSpan, month_spans
from cert_model.vocabulary import ExperienceKind
from tests.profiles import MONTHS

CODING, INPATIENT = ExperienceKind.CODING, ExperienceKind.INPATIENT_CODING
BILLING, HEALTHCARE = ExperienceKind.BILLING, ExperienceKind.HEALTHCARE

stated_months = st.dictionaries(st.sampled_from(ExperienceKind), st.sampled_from(MONTHS))


def test_a_stated_total_is_exact_and_caps_its_parts() -> None:
    spans = month_spans({CODING: 23}, complete=False)
    assert spans[CODING] == MonthSpan(23, 23)
    assert spans[INPATIENT] == MonthSpan(0, 23)


def test_no_work_in_healthcare_is_no_work_of_any_kind() -> None:
    assert set(month_spans({HEALTHCARE: 0}, complete=False).values()) == {MonthSpan(0, 0)}


def test_a_part_counts_toward_the_whole() -> None:
    spans = month_spans({INPATIENT: 30}, complete=False)
    assert spans[CODING] == MonthSpan(30, inf)
    assert spans[HEALTHCARE] == MonthSpan(30, inf)


def test_kinds_may_overlap_so_that_the_whole_reaches_from_the_longest_to_the_sum() -> None:
    assert month_spans({BILLING: 6, CODING: 8}, complete=True)[HEALTHCARE] == MonthSpan(8, 14)


def test_a_part_that_is_longer_than_its_whole_is_believed() -> None:
    assert month_spans({CODING: 12, INPATIENT: 24}, complete=False)[CODING] == MonthSpan(24, 24)


def test_several_kinds_add_up_within_the_whole(catalog: Catalog) -> None:
    profile = Profile(experience_months={BILLING: 6, HEALTHCARE: 10})
    assert build_person(catalog, profile).months_of([BILLING, CODING]) == MonthSpan(6, 10)


@given(stated_months, st.booleans())
def test_no_span_is_upside_down_and_none_exceeds_its_whole(
    stated: dict[ExperienceKind, int], complete: bool
) -> None:
    spans = month_spans(stated, complete)
    assert all(span.low <= span.high for span in spans.values())
    for whole, parts in INCLUDED_KINDS.items():
        assert all(spans[part].high <= spans[whole].high for part in parts)


@given(stated_months, st.sampled_from(ExperienceKind), st.sampled_from(MONTHS))
def test_saying_what_was_possible_never_widens_a_span(
    stated: dict[ExperienceKind, int], kind: ExperienceKind, months: int
) -> None:
    before = month_spans(stated, complete=False)
    if kind in stated or not before[kind].low <= months <= before[kind].high:
        return
    after = month_spans({**stated, kind: months}, complete=False)
    for other, span in after.items():
        assert before[other].low <= span.low <= span.high <= before[other].high
