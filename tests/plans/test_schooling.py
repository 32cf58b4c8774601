"""Which programs are ways for a person: what they can enter, and what builds on what they have."""

from cert_model.catalog import Catalog
from cert_model.paths import Action, all_plans
from tests.plans.examples import person
from tests.plans.test_personas import RHIT


def programs(catalog: Catalog, text: str) -> list[str]:
    """What is to be finished first on each way to the RHIA, in their order."""
    plans = all_plans(catalog, person(catalog, text), "ahima/rhia")
    firsts = [next(step for step in plan.steps if step.action is Action.DEGREE) for plan in plans]
    return [step.brief for step in firsts]


def test_an_associate_degree_leads_to_a_bachelors_program_alone(catalog: Catalog) -> None:
    assert programs(catalog, RHIT) == ["a CAHIIM-accredited bachelor program"]


def test_a_bachelors_degree_is_built_on_before_it_is_repeated(catalog: Catalog) -> None:
    with_bachelor = RHIT.replace("education: associate", "education: bachelor")
    assert programs(catalog, with_bachelor) == [
        "a CAHIIM-approved post-baccalaureate certificate",
        "a CAHIIM-accredited master program",
        "a CAHIIM-accredited bachelor program",
    ]


def test_nobody_is_sent_abroad(catalog: Catalog) -> None:
    assert not any("foreign" in program for program in programs(catalog, "age: 30"))
