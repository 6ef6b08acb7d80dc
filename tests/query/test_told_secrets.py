"""Secrets in what commits say and in what files held before: answers tell none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.repositories import commit_all, write_files

from mkdocs_repodoc.query.live_repository import LiveRepository
from mkdocs_repodoc.query.replies.changes_reply import ChangesAnswer
from mkdocs_repodoc.settings import Secrets, Settings

TOKEN = "npm_" + "aB3dE5gH7jK9" * 3
Changes = Callable[[Secrets], ChangesAnswer]


@pytest.fixture
def changes(tmp_path: Path) -> Iterator[Changes]:
    """Ask what the last commit changed: a token left a file, and two files with tokens went."""
    code = f'TOKEN = "{TOKEN}"\n\n\ndef f(key="{TOKEN}"): ...\n'
    write_files(tmp_path, {"app.py": code, "old.py": code, f"{TOKEN}.py": "x = 1\n"})
    commit_all(tmp_path)
    (tmp_path / "old.py").unlink()
    (tmp_path / f"{TOKEN}.py").unlink()
    write_files(tmp_path, {"app.py": "def f(key): ...\n"})
    commit_all(tmp_path, f"Take {TOKEN} out")
    opened = []

    def ask(secrets: Secrets) -> ChangesAnswer:
        live = LiveRepository(Settings(root=tmp_path, jobs=1, secrets=secrets), lambda *_: None)
        opened.append(live)
        said = live.ask("changes", {"since": "HEAD~1"})
        assert isinstance(said, ChangesAnswer)
        return said

    yield ask
    for each in opened:
        each.close()


@pytest.mark.parametrize("secrets", ["warn", "leave out", "fail"])
def test_what_commits_say_is_masked(changes: Changes, secrets: Secrets) -> None:
    assert [each.subject for each in changes(secrets).commits] == ["Take ••• out"]


def test_what_commits_say_is_told_to_those_who_publish_secrets(changes: Changes) -> None:
    assert [each.subject for each in changes("publish").commits] == [f"Take {TOKEN} out"]


@pytest.mark.parametrize("secrets", ["leave out", "fail"])
def test_what_a_file_held_beside_a_secret_is_left_out(changes: Changes, secrets: Secrets) -> None:
    said = changes(secrets)
    assert TOKEN not in str(said)
    assert [(each.path, each.symbols) for each in said.changed] == [
        ("app.py", ()),
        ("•••.py", ()),
        ("old.py", ()),
    ]
