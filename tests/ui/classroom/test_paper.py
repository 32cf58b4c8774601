"""What a class prints."""

import re
from html import unescape

import pytest

from cert_model.catalog import Catalog
from cert_model.classes import find_header, judge_class, read_pasted, read_table, sum_up
from ui.classroom import paper
from ui.classroom.example import example_class
from ui.classroom.legend import marks_legend
from ui.classroom.view_model import ClassView

MEAN = "Name\tEducation\tNotes\n<img src=x onerror=alert(1)>\tHS\t<b>\n=1+1\tBA\t{{7*7}}\n"


def view_of(catalog: Catalog, text: str = "") -> ClassView:
    table = find_header(catalog, read_pasted(text)) if text else example_class(catalog)
    reading = read_table(catalog, table)
    (chunk,) = judge_class(catalog, reading.students)
    return ClassView(catalog, reading, chunk.results, sum_up(catalog, chunk.results))


@pytest.fixture(scope="module")
def example(catalog: Catalog) -> ClassView:
    return view_of(catalog)


def words_of(page: bytes) -> str:
    text = page.decode().partition("</style>")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_the_sheet_for_the_wall_names_nobody(example: ClassView) -> None:
    words = words_of(paper.wall(example, "Evening group"))
    assert example.headline in words
    assert "Evening group" in words
    for student in example.reading.students:
        assert student.name not in words
        assert not {*student.name.split()} & {*words.split()}


def test_the_sheet_for_the_wall_spells_out_every_credential(example: ClassView) -> None:
    sheet = words_of(paper.wall(example, ""))
    assert "CPC · Certified Professional Coder" in sheet
    assert "CCA · Certified Coding Associate" in sheet


def test_each_person_has_a_page(example: ClassView) -> None:
    page = paper.pages(example, "", "https://certlens.example/").decode()
    assert page.count("<section>") == len(re.findall("<h1>", page)) == 30
    assert "https://certlens.example/plan?target=" in unescape(page)
    assert "<h1>Maria Lopez (1)</h1>" in page
    assert "Certified Coding Associate" in page


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8731/", "http://localhost/", "http://[::1]:8501/"]
)
def test_an_address_of_this_computer_alone_is_not_printed(example: ClassView, address: str) -> None:
    page = paper.pages(example, "", address)
    assert b"plan?" not in page
    assert b"href" not in page
    assert "open your plan in dated steps with you" in words_of(page)


def test_the_marks_and_the_columns_that_overlap_are_explained(example: ClassView) -> None:
    person = words_of(paper.pages(example, "", "/"))
    assert "△ Eligible: you meet the requirements" in person
    assert "▽ Not yet: something required is missing" in person
    assert "“You may have this already” stands where what is known of you" in person
    wall = words_of(paper.wall(example, ""))
    assert "one step away are also counted in a later column, such as Not yet" in wall
    assert "△ Eligible: they meet the requirements" in marks_legend("they")
    assert "you" not in marks_legend("they")


def test_a_page_says_what_it_rests_on_in_words(catalog: Catalog) -> None:
    text = "Name\tEducation\tMonths coding\tCerts\tLicense\nAda\tAAS\t18\tCPC, CCA\tRN"
    words = words_of(paper.pages(view_of(catalog, text), "", "/"))
    for answer in (
        "Highest education: associate degree",
        "Time in coding: 18 months",
        "Credentials held: CPC, CCA",
        "Licenses: registered nurse",
    ):
        assert answer in words


def test_nothing_of_a_table_becomes_markup(catalog: Catalog) -> None:
    view = view_of(catalog, MEAN)
    for page in (paper.wall(view, "<i>x</i>"), paper.pages(view, "<i>x</i>", "/")):
        assert b"<img" not in page
        assert b"<i>" not in page
        assert b"49" not in page.partition(b"</style>")[2]
    assert b"&lt;img src=x onerror=alert(1)&gt;" in paper.pages(view, "", "/")


@pytest.mark.parametrize(
    ("class_name", "name"),
    [
        ("Evening group, 2026", "evening-group-2026"),
        ("../../etc/passwd", "etc-passwd"),
        ("  ", "class"),
        ("x" * 200, "x" * 60),
    ],
)
def test_files_are_called_after_the_class(class_name: str, name: str) -> None:
    assert paper.file_name(class_name) == name
