"""Sentences on who may sit say what the outcome says, with what registering costs."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    Change,
    Outcome,
    Profile,
    RegistrationStep,
    assess,
    build_person,
    find_unlocks,
    is_retired,
    parse_profile,
    registration_steps,
)
from cert_model.eligibility.questionnaire import Interview, NextQuestion
from cert_model.eligibility.sentences import (
    format_changes,
    format_step,
    interview_summary,
    next_step,
    progress,
    question_reach,
    registration_cost,
    unlock_summary,
    verdict_summary,
)
from cert_model.overview import first_year_costs
from cert_model.prices import Money
from cert_model.schema import Credential, Evidence
from cert_model.schema.rules import (
    AgeTest,
    EducationTest,
    ExperienceTest,
    Formality,
    IssuerDecides,
    Rule,
    TrainingTest,
)
from cert_model.schema.walk import find_models
from cert_model.vocabulary import (
    Audience,
    EducationLevel,
    ExperienceKind,
    FeeKind,
    FormalityKind,
    SourceKind,
    Status,
    TrainingSubject,
    Verdict,
)

CODER = "{complete: true, education: high-school, age: 30, experience_months: {coding: 24}}"


def outcome_of(catalog: Catalog, key: str, profile: str) -> Outcome:
    who = build_person(catalog, parse_profile(catalog, profile.encode()))
    return assess(catalog, key, who, first_year_costs(catalog))


def test_registering_adds_the_dues_to_the_price_of_the_exam(catalog: Catalog) -> None:
    assert registration_cost(outcome_of(catalog, "aapc/cpc", CODER)) == "Total: $654."


def test_a_member_pays_the_price_of_members_and_no_dues(catalog: Catalog) -> None:
    member = CODER.replace("age: 30", "age: 30, memberships: [ahima]")
    assert registration_cost(outcome_of(catalog, "ahima/cca", member)) == "Total: $199."
    assert registration_cost(outcome_of(catalog, "ahima/cca", CODER)) == "Total: $299."


def test_steps_to_register_begin_with_the_dues_and_end_with_the_exam(catalog: Catalog) -> None:
    found = outcome_of(catalog, "aapc/cpc", CODER).formalities
    assert [(step.kind, step.settled) for step in found] == [
        (FormalityKind.MEMBERSHIP, False),
        (FormalityKind.EXAM, None),
    ]


def test_dues_are_settled_for_a_member_and_not_known_of_who_does_not_say(catalog: Catalog) -> None:
    member = CODER.replace("age: 30", "age: 30, memberships: [aapc]")
    silent = CODER.replace("complete: true, ", "")
    assert outcome_of(catalog, "aapc/cpc", member).formalities[0].settled is True
    assert outcome_of(catalog, "aapc/cpc", silent).formalities[0].settled is None
    assert registration_cost(outcome_of(catalog, "aapc/cpc", member)) == "Total: $425."


def without_steps(sheet: Credential, *left: Formality) -> Credential:
    rule = sheet.eligibility.model_copy(update={"formalities": left})
    return sheet.model_copy(update={"eligibility": rule})


def test_a_membership_that_is_required_is_the_first_step_even_where_none_is_listed(
    catalog: Catalog,
) -> None:
    who = build_person(catalog, Profile(complete=True))
    cpc = without_steps(catalog.credentials["aapc/cpc"])
    assert [step.text for step in registration_steps(catalog, cpc, who)] == [
        "AAPC membership",
        "The exam, one attempt",
    ]
    ccds = without_steps(catalog.credentials["acdis/ccds"])
    assert [step.text for step in registration_steps(catalog, ccds, who)] == [
        "The exam, one attempt"
    ]


def test_an_application_costs_what_its_fee_costs(catalog: Catalog) -> None:
    sheet = catalog.credentials["acdis/ccds"]
    exam = next(each for each in sheet.fees if each.audience is Audience.NONMEMBER)
    fee = exam.model_copy(update={"kind": FeeKind.APPLICATION})
    apply = Formality(kind=FormalityKind.APPLICATION, text="Apply", src=("a-guide",))
    priced = without_steps(sheet, apply).model_copy(update={"fees": (fee,)})
    (step,) = registration_steps(catalog, priced, build_person(catalog, Profile()))
    assert fee.amount is not None
    assert step.cost == Money.from_fact(fee.amount)


def test_who_may_have_the_degree_asked_for_is_told_to_ask_whether_it_counts(
    catalog: Catalog,
) -> None:
    asked = [
        (test.field, [each.question for each in found.inquiries])
        for key, sheet in catalog.credentials.items()
        for _, test in find_models(sheet.eligibility, EducationTest)
        if test.field is not None and not is_retired(sheet)
        for found in [outcome_of(catalog, key, "{education: doctorate}")]
        if found.inquiries
    ]
    assert asked
    for field, questions in asked:
        assert f"Does my degree count as {field}?" in questions


def with_sheet(catalog: Catalog, sheet: Credential) -> Catalog:
    return replace(catalog, credentials={**catalog.credentials, sheet.id: sheet})


def with_rule(catalog: Catalog, key: str, rule: Rule) -> Catalog:
    """The catalog with nothing else required for one credential."""
    sheet = catalog.credentials[key]
    asks = sheet.eligibility.model_copy(update={"required": rule})
    return with_sheet(catalog, sheet.model_copy(update={"eligibility": asks}))


def test_of_a_retired_exam_nothing_is_missing_to_settle_or_to_ask(catalog: Catalog) -> None:
    sheet = catalog.credentials["ahima/ccs-p"]
    status = sheet.status.model_copy(update={"value": Status.RETIRED})
    retired = with_sheet(catalog, sheet.model_copy(update={"status": status}))
    before = outcome_of(catalog, sheet.id, "{complete: true}")
    found = outcome_of(retired, sheet.id, "{complete: true}")
    assert before.missing
    assert before.recommended_missing
    assert before.formalities
    assert before.inquiries
    told = (found.missing, found.recommended_missing, found.formalities, found.inquiries)
    assert told == ((), (), (), ())


@pytest.mark.parametrize(
    ("own_page", "expected"), [("The handbook", "The handbook"), (None, "https://www.ahima.org")]
)
def test_the_issuer_is_asked_on_the_page_of_the_rule_or_else_on_its_site(
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


def test_an_issuer_without_a_site_is_asked_by_name(catalog: Catalog) -> None:
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
def test_what_nobody_is_asked_about_is_a_question_for_the_issuer(
    catalog: Catalog, rule: Callable[[str], Rule], question: str
) -> None:
    edited = with_rule(catalog, "ahima/ccs", rule(next(iter(catalog.sources))))
    profile = (
        "{education: doctorate, experience_months: {coding: 60}, training: [{subject: coding}]}"
    )
    assert [each.question for each in outcome_of(edited, "ahima/ccs", profile).inquiries] == [
        question
    ]


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
def test_only_a_page_of_the_issuer_is_named_as_the_place_to_ask_it(
    catalog: Catalog, read: list[tuple[SourceKind, str | None]], page: str | None
) -> None:
    any_source = next(iter(catalog.sources.values()))
    sources = {
        f"s{at}": any_source.model_copy(update={"kind": kind, "url": url})
        for at, (kind, url) in enumerate(read)
    }
    known = replace(catalog, sources={**catalog.sources, **sources})
    edited = with_rule(known, "ahima/ccs", in_a_field(*sources))
    (inquiry,) = outcome_of(edited, "ahima/ccs", "{education: doctorate}").inquiries
    assert inquiry.page == (page or catalog.issuers["ahima"].website)


def test_dues_that_were_not_found_make_it_at_least(catalog: Catalog) -> None:
    found = outcome_of(catalog, "amba/cmrs", CODER)
    assert registration_cost(found) == "Total: at least $325."
    assert "(price not found)" in next_step(found)


def test_without_the_price_of_the_exam_there_is_no_sum(catalog: Catalog) -> None:
    assert (
        registration_cost(outcome_of(catalog, "aapc/cppm", CODER))
        == "The exam price was not found."
    )


@pytest.mark.parametrize(
    ("kind", "cost", "settled", "told"),
    [
        (FormalityKind.APPLICATION, None, None, "Join"),
        (FormalityKind.EXAM, None, None, "Join (price not found)"),
        (FormalityKind.EXAM, Money(0, 20, 40), None, "Join ($0–40)"),
        (FormalityKind.MEMBERSHIP, Money.exactly(40), None, "Join ($40 unless you are a member)"),
        (FormalityKind.MEMBERSHIP, Money.exactly(40), False, "Join ($40)"),
        (FormalityKind.MEMBERSHIP, Money(), True, "Join"),
    ],
    ids=["a form", "no price", "a range", "dues", "dues of who is no member", "dues of a member"],
)
def test_a_step_says_its_price_where_there_is_one_to_say(
    kind: FormalityKind, cost: Money | None, settled: bool | None, told: str
) -> None:
    assert (
        format_step(RegistrationStep(kind, "Join", Evidence(src=("a-guide",)), cost, settled))
        == told
    )


def test_who_has_settled_all_that_is_known_is_not_told_what_to_register_takes(
    catalog: Catalog,
) -> None:
    member = CODER.replace("age: 30", "age: 30, memberships: [aapc]")
    assert next_step(outcome_of(catalog, "aapc/cppm", member)) == "The exam price was not found."


def test_the_sum_of_prices_that_are_ranges_is_a_range(catalog: Catalog) -> None:
    found = outcome_of(catalog, "aapc/cpc", CODER)
    dues, exam = found.formalities
    between = replace(found, formalities=(replace(dues, cost=Money(10, 15, 20)), exam))
    assert registration_cost(between) == "Total: $435–445."


@pytest.mark.parametrize(
    ("key", "profile", "sentence"),
    [
        ("ahima/chp", CODER, "This exam is no longer offered."),
        ("aapc/cpc", "{credentials: [aapc/cpc]}", "You hold this credential."),
        ("ahima/cca", "{education: none}", "You need: a high-school diploma or its equivalent."),
        (
            "ahima/cca",
            "{}",
            "This stays unsettled, because it depends on something that you do not know.",
        ),
    ],
)
def test_the_next_step_fits_the_outcome(
    catalog: Catalog, key: str, profile: str, sentence: str
) -> None:
    assert next_step(outcome_of(catalog, key, profile)) == sentence


def test_steps_and_changes_are_joined_as_parts_of_one_sentence(catalog: Catalog) -> None:
    coder = CODER.replace("complete: true, ", "")
    assert next_step(outcome_of(catalog, "aapc/cpc", coder)) == (
        "To register: a current AAPC membership on registering and on sitting "
        "($229 unless you are a member); the exam, one attempt ($425). Total: $654."
    )
    auditor = "{complete: true, education: associate}"
    assert "; and work of at least 20 hours" in next_step(outcome_of(catalog, "ccma/cmas", auditor))


BEGINNER = "{complete: true, education: high-school, age: 19}"


def test_what_passing_makes_of_a_person_comes_first(catalog: Catalog) -> None:
    assert next_step(outcome_of(catalog, "aapc/cpc", BEGINNER)).startswith("You start as CPC-A. ")
    open_yet = next_step(outcome_of(catalog, "aapc/cpc", "{education: high-school}"))
    assert open_yet.startswith("You may start as CPC-A. ")


def test_what_passing_leads_to_is_no_way_to_start_where_it_adds_no_letters(
    catalog: Catalog,
) -> None:
    student = "{complete: true, him_program: cahiim-associate, him_program_stage: final-term}"
    found = outcome_of(catalog, "ahima/rhit", student)
    assert [each.consequence.marks for each in found.consequences] == [None]
    assert "You start" not in next_step(found)


def test_whoever_holds_the_apprentice_mark_reads_how_to_lose_it(catalog: Catalog) -> None:
    apprentice = "{complete: true, credentials: [aapc/cpc-a], experience_months: {coding: 11}}"
    assert next_step(outcome_of(catalog, "aapc/cpc", apprentice)) == (
        "You hold it as CPC-A. For the full credential, you need: two years of coding work "
        "(13 more months). Or: AAPC's coding course of 80 contact hours; and Practicode, AAPC's "
        "program of practice records."
    )


def test_an_apprentice_who_has_what_it_takes_only_has_to_show_it(catalog: Catalog) -> None:
    done = "{complete: true, credentials: [aapc/cpc-a], experience_months: {coding: 24}}"
    assert next_step(outcome_of(catalog, "aapc/cpc", done)) == (
        "You hold it as CPC-A. For the full credential, show the issuer what you have."
    )


def test_work_that_a_verdict_counts_on_is_named_as_the_rule_words_it(catalog: Catalog) -> None:
    clerk = BEGINNER.replace("age: 19", "age: 19, experience_months: {billing: 14}")
    assert next_step(outcome_of(catalog, "nha/cbcs", clerk)).startswith(
        "Your work counts as one year of supervised billing and coding work in the last 3 years. "
    )


def test_work_that_was_not_needed_is_not_counted_on(catalog: Catalog) -> None:
    clerk = BEGINNER.replace("age: 19", "age: 19, experience_months: {billing: 14}")
    trained = clerk.replace("age: 19", "age: 19, training: [{subject: billing, years_since: 1}]")
    assert outcome_of(catalog, "nha/cbcs", clerk).work_relied_on
    assert outcome_of(catalog, "nha/cbcs", trained).work_relied_on == ()


def test_work_that_is_not_enough_is_not_counted_on(catalog: Catalog) -> None:
    too_young = BEGINNER.replace("age: 19", "age: 16, experience_months: {billing: 14}")
    found = outcome_of(catalog, "amca/mcbc", too_young)
    assert (found.verdict, found.work_relied_on) == (Verdict.NOT_YET, ())


def test_several_kinds_of_work_that_a_verdict_counts_on_are_all_named(catalog: Catalog) -> None:
    improver = (
        "{credentials: [aapc/coc], experience_months: {inpatient-cdi: 12, outpatient-cdi: 12}}"
    )
    assert next_step(outcome_of(catalog, "acdis/ccds-o", improver)).startswith(
        "Your work counts as one year as an outpatient documentation specialist "
        "and one year as an inpatient documentation specialist. "
    )


def test_what_is_certain_stands_beside_the_question_for_the_issuer(catalog: Catalog) -> None:
    worker = BEGINNER.replace("age: 19", "age: 19, experience_months: {healthcare: 12}")
    assert next_step(outcome_of(catalog, "naham/chaa", worker)).endswith(
        "Certainly enough: an associate degree from an accredited institution."
    )


def test_two_ways_are_named_where_there_are_several(catalog: Catalog) -> None:
    assert next_step(outcome_of(catalog, "nha/cbcs", BEGINNER)) == (
        "You need: one year of supervised billing and coding work in the last 3 years. "
        "Or: a billing and coding program completed in the last 5 years."
    )


def test_of_many_ways_only_two_are_named(catalog: Catalog) -> None:
    found = outcome_of(catalog, "ahima/chps", BEGINNER)
    assert len(found.missing) > 2
    assert next_step(found).count(" Or: ") == 1


def test_nothing_is_called_certain_that_needs_the_word_of_the_issuer(catalog: Catalog) -> None:
    found = outcome_of(catalog, "rccb/rcc", BEGINNER)
    assert found.missing
    assert (
        next_step(found)
        == f"Ask the issuer: {found.inquiries[0].question} ({found.inquiries[0].page})"
    )


def test_a_way_that_needs_the_word_of_the_issuer_in_part_is_not_called_certain(
    catalog: Catalog,
) -> None:
    found = outcome_of(catalog, "naham/chaa", BEGINNER)
    ways = [[change.needs_issuer for change in way] for way in found.missing]
    in_part = tuple(
        way for way, needs in zip(found.missing, ways, strict=True) if len(set(needs)) == 2
    )
    assert in_part
    assert "Certainly" not in next_step(replace(found, missing=in_part))


def test_each_question_for_the_issuer_is_put_with_its_page(catalog: Catalog) -> None:
    found = outcome_of(catalog, "hbma/chbme", BEGINNER)
    first, second = found.inquiries
    assert next_step(found) == (
        f"Ask the issuer: {first.question} ({first.page}) {second.question} ({second.page})"
    )


@pytest.mark.parametrize(
    ("cost", "months", "told"),
    [
        (None, None, "An age of 18"),
        (0, 24, "An age of 18 (at least 2 years)"),
        (299.6, None, "An age of 18 (from $300)"),
        (299.6, 7.6, "An age of 18 (from $300, at least 8 months)"),
    ],
    ids=["neither", "time", "price", "both"],
)
def test_a_change_says_its_price_and_its_time_as_far_as_they_are_known(
    cost: float | None, months: float | None, told: str
) -> None:
    grown_up = AgeTest(test="age", at_least=18, text="An age of 18", src=("a-guide",))
    assert format_changes((Change(grown_up, grown_up.text, cost, months),)) == told


def test_an_open_outcome_names_two_of_its_questions_and_counts_the_rest(catalog: Catalog) -> None:
    found = outcome_of(catalog, "ahima/cca", "{}")
    assert next_step(found, ["How old?"]) == "Still to answer: How old?"
    assert next_step(found, ["A?", "B?"]) == "Still to answer: A? B?"
    assert next_step(found, ["A?", "B?", "C?"]) == "Still to answer: A? B? And 1 more question."


def test_what_would_open_more_is_counted(catalog: Catalog) -> None:
    profile = parse_profile(catalog, b"{complete: true, age: 30}")
    found = find_unlocks(catalog, profile, {})
    assert unlock_summary(found) == (
        f"{len(found)} single changes would each open at least 1 more exam; "
        f"one of them would open {max(len(each.opens) for each in found)}."
    )
    assert unlock_summary([replace(each, opens=each.opens[:1]) for each in found]) == (
        f"{len(found)} single changes would each open 1 more exam."
    )
    alone = [each for each in found if len(each.opens) == 1][:1]
    assert unlock_summary(alone) == "1 single change would open 1 more exam."
    assert unlock_summary([]) == "No single change would open another exam to you."


def test_the_tally_counts_what_is_open_and_what_is_not_settled() -> None:
    found = [Verdict.READY, Verdict.CAN_SIT, Verdict.UNDECIDED, Verdict.NOT_YET]
    assert verdict_summary(found) == "You may sit for 2 of 4 exams now; 1 is not settled yet."
    more = [*found, Verdict.UNDECIDED]
    assert verdict_summary(more) == "You may sit for 2 of 5 exams now; 2 are not settled yet."
    assert verdict_summary([Verdict.READY]) == "You may sit for 1 of 1 exam now."


def test_a_question_says_of_how_many_open_exams_it_decides_and_how_many_are_left(
    catalog: Catalog,
) -> None:
    question = catalog.questions.questions[0]
    assert question_reach(NextQuestion(question, ("aapc/cpc",), still_open=2, left_at_most=3)) == (
        "Your answer can change 1 of the 2 outcomes that are still open. At most 3 questions left."
    )
    alone = NextQuestion(question, ("aapc/cpc",), still_open=1, left_at_most=1)
    assert question_reach(alone) == "At most 1 question left."


def test_how_far_a_questionnaire_is_counts_what_is_open_and_what_is_left() -> None:
    assert progress(2, 1) == "2 outcomes still open, at most 1 question left"


def test_an_exam_that_was_passed_is_counted_apart(catalog: Catalog) -> None:
    apprentice = Interview(catalog, {"credentials": "aapc/cpc-a", "education": "high-school"})
    sentence = interview_summary(apprentice, ["aapc/cpc", "ahima/cca", "ahima/ccs"])
    assert sentence == "You may sit for 2 of 2 exams now; you have passed 1 exam."


def test_where_every_exam_was_passed_nothing_else_is_said(catalog: Catalog) -> None:
    coder = Interview(catalog, {"credentials": "aapc/cpc"})
    assert interview_summary(coder, ["aapc/cpc"]) == "You have passed 1 exam."


def test_verdicts_that_are_open_stand_in_the_tally_of_an_interview(catalog: Catalog) -> None:
    nobody = Interview(catalog, {})
    assert (
        interview_summary(nobody, ["ahima/cca"])
        == "You may sit for 0 of 1 exam now; 1 is not settled yet."
    )


def test_what_a_person_may_have_already_is_said_to_be_so(catalog: Catalog) -> None:
    silent = "{credentials: [], experience_months: {healthcare: 6}}"
    ways = [format_changes(each) for each in outcome_of(catalog, "acdis/ccds-o", silent).missing]
    assert any("RN, MD or DO (you may have this already)" in each for each in ways)
    told = silent.replace("{credentials", "{complete: true, credentials")
    assert "you may have this already" not in next_step(outcome_of(catalog, "acdis/ccds-o", told))
