"""The page A class, run without a browser."""

import io
import re
from typing import Any

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.app.sessions import (
    button_labels,
    move_to,
    open_page,
    page_text,
    plain,
    plain_text,
    press,
    run,
    table_rows,
)
from ui.classroom import judging

THREE = "Name\tBackground\tCerts\nAda\tHS diploma\tnone\nBen\tlots\tCPC\nBen\tBA\tnone"
FIRST_QUESTION = "Who in your class may sit for which exam?"


def pasted(text: str, app: AppTest | None = None) -> AppTest:
    """The session after a text was pasted and read."""
    app = app or open_page("class")
    app.text_area[0].set_value(text)
    return press(app, "Read what I pasted")


def brought(name: str, content: bytes, app: AppTest | None = None) -> AppTest:
    """The session after a file was brought."""
    app = app or open_page("class")
    app.file_uploader[0].set_value((name, content, "text/csv"))
    return run(app)


def edit(app: AppTest, **edits: Any) -> AppTest:
    """The session after changes in the editor, in its own words."""
    whole = {"edited_rows": {}, "added_rows": [], "deleted_rows": []} | edits
    app.session_state[str(app.data_editor[0].key)] = whole
    return run(app)


def understood(app: AppTest) -> str:
    """What the page says that it understood, with the cells that it did not."""
    return plain_text(app) + "".join(html.body for html in app.html)


def choose_column(app: AppTest, heading: str, name: str) -> AppTest:
    app.session_state["classroom:columns"] = True
    app = run(app)
    next(box for box in app.selectbox if box.label == f"`{heading}`").set_value(name)
    return run(app)


def test_a_newcomer_reads_what_the_page_is_for_its_limits_and_sees_an_example() -> None:
    app = open_page("class")
    assert app.title[0].value == FIRST_QUESTION
    for limit in ("5,000 people", "5 MB", "no copy is kept", "certlens screen"):
        assert limit in plain_text(app)
    app = press(app, "Show an example class")
    assert "of 30 may sit for the CPC" in app.title[0].value
    assert app.query_params["example"] == "yes"
    assert press(app, "Bring my own class").title[0].value == FIRST_QUESTION


def test_a_pasted_class_is_read_and_judged() -> None:
    app = pasted(THREE)
    assert plain(app.title[0].value).startswith("2 of 3 may sit for the CPC, 2 for the CCS")
    assert "3 people. 3 of 3 columns used. 1 column guessed." in plain_text(app)
    rows = table_rows(app)
    assert [row.partition("]")[0] for row in rows] == ["[Ada", "[Ben (1)", "[Ben (2)"]
    assert "✓ Held" in rows[1]
    assert "△ Eligible: they meet the requirements" in plain_text(app)
    assert "one step away are also counted in a later column" in plain_text(app)
    assert dict(app.query_params) == {}, "no address holds anything of it"


def test_a_column_is_mapped_and_a_cell_mended_and_neither_loses_the_other() -> None:
    app = choose_column(pasted(THREE), "Background", "education")
    assert "1 cell not understood" in plain_text(app)
    assert "row 2 “lots” (Ben (1))" in understood(app)
    app = edit(app, edited_rows={1: {"c1": "associate"}}, added_rows=[{"c0": "Cyd", "c1": "GED"}])
    assert "not understood" not in plain_text(app)
    assert "4 people" in plain_text(app)
    app = choose_column(app, "Certs", "not used")
    assert "4 people. 2 of 3 columns used. Not used: `Certs`" in plain_text(app)
    assert "not used: Certs" not in plain_text(app), "whoever chose that is not asked again"
    assert "✓ Held" not in "".join(table_rows(app))
    app = choose_column(app, "Certs", "as read")
    assert "✓ Held" in table_rows(app)[1]


def test_what_was_typed_is_there_after_a_look_at_another_page_and_at_the_example() -> None:
    app = choose_column(pasted(THREE), "Background", "education")
    app = edit(app, edited_rows={0: {"c0": "Adam"}})
    app = move_to(move_to(app, "guide"), "class")
    assert app.data_editor[0].value["c0"].tolist() == ["Adam", "Ben", "Ben"]
    assert "3 of 3 columns used." in plain_text(app)
    app = move_to(move_to(app, "class", example="yes"), "guide")
    app = move_to(app, "class", example="no")
    assert table_rows(app)[0].startswith("[Adam]")


def test_another_class_puts_the_table_away_and_one_press_fetches_it_back() -> None:
    app = press(pasted(THREE), "Another class")
    assert app.title[0].value == FIRST_QUESTION
    assert app.text_area[0].value == "", "no press can put the old text above a mended table"
    assert table_rows(press(app, "Back to the last table"))[0].startswith("[Ada]")


def test_a_class_is_typed_into_an_empty_table_in_ordinary_words() -> None:
    app = press(open_page("class"), "Type into an empty table")
    assert app.title[0].value == "Who is in your class?"
    ada = {"c0": "Ada", "c1": "high school diploma or equivalent", "c2": "18", "c4": "CCA, CPC"}
    ben = {"c0": "Ben", "c1": "ged", "c2": "2 years", "c3": "cpc", "c4": "CPC-A", "c5": "RN"}
    app = edit(app, edited_rows={0: ada, 1: ben})
    assert plain(app.title[0].value).startswith("0 of 2 may sit for the CPC, 2 for the CCS")
    assert "2 people. 6 of 6 columns used. **1 cell not understood**" in plain_text(app)
    assert "row 2 “cpc” (Ben)" in understood(app)
    assert "✓ Held" in table_rows(app)[0]


def test_what_the_table_does_not_say_may_count_as_absent() -> None:
    app = pasted("Name\tEducation\nAda\t")
    assert "Not settled yet" in table_rows(app)[0]
    app.button_group(key="class:rest").set_value("absent")
    app = run(app)
    assert "Not yet" in table_rows(app)[0]
    assert app.query_params["rest"] == "absent"


def test_the_page_says_what_a_cell_that_is_not_understood_counts_as() -> None:
    app = pasted("Name\tEducation\nAda\tlots")
    assert "not understood**; what it says counts as unknown." in plain_text(app)
    app.button_group(key="class:rest").set_value("absent")
    assert "counts as no, as do blanks." in plain_text(run(app))


def workbook(*rows: tuple[str, ...]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.create_sheet(index=0)
    for row in rows:
        sheet.append(row)
    book.save(out)
    return out.getvalue()


def test_a_workbook_is_brought_and_its_formulas_are_not_run() -> None:
    app = brought("class.xlsx", workbook(("Name", "Education"), ("=1+1", "HS"), ("Ben", "BA")))
    assert "2 people" in plain_text(app)


BAD_FILES = {
    b"": "The table is empty",
    b" \n\n": "The table is empty",
    b"Name,Education\n": "nobody below it",
    b"PK\x03\x04 not a workbook": "save it as",
    b"\xd0\xcf\x11\xe0" + bytes(600): "old Excel file",
    b"%PDF-1.7 ...": "a PDF",
    b"\x89PNG\r\n" + bytes(90): "a picture",
    bytes(range(256)) * 8: "not text",
    b"Name," + b"x," * 200 + b"\nAda,HS\n": "columns",
    b"Name\n" + b"Ada\n" * 5_001: "5,001 people",
}


def test_a_file_that_cannot_be_read_gets_one_plain_line() -> None:
    app = open_page("class")
    for content, line in BAD_FILES.items():
        app = brought("class.xlsx", content, app)
        assert app.title[0].value == FIRST_QUESTION
        (warning,) = app.warning
        assert line in plain(warning.value)
        assert "\n" not in warning.value


def test_an_error_leaves_the_pasted_text_in_its_box() -> None:
    app = pasted("   ")
    assert app.warning.len == 1
    app = pasted("Name\tAge\n")
    assert app.text_area[0].value == "Name\tAge\n"
    assert "nobody below it" in app.warning[0].value


def test_too_many_people_by_hand_are_refused_with_the_table_left_in_place() -> None:
    app = edit(pasted(THREE), added_rows=[{"c0": "x"}] * 4_998)
    assert "5,001 people" in plain(app.warning[0].value)
    assert app.data_editor.len == 1


MEAN = (
    "Name\tEducation\tCerts\n"
    "<script>alert(1)</script>\tHS\t<img src=x>\n"
    "[x](javascript:alert(1))\tHS\twww.evil.example\n"
    "=HYPERLINK(1)\tHS\t**bold**\n"
)


def test_nothing_of_a_table_is_injected_into_the_page() -> None:
    app = pasted(MEAN)
    people = app.table[0].value["Person"].tolist()
    assert all(cell.count("](") == 1 and "](plan?target=" in cell for cell in people)
    assert people[1].startswith(r"[\[x\]\(javascript\:alert\(1\)\)](plan?")
    shown = page_text(app)
    assert "“&lt;img src=x&gt;”" in shown
    assert "<img" not in shown
    assert "www.evil" not in re.sub("<ul>.*</ul>", "", shown), "HTML alone makes no link of it"


def test_junk_from_a_client_leaves_the_table_as_it_was() -> None:
    app = pasted(THREE)
    junks: tuple[Any, ...] = (5, "x", [], {"edited_rows": {9: {"c0": "x"}}})
    for junk in junks:
        app.session_state[str(app.data_editor[0].key)] = junk
        app = run(app)
        assert table_rows(app)[0].startswith("[Ada]")


def test_a_press_on_stop_keeps_those_judged_by_then_and_the_rest_can_follow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[int] = []

    def press_stop(_box: object, done: int, _seconds: float) -> None:
        shown.append(done)
        judging.stop()
        st.rerun()  # as a press does: the script ends here, and begins anew

    monkeypatch.setattr(judging, "QUIET_SECONDS", -1)
    monkeypatch.setattr(judging.ProgressBox, "show", press_stop)
    app = pasted("Name\tEducation\n" + "\n".join(f"P{number}\tHS" for number in range(300)))
    assert shown == [250]
    assert "of 250 may sit" in app.title[0].value
    assert "You stopped before 50 people were checked." in plain_text(app)
    monkeypatch.undo()
    app = press(app, "Check the rest")
    assert "of 300 may sit" in app.title[0].value
    assert "You stopped" not in plain_text(app)


def test_a_quick_class_shows_no_progress() -> None:
    app = pasted(THREE)
    assert not any(label.startswith("Stop") for label in button_labels(app))
    assert {block.type for block in app.main} & {"progress"} == set()
