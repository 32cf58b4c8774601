"""What the command ``plan`` prints, in words and as JSON, and what it refuses."""

from pathlib import Path
from typing import Any

import pytest

from tests.commands import Answer, run_command

NEWCOMER = "{complete: true, education: high-school, age: 40}"


@pytest.fixture(name="plan")
def _plan(tmp_path: Path) -> Any:
    """Run the command for the profile in a line of YAML."""

    def run(profile: str, *words: str) -> Answer:
        path = tmp_path / "me.yaml"
        path.write_text(profile, encoding="utf-8")
        return run_command("plan", str(path), *words)

    return run


def test_a_plan_in_json_has_the_fields_of_the_contract(plan: Any) -> None:
    answer = plan(NEWCOMER, "--target", "cpc", "--json").json
    assert set(answer) >= {"plans", "none_because"}
    first = answer["plans"][0]
    assert set(first) >= {"target", "by", "cost", "months", "steps", "milestones", "ends_in"}
    assert set(first["cost"]) == {"low", "typical", "high", "complete", "estimated"}
    assert set(first["months"]) >= {"low", "typical", "high"}
    step_fields = {"action", "what", "credential", "cost", "months", "starts", "facts"}
    assert all(set(step) >= step_fields for step in first["steps"])
    assert set(first["milestones"][0]) == {"credential", "months", "cost"}
    assert (first["target"], first["by"], first["ends_in"]) == ("aapc/cpc", "cost", "held")
    assert answer["none_because"] is None


def test_the_first_plan_is_the_best_by_what_was_asked_for(plan: Any) -> None:
    cheapest, fastest = (
        plan(NEWCOMER, "--target", "cpc", "--by", by, "--json").json["plans"][0]
        for by in ("cost", "months")
    )
    assert cheapest["cost"]["typical"] < fastest["cost"]["typical"]
    assert cheapest["months"]["typical"] > fastest["months"]["typical"]


def test_of_several_targets_the_best_plan_of_each_is_given_in_order(plan: Any) -> None:
    words = ("--target", "ccs", "--target", "cca", "--target", "cdip", "--json")
    answer = plan(NEWCOMER, *words).json
    assert [found["target"] for found in answer["plans"]] == ["ahima/cca", "ahima/ccs"]
    assert list(answer["without_plan"]) == ["ahima/cdip"]
    assert answer["none_because"] is None


def test_a_role_stands_for_its_credentials(plan: Any) -> None:
    answer = plan(NEWCOMER, "--role", "inpatient coder", "--json").json
    assert {"ahima/cca", "ahima/ccs"} <= {found["target"] for found in answer["plans"]}


def test_no_plan_says_why_and_is_no_failure(plan: Any) -> None:
    answer = plan("{credentials: [cpc]}", "--target", "cpc", "--json")
    assert (answer.status, answer.json["plans"]) == (0, [])
    assert answer.json["none_because"] == "You already hold the CPC."


def test_in_words_a_plan_has_its_sum_its_steps_and_what_is_missing(plan: Any) -> None:
    out = plan(NEWCOMER, "--target", "cpc", "--hours-a-week", "16").out
    without_price = plan("{complete: true}", "--target", "cca").out
    assert "in about 24 months" in out
    assert "Work in coding: 2 years" in out
    assert "Not found: the price of a high school diploma or its equivalent\n" in without_price
    assert "We assume 16 hours of study a week" in out
    assert "1 month to book" in out.replace("\n", " ")


@pytest.mark.parametrize(
    ("profile", "words", "complaint"),
    [
        (NEWCOMER, ("--target", "cpx"), 'no credential is called "cpx"'),
        (NEWCOMER, (), "--target: name the credential to hold, or a role"),
        (NEWCOMER, ("--role", "astronaut"), '--role: "astronaut" names no role'),
        (NEWCOMER, ("--role", "hospice privacy"), "no credential is for"),
        (NEWCOMER, ("--target", "cpc", "--by", "luck"), "luck"),
        (NEWCOMER, ("--target", "cpc", "--hours-a-week", "0"), "hours a week: expected 1 to 60"),
        ("{age: old}", ("--target", "cpc"), "age"),
        ("{credentials: [cpc], held: [cca]}", ("--target", "cpc"), 'unknown field "held"'),
        ("{credentials: [cpc, cpc-a]}", ("--target", "crc"), "aapc/cpc-a has become aapc/cpc"),
        ("{age: 18, experience_months: {coding: 300}}", ("--target", "cpc"), "an age of 18"),
        (NEWCOMER, ("--target", "ccds"), "write one of: acdis/ccds, cdia/ccds"),
        (NEWCOMER, ("--role", ""), "--target: name the credential to hold"),
        (
            "{experience_months: {coding: 1, inpatient-coding: 9}}",
            ("--target", "cpc"),
            "coding includes inpatient-coding, so it cannot be less",
        ),
    ],
)
def test_bad_input_is_one_line_and_status_2(
    plan: Any, profile: str, words: tuple[str, ...], complaint: str
) -> None:
    answer = plan(profile, *words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert complaint in answer.err


NOT_IN_THE_SUM = "Training is not included; programs cost $"


def test_a_newcomers_plan_says_that_its_cost_has_no_training_in_it(plan: Any) -> None:
    assert NOT_IN_THE_SUM in " ".join(plan(NEWCOMER, "--target", "cpc").out.split())
    assert (
        NOT_IN_THE_SUM in plan(NEWCOMER, "--target", "cpc", "--json").json["plans"][0]["left_out"]
    )


def test_the_plan_of_whoever_codes_says_nothing_of_training(plan: Any) -> None:
    coder = "{complete: true, education: high-school, experience_months: {coding: 24}}"
    assert plan(coder, "--target", "cpc", "--json").json["plans"][0]["left_out"] == (
        "This includes $149 for a possible retake."
    )


def test_what_the_months_of_a_plan_count_is_in_its_json_as_in_its_words(plan: Any) -> None:
    words = "Study counts as 80 hours for the CCA (from one source) at 8 hours a week, and booking"
    counted = plan(NEWCOMER, "--target", "cca", "--json").json["plans"][0]["months_count"]
    assert counted.startswith(words)
    assert words in " ".join(plan(NEWCOMER, "--target", "cca").out.split())


def test_what_a_plan_takes_to_keep_meanwhile_is_in_its_json_as_in_its_words(plan: Any) -> None:
    first = plan(NEWCOMER, "--target", "cpc", "--json").json["plans"][0]
    kept = first["upkeep_until_held"]["typical"]
    assert kept > 0
    assert f"until then: ${kept:,.0f} for continuing education." in first["left_out"]
    at_once = plan(NEWCOMER, "--target", "cca", "--json").json["plans"][0]
    assert at_once["upkeep_until_held"]["typical"] == 0
