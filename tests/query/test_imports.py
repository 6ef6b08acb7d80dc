"""Questions load what answers them: a first answer does not wait for what only pages need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ASK = """
import sys
from pathlib import Path
from mkdocs_repodoc.query.live_repository import LiveRepository
from mkdocs_repodoc.settings import Settings

with LiveRepository(Settings(root=Path(sys.argv[1]), jobs=1), lambda *_: None) as live:
    for _ in range(2):
        assert live.ask("symbol", {"name": "charge"}).status == "answered"
        assert live.ask("uses", {"name": "charge"}).status == "answered"
print(*sys.modules, sep="\\n")
"""
_OF_PAGES = ("jinja2", "docutils", "markdown_it", "pygments", "mkdocs_repodoc.html")


def test_questions_about_symbols_load_nothing_of_pages(tmp_path: Path) -> None:
    (tmp_path / "till.py").write_text(
        "def charge():\n    return 1\n\n\nTOTAL = charge()\n", "utf-8"
    )
    command = [sys.executable, "-P", "-c", _ASK, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120, text=True)
    loaded = done.stdout.split()
    assert not [each for each in loaded if each.startswith(_OF_PAGES)]
    assert not [each for each in loaded if each.startswith("mkdocs_repodoc.pages.book")]
    assert "mkdocs_repodoc.insight.repository_insight" not in loaded
