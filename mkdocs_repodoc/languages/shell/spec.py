"""Shells that read what the Bourne shell reads."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.common_keywords import SHELL_KEYWORDS
from mkdocs_repodoc.languages.default_groups import DEFAULT_GROUPS
from mkdocs_repodoc.languages.language import (
    Absent,
    Colours,
    FileTypes,
    ImportWords,
    Language,
    Lazy,
)
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.text.comments import HASH_COMMENTS

_SET_BY_SHELLS = (
    rb"(?:BASH|ZSH|KSH|FISH)(?:_VERSION|_VERSINFO|_SOURCE|_SUBSHELL)?|BASHPID|FUNCNAME|LINENO|RANDOM"
    rb"|SECONDS|E?UID|PPID|SHLVL|OSTYPE|HOSTTYPE|MACHTYPE|PIPESTATUS|OPTARG|OPTIND|IFS|(?:OLD)?PWD"
)
"""Variables that tell what the shell is or does; nobody sets them for a script."""

SHELL = Language(
    name="shell",
    title="Shell",
    files=FileTypes(tags=("bash", "zsh", "sh"), suffixes=("zsh-theme",)),
    aliases=("bash", "sh"),
    comments=HASH_COMMENTS,
    keywords=SHELL_KEYWORDS,
    groups=DEFAULT_GROUPS,
    delicate=Absent("commands have no brackets"),
    imports=ImportWords("Sourced files", "Sourced"),
    grammar="tree_sitter_bash",
    colours=Colours("tree_sitter_bash", only_ascii=True),
    outline=Lazy(f"{__package__}.symbols", "SHELL"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    names=Lazy(f"{__package__}.resolution.shell_names", "ShellNames"),
    frameworks=Absent("none is known by an import"),
    endings=ProgramEndings(functions=("exit",)),
    environment=EnvironmentReads(
        declarations=(
            re.compile(
                rb"\$\{(?!(?:" + _SET_BY_SHELLS + rb")\b)"
                rb"(?P<name>[A-Z][A-Z0-9_]*):?[-=?](?P<default>(?:[^{}\n]|\$\{[^{}\n]*\})*)\}"
            ),
        ),
        own=rb"^[ \t]*(?:local |declare |readonly |for )?NAME(?:=(?!\"?\$\{NAME\b)|\+=| in )",
        gives=(re.compile(rb"^[ \t]*export ([A-Z][A-Z0-9_]*)=", re.MULTILINE),),
    ),
    test_names=re.compile(r"test_.*\.sh$"),
    is_script=True,
)
LANGUAGES = (SHELL,)
