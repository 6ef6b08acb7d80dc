"""Files and folders whose name alone says what they are for, because a tool looks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import translate
from typing import NamedTuple

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.manifests import project_files, tool_files


class _Known(NamedTuple):
    pattern: re.Pattern[str]
    words: str


def _table(rows: Iterable[tuple[str, str]]) -> tuple[_Known, ...]:
    return tuple(
        _Known(re.compile(rf"(?:.*/)?(?:{pattern})", re.IGNORECASE), words)
        for pattern, words in rows
    )


_FILES = _table(
    (
        (r"\.editorconfig", "Editor settings"),
        (r"\.gitignore", "Files ignored by Git"),
        (r"\.gitattributes", "Git attributes"),
        (r"\.gitmodules", "Git submodules"),
        (r"\.mailmap", "Canonical names and addresses of authors"),
        (r"\.git-blame-ignore-revs", "Commits ignored by git blame"),
        (r"\.(?:docker|npm|prettier|eslint)ignore", "Files that a tool ignores"),
        (r"\.readthedocs\.ya?ml", "Read the Docs build"),
        (r"\.tool-versions|mise\.toml", "Versions of tools"),
        (r"\.?codecov\.ya?ml|\.coveragerc", "Coverage settings"),
        (r"\.pre-commit-hooks\.ya?ml", "pre-commit hooks provided by this repository"),
        (r"dependabot\.ya?ml", "Dependabot settings"),
        (r"\.?renovate(?:rc)?(?:\.json5?)?", "Renovate settings"),
        (r"funding\.ya?ml", "How to fund the project"),
        (r"codeowners", "Code owners"),
        (r"devcontainer\.json", "Development container"),
        (r"pull_request_template\.md", "Pull request template"),
        (r"\.github/issue_template/config\.ya?ml", "Issue template chooser"),
        (r"\.github/issue_template(?:/.+|\.md)", "Issue template"),
        (r"(?:changelog|changes|history|release[-_]notes)(?:\.(?:md|rst|txt))?", "Release notes"),
        (r"code_of_conduct(?:\.\w+)?", "Code of conduct"),
        (r"citation\.cff", "How to cite the project"),
    )
)
_PLAIN_FILES = _table(
    (
        (r"readme(?:\.\w+)?", "Introduction"),
        (r"contributing(?:\.\w+)?", "How to contribute"),
        (r"security(?:\.(?:md|rst|txt))?", "How to report vulnerabilities"),
        (r"(?:authors|contributors|maintainers)(?:\.(?:md|rst|txt))?", "Contributors"),
        (r"(?:gnu)?makefile", "Make targets"),
        (r"justfile", "just recipes"),
        (r"taskfile\.ya?ml", "Task tasks"),
        (r"(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml", "Docker Compose services"),
        (r"(?:docker|container)file(?:\.[\w-]+)?", "Container image recipe"),
        (r"(?:\.vscode/settings\.json)", "Visual Studio Code settings"),
        (r"docs?/conf\.py", "Sphinx’s settings"),
        (r"docs?/make\.bat", "Builds the documentation on Windows"),
    )
)
_FOLDERS = _table(
    (
        (r"\.github/workflows", "GitHub Actions workflows"),
        (r"\.github/issue_template", "Issue templates"),
        (r"\.devcontainer", "Development container"),
        (r"\.vscode", "Visual Studio Code settings"),
        (r"\.husky|\.githooks", "Git hooks"),
    )
)


def known_file(path: str) -> str:
    """Return what a file is for that has its name so that a tool finds it; empty if none does."""
    return _words(_FILES, path) or _words(_files_of_languages(), path)


def plainly_named_file(path: str) -> str:
    """Return what a file of a customary name is for, unless it says more itself."""
    return _words(_PLAIN_FILES, path) or _words(_manifests(), path)


def known_folder(path: str) -> str:
    """Return what a folder is for that has its name so that a tool finds it; empty if none does."""
    return _words(_FOLDERS, path)


@derived
def _files_of_languages() -> tuple[_Known, ...]:
    locks = ((translate(each.name), each.title) for each in project_files() if each.is_lock)
    return _table((*tool_files().items(), *locks))


@derived
def _manifests() -> tuple[_Known, ...]:
    found = (each for each in project_files() if each.title and not each.is_lock)
    return _table((translate(each.name), each.title) for each in found)


def _words(table: tuple[_Known, ...], path: str) -> str:
    return next((known.words for known in table if known.pattern.fullmatch(path)), "")
