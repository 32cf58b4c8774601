"""A log is read whatever a spreadsheet made of it."""

from datetime import date

import pytest

from cert_model.catalog import Catalog
from cert_model.renewal.log import (
    LARGEST_LOG,
    MOST_ROWS,
    LogEntry,
    LogReading,
    parse_entry,
    read_log,
)
from tests.renewal.log.examples import AUDITING

HEADER = "day,title,ceus,issuers,subject,provider,note\n"


@pytest.fixture
def read(catalog: Catalog) -> "Reader":
    return Reader(catalog)


class Reader:
    """Reads texts as files of the project's catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def __call__(self, content: str | bytes, name: str = "log.csv") -> LogReading:
        raw = content.encode() if isinstance(content, str) else content
        return read_log(self._catalog, raw, name)

    def entry(self, content: str | bytes, name: str = "log.csv") -> LogEntry:
        """The only entry of a file without a fault."""
        reading = self(content, name)
        assert reading.problems == ()
        (entry,) = reading.entries
        return entry


LINE = (
    "2026-03-31,Auditing E/M services,1.5,aapc;ahima,"
    'Auditing,AHIMA,"Certificate in the blue folder"'
)


def test_each_column_is_read(read: Reader) -> None:
    assert read.entry(HEADER + LINE) == AUDITING


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_separators_are_told_by_the_header(read: Reader, delimiter: str) -> None:
    text = delimiter.join(["day", "title", "ceus"]) + "\n"
    text += delimiter.join(["2026-03-31", "Audits, twice", "1,5"])
    entry = read.entry(text)
    assert (entry.title, entry.ceus) == ("Audits, twice", 1.5)


def test_the_line_by_which_excel_names_the_separator_is_no_header(read: Reader) -> None:
    assert read.entry("sep=;\nday;title;ceus\n2026-03-31;x;1").title == "x"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_of_spreadsheets_are_read(read: Reader, encoding: str) -> None:
    text = "day,title,ceus\n2026-03-31,Résumé – naïve,1\n"
    assert read.entry(text.encode(encoding)).title == "Résumé – naïve"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_read(read: Reader, end: str) -> None:
    reading = read(end.join(["day,title,ceus", "2026-03-31,a,1", "", "2026-03-30,b,2", ",,"]))
    assert [entry.title for entry in reading.entries] == ["a", "b"]
    assert not reading.set_aside


@pytest.mark.parametrize(
    "header",
    [
        "DAY,Title,CEUs",
        "Date,Course,Hours",
        "Date Earned,Course Title,Credits",
        "completion_date,activity,CEUs-Earned",
    ],
)
def test_columns_go_by_their_usual_names(read: Reader, header: str) -> None:
    assert read.entry(f"{header}\n2026-03-31,x,2").ceus == 2


def test_columns_stand_in_any_order(read: Reader) -> None:
    assert read.entry("Hours,Notes,Date,Title\n2,n,2026-03-31,t").note == "n"


def test_the_closest_of_several_columns_is_taken_and_the_others_named(read: Reader) -> None:
    reading = read("Date,Title,Hours,CEUs,Cost\n2026-03-31,x,60,1,$20")
    assert reading.entries[0].ceus == 1
    assert reading.unread_columns == ("Hours", "Cost")


@pytest.mark.parametrize(
    "text",
    [
        *("2026-03-09", "2026/3/9", "3/9/2026", "03/09/26", "3-9-2026", "9.3.2026", "9-Mar-26"),
        *(
            "Mar 9, 2026",
            "March 9 2026",
            "9 March 2026",
            "2026-03-09 00:00:00",
            "3/9/2026 12:00 AM",
        ),
        "2026-03-09T08:15:00Z",
    ],
)
def test_days_are_read_as_people_and_spreadsheets_write_them(catalog: Catalog, text: str) -> None:
    entry = parse_entry(catalog, {"day": text, "title": "x", "ceus": "1"})
    assert entry.day == date(2026, 3, 9)


def test_a_year_of_two_digits_may_be_of_the_last_century(catalog: Catalog) -> None:
    assert parse_entry(catalog, {"day": "1/2/80", "title": "x", "ceus": "1"}).day.year == 1980


@pytest.mark.parametrize(
    ("text", "ceus"),
    [("2", 2), ("1.5", 1.5), (".25", 0.25), ("1,5", 1.5), ("2 CEUs", 2), ("1.0 hr", 1), ("+3", 3)],
)
def test_ceus_are_read_with_their_unit_and_a_decimal_comma(
    catalog: Catalog, text: str, ceus: float
) -> None:
    entry = parse_entry(catalog, {"day": "2026-03-31", "title": "x", "ceus": text})
    assert entry.ceus == ceus


def test_ceus_are_rounded_to_hundredths(catalog: Catalog) -> None:
    entry = parse_entry(catalog, {"day": "2026-03-31", "title": "x", "ceus": "0.30000000000000004"})
    assert entry.ceus == 0.3


@pytest.mark.parametrize(
    "text",
    [
        *("aapc;ahima", "AAPC, AHIMA", "ahima/aapc", "AHIMA and AAPC", "aapc & AHIMA;AAPC"),
        "American Academy of Professional Coders and ahima",
        "AAPC (American Academy of Professional Coders)|AHIMA",
    ],
)
def test_issuers_go_by_id_letters_and_name(catalog: Catalog, text: str) -> None:
    cells = {"day": "2026-03-31", "title": "x", "ceus": "1", "issuers": text}
    assert parse_entry(catalog, cells).issuers == ("aapc", "ahima")


def test_every_issuer_of_the_catalog_is_known_by_its_name(catalog: Catalog) -> None:
    for issuer in catalog.issuers.values():
        for name in (issuer.id, issuer.letters, issuer.name):
            cells = {"day": "2026-03-31", "title": "x", "ceus": "1", "issuers": name}
            assert parse_entry(catalog, cells).issuers == (issuer.id,)


def test_a_cell_of_several_lines_is_one_line(read: Reader) -> None:
    assert read.entry('day,title,ceus\n2026-03-31,"a\n b\t c",1').title == "a b c"


def test_the_guard_of_a_formula_is_taken_off(read: Reader) -> None:
    assert read.entry("day,title,ceus\n2026-03-31,'=SUM(A1),1").title == "=SUM(A1)"


def test_empty_cells_may_be_left_out_at_the_end_of_a_row(read: Reader) -> None:
    assert read.entry(f"{HEADER}2026-03-31,x,1").note == ""


@pytest.mark.parametrize("name", ["log.yaml", "log.YML", "log", "log.dat"])
@pytest.mark.parametrize("beginning", ["entries:\n", ""])
def test_yaml_is_told_by_name_or_text(read: Reader, name: str, beginning: str) -> None:
    text = (
        "- day: 2026-03-31\n  title: Auditing E/M services\n  ceus: 1.5\n"
        "  issuers: [AAPC, ahima]\n  subject: Auditing\n  provider: AHIMA\n"
        "  note: Certificate in the blue folder\n"
    )
    assert read.entry(beginning + text, name) == AUDITING


def test_yaml_fields_go_by_synonyms_and_may_be_empty(read: Reader) -> None:
    reading = read("- {Date: 3/31/2026, course: 2026, hours: 2, note: ~, cost: 5}", "log.yaml")
    assert reading.entries == (LogEntry(date(2026, 3, 31), "2026", 2),)
    assert reading.unread_columns == ("cost",)


def test_a_cell_may_have_fifty_lines(read: Reader) -> None:
    cell = "\n".join(["x"] * 50)
    assert read.entry(f'day,title,ceus\n2026-03-31,"{cell}",1').title == " ".join(["x"] * 50)
    assert read(f'day,title,ceus\n2026-03-31,"{cell}\n",1').entries == ()


def test_a_log_may_be_as_large_as_it_says(read: Reader) -> None:
    rows = "day,title,ceus\n" + "2026-03-31,x,1\n" * MOST_ROWS
    assert len(read(rows.ljust(LARGEST_LOG, "\n")).entries) == MOST_ROWS


def test_a_log_of_ten_thousand_rows_is_read_whole(read: Reader) -> None:
    rows = [f"3/{number % 28 + 1}/2026,Course {number},1.5" for number in range(10_000)]
    reading = read("\n".join(["day,title,ceus", *rows]))
    assert len(reading.entries) == 10_000
    assert reading.set_aside == ()
