"""Finds Chromium for the browser tests, or installs it: ``--install`` tries three ways.

``CERTLENS_CHROMIUM`` names a browser to use; else one on the PATH is taken, else the one
that Playwright installed.
"""

import os
import shutil
import sys

from playwright.sync_api import sync_playwright

from scripts.packages import install_first, print_path, ways_to_install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)


def find() -> str | None:
    """The path of a Chromium that is here, or None."""
    named = os.environ.get("CERTLENS_CHROMIUM")
    if named:
        return named
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or _playwrights_own()


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def install() -> str | None:
    """Install Chromium with the system's package manager, else by Playwright."""
    by_playwright = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    return install_first([*ways_to_install("chromium"), [by_playwright]], find)


def main() -> None:
    """Print the path, or say what to do."""
    print_path(
        find,
        install,
        "No Chromium found, and none could be installed. Install it (Debian: apt-get install "
        "chromium) or name one with CERTLENS_CHROMIUM=/path/to/chromium.",
    )


if __name__ == "__main__":
    main()
