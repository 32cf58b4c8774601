"""The view model of the page A class: plain rows and sentences to draw."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from cert_model.catalog import Catalog
from cert_model.classes import (
    ClassPayer,
    ClassReading,
    ClassStep,
    ClassSummary,
    ExamSummary,
    Student,
    StudentResult,
    verdict_words,
)
from cert_model.eligibility import MAY_SIT
from cert_model.eligibility.questionnaire import answers_from_profile
from cert_model.eligibility.sentences import VERDICT_MARKS
from cert_model.formatting import as_phrase, format_count, join_words, with_capital
from cert_model.formatting.markdown import escape, format_link
from cert_model.vocabulary import Verdict
from ui.classroom.state import FIRST_EXAMS
from ui.shell import visitor_code
from ui.shell.visitor import Visitor
from ui.shell.visitor_code import ME

PEOPLE_ON_A_PAGE = 30
MOST_STEPS = 8
"""Steps that stand open on the page."""
MOST_NAMES = 60
"""People that a group names; the files have all."""
_MOST_LABELS = 6


@dataclass(frozen=True)
class NamedGroup:
    """Some people of the class, and what they have in common."""

    title: str
    people: Sequence[StudentResult]


@dataclass(frozen=True)
class ClassView:
    """What the page says of a class; each part is worked out when first drawn.

    The session keeps it until the class is read or judged anew.
    """

    catalog: Catalog
    reading: ClassReading
    results: Sequence[StudentResult]
    """Of the people judged: all, or those before a stop."""
    summary: ClassSummary

    @cached_property
    def drawn(self) -> dict[str, Any]:
        """What the page has drawn of it so far, by name, as it is drawn."""
        return {}

    @property
    def left_out(self) -> int:
        """How many people were not judged, as somebody stopped it."""
        return len(self.reading.students) - len(self.results)

    # The answer

    @cached_property
    def _by_id(self) -> Mapping[str, ExamSummary]:
        return {exam.id: exam for exam in self.summary.exams}

    @cached_property
    def first_exams(self) -> list[ExamSummary]:
        """The exams that stand open on the page."""
        return [self._by_id[key] for key in FIRST_EXAMS if key in self._by_id]

    @cached_property
    def other_exams(self) -> list[ExamSummary]:
        """All others, those for which most may sit first."""
        others = [exam for exam in self.summary.exams if exam.id not in FIRST_EXAMS]
        return sorted(others, key=lambda exam: -len(exam.may_sit))

    @cached_property
    def divided_exams(self) -> list[ExamSummary]:
        """The other exams for which some may sit but not all, or somebody is a step away."""
        people = self.summary.people
        return [
            exam
            for exam in self.other_exams
            if len(exam.may_sit) < people and (exam.may_sit or exam.one_step_away)
        ]

    @property
    def open_to_all(self) -> str:
        """The labels of the other exams for which everybody may sit; empty for none."""
        people = self.summary.people
        everybody = [exam for exam in self.other_exams if len(exam.may_sit) == people]
        return ", ".join(self._label(exam) for exam in everybody)

    @property
    def headline(self) -> str:
        """How many may sit for which of the first exams."""
        shown = self.first_exams or list(self.summary.exams[:1])
        first, *others = shown
        of_all = f"{len(first.may_sit):,} of {self.summary.people:,}"
        parts = [f"{of_all} may sit for the {self._label(first)}"]
        parts += [f"{len(exam.may_sit):,} for the {self._label(exam)}" for exam in others]
        return f"{join_words(parts)} now"

    @cached_property
    def further(self) -> list[str]:
        """The rest of the answer: the step that opens most, what is not settled."""
        return [*self._about_the_best_step(), *self._about_the_unsettled()]

    def _about_the_best_step(self) -> Iterator[str]:
        if not self.summary.steps:
            return
        step = self.summary.steps[0]
        not_asked = len(step.group.may_have_it)
        people = len(step.group.lack_it) + not_asked
        up_to = "up to " if len(step.exams) > 1 and people > 1 else ""
        yield (
            f"The single step that opens the most exams is {as_phrase(step.group.text)}. It opens "
            f"the {self._labels(step.exams)} to {up_to}{format_count(people, 'person', 'people')}."
        )
        if not_asked:
            of_whom = "" if not_asked == people else f"of {not_asked:,} of them "
            yield with_capital(f"{of_whom}the table does not say whether they have it already.")

    def _about_the_unsettled(self) -> Iterator[str]:
        unsettled = [exam for exam in self.first_exams if exam.counts[Verdict.UNDECIDED]]
        if unsettled:
            parts = [
                f"{exam.counts[Verdict.UNDECIDED]:,} for the {self._label(exam)}"
                for exam in unsettled
            ]
            yield f"Not settled yet for lack of information: {join_words(parts)}."

    def _label(self, exam: ExamSummary) -> str:
        return self.catalog.labels[exam.id]

    # People

    @property
    def pages(self) -> int:
        """How many pages the people take."""
        return -(-len(self.results) // PEOPLE_ON_A_PAGE)

    def people_table(self, page: int) -> Mapping[str, Sequence[str]]:
        """The people on a page, from 1: each a link to their plan, with the first exams.

        A verdict has its mark: "✓ Held as CPC-A".
        """
        start = (page - 1) * PEOPLE_ON_A_PAGE
        people = self.results[start : start + PEOPLE_ON_A_PAGE]
        ids = [exam.id for exam in self.first_exams]
        words = [verdict_words(self.catalog, person, ids) for person in people]
        return {
            "Person": [self.link_to_plan(person) for person in people],
            **{
                escape(self.catalog.labels[key]): [
                    escape(f"{VERDICT_MARKS[person.verdicts[key]]} {verdicts[key]}")
                    for person, verdicts in zip(people, words, strict=True)
                ]
                for key in ids
            },
            f"Open, of {len(self.summary.exams)}": [self._open_to(person) for person in people],
        }

    def _open_to(self, result: StudentResult) -> str:
        """For how many of the exams a person may sit now."""
        return str(sum(result.verdicts[exam.id] in MAY_SIT for exam in self.summary.exams))

    def link_to_plan(self, result: StudentResult, key: str | None = None) -> str:
        """A person's name as a link to their plan: for one exam, or the nearest."""
        return format_link(result.student.name, self.plan_of(result, key))

    def plan_of(self, result: StudentResult, key: str | None = None) -> str:
        """The address of a person's plan, relative to the page's: for one exam, or the nearest."""
        target = key or self._nearest(result)
        name = result.student.name
        if name not in self._codes:
            visitor = visitor_of(self.catalog, result.student)
            self._codes[name] = visitor_code.encode(visitor)
        code = self._codes[name]
        return f"plan?{urlencode({'target': target, **({ME: code} if code else {})}, safe=',/')}"

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The codes of people as visitors, by name: those that were asked for so far."""
        return {}

    def _nearest(self, result: StudentResult) -> str:
        """The first exam that is open to a person, or a step away, or the first of all."""
        keys = [exam.id for exam in (*self.first_exams, *self.other_exams)]
        may_sit = (key for key in keys if result.verdicts[key] in MAY_SIT)
        a_step_away = (key for step in result.steps for key in step.opens)
        return next(may_sit, next(a_step_away, keys[0]))

    def _labels(self, keys: Sequence[str]) -> str:
        """The first few labels of some exams, and how many more there are."""
        labels = [self.catalog.labels[key] for key in keys[:_MOST_LABELS]]
        further = [f"{len(keys) - len(labels)} more"] if len(keys) > len(labels) else []
        return join_words([*labels, *further])

    # Exams

    def exam_table(self, exams: Sequence[ExamSummary]) -> dict[str, list[str]]:
        """Exams and how many people have which verdict, with what they cost."""
        shown = [verdict for verdict in Verdict if verdict is not Verdict.CLOSED]
        return {
            "Credential": [self._label(exam) for exam in exams],
            "Eligible now": [str(len(exam.may_sit)) for exam in exams],
            "One step away": [str(_one_step_away(exam)) for exam in exams],
            **{
                verdict.label: [str(exam.counts[verdict]) for exam in exams]
                for verdict in shown
                if verdict not in MAY_SIT
            },
            "Cost per person": [exam.cost_text(1) for exam in exams],
            "Cost for all eligible": [exam.cost_text() if exam.may_sit else "" for exam in exams],
        }

    def exam(self, key: str) -> ExamSummary:
        """An exam by its id."""
        return self._by_id[key]

    @property
    def exam_ids(self) -> list[str]:
        """The exams to choose from."""
        return [exam.id for exam in (*self.first_exams, *self.other_exams)]

    def groups(self, exam: ExamSummary) -> list[NamedGroup]:
        """The people by how they stand with an exam."""
        by_name = {result.student.name: result for result in self.results}
        groups = [NamedGroup("Eligible now", [by_name[name] for name in exam.may_sit])]
        for group in exam.one_step_away:
            if group.lack_it:
                people = [by_name[name] for name in group.lack_it]
                groups.append(NamedGroup(f"One step away: {as_phrase(group.text)}", people))
            if group.may_have_it:
                people = [by_name[name] for name in group.may_have_it]
                title = f"One step away, unless they already have it: {as_phrase(group.text)}"
                groups.append(NamedGroup(title, people))
        return [group for group in groups if group.people]

    def cost_sentence(self, exam: ExamSummary) -> str:
        """What an exam would cost those who may sit for it now."""
        if not exam.may_sit:
            return ""
        count = format_count(len(exam.may_sit), "person", "people")
        return (
            f"To earn the {self._label(exam)}, {count} would pay {exam.cost_text()} in all, "
            f"{exam.cost_text(1)} each: everything from now until they hold it, except schooling "
            "that the exam requires."
        )

    # Steps and payers

    def step_table(self, steps: Sequence[ClassStep]) -> dict[str, list[str]]:
        """Single steps, the one that opens most first."""
        return {
            "Step": [step.group.text for step in steps],
            "People who lack it": [str(len(step.group.lack_it)) for step in steps],
            "People who may have it": [str(len(step.group.may_have_it)) for step in steps],
            "Opens": [self._labels(step.exams) for step in steps],
        }

    def payer_line(self, payer: ClassPayer) -> str:
        """A payer and the exams that it is known to pay for."""
        return f"{payer.name}: {self._labels(payer.exams)}"


def _one_step_away(exam: ExamSummary) -> int:
    groups = exam.one_step_away
    return sum(len(group.lack_it) + len(group.may_have_it) for group in groups)


def visitor_of(catalog: Catalog, student: Student) -> Visitor:
    """A person of the class as somebody at the screen who gave the same answers."""
    return Visitor(answers=answers_from_profile(catalog, student.profile))
