"""The person at the screen: their answers live in the session, and in one page's address.

Nothing is stored or logged. Every page may ask what the answers make of a credential.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.catalog.overview import Overview
from cert_model.eligibility import Profile
from cert_model.eligibility.questionnaire import UNSURE, Interview, with_answer
from cert_model.eligibility.questionnaire.answers import catalog_topics
from cert_model.eligibility.questionnaire.topics import BadAnswer, Topic
from cert_model.explore.filters import FilterIndex
from cert_model.formatting import format_count
from ui.explore import results
from ui.shell import address, resources

PAGE = "eligibility"
_MINE = address.key(PAGE, "mine")
_ORDER = address.key(PAGE, "order")


@dataclass(frozen=True)
class Answer:
    """The answer to one question, as the address writes it."""

    topic: Topic

    @property
    def name(self) -> str:
        """The id of the question."""
        return self.topic.id

    def parse(self, text: str) -> tuple[str | None, list[str]]:
        """The answer, or the text that means nothing."""
        if not text:
            return None, []
        try:
            if text != UNSURE:
                self.topic.apply_answer(Profile(), text)
        except BadAnswer:
            return None, [text]
        return text, []

    def format(self, value: str | None) -> str:
        """The answer as it is."""
        return value or ""


@dataclass(frozen=True)
class Mine:
    """The catalog as one person sees it, each part worked out when a page first asks."""

    interview: Interview

    @cached_property
    def overviews(self) -> dict[str, Overview]:
        """The headline figures of every credential, with the verdict."""
        verdicts = self.interview.verdicts
        return {
            key: replace(overview, verdict=verdicts[key])
            for key, overview in resources.overviews().items()
        }

    @cached_property
    def filters(self) -> FilterIndex:
        """The filters, with whether one may sit among them."""
        return resources.filters().with_verdicts(self.interview.verdicts)

    @cached_property
    def standings(self) -> dict[str, str]:
        """By credential, the verdict in a word or two, or how many questions away it is."""
        away = {key: self.interview.questions_left_for(key) for key in self.interview.verdicts}
        return {
            key: f"{format_count(away[key], 'question')} away" if away[key] else verdict.label
            for key, verdict in self.interview.verdicts.items()
        }

    @cached_property
    def rows(self) -> dict[str, results.Row]:
        """The finished table row of every credential."""
        return {
            key: results.for_person(row, self.standings[key])
            for key, row in resources.result_rows().items()
        }


def params(catalog: Catalog) -> list[Answer]:
    """Every question, as the address writes its answer."""
    return [Answer(topic) for topic in catalog_topics(catalog).values()]


def answers(catalog: Catalog) -> dict[str, str]:
    """The answers given so far, by question id."""
    held = {name: st.session_state.get(address.key(PAGE, name)) for name in catalog_topics(catalog)}
    return {name: text for name, text in held.items() if text}


def mine(catalog: Catalog) -> Mine:
    """What the answers make of the catalog; worked out anew only when they change."""
    given = answers(catalog)
    if not given:
        return _nobody()
    held: Mine | None = st.session_state.get(_MINE)
    if held is None or held.interview.answers != given or held.interview.catalog is not catalog:
        held = Mine(Interview(catalog, given))
        st.session_state[_MINE] = held
    return held


@st.cache_resource
def _nobody() -> Mine:
    """What is so for somebody who has answered nothing: the same for everybody."""
    return Mine(Interview(resources.catalog(), {}))


def drop_what_means_nothing(catalog: Catalog) -> list[address.Refused]:
    """Take out answers that contradict the others, and name them."""
    refused = mine(catalog).interview.parsed.refused
    for name, _ in refused:
        st.session_state[address.key(PAGE, name)] = None
    return [address.Refused(name, text) for name, text in refused]


def give(catalog: Catalog, question: str, text: str | None) -> None:
    """Callback: put an answer in, or take it back; what only followed from it goes too."""
    order = [each for each in given_in_order(catalog) if each != question]
    keep(catalog, with_answer(answers(catalog), question, text))
    st.session_state[_ORDER] = [*order, question] if text else order


def keep(catalog: Catalog, given: Mapping[str, str]) -> None:
    """Callback: hold these answers and no others."""
    for name in catalog_topics(catalog):
        st.session_state[address.key(PAGE, name)] = given.get(name)
    st.session_state[_ORDER] = list(given)


def given_in_order(catalog: Catalog) -> list[str]:
    """The questions answered, the last one last; as they are listed, where an address gave them."""
    return list(st.session_state.get(_ORDER) or answers(catalog))
