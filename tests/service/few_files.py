"""Runs a module that may open few files: ``python -m tests.service.few_files 700 MODULE …``."""

import os
import resource
import sys

if __name__ == "__main__":
    most, *module = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_NOFILE, (int(most), int(most)))
    os.execv(sys.executable, [sys.executable, "-m", *module])
