"""Programs that those who write JavaScript and TypeScript use."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.languages.record_parts.tool_words import TaskRunner, Tools

_SCRIPTS = ("npm run {}", "npm {}")
"""How manifests have the tasks, whichever program starts them."""

TOOLS = Tools(
    packaging=words("npm pnpm yarn"),
    checking=words("npm npx nr yarn pnpm bun deno"),
    testing=words("ava jest vitest"),
    linting=words("eslint prettier"),
    installing=words("npm npx pnpm yarn bunx?"),
    fetching=words("npm pnpm yarn bun"),
    adding=frozenset({"npm (?:i|ci|add)", "pnpm (?:i|add)", "yarn add"}),
    interpreting=words("node tsx ts-node bun"),
    wrapping=words("npx"),
    running=words("deno"),
    tasks=(
        TaskRunner(
            line=re.compile(r"(?:npm-run-all|run-[sp])\b(?: -\S+)* +(?P<names>[\w:. -]+)$"),
            commands=_SCRIPTS,
        ),
        TaskRunner(
            line=re.compile(r"(?:npm|pnpm|yarn|bun)(?: run)?(?: -[-\w]+)* +(?P<names>[\w:.-]+)$"),
            commands=_SCRIPTS,
        ),
    ),
)
