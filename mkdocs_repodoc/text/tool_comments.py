"""Comments that speak to a tool, and not to who reads the code: the catalogue of what they say."""

from __future__ import annotations

FOR_TOOLS = (
    r"noqa|type:|nolint|eslint|prettier|ts-|pragma|pylint|mypy|@ts|clippy|region|endregion|c8"
    r"|istanbul|SPDX|NOLINT|lint:|fmt:|isort|coverage|nosec|ruff|ReSharper"
)
"""Pattern of the beginnings of comments between statements."""

FOR_OTHERS = rf"TODO|FIXME|XXX|HACK|{FOR_TOOLS}"
"""Pattern of the beginnings of comments for a tool, or for who works on the line next."""

IN_PROSE = (
    r"noqa|"
    r"(?:ruff|mypy|pyright|pylint|flake8|isort|fmt|yapf|type|clang-format|cspell|codespell)\s*:\s|"
    r"^\W*(?:nolint|golangci|cppcheck|stylelint|tslint|jslint|oxlint|xo|biome|deno|swiftlint|ktlint|"
    r"detekt|checkstyle|spotbugs|rubocop|reek|steep|standard|sorbet|typed|credo|dialyzer|phpstan|"
    r"phpcs|psalm|c8|v8|iwyu)(?:-lint)?[-:]"
    r"\s*(?:disable|enable|restore|ignore|off|on|todo|lint|suppress|pragma|true|false|strict)\b|"
    r"^\W*(?:resharper|pragma\s+warning)\s+(?:disable|restore)\b|"
    r"^\W*(?:noinspection|nolint|nosonar|nosec|@formatter:|@suppress|@phpstan-|@psalm-|@jsx|"
    r"frozen_string_literal|warn_indent|(?:sourcery|pragma|pylint)\s*:)|"
    r"eslint|prettier|@ts-|jshint|istanbul|shellcheck|yaml-language-server|yamllint|hadolint|"
    r"markdownlint|^\s*\+build\b|^\s*go:\w+|editorconfig"
)
"""Pattern of what tells that a paragraph at the head of a file is none."""
