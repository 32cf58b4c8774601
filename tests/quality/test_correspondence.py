"""A correction has what is shown with its evidence; an inquiry asks each open question once."""

from datetime import date

import pytest

from cert_model.catalog import Catalog
from cert_model.quality import (
    UnknownPlace,
    correctable_figures,
    write_correction,
    write_inquiry,
)


def test_a_correction_says_what_is_shown_since_when_and_from_where(demo: Catalog) -> None:
    assert write_correction(demo, "demo/abc", "exam.minutes") == (
        "# Correction: ABC, Time, minutes\n"
        "\n"
        "- Credential: A Basic Credential (demo/abc)\n"
        "- Shown on November 23, 2026: 120\n"
        "- As of: 2026\n"
        "- File: good/credentials/demo/abc.yaml, line 12, exam.minutes\n"
        "- Sources:\n"
        "  - About the ABC, Demo Board, March 2026 <https://demo.example/abc>\n"
        "  - Guide to the ABC, Guides, 2025 <https://guides.example/abc>\n"
        "\n"
        "Right value: ______\n"
        "\n"
        "Page that says so, with its date: ______\n"
    )


def test_what_was_not_found_can_be_reported_too(demo: Catalog) -> None:
    text = write_correction(demo, "demo/abc", "pass_rate")
    assert "Shown on November 23, 2026: not found" in text
    assert "Sources: none was found" in text


def test_a_shared_exam_is_corrected_in_the_file_that_holds_it(catalog: Catalog) -> None:
    text = write_correction(catalog, "aapc/cpc-a", "exam.questions")
    assert "data/credentials/aapc/cpc.yaml" in text


@pytest.mark.parametrize("field", ["exam.length", "", "exam.questions.history.0"])
def test_a_place_with_nothing_to_correct_is_refused(demo: Catalog, field: str) -> None:
    with pytest.raises(UnknownPlace, match="demo/abc has nothing at"):
        write_correction(demo, "demo/abc", field)


def test_everything_that_a_page_shows_as_current_can_be_corrected(catalog: Catalog) -> None:
    for key in catalog.credentials:
        for field, figure in correctable_figures(catalog, key).items():
            assert figure.label, (key, field)
            assert write_correction(catalog, key, field).startswith("# Correction: ")


def test_the_day_of_the_report_is_that_of_the_catalog(demo: Catalog) -> None:
    assert demo.today == date(2026, 11, 23)
    assert "November 23, 2026" in write_correction(demo, "demo/abc", "status")


def test_the_mail_to_an_issuer_asks_each_question_once(catalog: Catalog) -> None:
    lines = write_inquiry(catalog, "aapc").splitlines()
    questions = [line.partition(": ")[2] for line in lines if line[:1].isdigit()]
    assert len(questions) == len(set(questions))


def test_the_mail_to_an_issuer_names_the_credentials(handmade: Catalog) -> None:
    assert "ABC: What does a second attempt cost?" in write_inquiry(handmade, "demo")


def test_the_mail_to_an_unknown_issuer_is_refused(handmade: Catalog) -> None:
    with pytest.raises(KeyError):
        write_inquiry(handmade, "nobody")
