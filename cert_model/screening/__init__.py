"""Whether many people may sit: the same verdicts as one by one, a column at a time."""

from cert_model.screening.codes import VERDICTS
from cert_model.screening.consequences import ConsequenceJudge, consequence_judge_of
from cert_model.screening.judge import Judge, judge_of
from cert_model.screening.people import People, code_profiles

__all__ = [
    "VERDICTS",
    "ConsequenceJudge",
    "Judge",
    "People",
    "code_profiles",
    "consequence_judge_of",
    "judge_of",
]
