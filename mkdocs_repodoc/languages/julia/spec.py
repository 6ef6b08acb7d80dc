"""Julia."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import Absent, ImportWords, Language, Lazy, words
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import CommentSyntax

JULIA = Language(
    name="julia",
    title="Julia",
    aliases=("jl",),
    comments=CommentSyntax(("#",), (("#=", "=#"),)),
    keywords=words("""
        abstract baremodule begin break catch const continue do else elseif end export false
        finally for function global if import in isa let local macro module mutable nothing
        primitive quote return struct true try type using where while string int float64 int64
        vector real
        """),
    groups=(
        KeywordGroup("Modules", (Kind.MODULE,)),
        KeywordGroup("Structs", (Kind.STRUCT,)),
        KeywordGroup("Types", (Kind.TYPE,)),
        KeywordGroup("Enums", (Kind.ENUM, Kind.ENUMERATOR)),
        KeywordGroup("Functions", (Kind.CONSTRUCTOR, Kind.FUNCTION)),
        KeywordGroup("Macros", (Kind.MACRO,)),
        KeywordGroup("Fields", (Kind.FIELD,)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
        KeywordGroup("Variables", (Kind.VARIABLE,)),
        KeywordGroup("Tests", (Kind.TEST,)),
    ),
    imports=ImportWords(),
    grammar="tree_sitter_julia",
    colours=Absent("the wheel of the grammar has no query for colours"),
    outline=Lazy(f"{__package__}.symbols", "JULIA"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    frameworks={"test": "Julia's Test", "testitems": "TestItems"},
    endings=ProgramEndings(functions=("exit",)),
    environment=EnvironmentReads(tables=("ENV",)),
    test_names=re.compile(r"runtests\.jl$"),
)
LANGUAGES = (JULIA,)
