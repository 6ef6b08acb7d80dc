"""Scripts that a guide names and that the repository does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_repodoc.paths import name_of

_SPAN = re.compile(r"`([^`\n]+)`")
_SCRIPT = re.compile(r"(?<![\w/.:$%{-])(?:\./)?((?:[\w-]+/)*[\w-]+\.(?:sh|ps1|bat|cmd))(?![\w./-])")


def missing_scripts(text: str, paths: Iterable[str]) -> list[str]:
    """Return the scripts that are not there, each once.

    Args:
        text: Command lines.
        paths: The files of the repository; capitals don't tell their names apart.
    """
    known = {name_of(path).lower() for path in paths}
    named = dict.fromkeys(match[1] for match in _SCRIPT.finditer(text))
    return [name for name in named if name_of(name).lower() not in known]


def missing_in_guide(text: str, paths: Iterable[str]) -> list[str]:
    """Return the same of a guide, whose code spans name scripts."""
    return missing_scripts("\n".join(match[1] for match in _SPAN.finditer(text)), paths)
