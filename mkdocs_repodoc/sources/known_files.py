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
        (r"\.editorconfig", "Settings for editors"),
        (r"\.gitignore", "Files that Git ignores"),
        (r"\.gitattributes", "Git’s settings for kinds of files"),
        (r"\.gitmodules", "Git submodules"),
        (r"\.mailmap", "Names and addresses of authors, as Git shows them"),
        (r"\.git-blame-ignore-revs", "Commits that git blame passes over"),
        (r"\.(?:docker|npm|prettier|eslint)ignore", "Files that the tool ignores"),
        (r"\.readthedocs\.ya?ml", "Build of the documentation on Read the Docs"),
        (r"\.nvmrc|\.node-version", "Version of Node.js"),
        (r"\.python-version", "Version of Python"),
        (r"\.tool-versions|mise\.toml", "Versions of tools"),
        (r"rust-toolchain(?:\.toml)?", "Version of Rust"),
        (r"\.npmrc|\.yarnrc(?:\.ya?ml)?", "Settings of the package manager"),
        (r"(?:eslint\.config\.\w+|\.eslintrc(?:\.\w+)?)", "ESLint’s settings"),
        (r"(?:prettier\.config\.\w+|\.prettierrc(?:\.\w+)?)", "Prettier’s settings"),
        (r"tsconfig(?:[.\w-]*)?\.json", "Settings of the TypeScript compiler"),
        (r"vitest\.(?:config|workspace)[\w.-]*\.\w+", "Vitest’s settings"),
        (r"vite\.config[\w.-]*\.\w+", "Vite’s settings"),
        (r"jest\.config\.\w+", "Jest’s settings"),
        (r"playwright\.config\.\w+", "Playwright’s settings"),
        (r"(?:rollup|webpack|babel|postcss|tailwind)\.config\.\w+", "Settings of a build tool"),
        (r"\.?codecov\.ya?ml|\.coveragerc", "Settings of the measurement of coverage"),
        (r"mypy\.ini|\.mypy\.ini", "mypy’s settings"),
        (r"\.flake8", "Flake8’s settings"),
        (r"\.?pytest\.(?:ini|toml)", "pytest’s settings"),
        (r"\.?ruff\.toml", "ruff’s settings"),
        (r"\.?rustfmt\.toml", "rustfmt’s settings"),
        (r"\.?clippy\.toml", "Clippy’s settings"),
        (r"\.clang-(?:format|tidy)", "Settings of Clang’s tools"),
        (r"\.golangci\.\w+", "golangci-lint’s settings"),
        (r"\.goreleaser\.\w+", "Releases, as GoReleaser makes them"),
        (r"\.pre-commit-hooks\.ya?ml", "Hooks that this repository offers to pre-commit"),
        (r"dependabot\.ya?ml", "Updates of dependencies by Dependabot"),
        (r"\.?renovate(?:rc)?(?:\.json5?)?", "Updates of dependencies by Renovate"),
        (r"funding\.ya?ml", "How to fund the project"),
        (r"codeowners", "Who reviews changes of which files"),
        (r"devcontainer\.json", "Development container"),
        (r"pull_request_template\.md", "Template for pull requests"),
        (r"\.github/issue_template/config\.ya?ml", "Choices for those who open an issue"),
        (r"\.github/issue_template(?:/.+|\.md)", "Template for issues"),
        (r"(?:changelog|changes|history|release[-_]notes)(?:\.(?:md|rst|txt))?", "Release notes"),
        (r"code_of_conduct(?:\.\w+)?", "Code of conduct"),
        (r"citation\.cff", "How to cite the project"),
        (r"manifest\.in", "Files of the source distribution"),
        (r"go\.sum", "Checksums of the modules that Go downloads"),
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
        (r"(?:authors|contributors|maintainers)(?:\.(?:md|rst|txt))?", "Who has worked on it"),
        (r"(?:gnu)?makefile", "Commands for make"),
        (r"justfile", "Commands for just"),
        (r"taskfile\.ya?ml", "Commands for Task"),
        (r"tox\.ini", "Environments of tox"),
        (r"noxfile\.py", "Sessions of Nox"),
        (r"pyproject\.toml|setup\.(?:py|cfg)", "Metadata of a Python project"),
        (r"package\.json", "Manifest of an npm package"),
        (r"cargo\.toml", "Manifest of a Rust package"),
        (r"composer\.json", "Manifest of a PHP package"),
        (r"go\.mod", "Manifest of a Go module"),
        (r"cmakelists\.txt", "Build with CMake"),
        (r"(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml", "Containers that run together"),
        (r"(?:docker|container)file(?:\.[\w-]+)?", "Recipe of a container image"),
        (r"pnpm-workspace\.yaml", "Packages of the workspace"),
        (r"(?:\.vscode/settings\.json)", "Settings of Visual Studio Code"),
        (r"docs?/conf\.py", "Sphinx’s settings"),
        (r"docs?/make\.bat", "Builds the documentation on Windows"),
    )
)
_FOLDERS = _table(
    (
        (r"\.github/workflows", "Workflows of GitHub Actions"),
        (r"\.github/issue_template", "Templates for issues"),
        (r"\.devcontainer", "Development container"),
        (r"\.vscode", "Settings of Visual Studio Code"),
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
