"""How many requests an address may make, and how much a request may bring along."""

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from math import ceil

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import LARGEST_BODY, Problem
from api.refusals import problem_of_status

A_SECOND = 10
"""Requests a second that an address may make in the long run."""
AT_ONCE = 100
"""Requests that it may make at once."""
MOST_ADDRESSES = 10_000
"""Addresses that are remembered; the one not seen for longest is forgotten first."""
_NETWORK_BITS = 64
"""The part of an IPv6 address that a provider gives to one customer."""


class Buckets:
    """A bucket of tokens for each address: a request takes one, time fills them up again."""

    def __init__(
        self,
        a_second: float = A_SECOND,
        at_once: int = AT_ONCE,
        most: int = MOST_ADDRESSES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._a_second = a_second
        self._at_once = at_once
        self._most = most
        self._clock = clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """By address, how many tokens there were and when."""

    def __len__(self) -> int:
        return len(self._levels)

    def seconds_to_wait(self, address: str) -> float:
        """0 where a token was left, which is taken; else how long until there is one."""
        now = self._clock()
        level, since = self._levels.pop(address, (float(self._at_once), now))
        level = min(self._at_once, level + (now - since) * self._a_second)
        wait = max(0.0, (1 - level) / self._a_second)
        self._levels[address] = (level if wait else level - 1, now)
        if len(self._levels) > self._most:
            self._levels.popitem(last=False)
        return wait


def customer_of(scope: Scope) -> str:
    """The address that a request came from; of an IPv6 address the network that it is in."""
    host: str = (scope.get("client") or ("unknown", 0))[0]
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        network = IPv6Address(int(address) >> _NETWORK_BITS << _NETWORK_BITS)
        return str(address.ipv4_mapped or network)
    return str(address)


class RateLimit:
    """Answers 429, with the time after which to try again, to an address that asks too often."""

    def __init__(self, app: ASGIApp, buckets: Buckets) -> None:
        self._app = app
        self._buckets = buckets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or send away."""
        wait = self._buckets.seconds_to_wait(customer_of(scope)) if scope["type"] == "http" else 0
        if not wait:
            await self._app(scope, receive, send)
            return
        seconds = ceil(wait)
        detail = (
            f"An address may make {A_SECOND} requests a second, and {AT_ONCE} at once. "
            f"Try again in {seconds} s."
        )
        problem = Problem(429, "too-many-requests", detail, retry_after=seconds)
        await problem.response()(scope, receive, send)


class BodyLimit:
    """Answers 413 to a body that is too large, before more of it than that is read."""

    def __init__(self, app: ASGIApp, most_bytes: int = LARGEST_BODY) -> None:
        self._app = app
        self._most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve; a body without a length is counted as it comes."""
        if scope["type"] == "http" and self._is_said_to_be_too_large(scope):
            await problem_of_status(413).response()(scope, receive, send)
            return
        count = 0

        async def receive_and_count() -> Message:
            nonlocal count
            message = await receive()
            count += len(message.get("body", b""))
            if count > self._most_bytes:
                raise HTTPException(413)
            return message

        await self._app(scope, receive_and_count, send)

    def _is_said_to_be_too_large(self, scope: Scope) -> bool:
        length = Headers(scope=scope).get("content-length", "")
        return length.isascii() and length.isdigit() and int(length) > self._most_bytes
