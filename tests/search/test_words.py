"""How texts and queries are split into words."""

import pytest

from cert_model.search import forms_of, split_words, stem
from cert_model.search.words import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("CPC, CCS-P & RHIT", ["cpc", "ccs-p", "rhit"]),
        ("AAPC's e-books", ["aapc", "e-books"]),
        ("doctors’ offices", ["doctors", "offices"]),
        ("Résumé naïve", ["resume", "naive"]),
        ("ＣＰＣ", ["cpc"]),
        ("a\x00b\x1b[31m\u202ec", ["a", "b", "31m", "c"]),
        ("<b>bold</b>", ["b", "bold", "b"]),
        ("日本語", []),
        ("", []),
    ],
)
def test_words_are_letters_and_digits_in_lower_case(text: str, words: list[str]) -> None:
    assert words_in(text) == words


def test_a_query_is_cut_where_no_question_is_longer() -> None:
    assert len(split_words("ab " * 10_000)) < 100


@pytest.mark.parametrize(
    "forms", [("expired", "expires", "expire"), ("coding", "codes"), ("reinstated", "reinstates")]
)
def test_forms_of_a_word_have_a_stem_in_common(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("letters", ["ccs", "cpc", "as", "ehr", "icd-10-cm", "ccs-p"])
def test_letters_stay_as_they_are(letters: str) -> None:
    assert stem(letters) == letters


def test_a_word_with_hyphens_is_known_whole_together_and_in_parts() -> None:
    assert forms_of("icd-10-cm") == ("icd-10-cm", "icd10cm", "icd", "10", "cm")
