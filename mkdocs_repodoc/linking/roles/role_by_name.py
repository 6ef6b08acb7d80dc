"""Roles that the name of a file or of its folder tells, since people and tools know it."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.folder_files import package_files
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.manifests import known_project_file
from mkdocs_repodoc.languages.registry import LANGUAGES, language_named
from mkdocs_repodoc.languages.role_evidence import JudgedFile, Judgement
from mkdocs_repodoc.model.clues import (
    EmptyFileClue,
    ImportersClue,
    NameClue,
    ServiceFolderClue,
    SettingsNameClue,
    StartedByClue,
    ToolFileClue,
    TypeMarkerClue,
)

_LICENCE = re.compile(
    r"(?:licen[cs]es?|copying|notice|unlicense|copyright)(?:[-._].*)?$", re.IGNORECASE
)
_DOCUMENT = re.compile(
    r"(?:readme|changelog|changes|history|news|contributing|authors|contributors|maintainers"
    r"|security|code_of_conduct|governance|roadmap|todo|install|upgrading|citation|support)"
    r"(?:[-._].*)?$",
    re.IGNORECASE,
)
_BUILD_NAMES = {
    "build": "build file",
    "build.bazel": "Bazel build file",
    "containerfile": "image recipe",
    "dockerfile": "image recipe",
    "gnumakefile": "command file of make",
    "justfile": "command file of just",
    "makefile": "command file of make",
    "snakefile": "workflow of Snakemake",
    "taskfile.yml": "task file",
    "workspace": "Bazel workspace",
}
"""Names of files, in lower case, of tools that serve any language."""
_WORKFLOW_NAMES = {
    ".drone.yml": "Drone",
    ".gitlab-ci.yml": "GitLab",
    ".travis.yml": "Travis CI",
    "appveyor.yml": "AppVeyor",
    ".appveyor.yml": "AppVeyor",
    "azure-pipelines.yml": "Azure Pipelines",
    "bitbucket-pipelines.yml": "Bitbucket",
    "cloudbuild.yaml": "Google Cloud Build",
    "jenkinsfile": "Jenkins",
}
_WORKFLOW_FOLDERS = {
    ".github/workflows": "GitHub",
    ".github/actions": "GitHub",
    ".gitea/workflows": "Gitea",
    ".forgejo/workflows": "Forgejo",
    ".circleci": "CircleCI",
    ".woodpecker": "Woodpecker",
    ".buildkite": "Buildkite",
    ".azure-pipelines": "Azure Pipelines",
}
_GENERAL_NAMES = frozenset({"build", "workspace"})
"""Names of build files that people give to programs, too."""
_DOCUMENT_SUFFIXES = frozenset({"", "md", "rst", "txt", "adoc", "markdown"})


def by_tool(file: JudgedFile) -> Judgement | None:
    """Judge a file whose exact name, or folder, a tool looks for."""
    name, lower = file.name, file.name.lower()
    if lower in _WORKFLOW_NAMES:
        return "workflow", (StartedByClue(_WORKFLOW_NAMES[lower], name),)
    for held, host in _WORKFLOW_FOLDERS.items():
        if file.folder == held or file.folder.startswith(f"{held}/"):
            return "workflow", (ServiceFolderClue(host, held),)
    is_code = file.source.language in LANGUAGES
    is_module = is_code and file.folder and file.is_package(file.folder)
    if built := None if lower in _GENERAL_NAMES or is_module else _as_build_file(file):
        return built
    script = language_named(file.source.language).settings_names
    settings = script.match(name) if not isinstance(script, Absent) else None
    if settings is not None and not file.importers:
        ending = SettingsNameClue("".join(settings.groups()))
        return "configuration", (ending, ImportersClue(0))
    return None


def by_custom(file: JudgedFile) -> Judgement | None:
    """Judge a file by a word that people put into names: `LICENSE`, `README.md`, `BUILD`."""
    name, lower = file.name, file.name.lower()
    if lower in _GENERAL_NAMES and (built := _as_build_file(file)):
        return built
    if _is_licence(file):
        return "licence", (NameClue(name),)
    suffix = lower.rpartition(".")[2] if "." in lower else ""
    if _DOCUMENT.match(name) and suffix in _DOCUMENT_SUFFIXES:
        return "documentation", (NameClue(name),)
    return None


def _is_licence(file: JudgedFile) -> bool:
    """Whether a file holds a licence; a page of a manual may be about licences."""
    if not _LICENCE.match(file.name) or file.source.language in LANGUAGES:
        return False
    in_lower_case = file.name == file.name.lower()
    is_page = "." in file.name and in_lower_case and file.folder and not file.outline.licence
    return not is_page


def as_marker(file: JudgedFile) -> Judgement | None:
    """Judge a file that is there for its name's sake."""
    lower = file.name.lower()
    if lower in {each.marker for each in package_files()}:
        return "text", (TypeMarkerClue(),)
    if not file.source.size and lower in {".gitkeep", ".keep", ".nojekyll", ".gitignore"}:
        return "text", (EmptyFileClue(),)
    return None


def _as_build_file(file: JudgedFile) -> Judgement | None:
    name = file.name
    known = known_project_file(name)
    if known is not None and known.is_apart and file.importers:
        return None
    what = known.what if known is not None else _BUILD_NAMES.get(name.lower(), "")
    return ("build", (ToolFileClue(name, what),)) if what else None
