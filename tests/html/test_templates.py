"""Filters of the templates."""

from __future__ import annotations

from mkdocs_repodoc.html.templates import breakable


def test_a_path_may_end_a_line_after_each_slash() -> None:
    assert breakable("src/<a>/b.py") == "src/<wbr>&lt;a&gt;/<wbr>b.py"
