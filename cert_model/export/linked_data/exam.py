"""The exam of a credential as CTDL's assessment profile."""

from cert_model.export.linked_data.subject import Node, Subject
from cert_model.export.linked_data.terms import (
    DELIVERIES,
    LANGUAGES,
    concept,
    english,
    in_minutes,
    named_concept,
    without_none,
)
from cert_model.formatting import format_range
from cert_model.formatting.facts import format_reading, format_value
from cert_model.schema import Domain, Exam, Fact, PassMark
from cert_model.vocabulary import ContentUnit, Delivery, PassScale


def exam_node(subject: Subject) -> Node:
    """The exam with what is known of it; a credential that shares one has the same node."""
    exam = subject.sheet.exam
    owner = subject.catalog.credentials[subject.sheet.exam_id]
    stated = [
        fact
        for fact in (exam.questions, exam.item_types, exam.delivery, exam.languages, exam.pass_mark)
        if fact is not None and fact.known
    ]
    return without_none(
        {
            "@id": subject.exam_name,
            "@type": "ceterms:AssessmentProfile",
            "ceterms:name": english(f"{owner.code} exam"),
            "ceterms:description": english(f"The exam for the {owner.name}."),
            "ceterms:ownedBy": [subject.issuer_name],
            "ceterms:offeredBy": [subject.issuer_name],
            "ceterms:assessmentMethodType": [concept("assessMethod:Exam")],
            "ceterms:assessmentMethodDescription": _text(_form(exam)),
            "ceterms:estimatedDuration": _duration(subject, exam.minutes),
            "ceterms:deliveryType": _deliveries(exam),
            "ceterms:deliveryTypeDescription": _text(_stated(exam.delivery)),
            "ceterms:inLanguage": _languages(exam),
            "ceterms:scoringMethodDescription": _text(_pass_mark(exam.pass_mark)),
            "ceterms:assesses": [_part(subject, part) for part in exam.content],
            **(subject.evidence(*stated) if stated else {}),
        }
    )


def _text(text: str | None) -> Node | None:
    return english(text) if text else None


def _stated(fact: Fact[tuple[Delivery, ...]] | Fact[tuple[str, ...]] | None) -> str | None:
    return format_value(fact.value) if fact is not None and fact.value else None


def _form(exam: Exam) -> str | None:
    """How many questions there are, and of which kinds."""
    questions = exam.questions
    parts = [
        f"{format_reading(questions)} questions" if questions and questions.known else None,
        _stated(exam.item_types),
    ]
    return "; ".join(part for part in parts if part) or None


def _duration(subject: Subject, minutes: Fact[int] | None) -> list[Node]:
    if minutes is None or not minutes.known:
        return []
    ends = {
        "ceterms:exactDuration": minutes.value,
        "ceterms:minimumDuration": minutes.low,
        "ceterms:maximumDuration": minutes.high,
    }
    return [
        {
            "@type": "ceterms:DurationProfile",
            **{name: in_minutes(end) for name, end in ends.items() if end is not None},
            **subject.evidence(minutes),
        }
    ]


def _deliveries(exam: Exam) -> list[Node]:
    ways = exam.delivery.value if exam.delivery else None
    terms = dict.fromkeys(DELIVERIES[way] for way in ways or () if way in DELIVERIES)
    return [concept(term) for term in terms]


def _languages(exam: Exam) -> list[str]:
    """The tags of the languages; none where one of them has no tag here."""
    names = exam.languages.value if exam.languages else None
    tags = [LANGUAGES.get(name) for name in names or ()]
    return [tag for tag in tags if tag] if None not in tags else []


def _pass_mark(mark: PassMark | None) -> str | None:
    if mark is None or not mark.known:
        return "Pass or fail." if mark and mark.scale is PassScale.PASS_FAIL else None
    if mark.scale is PassScale.SCALED:
        span = f" on a scale of {format_range(*mark.of)}" if mark.of else ""
        return f"To pass: a scaled score of {format_reading(mark)}{span}."
    return f"To pass: {format_reading(mark)} {mark.scale.label}."


def _part(subject: Subject, part: Domain) -> Node:
    """One part of the exam; its weight is a share of 1 where a single percentage is stated."""
    is_share = part.unit is ContentUnit.PERCENT and part.value is not None
    named = part.domain
    if part.known:
        named = f"{named} ({format_reading(part)} {part.unit.label})"
    weight = {"ceterms:weight": round(part.value / 100, 4)} if is_share and part.value else {}
    return named_concept(named, **weight, **subject.evidence(part))
