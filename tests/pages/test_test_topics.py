"""What the book says of the files of tests, and of what they share."""

from __future__ import annotations

from made_mill import chapter, mill_context

_CASE = "def test_it():\n    pass\n"
_SHARED = '"""Shared."""\n\n\ndef grinding(x):\n    """Grind for a test."""\n    return x\n'
_USER = "from tests.helpers import grinding\n\n\ndef test_it():\n    grinding(1)\n"


def test_files_of_tests_are_listed_by_what_their_names_say() -> None:
    tests = {
        "tests/test_grain.py": _CASE + _CASE.replace("_it", "_more"),
        "tests/deep/mill_test.py": _CASE,
    }
    text = chapter(mill_context(tests), "Testing")

    assert "What is tested where, by the names of the files" in text
    assert "- [tests/](repo/tests/index.md): [grain](repo/tests/test_grain.py_docs.md) 2, " in text
    assert "[stones](repo/tests/test_stones.py_docs.md) 1" in text
    assert "- [tests/deep/](repo/tests/deep/index.md): [mill](" in text


def test_two_files_of_tests_need_no_list() -> None:
    text = chapter(mill_context({"tests/test_grain.py": _CASE}), "Testing")
    assert "What is tested where" not in text


def test_what_many_tests_use_is_told() -> None:
    tests = {"tests/helpers.py": _SHARED, "tests/test_a.py": _USER, "tests/test_b.py": _USER}
    text = chapter(mill_context(tests), "Testing")

    assert "What tests share:" in text
    assert "[helpers.py:4](repo/tests/helpers.py_docs.md#L4)): 2 other files use it. Grind" in text
