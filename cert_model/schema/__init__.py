"""The models of the data: what each file of ``data/`` may hold."""

from cert_model.schema.career_files import Careers
from cert_model.schema.credentials import Credential, Issuer
from cert_model.schema.exams import Domain, Exam, PassMark, PassRate
from cert_model.schema.facts import (
    Dispute,
    Evidence,
    Fact,
    Gap,
    Model,
    Note,
    Reading,
    Source,
    SourceFile,
    top_of,
)
from cert_model.schema.preparation import Preparation
from cert_model.schema.prices import Price, PriceFact
from cert_model.schema.search import SearchFile
from cert_model.schema.texts import Claim, ClaimFile, Passage, QuestionFile, Texts

__all__ = [
    "Careers",
    "Claim",
    "ClaimFile",
    "Credential",
    "Dispute",
    "Domain",
    "Evidence",
    "Exam",
    "Fact",
    "Gap",
    "Issuer",
    "Model",
    "Note",
    "PassMark",
    "PassRate",
    "Passage",
    "Preparation",
    "Price",
    "PriceFact",
    "QuestionFile",
    "Reading",
    "SearchFile",
    "Source",
    "SourceFile",
    "Texts",
    "top_of",
]
