"""What a person has chosen on one page: a frozen, typed state, and the address that shows it.

Each page declares one ``PageState``. Its fields are the page's choices; a field's alias, or its
name, is the name of the parameter in the address. ``docs/decisions`` says why Streamlit's own
``bind="query-params"`` does not do for these addresses.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Generic, NamedTuple, TypeVar, cast

from pydantic import BaseModel, ConfigDict

from cert_model.catalog import Catalog
from ui.shell.address_fields import AddressField, Options


class Refused(NamedTuple):
    """A part of an address that means nothing, and the parameter in which it stood."""

    name: str
    text: str
    why: str = ""
    """What is wrong with it, in a sentence; empty where there is no such choice."""


@dataclass(frozen=True)
class Spread:
    """Marks a mapping whose entries are parameters of their own, such as one per filter."""

    fields: Callable[[Options], Mapping[str, AddressField]]
    """The parameters by name; made once per options, so that nothing is built on a rerun."""


class PageState(BaseModel):
    """The choices of one page."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    page: ClassVar[str]
    """The page's name in the address."""
    former_names: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """What parameters were called in earlier addresses, and what they are called now."""

    @classmethod
    def settle(
        cls,
        choices: dict[str, Any],
        _options: Options,
    ) -> tuple[dict[str, Any], list[Refused]]:
        """The choices made consistent with one another, and what had to be refused for it."""
        return choices, []

    def title(self, _catalog: Catalog) -> str:
        """What the browser's tab calls the page: its name and, where it has one, its subject."""
        raise NotImplementedError

    @property
    def shown(self) -> str:
        """A name for what is read from the top; empty for a page that always shows the same."""
        return ""

    @classmethod
    def of_profile(cls, _options: Options) -> Collection[str]:
        """Names of choices that are the visitor's answers, which every page reads.

        An address that names none of them leaves them as they are.
        """
        return ()

    def implied(self) -> Collection[str]:
        """Names of choices that follow from the others, so that the address leaves them out."""
        return ()

    def undrawn(self) -> Collection[str]:
        """Names of choices for which the page draws no widget in this state."""
        return ()


S = TypeVar("S", bound=PageState)


class Parsed(NamedTuple, Generic[S]):
    """The state behind an address, and the parts of the address that mean nothing."""

    state: S
    refused: list[Refused]


@cache
def own_fields(kind: type[PageState]) -> Mapping[str, AddressField]:
    """The parameters that a state declares one by one, by their names in the address."""
    return {
        info.alias or name: AddressField(
            Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation,
            info.get_default(call_default_factory=True),
        )
        for name, info in kind.model_fields.items()
        if _spread(info.metadata) is None
    }


def address_fields(kind: type[PageState], options: Options) -> dict[str, AddressField]:
    """Every parameter of a page by its name in the address."""
    spread = (_spread(info.metadata) for info in kind.model_fields.values())
    return {
        **own_fields(kind),
        **{
            name: field
            for part in spread
            if part is not None
            for name, field in part.fields(options).items()
        },
    }


def parse_choices(
    fields: Mapping[str, AddressField], query: Mapping[str, str], options: Options
) -> tuple[dict[str, Any], list[Refused]]:
    """The choices that an address asks for, by parameter, and its parts that mean nothing."""
    choices: dict[str, Any] = {}
    refused: list[Refused] = []
    for name, field in fields.items():
        choices[name], bad = field.parse(query.get(name, ""), options)
        refused += [Refused(name, text, field.why_refused(text, options)) for text in bad]
    return choices, refused


def parse(kind: type[S], query: Mapping[str, str], options: Options) -> Parsed[S]:
    """The state that an address asks for, and the parts of the address that mean nothing."""
    fields, query = address_fields(kind, options), with_present_names(kind, query)
    choices, refused = parse_choices(fields, query, options)
    return settled(kind, choices, [*refused, *unknown_parameters(fields, query)], options)


def with_present_names(kind: type[PageState], query: Mapping[str, str]) -> dict[str, str]:
    """The parameters of an address, earlier names replaced; one named both ways is refused."""
    return {
        present if (present := kind.former_names.get(name, name)) not in query else name: text
        for name, text in query.items()
    }


def unknown_parameters(
    fields: Mapping[str, AddressField], query: Mapping[str, str]
) -> list[Refused]:
    """The parameters of an address that the page does not have."""
    return [Refused(name, text) for name, text in query.items() if name not in fields]


def settled(
    kind: type[S], choices: dict[str, Any], refused: list[Refused], options: Options
) -> Parsed[S]:
    """The state of choices made consistent; what had to go for it follows what was refused."""
    choices, inconsistent = kind.settle(choices, options)
    return Parsed(build(kind, choices, options), [*refused, *inconsistent])


def build(kind: type[S], choices: Mapping[str, Any], options: Options) -> S:
    """The state made of valid choices, which are given by their names in the address."""
    values: dict[str, Any] = {}
    for name, info in kind.model_fields.items():
        spread = _spread(info.metadata)
        if spread is None:
            values[name] = choices[info.alias or name]
        else:
            values[name] = {part: choices[part] for part in spread.fields(options)}
    return cast(S, kind.model_construct(**values))


def choices_of(state: PageState) -> dict[str, Any]:
    """The choices of a state by their names in the address."""
    choices: dict[str, Any] = {}
    for name, info in type(state).model_fields.items():
        value = getattr(state, name)
        choices |= value if _spread(info.metadata) else {info.alias or name: value}
    return choices


def format_query(state: PageState, options: Options) -> dict[str, str]:
    """The parameters of the address that shows this state; defaults are left out."""
    fields, left_out = address_fields(type(state), options), state.implied()
    texts = {name: fields[name].format(value) for name, value in choices_of(state).items()}
    return {name: text for name, text in texts.items() if text and name not in left_out}


def _spread(metadata: Sequence[Any]) -> Spread | None:
    return next((mark for mark in metadata if isinstance(mark, Spread)), None)
