"""The shortlist: the candidates for a person in the order they chose, and what else fits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from cert_model.candidates.asker import Asker, make_asker
from cert_model.candidates.candidate import Candidate, make_candidate
from cert_model.candidates.pay import Survey, occupation_pay, pay_in, survey_of_most
from cert_model.candidates.targets import Leading, targets_of
from cert_model.candidates.wishes import Draw, Priority, Wishes
from cert_model.catalog import Catalog, once_per_catalog
from cert_model.eligibility import build_person
from cert_model.eligibility.questionnaire import Answers
from cert_model.schema.careers import SurveyRow, WageRow
from cert_model.vocabulary import State

MOST_CANDIDATES = 3
"""More would have to be compared; Compare is there for that."""
_MOST_KEPT = 256
"""The shortlists kept for each catalog; visitors who press the same share one."""

Figures = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The candidates for one person, and what stands beside them."""

    wishes: Wishes
    asker: Asker
    ranked: tuple[Candidate, ...]
    """Every candidate about which enough is known, in order."""
    little_known: tuple[Candidate, ...]
    """Those with no certain way, or without the price of the exam, by their letters."""
    later: tuple[str, ...]
    """The ids of what is for more experience or one specialty, by their letters."""
    leading: Leading | None
    """How these lead on to the work, where all that is for this very work is for later."""
    survey: Survey | None = None
    """The survey whose pay the cards show; None for the pay of the occupation, or for neither."""

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The first few, which are shown as cards."""
        return self.ranked[:MOST_CANDIDATES]

    @property
    def others(self) -> tuple[Candidate, ...]:
        """What else fits: the rest of those ranked."""
        return self.ranked[MOST_CANDIDATES:]

    @property
    def ties(self) -> tuple[tuple[str, ...], ...]:
        """Groups of complete candidates that are equal in all that decides the order, by id."""
        complete = [candidate for candidate in self.ranked if candidate.is_complete]
        groups = (
            tuple(group) for _, group in groupby(complete, key=lambda item: _place(self, item))
        )
        return tuple(tuple(item.id for item in group) for group in groups if len(group) > 1)


def shortlist(
    catalog: Catalog,
    wishes: Wishes,
    answers: Answers,
    home_state: State | None = None,
    hours_a_week: float | None = None,
    is_student: bool = False,
) -> Shortlist:
    """The shortlist of a person: their wishes, answers, home state and hours of study a week.

    What is not chosen yet counts as not sure: any work, and the first credential soonest. An
    answer that cannot be used is left out. Whoever ``is_student`` pays a student's prices. Raises
    BadPathAssumption for impossible hours.
    """
    given = tuple(sorted(answers.items()))
    return _shortlists(catalog)(wishes, given, home_state, hours_a_week, is_student)


@once_per_catalog
def _shortlists(catalog: Catalog) -> Callable[..., Shortlist]:
    def compute(
        wishes: Wishes,
        answers: tuple[tuple[str, str], ...],
        home_state: State | None,
        hours_a_week: float | None,
        is_student: bool,
    ) -> Shortlist:
        given = dict(answers)
        asker = make_asker(catalog, wishes, given, home_state, hours_a_week, is_student)
        return _compute(catalog, wishes, asker)

    return lru_cache(_MOST_KEPT)(compute)


def _compute(catalog: Catalog, wishes: Wishes, asker: Asker) -> Shortlist:
    person = build_person(catalog, asker.profile)
    draw = wishes.draw or Draw.NOT_SURE
    targets = targets_of(catalog, draw, wishes.situation, person)
    made = [
        make_candidate(catalog, asker, key, wishes.priority, targets.lead_on.get(key, ()))
        for key in targets.first
    ]
    by_letters = sorted(made, key=lambda candidate: (catalog.labels[candidate.id], candidate.id))
    known = [candidate for candidate in by_letters if candidate.is_known]
    survey = _survey_shown(catalog, wishes, known)
    if survey is not None:
        known = _with_pay_of(known, survey, pay_in(catalog, survey))
    unordered = Shortlist(
        wishes=wishes,
        asker=asker,
        ranked=tuple(known),
        little_known=tuple(candidate for candidate in by_letters if not candidate.is_known),
        later=tuple(sorted(targets.later, key=lambda key: (catalog.labels[key], key))),
        leading=targets.leading,
        survey=survey,
    )
    ranked = sorted(known, key=lambda item: _place(unordered, item))
    return replace(unordered, ranked=tuple(ranked))


def _survey_shown(
    catalog: Catalog, wishes: Wishes, candidates: Sequence[Candidate]
) -> Survey | None:
    """The survey whose pay is shown of some candidates; None for the pay of the occupation.

    Pay of two kinds is never shown side by side. That of the occupation is the same for all, so
    it does not serve somebody to whom pay matters most.
    """
    is_by_pay = wishes.priority is Priority.PAY
    if not is_by_pay and any(candidate.occupation for candidate in candidates):
        return None
    return survey_of_most(catalog, (candidate.id for candidate in candidates))


def occupation_pay_of(catalog: Catalog, of: Shortlist) -> WageRow | None:
    """The wages of the occupation, whichever credential one holds; None if no card is for it."""
    sheets = (catalog.credentials[candidate.id] for candidate in of.candidates)
    roles = {role for sheet in sheets for role in sheet.roles}
    return occupation_pay(catalog, roles, of.asker.home_state)


def _with_pay_of(
    candidates: Sequence[Candidate], survey: Survey, rows: Mapping[str, SurveyRow]
) -> list[Candidate]:
    """The candidates with the figures of one survey, and those of nothing else."""
    return [
        replace(item, compared_in=survey, survey=rows.get(item.id), occupation=None)
        for item in candidates
    ]


def _place(of: Shortlist, candidate: Candidate) -> Figures:
    """What decides the order; of two alike in that, the one that is held in full sooner is first.

    Without it, what is held in full after years would tie with what is there with the first.
    """
    way = candidate.certain_answer.plan
    in_full = not way.months_are_complete, candidate.months
    return *_ORDERS[of.wishes.priority](of, candidate), *in_full


def _by_months(_: Shortlist, candidate: Candidate) -> Figures:
    """Only an unknown length puts a candidate last; an unknown price does among equal months."""
    return not candidate.months_are_known, candidate.first_months, *_dollars(candidate)


def _by_cost(_: Shortlist, candidate: Candidate) -> Figures:
    """What nobody can count on comes last: only what is open now and known in full is cheapest."""
    is_sure = candidate.is_open_now and candidate.first.cost.complete and candidate.months_are_known
    return (
        not is_sure,
        *_dollars(candidate),
        not candidate.months_are_known,
        candidate.first_months,
    )


def _dollars(candidate: Candidate) -> Figures:
    """The cost; one that is "at least" so much is never ranked among the complete ones."""
    return not candidate.first.cost.complete, candidate.cost


def _by_pay(of: Shortlist, candidate: Candidate) -> Figures:
    row = candidate.survey
    amount = row.amount if row is not None else 0
    return not candidate.is_complete, row is None, -amount, *_by_cost(of, candidate)


def _from_home(of: Shortlist, candidate: Candidate) -> Figures:
    return (True, None, False).index(candidate.online), *_by_months(of, candidate)


_ORDERS: Mapping[Priority | None, Callable[[Shortlist, Candidate], Figures]] = {
    None: _by_months,
    Priority.SOON: _by_months,
    Priority.CHEAP: _by_cost,
    Priority.PAY: _by_pay,
    Priority.FROM_HOME: _from_home,
}
"""What decides the order, by what matters most; the words stand in ``sentences.py``."""
