"""A compiled rule says of each person what the explaining evaluator says of that rule."""

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile, Truth, build_person
from cert_model.eligibility.rules import could_be_failed, could_be_met, evaluate_rule
from cert_model.schema.rules import Rule
from cert_model.screening import code_profiles, judge_of
from cert_model.screening.codes import CANNOT_FAIL, COULD_BE_MET, IS_MET, MAY_BE_MET
from cert_model.screening.rules import CompiledRules
from cert_model.vocabulary import Role
from tests import effort, profiles
from tests.profiles import Plain

RULE: TypeAdapter[Rule] = TypeAdapter(Rule)
DETAIL = {"text": "what is asked", "src": ["some-page"]}


def some(terms: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(terms), unique=True, min_size=1, max_size=3)


def conditions(
    test: str,
    fields: dict[str, st.SearchStrategy[Any]],
    optional: dict[str, st.SearchStrategy[Any]] | None = None,
) -> st.SearchStrategy[Plain]:
    return st.fixed_dictionaries(fields, optional=optional or {}).map(
        lambda given: {"test": test, **DETAIL, **given}
    )


words = st.just("a detail that no question asks about")
any_condition = st.one_of(
    conditions("education", {"at_least": st.sampled_from(profiles.LEVELS)}, {"field": words}),
    conditions(
        "experience",
        {"kind": some(profiles.KINDS), "months": st.sampled_from(profiles.MONTHS)},
        {"specialty": words, "within_years": st.sampled_from((1.0, 5.0))},
    ),
    conditions(
        "credential",
        {"any": some(profiles.CREDENTIALS), "at_least": st.sampled_from((1, 2))},
        {"role": st.sampled_from(list(map(str, Role)))},
    ),
    conditions("license", {"any": some(profiles.LICENSES)}),
    conditions(
        "training",
        {"subject": some(profiles.SUBJECTS)},
        {
            "approved_by": some(profiles.APPROVERS),
            "within_years": st.sampled_from((1.0, 5.0)),
            "under_years": st.sampled_from((1.0, 5.0)),
            "extent": words,
            "least_hours": st.just(80.0),
        },
    ),
    conditions("course", {"all": some(profiles.COURSES)}),
    conditions(
        "him-program",
        {"any": some(profiles.PROGRAMS), "stage": st.sampled_from(profiles.STAGES)},
    ),
    conditions("age", {"at_least": st.sampled_from((16, 18))}),
    conditions("anyone", {}),
    conditions("ask-issuer", {"question": words}),
)
any_rule: st.SearchStrategy[Any] = st.recursive(
    any_condition,
    lambda rules: st.one_of(
        *(
            st.fixed_dictionaries({group: st.lists(rules, min_size=1, max_size=3)})
            for group in ("all_of", "any_of")
        )
    ),
    max_leaves=6,
)
hours = st.sampled_from((None, 10.0, 80.0))


def explained(catalog: Catalog, rule: Rule, profile: Profile) -> int:
    """The byte of a rule for one person, from the answers of the explaining evaluator."""
    person = build_person(catalog, profile)
    truth = evaluate_rule(rule, person)
    return sum(
        bit
        for bit, holds in (
            (MAY_BE_MET, truth is not Truth.NO),
            (IS_MET, truth is Truth.YES),
            (COULD_BE_MET, could_be_met(rule, person)),
            (CANNOT_FAIL, not could_be_failed(rule, person)),
        )
        if holds
    )


def with_hours(profile: Profile, length: float | None) -> Profile:
    programs = profile.training and tuple(
        program.model_copy(update={"hours": length}) for program in profile.training
    )
    return profile.model_copy(update={"training": programs})


UNNAMED_APPROVER = Profile.model_validate({"training": [{"subject": "coding"}]})
APPROVED_AND_LONG = {
    "test": "training",
    "subject": ["coding"],
    "approved_by": ["aapc"],
    "extent": "eighty hours",
    **DETAIL,
}


@example(plain=APPROVED_AND_LONG, some_people=[UNNAMED_APPROVER], length=None, complete=False)
@effort.number_of_examples(100, long=20_000)
@given(
    plain=any_rule,
    some_people=st.lists(profiles.profiles, min_size=1, max_size=5),
    length=hours,
    complete=st.booleans(),
)
def test_any_rule_has_the_value_of_the_explaining_evaluator(
    catalog: Catalog, plain: Plain, some_people: list[Profile], length: float | None, complete: bool
) -> None:
    rule, rules = RULE.validate_python(plain), CompiledRules()
    place = rules.add(rule)
    people = [
        with_hours(profile, length).model_copy(update={"complete": complete})
        for profile in some_people
    ]
    coded = code_profiles(people, complete)
    values = rules.evaluate(coded, rules.evaluate_lists(coded, judge_of(catalog).traits))[place]
    expected = [explained(catalog, rule, profile) for profile in people]
    assert [int(values[row % len(values)]) for row in range(len(people))] == expected


def test_rules_that_ask_for_the_same_in_other_words_have_one_place() -> None:
    rules = CompiledRules()
    work = {"test": "experience", "kind": ["coding"], "months": 24}
    first = rules.add(RULE.validate_python({**work, "text": "two years", "src": ["a"]}))
    second = rules.add(RULE.validate_python({**work, "text": "24 months", "src": ["b"]}))
    other = rules.add(
        RULE.validate_python({**work, "text": "two years", "src": ["a"], "specialty": "eyes"})
    )
    assert first == second != other
