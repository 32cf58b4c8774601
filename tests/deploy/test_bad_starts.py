"""What goes wrong at the start is a line in the log, and the rest serves."""

import socket
from pathlib import Path

import pytest

from scripts.deployment import SERVED, deployed
from scripts.serving import HOST, serve
from tests.service.http import request

pytestmark = pytest.mark.deploy

ASKED = ("/explore", "/files/credentials.csv", "/api/v1/credentials")


def test_a_process_without_its_port_says_so_and_the_other_serves(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        taken = other.getsockname()[1]
        with serve(tmp_path / "log", by=SERVED, port=taken - 1) as server:
            assert request(server, "/readyz").status == 200
            log = server.printed()
    assert f"Port {taken} of {HOST} is in use" in log
    assert f"exited: {taken} (exit status 2; not expected)" in log
    assert "Traceback" not in log


def test_a_process_whose_log_finds_no_room_serves_on(tmp_path: Path) -> None:
    alone = "tests.deploy.full_disk cert_model serve --host {host} --port {port}"
    with serve(tmp_path / "log", {"CERTLENS_LOG": "json"}, by=alone) as server:
        for path in ASKED:
            assert request(server, path).status == 200


def test_where_the_log_of_nginx_finds_no_room_it_says_so_and_serves_on(tmp_path: Path) -> None:
    with deployed(tmp_path, access_log=Path("/dev/full")) as deployment:
        for path in ASKED:
            assert request(deployment.site, path).status == 200
    errors = (tmp_path / "error.log").read_text(encoding="utf-8").splitlines()
    (told,) = [line for line in errors if "No space left on device" in line]
    assert "/dev/full" in told
