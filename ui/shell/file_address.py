"""The addresses of files to take away: the page's own, with the answers that bear on the file."""

from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.eligibility.questionnaire import Interview
from cert_model.explore.credential_filters import PersonalView
from ui.shell import visitor_code
from ui.shell.address_fields import Options
from ui.shell.page_state import PageState, Refused, format_query, parse
from ui.shell.visitor import Visitor
from ui.shell.visitor_code import ME, BadVisitorCode

_ANSWER = "answer."
"""What an answer's parameter begins with, so that no choice of a page has the same name."""

S = TypeVar("S", bound=PageState)


class FileRequest(NamedTuple, Generic[S]):
    """What a file is asked for: the choices of its page, the person, and what means nothing."""

    state: S
    options: Options
    person: PersonalView
    refused: Sequence[Refused]


def format_file_query(
    state: PageState, options: Options, answers: Mapping[str, str]
) -> dict[str, str]:
    """The parameters of a file's address for a page in this state and a person's answers."""
    of_person = {f"{_ANSWER}{question}": text for question, text in sorted(answers.items())}
    return {**format_query(state, options), **of_person}


def parse_file_query(kind: type[S], query: Mapping[str, str], catalog: Catalog) -> FileRequest[S]:
    """What an address asks for; the parts of it that mean nothing are ``refused``."""
    of_person = {name: text for name, text in query.items() if name.startswith(_ANSWER)}
    of_page = {name: text for name, text in query.items() if name not in of_person}
    answers = {name.removeprefix(_ANSWER): text for name, text in of_person.items()}
    person = view_of(catalog, answers)
    options = Options(catalog, person.filters)
    state, refused = parse(kind, of_page, options)
    unusable = person.interview.parsed.refused
    refused += [Refused(f"{_ANSWER}{question}", text) for question, text in unusable]
    return FileRequest(state, options, person, refused)


class VisitorRequest(NamedTuple, Generic[S]):
    """What a file is asked for that tells of a person: the choices of its page, and the profile."""

    state: S
    visitor: Visitor
    refused: Sequence[Refused]


def format_visitor_query(state: PageState, options: Options, visitor: Visitor) -> dict[str, str]:
    """The parameters of the address of a page, or of its file, for a visitor with this profile."""
    code = visitor_code.encode(visitor)
    return {**format_query(state, options), **({ME: code} if code else {})}


def parse_visitor_query(
    kind: type[S], query: Mapping[str, str], catalog: Catalog
) -> VisitorRequest[S]:
    """What such an address asks for; the parts of it that mean nothing are ``refused``."""
    of_page = {name: text for name, text in query.items() if name != ME}
    state, refused = parse(kind, of_page, Options(catalog))
    code = query.get(ME)
    if not code:
        return VisitorRequest(state, Visitor(), refused)
    try:
        visitor, dropped = visitor_code.decode(catalog, code)
    except BadVisitorCode as error:
        return VisitorRequest(state, Visitor(), [*refused, Refused(ME, code, str(error))])
    return VisitorRequest(state, visitor, [*refused, *(Refused(ME, key) for key in dropped)])


def view_of(catalog: Catalog, answers: Mapping[str, str]) -> PersonalView:
    """The catalog as somebody with these answers sees it; all who gave none share a view."""
    return PersonalView(Interview(catalog, answers)) if answers else view_of_nobody(catalog)


@once_per_catalog
def view_of_nobody(catalog: Catalog) -> PersonalView:
    """The catalog as somebody sees it who has answered nothing."""
    return PersonalView(Interview(catalog, {}))
