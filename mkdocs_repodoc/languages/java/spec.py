"""Java."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.common_keywords import C_KEYWORDS, SCRIPT_KEYWORDS
from mkdocs_repodoc.languages.jvm.jvm_parts import (
    DELICATE,
    FOLDER_READS,
    NAMED_MODULES,
    PROCESS_STARTS,
    REACHES_OUT,
)
from mkdocs_repodoc.languages.jvm.tool_files import PROJECT_FILES
from mkdocs_repodoc.languages.jvm.tools import TOOLS
from mkdocs_repodoc.languages.language import (
    Absent,
    Colours,
    ImportWords,
    Language,
    Lazy,
    words,
)
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.error_words import ErrorWords
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.type_promises import TypePromises
from mkdocs_repodoc.languages.record_parts.type_words import AccessWords, FamilyWords
from mkdocs_repodoc.languages.record_parts.version_floor import VersionFloor
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import C_COMMENTS

JAVA = Language(
    name="java",
    title="Java",
    comments=C_COMMENTS,
    keywords=C_KEYWORDS | SCRIPT_KEYWORDS,
    groups=(
        KeywordGroup("Classes", (Kind.CLASS,)),
        KeywordGroup("Interfaces", (Kind.INTERFACE,)),
        KeywordGroup("Records", (Kind.RECORD,)),
        KeywordGroup("Enums", (Kind.ENUM, Kind.ENUMERATOR)),
        KeywordGroup("Constructors", (Kind.CONSTRUCTOR,)),
        KeywordGroup("Methods", (Kind.METHOD,)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
        KeywordGroup("Fields", (Kind.FIELD,)),
    ),
    imports=ImportWords(),
    family=FamilyWords(relation="extends or implements"),
    access=AccessWords("Package-private", "Package-private"),
    grammar="tree_sitter_java",
    colours=Colours("tree_sitter_java"),
    outline=Lazy(f"{__package__}.symbols", "JAVA"),
    resolve_import=Absent("files declare their packages; `resolution` finds them for the linker"),
    names=Lazy(f"{__package__}.resolution.java_names", "JavaNames"),
    follows_names=True,
    tools=TOOLS,
    frameworks={"org.junit": "JUnit"},
    first_test=Lazy("mkdocs_repodoc.languages.jvm.first_test", "FIRST_TEST"),
    field_notes=Lazy(f"{__package__}.field_notes", "field_notes"),
    test_runs=Lazy("mkdocs_repodoc.languages.jvm.running_tests", "find_run"),
    delicate=DELICATE,
    folder_reads=FOLDER_READS,
    named_modules=NAMED_MODULES,
    own_bases=words("Object Serializable Comparable Cloneable"),
    process_starts=PROCESS_STARTS,
    reaches_out=REACHES_OUT,
    endings=ProgramEndings(functions=("System.exit",)),
    floors=(
        VersionFloor(
            ("pom.xml",),
            re.compile(
                r"<(?:java\.version|(?:maven\.compiler\.)?(?:release|source|target))>(\d[\d.]*)<"
            ),
        ),
        VersionFloor(
            ("build.gradle", "build.gradle.kts"), re.compile(r"JavaLanguageVersion\.of\((\d+)\)")
        ),
    ),
    concurrency=frozenset({"java.util.concurrent"}),
    errors=ErrorWords(
        has_named_handlers=True,
        bases={
            "Exception": "Throwable",
            "Error": "Throwable",
            "RuntimeException": "Exception",
            "IOException": "Exception",
            "FileNotFoundException": "IOException",
            "UncheckedIOException": "RuntimeException",
            "ArithmeticException": "RuntimeException",
            "ClassCastException": "RuntimeException",
            "IllegalArgumentException": "RuntimeException",
            "IllegalStateException": "RuntimeException",
            "IndexOutOfBoundsException": "RuntimeException",
            "NullPointerException": "RuntimeException",
            "UnsupportedOperationException": "RuntimeException",
            "NumberFormatException": "IllegalArgumentException",
        },
        abstract=frozenset({"AssertionError", "UnsupportedOperationException"}),
    ),
    library_conventions=Lazy(f"{__package__}.library_conventions", "CONVENTIONS"),
    environment=EnvironmentReads(
        functions=("System.getenv",),
        declarations=(
            re.compile(rb"\$\{env:(?P<name>\w+)(?::-?(?P<default>[^}\"]*))?\}", re.IGNORECASE),
        ),
        gives=(re.compile(rb"\benvironment\(\)\.put\(\"(\w+)\""),),
    ),
    promises=TypePromises(
        comparisons={"equals": "equality", "hashCode": "hash", "compareTo": "order"},
        whole=frozenset({"record"}),
        guards={
            "ThreadLocal": "one for each thread",
            "java.util.concurrent.locks.Lock": "a lock",
            "java.util.concurrent.locks.ReadWriteLock": "a lock",
            "java.util.concurrent.locks.ReentrantLock": "a lock",
            "java.util.concurrent.locks.ReentrantReadWriteLock": "a lock",
        },
    ),
    matrix_names=("jdk",),
    project_files=PROJECT_FILES,
    test_names=re.compile(r".*Tests?\.java$"),
)
LANGUAGES = (JAVA,)
