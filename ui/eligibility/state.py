"""The state of the Am I eligible? page: the visitor's choices, including their answers."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field

from cert_model.catalog import Catalog
from cert_model.eligibility import receipt
from cert_model.eligibility.questionnaire import parse_answers
from cert_model.explore.comparison import MAX_COMPARED
from cert_model.formatting import join_words
from cert_model.vocabulary import Role
from ui.shell import person
from ui.shell.address_fields import AnyOrder, CredentialId, Options, one_of
from ui.shell.page_state import PageState, Refused, Spread

QuestionId = Annotated[
    str, one_of(lambda options: [item.id for item in options.catalog.questions.questions])
]
ReceiptText = Annotated[str, AfterValidator(lambda text: receipt.parse_receipt(text).format())]


class EligibilityState(PageState):
    """The answers, what the questions are about, and which of the outcomes is shown."""

    page: ClassVar[str] = person.PAGE

    answers: Annotated[Mapping[str, str | None], Spread(person.answer_fields)] = Field(
        default_factory=dict
    )
    """Each answer by its question; None where none is given."""
    ids: Annotated[tuple[CredentialId, ...], Field(alias="for", max_length=MAX_COMPARED)] = ()
    """The credentials to which questions and outcomes are limited; none for all."""
    interests: Annotated[tuple[Role, ...], AnyOrder, Field(alias="interest")] = ()
    """The work whose exams the questions are about."""
    question: QuestionId | None = None
    """The question that somebody went back to; otherwise the next one is asked."""
    skipped: Annotated[tuple[QuestionId, ...], AnyOrder, Field(alias="skip")] = ()
    """The questions that somebody left for later."""
    view: Literal["outcomes", "changes", "answers"] = "outcomes"
    receipt: Annotated[ReceiptText | None, Field(alias="was")] = None
    """An earlier receipt, to be compared with today's outcomes."""

    def title(self, catalog: Catalog) -> str:
        """The page with the exams to which it is limited."""
        labels = [catalog.labels[key] for key in self.ids]
        return f"Am I eligible for {join_words(labels)}?" if labels else "Am I eligible?"

    @classmethod
    def settle(
        cls, choices: dict[str, Any], options: Options
    ) -> tuple[dict[str, Any], list[Refused]]:
        """The choices without answers that contradict the others."""
        names = person.answer_fields(options)
        answers = {name: choices[name] for name in names if choices[name]}
        refused = parse_answers(options.catalog, answers).refused
        settled = choices | {name: None for name, _ in refused}
        return settled, [Refused(name, text) for name, text in refused]

    @classmethod
    def of_profile(cls, options: Options) -> Collection[str]:
        """The answers."""
        return person.answer_fields(options)

    @property
    def is_about_one(self) -> bool:
        """Whether everything is about one exam, chosen by name."""
        return len(self.ids) == 1

    @property
    def is_limited(self) -> bool:
        """Whether the questions are about less than all exams."""
        return bool(self.ids or self.interests)
