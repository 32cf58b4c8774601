"""The page on the API names every address, parameter and code, and each limit as it is."""

import re

import pytest
from starlette.testclient import TestClient

from api.limits import A_SECOND, AT_ONCE, MOST_ADDRESSES
from api.parameters import MOST_NAMES
from api.problems import LARGEST_BODY
from tests.docs.pages import PAGES
from tests.paths import ROOT

PAGE = PAGES["docs/api.md"]


def test_every_address_and_its_parameters_are_on_the_page(api: TestClient) -> None:
    document = api.get("/openapi.json").json()
    schemas = document["components"]["schemas"]
    rows = dict(re.findall(r"^\| `([^`]*)` \|[^|]*\|(.*)\|$", PAGE, re.MULTILINE))
    for path, methods in document["paths"].items():
        ((method, operation),) = methods.items()
        named = {part["name"] for part in operation.get("parameters", ()) if part["in"] == "query"}
        if method == "post":
            body = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
            named |= set(schemas[body.rpartition("/")[2]]["properties"])
        prefix = "POST " if method == "post" else ""
        row = rows.pop(f"{prefix}/api{path.replace('{issuer}/{code}', 'aapc/cpc')}")
        assert set(re.findall("`([a-z_]+)`", row)) == named
    assert not [address for address in rows if "/api/" in address]


def test_every_code_of_a_problem_is_on_the_page() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("api/*.py"))
    used = set(re.findall(r'(?:_problem|Problem)\(\s*\d{3}, "([a-z-]+)"', code))
    used |= set(re.findall(r'\d{3}: \("([a-z-]+)"', code))
    assert {"unknown-name", "no-data", "too-many-requests", "unreadable"} <= used
    assert set(re.findall(r"^\| \d{3} \| `([a-z-]+)`", PAGE, re.MULTILINE)) == used


@pytest.mark.parametrize(
    "limit",
    [
        f"{A_SECOND} requests a second, and {AT_ONCE} at once",
        f"{MOST_ADDRESSES:,} addresses",
        f"at most {MOST_NAMES} names",
        f"{LARGEST_BODY:,} bytes",
    ],
)
def test_every_limit_is_on_the_page(limit: str) -> None:
    assert limit in PAGE.replace("\n", " ").replace("  ", " ")
