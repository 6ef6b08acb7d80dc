"""The documentation's pages on rules are those that `make rules` writes."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from mkdocs_repodoc.languages.rule_catalogue import rules_by_id

TOP = Path(__file__).parents[2]
PAGES: dict[str, str] = runpy.run_path(str(TOP / "tools" / "make_rule_pages.py"))["rule_pages"]()


def test_there_is_a_page_for_each_rule_and_no_other() -> None:
    written = {file.name for file in (TOP / "docs" / "rules").iterdir()}
    assert written == {"index.md", *(f"{rule}.md" for rule in rules_by_id())}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_what_the_rule_says(name: str) -> None:
    assert (TOP / "docs" / "rules" / name).read_text("utf-8") == PAGES[name], "run `make rules`"


def test_every_page_is_in_the_navigation() -> None:
    configuration = (TOP / "mkdocs.yml").read_text("utf-8").splitlines()
    listed = [line.strip() for line in configuration if "rules/" in line]
    others = sorted(set(PAGES) - {"index.md"})
    assert listed == [f"- rules/{name}" for name in ["index.md", *others]]
