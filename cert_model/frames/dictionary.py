"""The column dictionary as Markdown, for the documentation and for the data package."""

from collections.abc import Iterator
from inspect import getdoc

from cert_model.frames.columns import COLUMNS
from cert_model.frames.frames import Frames


def describe_frame(name: str) -> str:
    """What a row of a frame is, in a sentence or two."""
    return getdoc(getattr(Frames, name)) or ""


def column_dictionary() -> Iterator[str]:
    """The lines of a section for every frame: what a row is, and what each column holds."""
    for name, columns in COLUMNS.items():
        yield f"## {name}\n\n{describe_frame(name)}\n"
        yield "| column | type | what it holds |\n| --- | --- | --- |"
        for column in columns:
            yield f"| `{column.name}` | {column.dtype} | {column.meaning} |"
        yield ""
