"""`mkdocs gh-deploy` publishes generated pages, tried on a repository in a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from support.repositories import commit_all, git, write_files


def test_gh_deploy_pushes_the_generated_pages(project: Path, tmp_path: Path) -> None:
    remote = tmp_path / "remote.git"
    remote.mkdir()
    git(remote, "init", "--quiet", "--bare")
    write_files(
        project,
        {
            "mkdocs.yml": "site_name: Shop\ntheme: material\nplugins: [search, repodoc]\n",
            "docs/index.md": "# Home\n",
            ".gitignore": ".cache/\nsite/\n",
            ".github/workflows/test.yml": "name: test\n",
            "cart.py": '"""Carts."""\n',
        },
    )
    commit_all(project)
    git(project, "config", "user.name", "Ada Moon")
    git(project, "config", "user.email", "ada@example.org")
    git(project, "remote", "add", "shelf", str(remote))

    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "gh-deploy", "--strict", "--remote-name", "shelf"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=False,
        capture_output=True,
        text=True,
    )

    assert result.returncode == 0, result.stderr
    published = git(remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert "index.html" in published
    assert "repo/cart.py_docs/index.html" in published
    assert "repo/dot.github/workflows/test.yml_docs/index.html" in published
    assert ".nojekyll" in published, "or the host drops what begins with an underscore"
    assert git(project, "status", "--porcelain") == ""
