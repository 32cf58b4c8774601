"""The choices of a page that stand for a part of the visitor's profile, kept in step with it.

A page marks such a choice: ``ids: Annotated[tuple[CredentialId, ...], Shared(PICKED)]``. Where the
address of a page names a choice, the page shows that, and the profile stays as it was; where it
names none, the page begins with the profile. What somebody changes on the page changes the profile
as well, but for a list that an address named, which is the page's own.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from cert_model.careers import BadPay, parse_pay
from cert_model.catalog import Catalog
from cert_model.explore.comparison import MAX_COMPARED
from cert_model.vocabulary import State
from ui.shell import person, session
from ui.shell.page_state import PageState


class Meeting(NamedTuple):
    """A choice of a page and a part of the profile, before one of them wins.

    On a page that is opened, what its address names wins, else the profile. Later, what somebody
    changed on the page wins.
    """

    choice: Any
    """What the page would show by itself."""
    default: Any
    before: tuple[Any, Any] | None
    """The choice and the part of the profile when the page was last drawn; None if never."""
    is_opened: bool
    """Whether the page is opened anew, or reached by the buttons of the browser."""
    is_named: bool
    """Whether the address that opens it names the choice."""

    @property
    def is_changed(self) -> bool:
        """Whether somebody changed the choice on the page."""
        return self.before is not None and self.choice != self.before[0]


class Part(ABC):
    """A part of the profile as pages show it; its ``agree`` says whether the page or it wins."""

    @abstractmethod
    def read(self, catalog: Catalog) -> Any:
        """The part as it stands; None or something empty where the visitor said nothing."""

    @abstractmethod
    def agree(self, catalog: Catalog, meeting: Meeting) -> Any:
        """The choice to show, once the profile has taken up what was changed on the page."""


class _Mirrored(Part):
    """A part that pages show as it is, in words of their own."""

    @abstractmethod
    def write(self, catalog: Catalog, choice: Any) -> None:
        """Have the profile say what was chosen on a page."""

    @abstractmethod
    def shown(self, part: Any) -> Any:
        """A part of the profile as the choice of a page."""

    def agree(self, catalog: Catalog, meeting: Meeting) -> Any:
        part, before = self.read(catalog), meeting.before
        followed = before is not None and before[0] == self._choice_for(before[1], meeting.default)
        if meeting.is_opened:
            follows = not meeting.is_named and (bool(part) or followed)
        elif meeting.is_changed:
            follows = self._take_up(catalog, meeting.choice, followed)
            part = self.read(catalog)
        else:
            follows = followed
        return self._choice_for(part, meeting.default) if follows else meeting.choice

    def _choice_for(self, part: Any, default: Any) -> Any:
        return self.shown(part) if part else default

    def _take_up(self, catalog: Catalog, choice: Any, _followed: bool) -> bool:
        """Have the profile say what was changed; whether the page then shows the profile."""
        self.write(catalog, choice)
        return False


class _Ids(_Mirrored):
    """A list of credentials; one that an address named stays the page's own."""

    def shown(self, part: tuple[str, ...]) -> tuple[str, ...]:
        return part[:MAX_COMPARED]

    def beyond(self, catalog: Catalog) -> tuple[str, ...]:
        """The ids for which a page has no room."""
        ids: tuple[str, ...] = self.read(catalog)[MAX_COMPARED:]
        return ids

    def _take_up(self, catalog: Catalog, choice: Any, followed: bool) -> bool:
        if followed:
            self.write(catalog, choice)
        return followed


class _Picked(_Ids):
    def read(self, catalog: Catalog) -> tuple[str, ...]:
        return person.visitor(catalog).picked

    def write(self, catalog: Catalog, choice: tuple[str, ...]) -> None:
        person.change(catalog, picked=(*choice, *self.beyond(catalog)))


class _Held(_Ids):
    def read(self, catalog: Catalog) -> tuple[str, ...]:
        return person.held(catalog)

    def write(self, catalog: Catalog, choice: tuple[str, ...]) -> None:
        person.hold(catalog, (*choice, *self.beyond(catalog)))


class _AddedHoldings(_Held):
    """What is held on the page about it: what an address names is added, and no box changes it."""

    def agree(self, catalog: Catalog, meeting: Meeting) -> Any:
        ids = self.read(catalog)
        new = [key for key in meeting.choice if key not in ids]
        if meeting.is_opened and meeting.is_named and new:
            person.hold(catalog, (*ids, *new))
        return self.read(catalog)


@dataclass(frozen=True)
class _Said(_Mirrored):
    """A field of the profile, by its name; what somebody changes on a page overwrites it."""

    name: str
    from_choice: Callable[[Any], Any] = lambda choice: choice
    to_choice: Callable[[Any], Any] = lambda part: part

    def read(self, catalog: Catalog) -> Any:
        return getattr(person.visitor(catalog), self.name)

    def write(self, catalog: Catalog, choice: Any) -> None:
        person.change(catalog, **{self.name: self.from_choice(choice)})

    def shown(self, part: Any) -> Any:
        return self.to_choice(part)


class _AddedPicks(_Picked):
    """The shortlist on the page where it is made: what an address names is added to it."""

    def agree(self, catalog: Catalog, meeting: Meeting) -> Any:
        picked = self.read(catalog)
        if meeting.is_opened and meeting.is_named:
            person.change(catalog, picked=(*picked, *meeting.choice))
        return self.read(catalog)


class _OneOfPicked(_Picked):
    """The credential of a page that is about one: a picked one, unless the address names it."""

    def agree(self, catalog: Catalog, meeting: Meeting) -> Any:
        picked = self.read(catalog)
        keeps = meeting.is_named or not meeting.is_opened or meeting.choice in picked
        return meeting.choice if keeps or not picked else picked[0]


@dataclass(frozen=True)
class _Wished(Part):
    """One of the visitor's wishes, on the page that asks for it: what its address names is said."""

    name: str

    def read(self, catalog: Catalog) -> Any:
        return getattr(person.visitor(catalog).wishes, self.name)

    def agree(self, catalog: Catalog, meeting: Meeting) -> Any:
        if meeting.is_named or (meeting.is_changed and not meeting.is_opened):
            wishes = replace(person.visitor(catalog).wishes, **{self.name: meeting.choice})
            person.change(catalog, wishes=wishes)
        return self.read(catalog)


def _dollars(typed: str) -> int | None:
    """The pay that somebody typed; None where it is none."""
    try:
        return round(parse_pay(typed))
    except BadPay:
        return None


PICKED = _Picked()
"""The shortlist, as the list of a page that holds a few credentials against each other."""
ADDED_PICKS = _AddedPicks()
ONE_OF_PICKED = _OneOfPicked()
HELD = _Held()
"""What the visitor holds."""
ADDED_HOLDINGS = _AddedHoldings()
HOME_STATE = _Said("home_state", lambda state: state and str(state), State)
PAY = _Said("pay", _dollars, str)
HOURS_A_WEEK = _Said("hours_a_week")
SITUATION = _Wished("situation")
DRAW = _Wished("draw")
PRIORITY = _Wished("priority")
STUDENT = _Said("is_student", "yes".__eq__, lambda _: "yes")


@dataclass(frozen=True)
class Shared:
    """Marks a choice that stands for a part of the profile."""

    part: Part


@cache
def shared_parts(kind: type[PageState]) -> Mapping[str, Part]:
    """The parts of the profile that a page shows, by the name of the choice in its address."""
    return {
        info.alias or name: mark.part
        for name, info in kind.model_fields.items()
        for mark in info.metadata
        if isinstance(mark, Shared)
    }


def agree(
    kind: type[PageState],
    choices: Mapping[str, Any],
    defaults: Mapping[str, Any],
    catalog: Catalog,
    *,
    is_opened: bool,
    named: Mapping[str, str],
) -> dict[str, Any]:
    """The choices that a page shows once it and the profile agree."""
    agreed = dict(choices)
    for name, part in shared_parts(kind).items():
        before = session.note(_note(kind, name))
        meeting = Meeting(
            choices[name], defaults[name], before, is_opened, bool(is_opened and named.get(name))
        )
        agreed[name] = part.agree(catalog, meeting)
        session.keep_note(_note(kind, name), (agreed[name], part.read(catalog)))
    return agreed


def _note(kind: type[PageState], name: str) -> str:
    return f"shared:{kind.page}:{name}"
