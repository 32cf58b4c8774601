"""The value of a rule for many people at once: a byte for each person.

The byte holds four statements, a bit each: the rule may be met (its truth is not NO), is met (YES),
could be met by answers still to come, and could not be failed by them. With NO < UNKNOWN < YES,
each statement holds of the minimum where it holds of every part, and of the maximum where it holds
of some part. So ``all_of`` is the bitwise AND of its parts and ``any_of`` the bitwise OR, and one
pass gives what ``evaluate_rule`` gives with ``evaluate_condition``, ``best_truth`` and
``worst_truth``.
"""

import numpy as np
from numpy.typing import NDArray

from cert_model.vocabulary import Verdict

Codes = NDArray[np.uint8]
"""A byte for each person."""
Flags = NDArray[np.bool_]

MAY_BE_MET, IS_MET, COULD_BE_MET, CANNOT_FAIL = 1, 2, 4, 8

NOT_MET = 0
MET = MAY_BE_MET | IS_MET | COULD_BE_MET | CANNOT_FAIL
OPEN = MAY_BE_MET | COULD_BE_MET
"""Not known, and an answer could make it YES or NO."""
OPEN_TO_NO = MAY_BE_MET
"""Not known; an answer could make it NO, but only the issuer YES."""
OPEN_TO_ISSUER = MAY_BE_MET | CANNOT_FAIL
"""Not known, and no answer could settle it."""

ADVICE_MET = 16
"""Added to the byte of what is required where what is advised is met."""

VERDICTS = tuple(Verdict)
"""The verdicts by the number that stands for each in an array."""


def code_truths(met: Flags, unknown: Flags, is_asked: bool) -> Codes:
    """The bytes of a condition that answers alone decide.

    ``met`` and ``unknown`` are its truth without regard to details that no question asks about;
    ``is_asked`` says that there are none. Where both are set, it is met: the bits of the one are
    among those of the other.
    """
    of_met, of_unknown = (MET, OPEN) if is_asked else (OPEN_TO_ISSUER, OPEN_TO_NO)
    codes = met.view(np.uint8) * np.uint8(of_met)
    codes |= unknown.view(np.uint8) * np.uint8(of_unknown)
    return codes


def _verdict_of(code: int) -> Verdict:
    """The verdict of ``decide_by_rules`` for the byte of what is required."""
    if not code & MAY_BE_MET:
        return Verdict.NOT_YET
    if code & IS_MET:
        return Verdict.READY if code & ADVICE_MET else Verdict.CAN_SIT
    settleable = code & COULD_BE_MET or not code & CANNOT_FAIL
    return Verdict.UNDECIDED if settleable else Verdict.ASK_ISSUER


VERDICT_BY_CODE: Codes = np.array(
    [VERDICTS.index(_verdict_of(code)) for code in range(2 * ADVICE_MET)], np.uint8
)
