"""Servers that a shared cache may be on: real ones, and one that fails on purpose."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from support.ports import wait_for

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")

_NGINX_CONFIGURATION = """\
daemon off;
worker_processes 1;
pid {work}/pid;
error_log {work}/error.log;
{user}
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi;
  scgi_temp_path {work}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {root};
    client_max_body_size 64m;
    location / {{ dav_methods PUT; create_full_put_path on; }}
  }}
}}
"""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])


@contextmanager
def nginx(root: Path) -> Iterator[str]:
    """Have nginx keep what it is sent in `root/cache`; yield the address."""
    assert NGINX
    work, port = root / "nginx", free_port()
    work.mkdir()
    user = f"user {os.environ.get('USER', 'root')};" if os.getuid() == 0 else ""
    configuration = work / "nginx.conf"
    configuration.write_text(
        _NGINX_CONFIGURATION.format(work=work, root=root, port=port, user=user), "utf-8"
    )
    with _running([NGINX, "-e", str(work / "error.log"), "-c", str(configuration)], port):
        yield f"http://127.0.0.1:{port}/cache"


@contextmanager
def webdav(root: Path) -> Iterator[str]:
    """Have WsgiDAV, which makes no folders by itself, do so; yield the address."""
    port = free_port()
    (root / "cache").mkdir()
    command = (
        sys.executable,
        "-m",
        "wsgidav.server.server_cli",
        "-q",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    )
    with _running([*command, "--root", str(root), "--auth", "anonymous", "--no-config"], port):
        yield f"http://127.0.0.1:{port}/cache"


SERVERS = {"webdav": webdav, **({"nginx": nginx} if NGINX else {})}
"""Those that this machine has."""


@contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait()


class Request(BaseHTTPRequestHandler):
    """A request to a server in this process; what it may answer with."""

    protocol_version = "HTTP/1.1"

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Answer with a status and a body; `length` is said to be that of the body."""
        self.send_response(status)
        length = headers.pop("length", str(len(body)))
        for name, value in (headers | {"Content-Length": length}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def body(self) -> bytes:
        """Return what was sent with it."""
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def log_message(self, *_: object) -> None:
        pass


class Served:
    """A server in this process that keeps values in memory, or does something else with a request.

    Attributes:
        values: Path → what was put there.
        seen: Method and path of each request, with its header of credentials.
    """

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}
        self.seen: list[tuple[str, str, str | None]] = []
        self.behave: Callable[[Request], None] = self.keep
        self.url = ""

    def keep(self, request: Request) -> None:
        """Keep what is put, and give it back."""
        if request.command == "PUT":
            self.values[request.path] = request.body()
            request.answer(201)
        elif (value := self.values.get(request.path)) is None:
            request.answer(404)
        else:
            request.answer(200, value)


@contextmanager
def served() -> Iterator[Served]:
    """Run a server in a thread of this process."""
    held = Served()
    open_connections: list[socket.socket] = []

    class Handler(Request):
        def setup(self) -> None:
            super().setup()
            open_connections.append(self.connection)

        def do_GET(self) -> None:
            held.seen.append((self.command, self.path, self.headers.get("Authorization")))
            try:
                held.behave(self)
            except OSError:  # the other side is gone
                self.close_connection = True

        do_PUT = do_GET  # noqa: N815 - as the library calls it

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False  # no test after this one has them beside it
    held.url = f"http://127.0.0.1:{server.server_port}/cache"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield held
    finally:
        server.shutdown()
        thread.join()
        for connection in open_connections:
            with suppress(OSError):  # closed by now
                connection.shutdown(socket.SHUT_RDWR)
        server.server_close()
