"""Terms for estimates: what is estimated, and from what."""

from cert_model.vocabulary.terms import Term


class Quantity(Term):
    """A figure that is estimated where it was not read."""

    EXAM_PRICE = "exam_price", "Price of one attempt"
    DUES = "dues", "Yearly dues"
    QUESTIONS = "questions", "Questions"
    MINUTES = "minutes", "Time, minutes"


class EstimateRule(Term):
    """What an estimate rests on, in the order in which the rules are tried."""

    GENERAL_STATEMENT = "general-statement", "General statement"
    SISTER_EXAMS = "sister-exams", "Sister exams"
