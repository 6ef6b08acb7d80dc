"""The guide's page on adding a language, followed word for word."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from mkdocs_repodoc.extensions import parts
from mkdocs_repodoc.extensions.parts import own_parts
from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.languages.language import Absent, Colours
from mkdocs_repodoc.languages.outlines import read_outline
from mkdocs_repodoc.languages.registry import FOLDERS, read_languages
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.source_text import SourceText

GUIDE = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8")
SECTION = GUIDE.partition("## Add a language\n")[2].partition("\n## ")[0]
FILES = dict(re.findall(r"`languages/lua/(\w+\.py)`:\n\n```python\n(.*?)```", SECTION, re.DOTALL))
SAMPLE = """\
--- Charts of depths.

local pier = require("harbour.pier")

-- Draws a chart.
function Chart:draw(canvas)
  if canvas then
    local function inner() end
  end
end
"""


def test_the_code_of_the_guide_is_a_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "guide_languages" / "lua"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text('"""Lua."""\n')
    for name, code in FILES.items():
        (folder / name).write_text(code, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    lua = read_languages(own_parts(parts.LANGUAGES, ["guide_languages.lua.spec:LANGUAGES"]))["lua"]
    assert not isinstance(lua.outline, Absent)
    assert not isinstance(lua.resolve_import, Absent)
    assert isinstance(lua.colours, Colours)
    record = read_outline(
        lua, lua.outline, "chart.lua", SourceText(SAMPLE, "utf-8"), AnalysisOptions()
    )
    assert record.outline.summary == "Charts of depths."
    assert [(one.name, one.kind, one.line, one.public) for one in record.outline.symbols] == [
        ("Chart:draw", "method", 6, True),
        ("Chart:draw.inner", "function", 8, False),
    ]
    (drawn, _) = record.detail.symbols
    assert record.outline.symbols[0].summary == "Draws a chart."
    assert drawn.complexity == 2
    (item,) = record.outline.imports
    files = FileIndex(["src/chart.lua", "src/harbour/pier.lua"])
    assert lua.resolve_import.load()(files, "src/chart.lua", item).path == "src/harbour/pier.lua"
    assert lua.framework("busted") == "busted"

    for name in [name for name in sys.modules if name.startswith("guide_languages")]:
        monkeypatch.delitem(sys.modules, name)


def test_the_guide_shows_every_file_of_a_language() -> None:
    folder = Path(__file__).parents[2] / "mkdocs_repodoc" / "languages" / "lua"
    assert FILES.keys() == {path.name for path in folder.glob("*.py")} - {"__init__.py"}
    assert "lua" in FOLDERS


def test_the_guide_names_files_that_exist() -> None:
    root = Path(__file__).parents[2]
    for path in re.findall(r"`(tests/[\w/.]+|languages/[\w/.]+\.py)`", SECTION):
        assert (root / path).exists() or (root / "mkdocs_repodoc" / path).exists(), path
