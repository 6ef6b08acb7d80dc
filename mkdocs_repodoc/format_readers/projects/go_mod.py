"""Go's module files: the path that imports name the module by, and the modules it requires."""

from __future__ import annotations

import re

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.facts import DefinedModule, Runtime
from mkdocs_repodoc.model.kinds import Kind

_LINE = re.compile(r"\s*(?:(module|go|toolchain|require)\s+)?([^\s()]+)(?:\s+(v[^\s()]+))?\s*$")
_BLOCK = re.compile(r"\s*(\w+)\s*\(\s*$")


def read_go_mod(draft: RecordBuilder) -> None:
    """Read a `go.mod`; the module's path is how imports know it."""
    block = ""
    for number, row in enumerate(draft.lines, 1):
        text = row.partition("//")[0]
        if opened := _BLOCK.match(text):
            block = opened[1]
        elif text.strip() == ")":
            block = ""
        elif match := _LINE.match(text):
            verb, name, version = match[1] or block, match[2].strip('"`'), match[3] or ""
            if verb == "module":
                draft.state(DefinedModule("go", name))
                draft.add(name, Kind.MODULE, number)
            elif verb == "go" and not block:
                draft.state(Runtime("Go", f">={name}"))
            elif verb == "require":
                draft.add(name, Kind.DEPENDENCY, number, signature=version)
