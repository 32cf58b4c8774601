"""Guide: a chapter, a question with its answer, or terms, each with its sources."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.site_search.documents import sentences_of
from first_screen.screen import Screen, Section, bullets, fold, join, prose
from first_screen.screens.pieces import link
from ui.components import prose as evidence
from ui.components.markdown_html import to_html
from ui.guide import view_model
from ui.guide.view_model import GLOSSARY, QUESTIONS, GuideState, GuideView, Passage, part_titles

PAGE = GuideState.page


def screen(catalog: Catalog, state: GuideState) -> Screen:
    """The first screen of a part of the guide, or of a question or a term in it."""
    view = view_model.build(catalog, state)
    passages = list(_passages(view))
    first = passages[0] if passages else None
    return Screen(
        title=state.title(catalog),
        description=_describe(view, first),
        heading=Markup("Guide"),
        answer=Markup("<nav>{}</nav>").format(bullets(_parts(catalog))),
        sections=[*(_section(catalog, passage) for passage in passages), *_lists(view)],
        subject=_question(first) if state.question and first else None,
        kind="FAQPage" if state.question else "WebPage",
    )


def queries(catalog: Catalog) -> Iterator[Mapping[str, str]]:
    """The choices of every part, question and term."""
    _, *others = part_titles(catalog)  # the first is the page itself
    yield from ({"chapter": name} for name in others)
    yield from ({"question": item.id} for item in catalog.texts.faq.questions)
    yield from ({"term": item.id} for item in catalog.texts.glossary.terms)


def _describe(view: GuideView, first: Passage | None) -> str:
    if first is not None:
        return " ".join(sentences_of(first.text.markdown))
    return f"{view.title}: the field of medical coding credentials in plain words."


def _parts(catalog: Catalog) -> Iterable[Markup]:
    return (link(title, PAGE, {"chapter": name}) for name, title in part_titles(catalog).items())


def _passages(view: GuideView) -> Iterator[Passage]:
    """The texts that are open."""
    if view.state.part == QUESTIONS:
        if view.answer is not None:
            yield view.answer
    elif view.state.part == GLOSSARY:
        if view.chosen_term is not None:
            yield view.chosen_term
    else:
        yield view.summary
        yield from view.sections


def _section(catalog: Catalog, passage: Passage) -> Section:
    text = passage.text
    doors = (link(door.label, door.page, door.query) for door in passage.links)
    behind = to_html("\n\n".join(evidence.evidence(catalog, text))) if text.sources else Markup()
    return Section(
        passage.title,
        join(to_html(text.markdown), bullets(doors), fold(f"Sources: {passage.title}", behind)),
    )


def _lists(view: GuideView) -> Iterator[Section]:
    """All questions, or all terms with their meanings, in their parts of the guide."""
    if view.state.part == QUESTIONS and view.answer is None:
        questions = view.matching_questions
        yield Section(
            view.title,
            bullets(link(item.question, PAGE, {"question": item.id}) for item in questions),
        )
    if view.state.part == GLOSSARY:
        yield Section(
            "All terms" if view.chosen_term else view.title,
            prose(*(explained.line for explained in view.terms.values())),
        )


def _question(passage: Passage) -> dict[str, Any]:
    answer = {"@type": "Answer", "text": " ".join(sentences_of(passage.text.markdown))}
    return {"@type": "Question", "name": passage.title, "acceptedAnswer": answer}
