"""The controlled terms of the catalogue: each with the words people read and search for.

A term's value is what stands in YAML, in addresses and in JSON; it never changes. Its
label is for the screen, its synonyms are for the search box.
"""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """One word of a controlled vocabulary, written ``NAME = value, label, synonyms``."""

    label: str
    synonyms: tuple[str, ...]

    def __new__(cls, value: str, label: str = "", synonyms: tuple[str, ...] = ()) -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        term.synonyms = synonyms
        return term


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


class Role(Term):
    CODING = "coding", "Coding", ("coder",)
    BILLING = "billing", "Billing", ("biller", "claims", "reimbursement", "revenue cycle")
    AUDITING = "auditing", "Auditing", ("auditor", "audit")
    CDI = "cdi", "Clinical documentation", ("cdi", "documentation improvement", "cdis")
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
    """Whose attempts a pass rate counts."""

    FIRST_TIME = "first-time", "first-time test takers"
    ALL = "all", "all test takers"
    NOT_STATED = "not-stated", "not said whether first-time only"


class ContentUnit(Term):
    PERCENT = "percent", "percent"
    QUESTIONS = "questions", "questions"


class FeeKind(Term):
    EXAM = "exam", "Exam"
    RETAKE = "retake", "Retake"
    APPLICATION = "application", "Application"
    MEMBERSHIP = "membership", "Membership dues"
    RECERTIFICATION = "recertification", "Recertification"
    RECERTIFICATION_ADDITIONAL = (
        "recertification-additional",
        "Recertification, each further credential",
    )
    CEUS = "ceus", "CEUs sold by the issuer"
    LATE = "late", "Late fee"
    EXTENSION = "extension", "Extension"
    RESCHEDULE = "reschedule", "Reschedule"
    CANCELLATION = "cancellation", "Cancellation"
    ADMINISTRATIVE = "administrative", "Administrative fee kept from a refund"
    REINSTATEMENT = "reinstatement", "Reinstatement"
    TRANSFER = "transfer", "Transfer to another date"
    INTERNATIONAL_SURCHARGE = "international-surcharge", "Surcharge outside the U.S."
    DOCUMENT = "document", "Transcript or certificate copy"
    TRAINING = "training", "Training the issuer requires or sells"
    MATERIALS = "materials", "Study material"


class Audience(Term):
    ALL = "all", "everyone"
    MEMBER = "member", "members"
    NONMEMBER = "nonmember", "non-members"
    STUDENT_MEMBER = "student-member", "student members"
    CORPORATE = "corporate", "groups and employers"


class Currency(Term):
    USD = "USD", "$"
    AUD = "AUD", "A$"
    CAD = "CAD", "C$"
    GBP = "GBP", "£"
    INR = "INR", "₹"


class Need(Term):
    """Whether membership of the issuer is needed."""

    REQUIRED = "required", "Required"
    OPTIONAL = "optional", "Optional"
    NONE = "none", "None exists or none is needed"


class SourceKind(Term):
    ISSUER = "issuer", "Issuer"
    GOVERNMENT = "government", "Government"
    ACCREDITOR = "accreditor", "Accreditor"
    THIRD_PARTY = "third-party", "Third party"


class Quality(Term):
    HIGH = "high", "High"
    MEDIUM = "medium", "Medium"
    LOW = "low", "Low"
    REJECTED = "rejected", "Rejected"


class Standing(Term):
    """How good and how fresh the best evidence for a fact is."""

    ISSUER_CURRENT = "issuer-current", "issuer, current"
    ISSUER_OLD = "issuer-old", "issuer, old"
    THIRD_PARTY_CURRENT = "third-party-current", "third party, current"
    THIRD_PARTY_OLD = "third-party-old", "third party, old"


class EducationLevel(Term):
    """Ordered from least to most."""

    NONE = "none", "none"
    HIGH_SCHOOL = "high-school", "high-school diploma or equivalent"
    SOME_COLLEGE = "some-college", "some college"
    ASSOCIATE = "associate", "associate degree"
    BACHELOR = "bachelor", "bachelor's degree"
    MASTER = "master", "master's degree"
    DOCTORATE = "doctorate", "doctorate"


class HimProgram(Term):
    NONE = "none", "none"
    CAHIIM_ASSOCIATE = "cahiim-associate", "CAHIIM-accredited associate program"
    CAHIIM_BACHELOR = "cahiim-bachelor", "CAHIIM-accredited bachelor program"
    CAHIIM_MASTER = "cahiim-master", "CAHIIM-accredited master program"
    CAHIIM_POST_BACCALAUREATE = (
        "cahiim-post-baccalaureate",
        "CAHIIM-approved post-baccalaureate certificate",
    )
    FOREIGN_RECIPROCAL = "foreign-reciprocal", "foreign program under a reciprocity agreement"


class ProgramStage(Term):
    FINAL_TERM = "final-term", "in the final term"
    COURSEWORK_DONE = "coursework-done", "coursework done, not yet graduated"
    GRADUATED = "graduated", "graduated"


class TrainingSubject(Term):
    CODING = "coding", "coding"
    BILLING = "billing", "billing"
    EHR = "ehr", "electronic health records"
    CDI = "cdi", "clinical documentation"
    COMPLIANCE = "compliance", "compliance"
    AUDITING = "auditing", "auditing"
    MEDICAL_OFFICE = "medical-office", "medical office"


class Approver(Term):
    AHIMA_PCAP = "ahima-pcap", "AHIMA (PCAP)"
    AAPC = "aapc", "AAPC"
    NHA = "nha", "NHA"
    NCCT = "ncct", "NCCT"
    AMCA = "amca", "AMCA"
    AMT = "amt", "AMT"
    AIHC = "aihc", "AIHC"
    CCB = "ccb", "CCB"
    NONE = "none", "nobody in particular"


class Course(Term):
    ANATOMY_PHYSIOLOGY = "anatomy-physiology", "anatomy and physiology"
    MEDICAL_TERMINOLOGY = "medical-terminology", "medical terminology"
    PATHOPHYSIOLOGY = "pathophysiology", "pathophysiology (disease process)"
    PHARMACOLOGY = "pharmacology", "pharmacology"
    REIMBURSEMENT = "reimbursement", "reimbursement methods"
    ICD_CODING = "icd-coding", "ICD coding"
    CPT_HCPCS_CODING = "cpt-hcpcs-coding", "CPT and HCPCS coding"


class ExperienceKind(Term):
    CODING = "coding", "coding"
    INPATIENT_CODING = "inpatient-coding", "inpatient coding"
    BILLING = "billing", "billing"
    AUDITING = "auditing", "auditing"
    INPATIENT_CDI = "inpatient-cdi", "inpatient clinical documentation"
    OUTPATIENT_CDI = "outpatient-cdi", "outpatient clinical documentation"
    COMPLIANCE = "compliance", "compliance"
    PRIVACY_SECURITY = "privacy-security", "privacy or security"
    PRACTICE_MANAGEMENT = "practice-management", "practice management"
    EHR = "ehr", "electronic health records"
    DATA_ANALYSIS = "data-analysis", "health data analysis"
    PATIENT_ACCESS = "patient-access", "patient access"
    HEALTHCARE = "healthcare", "any work in healthcare"


class License(Term):
    RN = "rn", "registered nurse"
    LPN = "lpn", "licensed practical nurse"
    MD = "md", "physician (MD)"
    DO = "do", "physician (DO)"
    PA = "pa", "physician assistant"
    NP = "np", "nurse practitioner"
    PHARMD = "pharmd", "pharmacist"
    PT = "pt", "physical therapist"
    OT = "ot", "occupational therapist"
    SLP = "slp", "speech-language pathologist"
    RT = "rt", "radiologic technologist"
    ATTORNEY = "attorney", "attorney"


class FormalityKind(Term):
    MEMBERSHIP = "membership", "Membership"
    ETHICS = "ethics", "Code of ethics"
    APPLICATION = "application", "Application"
    DOCUMENTS = "documents", "Documents"
    COURSE = "course", "Issuer's own course"
    OTHER = "other", "Other step"
