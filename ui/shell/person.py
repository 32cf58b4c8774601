"""The person at the screen: one profile in the session, which every page reads and may change.

Nothing is stored or logged. The answers are the choices of the page on which they are given; what
the person holds is among them, and nowhere else. Every page may ask what the answers make of a
credential.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Annotated, Any

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
from ui.shell.visitor import MOST_PICKED, Visitor

PAGE = "eligibility"
"""The page on which the answers are given, and whose address shows them."""
HELD = "credentials"
"""The id of the question on the credentials that the person holds."""
_BESIDE_ANSWERS = "person:visitor"
"""The note that keeps the rest of the profile."""
_VIEW = "person:view"
_ORDER = "person:order"
_ANSWERS = "person:answers"
_NOBODY = Visitor()


@dataclass
class _Read:
    """What was read from the session, which takes a while and is asked often."""

    catalog: Catalog
    changes: int
    """How often the choices of the page had been set by then."""
    answers: Mapping[str, str]
    beside: Visitor | None = None
    """The rest of the profile that ``visitor`` was made of."""
    visitor: Visitor = _NOBODY


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
    return dict(_read(catalog).answers)


def _read(catalog: Catalog) -> _Read:
    changes = session.changes(PAGE)
    read: _Read | None = session.note(_ANSWERS)
    if read is None or read.changes != changes or read.catalog is not catalog:
        choices = {name: session.choice(PAGE, name) for name in catalog_topics(catalog)}
        given = {name: text for name, text in choices.items() if text}
        read = _Read(catalog, changes, given)
        session.keep_note(_ANSWERS, read)
    return read


def visitor(catalog: Catalog) -> Visitor:
    """The profile as it stands, without what the catalog does not know or is not held."""
    beside: Visitor = session.note(_BESIDE_ANSWERS, _NOBODY)
    read = _read(catalog)
    if read.beside is not beside:
        read.beside, read.visitor = beside, _visitor(catalog, beside)
    return read.visitor


def _visitor(catalog: Catalog, kept: Visitor) -> Visitor:
    """The profile of the answers and what is kept beside them."""
    ids = held(catalog)
    issuers = {catalog.credentials[key].issuer for key in ids}
    return replace(
        kept,
        answers=personal_view(catalog).interview.parsed.answers,
        picked=tuple(key for key in kept.picked if key in catalog.credentials),
        passed={key: day for key, day in kept.passed.items() if key in ids},
        renews={key: day for key, day in kept.renews.items() if key in issuers},
        earned={key: ceus for key, ceus in kept.earned.items() if key in issuers},
    )


def change(catalog: Catalog, **changes: Any) -> None:
    """Callback: change parts of the profile, by the names of its fields; the others stay.

    ``change(catalog, picked=("aapc/cpc",), hours_a_week=8)``. Raises TypeError for other names.
    """
    changed = replace(visitor(catalog), **changes)
    if "answers" in changes:
        replace_answers(catalog, changed.answers)
    picked = tuple(dict.fromkeys(changed.picked))[:MOST_PICKED]
    session.keep_note(_BESIDE_ANSWERS, replace(changed, answers=Visitor().answers, picked=picked))


def become(catalog: Catalog, other: Visitor) -> None:
    """Callback: take up another profile as a whole."""
    change(catalog, **{part.name: getattr(other, part.name) for part in fields(other)})


def pick(key: str) -> None:
    """Callback: put a credential at the end of the shortlist, where it still has room."""
    kept: Visitor = session.note(_BESIDE_ANSWERS, _NOBODY)
    picked = tuple(dict.fromkeys((*kept.picked, key)))[:MOST_PICKED]
    session.keep_note(_BESIDE_ANSWERS, replace(kept, picked=picked))


def unpick(key: str) -> None:
    """Callback: take a credential off the shortlist."""
    kept: Visitor = session.note(_BESIDE_ANSWERS, _NOBODY)
    picked = tuple(other for other in kept.picked if other != key)
    session.keep_note(_BESIDE_ANSWERS, replace(kept, picked=picked))


def held(catalog: Catalog) -> tuple[str, ...]:
    """The ids of the credentials that the person holds, as far as they said."""
    return personal_view(catalog).interview.profile.credentials or ()


def hold(catalog: Catalog, ids: Sequence[str]) -> None:
    """Callback: the person holds these; none of them leaves open what they hold."""
    text = ",".join(ids) or None
    replace_answers(catalog, with_answer(answers(catalog), HELD, text))


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
