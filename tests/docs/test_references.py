"""Whatever the documentation names exists: files, parts of the code, targets of make, links."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, code_blocks, prose
from tests.paths import ROOT

PACKAGES = ("cert_model", "api", "ui", "pages", "service", "scripts", "benchmarks", "tests")
PACKAGED = {"datapackage.json", "llms.txt", "fact-sheet.schema.json"}
EXAMPLES = {"me.yaml", "abc.yaml", "verdicts.errors.csv", "mcp.json", *PACKAGED}
"""Files of a reader and of a reader's programs, and of the data package."""
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()} | {"<page>"}
SUFFIXES = "py|ya?ml|csv|md|toml|txt|json|png"


def spans(page: str) -> Iterator[str]:
    """What stands between backticks in the prose of a page."""
    yield from re.findall(r"`([^`\n]+)`", prose(page))


def paths_in(page: str) -> Iterator[str]:
    """The paths that a page names, as patterns: ``data/issuers/<issuer>.yaml`` has a ``*``."""
    for span in spans(page):
        is_below = re.fullmatch(r"[\w.<>*-]+(/[\w.<>*-]+)*/?", span) and "/" in span
        is_file = re.fullmatch(rf"[\w.-]+\.({SUFFIXES})", span)
        if (is_below and span.split("/")[0] in FOLDERS) or (is_file and span not in EXAMPLES):
            yield re.sub(r"<\w+>", "*", span)


@pytest.mark.parametrize(
    ("page", "path"), [(page, path) for page in PAGES for path in sorted(set(paths_in(page)))]
)
def test_a_path_that_a_page_names_exists(page: str, path: str) -> None:
    assert any(ROOT.glob(path) if "/" in path else matches_anywhere(path)), f"{page}: {path}"


def matches_anywhere(name: str) -> Iterator[Path]:
    """The files of that name in a folder of the project, or beside them."""
    yield from ROOT.glob(name)
    for package in (*PACKAGES, "data", "docs"):
        yield from (ROOT / package).rglob(name)


def dotted_names_in(page: str) -> Iterator[str]:
    """The names of the code's own modules and of what is in them, such as ``cert_model.cli``."""
    for span in spans(page):
        if re.fullmatch(rf"({'|'.join(PACKAGES)})(\.[A-Za-z_]\w*)+", span):
            yield span


@pytest.mark.parametrize(
    ("page", "name"),
    [(page, name) for page in PAGES for name in sorted(set(dotted_names_in(page)))],
)
def test_a_dotted_name_that_a_page_uses_exists(page: str, name: str) -> None:
    assert resolves(name), f"{page}: {name}"


def resolves(name: str) -> bool:
    """Whether a dotted name is a module, or something within one."""
    module, _, attribute = name.rpartition(".")
    try:
        importlib.import_module(name)
    except ModuleNotFoundError:
        return bool(module) and hasattr(importlib.import_module(module), attribute)
    return True


def links_in(page: str) -> Iterator[str]:
    """The links and pictures of a page that stay within the project."""
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if not re.match(r"[a-z]+:", target):
            yield target


@pytest.mark.parametrize(
    ("page", "target"), [(page, link) for page in PAGES for link in sorted(set(links_in(page)))]
)
def test_a_link_between_pages_leads_somewhere(page: str, target: str) -> None:
    address, _, anchor = target.partition("#")
    linked = (ROOT / page).parent / address if address else ROOT / page
    assert linked.exists(), f"{page}: {target}"
    if anchor:
        name = linked.resolve().relative_to(ROOT).as_posix()
        headings = re.findall(r"^#+ (.+)$", prose(name), flags=re.MULTILINE)
        assert anchor in {anchor_of(heading) for heading in headings}, f"{page}: {target}"


def anchor_of(heading: str) -> str:
    """The anchor that a heading gets on the web."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize(
    "target",
    sorted(
        {
            target
            for page in PAGES
            for text in (*spans(page), *code_blocks(page, "sh"))
            for target in re.findall(r"^make ([a-z-]+)", text, flags=re.MULTILINE)
        }
    ),
)
def test_a_target_of_make_that_a_page_names_exists(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)


def test_every_page_is_reached_by_links_from_the_readme() -> None:
    reached, waiting = set[str](), ["README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        for target in links_in(page):
            linked = ((ROOT / page).parent / target.partition("#")[0]).resolve()
            linked = linked / "README.md" if linked.is_dir() else linked
            name = linked.relative_to(ROOT).as_posix()
            if name in PAGES and name not in reached:
                waiting.append(name)
    assert set(PAGES) - reached == {"SECURITY.md"}
