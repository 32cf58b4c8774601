"""The documents of prose: pages of the app, questions, guide, glossary and claims."""

from collections.abc import Iterable, Iterator

from cert_model.catalog import Catalog
from cert_model.content import write_text
from cert_model.content.claims import checked_claims
from cert_model.content.texts import glossary_terms
from cert_model.formatting.markdown import heading_anchor
from cert_model.schema.texts import PageLink
from cert_model.site_search.documents import Document, Place, sentences_of
from cert_model.vocabulary import DocumentKind


def text_documents(catalog: Catalog) -> Iterator[Document]:
    """Every document of prose."""
    yield from _pages(catalog)
    yield from _questions(catalog)
    yield from _guide(catalog)
    yield from _terms(catalog)
    yield from _claims(catalog)


def _pages(catalog: Catalog) -> Iterator[Document]:
    titles = {page.page: page.label for page in catalog.search.pages if not page.query}
    for page in catalog.search.pages:
        whole = titles.get(page.page, page.label)
        yield Document(
            id=f"page:{heading_anchor(page.label)}",
            kind=DocumentKind.PAGE,
            title=page.label,
            trail="Page" if whole == page.label else f"Page › {whole}",
            place=Place(page.page, page.query),
            sentences=tuple(sentences_of(page.text)),
            also=page.also,
        )


def _questions(catalog: Catalog) -> Iterator[Document]:
    for question in catalog.texts.faq.questions:
        answer = write_text(catalog, question.text, question.src)
        about = _linked(catalog, question.doors)
        yield Document(
            id=f"question:{question.id}",
            kind=DocumentKind.QUESTION,
            title=question.question,
            trail="Guide › Questions people ask",
            place=Place("guide", {"question": question.id}),
            sentences=tuple(sentences_of(answer.markdown)),
            sources=answer.sources,
            context=tuple(catalog.labels[key] for key in about),
            credentials=about,
        )


def _linked(catalog: Catalog, links: Iterable[PageLink]) -> tuple[str, ...]:
    """The ids of the credentials that the pages behind some links are about."""
    texts = (text for link in links for text in link.query.values())
    ids = dict.fromkeys(key for text in texts for key in text.split(","))
    return tuple(key for key in ids if key in catalog.credentials)


def _guide(catalog: Catalog) -> Iterator[Document]:
    for chapter in catalog.texts.guide:
        summary = write_text(catalog, chapter.text, chapter.src)
        yield Document(
            id=f"guide:{chapter.id}",
            kind=DocumentKind.GUIDE,
            title=chapter.title,
            trail="Guide",
            place=Place("guide", {"chapter": chapter.id}),
            sentences=tuple(sentences_of(summary.markdown)),
            sources=summary.sources,
        )
        for section in chapter.sections:
            text = write_text(catalog, section.text, section.src)
            anchor = heading_anchor(section.title)
            yield Document(
                id=f"guide:{chapter.id}:{anchor}",
                kind=DocumentKind.GUIDE,
                title=section.title,
                trail=f"Guide › {chapter.title}",
                place=Place("guide", {"chapter": chapter.id}, anchor),
                sentences=tuple(sentences_of(text.markdown)),
                sources=text.sources,
            )


def _terms(catalog: Catalog) -> Iterator[Document]:
    for key, explained in glossary_terms(catalog).items():
        yield Document(
            id=f"term:{key}",
            kind=DocumentKind.TERM,
            title=explained.term.title,
            trail="Guide › Glossary",
            place=Place("guide", {"term": key}),
            sentences=tuple(sentences_of(explained.text.markdown)),
            sources=explained.text.sources,
            also=explained.term.also,
        )


def _claims(catalog: Catalog) -> Iterator[Document]:
    for key, checked in checked_claims(catalog).by_id.items():
        claim = checked.claim
        yield Document(
            id=f"claim:{key}",
            kind=DocumentKind.CLAIM,
            title=f"“{claim.claim}”",
            trail=f"Claims › {claim.verdict.label}",
            place=Place("claims", {"claim": key}),
            sentences=tuple(sentences_of(checked.right.markdown)),
            sources=checked.right.sources,
            credentials=claim.credentials,
        )
