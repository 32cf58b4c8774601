"""The view model of the Am I eligible? page: plain rows and sentences to draw."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.eligibility import (
    MAY_SIT,
    SETTLED_FOR_GOOD,
    IdsByVerdict,
    Unlock,
    exam_ids,
    find_unlocks,
    ids_by_verdict,
    receipt,
)
from cert_model.eligibility.questionnaire import UNSURE, Interview
from cert_model.eligibility.sentences import (
    next_step,
    question_reach,
    verdict_summary,
)
from cert_model.eligibility.unlock_sentences import unlock_summary, unlock_texts
from cert_model.explore.comparison import MAX_COMPARED
from cert_model.explore.credential_filters import PersonalView
from cert_model.explore.ordering import sort_by_level_and_cost
from cert_model.formatting import as_sentence
from cert_model.formatting.markdown import escape
from cert_model.overview import Overview, costs_to_earn, overviews
from cert_model.schema.texts import Question
from cert_model.vocabulary import Role, Verdict
from ui.eligibility import receipt_page
from ui.eligibility.answer_texts import format_answer
from ui.eligibility.rows import FIRST, AnswerRow, AskedQuestion, OutcomeCard, OutcomeGroup
from ui.eligibility.state import EligibilityState

HELD = "credentials"
"""The id of the question on the credentials that somebody holds."""
_FAR_OFF = (Verdict.NOT_YET, Verdict.ASK_ISSUER, Verdict.CLOSED)
_MOST_PEOPLE = 128
"""Answers whose single changes are kept for each catalog."""


@dataclass(frozen=True)
class EligibilityView:
    """The next question and the outcomes; each part is worked out when it is first drawn."""

    catalog: Catalog
    person: PersonalView
    state: EligibilityState

    @property
    def interview(self) -> Interview:
        """The person's answers, held against the catalog."""
        return self.person.interview

    @cached_property
    def ids(self) -> list[str]:
        """The exams whose outcomes are shown, in order: those chosen, or all that matter."""
        ids = self.state.ids or exam_ids(self.catalog, self.person.verdicts)
        by_level = sort_by_level_and_cost(overviews(self.catalog)[key] for key in ids)
        return sorted((row.id for row in by_level), key=lambda key: not self._interests(key))

    @cached_property
    def ids_by_verdict(self) -> IdsByVerdict:
        """These exams by verdict; every count and list on the page comes from it."""
        return ids_by_verdict(self.person.verdicts, self.ids)

    @cached_property
    def scope(self) -> list[str]:
        """Of these exams, those that the questions are about: in the work that interests."""
        return [key for key in self.ids if self._interests(key)]

    def _interests(self, key: str) -> bool:
        """Whether an exam is of the work that interests the person, if they named any."""
        interests = () if self.state.ids else self.state.interests
        return not interests or bool(set(interests) & set(self.catalog.credentials[key].roles))

    @property
    def scope_title(self) -> str:
        """What the questions are about, on the button that changes it."""
        if self.state.ids:
            return f"Only about {', '.join(self.catalog.labels[key] for key in self.state.ids)}"
        if self.state.interests:
            labels = (Role(role).label.lower() for role in self.state.interests)
            return f"First about {', '.join(labels)}"
        return "Ask only about …"

    @cached_property
    def asked(self) -> AskedQuestion | None:
        """The question gone back to, or the one that settles most; None where none is left."""
        given = self.interview.parsed.answers
        if self.state.question:
            question = self._questions[self.state.question]
            answer = given.get(question.id)
            note = "Changing this answer keeps all the others."
            return AskedQuestion(question, note if answer else "", answer, is_next=False)
        following = self.interview.next_question(self.scope, self.state.skipped)
        if following is None:
            return None
        question = following.question
        note = question_reach(following, "in this work" if self.state.interests else "")
        return AskedQuestion(question, note, given.get(question.id), is_next=True)

    @property
    def may_name_credentials(self) -> bool:
        """Whether the person has yet to say which credentials they hold, and is not asked now."""
        is_asked = self.asked is not None and self.asked.question.id == HELD
        return HELD not in self.interview.parsed.answers and not is_asked

    @property
    def has_skipped_questions(self) -> bool:
        """Whether questions that were left for later could still change an outcome."""
        return self.interview.next_question(self.scope) is not None

    @property
    def unsure_questions(self) -> list[Question]:
        """The questions that were answered with "I don't know"."""
        given = self.interview.parsed.answers
        return [item for item in self._questions.values() if given.get(item.id) == UNSURE]

    @cached_property
    def _questions(self) -> dict[str, Question]:
        return {item.id: item for item in self.catalog.questions.questions}

    @property
    def answers(self) -> list[AnswerRow]:
        """Every answer in words, in the order of the questionnaire."""
        given = self.interview.parsed.answers
        return [
            AnswerRow(item.id, item.ask, format_answer(self.catalog, item, given[item.id]))
            for item in self._questions.values()
            if item.id in given
        ]

    @property
    def standing(self) -> str:
        """How many of these exams the person may sit for now, and how many are open."""
        return verdict_summary(self.ids_by_verdict)

    @property
    def standing_by_exam(self) -> list[tuple[str, Verdict, str]]:
        """The label of each exam, its verdict, and this in words; empty for a long list."""
        if len(self.ids) > MAX_COMPARED:
            return []
        labels, verdicts = self.catalog.labels, self.person.verdicts
        return [
            (labels[key], verdicts[key], self.person.verdict_texts[key])
            for keys in self.ids_by_verdict.values()
            for key in keys
        ]

    @property
    def standing_by_verdict(self) -> dict[Verdict, list[str]]:
        """The labels of the exams by verdict, without the verdicts that none has.

        The label of a credential held with a mark says so: "CPC as CPC-A".
        """
        return {
            verdict: [self._label_with_mark(key) for key in keys]
            for verdict, keys in self.ids_by_verdict.items()
            if keys
        }

    def _label_with_mark(self, key: str) -> str:
        holding = self.interview.person.holdings.get(key)
        label = self.catalog.labels[key]
        return f"{label} as {holding.letters}" if holding and holding.is_marked else label

    @property
    def likely_labels(self) -> dict[Verdict, list[str]]:
        """By verdict that is likely, the labels of exams to ask the issuer about."""
        labels: dict[Verdict, list[str]] = {}
        for key in self.ids_by_verdict[Verdict.ASK_ISSUER]:
            likely = self.person.likely(key)
            if likely is not None:
                labels.setdefault(likely.verdict, []).append(self.catalog.labels[key])
        return labels

    @property
    def groups(self) -> list[OutcomeGroup]:
        """The outcomes by verdict, those of interest first within each.

        Of a long list, what is far off is shown on demand alone.
        """
        rows = overviews(self.catalog)
        is_long = len(self.ids) > MAX_COMPARED
        return [
            OutcomeGroup(
                verdict,
                [rows[key] for key in keys],
                at_once=0 if is_long and verdict in _FAR_OFF else FIRST,
            )
            for verdict, keys in self.ids_by_verdict.items()
            if keys
        ]

    def order_of(self, group: OutcomeGroup) -> str:
        """How the outcomes of a verdict are ordered; empty where that is of no interest."""
        if len(group.overviews) == 1 or group.verdict in SETTLED_FOR_GOOD:
            return ""
        order = "entry level first, then by cost to earn"
        is_partial = len(self.scope) < len(self.ids)
        return f"work that interests you first, then {order}" if is_partial else order

    def card(self, overview: Overview) -> OutcomeCard:
        """The outcome of one credential; it takes a while to work out."""
        outcome = self.person.outcome(overview.id)
        open_questions = self.interview.question_texts_for(overview.id)
        is_open = outcome.verdict is Verdict.UNDECIDED and bool(open_questions)
        return OutcomeCard(
            overview,
            outcome,
            _card_facts(overview, outcome.verdict),
            next_step(outcome, open_questions),
            can_ask=is_open and not self.state.is_about_one,
        )

    @cached_property
    def may_sit_ids(self) -> list[str]:
        """The exams of interest that are open now, entry level first, then the cheapest."""
        return [key for key in self.scope if self.person.verdicts[key] in MAY_SIT]

    @cached_property
    def unlocks(self) -> list[Unlock]:
        """Every single change that would open one of these exams, the nearest first."""
        answers = tuple(self.interview.answers.items())
        return _unlocks(self.catalog)(answers, tuple(self.ids))

    @property
    def unlock_summary(self) -> str:
        """How many single changes would open an exam."""
        return unlock_summary(self.unlocks)

    @property
    def unlock_table(self) -> dict[str, list[str]]:
        """What each single change would open, as a table to read."""
        return {
            "If you had": [escape(text) for text in unlock_texts(self.unlocks)],
            "you could also sit for": [self._labels(unlock.opens) for unlock in self.unlocks],
        }

    def _labels(self, ids: Sequence[str]) -> str:
        return escape(", ".join(self.catalog.labels[key] for key in ids))

    @cached_property
    def earlier_receipt(self) -> receipt.Receipt | None:
        """The receipt that the address brought along."""
        return receipt.parse_receipt(self.state.receipt) if self.state.receipt else None

    @property
    def changes_since_receipt(self) -> list[str]:
        """What the answers lead to now that they did not lead to on the earlier receipt."""
        if self.earlier_receipt is None:
            return []
        current = {key: self.person.verdicts[key] for key in self.ids}
        return receipt.changes_since(self.catalog, self.earlier_receipt, current)

    @property
    def receipt_text(self) -> str:
        """Today's outcomes, short enough for an address."""
        return receipt.issue_receipt(self.catalog, self.person.verdicts).format()

    def receipt_page(self, link: str) -> bytes:
        """Today's outcomes as a page to print; ``link`` opens the answers again."""
        answers = [(row.question, row.answer) for row in self.answers]
        return receipt_page.page(self.interview, self.ids_by_verdict, answers, link)


@once_per_catalog
def _unlocks(
    catalog: Catalog,
) -> Callable[[tuple[tuple[str, str], ...], tuple[str, ...]], list[Unlock]]:
    """Finds what single changes would open; kept, since a look at another view asks again."""

    @lru_cache(_MOST_PEOPLE)
    def find(answers: tuple[tuple[str, str], ...], ids: tuple[str, ...]) -> list[Unlock]:
        profile = Interview(catalog, dict(answers)).profile
        return find_unlocks(catalog, profile, costs_to_earn(catalog), ids)

    return find


def _card_facts(overview: Overview, verdict: Verdict) -> str:
    level = f"{overview.level.label.lower()} level."
    if verdict in SETTLED_FOR_GOOD:
        return as_sentence(level.removesuffix("."))
    return f"To earn it: {overview.to_earn_text}; {level}"


def build(catalog: Catalog, person: PersonalView, state: EligibilityState) -> EligibilityView:
    """Return the view model of the page for a person, in a state."""
    return EligibilityView(catalog, person, state)
