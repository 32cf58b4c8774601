"""Whatever came from outside is shown as code, so that nobody can plant a link in our words."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from cert_model.catalog import Catalog
from cert_model.content.claims import checked_claims
from cert_model.explore.filters import Filters
from tests.app.sessions import open_page
from tests.app.states import STATES
from ui.claims.view_model import ClaimsState
from ui.shell.address_fields import Options
from ui.shell.page_state import PageState, address_fields

PLANTED = "www.evil.example"
HOSTILE = f"<b>see {PLANTED}/login `"
BASE = {
    "careers": {"plan": "cpc", "view": "payback"},
    "compare": {"ids": "cpc,ccs"},
    "costs": {"ids": "cpc"},
    "credential": {"id": "cpc"},
    "guide": {"chapter": "questions"},
    "prepare": {"id": "cpc"},
}
"""What a page needs to show all of itself; the other parameters are hostile."""
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def strings(message: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a message to the browser, with its place."""
    if isinstance(message, dict):
        for name, part in message.items():
            yield from strings(part, f"{path}.{name}")
    elif isinstance(message, list):
        for part in message:
            yield from strings(part, path)
    elif isinstance(message, str):
        yield path, message


def places_of(app: AppTest, planted: str) -> list[str]:
    """Where a page shows a text otherwise than as code, or in the box in which it was typed."""
    sent = [MessageToDict(node.proto) for node in app._tree if getattr(node, "proto", None)]
    return [
        f"{path}: {text}"
        for message in sent
        if "language" not in message  # a block of code
        for path, text in strings(message)
        if planted in CODE.sub("", text) and path not in (".value", ".default")
        if not (path == ".url" and text.startswith("files/"))  # a download of this very list
    ]


def parameters(kind: type[PageState], options: Options) -> dict[str, str]:
    hostile = dict.fromkeys(address_fields(kind, options), HOSTILE) | {PLANTED: "x"}
    return hostile | BASE.get(kind.page, {})


@pytest.mark.parametrize("kind", STATES, ids=lambda kind: kind.page)
def test_an_address_plants_no_link(catalog: Catalog, index: Filters, kind: type[PageState]) -> None:
    filters = checked_claims(catalog).filters if kind is ClaimsState else index
    app = open_page(kind.page, **parameters(kind, Options(catalog, filters)))
    assert places_of(app, "evil") + places_of(app, "<b>") == []
    assert PLANTED in app.warning[0].value


def test_a_file_of_the_data_plants_no_link(
    another_process: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"{PLANTED}.yaml").write_text("x: 1\n")
    monkeypatch.setenv("CERTLENS_DATA", str(tmp_path))
    app = open_page("home")
    assert PLANTED in app.code[0].value
    assert places_of(app, "evil") + places_of(app, "<b>") == []
