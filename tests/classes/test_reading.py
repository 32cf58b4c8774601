"""A class out of somebody's table: what is understood, guessed, refused and mended."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.classes import BadClass, ColumnChoice, find_header, read_class, read_pasted
from cert_model.screening import cell_reader_of, write_cells
from tests.catalogs import project_catalog
from tests.classes.examples import COUNSELORS, cells_of, read
from tests.screening.tables import random_people, table_of


def test_a_counselors_table_is_understood_as_far_as_it_can_be(catalog: Catalog) -> None:
    reading = read(catalog, COUNSELORS)
    assert [student.name for student in reading.students] == [
        *("Maria Lopez (1)", "Maria Lopez (2)", "Bo Ng", "Åse Øre"),
    ]
    first, second, third, fourth = (dict(student.cells) for student in reading.students)
    assert first == {
        "education": "high-school",
        "months_coding": "24",
        "credentials": "aapc/cpc;ahima/ccs",
        "licenses": "none",
    }
    assert (second["education"], second["months_coding"]) == ("bachelor", "18")
    assert (second["licenses"], second["credentials"]) == ("rn", "none")
    assert "credentials" not in third
    assert fourth == {"credentials": "aapc/cpc", "licenses": "rn"}
    assert [use.heading for use in reading.unused] == ["Notes"]


def test_a_cell_that_is_not_understood_is_named_and_counts_as_unknown(catalog: Catalog) -> None:
    faults = read(catalog, COUNSELORS).faults
    assert {(fault.line, fault.heading, fault.cell) for fault in faults} == {
        (6, "Highest Education", "in progress AAS"),
        (6, "Years coding", "lots"),
        (6, "RN license", "maybe"),
    }
    assert all(fault.text.startswith("expected") for fault in faults)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("NAME", "person"),
        ("Student", "person"),
        ("Éducation  level", "education"),
        ("Highest_Education", "education"),
        ("Educaton", "education"),
        ("highest level of education completed", "education"),
        ("Years coding", "months_coding"),
        ("Coding experience (months)", "months_coding"),
        ("Years of inpatient coding", "months_inpatient_coding"),
        ("Billing experience", "months_billing"),
        ("Certs", "credentials"),
        ("CPC", "credentials"),
        ("RN license", "licenses"),
        ("AAPC member", "memberships"),
        ("Medical terminology", "courses"),
        ("Participant's full name", "person"),
        ("Age (years)", "age"),
        ("Certification(s)", "credentials"),
        ("Phone", ""),
        ("School name", ""),
        ("Favorite color", ""),
    ],
)
def test_a_heading_names_its_column(catalog: Catalog, heading: str, column: str) -> None:
    rest = "" if column == "person" else "Full name\tEmail\t"
    text = f"{rest}{heading}\n{rest}x"
    uses = read(catalog, text).uses
    assert uses[-1].column == column


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("Education", "Bachelor’s degree", {"education": "bachelor"}),
        ("Education", "B.S. in Biology", {"education": "bachelor"}),
        ("Education", "A.A.S.", {"education": "associate"}),
        ("Education", "Some college, no degree", {"education": "some-college"}),
        ("Education", "GED", {"education": "high-school"}),
        ("Education", "high school diploma or equivalent", {"education": "high-school"}),
        ("Education", "no high school diploma", {"education": "none"}),
        ("Education", "HS diploma and Associate", {"education": "associate"}),
        ("Education", "MBA", {"education": "master"}),
        ("Education", "pursuing a BA", {}),
        ("Education", "yes", {}),
        ("Age", "34 yrs", {"age": "34"}),
        ("Age", "1990-05-01", {}),
        ("Coding experience", "2 years", {"months_coding": "24"}),
        ("Coding experience", "18 mo", {"months_coding": "18"}),
        ("Coding experience", "1 yr, 6 mos", {"months_coding": "18"}),
        ("Coding experience", "2+ years", {"months_coding": "24"}),
        ("Coding experience", "2 years coding", {"months_coding": "24"}),
        ("Experience", "2 years billing", {"months_billing": "24"}),
        ("Experience", "3 years hospital coding", {"months_coding": "36"}),
        ("Experience", "5y as an inpatient CDI", {}),
        ("Experience", "5y CDI", {"months_inpatient_cdi": "60"}),
        ("Experience", "2 years baking", {}),
        ("Coding experience", "2 years billing", {}),
        ("Highest school", "GED", {"education": "high-school"}),
        ("Years coding", "½", {}),
        ("Years coding", "—", {}),
        ("Years coding", "2,5", {"months_coding": "30"}),
        ("Certs", "C.P.C. (2019)", {"credentials": "aapc/cpc"}),
        ("Certs", "CPC (in progress)", {}),
        ("Coding experience", "none", {"months_coding": "0"}),
        ("Coding experience", "2", {}),
        ("Coding experience", "less than 1 year", {}),
        ("Coding experience", "yes", {}),
        ("Months coding", "7", {"months_coding": "7"}),
        ("Certs", "CPC, CCS", {"credentials": "aapc/cpc;ahima/ccs"}),
        ("Certs", "Certified Professional Coder", {"credentials": "aapc/cpc"}),
        ("Certs", "CPC and XYZ", {}),
        ("Certs", "CCDS", {"credentials": "acdis/ccds"}),
        ("Certs", "CMAS", {}),
        ("Certs", "n/a", {}),
        ("Licenses", "Registered Nurse", {"licenses": "rn"}),
        ("Licenses", "licensed RN", {"licenses": "rn"}),
        ("Certs", "CPC certification", {"credentials": "aapc/cpc"}),
        ("Certs", "LPN license, CPC", {"credentials": "aapc/cpc", "licenses": "lpn"}),
        ("Certs", "certified", {}),
        ("RN license", "✓", {"licenses": "rn"}),
        ("CPC", "Y", {"credentials": "aapc/cpc"}),
        ("Courses", "Medical Terminology", {"courses": "medical-terminology"}),
        ("Member of", "AAPC & AHIMA", {"memberships": "aapc;ahima"}),
        ("Training", "AAPC medical coding course", {"training": "coding:aapc"}),
        ("Training", "basket weaving", {}),
    ],
)
def test_a_cell_in_ordinary_words(
    catalog: Catalog, heading: str, cell: str, expected: dict[str, str]
) -> None:
    assert cells_of(catalog, heading, cell) == expected


def test_letters_that_two_issuers_share_are_refused_with_both_named(catalog: Catalog) -> None:
    (fault,) = read(catalog, "Name\tCerts\nAda\tCMAS").faults
    assert "write one of: amt/cmas, ccma/cmas" in fault.text


def test_headings_with_another_sign_than_the_rows_are_still_headings(catalog: Catalog) -> None:
    reading = read(catalog, "Name;School;Certs held,notes\nAda,GED,none,\nBob,HS,,late\n")
    assert [student.name for student in reading.students] == ["Ada", "Bob"]
    assert [use.heading for use in reading.uses] == ["Name", "School", "Certs held", "notes"]


def test_a_guess_names_the_kind_of_work_that_the_cell_is_about(catalog: Catalog) -> None:
    (guess,) = read(catalog, "Name\tExperience\nAda\t2 years billing").guesses
    assert guess.column == "months_billing"


def test_what_a_profiles_own_table_says_is_read_without_a_guess(catalog: Catalog) -> None:
    people = random_people(3, 60)
    out = io.StringIO()
    csv.writer(out).writerows(table_of(people))
    reading = read(catalog, out.getvalue())
    assert not reading.faults
    reader = cell_reader_of(catalog)
    expected = [reader.read_profile(write_cells(profile), complete=False) for profile in people]
    assert [student.profile for student in reading.students] == expected


def test_columns_without_headings_are_guessed_by_their_cells(catalog: Catalog) -> None:
    reading = read(catalog, "Ada, HS, CPC, 34\nBen, BA, none, 22")
    assert [use.column for use in reading.uses] == ["person", "education", "credentials", "age"]
    assert all(use.is_guess for use in reading.uses)
    assert [student.name for student in reading.students] == ["Ada", "Ben"]


def test_a_column_whose_heading_says_nothing_is_guessed_by_its_cells(catalog: Catalog) -> None:
    text = (
        "Name\tHS / college\tLetters after it\tSeat\nAda\tHS diploma\tCPC-A\t30\nBen\tAAS\tRN\t31"
    )
    reading = read(catalog, text)
    assert [use.column for use in reading.uses] == ["person", "education", "credentials", ""]
    assert [use.is_guess for use in reading.uses] == [False, True, True, False]
    ben = reading.students[1].cells
    assert (ben["education"], ben["licenses"]) == ("associate", "rn")
    assert [use.heading for use in reading.overlooked] == ["Seat"]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Goal", "CPC"),
        ("Target certs", "CPC"),
        ("Next exam", "CCS"),
        ("State", "MA"),
        ("Wants to earn", "RN"),
    ],
)
def test_letters_below_a_wish_or_a_place_are_not_what_a_person_has(
    catalog: Catalog, heading: str, cell: str
) -> None:
    text = f"Name\t{heading}\nAda\t{cell}\nBen\t{cell}"
    assert read(catalog, text).uses[1].column == ""


def test_a_column_that_a_person_chose_not_to_use_is_not_overlooked(catalog: Catalog) -> None:
    rows = read_pasted("Name\tSeat\tEmpty\nAda\t30\t\nBen\t31\t")
    (seat,) = read_class(catalog, rows).overlooked
    assert seat.heading == "Seat"
    assert read_class(catalog, rows, {1: ColumnChoice("")}).overlooked == ()


def test_numbers_of_rows_are_no_names_and_no_ages(catalog: Catalog) -> None:
    reading = read(catalog, "1\tAnn\tHS\n2\tBob\tGED")
    assert [use.column for use in reading.uses] == ["", "person", "education"]


def test_letters_that_may_mean_something_else_are_a_guess(catalog: Catalog) -> None:
    (guess,) = read(catalog, "Name\tEducation\nAda\tMA\nBen\tBA").guesses
    assert (guess.person, guess.cell, guess.text) == ("Ada", "MA", "master")


def test_a_dash_says_nothing_and_a_sign_that_is_not_read_is_named(catalog: Catalog) -> None:
    faults = read(catalog, "Name\tYears coding\nAda\t—\nBen\t½").faults
    assert [(fault.person, fault.cell) for fault in faults] == [("Ben", "½")]


def test_names_alone_are_a_class(catalog: Catalog) -> None:
    names = [student.name for student in read(catalog, "Ada\nBen\nada").students]
    assert names == ["Ada (1)", "Ben", "ada (2)"]


@given(st.lists(st.sampled_from(["Ada", "ADA", "Ada (1)", "Ada (2)", "Ben"]), min_size=1))
def test_every_person_is_told_apart_and_nobody_is_merged(names: list[str]) -> None:
    students = read(project_catalog(), "\n".join(["Name", *names])).students
    shown = [student.name.casefold() for student in students]
    assert len(shown) == len(set(shown)) == len(names)
    assert all(name in student.name for name, student in zip(names, students, strict=True))


def test_a_row_with_too_many_cells_keeps_its_person_and_loses_its_answers(
    catalog: Catalog,
) -> None:
    reading = read(catalog, "Name,Education\nAda,HS,GED\nBen,BA\nCyd,BA")
    ada, ben, _ = (dict(student.cells) for student in reading.students)
    assert (ada, ben) == ({}, {"education": "bachelor"})
    assert reading.students[0].name == "Ada"
    assert [fault.line for fault in reading.faults] == [2]


def test_a_person_may_say_what_a_column_is(catalog: Catalog) -> None:
    rows = read_pasted("Name\tBackground\tAt work\nAda\tBA\t3")
    choices = {1: ColumnChoice("education"), 2: ColumnChoice("months_coding", in_years=True)}
    reading = read_class(catalog, rows, choices)
    (student,) = reading.students
    assert student.cells == {"education": "bachelor", "months_coding": "36"}
    assert not reading.faults
    assert not any(use.is_guess for use in reading.uses)


def test_what_a_person_says_of_a_column_goes_before_the_headings(catalog: Catalog) -> None:
    rows = read_pasted("Name\tEducation\tDiploma\nAda\tBA\tAAS")
    reading = read_class(catalog, rows, {2: ColumnChoice("education")})
    assert reading.students[0].cells == {"education": "associate"}
    assert [use.heading for use in reading.unused] == ["Education"]
    assert read_class(catalog, rows, {1: ColumnChoice("")}).students[0].cells == {
        "education": "associate"
    }


def test_a_table_keeps_its_headings_apart_from_its_people(catalog: Catalog) -> None:
    table = find_header(catalog, read_pasted("Spring class\nName\tAge\nAda\t30"))
    assert table.headings == ("Name", "Age")
    assert [row.cells for row in table.people] == [("Ada", "30")]
    without = find_header(catalog, read_pasted("Ada\tBA\nBen\tHS"))
    assert (without.headings, len(without.people)) == ((), 2)


def test_a_stage_without_its_program_is_named_and_the_rest_kept(catalog: Catalog) -> None:
    reading = read(catalog, "Name\tHIM program stage\tAge\nAda\tgraduated\t30")
    assert reading.students[0].cells == {"age": "30"}
    assert [fault.column for fault in reading.faults] == ["him_program_stage"]


def test_a_name_is_one_line_of_letters_that_can_be_seen(catalog: Catalog) -> None:
    rows = read_pasted(f"Name\tAge\n\u202eAda\u0000  Lee\t30\n\u200b\t31\n{'x' * 500}\t32")
    names = [student.name for student in read_class(catalog, rows).students]
    assert names == ["Ada Lee", "Row 3", "x" * 79 + "…"]


def test_an_unknown_credential_is_named_with_what_was_expected(catalog: Catalog) -> None:
    faults = read(catalog, "Name\tCerts\nAda\tqqqq, CPC\nBen\tcpcc").faults
    assert [fault.text for fault in faults] == [
        'no credential is called "qqqq"; expected codes such as "CPC, CCS"',
        'no credential is called "cpcc"; did you mean cpc or cpoc or cpco?',
    ]


def test_a_license_among_certifications_is_a_guess(catalog: Catalog) -> None:
    (guess,) = read(catalog, "Name\tCerts\nAda\tLPN license").guesses
    assert (guess.cell, guess.text) == ("LPN license", "none; lpn")


def test_a_header_without_people_is_refused(catalog: Catalog) -> None:
    with pytest.raises(BadClass, match="nobody below it"):
        read(catalog, "Name\tAge\n")
