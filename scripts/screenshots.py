"""Takes the pictures that the README shows, from the app as it is now."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

from scripts.chromium import FLAGS, find
from scripts.serving import ROOT, serve

PICTURES = ROOT / "docs" / "pictures"
SHOTS = {
    "start.png": ("?now=new&draw=office&matters=soon", 1280, 1000, "light"),
    "plan.png": ("plan?target=aapc/cpc&me=1J5rjQqNMN3LAQUILAA", 1280, 1000, "light"),
    "explore.png": ("explore?role=coding&setting=inpatient-facility", 1280, 1000, "light"),
    "compare.png": ("compare?ids=aapc/cpc,ahima/ccs,ahima/cca", 1280, 1000, "light"),
    "costs.png": ("costs?ids=aapc/cpc,aapc/crc", 1280, 1000, "light"),
    "eligibility.png": (
        "eligibility?education=high-school&work=billing&months-billing=12",
        1280,
        1000,
        "light",
    ),
    "credential.png": ("credential?id=ahima/cca", 1280, 1000, "dark"),
    "careers.png": ("careers?state=TX", 1280, 1000, "light"),
    "prepare.png": ("prepare?id=ahima/cca", 1280, 1000, "light"),
    "keep.png": ("keep?example=yes", 1280, 1000, "light"),
    "class.png": ("class?example=yes", 1280, 1000, "light"),
    "guide.png": ("guide?chapter=exam", 1280, 1000, "light"),
    "claims.png": ("claims?topic=exam", 1280, 1000, "light"),
    "health.png": ("data_health?issuer=ahima", 1280, 1000, "dark"),
    "phone.png": ("explore?level=entry", 390, 844, "light"),
    "search.png": ("guide", 1280, 1000, "light"),
}
SEARCHED = {"search.png": "reinstate cpc"}
"""What is searched for before a picture is taken."""


def main() -> None:
    """Write every picture of ``SHOTS`` into ``docs/pictures``."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as logs,
        serve(Path(logs) / "log") as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find(), args=list(FLAGS))
        for name, (address, width, height, scheme) in SHOTS.items():
            page = browser.new_page(
                viewport=ViewportSize(width=width, height=height),
                color_scheme=scheme,  # type: ignore[arg-type]
            )
            page.goto(f"{server.url}/{address}")
            _wait_until_drawn(page)
            if name in SEARCHED:
                _search(page, SEARCHED[name])
            page.screenshot(path=PICTURES / name)
        browser.close()


def _search(page: Page, query: str) -> None:
    page.get_by_role("button", name="Search").click()
    page.keyboard.type(query)
    page.get_by_role("dialog").get_by_role("link").first.wait_for()


def _wait_until_drawn(page: Page) -> None:
    page.locator(".first-screen").wait_for(state="detached")
    page.locator("h1").first.wait_for()
    page.locator("[data-test-script-state='notRunning']").wait_for()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=30_000)
    for chart in page.get_by_test_id("stVegaLiteChart").all():
        chart.locator("svg").first.wait_for()
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    main()
