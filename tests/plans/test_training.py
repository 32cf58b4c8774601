"""Who comes to an exam without training for it, which the sum of a plan leaves out."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.paths import all_plans
from cert_model.paths.training import untrained_exam
from tests.plans.made_up import anyone, catalog_of, sheet, training, work

OPEN = catalog_of([sheet("OPEN", anyone())])
PREPARED = {
    "months of the work": {"experience_months": {"coding": 1}},
    "months of work that is part of it": {"experience_months": {"inpatient-coding": 1}},
    "a program of its subject": {"training": ({"subject": "coding"},)},
    "a health information program": {"him_program": "cahiim-associate"},
    "a credential": {"credentials": ("demo/other",)},
}
UNPREPARED = {
    "nothing stated": {},
    "nothing at all": {"complete": True},
    "other work": {"experience_months": {"billing": 24}},
    "a program of another subject": {"training": ({"subject": "billing"},)},
}


def exam_untrained_for(catalog: Catalog, stated: dict[str, object]) -> str | None:
    """The first exam of the only plan for the last credential, where nothing prepares for it."""
    profile = Profile.model_validate(stated)
    *_, target = catalog.credentials
    (plan,) = all_plans(catalog, profile, target)
    return untrained_exam(catalog, profile, plan)


@pytest.mark.parametrize("stated", UNPREPARED.values(), ids=UNPREPARED)
def test_somebody_without_such_training_or_work_is_untrained(stated: dict[str, object]) -> None:
    assert exam_untrained_for(OPEN, stated) == "demo/open"


@pytest.mark.parametrize("stated", PREPARED.values(), ids=PREPARED)
def test_training_work_or_letters_of_the_field_prepare(stated: dict[str, object]) -> None:
    other = catalog_of([sheet("OTHER", anyone()), sheet("OPEN", anyone())])
    assert exam_untrained_for(other, stated) is None


@pytest.mark.parametrize("rule", [training("coding"), work("coding", 6)], ids=["program", "work"])
def test_what_the_plan_does_before_the_exam_prepares(rule: dict[str, object]) -> None:
    assert exam_untrained_for(catalog_of([sheet("LATER", rule)]), {"complete": True}) is None


def test_work_after_the_exam_does_not_prepare_for_it() -> None:
    marked = catalog_of([sheet("FULL", anyone(), unless=work("coding", 6))])
    assert exam_untrained_for(marked, {"complete": True}) == "demo/full"
