"""Programs that belong to no language, or to one that has no record."""

from __future__ import annotations

from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.languages.record_parts.tool_words import (
    CommandWrapper,
    Tools,
    plain_runner,
    plain_wrappers,
)

HOOKS_PROGRAM = "pre-commit"
"""Runs hooks of git that repositories share."""
HOOKS_FILE = f".{HOOKS_PROGRAM}-config.yaml"
HOOKS_SERVICE = f"{HOOKS_PROGRAM}.ci"
"""Runs them on changes, and commits what they mend."""
RUN_HOOKS = f"{HOOKS_PROGRAM} run"
RUN_ALL_HOOKS = f"{RUN_HOOKS} --all-files"
SENDING = ("git", "docker")
"""Programs that send things to others, whatever these are written in."""

COMMON_TOOLS = Tools(
    checking=words(
        "make just pre-commit cmake ctest meson ninja bazel pants task buf prove bats shellcheck "
        "actionlint hadolint typos codespell check-jsonschema deadnix statix treefmt"
    )
    | {"nix flake check", "devbox run", "mise run"},
    testing=words("ctest"),
    linting=words("pre-commit typos codespell shellcheck zizmor semgrep codeql"),
    english=words("typos"),
    installing=words("apt(?:-get)? brew dnf conda mamba opam luarocks"),
    fetching=words("conda pre-commit"),
    interpreting=words("perl Rscript pwsh"),
    asking=frozenset(
        {"nix flake (?!check)", "bazel (?:info|query)", "pre-commit (?!run|try-repo)"}
    ),
    wrapping=(
        *plain_wrappers("sudo", "env", "time", "exec", "nohup", "command", "xvfb-run", "stdbuf"),
        *plain_wrappers("opam exec", "doppler run"),
        CommandWrapper("conda run", valued=words("-n --name -p --prefix --cwd")),
        CommandWrapper("mamba run", valued=words("-n --name -p --prefix --cwd")),
        CommandWrapper("pixi run", valued=words("-e --environment --manifest-path")),
        CommandWrapper("nix develop", until=words("-c --command")),
        CommandWrapper("nix shell", until=words("-c --command")),
        CommandWrapper("devbox run", until=frozenset({"--"})),
        CommandWrapper("mise exec", until=frozenset({"--"})),
        CommandWrapper("mise x", until=frozenset({"--"})),
        CommandWrapper("op run", until=frozenset({"--"})),
        CommandWrapper("direnv exec", operands=1),
    ),
    tasks=tuple(map(plain_runner, ("make", "just", "task", "devbox run"))),
)
