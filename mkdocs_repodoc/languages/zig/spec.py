"""Zig."""

from __future__ import annotations

from mkdocs_repodoc.languages.language import Absent, Colours, ImportWords, Language, Lazy, words
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import C_COMMENTS

ZIG = Language(
    name="zig",
    title="Zig",
    comments=C_COMMENTS,
    keywords=words("""
        addrspace align allowzero and anyframe anytype asm async await break callconv catch
        comptime const continue defer else enum errdefer error export extern fn for if inline
        linksection noalias noinline nosuspend opaque or orelse packed pub resume return struct
        suspend switch test threadlocal try union unreachable usingnamespace var volatile while
        void bool usize undefined
        """),
    groups=(
        KeywordGroup("Structs", (Kind.STRUCT, Kind.UNION)),
        KeywordGroup("Enums and error sets", (Kind.ENUM, Kind.ENUMERATOR)),
        KeywordGroup("Functions", (Kind.FUNCTION,)),
        KeywordGroup("Methods", (Kind.METHOD,)),
        KeywordGroup("Fields", (Kind.FIELD,)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
        KeywordGroup("Variables", (Kind.VARIABLE,)),
        KeywordGroup("Tests", (Kind.TEST,)),
    ),
    imports=ImportWords(),
    grammar="tree_sitter_zig",
    colours=Colours("tree_sitter_zig"),
    outline=Lazy(f"{__package__}.symbols", "ZIG"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    tools=Tools(checking=words("zig")),
    frameworks=Absent("tests need no import"),
    delicate=DelicateCode(deletes=words("deleteFile deleteTree"), writes=words("writeFile")),
    endings=ProgramEndings(functions=("std.process.exit", "process.exit"), aborts=("@panic",)),
    environment=EnvironmentReads(functions=("std.posix.getenv", "posix.getenv")),
    test_names=Absent("tests lie beside the code"),
)
LANGUAGES = (ZIG,)
