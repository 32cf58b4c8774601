"""A visitor keeps to one process; many visitors spread over all of them."""

import ssl
from collections import Counter
from urllib.request import urlopen

import pytest

from scripts.deployment import Deployment
from tests.deploy.returning import COOKIE, way_to
from tests.service.http import request

pytestmark = pytest.mark.deploy

WAYS = [f"{number:02x}" for number in range(256)]


def processes_asked(deployment: Deployment, cookies: list[str]) -> list[str]:
    """The process that answered a request with each of the cookies."""
    before = len(deployment.logged_requests())
    for cookie in cookies:
        assert request(deployment.site, "/healthz", {"Cookie": cookie}).status == 200
    return [line["asked"] for line in deployment.logged_requests()[before:]]


def test_a_visitor_keeps_to_the_process_that_answered_first(deployment: Deployment) -> None:
    cookie = way_to(deployment.site)
    assert len(set(processes_asked(deployment, [cookie] * 20))) == 1


def test_the_values_of_the_cookie_are_spread_over_the_processes(deployment: Deployment) -> None:
    asked = processes_asked(deployment, [f"{COOKIE}={way}" for way in WAYS])
    shares = [count / len(WAYS) for count in Counter(asked).values()]
    assert len(shares) == len(deployment.ports)
    assert max(shares) <= 0.6, shares


def test_the_cookie_is_set_once(deployment: Deployment) -> None:
    cookie = way_to(deployment.site)
    again = request(deployment.site, "/explore", {"Cookie": cookie})
    assert COOKIE not in again.cookies


@pytest.mark.parametrize("value", ["", "abc", "0G", "<script>", "a" * 300])
def test_a_value_that_is_none_of_ours_is_replaced(deployment: Deployment, value: str) -> None:
    answer = request(deployment.site, "/explore", {"Cookie": f"{COOKIE}={value}"})
    assert answer.cookies[COOKIE] in WAYS


def test_over_tls_the_cookie_is_for_tls_alone(deployment: Deployment) -> None:
    own = ssl.create_default_context(cafile=str(deployment.folder / "certificate.pem"))
    with urlopen(f"{deployment.secure_url}/explore", timeout=30, context=own) as answer:
        assert "; Secure" in answer.headers["Set-Cookie"]
        assert "max-age" in answer.headers["Strict-Transport-Security"]


@pytest.mark.parametrize("path", ["/files/credentials.csv", "/api/v1/credentials"])
def test_what_programs_fetch_sets_no_cookie(deployment: Deployment, path: str) -> None:
    assert not request(deployment.site, path).cookies
