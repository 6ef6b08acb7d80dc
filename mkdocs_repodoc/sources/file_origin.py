"""Origins of files that nobody wrote: generated, compiled, vendored, lock files.

`.gitattributes` decides where it says `linguist-generated` or `linguist-vendored`, as GitHub reads
it (https://github.com/github-linguist/linguist/blob/main/docs/overrides.md); then the names that
tools give, the comment that generators write at the top, and the folders that compilers write to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_repodoc.languages.manifests import known_project_file
from mkdocs_repodoc.model.clues import Clue, DeclaredClue, NameClue, NoticeClue, PathClue
from mkdocs_repodoc.model.files import Origin
from mkdocs_repodoc.paths import name_of

ATTRIBUTES: dict[str, Origin] = {
    "linguist-generated": "generated",
    "linguist-vendored": "vendored",
}
"""Attribute of git → the origin that it declares."""

Marks = Mapping[str, bool]
"""Attributes that are set for a file, or unset."""

_OTHER_LOCK_FILES = frozenset({"flake.lock", "podfile.lock", "pylock.toml", "renv.lock"})
"""Lower-case names of files in which package managers keep the versions that they chose. Of those
that serve one language its record tells."""
_VENDORED = re.compile(
    r"(?:^|/)(?:_?vendor(?:s|ed)?|(?:3rd|third)[-_]?party|node_modules|_?extern(?:al)?"
    r"|bower_components)/|(?:^|/)six\.py$|\.min\.(?:js|css)$",
    re.IGNORECASE,
)
_GENERATED = re.compile(
    r"(?:^|/)(?:_{0,2}generated_{0,2})/|(?:^|/)zz_generated|[._]generated\.\w+$"
    r"|_pb2(?:_grpc)?\.pyi?$|\.pb\.\w+$|\.(?:g|freezed)\.dart$|\.designer\.cs$"
    r"|(?:^|/)\.pnp\.(?:c?js|loader\.mjs)$",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"\s*(?:<!--|\.\.\s|//|/\*|\*|--|;|%|\"\"\"|#)(.*)")
_NOTICE = re.compile(
    r"@generated\b|\bcode generated\b|\bdo not (?:edit|modify)\b"
    r"|^\W*auto(?:matically)?[- ]?generated\b"
    r"|\bauto(?:matically)?[- ]?generated (?:by|from|with|using|file|code)\b"
    r"|\b(?:file|code|module) (?:is|was|has been) (?:auto(?:matically)?[- ]?)?generated\b"
    r"|^\W*generated (?:by|from|with|using)\b",
    re.IGNORECASE,
)
_TOP = 20
"""Lines at the top of a file among which generators write that they have made it."""
_LONGEST_LINE = 400
_HEADINGS = frozenset({"markdown"})
"""Languages in which `#` begins a heading."""


def origin_of(
    path: str, language: str, head: bytes, marks: Marks, compiled: Clue | None = None
) -> tuple[Origin, tuple[Clue, ...]]:
    """Return where a file comes from, and what shows it; both empty for what was written.

    Args:
        path: Path in the repository.
        language: Its language.
        head: Its first bytes.
        marks: What `.gitattributes` declares of it, of `ATTRIBUTES`.
        compiled: What shows that a compiler has written it; `None` if nothing does.
    """
    if declared := next((name for name, is_set in marks.items() if is_set), ""):
        return ATTRIBUTES[declared], (DeclaredClue(declared),)
    if _is_lock_file(name_of(path)):
        return "lock file", (NameClue(name_of(path)),)
    origin, evidence = _judged(path, language, head, compiled)
    denied = {ATTRIBUTES[name] for name in marks}
    as_declared = "generated" if origin == "compiled" else origin
    return ("", ()) if as_declared in denied else (origin, evidence)


def _is_lock_file(name: str) -> bool:
    known = known_project_file(name)
    return name.lower() in _OTHER_LOCK_FILES or (known is not None and known.is_lock)


def _judged(
    path: str, language: str, head: bytes, compiled: Clue | None
) -> tuple[Origin, tuple[Clue, ...]]:
    """Judge by what is known of compilers, by the path, then by the comment at the top."""
    if compiled:
        return "compiled", (compiled,)
    if found := _VENDORED.search(path):
        return "vendored", (PathClue(found[0].strip("/")),)
    if found := _GENERATED.search(path):
        return "generated", (PathClue(found[0].strip("/")),)
    if line := _notice(language, head):
        return "generated", (NoticeClue(line),)
    return "", ()


def _notice(language: str, head: bytes) -> int:
    """Return the line of a comment at the top that a generator has written; 0 if there is none."""
    lines = head.decode("utf-8", "replace").split("\n", _TOP)[:_TOP]
    for number, line in enumerate(lines, 1):
        comment = _COMMENT.match(line[:_LONGEST_LINE])
        if comment is None or (language in _HEADINGS and line.lstrip().startswith("#")):
            continue
        if _NOTICE.search(comment[1]):
            return number
    return 0
