"""Commands that the mere presence of a file at the top of the repository proves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.insight.changing.prerequisites import Prerequisites
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.commands.command import Aim, Command, evidence

_PROVEN: tuple[tuple[Aim, str, str, str], ...] = (
    ("set up", "uv.lock", "uv sync", "Installs the project with what it needs"),
    ("set up", "poetry.lock", "poetry install", "Installs the project with what it needs"),
    ("set up", "pdm.lock", "pdm install", "Installs the project with what it needs"),
    ("set up", "Pipfile.lock", "pipenv install --dev", "Installs what the project needs"),
    ("set up", "pnpm-lock.yaml", "pnpm install", "Installs what the project needs"),
    ("set up", "yarn.lock", "yarn install", "Installs what the project needs"),
    ("set up", "bun.lock", "bun install", "Installs what the project needs"),
    ("set up", "bun.lockb", "bun install", "Installs what the project needs"),
    ("set up", "package-lock.json", "npm ci", "Installs what the project needs"),
    ("set up", "package.json", "npm install", "Installs what the project needs"),
    ("set up", "go.mod", "go mod download", "Downloads what the module needs"),
    ("set up", "Gemfile", "bundle install", "Installs what the project needs"),
    ("set up", "composer.json", "composer install", "Installs what the project needs"),
    ("set up", "mix.exs", "mix deps.get", "Downloads what the project needs"),
    ("build", "go.mod", "go build ./...", "Compiles all packages"),
    ("build", "Cargo.toml", "cargo build", "Compiles the crate with what it needs"),
    ("build", "mvnw", "./mvnw package", "Compiles, tests and packs all modules"),
    ("build", "pom.xml", "mvn package", "Compiles, tests and packs all modules"),
    ("build", "gradlew", "./gradlew build", "Compiles and tests all projects"),
    ("build", "build.gradle.kts", "gradle build", "Compiles and tests all projects"),
    ("build", "build.gradle", "gradle build", "Compiles and tests all projects"),
    ("lint", ".golangci.yml", "golangci-lint run", "Checks the code as the file configures it"),
    ("lint", ".golangci.yaml", "golangci-lint run", "Checks the code as the file configures it"),
    ("lint", "ruff.toml", "ruff check .", "Checks the code as the file configures it"),
    ("lint", "eslint.config.js", "npx eslint .", "Checks the code as the file configures it"),
    ("lint", "eslint.config.mjs", "npx eslint .", "Checks the code as the file configures it"),
    ("docs", "mkdocs.yml", "mkdocs serve", "Shows the documentation while one writes it"),
    ("docs", "docs/conf.py", "sphinx-build docs docs/_build", "Builds the documentation"),
)
"""Aim, file that proves the command, the command, what it does; the best proof first."""

_DISTRIBUTIONS = frozenset({"pyproject.toml", "setup.cfg", "setup.py"})
"""Files by which pip builds and installs the project."""
_ALWAYS = "dev"
"""The group of dependencies that uv installs without being asked."""
_TOOLING = re.compile(r"(?:npm|pnpm|yarn|bun)\b")
"""Commands that install tools only, where such a file says what the project is."""
_FOR_WORK = ("requirements-dev.txt", "dev-requirements.txt")
_REQUIRED = "requirements.txt"
"""What the software needs to run; installing a distribution installs that too."""


def manifest_commands(context: PageContext) -> Iterator[Command]:
    """Yield a command for each aim that some file proves, the best proof first."""
    files = context.repository.files
    is_distribution = context.repository.project.source in _DISTRIBUTIONS
    known: set[Aim] = set()
    for aim, path, line, purpose in _PROVEN:
        if path in files and aim not in known:
            known.add(aim)
            is_aside = is_distribution and _TOOLING.match(line) is not None
            yield Command(line, (purpose,), evidence(context, path), "" if is_aside else aim)
    manifests = _FOR_WORK if is_distribution else (*_FOR_WORK, _REQUIRED)
    required = next((path for path in manifests if path in files), "")
    if required and "set up" not in known:
        line = f"pip install -r {required}"
        purpose = "Installs what the project needs"
        yield Command(line, (purpose,), evidence(context, required), "set up")


def with_test_runner(context: PageContext) -> Command | None:
    """Return the command that installs a project with the extra or group that runs its tests."""
    source = context.repository.project.source
    if source not in _DISTRIBUTIONS or source not in context.repository.files:
        return None
    found = Prerequisites(context.repository, lambda path: context.read_text(path).text).runner()
    if found is None:
        return None
    shown_by = evidence(context, "pyproject.toml", found.line)
    if not found.is_group:
        line = f'python -m pip install --editable ".[{found.name}]"'
        noun = "extra"
    elif "uv.lock" in context.repository.files:
        line = "uv sync" if found.name == _ALWAYS else f"uv sync --group {found.name}"
        noun = "group"
    else:
        line = f"python -m pip install --editable . --group {found.name}"
        noun = "group"
    runner: Phrase = (f"Installs the project with the {noun} ", Code(found.name), ", which has ")
    return Command(line, (*runner, Code(found.package)), shown_by, "set up")


def installed_as_it_stands(context: PageContext) -> Iterator[Command]:
    """Yield the command that installs a project of Python from its working tree, if it is one."""
    if command := with_test_runner(context):
        yield command
    source = context.repository.project.source
    if source in _DISTRIBUTIONS and source in context.repository.files:
        purpose = "Installs the project so that changes take effect at once"
        shown_by = evidence(context, source)
        yield Command("python -m pip install --editable .", (purpose,), shown_by, "set up")
