"""Lua."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import (
    Colours,
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
from mkdocs_repodoc.text.comments import CommentSyntax

LUA = Language(
    name="lua",
    title="Lua",
    comments=CommentSyntax(("--",), (("--[[", "]]"),)),
    keywords=words("""
        and break do else elseif end false for function goto if in local nil not or repeat return
        self then true until while pairs ipairs require setmetatable table string
        """),
    groups=(
        KeywordGroup("Functions", (Kind.FUNCTION,)),
        KeywordGroup("Methods", (Kind.METHOD,)),
        KeywordGroup("Fields", (Kind.FIELD,)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
        KeywordGroup("Variables", (Kind.VARIABLE,)),
    ),
    imports=ImportWords("Requires", "Required"),
    grammar="tree_sitter_lua",
    colours=Colours("tree_sitter_lua"),
    outline=Lazy(f"{__package__}.symbols", "LUA"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    names=Lazy(f"{__package__}.resolution.lua_names", "LuaNames"),
    tools=Tools(checking=words("busted luacheck")),
    frameworks={"luaunit": "LuaUnit", "busted": "busted"},
    delicate=DelicateCode(deletes=words("os.remove rmdir"), writes=words("os.rename")),
    endings=ProgramEndings(functions=("os.exit",)),
    environment=EnvironmentReads(functions=("os.getenv",), alternatives=("or",)),
    test_names=re.compile(r"test_.*\.lua$|.*_spec\.lua$"),
)
LANGUAGES = (LUA,)
