"""Why the book calls a file risky, beside its size and its changes."""

from __future__ import annotations

from dataclasses import replace

from body_text import phrase_text
from made_mill import MILL, mill_context

from mkdocs_repodoc.model.files import Change, ChangeWindow, GitHistory
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.risk_reasons import risk_reasons


def reasons(changed: dict[str, str], history: GitHistory | None = None) -> str:
    context = mill_context(changed, history)
    symbols = context.repository.files["mill/stones.py"].outline.symbols
    (stone,) = (number for number, each in enumerate(symbols) if each.name == "Stone")
    exported = {"mill/__init__.py": {"Stone": SymbolRef("mill/stones.py", stone)}}
    # What others gather, such as a folder of measurements, is not what the package exports.
    exported["bench/__init__.py"] = {"Stone": SymbolRef("mill/stones.py", stone)}
    context = replace(context, exports=lambda path: exported.get(path, {}))
    return phrase_text(risk_reasons(BookView(context), "mill/stones.py"))


def test_what_the_package_offers_and_keeps_is_said() -> None:
    text = MILL["mill/stones.py"] + "\n\nTURNING = {}\n\n\ndef start(key):\n    TURNING[key] = 1\n"
    said = reasons({"mill/stones.py": text, "bench/__init__.py": "from mill.stones import Stone\n"})
    assert "[mill/__init__.py](repo/mill/__init__.py_docs.md) exports [Stone](" in said
    assert " from it." in said
    assert " It keeps state for the whole process in [TURNING](" in said


def test_tests_that_wait_are_said() -> None:
    wait = "    time.sleep(0.1)\n" * 5
    said = reasons({"tests/test_stones.py": f"import time\n{MILL['tests/test_stones.py']}{wait}"})
    assert " Tests of it wait for time or events: 5 lines of [tests/test_stones.py](" in said
    # A call with many blanks takes minutes by a pattern that tries each of them.
    none = "    time.sleep( 0 )\n" * 5 + f"    time.sleep({' ' * 50_000})\n" * 5
    rest = reasons({"tests/test_stones.py": f"import time\n{MILL['tests/test_stones.py']}{none}"})
    assert "wait" not in rest


def test_a_file_that_is_younger_than_all_known_commits_is_said_to_be() -> None:
    changes = tuple(
        Change(date, "Ann", date, "Add it") for date in ("2026-01-02", "2025-12-01", "2020-01-01")
    )
    touched: dict[str, tuple[int, ...]] = {"mill/stones.py": (0, 1)}
    window = ChangeWindow("2020-01-01", 3, changes=changes, touched=touched, in_year=2)
    said = reasons({}, GitHistory(window=window, past=window))
    first = "the first that touched it under this name is of 2025-12-01; an earlier name, if"
    assert f" Of the last 3 commits (since 2020-01-01) {first} it had one, is not" in said
    older = ChangeWindow(
        "2020-01-01", 3, changes=changes, touched={"mill/stones.py": (0, 1, 2)}, in_year=2
    )
    assert "under this name" not in reasons({}, GitHistory(window=window, past=older))
