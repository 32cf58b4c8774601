"""Keeps to itself which server this is."""

import gc

import uvicorn


def withhold_server_name() -> int:
    """Have uvicorn leave its name out of every answer; returns how many servers were asked to.

    ``uvicorn --no-server-header`` does the same; ``streamlit run`` makes its server without a
    way to say so, and hands it to nobody. Call it before the collector's objects are frozen.
    """
    servers = [candidate for candidate in gc.get_objects() if isinstance(candidate, uvicorn.Server)]
    for server in servers:
        headers = server.config.encoded_headers
        server.config.encoded_headers = [header for header in headers if header[0] != b"server"]
    return len(servers)
