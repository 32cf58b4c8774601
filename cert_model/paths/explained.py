"""A plan with what is said beside it wherever it is listed: on the command line and over HTTP."""

from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.paths.answer_sentences import describe_sum
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.plan import Plan
from cert_model.paths.study import describe_what_months_count
from cert_model.paths.training import untrained_exam
from cert_model.paths.waiting import Waiting, upkeep_until_held


@dataclass(frozen=True, slots=True)
class ExplainedPlan:
    """A plan, and what its months and its sum count."""

    plan: Plan
    months_count: str
    """What its months count and from how many sources; empty without an exam."""
    waiting: Waiting
    """What keeping the credentials on the way costs, which is not in its sum."""
    left_out: str
    """What its sum pays for and what it leaves out, in words; empty for neither."""

    @property
    def remarks(self) -> list[str]:
        """The sentences on its months and its sum, without those that are empty."""
        return [text for text in (self.months_count, self.left_out) if text]


def explain_plan(
    catalog: Catalog, profile: Profile, plan: Plan, assumptions: PathAssumptions
) -> ExplainedPlan:
    """A plan of a person with what its months and its sum count."""
    exam = untrained_exam(catalog, profile, plan)
    waiting = upkeep_until_held(catalog, profile, plan)
    return ExplainedPlan(
        plan,
        describe_what_months_count(catalog, plan, assumptions, is_untrained=exam is not None),
        waiting,
        describe_sum(catalog, plan, waiting, exam),
    )
