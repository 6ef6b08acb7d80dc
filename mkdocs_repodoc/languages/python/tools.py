"""Programs that those who write Python use."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.languages.record_parts.tool_words import (
    CommandWrapper,
    TaskRunner,
    Tools,
    plain_runner,
    plain_wrappers,
)

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
    asking=frozenset(
        {
            r"uv (?:export|tree|python|version|cache|lock|venv|self|init|remove|publish)",
            r"poetry (?:config|env|show|export|lock|version|self|cache|about)",
            r"(?:hatch|pdm) (?:version|env|config|info|show|list|lock|export|self|use)",
            r"python3? -m (?:site|sysconfig|zipfile|http\.server|ensurepip|pip|venv)",
        }
    ),
    wrapping=(
        *plain_wrappers("poetry run", "pdm run", "hatch run", "pipenv run", "rye run"),
        CommandWrapper(
            "uv run",
            valued=words(
                "--with --extra --group --only-group --no-group --no-extra --python -p --project"
                " --directory --package --env-file --with-editable --with-requirements --index"
                " --resolution"
            ),
        ),
        CommandWrapper("uvx", valued=words("--from --with --python -p")),
        CommandWrapper("uv tool run", valued=words("--from --with --python -p")),
    ),
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
