"""An outcome says what is held, which work it relies on, and what to ask the issuer."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    Holding,
    Profile,
    assess,
    build_person,
    is_retired,
    parse_profile,
)
from cert_model.eligibility.sentences import next_step
from cert_model.schema.facts import find_models
from cert_model.schema.rules import (
    EducationTest,
    ExperienceTest,
    IssuerDecides,
    Rule,
    TrainingTest,
)
from cert_model.vocabulary import (
    EducationLevel,
    ExperienceKind,
    SourceKind,
    Status,
    TrainingSubject,
    Verdict,
)
from tests.eligibility.examples import BEGINNER, outcome_of, with_rule, with_sheet

CPC, CPC_A = "aapc/cpc", "aapc/cpc-a"


@pytest.mark.parametrize(
    ("holds", "key", "verdict", "held_as"),
    [
        (CPC, CPC, Verdict.HELD, None),
        (CPC, CPC_A, Verdict.HELD, None),
        (CPC_A, CPC_A, Verdict.HELD, None),
        (CPC_A, CPC, Verdict.HELD, CPC_A),
        ("aapc/coc-a", CPC, Verdict.CAN_SIT, None),
        ("ahima/cca", CPC, Verdict.CAN_SIT, None),
        ("ahima/rhia", "ahima/rhit", Verdict.HELD, None),
        ("ahima/rhit", "ahima/rhia", Verdict.UNDECIDED, None),
    ],
)
def test_what_is_held_is_held_by_itself_by_what_replaces_it_or_with_a_mark(
    catalog: Catalog, holds: str, key: str, verdict: Verdict, held_as: str | None
) -> None:
    outcome = assess(catalog, key, build_person(catalog, Profile(credentials=(holds,))), {})
    assert (outcome.verdict, outcome.held_as) == (verdict, held_as)


def test_the_form_held_of_a_credential_is_recognized_among_others(catalog: Catalog) -> None:
    several = Profile(credentials=("ahima/cca", CPC_A, "aapc/coc-a"))
    outcome = assess(catalog, "aapc/coc", build_person(catalog, several), {})
    assert outcome.held_as == "aapc/coc-a"


def test_who_holds_the_full_form_beside_the_one_with_a_mark_holds_it_in_full(
    catalog: Catalog,
) -> None:
    outcome = outcome_of(catalog, CPC, "{credentials: [aapc/cpc-a, aapc/cpc]}")
    assert (outcome.held_as, outcome.missing) == (None, ())


def test_of_what_is_held_in_full_nothing_is_missing_or_left_to_do(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "ahima/rhit", "{complete: true, credentials: [ahima/rhia]}")
    assert outcome.holding == Holding("ahima/rhia", "RHIA")
    assert (outcome.missing, outcome.recommended_missing) == ((), ())
    assert (outcome.formalities, outcome.consequences, outcome.inquiries) == ((), (), ())


def test_what_is_missing_from_a_form_with_a_mark_are_the_ways_to_lose_it(
    catalog: Catalog,
) -> None:
    apprentice = "{complete: true, credentials: [aapc/cpc-a], experience_months: {coding: 11}}"
    outcome = outcome_of(catalog, CPC, apprentice)
    ways = [[change.test for change in changes] for changes in outcome.missing]
    assert ["experience"] in ways
    assert ["training", "training"] in ways
    assert outcome.missing[0][0].months == 13
    done = apprentice.replace("coding: 11", "coding: 24")
    assert outcome_of(catalog, CPC, done).missing == ()


def test_what_else_passing_leads_to_has_nothing_to_do_with_the_mark(catalog: Catalog) -> None:
    sheet = catalog.credentials[CPC]
    (with_mark,) = sheet.eligibility.consequences
    without = with_mark.model_copy(update={"marks": None, "unless": in_a_field("a-guide")})
    eligibility = sheet.eligibility.model_copy(update={"consequences": (with_mark, without)})
    edited = with_sheet(catalog, sheet.model_copy(update={"eligibility": eligibility}))
    apprentice = "{complete: true, credentials: [aapc/cpc-a]}"
    expected = outcome_of(catalog, CPC, apprentice).missing
    assert outcome_of(edited, CPC, apprentice).missing == expected


def test_a_detail_that_the_issuer_has_to_judge_is_asked_about_on_the_page_that_states_it(
    catalog: Catalog,
) -> None:
    profile = parse_profile(
        catalog, b"{education: associate, credentials: [], experience_months: {inpatient-cdi: 36}}"
    )
    outcome = assess(catalog, "acdis/ccds", build_person(catalog, profile), {})
    assert [(inquiry.question, inquiry.page) for inquiry in outcome.inquiries] == [
        (
            "Does my degree count as one in an allied health field?",
            "acdis.org/faq/what-are-eligibility-requirements-ccds",
        )
    ]


def test_a_verdict_does_not_rely_on_work_that_was_not_needed(catalog: Catalog) -> None:
    clerk = BEGINNER.replace("age: 19", "age: 19, experience_months: {billing: 14}")
    trained = clerk.replace("age: 19", "age: 19, training: [{subject: billing, years_since: 1}]")
    assert outcome_of(catalog, "nha/cbcs", clerk).work_relied_on
    assert outcome_of(catalog, "nha/cbcs", trained).work_relied_on == ()


def test_a_verdict_does_not_rely_on_work_that_is_not_enough(catalog: Catalog) -> None:
    too_young = BEGINNER.replace("age: 19", "age: 16, experience_months: {billing: 14}")
    outcome = outcome_of(catalog, "amca/mcbc", too_young)
    assert (outcome.verdict, outcome.work_relied_on) == (Verdict.NOT_YET, ())


def test_a_person_with_a_degree_of_unknown_field_is_told_to_ask_whether_it_counts(
    catalog: Catalog,
) -> None:
    questions_by_field = [
        (test.field, [inquiry.question for inquiry in outcome.inquiries])
        for key, sheet in catalog.credentials.items()
        for _, test in find_models(sheet.eligibility, EducationTest)
        if test.field is not None and not is_retired(sheet)
        for outcome in [outcome_of(catalog, key, "{education: doctorate}")]
        if outcome.inquiries
    ]
    assert questions_by_field
    for field, questions in questions_by_field:
        assert f"Does my degree count as {field}?" in questions


def test_a_retired_exam_has_nothing_missing_nothing_to_settle_and_nothing_to_ask(
    catalog: Catalog,
) -> None:
    sheet = catalog.credentials["ahima/ccs-p"]
    status = sheet.status.model_copy(update={"value": Status.RETIRED})
    retired = with_sheet(catalog, sheet.model_copy(update={"status": status}))
    before = outcome_of(catalog, sheet.id, "{complete: true}")
    after = outcome_of(retired, sheet.id, "{complete: true}")
    assert before.missing
    assert before.recommended_missing
    assert before.formalities
    assert before.inquiries
    assert after.verdict is Verdict.CLOSED
    assert (after.missing, after.recommended_missing) == ((), ())
    assert (after.formalities, after.inquiries) == ((), ())


@pytest.mark.parametrize(
    ("own_page", "expected"), [("The handbook", "The handbook"), (None, "https://www.ahima.org")]
)
def test_an_inquiry_names_the_page_of_the_rule_or_else_the_issuers_site(
    catalog: Catalog, own_page: str | None, expected: str
) -> None:
    rule = IssuerDecides.model_validate(
        {
            "test": "ask-issuer",
            "question": "May I?",
            "page": own_page,
            "text": "Its leave",
            "src": ["a-guide"],
        }
    )
    edited = with_rule(catalog, "ahima/ccs", rule)
    (inquiry,) = outcome_of(edited, "ahima/ccs", "{}").inquiries
    assert inquiry.question == "May I?"
    assert inquiry.page.startswith(expected)


def test_an_inquiry_to_an_issuer_without_a_site_names_the_issuer(catalog: Catalog) -> None:
    rule = IssuerDecides(test="ask-issuer", question="May I?", text="Leave", src=("a-guide",))
    ahima = catalog.issuers["ahima"].model_copy(update={"website": None})
    edited = replace(
        with_rule(catalog, "ahima/ccs", rule), issuers={**catalog.issuers, "ahima": ahima}
    )
    (inquiry,) = outcome_of(edited, "ahima/ccs", "{}").inquiries
    assert inquiry.page == ahima.name


def in_a_field(*sources: str) -> EducationTest:
    return EducationTest(
        test="education",
        at_least=EducationLevel.BACHELOR,
        field="law",
        text="A degree",
        src=sources,
    )


def in_a_specialty(*sources: str) -> ExperienceTest:
    kinds = (ExperienceKind.CODING,)
    return ExperienceTest(
        test="experience", kind=kinds, months=12, specialty="law", text="Work", src=sources
    )


def of_an_extent(*sources: str) -> TrainingTest:
    subjects = (TrainingSubject.CODING,)
    return TrainingTest(
        test="training", subject=subjects, extent="law", text="A course", src=sources
    )


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        (in_a_field, "Does my degree count as law?"),
        (in_a_specialty, "Does my work count as law?"),
        (of_an_extent, "Does my training count as law?"),
    ],
    ids=["degree", "work", "training"],
)
def test_a_detail_that_no_question_asks_about_becomes_an_inquiry(
    catalog: Catalog, rule: Callable[[str], Rule], question: str
) -> None:
    edited = with_rule(catalog, "ahima/ccs", rule(next(iter(catalog.sources))))
    profile = (
        "{education: doctorate, experience_months: {coding: 60}, training: [{subject: coding}]}"
    )
    (inquiry,) = outcome_of(edited, "ahima/ccs", profile).inquiries
    assert inquiry.question == question


OWN, ELSEWHERE, IN_PRINT = "https://www.ahima.org/rules", "https://blog.example/ahima", None


@pytest.mark.parametrize(
    ("read", "page"),
    [
        ([(SourceKind.THIRD_PARTY, ELSEWHERE), (SourceKind.ISSUER, OWN)], "ahima.org/rules"),
        ([(SourceKind.ISSUER, IN_PRINT), (SourceKind.ISSUER, OWN)], "ahima.org/rules"),
        ([(SourceKind.THIRD_PARTY, ELSEWHERE)], None),
        ([(SourceKind.ISSUER, IN_PRINT)], None),
    ],
    ids=["beside another's page", "beside print", "another's page alone", "print alone"],
)
def test_only_a_page_of_the_issuer_is_named_in_an_inquiry(
    catalog: Catalog, read: list[tuple[SourceKind, str | None]], page: str | None
) -> None:
    any_source = next(iter(catalog.sources.values()))
    sources = {
        f"s{position}": any_source.model_copy(update={"kind": kind, "url": url})
        for position, (kind, url) in enumerate(read)
    }
    with_sources = replace(catalog, sources={**catalog.sources, **sources})
    edited = with_rule(with_sources, "ahima/ccs", in_a_field(*sources))
    (inquiry,) = outcome_of(edited, "ahima/ccs", "{education: doctorate}").inquiries
    assert inquiry.page == (page or catalog.issuers["ahima"].website)


def test_an_outcome_names_the_credential_that_shows_the_schooling(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "ahima/cca", "{credentials: [ahima/rhit]}")
    assert "Your RHIT needed at least an associate degree." in next_step(outcome)


def test_schooling_that_the_person_states_is_not_credited_to_what_they_hold(
    catalog: Catalog,
) -> None:
    stated = "{education: bachelor, credentials: [ahima/rhit]}"
    assert outcome_of(catalog, "ahima/cca", stated).schooling_relied_on is None
