"""What to do first: at most four steps that can be taken this week, each with where to take it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urlsplit

from cert_model.catalog import Catalog
from cert_model.formatting import join_words
from cert_model.paths.answer import Answer, Opening
from cert_model.paths.payers import payers_for
from cert_model.paths.sentences import mark_of
from cert_model.paths.steps import Action, Step
from cert_model.schema import Credential
from cert_model.schema.facts import find_statements
from cert_model.schema.texts import PageLink

MOST_FIRST_STEPS = 4


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One thing to do first."""

    text: str
    pages: tuple[PageLink, ...] = field(default=())
    """The pages of the app on which to do it."""
    url: str | None = None
    """The issuer's own page to open; None where none is known."""


def first_steps(catalog: Catalog, answer: Answer) -> list[FirstStep]:
    """The first steps of a plan: what costs nothing comes before what does."""
    steps = (
        *_what_to_settle(answer),
        *_send_the_proof(answer),
        *_who_pays(catalog, answer),
        *(step for doing in _starting(answer) for step in _begin(catalog, answer, doing)),
        *_read_the_issuers_page(catalog, answer),
    )
    return list(islice(steps, MOST_FIRST_STEPS))


def _what_to_settle(answer: Answer) -> Iterator[FirstStep]:
    """The questions to answer where a step may not be needed at all."""
    answering = (_page("Answer", "eligibility", **{"for": answer.target}),)
    if answer.opening is Opening.WITH_DIPLOMA:
        text = "Tell us whether you have a high school diploma. Without one, it comes first."
        yield FirstStep(text, answering)
    unsettled = [step for step in answer.plan.steps if step.may_be_met]
    if answer.opening is Opening.UNSETTLED:
        text = "Answer what decides if you are eligible now: a license, a degree, years of work."
        yield FirstStep(text, answering)
    elif unsettled:
        what = join_words(dict.fromkeys(step.brief for step in unsettled))
        text = f"Tell us if you already have {what}. The plan may get shorter."
        yield FirstStep(text, answering)


def _send_the_proof(answer: Answer) -> Iterator[FirstStep]:
    """The proof that removes a mark, where nothing has to be done before it."""
    for step in answer.plan.steps:
        if step.action is Action.APPRENTICE_REMOVAL and not step.starts.typical:
            yield FirstStep(f"{step.what}.")


def _who_pays(catalog: Catalog, answer: Answer) -> Iterator[FirstStep]:
    if answer.plan.cost.money and payers_for(catalog, answer.plan, with_training=True):
        link = _page("Who may pay", "prepare", id=answer.target, view="payers")
        yield FirstStep("Ask who may pay before you buy anything.", (link,))


def _starting(answer: Answer) -> list[Step]:
    """What starts right away, apart from formalities."""
    starting = [step for step in answer.plan.steps if step.brief and not step.starts.typical]
    return sorted(starting, key=lambda step: step.action is Action.EXAM)


def _begin(catalog: Catalog, answer: Answer, step: Step) -> Iterator[FirstStep]:
    key = step.credential or answer.target
    if step.action is Action.EXAM:
        label = catalog.labels[key]
        link = _page("Study plan", "prepare", id=key)
        yield FirstStep(f"Start studying for the {label}: make a weekly plan.", (link,))
    elif step.action is Action.WORK:
        link = _page("Work and pay", "careers")
        yield FirstStep(f"Complete {step.brief}, and keep dated proof.", (link,))
    elif step.action in (Action.PROGRAM, Action.DEGREE):
        link = _page("Programs", "prepare", id=key, view="programs")
        yield FirstStep(f"Compare ways to get {step.brief}, and what they cost.", (link,))


def _read_the_issuers_page(catalog: Catalog, answer: Answer) -> Iterator[FirstStep]:
    """The issuer's own page to read before paying."""
    sheet, label = catalog.credentials[answer.target], catalog.labels[answer.target]
    page = issuers_page(catalog, answer.target)
    if page is not None:
        is_passed = answer.opening is Opening.LOSE_MARK
        what = f"how the {mark_of(sheet)} is removed" if is_passed else "the fees"
        letters = catalog.issuers[sheet.issuer].letters
        text = f"Check {letters}'s own page on the {label}, above all {what}."
        yield FirstStep(text, url=page)


def issuers_page(catalog: Catalog, key: str) -> str | None:
    """The newest page on the issuer's own site that is about a credential; else its website.

    A page is about the credential of whose facts more rest on it than of any other's.
    """
    sheet = catalog.credentials[key]
    website = catalog.issuers[sheet.issuer].website
    others = [
        _citations(other)
        for other in catalog.credentials.values()
        if key not in (other.id, other.same_exam_as)
    ]
    pages = [
        catalog.sources[source]
        for source, times in _citations(sheet).most_common()
        if all(times > other[source] for other in others)
        and _host(catalog.sources[source].url) == _host(website)
    ]
    newest = max(pages, key=lambda page: page.date or page.seen or "", default=None)
    return website if newest is None else newest.url


def _citations(sheet: Credential) -> Counter[str]:
    """How many statements of a fact sheet rest on each source."""
    return Counter(source for _, statement in find_statements(sheet) for source in statement.src)


def _host(url: str | None) -> str:
    """The site of an address, without ``www``; empty for none. A copy lies on another one."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _page(label: str, page: str, **query: str) -> PageLink:
    return PageLink(label=label, page=page, query=query)
