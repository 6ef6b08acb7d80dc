"""The translation units of a repository with their flags."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

UNITS = frozenset((".c", ".cc", ".cpp", ".cxx"))


def commands(root: Path, listed: str, flags: str) -> Iterator[tuple[Path, list[str]]]:
    """Yield the translation units with their flags."""
    gcc = subprocess.run(
        ["gcc", "-print-file-name=include"], check=True, capture_output=True, text=True
    )
    builtin = ["-isystem", gcc.stdout.strip(), *shlex.split(flags)]
    if not listed:
        for path in sorted(root.rglob("*")):
            if path.suffix in UNITS:
                yield path, [*builtin, f"-I{root}"]
        return
    for each in json.loads(Path(listed).read_text()):
        words = each.get("arguments") or shlex.split(each["command"])
        kept = [
            word
            for before, word in zip(["", *words], words, strict=False)
            if word.startswith(("-I", "-D", "-std", "-isystem")) or before == "-isystem"
        ]
        kept = [
            f"-I{Path(each['directory']) / word[2:]}" if word.startswith("-I") else word
            for word in kept
        ]
        yield Path(each["directory"]) / each["file"], [*builtin, *kept]
