"""Julia."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import Absent, ImportWords, Language, Lazy, words
from mkdocs_repodoc.model.kinds import KeywordGroup
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
        KeywordGroup("Modules", ("module",)),
        KeywordGroup("Structs", ("struct",)),
        KeywordGroup("Types", ("type",)),
        KeywordGroup("Enums", ("enum", "enumerator")),
        KeywordGroup("Functions", ("constructor", "function")),
        KeywordGroup("Macros", ("macro",)),
        KeywordGroup("Fields", ("field",)),
        KeywordGroup("Constants", ("constant",)),
        KeywordGroup("Variables", ("variable",)),
        KeywordGroup("Tests", ("test",)),
    ),
    imports=ImportWords(),
    grammar="tree_sitter_julia",
    colours=Absent("the wheel of the grammar has no query for colours"),
    outline=Lazy(f"{__package__}.symbols", "JULIA"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    frameworks={"test": "Julia's Test", "testitems": "TestItems"},
    test_names=re.compile(r"runtests\.jl$"),
)
LANGUAGES = (JULIA,)
