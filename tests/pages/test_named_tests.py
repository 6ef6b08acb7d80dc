"""Tests that are named after files: their names are looked up, not gone through for each file."""

from __future__ import annotations

from dataclasses import replace

from made_mill import mill_context
from support.work import lines_run

from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.named_tests import named_tests

OUTSIDE = "import subprocess\n\n\ndef test_case_{0}():\n    subprocess.run(['mill'])\n"


def cost(count: int) -> int:
    """Return the work for a component where so many files and tests have no common name."""
    code = {f"mill/part_{number:03}.py": "def run():\n    return 1\n" for number in range(count)}
    tests = {f"tests/test_of_{number:03}.py": OUTSIDE.format(number) for number in range(count)}
    view = BookView(mill_context({**code, **tests}))
    first = view.context.statistics.architecture.components[0]
    whole = replace(first, files=tuple(code))
    assert len(view.changes.cases) >= count
    return lines_run(lambda: named_tests(view, whole))


def test_the_work_grows_with_the_files_and_not_with_their_square() -> None:
    assert cost(80) < 2.5 * cost(40)
