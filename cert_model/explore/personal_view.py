"""The catalog as one person sees it, each part by credential id."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from cert_model.eligibility.questionnaire import Interview
from cert_model.explore.credential_filters import credential_filters, with_verdicts
from cert_model.explore.filters import Filters
from cert_model.formatting import format_count
from cert_model.vocabulary import Verdict


@dataclass(frozen=True)
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
        """Each verdict in a word or two, or how many questions away it is."""
        away = {key: self.interview.questions_left_for(key) for key in self.verdicts}
        return {
            key: f"{format_count(away[key], 'question')} away" if away[key] else verdict.label
            for key, verdict in self.verdicts.items()
        }

    @cached_property
    def filters(self) -> Filters:
        """The filters of the catalog, with whether the person may sit among them."""
        return with_verdicts(credential_filters(self.interview.catalog), self.verdicts)
