"""Which column of a profile a column of somebody's table is, by its heading."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.screening.columns import COLUMNS, MONTHS_COLUMN, PERSON
from cert_model.search.words import words_in
from cert_model.vocabulary import Course, License

FIRST_NAME, LAST_NAME = "first name", "last name"
"""Stand for a part of ``person``."""
_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    PERSON: (
        *("name", "student", "student name", "full name", "participant", "learner", "trainee"),
        *("employee", "employee name", "client", "client name", "names", "students", "who"),
    ),
    "age": ("age in years", "years old", "student age"),
    "education": (
        *("education level", "highest education", "level of education", "highest degree"),
        *("highest school", "highest schooling", "school finished"),
        *("ed level", "edu level", "ed", "edu"),
        *("degree", "degrees", "schooling", "highest level of education", "highest grade"),
        *("educational attainment", "diploma", "highest level completed"),
    ),
    "him_program": ("him degree", "hit program", "him school", "cahiim program", "rhit program"),
    "him_program_stage": ("him stage", "program stage", "stage of program"),
    "licenses": ("license", "licensure", "professional license", "clinical license", "licence"),
    "credentials": (
        *("certs", "certifications", "certification", "credential", "certificates", "letters"),
        *("certs held", "certifications held", "credentials held", "current certifications"),
    ),
    "memberships": ("membership", "member of", "professional memberships", "associations"),
    "courses": ("course", "classes", "classes taken", "coursework", "courses taken"),
    "training": ("program", "programs", "training program", "training completed", "trainings"),
}
_FIRST_NAMES = ("first name", "first", "given name", "forename")
_LAST_NAMES = ("last name", "last", "surname", "family name")
_NAMED = frozenset(
    [
        *("name", "full", "whole", "student", "participant", "learner", "trainee", "employee"),
        *("client", "person", "legal", "preferred", "candidate", "coder", "member"),
    ]
)
"""Words of which the heading of a column of names is made."""
_YEARS, _MONTHS = (
    frozenset(["year", "years", "yr", "yrs"]),
    frozenset(["month", "months", "mo", "mos"]),
)
_WORK = frozenset(["experience", "work", "worked", "job", "exp"])
_OF_WORK = _WORK | frozenset(["of", "in", "as", "doing", "total", "number"])
_FLAG_NOISE = frozenset(
    ["license", "licensed", "certified", "certification", "member", "membership", "holds", "has"]
)
_SURE_WORDS = frozenset(
    ["education", "degree", "certs", "certifications", "credentials", "licenses"]
)
"""Words that tell a column wherever they stand in a heading."""
WISHES = frozenset(
    [
        *("goal", "goals", "target", "wants", "wanted", "desired", "plan", "plans", "planned"),
        *("next", "interest", "interested", "pursuing", "studying", "future"),
    ]
)
"""Words of headings below which stands what a person does not have yet."""
_ALIKE = 86
"""The least likeness, of 100, by which a heading with a slip in it is taken for another."""
_KINDS_OF_WORK = {
    "inpatient cdi": "months_inpatient_cdi",
    "cdi": "months_inpatient_cdi",
    "outpatient cdi": "months_outpatient_cdi",
    "coder": "months_coding",
    "hospital coder": "months_coding",
    "medical coder": "months_coding",
    "medical coding": "months_coding",
    "hospital coding": "months_coding",
    "outpatient coding": "months_coding",
    "medical billing": "months_billing",
    "biller": "months_billing",
    "medical biller": "months_billing",
    "health care": "months_healthcare",
    "medical": "months_healthcare",
    "auditor": "months_auditing",
    "privacy": "months_privacy_security",
    "registration": "months_patient_access",
}


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What one column of a table was taken for."""

    position: int
    heading: str
    """Empty where the table has no header."""
    column: str = ""
    """The column of a profile; empty if the column is not used."""
    flag: str = ""
    """What a "yes" in a cell means, as a cell of ``column`` has it; empty if cells say so."""
    in_years: bool | None = None
    """Whether a bare number is of years; None where the heading does not say."""
    is_guess: bool = False


def fold_heading(heading: str) -> str:
    """A heading as it is compared: words alone, without case, accents and marks."""
    plain = heading.replace("(s)", "s").replace("_", " ").replace("-", " ")
    return " ".join(words_in(plain))


@dataclass(frozen=True)
class HeadingReader:
    """Knows the headings of tables, and the terms that may stand as a yes-or-no column."""

    flags: Mapping[str, tuple[str, str]]
    """By folded heading, the column and the entry that a "yes" stands for."""

    def read(self, position: int, heading: str) -> ColumnUse:
        """What the column below a heading is; one without ``column`` is not used."""
        folded = fold_heading(heading)
        words = folded.split()
        is_years, is_months = bool(_YEARS & {*words}), bool(_MONTHS & {*words})
        in_years = is_years if is_years != is_months else None
        bare = " ".join(word for word in words if word not in _YEARS | _MONTHS)
        if name := _NAMES.get(folded) or _NAMES.get(bare) or _whole_name(words):
            return ColumnUse(position, heading, name, in_years=in_years)
        if is_years or is_months or _WORK & {*words}:
            kind = " ".join(word for word in words if word not in _OF_WORK | _YEARS | _MONTHS)
            if work := _WORK_NAMES.get(kind):
                is_guess = not kind or kind == "cdi"
                return ColumnUse(position, heading, work, in_years=in_years, is_guess=is_guess)
        if flag := self._flag(words):
            return ColumnUse(position, heading, *flag)
        column = _alike(folded)
        return ColumnUse(position, heading, column, in_years=in_years, is_guess=bool(column))

    def _flag(self, words: list[str]) -> tuple[str, str] | None:
        is_member = bool({"member", "membership"} & {*words})
        core = " ".join(word for word in words if word not in _FLAG_NOISE)
        flag = self.flags.get(f"{core} member" if is_member else core)
        return flag or self.flags.get(" ".join(words))


def _whole_name(words: list[str]) -> str:
    """The column of names, for words such as "participant name"; empty for any others."""
    return PERSON if "name" in words and {*words} <= _NAMED else ""


def _alike(folded: str) -> str:
    """The column that a heading may mean; empty where it is like none."""
    words = folded.split()
    if WISHES & {*words}:
        return ""
    for word in words:
        if word in _SURE_WORDS and "him" not in words:
            return _NAMES[word]
    if not folded:
        return ""
    best = process.extractOne(
        folded, _NAMES, scorer=fuzz.ratio, score_cutoff=_ALIKE, processor=None
    )
    return _NAMES[fold] if best and (fold := _name_of(best[2])) else ""


def _name_of(key: object) -> str:
    return key if isinstance(key, str) else ""


_NAMES: Mapping[str, str] = {
    **{fold_heading(name): name for name in COLUMNS},
    **{name: column for column, names in _SYNONYMS.items() for name in names},
    **dict.fromkeys(_FIRST_NAMES, FIRST_NAME),
    **dict.fromkeys(_LAST_NAMES, LAST_NAME),
}
_WORK_NAMES: Mapping[str, str] = {
    "": "months_coding",
    **{fold_heading(kind): name for name, kind in MONTHS_COLUMN.items()},
    **{fold_heading(kind.label): name for name, kind in MONTHS_COLUMN.items()},
    **_KINDS_OF_WORK,
}


def work_column(text: str) -> str | None:
    """The column of months that words such as "as a hospital coder" are about.

    Empty where they name no kind of work, such as "of experience", and None for any other words.
    """
    kind = " ".join(word for word in fold_heading(text).split() if word not in _OF_WORK | {"a"})
    return _WORK_NAMES.get(kind) if kind else ""


@once_per_catalog
def heading_reader_of(catalog: Catalog) -> HeadingReader:
    """The reader that knows the abbreviations of a catalog's credentials and issuers."""
    flags: dict[str, tuple[str, str]] = {}
    codes = Counter(sheet.code for sheet in catalog.credentials.values())
    for key, sheet in catalog.credentials.items():
        if codes[sheet.code] == 1:
            flags[fold_heading(sheet.code)] = "credentials", key
    for permit in License:
        for text in (permit.value, permit.label):
            flags[fold_heading(text)] = "licenses", permit.value
    for course in Course:
        for text in (course.value, course.label):
            flags[fold_heading(text)] = "courses", course.value
    for issuer in catalog.issuers.values():
        flags[f"{fold_heading(issuer.letters)} member"] = "memberships", issuer.id
    for text in ("high school", "hs diploma", "ged", "hs", "high school diploma", "hs diploma ged"):
        flags[text] = "education", "high-school"
    for text in ("coding program", "coding course", "coding class"):
        flags[text] = "training", "coding"
    return HeadingReader(flags)
