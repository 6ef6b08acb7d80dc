"""Other tools that say where an identifier leads: jedi and the language server of pyright.

Both are asked for places, and a place is named by `python_definitions`, which reads nothing but the
syntax tree: neither our own analysis nor an oracle's idea of kinds decides what counts as a
definition.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from benchmarks.language_servers import Pyright
from benchmarks.oracle_places import MOST_OPEN, Place, path_inside


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
            if len(self._scripts) > MOST_OPEN:
                self._scripts.clear()
            self._scripts[path] = self._jedi.Script(path=self._root / path, project=self._project)
        try:
            found = self._scripts[path].goto(line, column, follow_imports=True)
        except Exception as error:  # noqa: BLE001  # jedi fails in many ways; then it has no answer
            print(f"  jedi failed at {path}:{line}: {type(error).__name__}")
            return []
        places = []
        for name in found:
            inside = path_inside(self._root, name.module_path)
            if name.type == "module":
                places.append(Place(inside, 0, 0))
            else:
                places.append(Place(inside, name.line or 0, name.column or 0))
        return places

    def close(self) -> None:
        """Jedi runs in this process."""


ORACLES: dict[str, type[Jedi | Pyright]] = {"jedi": Jedi, "pyright": Pyright}
