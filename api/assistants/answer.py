"""The short answer of every tool: sentences, then lines, each with its date and its sources."""

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import shorten
from typing import Literal

from mcp_types import CallToolResult, TextContent
from pydantic import BaseModel, ConfigDict, Field

from cert_model.catalog import Catalog
from cert_model.catalog.standing import best_evidence, sources_best_first
from cert_model.formatting import NOT_FOUND
from cert_model.schema import Evidence, Source
from cert_model.vocabulary import Standing

MOST_CHARACTERS = 6_000
"""Of the lines of an answer with their sources, as text."""
LONGEST_VALUE = 400
LONGEST_SENTENCES = 2_000
_SOURCES_OF_A_LINE = 2
_WORST_FIRST = list(reversed(Standing))

Basis = Literal["read", "estimated", "worked out", "not found"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class SourceNote(_Part):
    """A page that was read."""

    id: str
    title: str
    publisher: str | None
    url: str | None
    date: str | None = Field(description="The date on the page, or of the day it was read.")


class AnswerLine(_Part):
    """One thing that the answer states."""

    credential: str | None = Field(description="The id of the credential that it is about.")
    what: str
    value: str = Field(description='In words; "not found" where nobody was found to publish it.')
    basis: Basis = Field(
        description="read: it stands in the sources. estimated: a rule made it from the sources "
        "of others, never call it a fact. worked out: CertLens added it up or sorted it."
    )
    as_of: str | None = Field(description="When it held; of several facts the oldest.")
    standing: Standing | None = Field(description="Who says so and how recently; the weakest.")
    sources: list[str] = Field(description="Ids of the best sources, which stand below.")


class ShortAnswer(_Part):
    """What a tool answers."""

    says: list[str] = Field(description="The answer in sentences.")
    lines: list[AnswerLine]
    left_out: str | None = Field(description="What did not fit, and how to get it.")
    sources: list[SourceNote]
    today: date = Field(description="The day on which the data were looked at.")
    data: str = Field(description="The fingerprint of the data, to cite them by.")

    def as_result(self) -> CallToolResult:
        """The answer as the protocol has it: as text to read, and as data."""
        text = "\n".join(_text_lines(self))
        return CallToolResult(
            content=[TextContent(type="text", text=text)],
            structured_content=self.model_dump(mode="json"),
        )


class AnswerDraft:
    """Collects what an answer states, and keeps it short."""

    def __init__(self, catalog: Catalog, more: str = "") -> None:
        """``more`` says how to get what does not fit."""
        self._catalog = catalog
        self._more = more
        self._says: list[str] = []
        self._lines: list[AnswerLine] = []
        self._sources: dict[str, SourceNote] = {}
        self._room = MOST_CHARACTERS
        self._left_out = 0

    def say(self, *sentences: str) -> None:
        """Add sentences of the answer, as long as there is room for them."""
        for sentence in sentences:
            if sentence and sum(map(len, (*self._says, sentence))) <= LONGEST_SENTENCES:
                self._says.append(sentence)

    def state(
        self,
        what: str,
        value: str,
        evidence: Sequence[Evidence] = (),
        *,
        credential: str | None = None,
        estimated: bool = False,
        worked_out: bool = False,
    ) -> None:
        """Add a line with what it rests on; without ``evidence`` it is worked out as well."""
        basis: Basis = "read" if evidence and not worked_out else "worked out"
        if value == NOT_FOUND:
            basis = "not found"
        elif estimated:
            basis = "estimated"
        self._add(what, value, basis, evidence, credential)

    def cite(self, what: str, value: str, sources: Iterable[str], credential: str | None) -> None:
        """Add a line that rests on sources as a whole rather than on single statements."""
        cited = [self._catalog.sources[key] for key in list(sources)[:_SOURCES_OF_A_LINE]]
        basis: Basis = "read" if cited else "worked out"
        self._fit(_line(what, value, basis, cited, credential), cited)

    def finish(self) -> ShortAnswer:
        """The answer."""
        left_out = None
        if self._left_out:
            noun = "line does" if self._left_out == 1 else "lines do"
            left_out = f"{self._left_out} more {noun} not fit here. {self._more}".rstrip()
        return ShortAnswer(
            says=self._says,
            lines=self._lines,
            left_out=left_out,
            sources=list(self._sources.values()),
            today=self._catalog.today,
            data=self._catalog.fingerprint,
        )

    def _add(
        self, what: str, value: str, basis: Basis, evidence: Sequence[Evidence], of: str | None
    ) -> None:
        catalog = self._catalog
        best = [best_evidence(part, catalog.sources, catalog.today)[0] for part in evidence]
        cited = _best_sources(catalog, evidence)
        standing = min(best, key=_WORST_FIRST.index, default=None)
        if basis == "estimated":
            standing = Standing.ESTIMATED
        as_of = min((part.as_of for part in evidence if part.as_of), default=None)
        self._fit(_line(what, value, basis, cited, of, as_of, standing), cited)

    def _fit(self, line: AnswerLine, cited: Sequence[Source]) -> None:
        """Keep a line if there is room for it and for the sources that it brings along."""
        notes = [_note(source) for source in cited if source.id not in self._sources]
        size = sum(map(len, (_line_text(line), *map(_source_text, notes)))) + 1 + len(notes)
        if self._left_out or size > self._room:
            self._left_out += 1
            return
        self._room -= size
        self._lines.append(line)
        self._sources.update({note.id: note for note in notes})


def _line(
    what: str,
    value: str,
    basis: Basis,
    cited: Sequence[Source],
    credential: str | None,
    as_of: str | None = None,
    standing: Standing | None = None,
) -> AnswerLine:
    return AnswerLine(
        credential=credential,
        what=what,
        value=shorten(value, LONGEST_VALUE, placeholder=" …"),
        basis=basis,
        as_of=as_of,
        standing=standing,
        sources=[source.id for source in cited],
    )


def _best_sources(catalog: Catalog, evidence: Sequence[Evidence]) -> list[Source]:
    """The best sources of a statement; of several statements the best of each."""
    ranked = [sources_best_first(part, catalog.sources, catalog.today) for part in evidence]
    if len(ranked) == 1:
        return ranked[0][:_SOURCES_OF_A_LINE]
    return list({sources[0].id: sources[0] for sources in ranked}.values())[:_SOURCES_OF_A_LINE]


def _note(source: Source) -> SourceNote:
    return SourceNote(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        url=source.url,
        date=source.date or source.seen,
    )


def _text_lines(answer: ShortAnswer) -> Iterable[str]:
    """The answer line by line, as an assistant reads it."""
    yield " ".join(answer.says)
    yield from map(_line_text, answer.lines)
    if answer.left_out:
        yield answer.left_out
    if answer.sources:
        yield "Sources:"
        yield from map(_source_text, answer.sources)
    yield f"CertLens, data {answer.data} as of {answer.today.isoformat()}."


def _line_text(line: AnswerLine) -> str:
    remarks: list[str] = [line.basis] if line.basis in ("worked out", "estimated") else []
    remarks += [f"as of {line.as_of}"] if line.as_of else []
    remarks += [line.standing.label] if line.standing and line.basis == "read" else []
    about = f"{line.credential}: " if line.credential else ""
    basis = f" ({'; '.join(remarks)})" if remarks else ""
    cited = f" [{', '.join(line.sources)}]" if line.sources else ""
    return f"- {about}{line.what}: {line.value}{basis}{cited}"


def _source_text(note: SourceNote) -> str:
    parts = (note.title, note.publisher, note.date, note.url)
    return f"[{note.id}] {', '.join(filter(None, parts))}"
