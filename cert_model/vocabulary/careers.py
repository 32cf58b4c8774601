"""Terms for pay: where people work, who counted it, and the kind of figure."""

from cert_model.vocabulary.terms import Term


class AreaKind(Term):
    NATION = "nation", "the nation"
    STATE = "state", "a state"
    METRO = "metro", "a metropolitan area or a region of a state"
    NONMETRO = "nonmetro", "a part of a state outside its metropolitan areas"
    SECTOR = "sector", "a whole sector of industries, nationwide"
    INDUSTRY = "industry", "a single industry, nationwide"


class PayProgram(Term):
    """The program whose count of wage and salary workers a figure comes from."""

    OEWS = "oews", "BLS, Occupational Employment and Wage Statistics"
    OOH = "ooh", "BLS, Occupational Outlook Handbook"
    NY_DOL = "ny-dol", "New York State Department of Labor"
    WA_ESD = "wa-esd", "Washington Employment Security Department"


class Measure(Term):
    """The kind of a published figure; one kind is never shown as another."""

    MEAN = "mean", "mean"
    MEDIAN = "median", "median"
    RATE = "rate", "rate"


class PayUnit(Term):
    DOLLARS_A_YEAR = "dollars-a-year", "dollars a year"
    DOLLARS_A_WEEK = "dollars-a-week", "dollars a week"
    PERCENT = "percent", "percent of the workforce"


class GroupKind(Term):
    """The trait by which a survey groups its respondents."""

    ALL = "all", "everyone who answered"
    CERTIFIED = "certified", "certified"
    NOT_CERTIFIED = "not-certified", "not certified"
    NUMBER = "number", "number of credentials held"
    CREDENTIAL = "credential", "credential"
    SETTING = "setting", "place of work"
    REGION = "region", "region"
    STATE = "state", "state"
    EXPERIENCE = "experience", "experience"
    EDUCATION = "education", "education"


class State(Term):
    """The fifty states and the District of Columbia, by postal abbreviation."""

    AL = "AL", "Alabama"
    AK = "AK", "Alaska"
    AZ = "AZ", "Arizona"
    AR = "AR", "Arkansas"
    CA = "CA", "California"
    CO = "CO", "Colorado"
    CT = "CT", "Connecticut"
    DE = "DE", "Delaware"
    DC = "DC", "District of Columbia"
    FL = "FL", "Florida"
    GA = "GA", "Georgia"
    HI = "HI", "Hawaii"
    ID = "ID", "Idaho"
    IL = "IL", "Illinois"
    IN = "IN", "Indiana"
    IA = "IA", "Iowa"
    KS = "KS", "Kansas"
    KY = "KY", "Kentucky"
    LA = "LA", "Louisiana"
    ME = "ME", "Maine"
    MD = "MD", "Maryland"
    MA = "MA", "Massachusetts"
    MI = "MI", "Michigan"
    MN = "MN", "Minnesota"
    MS = "MS", "Mississippi"
    MO = "MO", "Missouri"
    MT = "MT", "Montana"
    NE = "NE", "Nebraska"
    NV = "NV", "Nevada"
    NH = "NH", "New Hampshire"
    NJ = "NJ", "New Jersey"
    NM = "NM", "New Mexico"
    NY = "NY", "New York"
    NC = "NC", "North Carolina"
    ND = "ND", "North Dakota"
    OH = "OH", "Ohio"
    OK = "OK", "Oklahoma"
    OR = "OR", "Oregon"
    PA = "PA", "Pennsylvania"
    RI = "RI", "Rhode Island"
    SC = "SC", "South Carolina"
    SD = "SD", "South Dakota"
    TN = "TN", "Tennessee"
    TX = "TX", "Texas"
    UT = "UT", "Utah"
    VT = "VT", "Vermont"
    VA = "VA", "Virginia"
    WA = "WA", "Washington"
    WV = "WV", "West Virginia"
    WI = "WI", "Wisconsin"
    WY = "WY", "Wyoming"

    @classmethod
    def from_label(cls, label: str) -> "State | None":
        """The state with this full name, or None."""
        return next((state for state in cls if state.label == label), None)
