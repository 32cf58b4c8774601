"""Terms for how an exam is given, scored and counted."""

from cert_model.vocabulary.terms import Term


class Delivery(Term):
    TEST_CENTER = "test-center", "Test center"
    ONLINE_PROCTORED = "online-proctored", "Online, with a live proctor", ("remote", "at home")
    ONLINE = "online", "Online", ("remote", "at home")
    IN_PERSON = "in-person", "In person, at a school, chapter or event"
    PAPER = "paper", "On paper"


class PassScale(Term):
    PERCENT = "percent", "percent"
    SCALED = "scaled", "scaled score"
    RAW = "raw", "correct answers"
    PASS_FAIL = "pass-fail", "pass or fail"


class Cohort(Term):
    """The test takers that a pass rate counts."""

    FIRST_TIME = "first-time", "first-time test takers"
    ALL = "all", "all test takers"
    NOT_STATED = "not-stated", "test takers, not said whether first-time only"


class ContentUnit(Term):
    PERCENT = "percent", "percent"
    QUESTIONS = "questions", "questions"


class ExamDay(Term):
    """Questions about the day of the exam, in the order in which they come up."""

    BOOKS = "books", "Books and aids"
    IDENTIFICATION = "identification", "Identification"
    ROOM = "room", "Where, and the room"
    ARRIVAL = "arrival", "Coming late, or not at all"
    BREAKS = "breaks", "Breaks"
    QUESTIONS = "questions", "At the questions"
    RETAKE = "retake", "If it goes wrong"
    SEAT = "seat", "Getting a seat"
