"""C#."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.common_keywords import C_KEYWORDS
from mkdocs_repodoc.languages.language import (
    Colours,
    FileTypes,
    ImportWords,
    Language,
    Lazy,
    words,
)
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.error_words import ErrorWords
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.project_file import lock_file
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.languages.record_parts.type_promises import TypePromises
from mkdocs_repodoc.languages.record_parts.type_words import AccessWords
from mkdocs_repodoc.languages.record_parts.version_floor import VersionFloor
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import C_COMMENTS

C_SHARP = Language(
    name="c#",
    title="C#",
    files=FileTypes(tags=("c#script",)),
    aliases=("cs", "csharp"),
    comments=C_COMMENTS,
    keywords=C_KEYWORDS,
    groups=(
        KeywordGroup("Namespaces", (Kind.NAMESPACE,)),
        KeywordGroup("Classes", (Kind.CLASS,)),
        KeywordGroup("Structs", (Kind.STRUCT,)),
        KeywordGroup("Records", (Kind.RECORD,)),
        KeywordGroup("Interfaces", (Kind.INTERFACE,)),
        KeywordGroup("Enums", (Kind.ENUM, Kind.ENUMERATOR)),
        KeywordGroup("Delegates", (Kind.DELEGATE,)),
        KeywordGroup("Constructors", (Kind.CONSTRUCTOR,)),
        KeywordGroup("Methods", (Kind.METHOD, Kind.FUNCTION)),
        KeywordGroup("Properties", (Kind.PROPERTY,)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
        KeywordGroup("Fields", (Kind.FIELD,)),
    ),
    imports=ImportWords("Using directives", "Used"),
    access=AccessWords("Internal", "Private"),
    grammar="tree_sitter_c_sharp",
    colours=Colours("tree_sitter_c_sharp"),
    outline=Lazy(f"{__package__}.symbols", "C_SHARP"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    names=Lazy(f"{__package__}.resolution.c_sharp_names", "CSharpNames"),
    follows_names=True,
    tools=Tools(checking=words("dotnet"), installing=words("dotnet")),
    frameworks={"xunit": "xUnit.net", "nunit": "NUnit"},
    first_test=Lazy(f"{__package__}.first_test", "FIRST_TEST"),
    field_notes=Lazy(f"{__package__}.field_notes", "field_notes"),
    test_runs=Lazy(f"{__package__}.running_tests", "find_run"),
    delicate=DelicateCode(
        deletes=words("File.Delete Directory.Delete"),
        writes=words("WriteAllText WriteAllBytes WriteAllLines"),
        threads=words("interlocked") | {"async local"},
        reflection=frozenset({"method info", "property info"}),
        memory=words("unsafe"),
        whole=words("unsafe"),
    ),
    own_bases=words("object Object"),
    process_starts=re.compile(r"\bProcess\.Start"),
    reaches_out=re.compile(
        r"\b(?:File|Directory)\.[A-Z]\w+\(|\bProcess\.Start\(|\bConsole\.(?:Error\.)?Write\w*\("
        r"|\bnew (?:FileStream|StreamReader|StreamWriter|TcpClient|TcpListener|UdpClient)\("
        r"|\.(?:GetAsync|PostAsync|SendAsync)\("
    ),
    errors=ErrorWords(has_named_handlers=True),
    endings=ProgramEndings(functions=("Environment.Exit",), aborts=("Environment.FailFast",)),
    library_conventions=Lazy(f"{__package__}.library_conventions", "CONVENTIONS"),
    environment=EnvironmentReads(
        functions=(
            "Environment.GetEnvironmentVariable",
            "System.Environment.GetEnvironmentVariable",
        ),
        alternatives=("??",),
        gives=(
            re.compile(rb"\bSetEnvironmentVariable\(\s*\"(\w+)\""),
            re.compile(rb"\.(?:EnvironmentVariables|Environment)\[\"(\w+)\"\]\s*=(?!=)"),
        ),
    ),
    promises=TypePromises(
        comparisons={"Equals": "equality", "GetHashCode": "hash", "CompareTo": "order"},
        whole=frozenset({"record"}),
    ),
    project_files=(lock_file("packages.lock.json", "NuGet"),),
    test_names=re.compile(r".*Tests?\.cs$"),
    matrix_names=("dotnet",),
    floors=(
        VersionFloor(("global.json",), re.compile(r'"version"\s*:\s*"(\d[^"]*)"'), ".NET SDK"),
    ),
)
LANGUAGES = (C_SHARP,)
