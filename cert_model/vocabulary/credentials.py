"""Terms for credentials and their exams."""

from cert_model.vocabulary.terms import Term


class Status(Term):
    ACTIVE = "active", "Active"
    RETIRED = "retired", "Retired"
    ANNOUNCED = "announced", "Announced"
    UNKNOWN = "unknown", "Not known"


class Level(Term):
    ENTRY = "entry", "Entry", ("beginner", "apprentice", "associate")
    CORE = "core", "Core", ("professional",)
    SPECIALTY = "specialty", "Specialty", ("specialist",)
    ADVANCED = "advanced", "Advanced", ("senior",)
    MANAGEMENT = "management", "Management", ("manager", "leadership")


FIRST_LEVELS = (Level.ENTRY, Level.CORE)
"""The levels of credentials that are made for people without experience as well."""


class Role(Term):
    CODING = "coding", "Coding", ("coder",)
    BILLING = "billing", "Billing", ("biller", "claims", "reimbursement", "revenue cycle")
    AUDITING = "auditing", "Auditing", ("auditor", "audit")
    CDI = (
        "cdi",
        "Clinical documentation",
        (*("cdi", "documentation improvement", "documentation specialist", "cdis"),),
    )
    COMPLIANCE = "compliance", "Compliance", ("compliance officer",)
    MANAGEMENT = "management", "Management", ("practice manager", "office manager")
    HEALTH_INFORMATION = "health-information", "Health information", ("him", "records")
    DATA = "data", "Data", ("analyst", "analytics")
    PRIVACY = "privacy", "Privacy", ("security", "hipaa")
    PATIENT_ACCESS = "patient-access", "Patient access", ("registration", "front desk")


class Setting(Term):
    PHYSICIAN_OFFICE = "physician-office", "Physician office", ("professional fee", "profee")
    OUTPATIENT_FACILITY = "outpatient-facility", "Hospital outpatient", ("facility",)
    INPATIENT_FACILITY = "inpatient-facility", "Hospital inpatient", ("hospital", "facility")
    AMBULATORY_SURGERY = "ambulatory-surgery", "Ambulatory surgery", ("asc", "surgery center")
    EMERGENCY = "emergency", "Emergency department", ("ed", "er")
    HOME_HEALTH = "home-health", "Home health", ("home care", "oasis")
    HOSPICE = "hospice", "Hospice"
    PAYER = "payer", "Payer", ("insurance", "health plan")
    RISK_ADJUSTMENT = "risk-adjustment", "Risk adjustment", ("hcc", "medicare advantage")
    ANY = "any", "Any setting"


class CodeSet(Term):
    ICD_10_CM = "ICD-10-CM", "ICD-10-CM", ("icd", "icd-10", "diagnosis")
    ICD_10_PCS = "ICD-10-PCS", "ICD-10-PCS", ("icd", "icd-10", "procedure")
    CPT = "CPT", "CPT", ("procedure",)
    HCPCS_II = "HCPCS-II", "HCPCS Level II", ("hcpcs", "hcpcs-ii")
    MS_DRG = "MS-DRG", "MS-DRG", ("drg",)
    APC = "APC", "APC", ("outpatient payment",)
    HCC = "HCC", "HCC", ("risk adjustment",)
    OASIS = "OASIS", "OASIS", ("home health",)
    ICD_10_CA = "ICD-10-CA", "ICD-10-CA", ("canada",)
    CCI = "CCI", "CCI", ("canada",)
    ICD_10_AM = "ICD-10-AM", "ICD-10-AM", ("australia",)
    ACHI = "ACHI", "ACHI", ("australia",)
    AR_DRG = "AR-DRG", "AR-DRG", ("australia",)
    ICD_10_UK = "ICD-10-UK", "ICD-10 (UK)", ("united kingdom",)
    OPCS_4 = "OPCS-4", "OPCS-4", ("united kingdom",)


class Need(Term):
    """Whether membership of the issuer is needed."""

    REQUIRED = "required", "Required"
    OPTIONAL = "optional", "Optional"
    NONE = "none", "None exists or none is needed"


class Delivery(Term):
    TEST_CENTER = "test-center", "Test center"
    ONLINE_PROCTORED = "online-proctored", "Online, with a live proctor", ("remote", "at home")
    ONLINE = "online", "Online", ("remote", "at home")
    IN_PERSON = "in-person", "In person, at a school, chapter or event"
    PAPER = "paper", "On paper"


class RemovalRoute(Term):
    """What removes an apprentice designation."""

    WORK = "work", "work"
    WORK_AND_COURSE = "work-and-course", "work and a course"
    COURSE = "course", "a course and Practicode"
    DIPLOMA = "diploma", "the high school diploma"


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
    ROOM = "room", "Place and room"
    ARRIVAL = "arrival", "Arriving late or not at all"
    BREAKS = "breaks", "Breaks"
    QUESTIONS = "questions", "During the exam"
    RETAKE = "retake", "If you do not pass"
    SEAT = "seat", "Getting a seat"


class SheetSection(Term):
    """The sections of a credential's page by their titles; the one on its issuer names that."""

    EXAM = "exam", "The exam"
    BLUEPRINT = "blueprint", "What the exam asks about"
    ELIGIBILITY = "eligibility", "Who may take the exam"
    APPRENTICE = "apprentice", "The apprentice designation"
    FEES = "fees", "What it costs"
    RENEWAL = "renewal", "Keeping it"
    PASS_RATES = "pass-rates", "Who passes"
    EARNINGS = "earnings", "What people with it report earning"
    SCOPE = "scope", "What it covers"
    MORE = "more", "More about it"
    ISSUER = "issuer", "About"
    CLAIMS = "claims", "Claims about it"
    DISPUTES = "disputes", "Where sources disagree"
    GAPS = "gaps", "What we do not know, and whom to ask"

    def heading(self, issuer: str) -> str:
        """The heading on the page of a credential by the issuer with these letters."""
        return f"{self.label} {issuer}" if self is SheetSection.ISSUER else self.label
