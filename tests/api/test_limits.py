"""Nobody takes more than a share: requests by address, bodies by size, answers by time."""

import asyncio
import threading

import pytest
from starlette.testclient import TestClient
from starlette.types import Scope

from api.application import build_api
from api.limits import A_SECOND, AT_ONCE, Buckets, customer_of
from api.workers import TooBusy, Workers
from tests.catalogs import project_catalog
from tests.event_loops import run_async


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_an_address_may_ask_so_often_at_once_and_then_as_time_goes_by() -> None:
    clock = Clock()
    buckets = Buckets(a_second=2, at_once=3, clock=clock)
    assert [buckets.seconds_to_wait("a") for _ in range(3)] == [0, 0, 0]
    assert buckets.seconds_to_wait("a") == pytest.approx(0.5)
    assert buckets.seconds_to_wait("b") == 0
    clock.now += 0.25
    assert buckets.seconds_to_wait("a") == pytest.approx(0.25)
    clock.now += 0.25
    assert buckets.seconds_to_wait("a") == 0
    clock.now += 60
    assert [buckets.seconds_to_wait("a") > 0 for _ in range(4)] == [False, False, False, True]


def test_asking_too_often_does_not_put_off_the_time_to_ask_again() -> None:
    clock = Clock()
    buckets = Buckets(a_second=1, at_once=1, clock=clock)
    buckets.seconds_to_wait("a")
    for _ in range(9):
        clock.now += 0.1
        assert buckets.seconds_to_wait("a") > 0
    clock.now += 0.11
    assert buckets.seconds_to_wait("a") == 0


def test_no_more_addresses_are_remembered_than_there_is_room_for() -> None:
    buckets = Buckets(at_once=1, most=100, clock=Clock())
    for number in range(10_000):
        buckets.seconds_to_wait(f"address {number}")
    assert len(buckets) == 100


def test_the_address_seen_last_is_remembered_longest() -> None:
    buckets = Buckets(at_once=1, most=2, clock=Clock())
    for address in ("a", "b", "a", "c"):
        buckets.seconds_to_wait(address)
    assert buckets.seconds_to_wait("a") > 0
    assert buckets.seconds_to_wait("b") == 0


@pytest.mark.parametrize(
    ("host", "customer"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("a pipe", "a pipe"),
    ],
)
def test_a_customer_is_an_address_or_a_network_of_ipv6(host: str, customer: str) -> None:
    scope: Scope = {"type": "http", "client": (host, 4000)}
    assert customer_of(scope) == customer


def test_a_server_without_addresses_counts_everybody_as_one() -> None:
    assert customer_of({"type": "http", "client": None}) == "unknown"


def test_a_thousand_requests_at_once_are_answered_with_when_to_come_back() -> None:
    clock = Clock()
    buckets = Buckets(clock=clock)
    client = TestClient(build_api(project_catalog, buckets=buckets))
    statuses = [client.get("/v1/compare?ids=cpc,ccs").status_code for _ in range(1_000)]
    assert statuses == [200] * AT_ONCE + [429] * (1_000 - AT_ONCE)
    refused = client.get("/v1/credentials", headers={"Origin": "https://school.example"})
    assert refused.headers["retry-after"] == "1"
    assert refused.headers["access-control-allow-origin"] == "*"
    assert refused.json()["code"] == "too-many-requests"
    assert f"{A_SECOND} requests a second" in refused.json()["detail"]
    clock.now += 1
    assert client.get("/v1/compare?ids=cpc,ccs").status_code == 200


def test_an_answer_that_takes_too_long_is_given_up() -> None:
    done = threading.Event()

    async def ask() -> None:
        workers = Workers(threads=1, patience=0.05)
        with pytest.raises(TooBusy):
            await workers.run(done.wait)
        done.set()
        assert await workers.run(lambda: "quick") == "quick"

    run_async(ask())


def test_no_more_wait_for_a_thread_than_there_is_room_for() -> None:
    done = threading.Event()

    async def ask() -> None:
        workers = Workers(threads=1, most_waiting=1, patience=60)
        under_way = [asyncio.ensure_future(workers.run(done.wait)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(TooBusy):
            await workers.run(done.wait)
        done.set()
        assert await asyncio.gather(*under_way) == [True, True]
        assert await workers.run(done.wait)

    run_async(ask())


def test_whoever_meets_a_busy_server_is_told_when_to_come_back() -> None:
    client = TestClient(build_api(project_catalog, workers=Workers(threads=1, patience=0)))
    answer = client.get("/v1/cost?ids=cpc&held=ccs")
    assert (answer.status_code, answer.json()["code"]) == (503, "busy")
    assert int(answer.headers["retry-after"]) > 0
