"""The view model of the Prepare page: plain rows and sentences to draw."""

from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from cert_model.catalog import Catalog
from cert_model.explore.credential_filters import PersonalView
from cert_model.paths import PathAssumptions
from cert_model.paths.sentences import describe_booking
from cert_model.paths.study import StudyHours, describe_study_hours, study_hours
from cert_model.preparation import (
    ExamDayFact,
    ExamSubject,
    Payer,
    ProgramDirectory,
    ProgramMatches,
    StudyPlan,
    StudyRequest,
    build_study_plan,
    closest_held_credential,
    exam_day_facts,
    exam_subjects,
    find_programs,
    payers_of,
    program_directories,
    sentences,
    study_times,
    subjects_to_learn_first,
)
from cert_model.preparation.study_plan import write_study_calendar
from cert_model.schema import Credential
from cert_model.schema.preparation import Accreditor, Material, StudyTime
from cert_model.vocabulary import ExamDay
from ui.prepare import tables
from ui.prepare.state import PrepareState
from ui.shell.address_fields import Options
from ui.shell.file_address import format_file_query


@dataclass(frozen=True)
class PrepareView:
    """How to get ready for one exam; each part is worked out when it is first drawn."""

    catalog: Catalog
    person: PersonalView
    state: PrepareState
    id: str
    """The credential."""

    @property
    def sheet(self) -> Credential:
        """The fact sheet of the credential."""
        return self.catalog.credentials[self.id]

    @property
    def label(self) -> str:
        """The label of the credential."""
        return self.catalog.labels[self.id]

    @property
    def issuer(self) -> str:
        """The abbreviation of its issuer."""
        return self.catalog.issuers[self.sheet.issuer].letters

    # The plan

    @cached_property
    def hours(self) -> StudyHours:
        """How many hours My plan counts for the exam, from what sources say or by a guess."""
        return study_hours(self.catalog, self.id, self._assumptions)

    @property
    def hours_summary(self) -> str:
        """How long one studies for the exam, and where that comes from."""
        return describe_study_hours(self.catalog, self.hours)

    @property
    def _assumptions(self) -> PathAssumptions:
        return PathAssumptions(hours_a_week=self.state.hours_a_week)

    @cached_property
    def subjects(self) -> tuple[ExamSubject, ...]:
        """Every subject as it applies to the exam."""
        return exam_subjects(self.catalog, self.id)

    @cached_property
    def first_subjects(self) -> tuple[ExamSubject, ...]:
        """The subjects that a plan begins with, known ones included."""
        return subjects_to_learn_first(self.subjects)

    @property
    def first_subjects_summary(self) -> str:
        """What to learn before the exam's own content, and who says so."""
        return sentences.describe_first_subjects(self.subjects, self.issuer, self.label)

    @property
    def subjects_taken(self) -> list[str]:
        """The names of the first subjects that the person's answers name as taken."""
        taken = set(self.person.interview.profile.courses or ())
        return [
            subject.subject.name
            for subject in self.first_subjects
            if set(subject.subject.courses) <= taken
        ]

    @property
    def held_by_answers(self) -> tuple[str, ...]:
        """The credentials that the person's answers name as held."""
        return self.person.interview.profile.credentials or ()

    @cached_property
    def closest_held(self) -> str | None:
        """The credential held by the answers that leaves least of the exam to learn."""
        return closest_held_credential(self.catalog, self.id, self.held_by_answers)

    @property
    def request(self) -> StudyRequest:
        """The plan to make. Raises BadStudyPlan where it cannot be."""
        state = self.state
        to_learn = (
            subject.subject.name
            for subject in self.first_subjects
            if subject.subject.id not in state.known_subjects
            and subject.subject.name not in self.subjects_taken
        )
        return StudyRequest(
            self.id,
            state.hours or self.hours.usual,
            state.day or self.catalog.today,
            hours_a_week=state.hours_a_week,
            to_exam=state.is_to_exam,
            subjects=tuple(to_learn),
            subjects_percent=state.subjects_percent,
            review_percent=state.review_percent,
            held=state.held,
        )

    @cached_property
    def plan(self) -> StudyPlan:
        """The study plan. Raises BadStudyPlan where there can be none."""
        return build_study_plan(self.catalog, self.request)

    @property
    def plan_headline(self) -> str:
        """How long the plan takes, and from which day to which."""
        return sentences.describe_plan(self.plan)

    @property
    def remarks(self) -> list[str]:
        """What follows from the exam's status, the day counted from, and what is held."""
        remarks = (
            sentences.warn_of_status(self.sheet),
            "Enter the exam date. Until then, the plan starts today."
            if self.state.lacks_exam_day
            else "",
            sentences.describe_late_start(self.plan, self.catalog.today)
            if self.state.is_to_exam
            else describe_booking(self.plan.end, self._assumptions),
            sentences.describe_time_saved(self.catalog, self.plan),
            sentences.describe_basis(self.plan),
        )
        return [remark for remark in remarks if remark]

    @property
    def plan_bars(self) -> pa.Table:
        """The parts of the plan by their days, as the chart draws them."""
        return tables.plan_bars(self.plan)

    @property
    def plan_table(self) -> dict[str, list[str]]:
        """The parts of the plan by their days, as a table to read."""
        return tables.plan_table(self.plan)

    @property
    def file_query(self) -> dict[str, str]:
        """The parameters of the address of this plan as a calendar."""
        answers = self.person.interview.parsed.answers
        return format_file_query(self.state, Options(self.catalog), answers)

    @property
    def calendar_name(self) -> str:
        """The name of the plan's calendar file."""
        return f"{self.label.lower().replace(' ', '-')}-study-plan.ics"

    def calendar(self) -> bytes:
        """The plan as a calendar to take away."""
        return write_study_calendar(self.plan, self.label, self.catalog.today)

    @property
    def study_times(self) -> tuple[StudyTime, ...]:
        """How long others say that preparing takes."""
        return study_times(self.catalog, self.id)

    # Programs

    @cached_property
    def providers(self) -> dict[str, str]:
        """Who offers each program, by its id."""
        programs = self.catalog.preparation.programs.programs
        return {program.id: program.provider for program in programs}

    @cached_property
    def programs(self) -> ProgramMatches:
        """The programs that fit what is asked, and those of which too little is known."""
        return find_programs(self.catalog, self.state.criteria)

    @property
    def programs_headline(self) -> str:
        """How many programs fit, and the cheapest."""
        return sentences.describe_programs(self.programs)

    @property
    def program_table(self) -> dict[str, list[str]]:
        """The programs as a table to read: first those that fit, then the unclear ones."""
        offers = [*self.programs.fitting, *self.programs.unclear]
        return tables.program_table(self.catalog, offers)

    @property
    def directories(self) -> list[ProgramDirectory]:
        """Where those whose approval matters for the credential list programs."""
        return program_directories(self.catalog, self.id)

    @property
    def accreditors(self) -> list[Accreditor]:
        """Who accredits or approves programs in a way that matters for the credential."""
        bodies = self.catalog.preparation.accreditors.accreditors
        return [body for body in bodies if self.id in body.matters_for]

    @property
    def other_accreditors(self) -> list[Accreditor]:
        """Everybody else who accredits or approves programs."""
        bodies = self.catalog.preparation.accreditors.accreditors
        return [body for body in bodies if self.id not in body.matters_for]

    # Payers

    @cached_property
    def payers(self) -> dict[str, Payer]:
        """Everybody who may pay, by id; those first that were seen to name the credential."""
        return {payer.id: payer for payer in payers_of(self.catalog, self.id)}

    @property
    def payers_headline(self) -> str:
        """Which payers were seen to name the credential."""
        return sentences.describe_payers(list(self.payers.values()), self.label)

    @property
    def payer_table(self) -> dict[str, list[str]]:
        """The payers as a table to read."""
        return tables.payer_table(self.catalog, list(self.payers.values()), self.label)

    @property
    def payer_lines(self) -> str:
        """The payers one below the other, for a phone, as Markdown."""
        return tables.as_lines(self.payer_table)

    @property
    def chosen_payer(self) -> Payer | None:
        """The payer whose rules are shown."""
        return self.payers[self.state.payer] if self.state.payer else None

    # Exam day

    @cached_property
    def exam_day(self) -> dict[ExamDay, tuple[ExamDayFact, ...]]:
        """What is known of each thing that people ask about the day of the exam."""
        return exam_day_facts(self.catalog, self.id)

    @property
    def exam_day_headline(self) -> str:
        """On how much of it something is known, and whom to ask about the rest."""
        return sentences.describe_exam_day(self.exam_day, self.label, self.issuer)

    @property
    def materials(self) -> list[Material]:
        """The books and study material for the exam."""
        materials = self.catalog.preparation.materials.materials
        return [material for material in materials if material.serves(self.sheet)]


def build(catalog: Catalog, person: PersonalView, state: PrepareState) -> PrepareView:
    """Return the view model of the page for a person, in a state with a credential."""
    assert state.id is not None, "the page asks for a credential first"
    return PrepareView(catalog, person, state, state.id)
