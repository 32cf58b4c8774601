"""Finds nginx for the tests of the deployment, or installs it: ``--install`` tries to."""

import os
import shutil

from scripts.packages import install_first, print_path, ways_to_install

PLACES = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
"""Where programs are; those of the system are on nobody's PATH but the administrator's."""


def find() -> str | None:
    """The path of an nginx that is here, or None."""
    return shutil.which("nginx", path=PLACES)


def install() -> str | None:
    """Install nginx with the system's package manager."""
    return install_first(ways_to_install("nginx-light"), find)


def main() -> None:
    """Print the path, or say what to do."""
    print_path(
        find,
        install,
        "No nginx was found, and none could be installed. Install it (Debian: apt-get install "
        "nginx-light) and run this again; no server of the system has to be running.",
    )


if __name__ == "__main__":
    main()
