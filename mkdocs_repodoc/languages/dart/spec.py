"""Dart."""

from __future__ import annotations

from mkdocs_repodoc.languages.dart.tool_files import PROJECT_FILES
from mkdocs_repodoc.languages.language import Absent, ImportWords, Language, Lazy, words
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import C_COMMENTS

DART = Language(
    name="dart",
    title="Dart",
    comments=C_COMMENTS,
    keywords=words("""
        abstract as assert async await base break case catch class const continue covariant
        default deferred do dynamic else enum export extends extension external factory false
        final finally for function get if implements import in interface is late library mixin new
        null on operator part required rethrow return sealed set show static super switch sync
        this throw true try typedef var void when while with yield int double bool string list map
        future
        """),
    groups=(
        KeywordGroup("Classes and mixins", (Kind.CLASS,)),
        KeywordGroup("Enums", (Kind.ENUM, Kind.ENUMERATOR)),
        KeywordGroup("Type aliases", (Kind.TYPE_ALIAS,)),
        KeywordGroup("Functions", (Kind.FUNCTION,)),
        KeywordGroup("Methods", (Kind.CONSTRUCTOR, Kind.METHOD, Kind.ACCESSOR, Kind.OPERATOR)),
        KeywordGroup("Fields", (Kind.FIELD,)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
        KeywordGroup("Variables", (Kind.VARIABLE,)),
        KeywordGroup("Tests", (Kind.TEST,)),
    ),
    imports=ImportWords(),
    grammar="tree_sitter_dart",
    colours=Absent("the wheel of the grammar has no query for colours"),
    outline=Lazy(f"{__package__}.symbols", "DART"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    tools=Tools(checking=words("dart flutter")),
    frameworks={
        "package:test.test": "test",
        "package:flutter_test": "flutter_test",
        "package:test": "test",
        "package:mockito": "Mockito",
    },
    test_runs=Lazy(f"{__package__}.running_tests", "find_run"),
    endings=ProgramEndings(functions=("exit",)),
    environment=EnvironmentReads(
        functions=("String.fromEnvironment",),
        tables=("Platform.environment",),
        alternatives=("??",),
    ),
    project_files=PROJECT_FILES,
    test_names=Absent("a test's name ends in `_test`, which means a test in every language"),
)
LANGUAGES = (DART,)
