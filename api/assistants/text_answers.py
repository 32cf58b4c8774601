"""What is answered in prose: what a search finds, and whether a claim holds."""

from collections.abc import Iterator

from api.assistants.answer import AnswerDraft, ShortAnswer
from cert_model.catalog import Catalog
from cert_model.content.claims import CheckedClaim, checked_claims, describe_claims
from cert_model.site_search import Answer, Hit, find, stated_as
from cert_model.site_search.sentences import describe
from cert_model.vocabulary import DocumentKind

MOST_CLAIMS = 3
_ANSWERED_WHOLE = (DocumentKind.QUESTION, DocumentKind.TERM, DocumentKind.CLAIM)
"""Kinds of which the whole text is the answer, not the sentence that was found."""


def search(catalog: Catalog, query: str, kind: DocumentKind | None, most: int) -> ShortAnswer:
    """What a query finds, the best first."""
    answer = find(catalog, query, kind)
    draft = AnswerDraft(catalog, "Ask more narrowly.")
    draft.say(*_about_hits(answer, most))
    for hit in answer.hits[:most]:
        _state_hit(draft, catalog, hit)
    return draft.finish()


def _about_hits(answer: Answer, most: int) -> Iterator[str]:
    """How much was found and is shown; the nearest words where nothing was."""
    if answer.hits:
        yield describe(answer)
        if len(answer.hits) > most:
            yield f"The best {most} follow."
    else:
        yield "Nothing was found."
        if answer.suggestions:
            yield f"The nearest words that find something: {', '.join(answer.suggestions)}."


def _state_hit(draft: AnswerDraft, catalog: Catalog, hit: Hit) -> None:
    document = hit.document
    credential = document.credentials[0] if len(document.credentials) == 1 else None
    what = f"{document.kind.label}: {document.title}"
    statement = stated_as(catalog, document, hit.whole)
    if statement is not None:
        draft.state(what, hit.whole, statement.parts, credential=credential)
        return
    is_whole = document.kind in _ANSWERED_WHOLE
    value = " ".join(document.sentences) if is_whole else hit.whole
    draft.cite(what, value, document.sources, credential)


def check_claim(catalog: Catalog, query: str) -> ShortAnswer:
    """How claims like the one in the query hold: their verdicts, and what is right."""
    claims = list(_claims_like(catalog, query))[:MOST_CLAIMS]
    draft = AnswerDraft(catalog)
    if not claims:
        draft.say(
            "No claim like this was checked. That says nothing about whether it is true; "
            "the tool search may find what it is about."
        )
    else:
        draft.say(describe_claims(claims))
    for checked in claims:
        claim = checked.claim
        verdict = f"{claim.verdict.label}. {checked.right.plain}"
        draft.cite(f"“{claim.claim}” ({claim.id})", verdict, checked.right.sources, None)
    return draft.finish()


def _claims_like(catalog: Catalog, query: str) -> Iterator[CheckedClaim]:
    """The claim with this id, or those that a search finds, the best first."""
    by_id = checked_claims(catalog).by_id
    if query in by_id:
        yield by_id[query]
        return
    for hit in find(catalog, query, DocumentKind.CLAIM).hits:
        yield by_id[hit.document.id.partition(":")[2]]
