"""Runs a command of the command line in the process and on the catalogs of the tests."""

import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest

from cert_model.cli import application, main
from tests.catalogs import catalog_in


class Answer(NamedTuple):
    """What a command printed, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer, parsed."""
        return json.loads(self.out)


def run_command(*words: str) -> Answer:
    """Run ``certlens`` with these arguments, on the day on which the tests stand still."""
    out, err = StringIO(), StringIO()
    with (
        patch.object(sys, "argv", ["certlens", *words]),
        patch.object(application, "load_catalog", catalog_in),
        redirect_stdout(out),
        redirect_stderr(err),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    return Answer(int(ended.value.code or 0), out.getvalue(), err.getvalue())
