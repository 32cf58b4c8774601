"""Examples of how to take the data, to copy: at a command line, in Python, in R.

Each is complete and runs as it stands; tests run those in curl and in Python.
"""

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES: Mapping[str, str] = {"curl": "curl", "python": "Python", "r": "R"}
"""What an example is written in, with the words on the button."""
_PLACE = "{api}"
"""Stands in a template for the address of the API."""


@dataclass(frozen=True)
class CodeExample:
    """A task, and the lines that do it."""

    task: str
    code: str


_TEMPLATES: Mapping[str, Mapping[str, str]] = {
    "What does the CPC cost?": {
        "curl": 'curl "{api}/v1/cost?ids=cpc"',
        "python": """\
import json
from urllib.request import urlopen

with urlopen("{api}/v1/cost?ids=cpc") as answer:
    cost = json.load(answer)
print(cost["to_earn"]["typical"], cost["each_year_after"]["typical"])""",
        "r": """\
library(jsonlite)
cost <- fromJSON("{api}/v1/cost?ids=cpc")
c(cost$to_earn$typical, cost$each_year_after$typical)""",
    },
    "What is known about the CPC, and from where?": {
        "curl": 'curl "{api}/v1/credentials/aapc/cpc"',
        "python": """\
import json
from urllib.request import urlopen

with urlopen("{api}/v1/credentials/aapc/cpc") as answer:
    sheet = json.load(answer)
questions = sheet["exam"]["questions"]
print(questions["value"], questions["as_of"], questions["sources"][0]["url"])""",
        "r": """\
library(jsonlite)
sheet <- fromJSON("{api}/v1/credentials/aapc/cpc")
sheet$exam$questions$value""",
    },
    "How do the CPC and the CCS differ?": {
        "curl": 'curl -H "Accept: text/csv" "{api}/v1/compare?ids=cpc,ccs"',
        "python": """\
import json
from urllib.request import urlopen

with urlopen("{api}/v1/compare?ids=cpc,ccs") as answer:
    rows = json.load(answer)["rows"]
for row in rows:
    if row["differs"]:
        print(row["label"], *row["values"], sep=" | ")""",
        "r": """\
library(jsonlite)
rows <- fromJSON("{api}/v1/compare?ids=cpc,ccs")$rows
rows[rows$differs, c("label", "values")]""",
    },
    "Which exams may somebody sit for?": {
        "curl": """\
curl -H "Content-Type: application/json" \\
    -d '{"profile": {"education": "associate"}, "ids": ["cpc", "cca"]}' \\
    "{api}/v1/eligibility\"""",
        "python": """\
import json
from urllib.request import Request, urlopen

asked = {"profile": {"education": "associate"}, "ids": ["cpc", "cca"]}
headers = {"Content-Type": "application/json"}
request = Request("{api}/v1/eligibility", json.dumps(asked).encode(), headers)
with urlopen(request) as answer:
    verdicts = json.load(answer)["verdicts"]
for key, outcome in verdicts.items():
    print(key, outcome["verdict"])""",
        "r": """\
library(httr2)
asked <- list(profile = list(education = "associate"), ids = c("cpc", "cca"))
answer <- request("{api}/v1/eligibility") |> req_body_json(asked) |> req_perform()
resp_body_json(answer)$verdicts""",
    },
    "The whole data package, and a table of it": {
        "curl": 'curl -fo certlens.zip "{api}/v1/data-package.zip"',
        "python": """\
from io import BytesIO
from urllib.request import urlopen
from zipfile import ZipFile

import pandas as pd

with urlopen("{api}/v1/data-package.zip") as answer:
    package = ZipFile(BytesIO(answer.read()))
with package.open("tables/prices.parquet") as file:
    prices = pd.read_parquet(file, dtype_backend="numpy_nullable")
print(prices.groupby(["kind", "currency"])["low"].median())""",
        "r": """\
download.file("{api}/v1/data-package.zip", "certlens.zip", mode = "wb")
prices <- read.csv(unz("certlens.zip", "tables/prices.csv"), na.strings = "NA")
aggregate(low ~ kind + currency, prices, median)""",
    },
    "Every fact as a table": {
        "curl": 'curl -fo facts.csv "{api}/v1/facts.csv"',
        "python": """\
import pandas as pd

facts = pd.read_csv("{api}/v1/facts.csv", dtype="string")
print(facts.groupby("standing").size())""",
        "r": """\
facts <- read.csv("{api}/v1/facts.csv")
table(facts$standing)""",
    },
}
"""The lines of each task, by what they are written in."""


def examples(language: str, api: str) -> list[CodeExample]:
    """The examples in one language, with the address of the API, such as http://localhost/api."""
    return [
        CodeExample(task, lines[language].replace(_PLACE, api))
        for task, lines in _TEMPLATES.items()
    ]


_OVER_HTTP = """\
{{
  "mcpServers": {{
    "certlens": {{"type": "http", "url": "{address}"}}
  }}
}}"""
_BY_COMMAND = """\
{
  "mcpServers": {
    "certlens": {"command": "/path/to/certlens/.venv/bin/certlens", "args": ["mcp"]}
  }
}"""


def assistant_settings(address: str | None) -> str:
    """What to paste into the settings of an assistant.

    ``address`` is where this app answers assistants; without one, the command in a checkout does.
    """
    if address is None:
        return _BY_COMMAND
    return _OVER_HTTP.format(address=address)
