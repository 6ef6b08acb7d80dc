from __future__ import annotations

import ast
from pathlib import Path

from support.product import modules, nodes_of, text_of

from mkdocs_repodoc.model.sections import FILE_HEADINGS

IDS = {heading.anchor for heading in FILE_HEADINGS if "-" in heading.anchor}


def ids_in(path: Path) -> set[str]:
    """Return the ids among the words of all string literals of a module."""
    if not any(each in text_of(path) for each in IDS):
        return set()
    literals = (node.value for node in nodes_of(path) if isinstance(node, ast.Constant))
    return IDS & {word for text in literals if isinstance(text, str) for word in text.split()}


def test_ids_of_a_files_headings_are_written_in_one_module() -> None:
    holders = {path.name for path in modules() if ids_in(path)}
    assert holders == {"sections.py"}


def test_no_two_headings_of_a_file_have_the_same_id() -> None:
    anchors = [heading.anchor for heading in FILE_HEADINGS]
    assert len(set(anchors)) == len(anchors)
