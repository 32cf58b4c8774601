"""The API beside the pages: behind the same gates, and with nothing of a request in the log."""

import json

from scripts.serving import Server
from tests.commands import run_command
from tests.service.http import request


def test_the_app_serves_the_api_beside_its_pages(server: Server) -> None:
    answer = request(server, "api/v1/cost?ids=cpc")
    assert answer.status == 200
    assert json.loads(answer.body) == run_command("cost", "cpc", "--json").json
    assert "<!doctype html>" in request(server, "").text.lower()


def test_answers_carry_the_headers_of_the_app(server: Server) -> None:
    answer = request(server, "api/v1/credentials")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "server" not in answer.headers


def test_other_host_names_are_not_served(server: Server) -> None:
    answer = request(server, "api/v1/credentials", {"Host": "other.example"})
    assert answer.status == 421


def test_an_address_of_the_api_that_does_not_exist_is_no_page(server: Server) -> None:
    answer = request(server, "api/nothing")
    assert (answer.status, json.loads(answer.body)["code"]) == (404, "no-such-address")


def test_the_description_says_where_the_api_is(server: Server) -> None:
    document = json.loads(request(server, "api/openapi.json").body)
    assert document["servers"] == [{"url": "/api"}]


def test_no_query_and_no_posted_answer_is_in_the_log(server: Server) -> None:
    request(server, "api/v1/renewal?ids=cpc&passed=cpc=2023-03-19")
    request(server, "api/v1/renewal?ids=cpc&passed=cpc=secretday")
    assert "secretday" not in server.printed()
    assert "2023-03-19" not in server.printed()
    assert "Traceback" not in server.printed()
