"""Which first screen an address has: its page, and only what of its query tells of nobody."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from cert_model.catalog import Catalog
from first_screen.screen import Screen
from first_screen.screens import missing
from first_screen.screens.pieces import address
from first_screen.screens.register import SCREENS
from ui.shell import routes
from ui.shell.page_state import format_query, parse

Query = Mapping[str, str]


class Place(NamedTuple):
    """A first screen and the address that it is known by."""

    address: str
    """Relative to Home, with nothing of a person in it; empty for a screen of no address."""
    write: Callable[[Catalog], Screen]
    tells_of_nobody: bool
    """Whether the address that was asked for has nothing in it that may be about a person."""


def find_place(catalog: Catalog, page: str, query: Query) -> Place:
    """The place of an address: ``page`` is its name, empty for Home.

    Whatever in the query may be an answer is passed over, so that what the page says in general
    is shown. A page or a name that does not exist has a place too, whose screen says so.
    """
    screens = SCREENS.get(page or routes.START)
    if screens is None or page == routes.START:
        return Place("", missing.page, False)
    asked = {name: text for name in screens.public if (text := query.get(name))}
    options = screens.options(catalog)
    state, refused = parse(screens.kind, asked, options)
    if refused:
        return Place("", lambda catalog: screens.missing(catalog, refused[0].text), False)
    named = format_query(state, options)
    public = {name: named[name] for name in screens.public if name in named}
    return Place(
        address(page or routes.START, public),
        lambda catalog: screens.write(catalog, state),
        tells_of_nobody=query.keys() <= set(screens.public),
    )


def every_address(catalog: Catalog) -> Iterator[str]:
    """The address of every first screen, relative to Home, for search engines."""
    for name, screens in SCREENS.items():
        yield address(name)
        yield from (address(name, query) for query in screens.queries(catalog))
