"""Terms for training programs, their approval, and study material."""

from cert_model.vocabulary.terms import Term


class ProgramKind(Term):
    ISSUER_COURSE = "issuer-course", "Course of an issuer"
    ONLINE_SCHOOL = "online-school", "Online school"
    BOOTCAMP = "bootcamp", "Bootcamp"
    COLLEGE_CERTIFICATE = "college-certificate", "College certificate"
    ASSOCIATE = "associate", "Associate degree"
    BACHELOR = "bachelor", "Bachelor's degree"


class ProgramDelivery(Term):
    ONLINE = "online", "Online"
    HYBRID = "hybrid", "Partly online"
    IN_PERSON = "in-person", "In person"


class Approves(Term):
    """What an accreditor approves; approval of a school says little about its programs."""

    DEGREES = "degrees", "degree programs"
    CERTIFICATES = "certificates", "certificate programs"
    COURSES = "courses", "courses and instructors"
    SCHOOLS = "schools", "whole schools, not their coding programs"


class TimeSpent(Term):
    """What somebody spends the time on that a statement of study time gives."""

    EXAM = "exam", "preparing for the exam"
    PROGRAM = "program", "a whole program or degree"
    PRACTICODE = "practicode", "AAPC's Practicode"
    WORK = "work", "work"


class Inclusion(Term):
    """What the price of a training program includes."""

    CODE_BOOKS = "code-books", "code books"
    TEXTBOOKS = "textbooks", "textbooks"
    MEMBERSHIP = "membership", "issuer membership"
    EXAM = "exam", "the certification exam"
    PRACTICE_EXAMS = "practice-exams", "practice exams"
    PRACTICODE = "practicode", "Practicode"
    INTERNSHIP = "internship", "an internship"
    CAREER_HELP = "career-help", "help with finding work"


class MaterialKind(Term):
    CODE_BOOK = "code-book", "Code book"
    EXAM_EBOOKS = "exam-ebooks", "E-books inside the exam"
    STUDY_GUIDE = "study-guide", "Study guide"
    PRACTICE = "practice", "Practice exams or cases"
    TEXTBOOKS = "textbooks", "Textbooks"
    ENCODER = "encoder", "Encoder"
