"""Runs the app as it is deployed: nginx before several processes, all on loopback and free ports.

The configuration is that of ``deploy/nginx``, with names, ports and paths of this machine in it;
nothing of it needs rights that an ordinary user lacks.
"""

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scripts import nginx
from scripts.serving import HOST, ROOT, START_LIMIT_SECONDS, Server, free_port, serve

SERVED = "cert_model serve --host {host} --port {port} --workers 2"
PROCESSES = 2
SITE = ROOT / "deploy" / "nginx" / "site.conf"
_SPAWNED = re.compile(r"spawned: '(\d+)' with pid (\d+)")
_MAIN = """daemon off;
{user}
worker_processes 1;
worker_rlimit_nofile {files};
pid {folder}/nginx.pid;
events {{ worker_connections 8192; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxied;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
_OPEN_FILES = 8_300
"""What nginx needs for as many connections as it takes here."""


@dataclass(frozen=True)
class Deployment:
    """nginx and the processes behind it."""

    url: str
    """Of nginx, without TLS."""
    secure_url: str
    """Of nginx, with TLS and a certificate that it made for itself."""
    ports: tuple[int, ...]
    """Those of the processes."""
    folder: Path
    """With the log of the processes, and those of nginx."""

    @property
    def site(self) -> Server:
        """What visitors reach."""
        return Server(self.url, self.folder / "log", 0)

    def process(self, port: int) -> Server:
        """The process that serves on a port now, or did last."""
        spawned = _SPAWNED.findall(self.printed())
        pid = {int(number): int(process) for number, process in spawned}[port]
        return Server(f"http://{HOST}:{port}", self.folder / "log", pid)

    def printed(self) -> str:
        """What the processes have written to the console so far."""
        return (self.folder / "log").read_text(encoding="utf-8")

    def logged_requests(self) -> list[dict[str, Any]]:
        """The lines of nginx's log, one for each request that has ended."""
        lines = (self.folder / "access.log").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def end(self, port: int, sign: signal.Signals = signal.SIGTERM) -> None:
        """Send a signal to the process of a port, and return once it is gone."""
        pid = self.process(port).pid
        os.kill(pid, sign)
        _wait(lambda: not Path(f"/proc/{pid}").exists(), f"process {pid} does not end")

    def wait_for(self, port: int) -> None:
        """Return once the process of a port is ready."""
        _wait(lambda: status(port, "/readyz") == 200, f"port {port} does not become ready")


@contextmanager
def deployed(
    folder: Path,
    settings: Mapping[str, str] | None = None,
    by: str = SERVED,
    access_log: Path | None = None,
) -> Iterator[Deployment]:
    """The app behind nginx, ready on entry and gone on exit; ``by`` is the command that serves it.

    nginx writes its access log into ``folder`` where no other is named. Raises RuntimeError if it
    does not come up.
    """
    path = nginx.find()
    if path is None:
        raise RuntimeError("there is no nginx: python -m scripts.nginx --install")
    with serve(folder / "log", settings, by) as server:
        first = urlsplit(server.url).port or 0
        ports = tuple(range(first, first + PROCESSES))
        plain, secure = free_port(), free_port()
        urls = f"http://{HOST}:{plain}", f"https://{HOST}:{secure}"
        deployment = Deployment(*urls, ports, folder)
        for port in ports:
            deployment.wait_for(port)
        write_configuration(folder, ports, plain, secure)
        if access_log:
            site = folder / "site.conf"
            text = site.read_text(encoding="utf-8")
            site.write_text(_replace(text, {f"{folder}/access.log": str(access_log)}))
        with _running(path, folder, plain):
            yield deployment


def write_configuration(folder: Path, ports: tuple[int, ...], plain: int, secure: int) -> None:
    """Write nginx's configuration into a folder: the project's own, for this machine."""
    user = "user root;" if os.geteuid() == 0 else ""
    main = _MAIN.format(folder=folder, user=user, files=_OPEN_FILES)
    (folder / "nginx.conf").write_text(main, encoding="utf-8")
    (folder / "site.conf").write_text(_site(folder, ports, plain, secure), encoding="utf-8")
    _make_certificate(folder)


def _site(folder: Path, ports: tuple[int, ...], plain: int, secure: int) -> str:
    """The project's ``site.conf`` with what is this machine's in place of an example's."""
    text = SITE.read_text(encoding="utf-8")
    for place, port in enumerate(ports):
        text = text.replace(f"server {HOST}:{8501 + place} ", f"server {HOST}:{port} ")
    here = {
        "listen 80;": f"listen {HOST}:{free_port()};",
        "listen 443 ssl http2;": f"listen {HOST}:{secure} ssl http2; listen {HOST}:{plain};",
        "/etc/letsencrypt/live/certlens.example.org/fullchain.pem": f"{folder}/certificate.pem",
        "/etc/letsencrypt/live/certlens.example.org/privkey.pem": f"{folder}/key.pem",
        "/var/log/nginx/certlens.log": f"{folder}/access.log",
        "/var/log/nginx/certlens-error.log crit": f"{folder}/error.log warn",
        "/etc/nginx/certlens/": f"{SITE.parent}/",
        "set $certlens_files /srv/certlens": f"set $certlens_files {folder}",
        "server_name certlens.example.org": f"server_name {HOST}",
    }
    return re.sub(r"^ *listen \[::\].*\n", "", _replace(text, here), flags=re.MULTILINE)


def _replace(text: str, replaced: Mapping[str, str]) -> str:
    for example, here in replaced.items():
        assert example in text, example
        text = text.replace(example, here)
    return text


def _make_certificate(folder: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-keyout", f"{folder}/key.pem", "-out", f"{folder}/certificate.pem"]
    command += ["-subj", "/CN=localhost", "-addext", f"subjectAltName=IP:{HOST}"]
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def _running(path: str, folder: Path, port: int) -> Iterator[None]:
    error_log = folder / "error.log"
    command = [path, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(error_log)]
    process = subprocess.Popen(command)
    try:
        _wait(lambda: status(port, "/healthz") == 200 or process.poll() is not None, "no answer")
        if process.poll() is not None:
            raise RuntimeError(f"nginx did not start:\n{error_log.read_text(encoding='utf-8')}")
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


def status(port: int, path: str) -> int | None:
    """The status of the answer on a port of this machine; None where nobody answers."""
    connection = HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def _wait(is_ready: Callable[[], bool], failure: str) -> None:
    """Return once ``is_ready`` says so. Raises RuntimeError with ``failure`` after too long."""
    deadline = time.monotonic() + START_LIMIT_SECONDS
    while not is_ready():
        if time.monotonic() > deadline:
            raise RuntimeError(failure)
        time.sleep(0.05)
