"""Go's module files: the path that imports name the module by, and the modules it requires."""

from __future__ import annotations

import re

from mkdocs_repodoc.formats.record_builder import RecordBuilder
from mkdocs_repodoc.model.kinds import Kind

_LINE = re.compile(r"\s*(?:(module|go|toolchain|require)\s+)?([^\s()]+)(?:\s+(v[^\s()]+))?\s*$")
_BLOCK = re.compile(r"\s*(\w+)\s*\(\s*$")


def read_go_mod(draft: RecordBuilder) -> None:
    """Read a `go.mod`; the module's path is the fact `go-module`."""
    block = ""
    for number, row in enumerate(draft.lines, 1):
        text, _, comment = row.partition("//")
        if opened := _BLOCK.match(text):
            block = opened[1]
        elif text.strip() == ")":
            block = ""
        elif match := _LINE.match(text):
            verb, name, version = match[1] or block, match[2].strip('"`'), match[3] or ""
            if verb == "module":
                draft.fact("go-module", name)
                draft.add(name, Kind.MODULE, number)
            elif verb == "require":
                draft.add(name, Kind.DEPENDENCY, number, signature=version)
                indirect = ":indirect" if comment.strip() == "indirect" else ""
                draft.fact(f"dependency{indirect}", f"{name} {version}".strip())
            elif verb in {"go", "toolchain"} and name != verb:
                draft.fact(verb, name)
