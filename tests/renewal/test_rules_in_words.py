"""An issuer's rules on CEUs, what one course may count for, and what is not known, in words."""

from typing import Any

import pytest

from cert_model.catalog import Catalog, FactRef
from cert_model.renewal.across import taken_by_each
from cert_model.renewal.plan import plan_renewal
from cert_model.renewal.rule_lines import RuleLine, rule_lines
from cert_model.renewal.unknown import unknown_points
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    ceus_by_number,
    credential,
    fact,
    issuer,
    lists_of,
    price,
    renewal,
)
from tests.renewal.made_up import (
    ABC,
    DEF,
    Passed,
    asked,
    cycle,
    guild,
    kept,
    lapse,
    planned,
    share,
    subject,
)

TODAY = "2026-11-23"
XYZ = "board/xyz"


def lines_of(lists: PriceLists, passed: Passed, **more: Any) -> list[RuleLine]:
    part = kept(lists, passed, TODAY, **more)
    return list(rule_lines(lists.catalog, part))


def texts(lists: PriceLists, passed: Passed, **more: Any) -> list[str]:
    return [line.text for line in lines_of(lists, passed, **more)]


def two(*own: Plain, **rules: Any) -> PriceLists:
    sheets = [
        credential(code, renewal={**renewal(24, 20), **(own[n] if n < len(own) else {})})
        for n, code in enumerate(("ABC", "DEF"))
    ]
    return guild(*sheets, **{"cycle": cycle("passing-day"), **rules})


def test_a_minimum_says_what_it_must_be() -> None:
    own = {
        "subject_ceus": [
            subject("Auditing", 16),
            subject("live events", 4, "format"),
            subject("the Guild", 2.5, "provider"),
        ]
    }
    assert texts(two(own), {ABC: None}) == [
        "16 CEUs must be on auditing.",
        "4 CEUs must be live events.",
        "2.5 CEUs must come from the Guild.",
    ]


def test_of_several_credentials_a_minimum_names_its_own() -> None:
    own = [{"subject_ceus": [subject(topic, 16)]} for topic in ("auditing", "billing")]
    assert texts(two(*own), {ABC: "2025-03-10", DEF: "2025-03-10"}) == [
        "16 CEUs must be on auditing, for the ABC.",
        "16 CEUs must be on billing, for the DEF.",
    ]


@pytest.mark.parametrize(
    ("passed", "doubt"),
    [
        ("2025-03-10", ""),
        (
            "2024-12-10",
            " The rule is in force since January 1, 2025; whether it holds for a cycle that had "
            "begun before was not found.",
        ),
    ],
)
def test_a_share_says_its_percentage_and_its_doubt(passed: str, doubt: str) -> None:
    lists = two(ceu_shares=[share(40, since="2025-01-01")])
    assert texts(lists, {ABC: passed}) == [f"8 CEUs (40 percent) must come from the Guild.{doubt}"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ({"carried_over": fact(True)}, "Surplus CEUs carry over to the next GUILD cycle."),
        (
            {"carried_over": fact(False)},
            "Surplus CEUs do not carry over to the next GUILD cycle.",
        ),
        (
            {"providers": fact("approved-list")},
            "GUILD accepts only courses that it approved in advance.",
        ),
        (
            {"providers": fact("any-provider")},
            "GUILD accepts courses from any provider if the subject fits.",
        ),
        ({"by_exam": fact(True)}, "The ABC is renewed by passing an exam again."),
    ],
)
def test_a_rule_is_a_sentence_with_the_fact_of_its_sheet(rule: Plain, text: str) -> None:
    (field,) = rule
    (line,) = lines_of(two(rule), {ABC: None})
    assert (line.text, line.facts) == (text, (FactRef(ABC, ("renewal", field)),))


@pytest.mark.parametrize(
    "rule", [{"carried_over": fact(True)}, {"providers": fact("approved-list")}]
)
def test_a_rule_of_the_issuer_has_the_fact_of_its_file(rule: Plain) -> None:
    (field,) = rule
    (line,) = lines_of(two(**rule), {ABC: None})
    assert line.facts == (FactRef("guild", ("renewal", field)),)


@pytest.mark.parametrize("flag", [True, False])
def test_whether_a_ceu_counts_twice_matters_to_several_alone(flag: bool) -> None:
    lists = two(counts_twice=fact(flag))
    start = "One CEU may count for more than one" if flag else "No CEU counts for two"
    assert texts(lists, {ABC: None}) == []
    (text,) = texts(lists, {ABC: None, DEF: None})
    assert text == f"{start} of your GUILD credentials."


def test_a_note_follows_its_rule() -> None:
    noted = {**fact(False), "note": "Only in the two years."}
    assert texts(two(carried_over=noted), {ABC: None}) == [
        "Surplus CEUs do not carry over to the next GUILD cycle: only in the two years."
    ]


def both(**rules: Plain) -> PriceLists:
    """The Guild's ABC of 20 CEUs and the Board's XYZ of 10; ``rules`` by issuer."""
    return lists_of(
        credential("ABC", renewal=renewal(24, 20)),
        credential("XYZ", issuer="board", renewal=renewal(12, 10)),
        issuers=[issuer(key.upper(), renewal=rules.get(key, {})) for key in ("guild", "board")],
    )


def taken(lists: PriceLists, passed: Passed) -> dict[str, tuple[float | None, str]]:
    """By issuer, the most CEUs from others, and the sentence."""
    plan = planned(lists, passed, TODAY)
    return {
        entry.issuer: (entry.from_others, entry.text)
        for entry in taken_by_each(lists.catalog, plan)
    }


def test_one_issuer_alone_says_nothing_of_others() -> None:
    assert taken(both(), {ABC: None}) == {}


def test_each_of_two_issuers_says_whose_courses_it_takes() -> None:
    lists = both(
        guild={"providers": fact("approved-list")},
        board={"providers": fact("any-provider"), "ceu_shares": [share(40)]},
    )
    assert taken(lists, {ABC: None, XYZ: None}) == {
        "guild": (20, "GUILD counts a course only if it approved that course in advance."),
        "board": (
            6,
            "BOARD requires 4 CEUs (40 percent) from the Guild; the other 6 of the 10 may come "
            "from elsewhere.",
        ),
    }


def test_whose_courses_are_taken_may_be_unknown() -> None:
    lists = both(guild={"providers": fact("any-provider")}, board={"ceu_shares": [share(40)]})
    assert taken(lists, {ABC: None, XYZ: None}) == {
        "guild": (20, "GUILD counts courses from any provider if the subject fits."),
        "board": (
            6,
            "BOARD requires 4 CEUs (40 percent) from the Guild; the other 6 of the 10 need not "
            "come from there.",
        ),
    }
    assert taken(both(), {ABC: None, XYZ: None})["guild"][1] == (
        "Which providers GUILD accepts was not found. Ask GUILD."
    )


def test_what_is_said_of_other_providers_has_its_facts() -> None:
    lists = both(
        guild={"providers": fact("approved-list")},
        board={"providers": fact("any-provider"), "ceu_shares": [share(40)]},
    )
    sheet = {**lists.credentials[0], "renewal": {**renewal(24), "providers": fact("any-provider")}}
    own = PriceLists((sheet, lists.credentials[1]), lists.issuers)
    entries = taken_by_each(own.catalog, planned(own, {ABC: None, XYZ: None}, TODAY))
    assert {
        entry.issuer: (entry.providers, entry.from_others, entry.facts) for entry in entries
    } == {
        "guild": ("any-provider", None, (FactRef(ABC, ("renewal", "providers")),)),
        "board": (
            "any-provider",
            6,
            (
                FactRef("board", ("renewal", "ceu_shares", 0, "percent")),
                FactRef("board", ("renewal", "providers")),
            ),
        ),
    }


def test_what_two_credentials_want_from_a_provider_adds_up(catalog: Catalog) -> None:
    """AAHAM's CRCP and CRIP ask for 15 of 30 from AAHAM, each."""
    plan = planned(catalog, {"aaham/crcp": None, "aaham/crip": None, "aapc/cpc": None}, TODAY)
    (aaham,) = [entry for entry in taken_by_each(catalog, plan) if entry.issuer == "aaham"]
    assert aaham.from_others == 60 - 2 * 15


def unknown(lists: PriceLists, passed: Passed, **more: Any) -> list[str]:
    part = kept(lists, passed, TODAY, **more)
    return [point.what for point in unknown_points(lists.catalog, part)]


KNOWN: Plain = {
    "cycle": cycle("passing-day"),
    "lapse": [lapse("revoked", 90)],
    "reinstatement": {"exam_again": fact(True)},
}


def priced(*own: Plain, **rules: Any) -> PriceLists:
    """An ABC and a DEF with a price of renewal and a lapse, so that nothing else is unknown."""
    sheets = [
        credential(
            code,
            price("recertification", 10),
            renewal={**renewal(24, 20), **(own[n] if n < len(own) else {})},
        )
        for n, code in enumerate(("ABC", "DEF"))
    ]
    return guild(*sheets, **{**KNOWN, **rules})


def test_how_a_revoked_credential_comes_back_is_said_or_asked() -> None:
    (point,) = unknown(priced(reinstatement={}), {ABC: "2025-03-10"})
    assert point.startswith("How to get a credential back after GUILD revokes it was not found.")
    assert unknown(priced(reinstatement={"possible": fact(True)}), {ABC: "2025-03-10"}) == []


def test_where_all_is_known_nothing_is_said() -> None:
    assert unknown(priced(), {ABC: "2025-03-10"}) == []


@pytest.mark.parametrize(
    ("rules", "passed", "start"),
    [
        ({}, None, "The cycle starts on the day you passed. Enter that day for the ABC."),
        ({}, "2025-03", "The day in March 2027 is not known"),
        (
            {"cycle": cycle("membership-month", year_follows_month=True)},
            "2025-03-10",
            "CEUs are due when your GUILD membership renews, in even years for even months",
        ),
        (
            {"cycle": cycle("membership-month")},
            "2025-03-10",
            "CEUs are due when your GUILD membership renews. Enter that month.",
        ),
        ({"cycle": None}, "2025-03-10", "The day on which the 2 years of the ABC begin"),
        (
            {"lapse": [], "reinstatement": {}},
            "2025-03-10",
            "What GUILD does after a missed date was not found.",
        ),
        (
            {"cycle": cycle("calendar-year")},
            "2026-03-10",
            "Whether GUILD requires fewer CEUs in a first cycle was not found",
        ),
    ],
)
def test_what_is_not_known_is_one_sentence(rules: Plain, passed: str | None, start: str) -> None:
    (point,) = unknown(priced(**rules), {ABC: passed})
    assert point.startswith(start)


@pytest.mark.parametrize(
    ("own", "start"),
    [
        ({"cycle_months": None}, "The length of the ABC cycle was not found."),
        ({"ceus": None}, "The number of CEUs for the ABC was not found."),
    ],
)
def test_a_number_that_was_not_found_is_named(own: Plain, start: str) -> None:
    (point,) = unknown(priced(own), {ABC: "2025-03-10"})
    assert point == start


def test_a_price_that_was_not_found_is_named() -> None:
    lists = guild(credential("ABC", renewal=renewal(24, 20)), **KNOWN)
    assert unknown(lists, {ABC: "2025-03-10"}) == [
        "The price was not found: ABC recertification fee."
    ]


def test_a_credential_earned_inside_a_joint_cycle_is_named() -> None:
    table = ceus_by_number(20, 30)
    (point,) = unknown(priced(ceus_by_number=table), {ABC: "2025-03-10", DEF: "2026-03-10"})
    assert point.startswith("How many CEUs the DEF adds to the cycle in which you earned it")


def test_days_that_would_tell_are_asked_for() -> None:
    lists = priced(ceus_by_number=ceus_by_number(20, 30))
    points = unknown(lists, {ABC: None, DEF: "2025-03-10"})
    assert any("Enter the days on which you passed the GUILD exams" in point for point in points)


def test_several_whose_rule_is_for_one_alone_are_sent_to_their_account() -> None:
    rules = {"cycle": cycle("passing-day", of_one_alone=True), "additional_ceus": fact(10)}
    (point,) = unknown(priced(**rules), {ABC: "2025-03-10", DEF: "2025-03-10"})
    assert point.startswith("If you earned several of its credentials, GUILD sets your cycle")


def test_what_the_person_can_say_comes_before_what_the_issuer_knows() -> None:
    lists = guild(credential("ABC", renewal=renewal(24, 20)), cycle=cycle("passing-day"))
    part = plan_renewal(lists.catalog, asked({ABC: None}, TODAY)).issuers[0]
    points = unknown_points(lists.catalog, part)
    assert points[0].ask is None


def test_every_real_credential_has_its_rules_and_gaps_in_sentences(catalog: Catalog) -> None:
    for key in catalog.credentials:
        part = kept(catalog, {key: None}, TODAY)
        said = [line.text for line in rule_lines(catalog, part)]
        said += [point.what for point in unknown_points(catalog, part)]
        assert all(text[0].isupper() or text[0].isdigit() for text in said)
        assert all(text.endswith((".", "!", "?")) for text in said), (key, said)
        assert len(set(said)) == len(said)
