"""Tests that the command which is said to run all of them leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count

_LEAVES_OUT = re.compile(
    r"(?<=\s)(?P<option>--ignore[= ](?P<path>[\w./-]+)"
    r"|-[mk][= ]?(?P<quote>['\"])not [^'\"]+(?P=quote))"
)
"""Options of runners that leave out what lies below a path, or has a mark or a name."""
_RUNS = re.compile(r"\b(?:py\.?test|nosetests)\b")


def left_out_tests(context: PageContext, commands: Iterable[str]) -> Phrase:
    """Return which tests some commands leave out, by which option; empty if none is known.

    Args:
        context: Where the files are known.
        commands: What is run.
    """
    places: dict[Phrase, None] = {}
    marks: dict[Phrase, None] = {}
    for command in commands:
        for match in _LEAVES_OUT.finditer(command) if _RUNS.search(command) else ():
            path = (match["path"] or "").strip("./")
            if not match["path"]:
                marks[(Code(match["option"]),)] = None
            elif cases := _cases(context, path):
                places[(*_link(context, path), f" ({count(cases, 'test case')})")] = None
    left = (", which leaves out ", *joined(list(places), last=" and ")) if places else ()
    chosen = (", with ", *joined(list(marks), last=" and ")) if marks else ()
    return (*left, *chosen)


def _cases(context: PageContext, path: str) -> int:
    files = context.repository.files
    return sum(
        len(file.outline.tests)
        for each, file in files.items()
        if file.role in TEST_ROLES and (each == path or each.startswith(f"{path}/"))
    )


def _link(context: PageContext, path: str) -> tuple[Inline, ...]:
    if path in context.repository.files:
        return (page_links.to_file(context, path),)
    return (page_links.to_folder(context, path),)
