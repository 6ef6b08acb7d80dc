"""Files by which tools know a project of Python."""

from __future__ import annotations

from mkdocs_repodoc.languages.python.task_functions import invoke_tasks, nox_sessions
from mkdocs_repodoc.languages.record_parts.project_file import (
    ProjectFile,
    ProvenCommand,
    checked_by,
    installed_by,
    lock_file,
)

_RANK = 0
"""Where a distribution has parts in other languages, its own metadata is that of the whole."""
_LAST = 9
_METADATA = "Metadata of a Python project"


def _with_project(line: str) -> tuple[ProvenCommand, ...]:
    return (ProvenCommand("set up", line, "Installs the project with what it needs"),)


def _requirements(name: str, *, is_for_users: bool = False) -> ProjectFile:
    """Return a list of packages, which is asked where no other file says how to install them.

    What the software needs to run is installed with a distribution, too.
    """
    commands = installed_by(f"pip install -r {name}", "replaced" if is_for_users else "added")
    return ProjectFile(name=name, rank=_LAST, commands=commands)


PROJECT_FILES = (
    ProjectFile(
        name="pyproject.toml",
        what="metadata of a Python project",
        title=_METADATA,
        rank=_RANK,
        describes=True,
        is_package=True,
        has_tasks=True,
    ),
    ProjectFile(
        name="setup.cfg",
        what="configuration of setuptools",
        title=_METADATA,
        rank=_RANK,
        describes=True,
        is_package=True,
    ),
    ProjectFile(
        name="setup.py", what="setuptools script", title=_METADATA, rank=_RANK, describes=True
    ),
    lock_file("uv.lock", "uv", _with_project("uv sync"), rank=_RANK),
    lock_file("poetry.lock", "Poetry", _with_project("poetry install"), rank=_RANK),
    lock_file("pdm.lock", "PDM", _with_project("pdm install"), rank=_RANK),
    lock_file("Pipfile.lock", "Pipenv", installed_by("pipenv install --dev"), rank=_RANK),
    lock_file("conda-lock.yml", "conda-lock", rank=_RANK),
    lock_file("pixi.lock", "Pixi", rank=_RANK),
    ProjectFile(name="Pipfile", what="list of requirements for Pipenv"),
    ProjectFile(
        name="tox.ini",
        what="environments of tox",
        title="tox environments",
        rank=_RANK,
        has_tasks=True,
    ),
    ProjectFile(name="tox.toml", rank=_RANK, has_tasks=True),
    ProjectFile(
        name="noxfile.py",
        what="session file of Nox",
        title="Nox sessions",
        rank=_RANK,
        has_tasks=True,
        sessions=nox_sessions,
    ),
    ProjectFile(
        name="tasks.py",
        rank=_RANK,
        has_tasks=True,
        sessions=invoke_tasks,
    ),
    ProjectFile(name="hatch_build.py", what="build hook of Hatch"),
    ProjectFile(name="MANIFEST.in", what="list of files for a source distribution"),
    _requirements("requirements-dev.txt"),
    _requirements("dev-requirements.txt"),
    _requirements("requirements.txt", is_for_users=True),
    ProjectFile(name="ruff.toml", commands=checked_by("ruff check .")),
)
TOOL_FILES = {
    r"\.python-version": "Version of Python",
    r"mypy\.ini|\.mypy\.ini": "mypy’s settings",
    r"\.flake8": "Flake8’s settings",
    r"\.?pytest\.(?:ini|toml)": "pytest’s settings",
    r"\.?ruff\.toml": "ruff’s settings",
    r"manifest\.in": "Contents of the source distribution",
}
