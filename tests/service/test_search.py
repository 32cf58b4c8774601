"""The search is answered beside the pages, and leaves no trace of what was asked."""

import json
from typing import Any

import pytest

from cert_model.search import LONGEST_QUERY
from scripts.serving import Server
from tests.service.http import Answer, request
from tests.site_search.test_hostile import HOSTILE
from ui.shell import search


def post(server: Server, query: bytes) -> Answer:
    return request(server, search.PATH, method="POST", body=query)


def found(server: Server, query: str) -> Any:
    answer = post(server, query.encode())
    assert answer.status == 200
    return json.loads(answer.text)


def test_a_result_says_what_where_and_which_sentence(server: Server) -> None:
    hits = {hit["id"]: hit for hit in found(server, "felony")["hits"]}
    hit = hits["question:criminal-record"]
    assert hit["title"] == "Can I be certified with a criminal record?"
    assert hit["trail"] == "Guide › Questions people ask"
    assert hit["address"] == "guide?question=criminal-record"
    assert ["felony", True] in hit["sentence"]


def test_an_address_leads_to_the_part_of_the_page(server: Server) -> None:
    addresses = [hit["address"] for hit in found(server, "cpc reinstatement fee")["hits"]]
    assert "credential?id=aapc/cpc#keeping-it" in addresses


def test_where_nothing_is_found_there_are_words_and_pages_to_go_on_with(server: Server) -> None:
    answer = found(server, "CPX")
    assert "CPC" in answer["nearest"]
    assert answer["hits"][0]["address"] == "explore"


def test_an_answer_is_kept_nowhere_on_the_way(server: Server) -> None:
    assert post(server, b"cpc").headers["cache-control"] == "no-store"


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_answered_or_refused(server: Server, query: str) -> None:
    body = query.encode("utf-8", errors="surrogatepass")
    assert post(server, body).status == (413 if len(body) > 16 * LONGEST_QUERY else 200)


def test_bytes_that_are_no_text_are_a_query_without_a_word(server: Server) -> None:
    assert post(server, b"\xff\xfe\x80").status == 200


def test_another_host_name_is_refused(server: Server) -> None:
    headers = {"Host": "evil.example"}
    assert request(server, search.PATH, headers, method="POST", body=b"cpc").status == 421


def test_no_log_says_what_was_asked(server: Server, json_server: Server) -> None:
    for asked in (server, json_server):
        found(asked, "xylophone")
        post(asked, b"xylophone" * 1_000)
        assert "xylophone" not in asked.printed()
    assert f"/{search.PATH}" in json_server.printed()
