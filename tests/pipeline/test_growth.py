"""What one page costs does not depend on how many files lie beside its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.work import lines_run

from mkdocs_repodoc.model.site_plan import PageKind
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.settings import Settings

FEW, MANY = 200, 400
ALONE = '"""Part {0:04} of many."""\n\n\ndef part_{0:04}() -> int:\n    """Return it."""\n'
ON_A_HUB = "from hub import start\n\n\ndef part_{0:04}() -> None:\n    start()\n"


def cost(root: Path, count: int, kind: PageKind, module: str = ALONE) -> int:
    """Return the work for a page of a file in the middle of a folder.

    Args:
        root: Where the repository may be made.
        count: How many files the folder has.
        kind: Of the page.
        module: What each file says, with a place for its number.
    """
    folder = root / "repository" / "parts"
    folder.mkdir(parents=True)
    (folder.parent / "hub.py").write_text("def start() -> None: ...\n")
    for number in range(count):
        (folder / f"p{number:04}.py").write_text(module.format(number))
    settings = Settings(root=folder.parent, cache_dir=root / "cache", jobs=1)
    builder = Builder(settings)
    site = builder.build({}, lambda *_: None)
    site.prepare()
    *others, measured = (site.plan.uri(kind, f"parts/p{number:04}.py") for number in (89, 90, 91))
    for other in others:
        site.render(other)  # what is made once and then kept belongs to no page
    work = lines_run(lambda: site.render(measured))
    builder.close()
    return work


def assert_no_growth(few: int, many: int) -> None:
    """Check that the work for a page has not grown by as much as one line a file."""
    assert many - few < MANY - FEW


@pytest.mark.parametrize("kind", ["file", "file keywords"])
def test_a_page_costs_the_same_in_a_folder_of_more_files(tmp_path: Path, kind: PageKind) -> None:
    few = cost(tmp_path / "few", FEW, kind)
    assert_no_growth(few, cost(tmp_path / "many", MANY, kind))


def test_a_page_costs_the_same_where_more_files_import_what_its_file_does(tmp_path: Path) -> None:
    few = cost(tmp_path / "few", FEW, "file", ON_A_HUB)
    assert_no_growth(few, cost(tmp_path / "many", MANY, "file", ON_A_HUB))
