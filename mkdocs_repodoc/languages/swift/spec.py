"""Swift."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import Absent, ImportWords, Language, Lazy, words
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.project_file import lock_file
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.languages.record_parts.type_words import AccessWords
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import C_COMMENTS

SWIFT = Language(
    name="swift",
    title="Swift",
    comments=C_COMMENTS,
    keywords=words("""
        actor associatedtype async await break case catch class continue convenience default defer
        deinit do else enum extension fallthrough fileprivate final for func get guard if import
        in indirect init inout internal is lazy let mutating nil nonisolated open operator
        optional override private protocol public repeat required rethrows return self set some
        static struct subscript super switch throw throws try typealias unowned var weak where
        while string int double float bool array dictionary
        """),
    groups=(
        KeywordGroup("Classes and actors", (Kind.CLASS,)),
        KeywordGroup("Structs", (Kind.STRUCT,)),
        KeywordGroup("Protocols", (Kind.PROTOCOL,)),
        KeywordGroup("Enums", (Kind.ENUM, Kind.ENUMERATOR)),
        KeywordGroup("Type aliases", (Kind.TYPE_ALIAS,)),
        KeywordGroup("Functions", (Kind.FUNCTION,)),
        KeywordGroup("Methods", (Kind.CONSTRUCTOR, Kind.METHOD)),
        KeywordGroup("Properties", (Kind.PROPERTY,)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
        KeywordGroup("Variables", (Kind.VARIABLE,)),
    ),
    imports=ImportWords(),
    access=AccessWords(closed=("private", "fileprivate", "internal")),
    grammar="tree_sitter_swift",
    colours=Absent("the wheel of the grammar has no query for colours"),
    outline=Lazy(f"{__package__}.symbols", "SWIFT"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    names=Lazy(f"{__package__}.resolution.swift_names", "SwiftNames"),
    tools=Tools(checking=words("swift")),
    frameworks={"xctest": "XCTest", "testing": "Swift Testing"},
    test_runs=Lazy(f"{__package__}.running_tests", "find_run"),
    endings=ProgramEndings(
        functions=("exit",), aborts=("fatalError", "preconditionFailure", "abort")
    ),
    environment=EnvironmentReads(
        tables=("ProcessInfo.processInfo.environment",), alternatives=("??",)
    ),
    project_files=(lock_file("Package.resolved", "the Swift Package Manager"),),
    test_names=re.compile(r".*Tests?\.swift$"),
)
LANGUAGES = (SWIFT,)
