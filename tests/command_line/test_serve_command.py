"""`mkdocs-repodoc serve`: what it says, opens and answers, and how it ends."""

from __future__ import annotations

import socket
import threading
import urllib.request
from pathlib import Path
from wsgiref.simple_server import WSGIServer

import click
import pytest
from support.program import run_program
from support.repositories import commit_all, write_files
from support.shop import FILES

from mkdocs_repodoc.command_line.exit_codes import ExitCode

_SERVE = WSGIServer.serve_forever


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_files(tmp_path, FILES)
    commit_all(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a reader sees on the first page before Ctrl+C."""
    seen: list[str] = []

    def serve_until_read(server: WSGIServer) -> None:
        thread = threading.Thread(target=_SERVE, args=(server,))
        thread.start()
        port = server.server_port
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/repo/", timeout=60) as answer:
            seen.append(answer.read().decode())
        server.shutdown()
        thread.join()
        raise KeyboardInterrupt

    monkeypatch.setattr(WSGIServer, "serve_forever", serve_until_read)
    return seen


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("opens", [True, False])
def test_it_tells_its_address_and_serves_until_it_is_stopped(
    answers: list[str], monkeypatch: pytest.MonkeyPatch, *, opens: bool
) -> None:
    launched: list[str] = []
    monkeypatch.setattr(click, "launch", launched.append)
    done = run_program("serve", "--port", "0", *(["--open"] if opens else []))
    (line,) = [each for each in done.stdout.splitlines() if each.startswith("Serving ")]
    address = line.removeprefix("Serving ").partition(" ")[0]
    assert address.startswith("http://127.0.0.1:")
    assert address.endswith("/repo/")
    assert launched == ([address] if opens else [])
    assert "<h1" in answers[0]
    assert "repodoc-reload" in answers[0], "an open page asks for newer builds"
    assert done.exit_code == ExitCode.INTERRUPTED
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("shop")
def test_a_port_that_is_taken_is_a_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run_program("serve", "--port", str(port))
    assert done.exit_code == ExitCode.FAILED
    assert f"can't listen on 127.0.0.1:{port}" in done.stderr.splitlines()[-1]
