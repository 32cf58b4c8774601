"""What import-linter cannot say of the screens: who may touch what."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

SHARED = {"charts", "components", "shell"}
FOLDERS = {"class": "classroom"}
"""The private folders of pages whose own name no package can have."""
PAGES = sorted(path for path in (ROOT / "pages").glob("[!_]*.py"))
VIEW_MODELS = sorted((ROOT / "ui").glob("*/view_model.py"))
OUTSIDE_THE_SHELL = sorted(
    path
    for folder in ("ui", "pages")
    for path in (ROOT / folder).rglob("*.py")
    if ROOT / "ui" / "shell" not in path.parents
)


def imported_modules(path: Path) -> Iterator[str]:
    """Every module that a file imports, by its dotted name, and every name out of one."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_imports_no_private_folder_but_its_own(page: Path) -> None:
    folders = {name.split(".")[1] for name in imported_modules(page) if name.startswith("ui.")}
    assert folders <= SHARED | {FOLDERS.get(page.stem, page.stem)}


@pytest.mark.parametrize("view_model", VIEW_MODELS, ids=name_of)
def test_a_view_model_knows_no_streamlit(view_model: Path) -> None:
    assert not [name for name in imported_modules(view_model) if name.startswith("streamlit")]


def lines_that_use(path: Path, *names: str) -> list[int]:
    """The lines of a file that use an attribute of one of these names, such as ``st.button``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in names
    ]


@pytest.mark.parametrize("path", OUTSIDE_THE_SHELL, ids=name_of)
def test_only_the_shell_touches_the_session(path: Path) -> None:
    assert lines_that_use(path, "session_state") == []


SCREENS = sorted(path for folder in ("ui", "pages") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", SCREENS, ids=name_of)
def test_nothing_is_kept_where_a_visitor_can_empty_it(path: Path) -> None:
    assert lines_that_use(path, "cache_resource", "cache_data") == []


@pytest.mark.parametrize("path", SCREENS, ids=name_of)
def test_only_texts_that_are_there_already_are_handed_out_by_a_button(path: Path) -> None:
    is_for_texts = path == ROOT / "ui" / "components" / "downloads.py"
    assert len(lines_that_use(path, "download_button")) == int(is_for_texts)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_that_ends_early_leaves_room_for_what_stands_below_every_page(path: Path) -> None:
    assert lines_that_use(path, "stop") == []
