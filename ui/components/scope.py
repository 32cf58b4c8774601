"""What credentials cover: a table with a filled cell for each place of work and code set."""

from collections.abc import Collection, Iterable, Sequence
from html import escape as as_html
from pathlib import Path

import streamlit as st

from cert_model.formatting import NOT_FOUND
from cert_model.overview import Overview
from cert_model.vocabulary import CodeSet, Setting, Term

_STYLE = f"<style>{(Path(__file__).parent / 'scope.css').read_text(encoding='utf-8')}</style>"


def draw(credentials: Sequence[Overview], caption: str) -> None:
    """Draw what the credentials cover; ``caption`` says what one sees."""
    st.html(_STYLE)
    st.html(table(credentials, caption))


def table(credentials: Sequence[Overview], caption: str) -> str:
    """A row for each credential, a column for each place and code set that one of them covers."""
    places = _covered(Setting, (overview.settings for overview in credentials))
    code_sets = _covered(CodeSet, (overview.code_sets for overview in credentials))
    rows = "".join(
        f'<tr><th scope="row" title="{as_html(overview.name)}">{as_html(overview.label)}</th>'
        f"{_cells(overview.settings, places, 'place')}"
        f"{_cells(overview.code_sets, code_sets, 'code-set')}</tr>"
        for overview in credentials
    )
    is_unknown = any(overview.code_sets is None for overview in credentials)
    note = f"<p>? {NOT_FOUND}</p>" if code_sets and is_unknown else ""
    return (
        f'<div class="scope"><table><caption>{as_html(caption)}</caption><thead>'
        f"<tr><td></td>{_group('Where', places)}{_group('Code sets', code_sets)}</tr>"
        f"<tr><td></td>{_headings(places)}{_headings(code_sets)}</tr>"
        f"</thead><tbody>{rows}</tbody></table>{note}</div>"
    )


def _covered(
    vocabulary: Iterable[Term], of_credentials: Iterable[Collection[Term] | None]
) -> Sequence[Term]:
    """The terms that a credential covers, in the order of their vocabulary."""
    covered = {term for terms in of_credentials for term in terms or ()}
    return [term for term in vocabulary if term in covered]


def _group(title: str, terms: Sequence[Term]) -> str:
    return f'<th scope="colgroup" colspan="{len(terms)}">{title}</th>' if terms else ""


def _headings(terms: Sequence[Term]) -> str:
    return "".join(f'<th scope="col"><span>{as_html(term.label)}</span></th>' for term in terms)


def _cells(covered: Collection[Term] | None, columns: Sequence[Term], kind: str) -> str:
    if covered is None:
        return '<td class="unknown">?</td>' * len(columns)
    filled = f'<td class="{kind}"><span>yes</span></td>'
    return "".join(filled if term in covered else "<td></td>" for term in columns)
