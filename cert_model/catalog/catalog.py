"""The loaded catalog: a frozen object from which everything else is computed."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from hashlib import sha256
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from cert_model.catalog.names import resolve_name
from cert_model.catalog.subjects import FactRef, find_facts, sheets_by_subject
from cert_model.loading.yaml_reader import Document
from cert_model.schema import (
    Careers,
    ClaimFile,
    Credential,
    Evidence,
    Issuer,
    Preparation,
    QuestionFile,
    SearchFile,
    Source,
    Texts,
)
from cert_model.schema.dates import last_day

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, repr=False)
class Catalog:
    """Credentials, issuers and sources by id, and everything else that ``data/`` holds."""

    credentials: Mapping[str, Credential]
    issuers: Mapping[str, Issuer]
    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    """The file behind each issuer, credential and text, for messages that name a line."""
    preparation: Preparation
    """Training programs, materials, CEU offers and funding."""
    careers: Careers
    """Pay, outlook and surveys."""
    questions: QuestionFile
    """The words of the questionnaire."""
    claims: ClaimFile
    """What people say, and whether it is true."""
    texts: Texts
    """The guide, the common questions and the glossary."""
    today: date
    search: SearchFile = field(default_factory=SearchFile.model_construct)
    """The pages of the app, and words that mean the same."""
    computed: dict[tuple[Any, ...], Any] = field(init=False, default_factory=dict)
    """What ``once_per_catalog`` keeps: each answer, by the function and its arguments."""

    def resolve(self, name: str) -> str:
        """The id behind ``aapc/cpc``, ``CPC`` or ``cpc``.

        Raises UnknownCredential, with the candidates or the nearest ids, where the name
        fits none or several.
        """
        return resolve_name(name, self.credentials)

    def find_fact(self, ref: FactRef) -> Evidence:
        """The fact at a place. Raises LookupError where there is none."""
        part: Any = (
            self.credentials.get(ref.subject) or self.issuers.get(ref.subject) or self.preparation
        )
        for step in ref.path:
            part = part[step] if isinstance(step, int) else getattr(part, step)
        if not isinstance(part, Evidence):
            raise LookupError(f"{ref} is not a fact")
        return part

    @cached_property
    def labels(self) -> dict[str, str]:
        """The label of each credential: its code, with the issuer where two share it."""
        shared = Counter(sheet.code for sheet in self.credentials.values())
        return {
            key: f"{sheet.code} ({self.issuers[sheet.issuer].letters})"
            if shared[sheet.code] > 1
            else sheet.code
            for key, sheet in self.credentials.items()
        }

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of each kind of thing the catalog holds."""
        return {
            "credentials": len(self.credentials),
            "issuers": len(self.issuers),
            "facts": sum(1 for _ in find_facts(sheets_by_subject(self))),
            "sources": len(self.sources),
            "wages": len(self.careers.wages.rows),
            "surveys": len(self.careers.surveys.rows),
        }

    @cached_property
    def newest_evidence(self) -> date:
        """The newest day on which a source is dated or was read, never after today."""
        dates = [source.date or source.seen for source in self.sources.values()]
        return min(self.today, max(last_day(day) for day in dates if day))

    @cached_property
    def fingerprint(self) -> str:
        """Twelve characters that change whenever any fact does."""
        sheets = [
            *self.sources.values(),
            *self.issuers.values(),
            *self.credentials.values(),
            self.preparation,
            self.careers,
            self.claims,
        ]
        digest = sha256()
        for sheet in sheets:
            digest.update(sheet.model_dump_json().encode())
        return digest.hexdigest()[:12]


def once_per_catalog(
    compute: Callable[Concatenate[Catalog, P], T],
) -> Callable[Concatenate[Catalog, P], T]:
    """Decorate a function of a catalog, so that each catalog has each answer computed once.

    Further arguments are hashable and few: the answers live as long as the catalog. They are
    shared, so their readers must not change them.
    """

    @wraps(compute)
    def shared(catalog: Catalog, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (compute, args, tuple(kwargs.items()))
        if key not in catalog.computed:
            catalog.computed[key] = compute(catalog, *args, **kwargs)
        return cast(T, catalog.computed[key])

    return cast(Callable[Concatenate[Catalog, P], T], shared)
