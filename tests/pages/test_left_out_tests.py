"""What pages say of tests that the command for all tests leaves out."""

from __future__ import annotations

import pytest
from body_text import section_text
from made_mill import chapter, mill_context
from made_shop import page

_TESTS = {
    "mill/__init__.py": "def grind():\n    pass\n",
    "tests/test_mill.py": "from mill import grind\n\ndef test_it():\n    grind()\n",
    "tests/slow/test_stone.py": "def test_one():\n    pass\n\ndef test_two():\n    pass\n",
}


def tox(command: str) -> dict[str, str]:
    return {**_TESTS, "tox.ini": f"[tox]\nenvlist = py\n[testenv]\ncommands = {command}\n"}


def test_folders_that_the_command_for_all_tests_leaves_out_are_told() -> None:
    context = mill_context(tox("coverage run -m pytest tests --ignore=tests/slow"))
    told = chapter(context, "Testing")
    lacks = "which leaves out [tests/slow/](repo/tests/slow/index.md) (2 test cases)"
    assert f"- All tests: `tox`, {lacks}\n" in told
    assert lacks in section_text(page(context, "repository"), "entry-points")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("pytest -m 'not slow' tests", "`tox`, with `-m 'not slow'`\n"),
        ("pytest --ignore=tests/nowhere tests", "`tox`\n"),
        ("ruff check --ignore=tests/slow", "`tox`\n"),
        ("pytest tests", "`tox`\n"),
    ],
)
def test_marks_are_told_as_they_are_written(command: str, said: str) -> None:
    assert f"- All tests: {said}" in chapter(mill_context(tox(command)), "Testing")


def test_go_runs_tests_of_a_package_not_of_a_file() -> None:
    files = {
        "go.mod": "module mill\n",
        "mill.go": "package mill\n\nfunc Grind() {}\n",
        "mill_test.go": (
            'package mill\n\nimport "testing"\n\nfunc TestIt(t *testing.T) { Grind() }\n'
        ),
        "stone/stone.go": "package stone\n",
        "tests/test_stones.py": "",
    }
    told = section_text(page(mill_context(files), "repository"), "entry-points")
    assert "Tests of one package: `go test .`" in told
    assert "One test file" not in told
