"""Runs a module whose output goes to a full disk: ``python -m tests.deploy.full_disk MODULE …``."""

import os
import sys

if __name__ == "__main__":
    full = os.open("/dev/full", os.O_WRONLY)
    for output in (1, 2):
        os.dup2(full, output)
    os.execv(sys.executable, [sys.executable, "-m", *sys.argv[1:]])
