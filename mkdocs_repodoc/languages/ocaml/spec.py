"""OCaml: implementations and interfaces."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import (
    Absent,
    Colours,
    FileTypes,
    ImportWords,
    Language,
    Lazy,
    words,
)
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import CommentSyntax

OCAML = Language(
    name="ocaml",
    title="OCaml",
    files=FileTypes(tags=("ocaml-interface",), interpreters=("ocaml",)),
    aliases=("ml",),
    comments=CommentSyntax((), (("(*", "*)"),)),
    keywords=words("""
        and as assert begin class constraint do done downto else end exception external false for
        fun function functor if in include inherit initializer lazy let match method module
        mutable new nonrec object of open private rec sig struct then to true try type val
        virtual when while with int float string bool unit list option some none ref
        """),
    groups=(
        KeywordGroup("Modules", (Kind.MODULE,)),
        KeywordGroup("Module types", (Kind.INTERFACE,)),
        KeywordGroup("Types", (Kind.TYPE, Kind.TYPE_ALIAS)),
        KeywordGroup("Constructors", (Kind.VARIANT,)),
        KeywordGroup("Fields", (Kind.FIELD,)),
        KeywordGroup("Classes", (Kind.CLASS,)),
        KeywordGroup("Functions", (Kind.FUNCTION,)),
        KeywordGroup("Methods", (Kind.METHOD,)),
        KeywordGroup("Values", (Kind.CONSTANT,)),
    ),
    delicate=Absent("calls have no brackets"),
    imports=ImportWords("Opened modules", "Opened"),
    grammar="tree_sitter_ocaml",
    colours=Colours("tree_sitter_ocaml", function="language_ocaml"),
    outline=Lazy(f"{__package__}.ocaml_analyser", "analyse_ocaml"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    tools=Tools(checking=words("dune")),
    frameworks={"alcotest": "Alcotest", "ounit2": "OUnit", "ounit": "OUnit", "qcheck": "QCheck"},
    endings=ProgramEndings(functions=("exit",)),
    environment=EnvironmentReads(functions=("Sys.getenv", "Sys.getenv_opt", "Unix.getenv")),
    test_names=re.compile(r"test_.*\.ml$|.*_test\.ml$"),
    headers=(".mli",),
)
LANGUAGES = (OCAML,)
