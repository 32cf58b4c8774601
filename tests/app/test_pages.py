"""The pages' logic, run without a browser."""

import re
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from app import app as served_app
from service.startup import lifespan
from tests.app.sessions import fact_lists, headline, open_page
from tests.event_loops import run_async
from tests.paths import ROOT


def test_start_shows_what_it_stands_on() -> None:
    app = open_page("home")
    shown = {metric.label: metric.value for metric in app.metric}
    assert int(shown["Credentials"]) >= 90
    assert set(shown) >= {"Issuers", "Sourced statements", "Sources", "Newest evidence"}


def test_a_credential_opens_by_its_letters() -> None:
    app = open_page("credential", id="CCA")
    assert app.title[0].value == "CCA · Certified Coding Associate"
    assert app.query_params["id"] == "ahima/cca"


@pytest.mark.parametrize("name", ["nobody/none", "CCDS", "<b>x</b>"])
def test_an_unknown_credential_gives_the_chooser_and_a_word_about_it(name: str) -> None:
    app = open_page("credential", id=name)
    assert app.title[0].value == "Which credential?"
    assert "The address asked for `id`" in app.warning[0].value


def test_a_figure_opens_to_its_sources() -> None:
    app = open_page("credential", id="aapc/cpc")
    exam = next(written for written in fact_lists(app) if ">Questions<" in written)
    _, evidence, _ = re.split(r"<div popover[^>]*>(.*?)</div>", exam, maxsplit=1, flags=re.DOTALL)
    assert evidence.startswith("<p><strong>100</strong>")
    assert "issuer, current" in evidence
    assert "https://www.aapc.com/resources/cpc-exam-faqs" in evidence
    assert "<strong>Before</strong>" in evidence
    assert "150" in evidence


def test_a_credential_leads_with_its_answer() -> None:
    app = open_page("credential", id="ccs")
    assert "a year to keep. Its exam has 107 questions in 4 hours." in headline(app)


def test_what_fewer_people_come_for_is_in_folds() -> None:
    app = open_page("credential", id="aapc/cpc")
    exam = next(written for written in fact_lists(app) if ">Questions<" in written)
    open_part, _, folded = exam.partition("<details>")
    assert "Testing company" not in open_part
    assert "Testing company" in folded


@pytest.fixture
def broken_data(another_process: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the app read a folder of data with one fact sheet that is none."""
    sheet = tmp_path / "data" / "credentials" / "demo" / "abc.yaml"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("code: 1\n")
    monkeypatch.setenv("CERTLENS_DATA", str(tmp_path / "data"))


def test_broken_data_stops_every_page_with_the_report(broken_data: None) -> None:
    for page in ("home", "explore"):
        app = open_page(page)
        assert app.title[0].value == "The data has errors"
        assert "data/credentials/demo/abc.yaml:1: code:" in app.code[0].value


def test_broken_data_is_reported_on_the_console_of_the_server(
    broken_data: None, caplog: pytest.LogCaptureFixture
) -> None:
    async def start_and_stop() -> None:
        async with lifespan(served_app):
            pass

    run_async(start_and_stop())
    assert "data/credentials/demo/abc.yaml:1: code:" in caplog.text


TITLES = {
    "home": "Which medical coding credential should I choose?",
    "explore": "Find a credential",
    "plan": "Which credential is your plan for?",
    "compare?ids=cpc,ccs": "Compare credentials",
    "costs?ids=cpc": "What it costs over the years",
    "eligibility": "Am I eligible?",
    "prepare?id=cca": "Prepare for the CCA",
    "keep": "What does it take to keep your credentials?",
    "class": "Who in your class may sit for which exam?",
    "careers?state=AL": "Work and pay",
    "data_health?view=worklist": "How good is the data?",
    "guide?chapter=exam": "Guide",
    "claims?claim=the-cpc-has-150-questions": "“The CPC exam has 150 questions\\.”",
    "credential?id=ahima/cca": "CCA · Certified Coding Associate",
}


@pytest.mark.parametrize(("address", "title"), TITLES.items(), ids=list(TITLES))
def test_a_deep_link_opens_its_page(address: str, title: str) -> None:
    page, _, query = address.partition("?")
    assert open_page(page, **dict(parse_qsl(query))).title[0].value == title


def test_every_page_is_opened_here_by_its_address() -> None:
    files = {path.stem for path in (ROOT / "pages").glob("[!_]*.py")}
    assert files == {address.partition("?")[0] for address in TITLES}
