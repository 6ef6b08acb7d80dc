"""Kotlin."""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_repodoc.languages.jvm.jvm_parts import (
    DELICATE,
    FOLDER_READS,
    GROUPS_WITHOUT_CLASSES,
    NAMED_MODULES,
    PROCESS_STARTS,
    REACHES_OUT,
)
from mkdocs_repodoc.languages.jvm.tool_files import PROJECT_FILES
from mkdocs_repodoc.languages.jvm.tools import TOOLS
from mkdocs_repodoc.languages.language import (
    Absent,
    FileTypes,
    ImportWords,
    Language,
    Lazy,
    words,
)
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.error_words import ErrorWords
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.type_promises import TypePromises
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import C_COMMENTS

KOTLIN = Language(
    name="kotlin",
    title="Kotlin",
    files=FileTypes(tags=("kotlin-script",)),
    aliases=("kt", "kts"),
    comments=C_COMMENTS,
    keywords=words("""
        abstract annotation break catch class companion const constructor continue crossinline data
        else enum external final finally for fun get infix init inline inner interface internal
        lateinit noinline object open operator out override package private protected public
        reified return sealed set super suspend tailrec this throw try typealias val value var
        vararg when where while int double float long boolean string unit list map
        """),
    groups=(
        KeywordGroup("Classes and objects", (Kind.CLASS,)),
        KeywordGroup("Interfaces", (Kind.INTERFACE,)),
        *GROUPS_WITHOUT_CLASSES,
    ),
    imports=ImportWords(),
    grammar="tree_sitter_kotlin",
    colours=Absent("the wheel of the grammar has no query for colours"),
    outline=Lazy(f"{__package__}.symbols", "KOTLIN"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    names=Lazy(f"{__package__}.resolution.kotlin_names", "KotlinNames"),
    follows_names=True,
    tools=TOOLS,
    frameworks={
        "kotlin.test": "kotlin.test",
        "org.junit": "JUnit",
        "io.kotest": "Kotest",
        "io.mockk": "MockK",
    },
    first_test=Lazy("mkdocs_repodoc.languages.jvm.first_test", "FIRST_TEST"),
    test_runs=Lazy("mkdocs_repodoc.languages.jvm.running_tests", "find_run"),
    errors=ErrorWords(has_named_handlers=True),
    delicate=replace(DELICATE, deletes=DELICATE.deletes | {"deleteRecursively"}),
    folder_reads=FOLDER_READS,
    named_modules=NAMED_MODULES,
    own_bases=words("Serializable Comparable Cloneable"),
    process_starts=PROCESS_STARTS,
    reaches_out=REACHES_OUT,
    endings=ProgramEndings(functions=("exitProcess", "System.exit")),
    environment=EnvironmentReads(
        functions=("System.getenv",),
        alternatives=("?:",),
        declarations=(re.compile(rb"\benvvar\s*=\s*\"(?P<name>\w+)\""),),
        gives=(re.compile(rb"\benvironment\(\)(?:\.put\(|\[)\"(\w+)\""),),
    ),
    promises=TypePromises(
        comparisons={"equals": "equality", "hashCode": "hash", "compareTo": "order"},
        whole=frozenset({"data"}),
    ),
    project_files=PROJECT_FILES,
    test_names=re.compile(r".*Tests?\.kt$"),
)
LANGUAGES = (KOTLIN,)
