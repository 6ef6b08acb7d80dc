"""Sections of documents by their titles."""

from __future__ import annotations

import re

from support.linked import link_files

from mkdocs_repodoc.insight.reading.titled_sections import section_titled

TITLE = re.compile("EXIT STATUS")


def found(files: dict[str, str]) -> tuple[str, str] | None:
    linked = link_files(files)
    section = section_titled(linked.repository, linked.texts.__getitem__, TITLE)
    return (section.heading.path, section.text) if section is not None else None


def test_a_section_ends_where_the_next_one_begins() -> None:
    page = "# mill\n\n## EXIT STATUS\n\n0: ground\n\n1: stuck\n\n## FILES\n\n~/.mill\n"
    assert found({"doc/mill.md": page}) == ("doc/mill.md", "0: ground\n\n1: stuck")


def test_templates_and_other_versions_come_last() -> None:
    page = "# mill\n\n## EXIT STATUS\n\n0: ground\n"
    files = {f"doc/{name}.md": page for name in ("md-template", "next/mill", "v1/mill")}
    assert found({**files, "doc/deep/er/mill.md": page}) == ("doc/deep/er/mill.md", "0: ground")


def test_another_title_is_none() -> None:
    assert found({"doc/mill.md": "# mill\n\n## On exit status\n\n0\n"}) is None


def test_a_section_that_only_shows_code_says_nothing() -> None:
    shown = "# zx\n\n## EXIT STATUS\n\n```sh\necho 2\n```\n\nMore.\n"
    page = "# mill\n\n## EXIT STATUS\n\n- 2: stuck\n"
    linked = link_files({"a.md": shown, "b.md": page})
    texts, telling = linked.texts.__getitem__, re.compile(r"\d")
    section = section_titled(linked.repository, texts, TITLE, telling)
    assert section is not None
    assert section.heading.path == "b.md"
