"""A page's state and its address say the same."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any, ClassVar, Literal

import pytest
from pydantic import Field, ValidationError

from cert_model.catalog import Catalog
from ui.shell.address_fields import NO_CREDENTIAL, AddressField, CredentialId, Options, Whole
from ui.shell.page_state import PageState, Refused, Spread, format_query, parse

Year = Annotated[Whole, Field(ge=1, le=10)]
YEAR_FIELDS = {"aapc/cpc": AddressField(Year, 1), "ahima/ccs": AddressField(Year, 1)}


class PlanState(PageState):
    """A state with every kind of field."""

    page: ClassVar[str] = "plan"

    ids: Annotated[tuple[CredentialId, ...], Field(alias="plan")] = ()
    view: Literal["bill", "years"] | None = None
    first_years: Annotated[Mapping[str, int], Spread(lambda _: YEAR_FIELDS)] = Field(
        default_factory=dict
    )

    @classmethod
    def settle(
        cls, choices: dict[str, Any], _options: Options
    ) -> tuple[dict[str, Any], list[Refused]]:
        """Show the bill of an empty plan; there are no years to show."""
        if choices["view"] == "years" and not choices["plan"]:
            return {**choices, "view": "bill"}, [Refused("view", "years")]
        return {**choices, "view": choices["view"] or cls._usual_view(choices["plan"])}, []

    @staticmethod
    def _usual_view(ids: Collection[str]) -> str:
        return "years" if len(ids) > 1 else "bill"

    def implied(self) -> Collection[str]:
        """The view, where the plan calls for it."""
        return {"view"} if self.view == self._usual_view(self.ids) else ()


@pytest.fixture(scope="module")
def options(catalog: Catalog) -> Options:
    return Options(catalog)


def test_an_empty_address_is_the_default_state(options: Options) -> None:
    state, refused = parse(PlanState, {}, options)
    assert (state.ids, state.view, dict(state.first_years)) == (
        (),
        "bill",
        {"aapc/cpc": 1, "ahima/ccs": 1},
    )
    assert refused == []


def test_an_address_comes_back_from_the_state_that_it_asks_for(options: Options) -> None:
    query = {"plan": "aapc/cpc,ahima/ccs", "view": "bill", "ahima/ccs": "3"}
    assert format_query(parse(PlanState, query, options).state, options) == query


def test_what_follows_from_other_choices_is_not_written(options: Options) -> None:
    query = {"plan": "aapc/cpc,ahima/ccs"}
    state = parse(PlanState, query, options).state
    assert state.view == "years"
    assert format_query(state, options) == query


def test_what_means_nothing_is_named_and_the_rest_is_kept(options: Options) -> None:
    query = {"plan": "cpc,nobody", "ahima/ccs": "99", "color": "red"}
    state, refused = parse(PlanState, query, options)
    assert state.ids == ("aapc/cpc",)
    assert state.first_years["ahima/ccs"] == 1
    assert refused == [
        Refused("plan", "nobody", NO_CREDENTIAL),
        Refused("ahima/ccs", "99"),
        Refused("color", "red"),
    ]


def test_choices_that_contradict_one_another_are_settled(options: Options) -> None:
    state, refused = parse(PlanState, {"view": "years"}, options)
    assert state.view == "bill"
    assert refused == [Refused("view", "years")]


def test_a_state_cannot_be_changed(options: Options) -> None:
    state = parse(PlanState, {}, options).state
    with pytest.raises(ValidationError):
        state.ids = ("aapc/cpc",)  # type: ignore[misc]
