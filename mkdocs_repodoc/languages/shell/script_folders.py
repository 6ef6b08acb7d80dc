"""Paths from the folder of a script: `"$(dirname "$0")/lib.sh"`, `$DIR/lib.sh`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache

_SELF = r"[\"']?\$(?:0|BASH_SOURCE|\{(?:0|BASH_SOURCE)(?:\[0\])?(?::-\$0)?\}|\{\(%\):-%x\})[\"']?"
_RESOLVED = rf"(?:{_SELF}|\"?\$\((?:readlink -[ef]+|realpath)(?: --)? {_SELF}\)\"?)"
_FOLDER = re.compile(
    rf"\$\( ?dirname (?:-- )?{_RESOLVED} ?\)"
    r"|\$\{(?:0|BASH_SOURCE(?:\[0\])?)%/\*\}|\$\{(?:0|\(%\):-%x):[aA]:h\}"
)
"""The folder of the script, as scripts ask for it."""
_HERE = "\0"
_ENTERED = re.compile(
    r"\$\( ?(?:CDPATH=(?:''|\"\")? )?(?:builtin |command )?cd (?:-P |-- )*"
    rf"\"?({_HERE}[\w./@+-]*)\"?"
    r"(?: ?&?> ?/dev/null(?: 2>&1)?)? ?(?:&&|;) ?pwd(?: -P)? ?\)"
)
_VARIABLE = re.compile(r"\$\{?(\w+)\}?")
_PATH = re.compile(rf"{_HERE}(/[\w./@+-]*)?$")
_ASSIGNMENT = re.compile(
    rb"^[ \t]*(?:(?:export|readonly|local|declare|typeset)[ \t]+(?:-\w+[ \t]+)*)?"
    rb"([A-Za-z_]\w*)=([^\n]{1,300})$",
    re.MULTILINE,
)
_LONGEST = 300


def from_script_folder(path: str, code: bytes) -> str:
    """Return a path as seen from the folder of its script; as written if it is no such path.

    Args:
        path: An argument of `source`, on one line and without the quotes around it.
        code: The script, whose variables are followed where each is assigned once.
    """
    if "$" not in path or len(path) > _LONGEST:
        return path
    return _relative(path, _folders(code)) or path


@lru_cache(maxsize=2)
def _folders(code: bytes) -> Mapping[str, str]:
    """Return the variables of a script that hold its folder, or a path from there."""
    found: dict[str, str] = {}
    for match in _ASSIGNMENT.finditer(code):
        name = match[1].decode()
        value = match[2].decode("utf-8", "replace").strip()
        folder = _relative(value, found)
        found[name] = folder if found.get(name, folder) == folder else ""
    return {name: folder for name, folder in found.items() if folder}


def _relative(text: str, folders: Mapping[str, str]) -> str:
    """Return the path that a text means, from the script's folder; empty if that is not known."""
    here = _FOLDER.sub(_HERE, text.replace(_HERE, "").strip())
    here = _VARIABLE.sub(lambda match: _known(match, folders), here)
    here = _ENTERED.sub(r"\1", here).replace('"', "")
    match = _PATH.match(here)
    if match is None:
        return ""
    path = posixpath.normpath(f".{match[1] or ''}")
    return path if path.startswith(".") else f"./{path}"


def _known(match: re.Match[str], folders: Mapping[str, str]) -> str:
    folder = folders.get(match[1], "")
    return f"{_HERE}/{folder}" if folder else match[0]
