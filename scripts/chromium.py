"""Finds Chromium for the browser tests, or installs it: ``--install`` tries three ways.

``CERTLENS_CHROMIUM`` names a browser to use; else one on the PATH is taken, else the one
that Playwright installed.
"""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

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
    root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    ways = (
        [
            [*root, "apt-get", "update", "-qq"],
            [*root, "apt-get", "install", "-y", "-qq", "chromium"],
        ],
        [[*root, "dnf", "install", "-y", "chromium"]],
        [[sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]],
    )
    for steps in ways:
        if all(_runs(step) for step in steps) and (path := find()):
            return path
    return None


def _runs(command: list[str]) -> bool:
    if shutil.which(command[0]) is None:
        return False
    print("+", *command, file=sys.stderr, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode == 0


def main() -> None:
    """Print the path, or say what to do."""
    path = find() or (install() if "--install" in sys.argv else None)
    if path is None:
        sys.exit(
            "No Chromium found, and none could be installed. Install it (Debian: apt-get install "
            "chromium) or name one with CERTLENS_CHROMIUM=/path/to/chromium."
        )
    print(path)


if __name__ == "__main__":
    main()
