"""Finds nginx for the tests of the deployment, or installs it: ``--install`` tries to."""

import os
import shutil
import sys

from scripts.packages import run_all, ways_to_install

PLACES = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
"""Where programs are; those of the system are on nobody's PATH but the administrator's."""


def find() -> str | None:
    """The path of an nginx that is here, or None."""
    return shutil.which("nginx", path=PLACES)


def install() -> str | None:
    """Install nginx with the system's package manager."""
    for commands in ways_to_install("nginx-light"):
        if run_all(commands) and (path := find()):
            return path
    return None


def main() -> None:
    """Print the path, or say what to do."""
    path = find() or (install() if "--install" in sys.argv else None)
    if path is None:
        sys.exit(
            "No nginx was found, and none could be installed. Install it (Debian: apt-get install "
            "nginx-light) and run this again; no server of the system has to be running."
        )
    print(path)


if __name__ == "__main__":
    main()
