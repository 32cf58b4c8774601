"""What a cell means that is written in ordinary words, as a cell of a profile's table has it.

"Bachelor's" becomes ``bachelor``, "18 mo" ``18`` and "CPC, RN" a credential and a license. What is
not understood is refused with what was expected; it is never taken for something near.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from cert_model.catalog import Catalog, UnknownCredential, once_per_catalog
from cert_model.classes.entries import entry_names, fold_cell
from cert_model.classes.headings import ColumnUse, work_column
from cert_model.eligibility.profile import LONGEST_LIFE, MOST_MONTHS
from cert_model.screening.cells import BadCell, CellReader, cell_reader_of
from cert_model.screening.columns import LIST_SEPARATOR, MONTHS_COLUMN, NONE
from cert_model.vocabulary import Approver, EducationLevel, TrainingSubject

_UNKNOWN = frozenset(["n a", "na", "unknown", "not sure", "unsure", "tbd", "don t know"])
_YES = frozenset(["yes", "y", "x", "true", "t", "1", "done", "completed", "active", "current"])
_NO = frozenset(["no", "n", "none", "false", "f", "0", "nil", "nothing", "not yet", "never"])
_DASHES = frozenset("?-–—./* ")
_CHECKS = frozenset("✓✔☑✅")
_NOT_FINISHED = re.compile(
    r"\b(in progress|currently|current|student|pursuing|enrolled|expected|working on|studying)\b"
)
_EDUCATION: tuple[tuple[EducationLevel, str], ...] = (
    (EducationLevel.NONE, r"no diploma|no hs|no high school|less than high school"),
    (EducationLevel.NONE, r"some high school|dropout"),
    (EducationLevel.SOME_COLLEGE, r"some college|no degree|(?:years?|yrs?) of college"),
    (EducationLevel.DOCTORATE, r"doctorate|doctoral|phd|ph d|edd|dnp|jd"),
    (EducationLevel.MASTER, r"masters?|ms|m s|ma|m a|msn|mba|mha|mph|mhim"),
    (EducationLevel.BACHELOR, r"bachelors?|bs|b s|ba|b a|bsn|bba|(?:four|4) year degree"),
    (EducationLevel.ASSOCIATE, r"associates?|as|a s|aa|a a|aas|a a s|adn|(?:two|2) year degree"),
    (EducationLevel.HIGH_SCHOOL, r"hs|h s|high school|ged|hiset|diploma|12th grade"),
)
"""The first level of which a wording stands in a cell; from SOME_COLLEGE on, the highest."""
_LENGTH = re.compile(
    r"(?P<more>over |more than |at least |about |approx |ca )?"
    r"(?:(?P<years>\d+(?:\.\d+)?)\+?\s*(?:years?|yrs?|y)\b)?\s*(?:and |, )?"
    r"(?:(?P<months>\d+(?:\.\d+)?)\+?\s*(?:months?|mos?|m)\b)?"
    r"(?P<of> [a-z ]+)?"
)
_DECIMAL_COMMA = re.compile(r"(\d),(\d{1,2})\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""The year in which something was passed, beside its letters."""
_SPELLED = re.compile(r"\b(\w) (?=\w\b)")
"""Letters that stand alone, as in "C.P.C."."""
_ALSO_MEAN_OTHER_THINGS = frozenset(["as", "ma", "ms"])
"""Letters of degrees; a medical assistant writes "MA" as well."""
_SAY_WHAT_IT_IS = frozenset(["license", "licensed", "licence", "certification", "certified"])
"""Words beside the letters of a license or a credential, as in "LPN license"."""
_NUMBER = re.compile(r"\d{1,4}(?:\.\d+)?")
_AGE = re.compile(r"(\d{1,3})(?: ?(?:years?|yrs?|y o|yo))?(?: old)?")
_BETWEEN_ENTRIES = re.compile(r"[;,&|+\n]|\band\b", re.IGNORECASE)
_SLASH = "/"
"""Stands between entries as well, and within the id of a credential."""
_SUBJECTS = {
    "coding": TrainingSubject.CODING,
    "coder": TrainingSubject.CODING,
    "billing": TrainingSubject.BILLING,
    "biller": TrainingSubject.BILLING,
    "ehr": TrainingSubject.EHR,
    "cdi": TrainingSubject.CDI,
    "compliance": TrainingSubject.COMPLIANCE,
    "auditing": TrainingSubject.AUDITING,
    "office": TrainingSubject.MEDICAL_OFFICE,
    "practicode": TrainingSubject.PRACTICODE,
}
_APPROVERS = {approver.partition("-")[0]: approver for approver in Approver if approver != NONE}
_LONGEST_PART = 40
_FORMULA_EXPECTED = (
    "a formula without its result; open the file in a spreadsheet and save it, or write the result"
)
_MONTHS_EXPECTED = 'expected months or years with their unit, such as "18 months" or "2 years"'


@dataclass(frozen=True, slots=True)
class Understood:
    """What a cell means."""

    cells: Mapping[str, str] = field(default_factory=dict)
    """By column of a profile, a cell as a profile's table has it; empty for what is not known."""
    is_guess: bool = False
    """Whether a person should look at it."""


def is_empty(text: str) -> bool:
    """Whether a cell says nothing, or that its writer does not know."""
    return {*text} <= _DASHES or fold_cell(text) in _UNKNOWN


class WordReader:
    """Reads cells in ordinary words."""

    def __init__(self, cells: CellReader, entries: Mapping[str, Mapping[str, str]]) -> None:
        """``entries`` are, by list and folded wording, the entries as a profile has them."""
        self._cells = cells
        self._entries = entries

    def read(self, use: ColumnUse, text: str) -> Understood:
        """What a cell of a column means. Raises BadCell with what was expected."""
        if is_empty(text):
            return Understood()
        if text.startswith("="):
            raise BadCell(use.column, _FORMULA_EXPECTED)
        if use.flag:
            return self._read_flag(use, text)
        column = use.column
        if column in MONTHS_COLUMN:
            return _read_months(use, text)
        if fold_cell(text) in _NO and column not in ("age", "education"):
            return Understood({column: NONE})
        return self._reader_of(column)(text)

    def _reader_of(self, column: str) -> Callable[[str], Understood]:
        special: dict[str, Callable[[str], Understood]] = {
            "age": _read_age,
            "education": _read_education,
            "licenses": self._read_credentials_or_licenses("licenses"),
            "credentials": self._read_credentials_or_licenses("credentials"),
            "training": self._read_training,
        }
        return special.get(column) or partial(self._read_plain, column)

    def _read_flag(self, use: ColumnUse, text: str) -> Understood:
        folded = fold_cell(text)
        if folded in _YES or _CHECKS & {*text}:
            return Understood({use.column: use.flag}, is_guess=use.column == "education")
        if folded in _NO:
            return Understood({use.column: NONE}, is_guess=True)
        try:
            return self.read(ColumnUse(use.position, use.heading, use.column), text)
        except BadCell:
            raise BadCell(use.column, "expected yes or no") from None

    def _read_plain(self, column: str, text: str) -> Understood:
        """A cell as a profile's table has it, or a list of which each entry is known."""
        names = self._entries.get(column)
        if names is None:
            self._cells.read(column, text)
            return Understood({column: text})
        whole = names.get(fold_cell(text))
        entries = (
            [whole] if whole else [self._entry(column, part) for part in self._parts(column, text)]
        )
        return self._checked({column: entries})

    def _read_credentials_or_licenses(self, column: str) -> Callable[[str], Understood]:
        other = "licenses" if column == "credentials" else "credentials"

        def read(text: str) -> Understood:
            lists: dict[str, list[str]] = {column: []}
            for part in self._parts(column, text):
                try:
                    lists[column].append(self._entry(column, part))
                except BadCell:
                    if (entry := _look_up(self._entries[other], part)) is None:
                        raise
                    lists.setdefault(other, []).append(entry)
            return self._checked(lists)

        return read

    def _parts(self, column: str, text: str) -> Iterator[str]:
        """The entries of a list, each as it is written."""
        for part in filter(None, map(str.strip, _BETWEEN_ENTRIES.split(text))):
            is_whole = part.lower() in self._entries[column].values()
            yield from [part] if is_whole else filter(None, map(str.strip, part.split(_SLASH)))

    def _entry(self, column: str, part: str) -> str:
        """An entry of a list as a profile has it. Raises BadCell for one that is not known."""
        entry = _look_up(self._entries[column], part)
        if entry is None:
            try:
                self._cells.read(column, part)  # raises, and names what is near
            except BadCell as error:
                raise _for_everybody(error, part) from error
            entry = part
        return entry

    def _checked(self, lists: Mapping[str, list[str]]) -> Understood:
        cells = {name: LIST_SEPARATOR.join(entries) or NONE for name, entries in lists.items()}
        for name, cell in cells.items():
            self._cells.read(name, cell)
        return Understood(cells, is_guess=len(cells) > 1)

    def _read_training(self, text: str) -> Understood:
        try:
            self._cells.read("training", text)
        except BadCell as error:
            words = fold_cell(text).split()
            subjects = dict.fromkeys(_SUBJECTS[word] for word in words if word in _SUBJECTS)
            if not subjects or _NOT_FINISHED.search(" ".join(words)):
                expected = "expected programs finished, such as a coding program"
                raise BadCell("training", expected) from error
            approver = next((_APPROVERS[word] for word in words if word in _APPROVERS), "")
            entries = [f"{subject}:{approver}".rstrip(":") for subject in subjects]
            return Understood({"training": LIST_SEPARATOR.join(entries)}, is_guess=True)
        return Understood({"training": text})


def _for_everybody(error: BadCell, part: str) -> BadCell:
    """The fault without the hint at a command, which many who have a class cannot run."""
    cause = error.__cause__
    if type(cause) is not UnknownCredential or cause.nearest:
        return error
    return BadCell(
        error.column,
        f'no credential is called "{part[:_LONGEST_PART]}"; expected codes such as "CPC, CCS"',
    )


def _look_up(entries: Mapping[str, str], part: str) -> str | None:
    """The entry that a wording stands for, its year and the dots of its letters passed over."""
    folded = fold_cell(_YEAR.sub("", part))
    bare = " ".join(word for word in folded.split() if word not in _SAY_WHAT_IT_IS)
    return next(filter(None, map(entries.get, (folded, _SPELLED.sub(r"\1", folded), bare))), None)


def _read_age(text: str) -> Understood:
    match = _AGE.fullmatch(fold_cell(text))
    if not match or int(match[1]) > LONGEST_LIFE:
        raise BadCell("age", "expected a whole number of years")
    return Understood({"age": match[1]})


def _read_education(text: str) -> Understood:
    folded = fold_cell(text)
    expected = f"expected the highest level finished: {', '.join(EducationLevel)}"
    if folded == NONE:
        return Understood({"education": NONE})
    if folded.replace(" ", "-") in set(EducationLevel):
        return Understood({"education": folded.replace(" ", "-")})
    if _NOT_FINISHED.search(folded):
        raise BadCell("education", f"{expected}; what is in progress does not count yet")
    for level, pattern in _EDUCATION:
        if match := re.search(rf"\b(?:{pattern})\b", folded):
            is_guess = match[0] != folded or folded in _ALSO_MEAN_OTHER_THINGS
            return Understood({"education": str(level)}, is_guess)
    raise BadCell("education", expected)


def _read_months(use: ColumnUse, text: str) -> Understood:
    """Months of work, of the kind that the cell names where the heading names none."""
    column = use.column
    plain = _DECIMAL_COMMA.sub(r"\1.\2", text.strip().lower())
    if fold_cell(text) in _NO:
        return Understood({column: "0"})
    if _NUMBER.fullmatch(plain):
        if use.in_years is None:
            raise BadCell(column, _MONTHS_EXPECTED)
        return _months_of(column, float(plain) * (12 if use.in_years else 1), is_guess=False)
    match = _LENGTH.fullmatch(plain)
    if not match or not (match["years"] or match["months"]):
        raise BadCell(column, _MONTHS_EXPECTED)
    months = 12 * float(match["years"] or 0) + float(match["months"] or 0)
    is_guess = bool(match["more"] or match["of"]) or "+" in plain
    return _months_of(_kind_of_work(use, match["of"] or ""), months, is_guess)


def _kind_of_work(use: ColumnUse, words: str) -> str:
    """The column of months that the words behind a length are about. Raises BadCell."""
    column = work_column(words)
    if column is None:
        raise BadCell(use.column, _MONTHS_EXPECTED)
    if column and column != use.column and not use.is_guess:
        raise BadCell(use.column, "another kind of work; expected that of the column")
    return column or use.column


def _months_of(column: str, months: float, is_guess: bool) -> Understood:
    if months > MOST_MONTHS:
        raise BadCell(column, "more than 70 years of work; " + _MONTHS_EXPECTED)
    return Understood({column: str(int(months))}, is_guess)


@once_per_catalog
def word_reader_of(catalog: Catalog) -> WordReader:
    """The reader that knows the credentials and issuers of a catalog by letters and name."""
    return WordReader(cell_reader_of(catalog), entry_names(catalog))
