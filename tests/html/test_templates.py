"""Filters of the templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.html.templates import Templates, breakable


def test_a_path_may_end_a_line_after_each_slash() -> None:
    assert breakable("src/<a>/b.py") == "src/<wbr>&lt;a&gt;/<wbr>b.py"


def test_a_users_template_reaches_nothing_of_the_process(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}")
    with pytest.raises(SettingsError, match="unsafe"):
        Templates(tmp_path).fill("own", {})
