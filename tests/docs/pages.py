"""The pages of documentation that the tests read."""

import re

from tests.paths import ROOT

PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md"))]
}
"""The text of every page of documentation, by its path."""
README = PAGES["README.md"]


def code_blocks(page: str, language: str) -> list[str]:
    """The fenced code blocks of a page that are written in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", PAGES[page], flags=re.DOTALL | re.MULTILINE)


def prose(page: str) -> str:
    """A page without its fenced code blocks."""
    return re.sub(r"^```.*?^```", "", PAGES[page], flags=re.DOTALL | re.MULTILINE)
