"""The command ``mcp``: answers assistants over standard input and output."""

from cert_model.cli.application import BadInput, Data, open_catalog


def mcp(data: Data = None) -> None:
    """Answer assistants over standard input and output (Model Context Protocol)."""
    try:
        from api.assistants.server import build_server  # noqa: PLC0415 (when it is called)
    except ModuleNotFoundError as error:
        raise BadInput(f"{error.name} is not installed; make setup installs it") from error
    catalog = open_catalog(data)
    build_server(lambda: catalog).run()
