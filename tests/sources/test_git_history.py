"""What the history says, and that a missing one does no harm."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.model.files import GitHistory
from mkdocs_repodoc.sources import git as git_room
from mkdocs_repodoc.sources import git_history


@pytest.fixture
def repository(project: Path) -> Path:
    """Three commits: all files, two of them together, one alone."""
    write_files(project, {"a.py": "1", "b.py": "1", "sub/c.py": "1"})
    commit_all(project, "Begin")
    write_files(project, {"a.py": "2", "b.py": "2"})
    commit_all(project, "Change two")
    write_files(project, {"sub/c.py": "2"})
    commit_all(project, "Change <one>")
    return project


def test_each_file_has_its_last_change(repository: Path) -> None:
    history = git_history.history(repository, ["a.py", "b.py", "sub/c.py"])
    subjects = {path: change.subject for path, change in history.last_changes.items()}
    assert subjects == {"a.py": "Change two", "b.py": "Change two", "sub/c.py": "Change <one>"}
    change = history.last_changes["a.py"]
    assert (change.author, change.date) == ("Ada Moon", "2026-03-20")
    assert change.commit == git(repository, "rev-parse", "HEAD~1").strip()


def test_revision_branch_and_activity(repository: Path) -> None:
    history = git_history.history(repository, ["a.py"])
    assert history.revision == git(repository, "rev-parse", "HEAD").strip()
    assert history.branch == "main"
    assert history.activity == {"2026-03": 3}


def test_files_that_changed_together_twice_are_told(repository: Path) -> None:
    history = git_history.history(repository, ["a.py", "b.py", "sub/c.py"])
    assert history.co_changes == {"a.py": {"b.py": 2}, "b.py": {"a.py": 2}}


def test_changes_of_the_window_are_counted_alone_and_in_pairs(repository: Path) -> None:
    window = git_history.history(repository, ["a.py", "b.py", "sub/c.py"]).window
    assert window.counts == {"a.py": 2, "b.py": 2, "sub/c.py": 2}
    assert window.together == {"a.py": {"b.py": 2}, "b.py": {"a.py": 2}}


def test_undocumented_files_are_left_out(repository: Path) -> None:
    history = git_history.history(repository, ["a.py"])
    assert list(history.last_changes) == ["a.py"]
    assert history.co_changes == {}


def test_sweeping_commits_say_nothing_about_two_files(project: Path) -> None:
    files = {f"f{number}.py": "" for number in range(git_history.MOST_FILES + 1)}
    for content in "123":
        write_files(project, dict.fromkeys(files, content))
        commit_all(project)
    assert git_history.history(project, list(files)).co_changes == {}


def test_subfolder_has_paths_of_its_own(repository: Path) -> None:
    history = git_history.history(repository / "sub", ["c.py"])
    assert history.last_changes["c.py"].subject == "Change <one>"
    assert history.activity == {"2026-03": 2}


def test_file_that_only_a_merge_changed_has_a_last_change(project: Path) -> None:
    write_files(project, {"a.py": "1\n"})
    commit_all(project)
    git(project, "checkout", "-q", "-b", "side")
    write_files(project, {"b.py": "1\n"})
    commit_all(project)
    git(project, "checkout", "-q", "main")
    git(project, "merge", "-q", "--no-ff", "--no-commit", "side")
    write_files(project, {"merged.py": "1\n"})
    commit_all(project, "Merge")
    history = git_history.history(project, ["a.py", "b.py", "merged.py"])
    assert history.last_changes["merged.py"].subject == "Merge"
    assert history.last_changes["b.py"].subject == "Begin"


def test_shallow_clone_does_not_credit_its_edge(repository: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(clone))
    history = git_history.history(clone, ["a.py", "sub/c.py"])
    assert history.revision
    assert history.last_changes == {}


def test_odd_names_and_authors_survive(project: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    write_files(project, {name: "", "a\nb.txt": "", "日本.md": ""})
    commit_all(project)
    git(project, "commit", "-q", "--amend", "--author", "Zoë \x02 <z@example.org>", "-m", "Ünï")
    history = git_history.history(project, [name, "a\nb.txt", "日本.md"])
    assert set(history.last_changes) == {name, "a\nb.txt", "日本.md"}
    assert history.last_changes[name].author.startswith("Zoë")
    assert history.last_changes[name].subject == "Ünï"


def test_reading_stops_when_every_file_has_its_change(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_history, "RECENT_COMMITS", 1)
    history = git_history.history(repository, ["sub/c.py"])
    assert list(history.last_changes) == ["sub/c.py"]


def test_repository_without_commits_has_no_history(project: Path) -> None:
    git(project, "init", "-q")
    assert git_history.history(project, ["a.py"]) == GitHistory()


def test_folder_outside_git_has_no_history(project: Path) -> None:
    assert git_history.history(project, ["a.py"]) == GitHistory()
    assert git_room.top_level(project) is None


def test_missing_git_is_no_history(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert git_history.history(repository, ["a.py"]) == GitHistory()
    assert git_room.top_level(repository) is None


def test_repository_of_another_owner_is_no_history(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert git_history.history(repository, ["a.py"]) == GitHistory()


def test_detached_head_has_no_branch(repository: Path) -> None:
    git(repository, "checkout", "-q", "--detach")
    assert git_history.history(repository, ["a.py"]).branch == ""


def test_no_process_outlives_the_reading(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def start(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        started.append(real(*arguments, **options))  # type: ignore[call-overload]  # passed on
        return started[-1]

    monkeypatch.setattr("mkdocs_repodoc.sources.git_process.subprocess.Popen", start)
    monkeypatch.setattr(git_history, "RECENT_COMMITS", 1)
    git_history.history(repository, ["sub/c.py"])
    assert all(process.poll() is not None for process in started)


def test_commits_of_the_window_are_counted_without_merges(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "side", "HEAD~1")
    write_files(repository, {"b.py": "3"})
    commit_all(repository, "Side")
    git(repository, "checkout", "-q", "main")
    git(repository, "merge", "-q", "--no-ff", "-m", "Merge", "side")
    window = git_history.history(repository, ["a.py", "b.py"]).window
    together = {"a.py": {"b.py": 2}, "b.py": {"a.py": 2}}
    assert (window.since, window.commits) == ("2026-03-20", 4)
    assert (window.counts, window.together) == ({"a.py": 2, "b.py": 3}, together)
    assert "Merge" not in {change.subject for change in window.changes}
