"""What a query asks for: words, beginnings, synonyms, and slips of the keyboard."""

from cert_model.search import Query, Synonyms, read_query
from cert_model.search.lexicon import Lexicon
from cert_model.search.query import MOST_PARTS

SYNONYMS = Synonyms([["felony", "criminal record"], ["remote", "at home"]])
TEXTS = (
    "A criminal record, or a conviction",
    "Work at home",
    "The CCS and the CCS-P",
    "Certified coding specialist",
    "Air and aid",
    "AI in the office of an auditor",
    "A specialty",
)


def read(query: str, *, all_unfinished: bool = False) -> Query:
    tokens = (token for text in TEXTS for token in SYNONYMS.tokens(text))
    return read_query(query, Lexicon(TEXTS, tokens), SYNONYMS, all_unfinished=all_unfinished)


def wanted(query: str) -> list[tuple[str, ...]]:
    """The tokens of each alternative of a query of one part."""
    (part,) = read(query).parts
    return [alternative.tokens for alternative in part.alternatives]


def test_words_that_tell_nothing_apart_are_left_out() -> None:
    assert [part.typed for part in read("how do I get the coding").parts] == ["coding"]


def test_a_query_of_nothing_else_keeps_them() -> None:
    assert [part.typed for part in read("how do I").parts] == ["how", "do", "i"]


def test_a_word_finds_its_other_forms() -> None:
    assert wanted("specialists")[0] == wanted("specialist")[0]


def test_a_word_finds_what_means_the_same_as_a_phrase() -> None:
    assert ("crimin record",) in wanted("felony")


def test_a_phrase_is_read_as_one_and_counts_most_where_it_stands_together() -> None:
    (part,) = read("criminal record").parts
    assert [alternative.tokens for alternative in part.alternatives] == [
        ("crimin record",),
        ("crimin", "record"),
    ]
    weights = [alternative.weight for alternative in part.alternatives]
    assert weights == sorted(weights, reverse=True)


def test_the_last_word_may_be_unfinished_and_the_others_may_not() -> None:
    assert read("crim").parts[0].alternatives
    assert read("crim at home").not_found == ("crim",)
    assert read("crim home", all_unfinished=True).not_found == ()


def test_letters_that_stand_in_texts_are_no_beginning_of_longer_words() -> None:
    assert wanted("ai") == [("ai",)]


def test_a_slip_is_read_as_the_nearest_word_and_said() -> None:
    query = read("speciallist")
    assert query.corrections == (("speciallist", "specialist"),)
    assert query.tokens == read("specialist").tokens


def test_of_two_words_as_near_the_one_in_more_texts_is_meant() -> None:
    lexicon = Lexicon(["home", "dome", "home"], ["home", "dome"])
    assert lexicon.nearest("gome") == "home"


def test_of_two_words_as_near_the_one_with_the_same_first_letter_is_meant() -> None:
    lexicon = Lexicon(["warn", "warn", "born"], ["warn", "born"])
    assert lexicon.nearest("barn") == "born"


def test_short_words_and_numbers_are_never_mended() -> None:
    assert read("cca").not_found == ("cca",)
    assert read("10021").not_found == ("10021",)


def test_what_is_written_with_hyphens_is_found_without_them() -> None:
    assert wanted("ccsp") == [("ccsp",)]
    assert ("ccsp",) in wanted("CCS-P")


def test_an_unknown_word_with_hyphens_is_looked_for_by_its_parts() -> None:
    assert wanted("coding-specialist") == [("code", "specialist")]


def test_a_query_without_end_is_cut() -> None:
    assert len(read("coding " * 10_000).parts) <= MOST_PARTS
