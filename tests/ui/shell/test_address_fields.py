"""What an address says comes back as the same choice, and nothing it says can do harm."""

from datetime import date
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from cert_model.catalog import Catalog
from cert_model.vocabulary import Role
from ui.shell.address_fields import (
    LONGEST_TEXT,
    NO_CREDENTIAL,
    AddressField,
    AnyOrder,
    CredentialId,
    Day,
    IssuerId,
    Number,
    Options,
    Whole,
)

ROLES = AddressField(Annotated[tuple[Role, ...], AnyOrder], ())
ORDER = AddressField(Literal["price", "name"], "price")
WORDS = AddressField(Annotated[str, Field(max_length=100)], "")
DAY = AddressField(Annotated[Day, Field(ge=date(2026, 1, 1), le=date(2036, 12, 31))] | None, None)
PERCENT = AddressField(Annotated[Number, Field(ge=0, le=100)], 0.0)
YEARS = AddressField(Annotated[Whole, Field(ge=1, le=10)], 6)
IDS = AddressField(Annotated[tuple[CredentialId, ...], Field(max_length=3)], ())
ONE_ID = AddressField(CredentialId | None, None)
ISSUER = AddressField(IssuerId | None, None)
EVERY_KIND = [ROLES, ORDER, WORDS, DAY, YEARS, IDS, ONE_ID, ISSUER]


@pytest.fixture(scope="module")
def options(catalog: Catalog) -> Options:
    return Options(catalog)


@given(st.sets(st.sampled_from(Role)))
def test_several_choices_come_back(options: Options, chosen: set[Role]) -> None:
    value, refused = ROLES.parse(ROLES.format(tuple(chosen)), options)
    assert (set(value), refused) == (chosen, [])


@given(st.sampled_from(["price", "name"]))
def test_one_choice_comes_back(options: Options, chosen: str) -> None:
    assert ORDER.parse(ORDER.format(chosen), options) == (chosen, [])


@given(st.text(max_size=100))
def test_words_come_back_without_outer_blanks(options: Options, text: str) -> None:
    assert WORDS.parse(WORDS.format(text), options) == (text.strip(), [])


@given(st.dates(date(2026, 1, 1), date(2036, 12, 31)))
def test_a_day_comes_back(options: Options, day: date) -> None:
    assert DAY.parse(DAY.format(day), options) == (day, [])


@given(st.integers(1, 10))
def test_a_number_comes_back(options: Options, number: int) -> None:
    assert YEARS.parse(YEARS.format(number), options) == (number, [])


@pytest.mark.parametrize(
    "text",
    ["2026-13-01", "2026-02-30", "2025-12-31", "2037-01-01", "20260102", "2026-1-2", "now", "0"],
)
def test_what_is_no_day_within_reach_is_refused(options: Options, text: str) -> None:
    assert DAY.parse(text, options) == (None, [text])


@pytest.mark.parametrize("text", ["0", "11", "-3", "+3", "3.0", "1_0", " 3", "٣", "nan", "1e1"])
def test_what_is_no_whole_number_within_reach_is_refused(options: Options, text: str) -> None:
    assert YEARS.parse(text, options) == (6, [text])


def test_the_default_is_not_written() -> None:
    assert [ROLES.format(()), ORDER.format("price"), WORDS.format("  "), YEARS.format(6)] == [
        ""
    ] * 4


def test_the_order_of_choices_does_not_change_the_address() -> None:
    billing, coding = Role.BILLING, Role.CODING
    assert ROLES.format((billing, coding)) == ROLES.format((coding, billing)) == "coding,billing"


@given(st.text(max_size=300))
def test_only_known_terms_are_taken_whatever_is_asked(options: Options, text: str) -> None:
    value, refused = ROLES.parse(text, options)
    assert set(value) <= set(Role)
    assert not set(refused) & set(Role)


@pytest.mark.parametrize("field", EVERY_KIND)
def test_nothing_asked_is_nothing_refused(options: Options, field: AddressField) -> None:
    assert field.parse("", options) == (field.default, [])


@pytest.mark.parametrize("field", EVERY_KIND)
def test_what_is_too_long_is_refused_unread(options: Options, field: AddressField) -> None:
    text = "a" * (LONGEST_TEXT + 1)
    assert field.parse(text, options) == (field.default, [text])


@given(
    st.one_of(
        st.none(),
        st.text(),
        st.floats(),
        st.integers(),
        st.lists(st.text()),
        st.booleans(),
        st.dictionaries(st.text(), st.text()),
    )
)
def test_whatever_a_widget_holds_becomes_a_value_that_can_be(
    options: Options, held: object
) -> None:
    for field in EVERY_KIND:
        value = field.from_widget(held, options)
        assert field.parse(field.format(value), options)[1] == []


def test_letters_that_name_one_credential_are_resolved(options: Options) -> None:
    assert ONE_ID.parse("cpc", options) == ("aapc/cpc", [])


def test_letters_that_name_several_or_none_are_refused(options: Options) -> None:
    assert IDS.parse("cpc,ccds,nobody", options) == (("aapc/cpc",), ["ccds", "nobody"])


def test_a_list_keeps_its_order_and_refuses_what_is_too_many(options: Options) -> None:
    value, refused = IDS.parse("ccs,cpc,ccs,cca,rhit", options)
    assert value == ("ahima/ccs", "aapc/cpc", "ahima/cca")
    assert refused == ["rhit"]


def test_a_choice_for_which_there_is_no_room_is_told_from_one_that_does_not_exist(
    options: Options,
) -> None:
    assert IDS.why_refused("rhit", options) == "There is room for 3 here."
    assert IDS.why_refused("nobody", options) == NO_CREDENTIAL
    assert ONE_ID.why_refused("nobody", options) == NO_CREDENTIAL
    assert ONE_ID.why_refused("ccds", options) == (
        "Several credentials have that abbreviation: acdis/ccds and cdia/ccds."
    )
    assert DAY.why_refused("yesterday", options) == ""


def test_an_issuer_is_one_of_the_catalog(options: Options) -> None:
    assert ISSUER.parse("ahima", options) == ("ahima", [])
    assert ISSUER.parse("nobody", options) == (None, ["nobody"])


@pytest.mark.parametrize(
    ("text", "value"), [("3", 3.0), ("3.5", 3.5), ("0.25", 0.25), ("100", 100.0)]
)
def test_a_number_may_have_two_decimals_and_is_written_as_typed(
    options: Options, text: str, value: float
) -> None:
    assert PERCENT.parse(text, options) == (value, [])
    assert PERCENT.format(value) == text


@pytest.mark.parametrize("text", ["1e1", ".5", "3.123", "-1", "100.5", "nan", "1_0", "3,5"])
def test_what_is_no_plain_number_within_reach_is_refused(options: Options, text: str) -> None:
    assert PERCENT.parse(text, options) == (0.0, [text])


def test_a_box_with_more_decimals_is_taken_to_the_cent(options: Options) -> None:
    assert PERCENT.from_widget(1 / 3, options) == 0.33
    assert PERCENT.from_widget(float("nan"), options) == 0.0
