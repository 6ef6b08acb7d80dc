"""Elixir."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.elixir.tool_files import PROJECT_FILES
from mkdocs_repodoc.languages.language import (
    Absent,
    ImportWords,
    Language,
    Lazy,
    words,
)
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import HASH_COMMENTS

ELIXIR = Language(
    name="elixir",
    title="Elixir",
    aliases=("ex", "exs"),
    comments=HASH_COMMENTS,
    keywords=words("""
        after alias and case catch cond def defdelegate defexception defguard defguardp defimpl
        defmacro defmacrop defmodule defp defprotocol defstruct do else end false fn for if import
        in nil not or quote raise receive require rescue super throw true try unless unquote use
        when with behaviour callback doc impl moduledoc spec type typep
        """),
    groups=(
        KeywordGroup("Structs", (Kind.STRUCT,)),
        KeywordGroup("Behaviours", (Kind.INTERFACE,)),
        KeywordGroup("Modules", (Kind.MODULE,)),
        KeywordGroup("Protocols", (Kind.PROTOCOL,)),
        KeywordGroup("Implementations", (Kind.IMPL,)),
        KeywordGroup("Functions", (Kind.FUNCTION,)),
        KeywordGroup("Macros", (Kind.MACRO,)),
        KeywordGroup("Types", (Kind.TYPE_ALIAS,)),
        KeywordGroup("Fields", (Kind.FIELD,)),
        KeywordGroup("Attributes", (Kind.CONSTANT,)),
        KeywordGroup("Tests", (Kind.TEST,)),
    ),
    imports=ImportWords(),
    grammar="tree_sitter_elixir",
    colours=Absent("the wheel of the grammar has no query for colours"),
    outline=Lazy(f"{__package__}.symbols", "ELIXIR"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    names=Lazy(f"{__package__}.resolution.elixir_names", "ElixirNames"),
    tools=Tools(checking=words("mix"), installing=words("mix"), fetching=words("mix")),
    frameworks={
        "exunit": "ExUnit",
        "exunit.case": "ExUnit",
        "mox": "Mox",
        "streamdata": "StreamData",
    },
    test_runs=Lazy(f"{__package__}.running_tests", "find_run"),
    delicate=DelicateCode(deletes=words("File.rm File.rm_rf rm_rf"), writes=words("File.write")),
    endings=ProgramEndings(functions=("System.halt", "System.stop")),
    environment=EnvironmentReads(
        functions=("System.get_env", "System.fetch_env!", "System.fetch_env"),
        defaulting=("System.get_env",),
        alternatives=("||",),
    ),
    project_files=PROJECT_FILES,
    test_names=re.compile(r".*_test\.exs$"),
)
LANGUAGES = (ELIXIR,)
