"""Sentences on who may sit state what the outcome states, with what registering costs."""

from dataclasses import replace

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    Change,
    IdsByVerdict,
    ids_by_verdict,
)
from cert_model.eligibility.questionnaire import NextQuestion
from cert_model.eligibility.sentences import (
    describe_verdict,
    format_changes,
    format_verdict,
    next_step,
    question_reach,
    verdict_summary,
)
from cert_model.schema.rules import (
    AgeTest,
)
from cert_model.vocabulary import (
    Verdict,
)
from tests.eligibility.examples import BEGINNER, CODER, outcome_of


@pytest.mark.parametrize(
    ("key", "profile", "sentence"),
    [
        ("ahima/chp", CODER, "This exam is no longer given."),
        ("aapc/cpc", "{credentials: [aapc/cpc]}", "You hold this credential."),
        ("aapc/cpc-a", "{credentials: [aapc/cpc]}", "Your CPC replaces it."),
        ("ahima/rhit", "{credentials: [ahima/rhia]}", "Your RHIA replaces it."),
        ("ahima/cca", "{education: none}", "You need: a high school diploma or its equivalent."),
        (
            "ahima/cca",
            "{}",
            "This cannot be settled, because it depends on something that you do not know.",
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
        "($229 unless you are a member); the exam, 1 attempt ($425). Registering costs $654."
    )
    auditor = "{complete: true, education: associate}"
    assert "; and work of at least 20 hours" in next_step(outcome_of(catalog, "ccma/cmas", auditor))


def test_the_letters_that_passing_gives_come_first(catalog: Catalog) -> None:
    assert next_step(outcome_of(catalog, "aapc/cpc", BEGINNER)).startswith("You start as CPC-A. ")
    open_yet = next_step(outcome_of(catalog, "aapc/cpc", "{education: high-school}"))
    assert open_yet.startswith("You may start as CPC-A. ")


def test_a_consequence_without_letters_is_not_called_a_start(
    catalog: Catalog,
) -> None:
    student = "{complete: true, him_program: cahiim-associate, him_program_stage: final-term}"
    outcome = outcome_of(catalog, "ahima/rhit", student)
    assert [possible.consequence.marks for possible in outcome.consequences] == [None]
    assert "You start" not in next_step(outcome)


def test_a_holder_of_the_apprentice_form_reads_what_the_full_one_takes(catalog: Catalog) -> None:
    apprentice = "{complete: true, credentials: [aapc/cpc-a], experience_months: {coding: 11}}"
    assert next_step(outcome_of(catalog, "aapc/cpc", apprentice)) == (
        "You hold it as CPC-A. To hold it in full, you need: two years of coding work "
        "(13 more months). Or: AAPC's coding course of 80 contact hours; and Practicode, AAPC's "
        "program of practice records."
    )


def test_an_apprentice_who_has_what_the_full_form_takes_only_has_to_show_it(
    catalog: Catalog,
) -> None:
    done = "{complete: true, credentials: [aapc/cpc-a], experience_months: {coding: 24}}"
    assert next_step(outcome_of(catalog, "aapc/cpc", done)) == (
        "You hold it as CPC-A. You have what you need to hold it in full: send the issuer your "
        "proof."
    )


def test_work_that_a_verdict_relies_on_is_named_in_the_words_of_the_rule(catalog: Catalog) -> None:
    clerk = BEGINNER.replace("age: 19", "age: 19, experience_months: {billing: 14}")
    assert next_step(outcome_of(catalog, "nha/cbcs", clerk)).startswith(
        "Your work counts as one year of supervised billing and coding work in the last 3 years. "
    )


def test_every_kind_of_work_that_a_verdict_relies_on_is_named(catalog: Catalog) -> None:
    improver = (
        "{credentials: [aapc/coc], experience_months: {inpatient-cdi: 12, outpatient-cdi: 12}}"
    )
    assert next_step(outcome_of(catalog, "acdis/ccds-o", improver)).startswith(
        "Your work counts as one year as an outpatient documentation specialist "
        "and one year as an inpatient documentation specialist. "
    )


def test_what_is_certainly_enough_stands_beside_the_question_for_the_issuer(
    catalog: Catalog,
) -> None:
    worker = BEGINNER.replace("age: 19", "age: 19, experience_months: {healthcare: 12}")
    assert next_step(outcome_of(catalog, "naham/chaa", worker)).endswith(
        "This would certainly be enough: an associate degree from an accredited institution."
    )


def test_two_sets_of_changes_are_named_where_there_are_several(catalog: Catalog) -> None:
    assert next_step(outcome_of(catalog, "nha/cbcs", BEGINNER)) == (
        "You need: one year of supervised billing and coding work in the last 3 years. "
        "Or: a billing and coding program completed in the last 5 years."
    )


def test_of_many_sets_of_changes_only_two_are_named(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "ahima/chps", BEGINNER)
    assert len(outcome.missing) > 2
    assert next_step(outcome).count(" Or: ") == 1


def test_nothing_that_needs_the_word_of_the_issuer_is_called_certain(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "rccb/rcc", BEGINNER)
    assert outcome.missing
    assert (
        next_step(outcome)
        == f"Ask the issuer: {outcome.inquiries[0].question} ({outcome.inquiries[0].page})"
    )


def test_a_set_of_which_one_change_needs_the_issuer_is_not_called_certain(
    catalog: Catalog,
) -> None:
    outcome = outcome_of(catalog, "naham/chaa", BEGINNER)
    in_part = tuple(
        changes
        for changes in outcome.missing
        if {change.needs_issuer for change in changes} == {True, False}
    )
    assert in_part
    assert "Certainly" not in next_step(replace(outcome, missing=in_part))


def test_each_question_for_the_issuer_has_its_page_beside_it(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "hbma/chbme", BEGINNER)
    first, second = outcome.inquiries
    assert next_step(outcome) == (
        f"Ask the issuer: {first.question} ({first.page}) {second.question} ({second.page})"
    )


@pytest.mark.parametrize(
    ("cost", "months", "listed"),
    [
        (None, None, "An age of 18"),
        (0, 24, "An age of 18 (at least 2 years)"),
        (299.6, None, "An age of 18 (from $300)"),
        (299.6, 7.6, "An age of 18 (from $300, at least 8 months)"),
    ],
    ids=["neither", "time", "price", "both"],
)
def test_a_change_has_its_price_and_time_beside_it_as_far_as_they_are_known(
    cost: float | None, months: float | None, listed: str
) -> None:
    grown_up = AgeTest(test="age", at_least=18, text="An age of 18", src=("a-guide",))
    assert format_changes((Change(grown_up, grown_up.text, cost, months),)) == listed


def test_an_open_outcome_lists_two_of_its_questions_and_counts_the_rest(catalog: Catalog) -> None:
    outcome = outcome_of(catalog, "ahima/cca", "{}")
    assert next_step(outcome, ["How old?"]) == "Still to answer: How old?"
    assert next_step(outcome, ["A?", "B?"]) == "Still to answer: A? B?"
    assert next_step(outcome, ["A?", "B?", "C?"]) == "Still to answer: A? B? And 1 more question."


def counted(*verdicts: Verdict) -> IdsByVerdict:
    """Exams with these verdicts, one for each."""
    by_id = {f"demo/{position}": verdict for position, verdict in enumerate(verdicts)}
    return ids_by_verdict(by_id, by_id)


@pytest.mark.parametrize(
    ("verdicts", "sentence"),
    [
        (
            [Verdict.READY, Verdict.CAN_SIT, Verdict.UNDECIDED, Verdict.NOT_YET],
            "You may sit for 2 of 4 exams now; 1 is not settled yet.",
        ),
        (
            [Verdict.READY, Verdict.UNDECIDED, Verdict.UNDECIDED],
            "You may sit for 1 of 3 exams now; 2 are not settled yet.",
        ),
        ([Verdict.READY], "You may sit for this exam now."),
        ([Verdict.ASK_ISSUER], "Only the issuer can say whether you may sit for this exam."),
        ([Verdict.READY, Verdict.CLOSED], "You may sit for this exam now."),
        (
            [Verdict.HELD, Verdict.HELD, Verdict.CAN_SIT],
            "You hold 2 credentials; you may sit for 1 of 1 other exam now.",
        ),
        ([Verdict.HELD], "You hold 1 credential."),
    ],
    ids=str,
)
def test_the_summary_counts_what_is_held_open_and_unsettled(
    verdicts: list[Verdict], sentence: str
) -> None:
    assert verdict_summary(counted(*verdicts)) == sentence


def test_the_reach_of_a_question_counts_the_exams_it_bears_on(catalog: Catalog) -> None:
    asked = NextQuestion(
        question=catalog.questions.questions[0],
        decides=("aapc/cpc", "ahima/cca", "ahima/ccs"),
        still_open=5,
        unsettled=("ahima/cca", "ahima/ccs", "acdis/ccds"),
        left_at_most=3,
    )
    assert question_reach(asked) == (
        "Your answer matters for 2 of the 3 exams not settled yet and for the recommendations or "
        "the starting credential of 1 other. At most 3 questions left."
    )
    assert question_reach(replace(asked, decides=("ahima/cca",)), "in this work") == (
        "Your answer matters for 1 of the 3 exams not settled yet in this work. "
        "At most 3 questions left."
    )
    assert question_reach(replace(asked, unsettled=())) == (
        "Your answer matters for the recommendations or the starting credential of 3 exams. At "
        "most 3 questions left."
    )
    assert question_reach(replace(asked, decides=asked.unsettled)) == (
        "Your answer matters for the 3 exams not settled yet. At most 3 questions left."
    )
    alone = replace(asked, still_open=1, left_at_most=1)
    assert question_reach(alone) == "At most 1 question left."


@pytest.mark.parametrize(
    ("key", "profile", "words"),
    [
        ("aapc/cpc", "{credentials: [aapc/cpc-a]}", "Held as CPC-A"),
        ("aapc/cpc", "{credentials: [aapc/cpc]}", "Held"),
        ("ahima/rhit", "{credentials: [ahima/rhia]}", "Held"),
        ("ahima/chp", "{}", "Closed"),
        ("aapc/cgic", "{}", "Ask the issuer (likely eligible)"),
        ("pmi/cmc", "{}", "Ask the issuer"),
        ("aapc/cpc", "{}", "Eligible"),
    ],
)
def test_a_verdict_in_a_few_words_says_as_what_it_is_held_and_what_is_likely(
    catalog: Catalog, key: str, profile: str, words: str
) -> None:
    outcome = outcome_of(catalog, key, profile)
    assert format_verdict(outcome.verdict, outcome.likely, outcome.holding) == words


def test_what_is_likely_comes_before_the_question_for_the_issuer(catalog: Catalog) -> None:
    sentence = next_step(outcome_of(catalog, "aapc/cgic", "{}"))
    assert sentence.startswith(
        "Likely eligible. Of its exams in general, AAPC writes: no proof of schooling or "
        "experience is asked for before an exam. All "
    )
    assert " Ask the issuer: Does AAPC ask anything besides membership" in sentence


def test_a_change_that_a_person_may_have_made_already_says_so(catalog: Catalog) -> None:
    silent = "{credentials: [], experience_months: {healthcare: 6}}"
    missing = outcome_of(catalog, "acdis/ccds-o", silent).missing
    texts = [format_changes(changes) for changes in missing]
    assert any("RN, MD or DO (you may have this already)" in text for text in texts)
    listed = silent.replace("{credentials", "{complete: true, credentials")
    assert "you may have this already" not in next_step(outcome_of(catalog, "acdis/ccds-o", listed))


def test_a_verdict_is_a_sentence_to_lead_with() -> None:
    assert describe_verdict(Verdict.CAN_SIT, "GUILD", 0) == "You may sit for it now"
    assert describe_verdict(Verdict.ASK_ISSUER, "GUILD", 0) == (
        "Only GUILD can say whether you may sit for it"
    )


def test_an_open_verdict_says_how_many_answers_settle_it() -> None:
    assert describe_verdict(Verdict.UNDECIDED, "GUILD", 1) == (
        "Answer 1 question to see if you are eligible"
    )
    assert describe_verdict(Verdict.UNDECIDED, "GUILD", 0) == (
        "It is not settled yet whether you may sit for it"
    )
