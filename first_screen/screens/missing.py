"""What is said where an address leads nowhere, or while there is nothing to show."""

from collections.abc import Sequence

from markupsafe import Markup

from cert_model.catalog import AmbiguousCredential, Catalog, UnknownCredential
from cert_model.content.claims import checked_claims
from first_screen.screen import Screen, bullets, join, paragraph
from first_screen.screens.pieces import credential_link, link
from ui.shell.window import PRODUCT

_LONGEST_NAME = 100
"""Characters of an unknown name that others are held against."""


def page(catalog: Catalog) -> Screen:
    """There is no page of this name; these are the pages."""
    return _missing(
        "There is no page at this address",
        "These are the pages:",
        [link(item.label, item.page) for item in catalog.search.pages if not item.query],
    )


def credential(catalog: Catalog, name: str) -> Screen:
    """There is no credential of this name; these are the nearest."""
    links = [credential_link(catalog, key) for key in _nearest(catalog, name[:_LONGEST_NAME])]
    return _missing(
        "There is no such credential here",
        "Did you mean one of these?" if links else "",
        [*links, link("Every credential", "explore")],
    )


def _nearest(catalog: Catalog, name: str) -> Sequence[str]:
    """The ids of the credentials that a name may mean, the nearest first."""
    try:
        return [catalog.resolve(name)]
    except AmbiguousCredential as error:
        return error.candidates
    except UnknownCredential as error:
        ids = (key for near in error.nearest for key in _nearest(catalog, near))
        return list(dict.fromkeys(ids))


def claim(catalog: Catalog, name: str) -> Screen:
    """There is no claim of this name; these are the nearest."""
    claims = checked_claims(catalog)
    links = [
        link(f"“{claims.by_id[key].claim.claim}”", "claims", {"claim": key})
        for key in claims.nearest(name[:_LONGEST_NAME])
    ]
    return _missing(
        "There is no such claim here",
        "Did you mean one of these?" if links else "",
        [*links, link("Every claim", "claims")],
    )


def part_of_guide(_: Catalog, __: str) -> Screen:
    """There is no part, question or term of this name in the guide."""
    return _missing("The guide has no such part", "", [link("Guide", "guide")])


def data() -> Screen:
    """There is nothing to show until the data are mended."""
    title = "The data has errors"
    text = "Nothing is shown until they are fixed."
    return Screen(title, text, Markup(title), paragraph(text), status=503)


def screen() -> Screen:
    """What stands in the place of a screen that cannot be had at the moment."""
    return Screen(PRODUCT, "", Markup(PRODUCT), Markup(), status=503)


def _missing(title: str, before: str, links: Sequence[Markup]) -> Screen:
    return Screen(
        title=title,
        description=f"{title}.",
        heading=Markup("{}").format(title),
        answer=join(paragraph(before), bullets(links)),
        status=404,
    )
