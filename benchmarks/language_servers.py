"""Language servers as oracles: the definitions that pyright and Intelephense name."""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import unquote, urlsplit

from benchmarks.oracle_places import MOST_OPEN, Place, path_inside

_SERVERS = ("basedpyright-langserver", "pyright-langserver")


class LanguageServer:
    """The definitions that a language server names.

    Args:
        root: The folder that it is asked about.
        command: What starts it.
        language: What the protocol calls the language of the files.
        options: What it wants to be told when it starts.
    """

    def __init__(
        self, root: Path, command: Sequence[str], language: str, options: object = None
    ) -> None:
        self._root = root.resolve()
        self._language = language
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._to = cast("IO[bytes]", self._process.stdin)
        self._from = cast("IO[bytes]", self._process.stdout)
        self._numbers = itertools.count(1)
        self._open: dict[str, list[str]] = {}
        self._said: set[str] = set()
        uri = self._root.as_uri()
        folders = [{"uri": uri, "name": self._root.name}]
        capabilities = {"workspace": {"configuration": True, "workspaceFolders": True}}
        self._request(
            "initialize",
            {
                "processId": None,
                "rootUri": uri,
                "rootPath": str(self._root),
                "capabilities": capabilities,
                "workspaceFolders": folders,
                "initializationOptions": options,
            },
        )
        self._notify("initialized", {})

    def wait_for(self, method: str) -> None:
        """Wait until the server has said something."""
        while method not in self._said:
            message = self._receive()
            self._said.add(message.get("method", ""))
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": _reply(message)})

    def ask(self, path: str, line: int, column: int) -> list[Place]:
        """Return all definitions of the identifier."""
        uri = (self._root / path).as_uri()
        if path not in self._open:
            self._show(path, uri)
        answer = self._request(
            "textDocument/definition",
            {
                "textDocument": {"uri": uri},
                "position": {"line": line - 1, "character": self._units(path, line, column)},
            },
        )
        places = []
        for found in answer or []:
            start, end = found["range"]["start"], found["range"]["end"]
            inside = path_inside(self._root, Path(unquote(urlsplit(found["uri"]).path)))
            if start == end:
                places.append(Place(inside, 0, 0))
            else:
                places.append(Place(inside, start["line"] + 1, start["character"]))
        return places

    def close(self) -> None:
        """End the server."""
        self._request("shutdown", None)
        self._notify("exit", None)
        self._process.wait(30)

    def _show(self, path: str, uri: str) -> None:
        """Tell the server of a file, and of the end of another where many are open."""
        if len(self._open) >= MOST_OPEN:
            oldest = next(iter(self._open))
            del self._open[oldest]
            closed = {"textDocument": {"uri": (self._root / oldest).as_uri()}}
            self._notify("textDocument/didClose", closed)
        text = (self._root / path).read_text("utf-8", errors="replace")
        self._open[path] = text.split("\n")
        document = {"uri": uri, "languageId": self._language, "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document})

    def _units(self, path: str, line: int, column: int) -> int:
        """Return a column as the protocol counts it: in units of UTF-16."""
        return len(self._open[path][line - 1][:column].encode("utf-16-le")) // 2

    def _request(self, method: str, parameters: object) -> Any:  # noqa: ANN401  # what the method gives
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._receive()
            self._said.add(message.get("method", ""))
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    print(f"  the server failed: {message['error'].get('message', '')[:100]}")
                return message.get("result")
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": _reply(message)})

    def _notify(self, method: str, parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._to.flush()

    def _receive(self) -> dict[str, Any]:
        length = 0
        while line := self._from.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            sys.exit("the language server has ended")
        message: dict[str, Any] = json.loads(self._from.read(length))
        return message


class Pyright(LanguageServer):
    """The definitions that pyright's language server names."""

    def __init__(self, root: Path) -> None:
        server = next(filter(None, map(_executable, _SERVERS)), None)
        if server is None:
            sys.exit(f"needs {' or '.join(_SERVERS)}: pip install basedpyright")
        super().__init__(root, [server, "--stdio"], "python")


class Intelephense(LanguageServer):
    """The definitions that Intelephense names in PHP.

    Args:
        root: The folder.
        program: Its script `intelephense.js`, which Node runs.
    """

    def __init__(self, root: Path, program: Path) -> None:
        storage = tempfile.mkdtemp()
        options = {"storagePath": storage, "globalStoragePath": storage, "clearCache": True}
        super().__init__(root, ["node", str(program), "--stdio"], "php", options)
        self.wait_for("indexingEnded")


def _executable(name: str) -> str | None:
    """Return a program from this interpreter's environment, else from the path."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def _reply(message: dict[str, Any]) -> object:
    """Answer what a server asks of its editor: files are not to be checked, only looked up."""
    if message["method"] != "workspace/configuration":
        return None
    items = message["params"]["items"]
    if any("intelephense" in str(item.get("section")) for item in items):
        return [{"files": {"maxSize": 9_000_000, "exclude": ["**/.git/**"]}} for _ in items]
    settings = {"diagnosticMode": "openFilesOnly", "typeCheckingMode": "off", "indexing": False}
    return [settings for _ in items]
