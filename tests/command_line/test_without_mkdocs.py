"""The program works where MkDocs and its themes are not installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from support.repositories import commit_all, write_files

from mkdocs_repodoc.command_line.exit_codes import ExitCode

RUN = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"mkdocs", "material", "properdocs", "watchdog"}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Missing())
from mkdocs_repodoc.command_line.main import main
main()
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-W", "error", "-c", RUN, *arguments],
        cwd=folder,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_site_is_built(project: Path) -> None:
    write_files(project, {"app.py": '"""An app."""\n', "mkdocs.yml": "plugins: [repodoc]\n"})
    commit_all(project)
    done = run(project, "build", "--json")
    assert done.returncode == ExitCode.DONE, done.stderr
    said = json.loads(done.stdout)
    assert said["written"] == said["files"] > 10
    assert (project / "site" / "repo" / "app.py_docs" / "index.html").is_file()


def test_what_cannot_be_done_is_one_line(project: Path) -> None:
    write_files(project, {"site/index.html": "mine", "app.py": ""})
    done = run(project, "build")
    assert done.returncode == ExitCode.FAILED
    assert done.stderr.splitlines()[-1] == (
        f"Error: {project / 'site' / 'index.html'} was not written by mkdocs-repodoc, and stays as "
        "it is; choose another folder with --site-dir, or remove the file"
    )
