"""Every figure that an assistant is told is one of the catalog, with its date and its sources."""

import json
from typing import Any

import pytest

from api.assistants.answer import LONGEST_SENTENCES, MOST_CHARACTERS
from cert_model.catalog import Catalog
from cert_model.export.fact_sheets import sheet_as_json
from cert_model.formatting import NOT_FOUND
from cert_model.prices import estimates_of
from cert_model.schema.facts import find_statements
from tests.api.assistants.asking import ask, call, numbers_in, numbers_of, text_of
from tests.commands import run_command
from tests.profiles import CREDENTIALS

PERSON = {
    "complete": True,
    "education": "high-school",
    "experience_months": {"coding": 12},
}
QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("search", {"query": "is the CPC exam online"}),
    ("search", {"query": "pay in Texas", "kind": "place"}),
    ("show", {"id": "cpc"}),
    ("show", {"id": "ahima/ccs", "sections": ["exam", "fees"]}),
    ("compare", {"ids": ["cpc", "ccs"]}),
    ("compare", {"ids": ["cca", "nha/cbcs", "rhit", "cpc", "ccs"]}),
    ("cost", {"ids": ["cpc", "crc"], "years": 4}),
    ("eligibility", {"profile": PERSON}),
    ("eligibility", {"profile": PERSON, "ids": ["cpc", "rhit"]}),
    ("plan", {"profile": PERSON, "targets": ["cpc"]}),
    ("renewal", {"ids": ["cpc", "ccs"], "passed": {"cpc": "2024-05-31"}}),
    ("claim", {"query": "you need a degree to become a coder"}),
]


@pytest.mark.parametrize(("tool", "arguments"), QUESTIONS)
def test_an_answer_is_short_and_every_figure_in_it_has_its_sources_beside_it(
    catalog: Catalog, tool: str, arguments: dict[str, Any]
) -> None:
    answer = ask(tool, **arguments)
    assert answer.says
    assert answer.lines
    listed = {note.id: note for note in answer.sources}
    for line in answer.lines:
        assert (line.basis == "not found") == (line.value == NOT_FOUND)
        if line.basis in ("read", "estimated"):
            assert line.sources
        assert set(line.sources) <= listed.keys()
    for key, note in listed.items():
        source = catalog.sources[key]
        assert (note.url, note.title) == (source.url, source.title)
    text = text_of(call(tool, arguments))
    assert len(text) < MOST_CHARACTERS + LONGEST_SENTENCES + 500
    assert all(line.value in text and line.what in text for line in answer.lines)
    assert catalog.fingerprint in text
    assert catalog.today.isoformat() in text


@pytest.mark.parametrize("key", CREDENTIALS[::4])
def test_every_number_on_a_credential_stands_in_its_fact_sheet_or_its_issuers(
    catalog: Catalog, key: str
) -> None:
    sheet = catalog.credentials[key]
    issuer = catalog.issuers[sheet.issuer].model_dump(mode="json")
    in_the_source = numbers_of(sheet_as_json(catalog, key)) | numbers_of(issuer)
    costs = next(row for row in run_command("list", "--json").json if row["id"] == key)
    in_the_source |= numbers_of(costs)
    hours = {minutes // 60 for minutes in in_the_source} | {
        minutes % 60 for minutes in in_the_source
    }
    for line in ask("show", id=key).lines:
        unknown = numbers_in(line.value) - in_the_source
        assert not unknown or (line.basis == "estimated" and unknown <= hours), line


@pytest.mark.parametrize("key", CREDENTIALS[::4])
def test_a_fact_has_the_date_and_sources_that_some_statement_of_the_sheet_has(
    catalog: Catalog, key: str
) -> None:
    sheet = catalog.credentials[key]
    sheets = (sheet, catalog.issuers[sheet.issuer])
    statements = [statement for of in sheets for _, statement in find_statements(of)]
    for line in ask("show", id=key).lines:
        if line.basis == "read":
            assert any(
                line.as_of in (statement.as_of, None) and set(line.sources) & set(statement.src)
                for statement in statements
            ), line


def test_the_price_of_the_cpc_is_that_of_its_sheet(catalog: Catalog) -> None:
    amount = catalog.credentials["aapc/cpc"].fees[0].amount
    assert amount is not None
    line = ask("show", id="CPC", sections=["fees"]).lines[0]
    assert line.value == f"${amount.value:,.0f}"
    assert (line.credential, line.as_of) == ("aapc/cpc", amount.as_of)
    assert set(line.sources) <= set(amount.src)


@pytest.mark.parametrize("ids", [["cpc"], ["cca", "ccs"], ["acdis/ccds"], ["rhia"]])
@pytest.mark.parametrize("years", [1, 6])
def test_a_bill_has_the_sums_and_the_amounts_of_the_command(ids: list[str], years: int) -> None:
    printed = run_command("cost", *ids, "--years", str(years), "--json").json
    answer = ask("cost", ids=ids, years=years)
    totals = {line.what: line.value for line in answer.lines[:3]}
    for what, name in {"To earn it": "to_earn", "Each year after": "each_year_after"}.items():
        total = printed[name]
        if totals[what] != NOT_FOUND:
            assert f"${round(total['typical']):,}" in totals[what]
            assert totals[what].startswith("at least") == (not total["complete"])
            assert ("about" in totals[what]) == total["estimated"]
    paid = {(row["label"], row["phase"]) for row in printed["rows"]}
    earning, keeping = ({name for name, of in paid if of == phase} for phase in ("earn", "keep"))
    places = {line.what: place for place, line in enumerate(answer.lines)}
    first_kept = min((places[name] for name in keeping - earning), default=len(answer.lines))
    assert all(places[name] < first_kept for name in earning - keeping)
    in_the_source = numbers_of(printed) | set(range(1, years + 1))
    for line in answer.lines[3:]:
        assert numbers_in(line.value.partition("; ")[0]) <= in_the_source, line


def test_what_is_held_and_assumed_counts_as_on_the_command_line() -> None:
    printed = run_command(
        *("cost", "coc", "--held", "cpc=2024-05-31", "--assume", "ceu_price=15"),
        *("--assume", "student=true", "--years", "3", "--json"),
    ).json
    answer = ask(
        "cost",
        ids=["coc"],
        held={"cpc": "2024-05-31"},
        assumptions={"ceu_price": 15, "student": True, "training": None},
        years=3,
    )
    assert f"${round(printed['total']['typical']):,}" in answer.lines[2].value


def test_a_comparison_has_the_values_of_the_command_in_which_they_differ() -> None:
    printed = run_command("compare", "cpc", "ccs", "--json").json
    lines = ask("compare", ids=["cpc", "ccs"]).lines
    expected = [
        (key, value)
        for row in printed["rows"]
        if row["differs"]
        for key, value in zip(printed["credentials"], row["values"], strict=True)
    ]
    compared = [(line.credential, line.value) for line in lines]
    assert compared == expected[: len(compared)]
    assert len(compared) > 20


def test_fields_can_be_named_in_a_comparison() -> None:
    lines = ask("compare", ids=["cpc", "ccs"], fields=["minutes"]).lines
    assert [line.value for line in lines] == ["4 h", "4 h"]


def test_verdicts_are_those_of_the_command(tmp_path: Any) -> None:
    path = tmp_path / "me.json"
    path.write_text(json.dumps(PERSON), encoding="utf-8")
    printed = run_command("eligibility", str(path), "--for", "cpc", "--for", "rhit", "--json").json
    lines = ask("eligibility", profile=PERSON, ids=["cpc", "rhit"]).lines
    labels = {"can_sit": "Eligible", "not_yet": "Not yet"}
    assert {line.credential: line.value.partition(".")[0] for line in lines} == {
        key: labels[verdict["verdict"]] for key, verdict in printed["verdicts"].items()
    }


def test_a_plan_costs_and_takes_what_the_command_says(tmp_path: Any) -> None:
    path = tmp_path / "me.json"
    path.write_text(json.dumps(PERSON), encoding="utf-8")
    printed = run_command("plan", str(path), "--target", "cpc", "--by", "months", "--json").json
    answer = ask("plan", profile=PERSON, targets=["cpc"], by="months")
    in_the_source = numbers_of(printed)
    steps = [line for line in answer.lines if line.value != NOT_FOUND]
    assert len(steps) == sum(len(plan["steps"]) for plan in printed["plans"])
    assert all(numbers_in(line.value) <= in_the_source for line in steps)
    best = printed["plans"][0]["cost"]["typical"]
    assert any(f"Plan 1: CPC: ${round(best):,}" in sentence for sentence in answer.says)


def test_what_keeping_takes_is_what_the_command_says() -> None:
    printed = run_command("renewal", "cpc", "ccs", "--passed", "cpc=2024-05-31", "--json").json
    answer = ask("renewal", ids=["cpc", "ccs"], passed={"cpc": "2024-05-31"})
    assert answer.says == printed["answer"]
    in_the_source = numbers_of(printed)
    for line in answer.lines:
        assert numbers_in(line.value) <= in_the_source, line


def test_estimates_are_marked_and_never_called_read(catalog: Catalog) -> None:
    estimates = estimates_of(catalog, catalog.credentials["aapc/canpc"])
    lines = [line for line in ask("show", id="aapc/canpc").lines if line.basis == "estimated"]
    assert len(lines) == len(estimates) > 0
    for line, estimate in zip(lines, estimates.values(), strict=True):
        assert line.value.startswith("≈")
        assert estimate.rule in line.value
        assert line.standing == "estimated"
    assert f"{lines[0].value} (estimated" in text_of(call("show", {"id": "aapc/canpc"}))


def test_what_is_not_known_is_said_to_be_not_found() -> None:
    lines = ask("compare", ids=["cpc", "ccs"], fields=["pass_rate"]).lines
    assert (lines[0].value, lines[0].basis, lines[0].sources) == (NOT_FOUND, "not found", [])


def test_a_former_price_is_not_told_as_one_of_today() -> None:
    values = [line.value for line in ask("show", id="cpc", sections=["fees"]).lines]
    assert "$425" in values
    assert "$350" not in values


def test_an_earlier_day_can_be_asked_about() -> None:
    lines = ask("show", id="cpc", sections=["exam"], as_at="2021-06-01").lines
    assert next(line.value for line in lines if line.what == "Questions") == "150"


def test_a_claim_comes_with_its_verdict_and_what_is_right(catalog: Catalog) -> None:
    answer = ask("claim", query="a-degree-is-required")
    (line,) = answer.lines
    assert line.value.startswith("Wrong. ")
    assert catalog.claims.claims[0].claim in line.what


def test_a_claim_that_nobody_checked_is_neither_right_nor_wrong() -> None:
    answer = ask("claim", query="zzyzx quux")
    assert not answer.lines
    assert "No claim like this was checked" in answer.says[0]


def test_a_search_is_kept_to_one_kind_where_one_is_named() -> None:
    lines = ask("search", query="what is a CEU", kind="term").lines
    assert lines
    assert all(line.what.startswith("Glossary: ") for line in lines)


def test_a_search_that_finds_nothing_says_so_and_names_the_nearest_words() -> None:
    assert ask("search", query="zzzz").says == ["Nothing was found."]
    says = ask("search", query="asdfqwer").says
    assert says[1].startswith("The nearest words that find something: ")


def test_a_search_says_how_many_of_its_results_follow() -> None:
    answer = ask("search", query="is the CPC exam online", most=3)
    assert len(answer.lines) == 3
    assert "The best 3 follow." in answer.says


def test_where_nothing_is_known_of_keeping_a_credential_that_is_the_answer() -> None:
    answer = ask("renewal", ids=["rccb/rccir"])
    assert answer.says == ["What keeping them takes was not found."]
    assert {line.basis for line in answer.lines} == {"not found"}


def test_what_does_not_fit_is_counted_and_can_be_asked_for() -> None:
    answer = ask("show", id="cpc")
    assert answer.left_out
    assert "certlens://credentials/aapc/cpc" in answer.left_out
    renewal = ask("show", id="cpc", sections=["renewal"])
    assert renewal.left_out is None
    assert any(line.what == "Cycle, months" for line in renewal.lines)


@pytest.mark.parametrize("key", CREDENTIALS[::9])
def test_no_sheet_makes_a_long_answer(key: str) -> None:
    assert len(text_of(call("show", {"id": key}))) < MOST_CHARACTERS + LONGEST_SENTENCES + 500
