"""Comments in the software on environment variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import NamedTuple

from mkdocs_repodoc.cache.file_searches import FileSearch, FileSearches
from mkdocs_repodoc.text.code_reading.comments_above import comment_at
from mkdocs_repodoc.text.source_text import SourceText

_BEFORE = (
    r"(?:(?:when|if|unless|set|use|with|respect|honou?r) )?(?:the )?(?:env(?:ironment)? )?"
    r"(?:var(?:iable)? )?"
)
"""Words before a variable that a comment is about."""
_KNOWN = re.compile(
    r"PATH(?:EXT)?|HOME(?:DRIVE|PATH)?|USER(?:NAME|PROFILE)?|LOGNAME|HOSTNAME|SHELL|COMSPEC"
    r"|(?:OLD)?PWD|(?:COLOR)?TERM|LANG|LANGUAGE|LC_\w+|TZ|TE?MP|TMPDIR|DISPLAY|(?:LOCAL)?APPDATA"
    r"|SYSTEMROOT|WINDIR"
)
"""Variables of the system: comments say what the code makes of them, not what they are."""


class VariableComment(NamedTuple):
    """A comment that is about a variable, and where it stands."""

    path: str
    line: int
    comment: str


_Found = dict[str, tuple[int, str]]


def variable_comments(
    names: Collection[str],
    code: Iterable[str],
    read_text: Callable[[str], SourceText],
    searches: FileSearches,
) -> Mapping[str, VariableComment]:
    """Return for names of variables the first comment that is about each, if there is one.

    Args:
        names: The names.
        code: Paths of the files that make up the software.
        read_text: Path → the file's text.
        searches: Looks through the files.
    """
    asked = tuple(sorted(names))
    if not asked:
        return {}
    find = partial(_comments_in, read_text, asked)
    search = FileSearch("comments on variables", _Found, find, asked)
    said: dict[str, VariableComment] = {}
    for path, found in searches.results(search, sorted(code)).items():
        for name, at in found.items():
            said.setdefault(name, VariableComment(path, *at))
    return said


def _comments_in(read_text: Callable[[str], SourceText], names: Iterable[str], path: str) -> _Found:
    text = read_text(path)
    lines = text.lines
    said: _Found = {}
    for name in (each for each in names if each in text.text):
        word = re.compile(rf"\b{re.escape(name)}\b")
        for line in (n for n, each in enumerate(lines, 1) if name in each and word.search(each)):
            comment = comment_at(lines, line)
            if is_about(comment, name):
                said[name] = line, comment
                break
    return said


def is_about(comment: str, name: str) -> bool:
    """Tell whether a comment says what a variable is for.

    Such a one begins with its name, or with what happens if it is set; others mention it.
    """
    about = re.compile(rf"\W{{0,3}}{_BEFORE}\W{{0,3}}{re.escape(name)}\b", re.IGNORECASE)
    return not _KNOWN.fullmatch(name) and about.match(comment) is not None
