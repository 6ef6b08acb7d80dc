"""Other tools that say where an identifier leads: jedi and the language server of pyright.

Both are asked for places, and a place is named by `Definitions`, which reads nothing but the syntax
tree: neither our own analysis nor an oracle's idea of kinds decides what counts as a definition.
"""

from __future__ import annotations

import ast
import importlib
import itertools
import json
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple, Protocol, cast
from urllib.parse import unquote, urlsplit

_SERVERS = ("basedpyright-langserver", "pyright-langserver")
_MOST_OPEN = 30
_OWN_SCOPE = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_HEAD = re.compile(r"(?:async\s+def|def|class)\s+")


class Place(NamedTuple):
    """Where an oracle says that a definition stands."""

    path: str
    """Path in the folder, or the whole path of what lies elsewhere; empty if it is in no file."""
    line: int
    """From 1; 0 for a whole module."""
    column: int
    """In characters."""


class Oracle(Protocol):
    """Answers where the identifier at a place leads."""

    def ask(self, path: str, line: int, column: int) -> list[Place]:
        """Return all definitions of the identifier (line from 1, column in characters)."""

    def close(self) -> None:
        """End what was started."""


class Jedi:
    """Jedi's `goto` with imports followed; `infer` where it ends at an import."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._jedi: Any = importlib.import_module("jedi")  # no other oracle needs it
        self._project = self._jedi.Project(self._root)
        self._scripts: dict[str, Any] = {}

    def ask(self, path: str, line: int, column: int) -> list[Place]:
        """Return all definitions of the identifier."""
        if path not in self._scripts:
            if len(self._scripts) > _MOST_OPEN:
                self._scripts.clear()
            self._scripts[path] = self._jedi.Script(path=self._root / path, project=self._project)
        try:
            found = self._scripts[path].goto(line, column, follow_imports=True)
        except Exception as error:  # noqa: BLE001  # jedi fails in many ways; then it has no answer
            print(f"  jedi failed at {path}:{line}: {type(error).__name__}")
            return []
        places = []
        for name in found:
            inside = _inside(self._root, name.module_path)
            if name.type == "module":
                places.append(Place(inside, 0, 0))
            else:
                places.append(Place(inside, name.line or 0, name.column or 0))
        return places

    def close(self) -> None:
        """Jedi runs in this process."""


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
            inside = _inside(self._root, Path(unquote(urlsplit(found["uri"]).path)))
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
        if len(self._open) >= _MOST_OPEN:
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


ORACLES: dict[str, type[Jedi | Pyright]] = {"jedi": Jedi, "pyright": Pyright}


class Definitions:
    """What stands where in one file: place of a name → its dotted path in the file.

    Only what another file or another function could mean is in it: functions, classes, names that a
    module or a class body assigns, and attributes assigned to the first parameter of a method.
    """

    def __init__(self, text: str) -> None:
        self.names: dict[tuple[int, int], str] = {}
        self._lines = text.split("\n")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._body(ast.parse(text), "", "")
        except (SyntaxError, ValueError, RecursionError):
            self.names.clear()

    def _body(self, node: ast.AST, name: str, owner: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                inner = f"{name}.{child.name}" if name else child.name
                self._add(child.lineno, self._column_after(child), inner)
                is_method = name and name == owner
                if isinstance(child, ast.ClassDef):
                    self._body(child, inner, inner)
                else:
                    arguments = [*child.args.posonlyargs, *child.args.args]
                    receiver = arguments[0].arg if is_method and arguments else ""
                    self._function(child, inner, owner, receiver)
            elif not isinstance(child, _OWN_SCOPE):
                if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
                    self._add_node(child, f"{name}.{child.id}" if name else child.id)
                self._body(child, name, owner)

    def _function(self, node: ast.AST, name: str, owner: str, receiver: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                inner = f"{name}.{child.name}"
                self._add(child.lineno, self._column_after(child), inner)
                if isinstance(child, ast.ClassDef):
                    self._body(child, inner, inner)
                else:
                    self._function(child, inner, owner, receiver)
                continue
            if (
                receiver
                and isinstance(child, ast.Attribute)
                and isinstance(child.ctx, ast.Store)
                and isinstance(child.value, ast.Name)
                and child.value.id == receiver
            ):
                line, end = child.end_lineno or 0, child.end_col_offset or 0
                column = self._characters(line, end) - len(child.attr)
                self._add(line, column, f"{owner}.{child.attr}")
            self._function(child, name, owner, receiver)

    def _add_node(self, node: ast.expr, name: str) -> None:
        self._add(node.lineno, self._characters(node.lineno, node.col_offset), name)

    def _add(self, line: int, column: int, name: str) -> None:
        self.names[line, column] = name

    def _column_after(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
        """Return the column of the name in `def name` or `class name`."""
        start = self._characters(node.lineno, node.col_offset)
        head = _HEAD.match(self._lines[node.lineno - 1], start)
        return head.end() if head else -1

    def _characters(self, line: int, column: int) -> int:
        return len(self._lines[line - 1].encode()[:column].decode(errors="replace"))


def _executable(name: str) -> str | None:
    """Return a program from this interpreter's environment, else from the path."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def _inside(root: Path, path: Path | None) -> str:
    """Return the path of a file in a folder, or its whole path if it lies elsewhere."""
    if path is None:
        return ""
    try:
        return path.resolve().relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def _reply(message: dict[str, Any]) -> object:
    """Answer what a server asks of its editor: files are not to be checked, only looked up."""
    if message["method"] != "workspace/configuration":
        return None
    items = message["params"]["items"]
    if any("intelephense" in str(item.get("section")) for item in items):
        return [{"files": {"maxSize": 9_000_000, "exclude": ["**/.git/**"]}} for _ in items]
    settings = {"diagnosticMode": "openFilesOnly", "typeCheckingMode": "off", "indexing": False}
    return [settings for _ in items]
