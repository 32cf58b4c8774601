"""The filters of credentials, and the catalog as one person sees it, each part by credential id."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.eligibility import Likelihood, Outcome, assess, likely_verdict
from cert_model.eligibility.questionnaire import Interview
from cert_model.eligibility.sentences import format_verdict
from cert_model.explore.filters import Facet, Filters, build_filters
from cert_model.explore.search import credential_search
from cert_model.formatting import format_count
from cert_model.overview import Overview, costs_to_earn, overviews
from cert_model.vocabulary import CodeSet, Level, Role, Setting, Status, Term, Verdict

SIT = "sit"
"""The name of the facet that depends on who asks."""


@once_per_catalog
def credential_filters(catalog: Catalog) -> Filters:
    """The filters of the credentials of a catalog, the same for everybody; made once."""
    issuers = {key: issuer.letters for key, issuer in catalog.issuers.items()}
    return build_filters(overviews(catalog), _facets(issuers), credential_search(catalog))


def with_verdicts(
    filters: Filters, verdicts: Mapping[str, Verdict], forms: Collection[str]
) -> Filters:
    """The filters of credentials with one facet more: whether a person may sit, by id.

    ``forms`` are those that share the exam of another, such as the CPC-A: an exam counts once,
    as on every page that counts exams.
    """

    def fits(key: str, term: str) -> bool:
        return verdicts[key] == term and key not in forms

    terms = {str(verdict): verdict.label for verdict in Verdict if verdict in verdicts.values()}
    facet = Facet(SIT, "My eligibility", terms, lambda overview, term: fits(overview.id, term))
    masks = {term: np.array([fits(key, term) for key in filters.ids.tolist()]) for term in terms}
    return filters.with_facet_first(facet, masks)


def _facets(issuers: Mapping[str, str]) -> tuple[Facet, ...]:
    """Every facet in the order in which a screen shows them; ``issuers`` are labels by id."""
    return (
        Facet("role", "Work", _labels(Role), lambda overview, term: term in overview.roles),
        Facet(
            "setting", "Where", _labels(Setting), lambda overview, term: term in overview.settings
        ),
        Facet(
            "code_set",
            "Code sets",
            _labels(CodeSet),
            lambda overview, term: term in (overview.code_sets or ()),
        ),
        Facet("level", "Level", _labels(Level), lambda overview, term: overview.level == term),
        _limit(
            "price",
            "Exam price",
            {f"{dollars}": f"up to ${dollars:,}" for dollars in (150, 250, 350, 450)},
            lambda overview: overview.exam_fee_low,
        ),
        _limit(
            "to_earn",
            "To earn it",
            {f"{dollars}": f"up to ${dollars:,}" for dollars in (400, 700, 1000, 1500)},
            lambda overview: overview.to_earn if overview.to_earn_complete else None,
        ),
        _yes_or_no("online", "Taken online", lambda overview: overview.online),
        _yes_or_no("open_book", "Books allowed", lambda overview: overview.open_book),
        _limit(
            "length",
            "Length of the exam",
            {f"{hours}h": f"up to {hours} hours" for hours in (2, 3, 4, 5)},
            lambda overview: None if overview.minutes is None else overview.minutes / 60,
        ),
        _limit(
            "ceus",
            "Continuing education",
            {f"{ceus}": f"up to {ceus} a year" for ceus in (8, 10, 15, 20)},
            lambda overview: overview.ceus_a_year,
        ),
        Facet("issuer", "Issuer", issuers, lambda overview, term: overview.issuer == term),
        Facet("status", "Status", _labels(Status), lambda overview, term: overview.status == term),
    )


def _labels(vocabulary: type[Term]) -> dict[str, str]:
    return {term: term.label for term in vocabulary}


def _limit(
    name: str,
    label: str,
    terms: Mapping[str, str],
    figure: Callable[[Overview], float | None],
) -> Facet:
    """A facet of limits, such as ``250`` or ``4h``, of which at most one is chosen."""

    def fits(overview: Overview, limit: str) -> bool:
        value = figure(overview)
        return value is not None and value <= float(limit.removesuffix("h"))

    return Facet(name, label, terms, fits, exclusive=True)


def _yes_or_no(name: str, label: str, answer: Callable[[Overview], bool | None]) -> Facet:
    def fits(overview: Overview, term: str) -> bool:
        return answer(overview) is (term == "yes")

    return Facet(name, label, {"yes": "yes", "no": "no"}, fits, exclusive=True)


@dataclass(frozen=True, eq=False)
class PersonalView:
    """What a person's answers make of every credential.

    Each part is worked out on first use. It stands beside the overviews, which are the same
    for everybody.
    """

    interview: Interview

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """Whether the person may sit for each exam."""
        return self.interview.verdicts

    @cached_property
    def verdict_texts(self) -> Mapping[str, str]:
        """Each verdict in a few words, or how many questions are open for it."""
        return {key: self._text_of(key, verdict) for key, verdict in self.verdicts.items()}

    def _text_of(self, key: str, verdict: Verdict) -> str:
        open_questions = (
            self.interview.questions_left_for(key) if verdict is Verdict.UNDECIDED else 0
        )
        if open_questions:
            return f"{verdict.label} ({format_count(open_questions, 'question')})"
        return format_verdict(verdict, self.likely(key), self.interview.person.holdings.get(key))

    def likely(self, key: str) -> Likelihood | None:
        """What is likely where the issuer has to be asked; None where nothing points anywhere."""
        if key not in self._likely:
            person = self.interview.person
            self._likely[key] = likely_verdict(self.interview.catalog, key, person)
        return self._likely[key]

    def outcome(self, key: str) -> Outcome:
        """The outcome of one credential. Raises KeyError for an id outside the catalog."""
        if key not in self._outcomes:
            catalog = self.interview.catalog
            costs = costs_to_earn(catalog)
            self._outcomes[key] = assess(catalog, key, self.interview.person, costs)
        return self._outcomes[key]

    @cached_property
    def _likely(self) -> dict[str, Likelihood | None]:
        return {}

    @cached_property
    def _outcomes(self) -> dict[str, Outcome]:
        return {}

    @cached_property
    def filters(self) -> Filters:
        """The filters of the catalog, with whether the person may sit among them."""
        catalog = self.interview.catalog
        forms = {key for key, sheet in catalog.credentials.items() if sheet.same_exam_as}
        return with_verdicts(credential_filters(catalog), self.verdicts, forms)
