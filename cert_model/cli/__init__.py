"""The command line: ``certlens COMMAND``, or ``python -m cert_model COMMAND``."""

from cert_model.cli.main import main

__all__ = ["main"]
