"""Runs the command line: ``python -m cert_model COMMAND``."""

from cert_model.cli import main

if __name__ == "__main__":
    main()
