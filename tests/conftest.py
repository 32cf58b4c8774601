"""Fixtures that many tests share."""

import gc
import os

import pytest

from cert_model.catalog import Catalog
from cert_model.explore.credential_filters import credential_filters
from cert_model.explore.filters import Filters
from tests import effort
from tests.catalogs import TODAY, demo_catalog, project_catalog
from tests.paths import ROOT

# The app of the tests, and the servers that they start, live on the same day.
os.environ["CERTLENS_TODAY"] = TODAY.isoformat()
SERVICE, BROWSER = ROOT / "tests" / "service", ROOT / "tests" / "browser"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long", action="store_true", help="ten thousand random people, and many more examples"
    )
    parser.addoption(
        "--few", action="store_true", help="a tenth of the examples, the same in every run"
    )
    parser.addoption(
        "--deploy", action="store_true", help="the tests that need nginx; make test-deploy"
    )
    parser.addoption("--seed", default="1", help="another luck for the automatic visitors")
    parser.addoption(
        "--steps",
        type=int,
        default=effort.EVERYDAY_STEPS,
        help="what each automatic visitor does; with more than usual they visit every view",
    )


def pytest_configure(config: pytest.Config) -> None:
    effort.load_profile(config)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    asked = {"long": effort.is_long(config), "deploy": config.getoption("--deploy")}
    left_out = [
        item
        for item in items
        if any(item.get_closest_marker(name) and not is_asked for name, is_asked in asked.items())
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    items[:] = in_two_halves(items)


def in_two_halves(items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests in an order of which one half begins with servers, the other with a browser.

    Two workers begin with a half each, and who is done takes from the end of the other's half. So
    one of them alone starts the servers and the other alone the browser, both at the beginning.
    """
    service = [item for item in items if item.path.is_relative_to(SERVICE)]
    browser = [item for item in items if item.path.is_relative_to(BROWSER)]
    apart = {*service, *browser}
    others = [item for item in items if item not in apart]
    before_browser = max(len(items) // 2 - len(service), 0)
    return [*service, *others[:before_browser], *browser, *others[before_browser:]]


def pytest_collection_finish() -> None:
    """Take what was imported and collected out of the garbage collector's sight, for it stays."""
    gc.freeze()


@pytest.fixture(scope="session")
def people_count(pytestconfig: pytest.Config) -> int:
    """How many random people a test makes up."""
    return 10_000 if effort.is_long(pytestconfig) else 1_000


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return project_catalog()


@pytest.fixture(scope="session")
def demo() -> Catalog:
    return demo_catalog()


@pytest.fixture(scope="session")
def index(catalog: Catalog) -> Filters:
    return credential_filters(catalog)
