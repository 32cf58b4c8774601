"""What a command imports: no more than it uses."""

import subprocess
import sys
from functools import cache

import pytest

from tests.paths import ROOT

HEAVY = {"pandas", "numpy", "streamlit", "altair", "pyarrow", "fastapi", "starlette", "api"}


@cache
def imported_by(*arguments: str) -> frozenset[str]:
    """The modules that Python reports as imported while it runs a command."""
    command = [sys.executable, "-X", "importtime", "-m", "cert_model", *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    reported = [line for line in run.stderr.splitlines() if line.startswith("import time:")]
    return frozenset(line.rpartition("|")[2].strip() for line in reported)


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_show_imports_neither_pandas_nor_numpy_nor_streamlit(options: tuple[str, ...]) -> None:
    modules = imported_by("show", "aapc/cpc", *options)
    assert "cert_model.catalog.load" in modules
    assert not HEAVY & modules


def test_a_fact_sheet_as_json_imports_neither_tables_nor_what_other_commands_use() -> None:
    others = {"cli.tables", "eligibility", "explore", "frames", "preparation", "quality"}
    modules = imported_by("show", "aapc/cpc", "--json")
    assert not {f"cert_model.{name}" for name in others} & modules
