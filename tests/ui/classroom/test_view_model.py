"""What the page A class says of a class, without a screen."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from cert_model.catalog import Catalog
from cert_model.classes import find_header, judge_class, read_pasted, read_table, sum_up
from cert_model.eligibility import MAY_SIT
from cert_model.eligibility.questionnaire import parse_answers
from cert_model.vocabulary import Verdict
from tests.ui.conftest import state_at
from ui.classroom.example import example_class
from ui.classroom.notes import grouped, overlooked_line
from ui.classroom.progress import Progress
from ui.classroom.state import FIRST_EXAMS, ClassState
from ui.classroom.view_model import ClassView
from ui.shell import visitor_code
from ui.shell.address_fields import Options
from ui.shell.page_state import parse

FOUR = (
    "Name\tEducation\tCerts\nAda\tno high school\tnone\nBen\tHS\tCPC\nCyd\tBA\tnone\nDee\t\tnone\n"
)

BuildView = Callable[..., ClassView]


@pytest.fixture
def view_of(catalog: Catalog, options: Options) -> BuildView:
    """Builds the view of a pasted class, or of the example, for choices on the page."""

    def built(text: str = "", **choices: str) -> ClassView:
        table = find_header(catalog, read_pasted(text)) if text else example_class(catalog)
        state = state_at(ClassState, options, **choices)
        reading = read_table(catalog, table, complete=state.rest == "absent")
        chunks = judge_class(catalog, reading.students)
        results = [result for chunk in chunks for result in chunk.results]
        return ClassView(catalog, reading, results, sum_up(catalog, results))

    return built


def test_the_answer_says_how_many_may_sit_for_the_exams_that_most_prepare_for(
    view_of: BuildView,
) -> None:
    view = view_of(FOUR)
    assert view.headline == ("3 of 4 may sit for the CPC, 2 for the CCS and 2 for the CCA now")
    assert view.further[-1] == (
        "Not settled yet for lack of information: 1 for the CCS and 1 for the CCA."
    )


def test_columns_that_the_answer_does_not_rest_on_are_named(view_of: BuildView) -> None:
    def line(text: str) -> str:
        return overlooked_line(view_of(text).reading.overlooked)

    assert line(FOUR) == ""
    assert line("Name\tSeat\nAda\t3") == (
        "1 column is not used: Seat. Map it below if the answer needs it."
    )
    assert line("Name\tSeat\tRow\nAda\t3\t4") == (
        "2 columns are not used: Seat and Row. Map them below if the answer needs them."
    )


def test_the_answer_names_the_step_that_opens_most(view_of: BuildView) -> None:
    best = view_of(FOUR).summary.steps[0]
    first, second, *_ = view_of(FOUR).further
    assert best.group.text[1:] in first
    assert first.startswith("The single step that opens the most exams is ")
    assert len(best.group.lack_it) == 1
    assert second == "Of 1 of them the table does not say whether they have it already."


def test_a_step_that_nobody_was_asked_about_is_said_to_be_so(view_of: BuildView) -> None:
    view = view_of(FOUR)
    step = next(step for step in view.summary.steps if not step.group.lack_it)
    alone = replace(view, summary=replace(view.summary, steps=(step,)))
    assert alone.further[1] == "The table does not say whether they have it already."


def test_the_answer_tells_who_lacks_a_step_from_who_was_not_asked(view_of: BuildView) -> None:
    view = view_of(
        "Name\tEducation\tMonths coding\tMonths billing\nAda\tHS\tnone\tnone\nBen\tHS\t\t\n"
    )
    (step,) = (step for step in view.summary.steps if "coding or billing" in step.group.text)
    alone = replace(view, summary=replace(view.summary, steps=(step,)))
    assert alone.further[0].endswith("It opens the CBCS to 2 people.")
    assert alone.further[1] == "Of 1 of them the table does not say whether they have it already."


def test_first_exams_stand_apart_and_all_others_follow_by_who_may_sit(view_of: BuildView) -> None:
    view = view_of()
    assert tuple(exam.id for exam in view.first_exams) == FIRST_EXAMS
    counts = [len(exam.may_sit) for exam in view.other_exams]
    assert counts == sorted(counts, reverse=True)
    assert {*view.exam_ids} == {exam.id for exam in view.summary.exams}
    to_all, divided = view.open_to_all.split(", "), view.divided_exams
    assert not {*to_all} & {view.catalog.labels[exam.id] for exam in divided}
    assert all(len(exam.may_sit) < 30 for exam in divided)


def test_a_table_of_exams_has_a_row_for_each(view_of: BuildView) -> None:
    view = view_of(FOUR)
    table = view.exam_table(view.first_exams)
    assert table["Credential"] == ["CPC", "CCS", "CCA"]
    assert table["Eligible now"] == ["3", "2", "2"]
    assert table["Held"] == ["1", "0", "0"]
    assert all(len(cells) == 3 for cells in table.values())
    assert [cell[0] for cell in table["Cost for all eligible"]] == ["$", "$", "$"]


def test_people_are_named_by_how_they_stand_with_one_exam(view_of: BuildView) -> None:
    view = view_of(FOUR)
    groups = {
        group.title: [result.student.name for result in group.people]
        for group in view.groups(view.exam("ahima/cca"))
    }
    assert groups == {
        "Eligible now": ["Ben", "Cyd"],
        "One step away: a high school diploma or its equivalent": ["Ada"],
        "One step away, unless they already have it: a high school diploma or its equivalent": [
            "Dee"
        ],
    }


def test_the_cost_is_that_of_those_who_may_sit(view_of: BuildView) -> None:
    view, nobody = view_of(FOUR), view_of("Name\tEducation\nAda\tno high school")
    exam = view.exam("ahima/cca")
    assert exam.cost_each is not None
    price = round(exam.cost_each.typical)
    assert f"2 people would pay ${2 * price:,} in all, ${price:,} each" in view.cost_sentence(exam)
    assert nobody.cost_sentence(nobody.exam("ahima/cca")) == ""


def test_what_the_table_does_not_say_is_open_or_absent(view_of: BuildView) -> None:
    dee = view_of(FOUR).results[3]
    assert dee.verdicts["ahima/cca"] is Verdict.UNDECIDED
    dee = view_of(FOUR, rest="absent").results[3]
    assert dee.verdicts["ahima/cca"] is Verdict.NOT_YET


@pytest.mark.parametrize("rest", ["open", "absent"])
def test_a_persons_plan_is_that_of_the_same_answers(
    view_of: BuildView, catalog: Catalog, rest: str
) -> None:
    view = view_of(rest=rest)
    for result in view.results:
        page, _, query = view.plan_of(result, "ahima/cca").partition("?")
        (code,) = parse_qs(query)["me"]
        answers = visitor_code.decode(catalog, code).visitor.answers
        (again,) = judge_class(
            catalog, [type(result.student)(1, "", {}, parse_answers(catalog, answers).profile)]
        )
        assert page == "plan"
        assert again.results[0].verdicts == result.verdicts


def test_a_plan_is_for_what_is_open_to_the_person(view_of: BuildView) -> None:
    view = view_of(FOUR)
    ada, ben, *_ = view.results
    assert "target=aapc/cpc" in view.plan_of(ada)
    assert "target=ahima/ccs" in view.plan_of(ben), "the CPC is held"
    assert ben.verdicts["ahima/ccs"] in MAY_SIT


def test_no_address_holds_a_name(view_of: BuildView) -> None:
    assert "Ada" not in view_of(FOUR).plan_of(view_of(FOUR).results[0])


def test_people_stand_on_pages(view_of: BuildView) -> None:
    many = "Name\tEducation\n" + "\n".join(f"P{number}\tHS" for number in range(61))
    view = view_of(many)
    assert view.pages == 3
    assert [len(view.people_table(page)["Person"]) for page in (1, 2, 3)] == [30, 30, 1]


def test_a_person_stands_in_a_row_with_the_verdicts_of_the_first_exams(view_of: BuildView) -> None:
    table = view_of(FOUR).people_table(1)
    assert list(table)[:4] == ["Person", "CPC", "CCS", "CCA"]
    ben, *cells = [column[1] for column in table.values()]
    assert ben.startswith("[Ben](plan?target=ahima/ccs")
    assert cells[:3] == ["✓ Held", "△ Eligible", "△ Eligible"]


def test_progress_says_how_fast_and_how_long(view_of: BuildView) -> None:
    progress = Progress(1_250, 5_000, 2.5)
    assert progress.share == 0.25
    assert progress.text == "1,250 of 5,000 people checked, 500 a second, about 8 seconds left"
    assert Progress(4_999, 5_000, 2.5).text.endswith("about 1 second left")


def test_cells_of_a_column_with_the_same_fault_stand_in_one_line(catalog: Catalog) -> None:
    rows = "\n".join(f"P{number}\t{number}" for number in range(1, 9))
    reading = read_table(catalog, find_header(catalog, read_pasted(f"Name\tExperience\n{rows}")))
    (group,) = grouped(reading.faults)
    assert group.text.startswith("Experience, expected months or years")
    assert "or choose above whether the numbers are months or years" in group.text
    assert "row 2 “1” (P1)" in group.text
    assert group.text.endswith("and 2 more.")


def test_an_exam_that_is_no_longer_given_is_refused(options: Options) -> None:
    state, refused = parse(ClassState, {"exam": "nahima/nobody"}, options)
    assert state.exam == FIRST_EXAMS[0]
    assert [part.name for part in refused] == ["exam"]
