"""Files come in from pages that ask for one, few at a time, and wait for a short time only."""

import asyncio
from contextlib import ExitStack

import pytest
from starlette.formparsers import MultiPartParser
from starlette.types import Receive, Scope, Send

from scripts.serving import Server
from service.uploads import UploadGate, keep_files_in_memory
from tests.event_loops import run_async
from tests.service.asgi import a_handshake, a_request, headers, reached, status
from tests.service.visitors import ASKING_PAGE, visit
from ui.shell import uploads
from ui.shell.uploads import MOST_FILES, UploadDesk

UPLOAD = "/_stcore/upload_file/ann/file"
ONE_MB = 1024 * 1024


@pytest.fixture
def dropped() -> list[str]:
    return []


@pytest.fixture
def desk(dropped: list[str]) -> UploadDesk:
    desk = UploadDesk(lambda _: True, dropped.append)
    desk.keep_to("ann", uploads.PAGES[0])
    return desk


async def take(scope: Scope, receive: Receive, send: Send) -> None:
    """What stands behind the gate, where it takes the file."""
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def fail(scope: Scope, receive: Receive, send: Send) -> None:
    raise RuntimeError("a fault behind the gate")


async def dawdle(scope: Scope, receive: Receive, send: Send) -> None:
    await asyncio.Event().wait()


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "HEAD"])
def test_a_file_is_put_in_and_nothing_else(desk: UploadDesk, method: str) -> None:
    assert status(UploadGate(take, desk), a_request(UPLOAD, method=method)) == 404


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/upload_file",
        "/_stcore/upload_file/ann",
        "/_stcore/upload_file/ann/file/more",
        "/_stcore/upload_file/bob/file",
        "/_stcore/upload_file//file",
        "/x/_stcore/upload_file/bob/_stcore/upload_file",
    ],
)
@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_other_paths_lead_nowhere(desk: UploadDesk, path: str, method: str) -> None:
    assert status(UploadGate(reached, desk), a_request(path, method=method)) == 404


def test_a_handshake_hands_in_nothing(desk: UploadDesk) -> None:
    assert status(UploadGate(reached, desk), a_handshake(UPLOAD)) == 404


def test_what_is_no_upload_passes(desk: UploadDesk) -> None:
    gate = UploadGate(reached, desk)
    assert status(gate, a_request("/explore", method="PUT")) == 200
    assert status(gate, {"type": "lifespan"}) == 200


def test_the_app_may_be_served_below_a_path(desk: UploadDesk) -> None:
    assert status(UploadGate(take, desk), a_request(f"/base{UPLOAD}", method="PUT")) == 204


def test_a_visitor_may_take_a_file_back(desk: UploadDesk) -> None:
    assert status(UploadGate(reached, desk), a_request(UPLOAD, method="DELETE")) == 200


def test_a_place_that_streamlit_refuses_is_free_again(desk: UploadDesk, dropped: list[str]) -> None:
    for _ in range(2 * MOST_FILES):
        assert status(UploadGate(reached, desk), a_request(UPLOAD, method="PUT")) == 200
    with pytest.raises(RuntimeError):
        status(UploadGate(fail, desk), a_request(UPLOAD, method="PUT"))
    assert status(UploadGate(take, desk), a_request(UPLOAD, method="PUT")) == 204


def test_a_file_that_takes_too_long_is_not_waited_for(desk: UploadDesk) -> None:
    assert status(UploadGate(dawdle, desk, seconds=0), a_request(UPLOAD, method="PUT")) == 408
    assert status(UploadGate(take, desk), a_request(UPLOAD, method="PUT")) == 204


def test_a_file_that_nobody_reads_is_dropped(desk: UploadDesk, dropped: list[str]) -> None:
    async def hand_in_and_wait() -> None:
        await UploadGate(take, desk, seconds=0.05)(scope, receive, send)
        dropped.clear()
        while not dropped:
            await asyncio.sleep(0)

    async def receive() -> dict[str, str]:
        return {"type": "http.request"}

    async def send(message: object) -> None:
        return None

    scope = a_request(UPLOAD, method="PUT")
    run_async(asyncio.wait_for(hand_in_and_wait(), 30))
    assert dropped == ["ann"]


def test_who_finds_no_room_is_told_when_to_come_back(desk: UploadDesk) -> None:
    for number in range(MOST_FILES):
        desk.keep_to(f"visitor {number}", uploads.PAGES[0])
        desk.reserve(f"visitor {number}")
    scope = a_request(UPLOAD, method="PUT")
    assert status(UploadGate(take, desk), scope) == 503
    assert headers(UploadGate(take, desk), scope)["retry-after"] == "60"


def test_no_file_is_written_to_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MultiPartParser, "spool_max_size", ONE_MB)
    keep_files_in_memory()
    assert MultiPartParser.spool_max_size > 6 * ONE_MB, "what Streamlit lets in of a form"


def test_a_served_app_takes_a_log_on_the_page_for_it(server: Server) -> None:
    with visit(server, "keep") as visitor:
        assert visitor.hand_in(b"day,title,ceus\n").status == 204


def test_a_served_app_takes_a_file_on_the_page_that_asks_for_one(uvicorn_server: Server) -> None:
    with visit(uvicorn_server, ASKING_PAGE) as visitor:
        assert visitor.hand_in(b"day,title,ceus\n").status == 204


def test_a_served_app_takes_none_on_another_page(uvicorn_server: Server) -> None:
    with visit(uvicorn_server, "claims") as visitor:
        answer = visitor.hand_in(b"day,title,ceus\n")
        assert (answer.status, answer.text) == (404, "This page takes no uploads.\n")
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_served_app_takes_none_once_the_visitor_has_moved_on(uvicorn_server: Server) -> None:
    with visit(uvicorn_server, ASKING_PAGE) as visitor:
        visitor.move_to("claims")
        assert visitor.hand_in(b"x").status == 404
        visitor.move_to(ASKING_PAGE)
        assert visitor.hand_in(b"x").status == 204


def test_a_served_app_takes_none_after_the_visitor_has_left(uvicorn_server: Server) -> None:
    with visit(uvicorn_server, ASKING_PAGE) as visitor:
        pass
    assert visitor.hand_in(b"x").status in (400, 404)


@pytest.mark.parametrize(("size", "answer"), [(5 * ONE_MB - 1_000, 204), (5 * ONE_MB + 1, 413)])
def test_a_served_app_takes_five_megabytes_and_no_more(
    uvicorn_server: Server, size: int, answer: int
) -> None:
    with visit(uvicorn_server, ASKING_PAGE) as visitor:
        assert visitor.hand_in(b"x" * size).status == answer


def test_a_served_app_takes_none_without_its_token(uvicorn_server: Server) -> None:
    with visit(uvicorn_server, ASKING_PAGE) as visitor:
        assert visitor.hand_in(b"x", with_token=False).status == 403
        assert visitor.hand_in(b"x").status == 204


def test_a_served_app_holds_few_files_at_a_time(uvicorn_server: Server) -> None:
    with ExitStack() as crowd:
        visitors = [
            crowd.enter_context(visit(uvicorn_server, ASKING_PAGE)) for _ in range(MOST_FILES + 1)
        ]
        assert [visitor.hand_in(b"x").status for visitor in visitors] == [204] * MOST_FILES + [503]
        visitors[0].move_to("claims")
        assert visitors[-1].hand_in(b"x").status == 204
    assert "Traceback" not in uvicorn_server.printed()
