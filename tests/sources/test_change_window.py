"""Which commits say how often files change now."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.model.files import ChangeWindow
from mkdocs_repodoc.sources import change_window
from mkdocs_repodoc.sources.change_window import WindowCounter


def window(*dates: str) -> ChangeWindow:
    counter = WindowCounter()
    for date in dates:
        counter.add(date, ["a.py"], is_focused=True)
    return counter.window()


def test_a_window_is_the_twelve_months_before_the_youngest_commit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(change_window, "LEAST_COMMITS", 1)
    found = window("2024-02-29", "2023-12-01", "2023-03-01", "2023-02-28", "2023-12-05")
    assert found == ChangeWindow("2023-03-01", 3, {"a.py": 3})


def test_a_quiet_repository_has_a_longer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change_window, "LEAST_COMMITS", 2)
    assert window("2026-01-05", "2019-04-01", "2018-01-01").since == "2019-04-01"


def test_pairs_are_those_of_the_commits_in_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change_window, "LEAST_COMMITS", 3)
    counter = WindowCounter()
    for date, is_focused in (("2026-01", True), ("2026-01", False), ("2026-01", True)):
        counter.add(f"{date}-05", ["a.py", "b.py"], is_focused=is_focused)
    counter.add("2018-01-01", ["a.py", "b.py"], is_focused=True)
    assert counter.window().together == {"a.py": {"b.py": 2}, "b.py": {"a.py": 2}}


def test_no_commits_are_no_window() -> None:
    assert window() == ChangeWindow()
