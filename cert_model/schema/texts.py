"""Prose that people read: sentences with live figures, and what they rest on."""

from typing import ClassVar

from cert_model.schema.facts import Evidence, SourceId


class Passage(Evidence):
    """Prose in Markdown, whose every figure is drawn from the catalogue.

    A figure is a placeholder such as ``{{ fact("aapc/cpc", "exam.questions") }}``; see
    ``cert_model.texts``. What the placeholders rest on need not be named again.
    """

    PROSE: ClassVar[tuple[str, ...]] = ("text",)
    """The fields that hold prose."""

    src: tuple[SourceId, ...] = ()
    """Ids of the sources of what is said without a figure."""
