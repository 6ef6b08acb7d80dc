"""Files and folders whose name alone says what they are for, because a tool looks for it."""

from __future__ import annotations

import re
from typing import NamedTuple


class _Known(NamedTuple):
    pattern: re.Pattern[str]
    words: str


def _table(rows: tuple[tuple[str, str], ...]) -> tuple[_Known, ...]:
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
        (r"\.nvmrc|\.node-version", "Version of Node.js"),
        (r"\.python-version", "Version of Python"),
        (r"\.tool-versions|mise\.toml", "Versions of tools"),
        (r"rust-toolchain(?:\.toml)?", "Version of Rust"),
        (r"\.npmrc|\.yarnrc(?:\.ya?ml)?", "Package manager settings"),
        (r"(?:eslint\.config\.\w+|\.eslintrc(?:\.\w+)?)", "ESLint’s settings"),
        (r"(?:prettier\.config\.\w+|\.prettierrc(?:\.\w+)?)", "Prettier’s settings"),
        (r"tsconfig(?:[.\w-]*)?\.json", "TypeScript compiler settings"),
        (r"vitest\.(?:config|workspace)[\w.-]*\.\w+", "Vitest’s settings"),
        (r"vite\.config[\w.-]*\.\w+", "Vite’s settings"),
        (r"jest\.config\.\w+", "Jest’s settings"),
        (r"playwright\.config\.\w+", "Playwright’s settings"),
        (r"(?:rollup|webpack|babel|postcss|tailwind)\.config\.\w+", "Build tool settings"),
        (r"\.?codecov\.ya?ml|\.coveragerc", "Coverage settings"),
        (r"mypy\.ini|\.mypy\.ini", "mypy’s settings"),
        (r"\.flake8", "Flake8’s settings"),
        (r"\.?pytest\.(?:ini|toml)", "pytest’s settings"),
        (r"\.?ruff\.toml", "ruff’s settings"),
        (r"\.?rustfmt\.toml", "rustfmt’s settings"),
        (r"\.?clippy\.toml", "Clippy’s settings"),
        (r"\.clang-(?:format|tidy)", "Settings for Clang tools"),
        (r"\.golangci\.\w+", "golangci-lint’s settings"),
        (r"\.goreleaser\.\w+", "GoReleaser settings"),
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
        (r"manifest\.in", "Contents of the source distribution"),
        (r"go\.sum", "Checksums of Go modules"),
        (r"uv\.lock", "Lock file of uv"),
        (r"poetry\.lock", "Lock file of Poetry"),
        (r"pdm\.lock", "Lock file of PDM"),
        (r"pipfile\.lock", "Lock file of Pipenv"),
        (r"cargo\.lock", "Lock file of Cargo"),
        (r"package-lock\.json|npm-shrinkwrap\.json", "Lock file of npm"),
        (r"pnpm-lock\.yaml", "Lock file of pnpm"),
        (r"yarn\.lock", "Lock file of Yarn"),
        (r"bun\.lockb?", "Lock file of Bun"),
        (r"gemfile\.lock", "Lock file of Bundler"),
        (r"composer\.lock", "Lock file of Composer"),
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
        (r"tox\.ini", "tox environments"),
        (r"noxfile\.py", "Nox sessions"),
        (r"pyproject\.toml|setup\.(?:py|cfg)", "Metadata of a Python project"),
        (r"package\.json", "Manifest of an npm package"),
        (r"cargo\.toml", "Manifest of a Rust package"),
        (r"composer\.json", "Manifest of a PHP package"),
        (r"go\.mod", "Manifest of a Go module"),
        (r"cmakelists\.txt", "CMake build"),
        (r"(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml", "Docker Compose services"),
        (r"(?:docker|container)file(?:\.[\w-]+)?", "Container image recipe"),
        (r"pnpm-workspace\.yaml", "Packages of the workspace"),
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
    return _words(_FILES, path)


def plainly_named_file(path: str) -> str:
    """Return what a file of a customary name is for, unless it says more itself."""
    return _words(_PLAIN_FILES, path)


def known_folder(path: str) -> str:
    """Return what a folder is for that has its name so that a tool finds it; empty if none does."""
    return _words(_FOLDERS, path)


def _words(table: tuple[_Known, ...], path: str) -> str:
    return next((known.words for known in table if known.pattern.fullmatch(path)), "")
