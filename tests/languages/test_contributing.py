"""The guide's page on adding a language, followed word for word."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from mkdocs_repodoc.extensions import parts
from mkdocs_repodoc.extensions.parts import own_parts
from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.languages.language import Absent, Colours, Lazy
from mkdocs_repodoc.languages.outlines import read_outline
from mkdocs_repodoc.languages.registry import FOLDERS, LANGUAGES, read_languages
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.sources.file_types import language_of
from mkdocs_repodoc.text.source_text import SourceText

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
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
    folder = ROOT / "mkdocs_repodoc" / "languages" / "lua"
    assert FILES.keys() == {path.name for path in folder.glob("*.py")} - {"__init__.py"}
    assert "lua" in FOLDERS


def test_the_guide_names_files_that_exist() -> None:
    for path in re.findall(r"`(tests/[\w/.]+|languages/[\w/.]+\.py)`", SECTION):
        assert (ROOT / path).exists() or (ROOT / "mkdocs_repodoc" / path).exists(), path


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_language_has_taken_the_steps_of_the_guide(folder: str) -> None:
    """Its grammar is a dependency and pinned, its row says what it has, the polyglot has a file."""
    languages = [
        each
        for each in LANGUAGES.values()
        if isinstance(each.outline, Lazy) and each.outline.module.split(".")[2] == folder
    ]
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    pinned = (ROOT / "constraints.txt").read_text("utf-8")
    for grammar in {each.grammar.replace("_", "-") for each in languages} - {""}:
        assert f'"{grammar}>=' in project
        assert re.search(rf"^{grammar}==", pinned, re.MULTILINE)
    rows = re.findall(
        r"^\|([^|]+)\|", (ROOT / "docs" / "languages.md").read_text("utf-8"), re.MULTILINE
    )
    assert any(each.title in row for each in languages for row in rows)
    polyglot = (ROOT / "tests" / "fixtures" / "polyglot").rglob("*.*")
    assert {each.name for each in languages} & {language_of(path.name) for path in polyglot}
