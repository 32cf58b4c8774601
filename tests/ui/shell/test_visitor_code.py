"""The code of a visitor's profile says all of it, and nothing but a code of ours is read."""

import zlib
from base64 import urlsafe_b64encode
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cert_model.candidates import Wishes
from cert_model.candidates.wishes import Draw, Priority, Situation
from cert_model.careers import HIGHEST_PAY, LOWEST_PAY
from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import answers_from_profile, parse_answers
from cert_model.preparation.study_plan import MAX_HOURS_A_WEEK
from cert_model.renewal.cycles import last_of_month
from cert_model.renewal.request import CalendarDay
from cert_model.vocabulary import State
from tests.effort import percent_of_examples
from tests.profiles import CATALOG, CREDENTIALS, profiles
from ui.shell import visitor_code, visitor_dictionary
from ui.shell.visitor import MOST_PICKED, Visitor
from ui.shell.visitor_code import LONGEST_CODE, LONGEST_TEXT, BadVisitorCode, decode, encode

CHANGER = Visitor(
    answers={"education": "high-school", "work": "none", "credentials": "none"},
    wishes=Wishes(Situation.NEW, Draw.OFFICE, Priority.SOON),
    picked=("aapc/cpc", "ahima/cca"),
    home_state="OH",
    pay=48_000,
    hours_a_week=8,
)
NOTHING_SAID = "1AAAAAAMA"
"""A code of an empty text, which is never sent."""
CODE_OF_2026 = "19ForLiPSsdSyDm9IAwA"
"""What was sent to people when the first version was new."""

days = st.dates(date(2020, 1, 1), date(2026, 1, 1)).map(CalendarDay)
months = days.map(lambda day: CalendarDay(day.day.replace(day=1), exact=False))
ends = st.dates(date(2024, 1, 1), date(2030, 1, 1)).map(CalendarDay)
last_days = ends.map(lambda end: CalendarDay(last_of_month(end.day), exact=False))
issuers = st.sampled_from(sorted(CATALOG.issuers))

FEWER = percent_of_examples(30)
wishes = st.builds(
    Wishes,
    st.none() | st.sampled_from(Situation),
    st.none() | st.sampled_from(Draw),
    st.none() | st.sampled_from(Priority),
)
visitors = st.builds(
    Visitor,
    answers=profiles.map(lambda profile: answers_from_profile(CATALOG, profile)),
    wishes=wishes,
    picked=st.lists(st.sampled_from(CREDENTIALS), unique=True, max_size=MOST_PICKED).map(tuple),
    home_state=st.none() | st.sampled_from([state.value for state in State]),
    pay=st.none() | st.integers(LOWEST_PAY, HIGHEST_PAY),
    hours_a_week=st.none() | st.integers(1, MAX_HOURS_A_WEEK),
    is_student=st.booleans(),
    passed=st.dictionaries(st.sampled_from(["aapc/cpc", "ahima/ccs"]), days | months),
    renews=st.dictionaries(issuers, ends | last_days, max_size=3),
    earned=st.dictionaries(issuers, st.integers(0, 100_000).map(lambda n: n / 100), max_size=3),
)


def forge(text: str) -> str:
    """A code whose check is right, for a text that may say anything."""
    packer = zlib.compressobj(9, wbits=-15, zdict=visitor_dictionary.VERSION_1)
    packed = zlib.crc32(text.encode()).to_bytes(4, "big")
    packed += packer.compress(text.encode()) + packer.flush()
    return "1" + urlsafe_b64encode(packed).decode().rstrip("=")


def decode_or_refuse(catalog: Catalog, code: str) -> Visitor | None:
    """The profile that a code holds; None where it is refused, in one line."""
    try:
        return decode(catalog, code).visitor
    except BadVisitorCode as error:
        (_line,) = str(error).splitlines()
        return None


def refusal(catalog: Catalog, code: str) -> str:
    """Why a code is refused."""
    with pytest.raises(BadVisitorCode) as refused:
        decode(catalog, code)
    return str(refused.value)


@FEWER
@given(visitor=visitors)
@example(visitor=CHANGER)
def test_a_code_says_the_whole_profile(catalog: Catalog, visitor: Visitor) -> None:
    assert decode(catalog, encode(visitor) or NOTHING_SAID) == (visitor, ())


@FEWER
@given(visitor=visitors, data=st.data())
def test_a_changed_code_is_refused_or_says_something_possible(
    catalog: Catalog, visitor: Visitor, data: st.DataObject
) -> None:
    code = encode(visitor) or "1"
    place = data.draw(st.integers(0, len(code) - 1))
    changed = data.draw(st.text(max_size=3))
    mutant = code[:place] + changed + code[place + data.draw(st.integers(0, 3)) :]
    decoded = decode_or_refuse(catalog, mutant)
    assert decoded is None or parse_answers(catalog, decoded.answers).refused == []


@FEWER
@given(text=st.text(max_size=200))
@example(text="a=b&a=c")
@example(text=".pay=48000&.pay=\udfff".encode("utf-8", "replace").decode())
def test_whatever_a_forged_code_says_nothing_but_a_refusal_is_raised(
    catalog: Catalog, text: str
) -> None:
    decode_or_refuse(catalog, forge(text.encode("utf-8", "replace").decode()))


def test_a_code_is_short(catalog: Catalog) -> None:
    assert len(encode(CHANGER)) <= 70


def test_a_profile_that_says_nothing_has_no_code() -> None:
    assert encode(Visitor()) == ""


def test_a_profile_that_says_more_than_an_address_holds_has_no_code() -> None:
    long = "9" * LONGEST_TEXT
    many = "".join(sha256(bytes([part])).hexdigest() for part in range(100))
    assert encode(Visitor(answers={"training": long})) == ""
    assert encode(Visitor(answers={"training": many})) == ""


def test_a_code_of_the_first_days_still_opens(catalog: Catalog) -> None:
    assert decode(catalog, CODE_OF_2026).visitor == CHANGER


def test_a_credential_that_is_no_more_is_dropped_and_named(catalog: Catalog) -> None:
    code = forge("credentials=aapc/cpc,aapc/gone&.picked=nobody/none,ahima/cca")
    visitor, dropped = decode(catalog, code)
    assert visitor.answers == {"credentials": "aapc/cpc"}
    assert visitor.picked == ("ahima/cca",)
    assert dropped == ("aapc/gone", "nobody/none")


def test_days_and_ceus_are_said_by_id_and_a_month_stays_a_month(catalog: Catalog) -> None:
    code = forge(
        "credentials=aapc/cpc,ahima/ccs&.passed=aapc/cpc:2025-05-10,ahima/ccs:2024-03"
        "&.renews=aapc:2027-02&.earned=aapc:12.5"
    )
    visitor = decode(catalog, code).visitor
    assert visitor.passed == {
        "aapc/cpc": CalendarDay(date(2025, 5, 10)),
        "ahima/ccs": CalendarDay(date(2024, 3, 1), exact=False),
    }
    assert visitor.renews == {"aapc": CalendarDay(date(2027, 2, 28), exact=False)}
    assert visitor.earned == {"aapc": 12.5}


def test_the_day_of_a_credential_that_is_no_more_is_dropped_with_it(catalog: Catalog) -> None:
    visitor, dropped = decode(
        catalog,
        forge("credentials=aapc/gone,aapc/cpc&.passed=aapc/gone:2025-05-10&.earned=nobody:3"),
    )
    assert (visitor.passed, visitor.earned) == ({}, {})
    assert dropped == ("aapc/gone", "nobody")


def test_a_shortlist_in_a_code_is_no_longer_than_any(catalog: Catalog) -> None:
    picked = decode(catalog, forge(f".picked={','.join(CREDENTIALS)}")).visitor.picked
    assert picked == tuple(CREDENTIALS)[:MOST_PICKED]


def test_holding_only_what_is_no_more_leaves_the_question_open(catalog: Catalog) -> None:
    assert decode(catalog, forge("credentials=aapc/gone")).visitor.answers == {}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("education=phd", "It gives an answer that its question does not take."),
        ("him-stage=graduated", "It gives an answer that its question does not take."),
        ("nonsense=1", "It gives an answer that its question does not take."),
        (".where=mars", "The answer on where you are now in it is not possible."),
        (".draws=mars", "The answer on what work draws you in it is not possible."),
        (".most=mars", "The answer on what matters most to you in it is not possible."),
        (".state=XX", "The state in it is not possible."),
        (".pay=999", "The pay in it is not possible."),
        (".pay=-48000", "The pay in it is not possible."),
        (".week=61", "The number of hours a week in it is not possible."),
        (".week=0", "The number of hours a week in it is not possible."),
        (".student=perhaps", "The answer on whether you are a student in it is not possible."),
        *(
            (f".passed={entry}", "The day on which an exam was passed in it is not possible.")
            for entry in (
                "aapc/cpc:2025-02-30",
                "aapc/cpc:2099-01-01",
                "aapc/cpc:1700-01-01",
                "aapc/cpc",
                "aapc/cpc:2025-05-10,aapc/cpc:2025-05-11",
            )
        ),
        (
            ".renews=aapc:2099-01",
            "The day on which a membership or cycle ends in it is not possible.",
        ),
        (".renews=aapc:soon", "The day on which a membership or cycle ends in it is not possible."),
        (".earned=aapc:-1", "The number of CEUs in it is not possible."),
        (".earned=aapc:1001", "The number of CEUs in it is not possible."),
        (".earned=aapc:nan", "The number of CEUs in it is not possible."),
        (".earned=aapc:1.", "The number of CEUs in it is not possible."),
        (".shoe=9", "It contains a field that no page asks for."),
    ],
)
def test_what_cannot_be_is_refused_and_named(catalog: Catalog, text: str, why: str) -> None:
    assert refusal(catalog, forge(text)) == why


@pytest.mark.parametrize("code", ["1", "1!", "1AAAA", "1é", encode(CHANGER)[:-3], "1" + "_" * 50])
def test_a_damaged_code_is_refused(catalog: Catalog, code: str) -> None:
    assert refusal(catalog, code).startswith("It is damaged")


def test_bytes_behind_the_end_of_a_code_are_refused(catalog: Catalog) -> None:
    assert refusal(catalog, encode(CHANGER) + "AAAA").startswith("It is damaged")


@pytest.mark.parametrize("version", ["A", " "])
def test_a_code_that_names_no_version_is_refused_as_damaged(catalog: Catalog, version: str) -> None:
    assert refusal(catalog, version + encode(CHANGER)[1:]).startswith("It is damaged")


@pytest.mark.parametrize("version", ["2", "9"])
def test_a_code_of_a_later_version_is_refused(catalog: Catalog, version: str) -> None:
    assert refusal(catalog, version + encode(CHANGER)[1:]) == (
        "It was made by a newer version of CertLens."
    )


def test_an_overlong_code_is_not_unpacked(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visitor_code, "_unpack", lambda _: pytest.fail("unpacked"))
    assert refusal(catalog, "1" + "A" * LONGEST_CODE).startswith("It is longer than any")


def test_a_short_code_of_a_huge_text_is_refused(catalog: Catalog) -> None:
    bomb = forge("education=" + "a" * 500_000)
    assert len(bomb) < LONGEST_CODE
    assert refusal(catalog, bomb).startswith("It is damaged")


def test_no_more_is_unpacked_than_a_text_may_have() -> None:
    assert len(forge("a" * (LONGEST_TEXT - 1))) < LONGEST_CODE
    assert visitor_code._unpack(forge("a" * (LONGEST_TEXT - 1))[1:]) == "a" * (LONGEST_TEXT - 1)
