"""Which commits say how often files change now."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.model.files import Change, ChangeWindow
from mkdocs_repodoc.sources import change_window
from mkdocs_repodoc.sources.change_window import WindowCounter


def commit(date: str) -> Change:
    return Change(f"{date}-hash", "Ann", date, f"Work of {date}")


def window(*dates: str, least: int = 20) -> ChangeWindow:
    counter = WindowCounter(least)
    for date in dates:
        counter.add(commit(date), ["a.py"], is_focused=True)
    return counter.window()


def test_a_window_is_the_twelve_months_before_the_youngest_commit() -> None:
    dates = "2024-02-29", "2023-12-01", "2023-03-01", "2023-02-28", "2023-12-05"
    found = window(*dates, least=1)
    assert (found.since, found.commits, found.counts) == ("2023-03-01", 3, {"a.py": 3})
    assert found.in_year == found.commits


def test_a_quiet_repository_has_a_longer_one() -> None:
    found = window("2026-01-05", "2019-04-01", "2018-01-01", least=2)
    assert (found.since, found.commits, found.in_year) == ("2019-04-01", 2, 1)


def test_commits_of_the_window_are_kept_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change_window, "MOST_CHANGES", 2)
    counter = WindowCounter()
    for date, path in (("2026-01-05", "a.py"), ("2026-01-04", "b.py"), ("2026-01-03", "a.py")):
        counter.add(commit(date), [path], is_focused=True)
    found = counter.window()
    assert found.counts == {"a.py": 2, "b.py": 1}
    assert found.changes == (commit("2026-01-05"), commit("2026-01-04"))
    assert found.touched == {"a.py": (0,), "b.py": (1,)}


def test_pairs_are_those_of_the_commits_in_the_window() -> None:
    counter = WindowCounter(3)
    for date, is_focused in (("2026-01", True), ("2026-01", False), ("2026-01", True)):
        counter.add(commit(f"{date}-05"), ["a.py", "b.py"], is_focused=is_focused)
    counter.add(commit("2018-01-01"), ["a.py", "b.py"], is_focused=True)
    assert counter.window().together == {"a.py": {"b.py": 2}, "b.py": {"a.py": 2}}


def test_no_commits_are_no_window() -> None:
    assert window() == ChangeWindow()
