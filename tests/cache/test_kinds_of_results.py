from __future__ import annotations

import re
from pathlib import Path

from mkdocs_repodoc.cache.kinds_of_results import Cached

ARCHITECTURE = Path(__file__).parents[2] / "docs" / "architecture.md"


def test_the_documentation_lists_what_is_kept() -> None:
    section = ARCHITECTURE.read_text("utf-8").partition("## What is kept")[2].partition("\n## ")[0]
    first_cells = re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(first_cells)) == [str(kind) for kind in Cached]
