"""What a person answered stands in no log, whatever becomes of the call."""

import logging
from typing import Any

import pytest

from api.assistants import person_answers
from api.assistants.server import build_server
from cert_model.catalog import Catalog
from tests.api.assistants.asking import call, text_of
from tests.catalogs import project_catalog

SECRETS = ("373", "61", "secretword", "doctorate")
GOOD = {"education": "doctorate", "age": 61, "experience_months": {"coding": 373}}
BAD = {**GOOD, "education": "secretword"}


def logged(caplog: pytest.LogCaptureFixture) -> str:
    """Everything that was logged, at any level, tracebacks included."""
    return "\n".join(map(logging.Formatter().format, caplog.records))


@pytest.mark.parametrize(
    ("tool", "arguments", "is_error"),
    [
        ("eligibility", {"profile": GOOD, "ids": ["cpc"]}, False),
        ("plan", {"profile": GOOD, "targets": ["cpc"]}, False),
        ("eligibility", {"profile": BAD}, True),
        ("plan", {"profile": GOOD, "targets": ["secretword"]}, True),
        ("plan", {"profile": "secretword 373", "targets": ["cpc"]}, True),
        ("eligibility", {"profile": GOOD, "secretword": 373}, True),
        ("renewal", {"ids": ["cpc"], "earned": {"aapc": "secretword"}}, True),
        ("search", {"query": "secretword 373"}, False),
        ("secretword", {"profile": GOOD}, True),
    ],
)
def test_no_answer_of_a_person_is_logged(
    caplog: pytest.LogCaptureFixture, tool: str, arguments: dict[str, Any], is_error: bool
) -> None:
    server = build_server(project_catalog)
    with caplog.at_level(logging.DEBUG):
        assert call(tool, arguments, server).is_error == is_error
    assert not [secret for secret in SECRETS if secret in logged(caplog)]


def test_a_fault_of_ours_is_logged_by_its_place_and_told_without_its_words(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Catalog, *words: object) -> None:
        raise KeyError(words)

    monkeypatch.setattr(person_answers, "eligibility", fail)
    with caplog.at_level(logging.DEBUG):
        result = call("eligibility", {"profile": BAD})
    assert result.is_error
    assert "secretword" not in text_of(result)
    log = logged(caplog)
    assert "The tool eligibility failed: KeyError" in log
    assert "in fail" in log
    assert not [secret for secret in SECRETS if secret in log]


def test_the_server_leaves_the_log_of_the_app_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", logging.ERROR)
    build_server(project_catalog)
    assert (root.handlers, root.level) == ([], logging.ERROR)
