"""CTDL's terms for ours, and the forms in which it has texts, concepts and durations."""

from collections.abc import Iterable, Mapping
from typing import Any

from cert_model.export.linked_data.subject import Node
from cert_model.vocabulary import Audience, Delivery, EducationLevel, PriceKind, Status

CONTEXT: list[Any] = [
    "https://credreg.net/ctdl/schema/context/json",
    {
        "dct": "http://purl.org/dc/terms/",
        "dct:source": {"@type": "@id"},
        "schema": "https://schema.org/",
    },
]
"""The context of a CTDL document: CTDL's own, and the terms in which sources are named."""

COST_TYPES: Mapping[PriceKind, str] = {
    PriceKind.EXAM: "costType:StandaloneAssessment",
    PriceKind.RETAKE: "costType:ReexaminationFee",
    PriceKind.APPLICATION: "costType:Application",
    PriceKind.RECERTIFICATION: "costType:RenewalFee",
    PriceKind.RECERTIFICATION_ADDITIONAL: "costType:RenewalFee",
    PriceKind.RESCHEDULE: "costType:ReschedulingFee",
    PriceKind.TRANSFER: "costType:ReschedulingFee",
    PriceKind.DOCUMENT: "costType:ProcessingFee",
    PriceKind.TRAINING: "costType:Tuition",
    PriceKind.MATERIALS: "costType:LearningResource",
}
"""Types of costs by our kinds of prices; CTDL has none for the others, such as dues."""

AUDIENCES: Mapping[Audience, tuple[str, ...]] = {
    Audience.MEMBER: ("audience:Member",),
    Audience.NONMEMBER: ("audience:NonMember",),
    Audience.STUDENT_MEMBER: ("audience:Member", "audience:CurrentStudent"),
}
"""Audiences by whom a price is for."""

STATUSES: Mapping[Status, str] = {
    Status.ACTIVE: "credentialStat:Active",
    Status.RETIRED: "credentialStat:Deprecated",
}
"""Statuses of credentials; where ours is not known, there is none."""

EDUCATION_LEVELS: Mapping[EducationLevel, str] = {
    EducationLevel.HIGH_SCHOOL: "audLevel:SecondaryLevel",
    EducationLevel.ASSOCIATE: "audLevel:AssociatesDegreeLevel",
    EducationLevel.BACHELOR: "audLevel:BachelorsDegreeLevel",
    EducationLevel.MASTER: "audLevel:MastersDegreeLevel",
    EducationLevel.DOCTORATE: "audLevel:DoctoralDegreeLevel",
}
"""Levels of education; CTDL has none for some college."""

DELIVERIES: Mapping[Delivery, str] = {
    Delivery.TEST_CENTER: "deliveryType:InPerson",
    Delivery.IN_PERSON: "deliveryType:InPerson",
    Delivery.ONLINE_PROCTORED: "deliveryType:OnlineOnly",
    Delivery.ONLINE: "deliveryType:OnlineOnly",
}
"""Ways to take an exam; CTDL has none for paper."""

_LABELS: Mapping[str, str] = {
    "assessMethod:Exam": "Exam",
    "audience:CurrentStudent": "Current Student",
    "audience:Member": "Member",
    "audience:NonMember": "Non-Member",
    "audLevel:AssociatesDegreeLevel": "Associates Degree Level",
    "audLevel:BachelorsDegreeLevel": "Bachelors Degree Level",
    "audLevel:DoctoralDegreeLevel": "Doctoral Degree Level",
    "audLevel:MastersDegreeLevel": "Masters Degree Level",
    "audLevel:SecondaryLevel": "Secondary School or Equivalent",
    "costType:Application": "Application",
    "costType:LearningResource": "Learning Resource",
    "costType:ProcessingFee": "Processing Fee",
    "costType:ReexaminationFee": "Reexamination Fee",
    "costType:RenewalFee": "Maintenance Fee",
    "costType:ReschedulingFee": "Rescheduling Fee",
    "costType:StandaloneAssessment": "Standalone/Extra Assessment",
    "costType:Tuition": "Tuition",
    "credentialStat:Active": "Active",
    "credentialStat:Deprecated": "Deprecated",
    "deliveryType:InPerson": "In-Person Only",
    "deliveryType:OnlineOnly": "Online Only",
    "orgType:CertificationBody": "Certification Body",
}
"""CTDL's own labels of its terms."""

LANGUAGES: Mapping[str, str] = {"English": "en", "Spanish": "es"}
"""Tags of the languages in which exams are given."""


def english(text: str) -> Node:
    """A text as CTDL has texts, in English."""
    return {"en": text}


def english_texts(texts: Iterable[str]) -> Node | None:
    """Several texts as CTDL has them, in English; None for no text."""
    listed = list(texts)
    return {"en": listed} if listed else None


def concept(term: str) -> Node:
    """A term of one of CTDL's own vocabularies, such as ``costType:RenewalFee``."""
    return named_concept(_LABELS[term], **{"ceterms:targetNode": term})


def named_concept(name: str, **more: Any) -> Node:
    """Something that has a name and no term of its own."""
    return {
        "@type": "ceterms:CredentialAlignmentObject",
        "ceterms:targetNodeName": english(name),
        **more,
    }


def in_months(months: int) -> str:
    """A duration of months, such as ``P24M``."""
    return f"P{months}M"


def in_minutes(minutes: int) -> str:
    """A duration of minutes, such as ``PT240M``."""
    return f"PT{minutes}M"


def without_none(node: Node) -> Node:
    """A node without what is not known: no value, and nothing in a list."""
    return {name: value for name, value in node.items() if value not in (None, [], {})}
