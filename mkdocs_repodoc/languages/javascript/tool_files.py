"""Files by which tools know a project of JavaScript or TypeScript."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.record_parts.compiler_settings import CompilerSettings
from mkdocs_repodoc.languages.record_parts.project_file import (
    ProjectFile,
    ProvenCommand,
    checked_by,
    installed_by,
    lock_file,
)

_RANK = 1


def _installed(line: str) -> tuple[ProvenCommand, ...]:
    return installed_by(line, "tooling")


PROJECT_FILES = (
    lock_file("pnpm-lock.yaml", "pnpm", _installed("pnpm install"), rank=_RANK, starts="pnpm run"),
    lock_file("yarn.lock", "Yarn", _installed("yarn install"), rank=_RANK, starts="yarn run"),
    lock_file("bun.lock", "Bun", _installed("bun install"), rank=_RANK, starts="bun run"),
    lock_file("bun.lockb", "Bun", _installed("bun install"), rank=_RANK),
    lock_file("package-lock.json", "npm", _installed("npm ci"), rank=_RANK),
    lock_file("npm-shrinkwrap.json", "npm", rank=_RANK),
    lock_file("deno.lock", "Deno", rank=_RANK),
    ProjectFile(
        name="package.json",
        what="manifest of an npm package",
        title="Manifest of an npm package",
        rank=_RANK,
        describes=True,
        lists_needs=True,
        is_package=True,
        has_tasks=True,
        automatic=frozenset({"preinstall", "install", "postinstall", "prepare", "prepublishOnly"}),
        started=re.compile(r"npm(?: run)?(?= )"),
        entry_keys=frozenset({"source", "module", "main", "types"}),
        commands=_installed("npm install"),
    ),
    ProjectFile(name="gulpfile.js", what="build script"),
    ProjectFile(name="webpack.config.js", what="configuration of webpack"),
    ProjectFile(name="eslint.config.js", commands=checked_by("npx eslint .")),
    ProjectFile(name="eslint.config.mjs", commands=checked_by("npx eslint .")),
    ProjectFile(name="pnpm-workspace.yaml", title="Packages of the workspace"),
)
TOOL_FILES = {
    r"\.nvmrc|\.node-version": "Version of Node.js",
    r"\.npmrc|\.yarnrc(?:\.ya?ml)?": "Package manager settings",
    r"(?:eslint\.config\.\w+|\.eslintrc(?:\.\w+)?)": "ESLint’s settings",
    r"(?:prettier\.config\.\w+|\.prettierrc(?:\.\w+)?)": "Prettier’s settings",
    r"tsconfig(?:[.\w-]*)?\.json": "TypeScript compiler settings",
    r"vitest\.(?:config|workspace)[\w.-]*\.\w+": "Vitest’s settings",
    r"vite\.config[\w.-]*\.\w+": "Vite’s settings",
    r"jest\.config\.\w+": "Jest’s settings",
    r"playwright\.config\.\w+": "Playwright’s settings",
    r"(?:rollup|webpack|babel|postcss|tailwind)\.config\.\w+": "Build tool settings",
}

COMPILER = CompilerSettings(
    files=re.compile(r"tsconfig(?:\.[\w.-]+)?\.json"),
    folder=re.compile(
        r'^(?!\s*(?://|/?\*)).*?"(?:outDir|declarationDir)"\s*:\s*"([^"\n]+)"', re.MULTILINE
    ),
    reads_output=re.compile(
        r'^(?!\s*(?://|/?\*)).*?"(?:allowJs|checkJs)"\s*:\s*true', re.MULTILINE
    ),
    sources=re.compile(r"(?<!\.d)\.[cm]?tsx?$"),
    here="${configDir}",
)
"""TypeScript's (https://www.typescriptlang.org/tsconfig/#outDir), which also writes declarations of
JavaScript. Most settings files have the keys in comments, too."""
