from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.repositories import commit_all, write_files

from mkdocs_repodoc.command_line.build_command import build


@pytest.mark.parametrize("configured", ["", 'repo_url = "https://gitlab.com/x/y"\n'])
def test_files_are_linked_to_at_the_remote_unless_the_site_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, configured: str
) -> None:
    root = tmp_path / "project"
    write_files(root, {"app.py": "x = 1\n", "repodoc.toml": f"jobs = 1\n{configured}"})
    commit_all(root)
    remote = "https://me:secret@github.com/a/b.git"
    subprocess.run(["git", "-C", root, "remote", "add", "origin", remote], check=True)
    monkeypatch.chdir(root)
    result = CliRunner().invoke(build, ["--site-dir", str(tmp_path / "site")])
    assert result.exit_code == 0, result.output
    page = (tmp_path / "site/repo/app.py_docs/index.html").read_text("utf-8")
    expected = "https://gitlab.com/x/y/-/raw/" if configured else "https://github.com/a/b/"
    assert expected.removesuffix("-/raw/") in page
    assert ("github.com" in page) == (not configured)
    assert "secret" not in page
    assert "project" in (tmp_path / "site/repo/index.html").read_text("utf-8")
