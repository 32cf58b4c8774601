"""Claims that circulate, each held against its sources."""

from typing import Annotated, ClassVar

from pydantic import Field

from cert_model.schema.facts import CredentialId, Model, Period, SourceId, Text
from cert_model.schema.texts import Passage, Slug
from cert_model.vocabulary import ClaimTopic, ClaimVerdict


class Claim(Passage):
    """What people say, and how it holds; ``src`` names the evidence, not who says it."""

    PROSE: ClassVar[tuple[str, ...]] = ("right",)

    id: Slug
    """Its name in addresses; it never changes."""
    topic: ClaimTopic
    claim: Text
    """As people say it, figures included."""
    verdict: ClaimVerdict
    right: Text
    """What is right, in our words; its figures are placeholders that draw on the catalog."""
    since: Period | None = None
    """When the claim stopped being true, or from when on what is right holds."""
    said_by: tuple[SourceId, ...] = ()
    """Pages on which the claim was read."""
    src: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """The evidence: pages that bear the verdict."""
    credentials: tuple[CredentialId, ...] = ()
    """The credentials it is about."""


class ClaimFile(Model):
    """``data/claims.yaml``."""

    NAME: ClassVar[str] = "claims"
    """The name under which the catalog keeps the document behind it."""

    claims: tuple[Claim, ...] = ()
