"""Terms for people: education, training, work and licenses, and whether they may sit."""

from cert_model.vocabulary.terms import Term


class EducationLevel(Term):
    """Levels of education, from the lowest to the highest."""

    NONE = "none", "none"
    HIGH_SCHOOL = "high-school", "high school diploma or equivalent"
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
    PRACTICODE = "practicode", "AAPC's Practicode"


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


class Verdict(Term):
    """Where a person stands with a credential; ordered from the nearest to the farthest."""

    HELD = "held", "Held"
    READY = "ready", "Ready"
    CAN_SIT = "can_sit", "Eligible"
    UNDECIDED = "undecided", "Not settled yet"
    NOT_YET = "not_yet", "Not yet"
    ASK_ISSUER = "ask_issuer", "Ask the issuer"
    CLOSED = "closed", "Closed"


class FormalityKind(Term):
    MEMBERSHIP = "membership", "Membership"
    ETHICS = "ethics", "Code of ethics"
    APPLICATION = "application", "Application"
    DOCUMENTS = "documents", "Documents"
    COURSE = "course", "Issuer's own course"
    EXAM = "exam", "Exam price"
    OTHER = "other", "Other step"
