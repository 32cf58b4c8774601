"""The command that says what keeping credentials takes, its JSON, its calendar, its refusals."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject

from tests.commands import run_command

HELD = ("cpc", "crc", "ccs")
STATED = (
    *("--passed", "cpc=2019-05-10", "--passed", "crc=2022-05-10", "--passed", "ccs=2025-06-10"),
    *("--renews", "aapc=2027-03", "--earned", "aapc=12"),
)


def answer_to(*words: str) -> Any:
    answer = run_command("renewal", *words, "--json")
    assert (answer.status, answer.err) == (0, "")
    return answer.json


def test_the_answer_comes_first() -> None:
    answer = run_command("renewal", *HELD, *STATED)
    assert answer.status == 0
    words = " ".join(answer.out.split())
    assert words.startswith(
        "40 CEUs at AAPC by March 2027 and 20 CEUs at AHIMA by June 10, 2027: about 9.5 a month "
        "from now. You have 12 CEUs at AAPC."
    )
    assert "We assume that you renewed on time in every earlier cycle." in words


def test_the_json_has_the_fields_of_the_contract() -> None:
    answer = answer_to(*HELD, *STATED)
    assert list(answer)[:4] == ["issuers", "ceus_a_year", "cost_a_year", "replaced"]
    assert answer["ceus_a_year"] == 30
    assert set(answer["cost_a_year"]) == {"low", "typical", "high", "complete", "estimated"}
    aapc, ahima = answer["issuers"]
    assert (aapc["issuer"], aapc["credentials"]) == ("aapc", ["aapc/cpc", "aapc/crc"])
    assert {name: aapc["ceus"][name] for name in aapc["ceus"] if name != "rules"} == {
        "due": 40,
        "due_this_cycle": 40,
        "cycle_months": 24,
        "a_year": 20,
        "earned": 12,
    }
    assert (aapc["cycle_ends"], ahima["cycle_ends"]) == ("2027-03-31", "2027-06-10")
    assert [cycle["day_is_known"] for cycle in (*aapc["cycles"], *ahima["cycles"])] == [False, True]


def test_fees_have_their_days_and_amounts() -> None:
    aapc, ahima = answer_to(*HELD, *STATED)["issuers"]
    assert [(fee["date"], fee["credential"]) for fee in aapc["fees"]] == [
        ("2027-03-31", None),
        ("2028-03-31", None),
    ]
    (fee,) = ahima["fees"]
    assert (fee["date"], fee["credential"], fee["every_months"]) == ("2027-06-10", "ahima/ccs", 24)
    assert fee["low"] <= fee["amount"] <= fee["high"]
    assert fee["facts"] == ["ahima:fees.1.amount"]


def test_a_lapse_has_its_steps_in_order() -> None:
    aapc, _ = answer_to(*HELD, *STATED)["issuers"]
    steps = {step["state"]: step for step in aapc["if_lapsed"]}
    days = [step["by"] for step in aapc["if_lapsed"]]
    assert days == sorted(days)
    assert (steps["revoked"]["by"], steps["revoked"]["days"]) == ("2027-06-29", 90)
    assert steps["late-fee"]["amount_is"] == "extra"
    assert steps["reinstatement"]["days"] is None
    assert steps["reinstatement"]["after"] == [
        {"count": 90, "unit": "days"},
        {"count": 3, "unit": "years"},
    ]
    assert steps["exam-again"]["amount_is"] == "total"
    assert steps["grace"]["amount"] is steps["grace"]["amount_is"] is None


def test_a_rule_in_doubt_applies_null() -> None:
    (ahima,) = answer_to("rhit", "--passed", "rhit=2024-12-10")["issuers"]
    shares = {rule["percent"]: rule for rule in ahima["ceus"]["rules"] if rule["percent"]}
    assert (shares[40]["applies"], shares[40]["ceus"], shares[40]["part"]) == (None, 8, "provider")
    assert shares[80]["applies"] is True


def test_what_is_replaced_is_named_and_not_kept_up() -> None:
    answer = answer_to("rhit", "rhia")
    assert answer["replaced"] == ["ahima/rhit"]
    assert answer["issuers"][0]["credentials"] == ["ahima/rhia"]


def test_what_is_not_known_is_null() -> None:
    (issuer,) = answer_to("cmbs")["issuers"]
    assert issuer["cycle_ends"] is issuer["ceus"]["due"] is issuer["ceus"]["cycle_months"] is None
    assert issuer["unknown"]
    assert issuer["if_lapsed"] == []


def test_a_member_pays_the_dues() -> None:
    for words, member in ((("ccs",), False), (("ccs", "--member", "AHIMA"), True)):
        (issuer,) = answer_to(*words)["issuers"]
        assert issuer["member"] is member
        assert any(fee["what"] == "AHIMA membership dues" for fee in issuer["fees"]) is member


@pytest.mark.parametrize(
    ("day", "end"), [("2026-12-10", "2026-12-10"), ("2026-12-11", "2028-12-10")]
)
def test_another_day_may_be_today(day: str, end: str) -> None:
    (issuer,) = answer_to("ccs", "--passed", "ccs=2024-12-10", "--today", day)["issuers"]
    assert issuer["cycle_ends"] == end


def test_an_exam_may_be_passed_on_the_day_named_today() -> None:
    words = ("ccs", "--passed", "ccs=2027-05-01", "--today", "2027-05-01")
    assert answer_to(*words)["issuers"][0]["cycle_ends"] == "2029-05-01"


def test_the_calendar_has_the_days_of_the_answer(tmp_path: Path) -> None:
    path = tmp_path / "dates.ics"
    answer = answer_to(*HELD, *STATED, "--ics", str(path))
    calendar = vobject.readOne(path.read_text(encoding="utf-8"))
    days = {event.dtstart.value.isoformat() for event in calendar.vevent_list}
    ends = {issuer["cycle_ends"] for issuer in answer["issuers"]}
    paid = {fee["date"] for issuer in answer["issuers"] for fee in issuer["fees"]}
    assert days == ends | paid
    first = min(calendar.vevent_list, key=lambda event: event.dtstart.value)
    assert first.dtstart.value == date(2027, 3, 31)
    assert len(first.valarm_list) == 3


def test_a_calendar_that_is_there_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "dates.ics"
    path.write_text("x" * 100_000, encoding="utf-8")
    run_command("renewal", *HELD, *STATED, "--ics", str(path))
    assert path.read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("cpx",), 'no credential is called "cpx"; did you mean'),
        (("CCDS",), '"CCDS" is ambiguous; write one of: acdis/ccds, cdia/ccds'),
        (("cpc", "aapc/cpc"), "aapc/cpc is named twice; name it once"),
        (("cpc", "--passed", "cpc"), 'expected a name and a value, as "cpc=2024-05-31"'),
        (("cpc", "--passed", "cpc=2024-02-30"), '"2024-02-30" is not a day'),
        (("cpc", "--passed", "cpc=2024-05"), '"2024-05" is not a day'),
        (("cpc", "--passed", "cpc=2027-01-01"), "2027-01-01 has not come yet"),
        (("cca", "--passed", "cca=2001-12-31"), "before anyone could hold it"),
        (
            ("cpc", "--passed", "crc=2024-05-10"),
            "--passed: crc: name aapc/crc among the credentials",
        ),
        (("cpc", "--passed", "cpx=2024-05-10"), 'no credential is called "cpx"'),
        (
            ("cpc", "--passed", "cpc=2024-05-10", "--passed", "aapc/cpc=2024-05-11"),
            "--passed: aapc/cpc: give one day for each credential",
        ),
        (("cpc", "--renews", "aapc=2027-13"), '"2027-13" is no month; write it as 2027-03'),
        (("cpc", "--renews", "aapc=2027-02-30"), '"2027-02-30" is no month'),
        (("cpc", "--renews", "aapc="), '"" is no month'),
        (("cpc", "--renews", "apc=2027-03"), 'no issuer is called "apc" (did you mean "aapc"?)'),
        (("cpc", "--renews", "ahima=2027-03"), "ahima: awards none of the credentials named"),
        (("cpc", "--renews", "aapc=2099-01"), "aapc: expected a month within 10 years of today"),
        (
            ("cpc", "--renews", "aapc=2027-03", "--renews", "AAPC=2027-04"),
            "--renews: aapc: given twice; give it once",
        ),
        (("cpc", "--earned", "aapc=x"), '--earned: aapc: "x" is not a number of CEUs'),
        (("cpc", "--earned", "aapc=nan"), '--earned: aapc: "nan" is not a number of CEUs'),
        (("cpc", "--earned", "aapc=-1"), "aapc: expected 0 to 1,000 CEUs, found -1"),
        (("cpc", "--earned", "aapc=inf"), "aapc: expected 0 to 1,000 CEUs, found inf"),
        (("cpc", "--member", "nobody"), 'no issuer is called "nobody"'),
        (("cpc", "--member", "ahima"), "ahima: awards none of the credentials named"),
        (("cpc", "--today", "2026-02-30"), '"2026-02-30" is not a day'),
        (("cpc", "--today", "9999-12-31"), "--today: expected a day within 10 years of 2026-11-23"),
        (("cpc", "--today", "0001-01-01"), "--today: expected a day within 10 years"),
        (("cpc", "--ics", "/nowhere/dates.ics"), "/nowhere/dates.ics: cannot be written"),
        (("cpc", "--ics", "/"), "/: cannot be written"),
        ((), "Missing parameter: credentials"),
    ],
    ids=lambda part: " ".join(part) or "nothing" if isinstance(part, tuple) else "",
)
def test_bad_input_ends_with_one_line_and_status_2(words: tuple[str, ...], complaint: str) -> None:
    answer = run_command("renewal", *words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert complaint in answer.err
