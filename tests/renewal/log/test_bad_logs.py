"""What is wrong with a log is named with its line, and costs no good row."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.loading.yaml_reader import parse_plain_word
from cert_model.renewal.log import (
    LARGEST_LOG,
    MOST_CEUS,
    MOST_ROWS,
    BadEntry,
    BadLog,
    LogReading,
    parse_entry,
    read_log,
    write_set_aside,
)
from tests.catalogs import project_catalog

CELLS = {"day": "2026-03-31", "title": "x", "ceus": "1"}


def read(text: str, name: str = "log.csv") -> LogReading:
    return read_log(project_catalog(), text.encode(), name)


def refusal(raw: bytes, name: str = "log.csv") -> str:
    with pytest.raises(BadLog) as caught:
        read_log(project_catalog(), raw, name)
    message = str(caught.value)
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("day", "", "expected a day such as 2026-03-31 or 3/31/2026, found nothing"),
        ("day", "soon", 'expected a day such as 2026-03-31 or 3/31/2026, found "soon"'),
        ("day", "46112", 'expected a day such as 2026-03-31 or 3/31/2026, found "46112"'),
        ("day", "2026-02-30", '"2026-02-30" is not on the calendar'),
        ("day", "2/29/2026", '"2/29/2026" is not on the calendar'),
        ("day", "0000-01-01", '"0000-01-01" is not on the calendar'),
        ("day", "31/3/2026", '"31/3/2026" has no such month'),
        ("day", "3 Mrz 2026", '"3 Mrz 2026" has no such month'),
        ("day", "2026-11-24", '"2026-11-24" is in the future'),
        ("day", "3/31/27", '"3/31/27" is in the future'),
        ("day", "3/31/79", '"3/31/79" is in the future'),
        ("day", "1979-12-31", '"1979-12-31" lies before 1980'),
        ("title", " ", "expected text, found nothing"),
        ("title", "x" * 301, "301 characters; expected at most 300"),
        ("title", "a\x7fb", "a control character (U+007F)"),
        ("ceus", "", f"expected a number above 0 and at most {MOST_CEUS}, found nothing"),
        ("ceus", "0", f'expected a number above 0 and at most {MOST_CEUS}, found "0"'),
        ("ceus", "-2", 'found "-2"'),
        ("ceus", "0.001", 'found "0.001"'),
        ("ceus", "150.01", 'found "150.01"'),
        ("ceus", "1,000", 'found "1,000"'),
        ("ceus", "nan", 'found "nan"'),
        ("ceus", "inf", 'found "inf"'),
        ("ceus", "1e2", 'found "1e2"'),
        ("ceus", "two", 'found "two"'),
        ("issuers", "aacp", 'unknown issuer "aacp"; did you mean "aapc"?'),
        ("issuers", "aapc;zzzz", 'unknown issuer "zzzz"; expected one such as aapc'),
        ("subject", "x" * 201, "201 characters; expected at most 200"),
        ("provider", "x" * 201, "201 characters; expected at most 200"),
        ("note", "x" * 2_001, "2,001 characters; expected at most 2,000"),
    ],
)
def test_a_bad_cell_is_named_with_what_was_expected(
    catalog: Catalog, column: str, cell: str, message: str
) -> None:
    with pytest.raises(BadEntry) as caught:
        parse_entry(catalog, {**CELLS, column: cell})
    assert list(caught.value.faults) == [column]
    assert message in caught.value.faults[column]


@pytest.mark.parametrize("column", ["day", "ceus", "issuers"])
def test_a_message_is_one_line_whatever_the_cell(catalog: Catalog, column: str) -> None:
    with pytest.raises(BadEntry) as caught:
        parse_entry(catalog, {**CELLS, column: "no\nsuch\n\nthing"})
    assert "\n" not in str(caught.value)


def test_today_is_no_day_of_the_future_and_1980_is_not_too_early(catalog: Catalog) -> None:
    for day in (catalog.today.isoformat(), "1980-01-01"):
        assert parse_entry(catalog, {**CELLS, "day": day}).day.isoformat() == day


def test_as_many_ceus_as_any_cycle_asks_may_be_earned_at_once(catalog: Catalog) -> None:
    renewals = [
        *(sheet.renewal for sheet in catalog.credentials.values()),
        *(issuer.renewal for issuer in catalog.issuers.values()),
    ]
    asked = [renewal.ceus.top or 0 for renewal in renewals if renewal.ceus]
    assert max(asked) <= MOST_CEUS
    assert parse_entry(catalog, {**CELLS, "ceus": str(MOST_CEUS)}).ceus == MOST_CEUS


def test_every_fault_of_a_row_is_named_at_its_line() -> None:
    reading = read("title,day,ceus\nfine,2026-01-01,1\n,2026-02-30,-1\nfine too,2026-01-02,2\n")
    assert [entry.title for entry in reading.entries] == ["fine", "fine too"]
    assert [(fault.line, fault.field) for fault in reading.problems] == [
        (3, "day"),
        (3, "title"),
        (3, "ceus"),
    ]
    assert reading.set_aside[0].cells == ("", "2026-02-30", "-1")


def test_a_column_is_named_as_the_file_names_it() -> None:
    reading = read('Date Earned,Course,"CEUs\nEarned"\n2026-02-30,x,-1\n')
    assert [fault.field for fault in reading.problems] == ["Date Earned", "CEUs Earned"]


def test_many_unknown_issuers_are_all_named_and_few_looked_for() -> None:
    rows = [f"2026-01-01,x,1,aapc{number}" for number in range(200)]
    messages = [fault.message for fault in read("\n".join(["day,title,ceus,for", *rows])).problems]
    assert len(messages) == 200
    assert 0 < sum("did you mean" in message for message in messages) <= 50


def test_an_unknown_issuer_of_any_length_is_named_shortly() -> None:
    reading = read(f"day,title,ceus,for\n2026-01-01,x,1,{'x' * 100_000}\n")
    assert len(reading.problems[0].message) < 120


def test_no_word_of_a_log_stays_in_mind() -> None:
    parse_plain_word.cache_clear()
    read("- {day: 2026-01-01, title: private words, ceus: 1}", "log.yaml")
    assert parse_plain_word.cache_info().currsize == 0


def test_a_row_with_more_cells_than_the_header_is_set_aside_whole() -> None:
    reading = read("day,title,ceus\n2026-01-01,Audits, twice,1\n2026-01-02,fine,1,,\n")
    assert [entry.title for entry in reading.entries] == ["fine"]
    assert reading.set_aside[0].cells == ("2026-01-01", "Audits", " twice", "1")
    assert "4 cells, but the header names 3 columns" in reading.problems[0].message


@pytest.mark.parametrize(
    "broken",
    [
        '2026-01-02,"never closed,1',
        '2026-01-02,"closed" too early,1',
        '"2026-01-02","never closed,"1"',
        '2026-01-02,x,"1',
    ],
)
@pytest.mark.parametrize("after", ['2026-01-03,"Quotes, too",2', "2026-01-03,Plain,2"])
def test_a_broken_row_hides_none_of_those_after_it(broken: str, after: str) -> None:
    reading = read(f"day,title,ceus\n2026-01-01,first,1\n{broken}\n{after}\n2026-01-04,last,1\n")
    assert [entry.day.day for entry in reading.entries] == [1, 3, 4]
    assert [row.cells for row in reading.set_aside] == [(broken,)]
    assert reading.problems[0].line == 3
    assert "quotation marks that do not pair up" in reading.problems[0].message


def test_a_quoted_cell_that_goes_on_for_ever_is_broken() -> None:
    filler = "2026-01-02,x,1\n" * 60
    reading = read(f'day,title,ceus\n2026-01-01,"open,1\n{filler}",",1\n2026-01-03,last,1\n')
    assert len(reading.entries) == 61


def test_a_row_of_one_huge_cell_is_set_aside() -> None:
    reading = read(f"day,title,ceus\n2026-01-01,{'x' * 200_000},1\n2026-01-02,fine,1\n")
    assert [entry.title for entry in reading.entries] == ["fine"]
    assert "limit" in reading.problems[0].message


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (b"day,title,ceus\n2026-01-01,R\xc3\xa9sum\xc3\xa9,1\n2026-01-02,\xe9,1\n", "Résumé"),
        (b"day,title,ceus\n2026-01-01,R\xe9sum\xe9,1\n2026-01-02,\x81,1\n", "Résumé"),
        ("day,title,ceus\n2026-01-01,Résumé,1\n2026-01-02,1,é".encode("utf-16")[:-1], "Résumé"),
    ],
)
def test_bytes_of_another_encoding_spoil_their_row_alone(raw: bytes, title: str) -> None:
    reading = read_log(project_catalog(), raw)
    assert [entry.title for entry in reading.entries] == [title]
    assert [fault.line for fault in reading.problems] == [3]


def test_an_entry_in_yaml_is_named_by_its_own_line() -> None:
    text = (
        "entries:\n- day: 2026-01-01\n  title: fine\n  ceus: 1\n"
        "- 7\n- day: 2026-02-30\n  title: x\n  ceus: 1\n- {day: {year: 2026}, title: x}\n"
    )
    reading = read(text, "log.yaml")
    assert [entry.title for entry in reading.entries] == ["fine"]
    assert [(fault.line, fault.field) for fault in reading.problems] == [
        (5, ""),
        (6, "day"),
        (9, ""),
    ]


def test_what_was_set_aside_is_read_once_it_is_mended() -> None:
    reading = read("Date,Cost,Course,CEUs\n2026-02-30,5,=x,1\n2026-01-01,5,fine,1\n")
    text = write_set_aside(reading).decode("utf-8-sig")
    assert text.startswith("line,column,reason,Date,Cost,Course,CEUs\r\n2,Date,")
    mended = read(text.replace(",2026-02-30,", ",2026-02-28,"))
    assert [(entry.title, entry.day.day) for entry in mended.entries] == [("=x", 28)]
    assert mended.unread_columns == ("line", "column", "reason", "Cost")


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "The file is empty"),
        (b" \r\n\n", "The file is empty"),
        (b"\xef\xbb\xbf", "The file is empty"),
        (b",,,\n,,\n", "The file is empty"),
        (archive(), "The file is a ZIP archive, as Excel's .xlsx is one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "The file is an old Excel or Word file"),
        (b"%PDF-1.7\n", "The file is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "The file is a picture"),
        (bytes(range(256)), "The file is not text"),
        (b"\x7fELF" + b"\x02\x01" * 40, "The file is not text"),
        (b"\xff\xfeday", "The first row names no day, title and ceus"),
        (b"a,b\n1,2\n", "The first row names no day, title and ceus"),
        (b"day,title\n2026-01-01,x\n", "The first row names no ceus"),
        (b"2026-01-01,x,1\n", "The first row names no day, title and ceus"),
        (b'"day,title,ceus\n2026-01-01,x,1\n', "The first row names no day, title and ceus"),
        (b"x" * (LARGEST_LOG + 1), "The file has 2,000,001 bytes; a log has at most 2,000,000."),
        (b"day,title,ceus\n" + b"2026-01-01,x,1\n" * (MOST_ROWS + 1), "more than 20,000 rows"),
        (b"," * 60 + b"day,title,ceus\n", "63 columns; a log has at most 50"),
    ],
)
def test_what_is_no_log_is_refused_with_one_clear_line(raw: bytes, message: str) -> None:
    assert message in refusal(raw)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("entries: [", "Line 2: not valid YAML"),
        ("- {day: 1, day: 2}", 'the key "day" stands here twice'),
        ("- &a {day: 1}\n- *a", "aliases"),
        ("title: x", "Expected a list of entries under entries"),
        ("just text", "Expected a list of entries under entries"),
        ("[" * 50 + "]" * 50, "nested more than 40 levels deep"),
        ("[" + "[]," * 300_000 + "]", "more than 240,000 values"),
        ("- {}\n" * (MOST_ROWS + 1), "more than 20,000 rows"),
    ],
)
def test_yaml_that_is_no_log_is_refused_with_one_clear_line(text: str, message: str) -> None:
    assert message in refusal(text.encode(), "log.yaml")


def test_messages_name_the_file_without_its_folders(catalog: Catalog) -> None:
    reading = read_log(catalog, b"day,title,ceus\n,x,1\n", "../../somewhere/mine.csv")
    assert reading.problems[0].file == "mine.csv"


@given(st.binary(max_size=300), st.sampled_from(["log.csv", "log.yaml", "log"]))
def test_any_bytes_are_read_or_refused(raw: bytes, name: str) -> None:
    try:
        message = "".join(map(str, read_log(project_catalog(), raw, name).problems))
    except BadLog as bad:
        message = str(bad)
    assert "\n" not in message


@given(st.lists(st.text(alphabet=',;x1= "', max_size=15), max_size=8))
def test_good_rows_among_any_others_are_kept(junk: list[str]) -> None:
    rows = [f"x{text.replace(chr(34), '')}" for text in junk]
    lines = "".join(f"{row}\n2026-01-0{day},good,1\n" for day, row in enumerate(rows, 1))
    reading = read(f"day,title,ceus\n{lines}")
    assert [entry.day.day for entry in reading.entries] == [*range(1, len(rows) + 1)]
    assert len(reading.set_aside) == len(rows)


@given(st.lists(st.text(alphabet='",x', max_size=12), max_size=8))
def test_no_line_vanishes_whatever_its_quotation_marks(lines: list[str]) -> None:
    """Where marks pair up across lines, they make one cell; it is kept all the same."""
    marked = [f"{number}{line}{number}" for number, line in enumerate(lines)]
    reading = read("\n".join(["day,title,ceus", *marked]))
    kept = "".join(cell for row in reading.set_aside for cell in row.cells)
    for number in range(len(lines)):
        assert kept.count(str(number)) == 2
