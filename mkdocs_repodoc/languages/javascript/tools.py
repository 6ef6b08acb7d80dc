"""Programs that those who write JavaScript and TypeScript use."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.languages.record_parts.tool_words import (
    CommandWrapper,
    TaskRunner,
    Tools,
    plain_wrappers,
)

_SCRIPTS = ("npm run {}", "npm {}")
"""How manifests have the tasks, whichever program starts them."""
_ASKING = (
    "ls list config version view info whoami pkg root bin why set dedupe outdated store fetch "
    "rebuild link unlink init create deprecate dist-tag"
)
"""Commands of package managers that check nothing."""

TOOLS = Tools(
    packaging=words("npm pnpm yarn"),
    checking=words("npm npx nr yarn pnpm bun deno"),
    testing=words("ava borp jest vitest"),
    linting=words("eslint prettier"),
    installing=words("npm npx pnpm yarn bunx?"),
    fetching=words("npm pnpm yarn bun"),
    adding=frozenset({"npm (?:i|ci|add)", "pnpm (?:i|add)", "yarn add"}),
    interpreting=words("node tsx ts-node bun"),
    asking=frozenset({f"(?:npm|pnpm|yarn) {word}" for word in _ASKING.split()}),
    wrapping=(
        *plain_wrappers("pnpm exec", "pnpm dlx", "yarn exec", "yarn dlx", "bunx", "bun x"),
        *plain_wrappers("npm exec", "cross-env", "cross-env-shell", "c8", "nyc", "deno run"),
        CommandWrapper("npx", valued=words("-p --package")),
    ),
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
