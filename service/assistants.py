"""The server for assistants beside the pages, where ``CERTLENS_MCP=1`` asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.gates import served_hosts
from ui.shell import routes
from ui.shell.resources import catalog

if TYPE_CHECKING:
    from api.assistants.http import AssistantsOverHttp


def assistants_over_http(base: str) -> AssistantsOverHttp | None:
    """What answers assistants below the path of the app; None where it is not asked for."""
    if not routes.assistants_are_answered():
        return None
    # Its library takes a third of a second to import, which nobody else has to wait for.
    from api.assistants.http import AssistantsOverHttp  # noqa: PLC0415

    return AssistantsOverHttp(base, catalog, served_hosts())
