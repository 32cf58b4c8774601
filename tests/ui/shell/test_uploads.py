"""Few files at a time, from sessions on a page that asks for one, and none for long."""

import pytest

from ui.shell import routes
from ui.shell.uploads import MOST_FILES, PAGES, UploadDesk, UploadRefused

PAGE = PAGES[0]


class Desk(UploadDesk):
    """A desk with sessions that may leave, and a list of those whose files were dropped."""

    def __init__(self) -> None:
        self.departed: set[str] = set()
        self.dropped: list[str] = []
        super().__init__(lambda session: session not in self.departed, self.dropped.append)


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.keep_to("ann", PAGE)
    return desk


def refusal(desk: UploadDesk, session: str) -> UploadRefused:
    with pytest.raises(UploadRefused) as caught:
        desk.reserve(session)
    return caught.value


def fill(desk: Desk) -> None:
    for number in range(MOST_FILES):
        desk.keep_to(f"visitor {number}", PAGE)
        desk.reserve(f"visitor {number}")


def test_what_asks_for_a_file_is_a_page() -> None:
    assert set(PAGES) <= set(routes.PAGES)


def test_a_session_on_a_page_that_asks_for_a_file_may_hand_one_in(desk: Desk) -> None:
    assert desk.admits("ann")
    desk.reserve("ann")


@pytest.mark.parametrize("session", ["bob", ""])
def test_any_other_session_may_not(desk: Desk, session: str) -> None:
    desk.keep_to("bob", "explore")
    assert not desk.admits(session)
    assert refusal(desk, session).status == 404


def test_a_session_that_leaves_the_page_may_not_any_more_and_loses_its_file(desk: Desk) -> None:
    desk.settle("ann", desk.reserve("ann"))
    desk.dropped.clear()
    desk.keep_to("ann", "explore")
    assert desk.dropped == ["ann"]
    assert refusal(desk, "ann").status == 404


def test_a_file_that_arrives_after_its_session_left_is_dropped(desk: Desk) -> None:
    number = desk.reserve("ann")
    desk.keep_to("ann", "explore")
    desk.dropped.clear()
    desk.settle("ann", number)
    assert desk.dropped == ["ann"]


def test_one_file_of_a_session_arrives_at_a_time(desk: Desk) -> None:
    number = desk.reserve("ann")
    assert refusal(desk, "ann").status == 429
    desk.settle("ann", number)
    desk.dropped.clear()
    desk.reserve("ann")
    assert desk.dropped == ["ann"], "the former file makes room"


def test_the_files_of_all_sessions_together_are_bounded(desk: Desk) -> None:
    fill(desk)
    assert refusal(desk, "ann").status == 503
    desk.release("visitor 3")
    desk.reserve("ann")


def test_a_session_that_ended_makes_room(desk: Desk) -> None:
    fill(desk)
    desk.departed.add("visitor 3")
    desk.reserve("ann")


def test_a_late_release_leaves_the_next_file_alone(desk: Desk) -> None:
    first = desk.reserve("ann")
    desk.settle("ann", first)
    second = desk.reserve("ann")
    desk.settle("ann", second)
    desk.dropped.clear()
    desk.release("ann", first)
    assert desk.dropped == []
    desk.release("ann", second)
    assert desk.dropped == ["ann"]


def test_sessions_that_ended_are_not_kept_in_mind(desk: Desk) -> None:
    for number in range(1_000):
        desk.departed.add(f"gone {number}")
        desk.keep_to(f"gone {number}", PAGE)
    assert sum(desk.admits(f"gone {number}") for number in range(1_000)) < 100
    assert desk.admits("ann")
