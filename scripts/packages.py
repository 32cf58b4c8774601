"""Finds or installs a program of the system, for the tests that need another program."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence

Command = Sequence[str]


def ways_to_install(package: str) -> list[list[list[str]]]:
    """The commands of each package manager that may be here, to be run one after the other."""
    root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    return [
        [
            [*root, "apt-get", "update", "-qq"],
            [*root, "apt-get", "install", "-y", "-qq", package],
        ],
        [[*root, "dnf", "install", "-y", package]],
    ]


def install_first(ways: Iterable[Iterable[Command]], find: Callable[[], str | None]) -> str | None:
    """The path that ``find`` gives after the first of these ways that worked; None after none."""
    for commands in ways:
        if run_all(commands) and (path := find()):
            return path
    return None


def print_path(
    find: Callable[[], str | None], install: Callable[[], str | None], advice: str
) -> None:
    """Print where a program is, installed first where ``--install`` asks for it, or the advice."""
    path = find() or (install() if "--install" in sys.argv else None)
    if path is None:
        sys.exit(advice)
    print(path)


def run_all(commands: Iterable[Command]) -> bool:
    """Whether every command ran well; those after one that did not are left out."""
    return all(_runs(command) for command in commands)


def _runs(command: Command) -> bool:
    if shutil.which(command[0]) is None:
        return False
    print("+", *command, file=sys.stderr, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode == 0
