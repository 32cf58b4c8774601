"""A page and the profile agree: on what an address names, was said, and is changed by hand."""

from typing import Annotated, Any, ClassVar

import pytest
import streamlit as st
from pydantic import Field

from cert_model.catalog import Catalog
from cert_model.explore.comparison import MAX_COMPARED
from cert_model.vocabulary import State
from ui.shell import person, shared
from ui.shell.page_state import PageState, own_fields
from ui.shell.shared import (
    ADDED_HOLDINGS,
    ADDED_PICKS,
    HELD,
    HOME_STATE,
    HOURS_A_WEEK,
    ONE_OF_PICKED,
    PAY,
    PICKED,
    STUDENT,
    Meeting,
    Shared,
)

CPC, CCA, CCS = "aapc/cpc", "ahima/cca", "ahima/ccs"
Ids = tuple[str, ...]


class Bench(PageState):
    """A page that shows every part of the profile."""

    page: ClassVar[str] = "bench"

    ids: Annotated[Ids, Field(alias="plan"), Shared(PICKED)] = ()
    held: Annotated[Ids, Shared(HELD)] = ()
    picks: Annotated[Ids, Shared(ADDED_PICKS)] = ()
    exam: Annotated[str | None, Shared(ONE_OF_PICKED)] = None
    place: Annotated[State | None, Shared(HOME_STATE)] = None
    pay: Annotated[str, Shared(PAY)] = ""
    week: Annotated[int, Shared(HOURS_A_WEEK)] = 10
    student: Annotated[str, Shared(STUDENT)] = "no"


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The session of a visitor who has just come."""
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


class Visit:
    """Somebody on the page: its choices, from one run to the next."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.defaults = {name: field.default for name, field in own_fields(Bench).items()}
        self.choices = dict(self.defaults)

    def open(self, **named: Any) -> dict[str, Any]:
        """Open the page by an address that names these choices."""
        return self._agree({**self.choices, **named}, named, is_opened=True)

    def change(self, **changes: Any) -> dict[str, Any]:
        """Change choices by hand; none for a run that something else started."""
        return self._agree({**self.choices, **changes}, {}, is_opened=False)

    def _agree(
        self, choices: dict[str, Any], named: dict[str, Any], *, is_opened: bool
    ) -> dict[str, Any]:
        self.choices = shared.agree(
            Bench,
            choices,
            self.defaults,
            self.catalog,
            is_opened=is_opened,
            named=dict.fromkeys(named, "named"),
        )
        return self.choices


@pytest.fixture
def page(catalog: Catalog) -> Visit:
    return Visit(catalog)


def test_a_page_begins_with_what_was_said(catalog: Catalog, page: Visit) -> None:
    person.change(
        catalog, picked=(CPC,), home_state="OH", pay=48_000, hours_a_week=6, is_student=True
    )
    person.hold(catalog, [CCA])
    assert page.open() == {
        "plan": (CPC,),
        "held": (CCA,),
        "picks": (CPC,),
        "exam": CPC,
        "place": State.OH,
        "pay": "48000",
        "week": 6,
        "student": "yes",
    }


def test_a_page_has_its_own_defaults_where_nothing_was_said(page: Visit) -> None:
    assert page.open() == page.defaults


@pytest.mark.parametrize(
    ("name", "named", "stated"),
    [
        ("plan", (CCS,), {"picked": (CPC,)}),
        ("place", State.AL, {"home_state": "OH"}),
        ("pay", "30000", {"pay": 48_000}),
        ("week", 3, {"hours_a_week": 6}),
        ("student", "no", {"is_student": True}),
        ("exam", CCS, {"picked": (CPC,)}),
    ],
)
def test_what_the_address_names_is_shown_and_changes_nothing_said(
    catalog: Catalog, page: Visit, name: str, named: object, stated: dict[str, Any]
) -> None:
    person.change(catalog, **stated)
    before = person.visitor(catalog)
    assert page.open(**{name: named})[name] == named
    assert page.change()[name] == named
    assert person.visitor(catalog) == before


@pytest.mark.parametrize(
    ("name", "choice", "part", "stated"),
    [
        ("place", State.TX, "home_state", "TX"),
        ("place", None, "home_state", None),
        ("pay", "$52,000", "pay", 52_000),
        ("pay", "a lot", "pay", None),
        ("week", 4, "hours_a_week", 4),
        ("student", "no", "is_student", False),
    ],
)
def test_what_is_changed_by_hand_is_said_for_every_page(
    catalog: Catalog, page: Visit, name: str, choice: object, part: str, stated: object
) -> None:
    person.change(catalog, home_state="OH", pay=48_000, hours_a_week=6, is_student=True)
    page.open()
    assert page.change(**{name: choice})[name] == choice
    assert getattr(person.visitor(catalog), part) == stated


def test_a_list_that_is_the_shortlist_changes_it(catalog: Catalog, page: Visit) -> None:
    person.change(catalog, picked=(CPC,))
    page.open()
    page.change(plan=(CPC, CCS))
    assert person.visitor(catalog).picked == (CPC, CCS)
    page.change(plan=())
    assert person.visitor(catalog).picked == ()


def test_a_list_that_the_address_named_is_changed_alone(catalog: Catalog, page: Visit) -> None:
    person.change(catalog, picked=(CPC,))
    page.open(plan=(CCS,))
    assert page.change(plan=(CCS, CCA))["plan"] == (CCS, CCA)
    assert person.visitor(catalog).picked == (CPC,)


def test_a_list_follows_the_shortlist_that_changes_beside_it(catalog: Catalog, page: Visit) -> None:
    person.change(catalog, picked=(CPC,))
    page.open()
    person.pick(CCS)
    assert page.change()["plan"] == (CPC, CCS)
    person.change(catalog, picked=())
    assert page.change()["plan"] == ()


def test_a_list_of_its_own_stays_when_the_shortlist_changes(catalog: Catalog, page: Visit) -> None:
    page.open(plan=(CCS,))
    person.pick(CPC)
    assert page.change()["plan"] == (CCS,)


def test_a_page_returned_to_shows_the_shortlist_rather_than_its_own_list(
    catalog: Catalog, page: Visit
) -> None:
    page.open(plan=(CCS,))
    assert page.open()["plan"] == (CCS,)
    person.pick(CPC)
    assert page.open()["plan"] == (CPC,)


def test_what_was_taken_back_elsewhere_is_gone_when_one_returns(
    catalog: Catalog, page: Visit
) -> None:
    person.change(catalog, picked=(CPC,), home_state="OH")
    page.open()
    person.change(catalog, picked=(), home_state=None)
    shown = page.open()
    assert shown["plan"] == ()
    assert shown["place"] is None


def test_picks_beyond_what_a_page_shows_survive_a_change_there(
    catalog: Catalog, page: Visit
) -> None:
    picked = tuple(list(catalog.credentials)[: MAX_COMPARED + 2])
    person.change(catalog, picked=picked)
    assert page.open()["plan"] == picked[:MAX_COMPARED]
    page.change(plan=picked[1:MAX_COMPARED])
    assert person.visitor(catalog).picked == picked[1:]
    assert page.change()["plan"] == picked[1 : MAX_COMPARED + 1]


def test_on_the_page_about_what_is_held_an_address_adds_to_it(catalog: Catalog) -> None:
    person.hold(catalog, [CPC])
    meeting = Meeting((CCS, CPC), (), None, is_opened=True, is_named=True)
    assert ADDED_HOLDINGS.agree(catalog, meeting) == (CPC, CCS)
    assert person.held(catalog) == (CPC, CCS)


def test_what_is_held_does_not_come_back_from_a_list_drawn_before(catalog: Catalog) -> None:
    person.hold(catalog, [CPC])
    meeting = Meeting((CCS, CPC), (), ((CCS, CPC), (CCS, CPC)), is_opened=False, is_named=False)
    assert ADDED_HOLDINGS.agree(catalog, meeting) == (CPC,)


def test_what_is_held_is_an_answer_whichever_page_says_it(catalog: Catalog, page: Visit) -> None:
    page.open()
    page.change(held=(CPC,))
    assert person.answers(catalog) == {"credentials": CPC}


def test_picks_that_an_earlier_address_names_are_added(catalog: Catalog, page: Visit) -> None:
    person.change(catalog, picked=(CPC,))
    assert page.open(picks=(CCS, CPC))["picks"] == (CPC, CCS)
    person.unpick(CCS)
    assert page.change()["picks"] == (CPC,)


def test_a_page_about_one_keeps_it_while_it_is_picked(catalog: Catalog, page: Visit) -> None:
    person.change(catalog, picked=(CPC, CCA))
    page.open()
    page.change(exam=CCA)
    assert page.open()["exam"] == CCA
    person.unpick(CCA)
    assert page.change()["exam"] == CCA
    assert page.open()["exam"] == CPC
