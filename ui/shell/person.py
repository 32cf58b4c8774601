"""The person at the screen: their answers live in the session, and in one page's address.

Nothing is stored or logged. Every page may ask what the answers make of a credential.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.eligibility.questionnaire import UNSURE, Interview, with_answer
from cert_model.eligibility.questionnaire.answers import catalog_topics
from cert_model.eligibility.questionnaire.topics import BadAnswer, Topic
from cert_model.explore.personal_view import PersonalView
from ui.shell import old_address as address
from ui.shell import resources

PAGE = "eligibility"
_VIEW = "person:view"
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


def params(catalog: Catalog) -> list[Answer]:
    """Every question, as the address writes its answer."""
    return [Answer(topic) for topic in catalog_topics(catalog).values()]


def answers(catalog: Catalog) -> dict[str, str]:
    """The answers given so far, by question id."""
    held = {name: st.session_state.get(address.key(PAGE, name)) for name in catalog_topics(catalog)}
    return {name: text for name, text in held.items() if text}


def personal_view(catalog: Catalog) -> PersonalView:
    """What the answers make of the catalog; worked out anew only when they change."""
    given = answers(catalog)
    if not given:
        return _view_of_nobody()
    view: PersonalView | None = st.session_state.get(_VIEW)
    if view is None or view.interview.answers != given or view.interview.catalog is not catalog:
        view = PersonalView(Interview(catalog, given))
        st.session_state[_VIEW] = view
    return view


@st.cache_resource
def _view_of_nobody() -> PersonalView:
    """The view of somebody who has answered nothing, which all such people share."""
    return PersonalView(Interview(resources.catalog(), {}))


def drop_what_means_nothing(catalog: Catalog) -> list[address.Refused]:
    """Take out answers that contradict the others, and name them."""
    refused = personal_view(catalog).interview.parsed.refused
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
