"""Programs that those who write Python use."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.languages.record_parts.tool_words import TaskRunner, Tools, plain_runner

TOOLS = Tools(
    packaging=words("twine poetry uv"),
    checking=words(
        "coverage tox nox pytest hatch pdm poetry uv uvx poe mypy pyright ruff black flake8 "
        "sphinx-build mkdocs spin"
    )
    | {r"python3? (?:-m (?!pip\b|venv\b|ensurepip\b)[\w.]+|[\w./-]+\.py)"},
    testing=words("pytest py.test tox nox"),
    linting=words("ruff flake8 pylint pyright mypy black"),
    english=words("black"),
    installing=words("pip3? pipx uv poetry pdm") | {"python3? -m ?pip"},
    fetching=words("pip pipx poetry pdm hatch") | {r"uv (?:sync|pip)", r"setup\.py develop"},
    adding=frozenset({"uv pip"}),
    interpreting=frozenset({r"(?:python|pypy)[\d.]*(?:\.exe)?"}),
    running_files=words("pytest py.test"),
    running=words("uv poetry pdm hatch pipenv rye coverage"),
    measuring=words("coverage"),
    tasks=(
        TaskRunner(
            line=re.compile(r"tox(?: run)? +-e +(?P<names>\S+)$"),
            commands=("tox -e {}",),
            between=",",
        ),
        *map(plain_runner, ("poe", "pdm run", "hatch run", "inv")),
    ),
)
