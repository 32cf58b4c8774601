"""The person at the screen: their answers live in the session, and in one page's address.

Nothing is stored or logged. Every page may ask what the answers make of a credential.
"""

from collections.abc import Mapping
from functools import partial
from typing import Annotated

from pydantic import AfterValidator

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.eligibility import Profile
from cert_model.eligibility.questionnaire import UNSURE, Interview, with_answer
from cert_model.eligibility.questionnaire.answers import catalog_topics
from cert_model.eligibility.questionnaire.topics import Topic
from cert_model.explore.credential_filters import PersonalView
from ui.shell import session
from ui.shell.address_fields import AddressField, Options
from ui.shell.file_address import view_of_nobody

PAGE = "eligibility"
"""The page on which the answers are given, and whose address shows them."""
_VIEW = "person:view"
_ORDER = "person:order"


def answer_fields(options: Options) -> Mapping[str, AddressField]:
    """The parameters of the address for the answers, by question id, sorted."""
    return _answer_fields(options.catalog)


@once_per_catalog
def _answer_fields(catalog: Catalog) -> Mapping[str, AddressField]:
    return {
        name: AddressField(Annotated[str, AfterValidator(partial(_check_answer, topic))] | None)
        for name, topic in sorted(catalog_topics(catalog).items())
    }


def _check_answer(topic: Topic, text: str) -> str:
    """The answer as it is. Raises BadAnswer where it means nothing to its question."""
    if text != UNSURE:
        topic.apply_answer(Profile(), text)
    return text


def answers(catalog: Catalog) -> dict[str, str]:
    """The answers given so far, by question id, in the order in which they are read."""
    choices = {name: session.choice(PAGE, name) for name in catalog_topics(catalog)}
    return {name: text for name, text in choices.items() if text}


def personal_view(catalog: Catalog) -> PersonalView:
    """What the answers make of the catalog; worked out anew only when they change."""
    current = answers(catalog)
    if not current:
        return view_of_nobody(catalog)
    view: PersonalView | None = session.note(_VIEW)
    if view is None or view.interview.answers != current or view.interview.catalog is not catalog:
        view = PersonalView(Interview(catalog, current))
        session.keep_note(_VIEW, view)
    return view


def answer(catalog: Catalog, question: str, text: str) -> None:
    """Callback: give or change one answer; what only followed from the former one goes too."""
    earlier = [name for name in answered_in_order(catalog) if name != question]
    replace_answers(catalog, with_answer(answers(catalog), question, text))
    session.keep_note(_ORDER, [*earlier, question])


def replace_answers(catalog: Catalog, new: Mapping[str, str]) -> None:
    """Callback: keep these answers and no others."""
    session.choose(PAGE, {name: new.get(name) for name in _answer_fields(catalog)})
    session.keep_note(_ORDER, list(new))


def answered_in_order(catalog: Catalog) -> list[str]:
    """The questions answered, the last one last.

    Those answered by an address come first, in the order in which answers are read.
    """
    current = answers(catalog)
    noted = [name for name in session.note(_ORDER, ()) if name in current]
    return [*(name for name in current if name not in noted), *noted]
