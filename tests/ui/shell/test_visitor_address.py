"""A profile is taken from the address of a visit and of the browser's buttons, not of a click."""

from typing import Any

import pytest
import streamlit as st

from cert_model.catalog import Catalog
from ui.shell import person, streamlit_inside, visitor_address, visitor_code
from ui.shell.visitor import Visitor
from ui.shell.visitor_code import ME, encode

OLD, NEW = Visitor(picked=("aapc/cpc",)), Visitor(picked=("aapc/cpc", "ahima/cca"), pay=48_000)


class Session:
    """A session that draws one page after the other."""

    def __init__(self, catalog: Catalog, query: dict[str, str]) -> None:
        self.catalog, self.query, self.is_of_history = catalog, query, False

    def draw(self, page: str, code: str = "", *, of_history: bool = False) -> Visitor:
        """The profile after a page was drawn at an address with this code."""
        self.query.clear()
        self.query.update({ME: code} if code else {})
        self.is_of_history = of_history
        visitor_address.take_up(self.catalog, page)
        published = visitor_address.parameters(self.catalog, page).get(ME, "")
        visitor_address.note_published(page, published)
        return person.visitor(self.catalog)


@pytest.fixture
def session(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> Session:
    """That of a visitor who has just come."""
    started = Session(catalog, {})
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(st, "query_params", started.query)
    monkeypatch.setattr(streamlit_inside, "went_back_or_forward", lambda: started.is_of_history)
    return started


def test_a_visit_takes_the_profile_of_its_address(session: Session) -> None:
    assert session.draw("guide", encode(NEW)) == NEW


def test_a_click_that_brings_an_earlier_address_along_undoes_nothing(session: Session) -> None:
    session.draw("guide", encode(OLD))
    person.change(session.catalog, picked=NEW.picked, pay=NEW.pay)
    session.draw("guide", encode(OLD))
    assert session.draw("claims", encode(OLD)) == NEW


def test_an_address_opened_in_the_session_takes_its_profile(session: Session) -> None:
    session.draw("guide", encode(OLD))
    assert session.draw("claims", encode(NEW)) == NEW


def test_the_browsers_buttons_take_the_profile_back_and_forth(session: Session) -> None:
    session.draw("guide", encode(OLD))
    person.change(session.catalog, picked=NEW.picked, pay=NEW.pay)
    session.draw("guide")
    assert session.draw("guide", encode(OLD), of_history=True) == OLD
    assert session.draw("guide", encode(NEW), of_history=True) == NEW


def test_back_to_before_anything_was_said_here_is_back_to_nothing(session: Session) -> None:
    session.draw("explore")
    person.pick("aapc/cpc")
    session.draw("explore", encode(OLD))
    assert session.draw("explore", of_history=True) == Visitor()


def test_back_to_another_page_without_a_code_keeps_the_profile(session: Session) -> None:
    session.draw("home")
    person.pick("aapc/cpc")
    session.draw("explore", encode(OLD))
    assert session.draw("home", of_history=True) == OLD


def test_back_to_an_address_that_had_no_time_for_its_code_keeps_the_profile(
    session: Session,
) -> None:
    session.draw("home", encode(OLD))
    session.draw("explore")
    assert session.draw("explore", of_history=True) == OLD


def test_a_code_that_cannot_be_read_is_named_once_and_changes_nothing(session: Session) -> None:
    session.draw("home", encode(OLD))
    assert session.draw("guide", "1broken") == OLD
    (refused,) = visitor_address.take_refused()
    assert (refused.name, refused.text) == (ME, "1broken")
    assert "damaged" in refused.why
    assert visitor_address.take_refused() == []


def test_the_page_of_the_questions_leaves_the_answers_to_itself(session: Session) -> None:
    visitor = Visitor(answers={"education": "associate"}, picked=OLD.picked)
    person.become(session.catalog, visitor)
    parameters = visitor_address.parameters
    assert parameters(session.catalog, person.PAGE) == {ME: encode(OLD)}
    assert parameters(session.catalog, "guide") == {ME: encode(visitor)}


def test_a_profile_is_packed_anew_only_when_it_changes(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed: list[Visitor] = []

    def pack(visitor: Visitor) -> str:
        packed.append(visitor)
        return encode(visitor)

    monkeypatch.setattr(visitor_code, "encode", pack)
    codes = [visitor_address.code_of(visitor) for visitor in (OLD, OLD, NEW)]
    assert codes == [encode(OLD), encode(OLD), encode(NEW)]
    assert packed == [OLD, NEW]
