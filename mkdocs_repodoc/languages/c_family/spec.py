"""C, C++, CUDA and Objective-C."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from mkdocs_repodoc.languages.c_family.tool_files import PROJECT_FILES, TOOL_FILES
from mkdocs_repodoc.languages.common_keywords import C_KEYWORDS
from mkdocs_repodoc.languages.formats.format_specs import format_named
from mkdocs_repodoc.languages.language import (
    Absent,
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
from mkdocs_repodoc.languages.record_parts.type_promises import TypePromises
from mkdocs_repodoc.languages.resolution.language_names import NamesMaker
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.code_reading.failing_code import FailingCode
from mkdocs_repodoc.text.comments import C_COMMENTS

_HEADER: Lazy[Callable[[bytes], str]] = Lazy(f"{__package__}.headers", "header_language")
_CPP_NAMES: Lazy[NamesMaker] = Lazy(f"{__package__}.resolution.cpp.cpp_names", "CppNames")
_CPP_QUERIES = ("tree_sitter_c", "tree_sitter_cpp")
_STANDARD = "fopen|f?printf|fputs|fread|fwrite|puts|rename|system"
_SYSTEM_CALLS = r"accept|exec[lv]\w*|fork|listen|mkdir|open|popen|recv|send|socket|unlink"
_CPP_REACHES_OUT = re.compile(
    rf"(?<![\w.>:])(?:(?:std::)?(?:{_STANDARD})|(?:::)?(?:{_SYSTEM_CALLS})|::(?:bind|connect))\("
)
"""`std::bind` and `std::remove` do something else, and so does what libraries call `connect`."""

C = Language(
    name="c",
    title="C",
    files=FileTypes(suffixes=("glsl", "cl"), shared_suffixes={"h": _HEADER}),
    comments=C_COMMENTS,
    keywords=C_KEYWORDS,
    groups=(
        KeywordGroup("Classes/Structs", (Kind.CLASS, Kind.STRUCT, Kind.UNION)),
        KeywordGroup("Functions", (Kind.FUNCTION, Kind.KERNEL)),
        KeywordGroup("Methods", (Kind.METHOD, Kind.CONSTRUCTOR, Kind.DESTRUCTOR, Kind.OPERATOR)),
        KeywordGroup("Namespaces", (Kind.NAMESPACE,)),
        KeywordGroup("Macros", (Kind.MACRO,)),
        KeywordGroup("Enums", (Kind.ENUM, Kind.ENUMERATOR)),
        KeywordGroup("Type aliases", (Kind.TYPEDEF, Kind.TYPE_ALIAS)),
        KeywordGroup("Type concepts", (Kind.CONCEPT,)),
        KeywordGroup("Test cases", (Kind.TEST,)),
        KeywordGroup("Fields and variables", (Kind.FIELD, Kind.VARIABLE, Kind.CONSTANT)),
    ),
    imports=ImportWords("Includes", "Included"),
    grammar="tree_sitter_c",
    colours=Colours("tree_sitter_c"),
    outline=Lazy(f"{__package__}.symbols", "C"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_include"),
    names=Lazy(f"{__package__}.resolution.c_names", "CNames"),
    frameworks={
        "gtest": "GoogleTest",
        "gmock": "GoogleMock",
        "catch2": "Catch2",
        "boost.test": "Boost.Test",
    },
    errors=ErrorWords(
        has_named_handlers=True, code=FailingCode(handles=re.compile(r"if\s*\((?:err|error)\)"))
    ),
    delicate=DelicateCode(
        deletes=words("rmdir"),
        writes=words("WriteFile"),
        threads=words("condvar rwlock"),
        atomics=re.compile(
            r"std atomic$|_Atomic$"
            r"|atomic_(?:bool|compare|exchange|fetch|flag|int|load|size|store|thread|uint)\w*$"
        ),
        processes=words("popen"),
        memory=words("malloc memcpy realloc"),
    ),
    own_bases=Absent("no type of the library is a base by itself"),
    endings=ProgramEndings(
        functions=("exit", "std::exit", "_Exit", "_exit"),
        aborts=("abort", "std::abort"),
        statuses={"EXIT_SUCCESS": "0", "EXIT_FAILURE": "1"},
    ),
    reaches_out=re.compile(rf"(?<![\w.>:])(?:{_STANDARD}|{_SYSTEM_CALLS}|bind|connect|remove)\("),
    concurrency=words("pthread.h threads.h thread future"),
    environment=EnvironmentReads(
        functions=(
            "getenv",
            "std::getenv",
            "secure_getenv",
            "g_getenv",
            "uv_os_getenv",
            "qgetenv",
            "qEnvironmentVariable",
        ),
        gives=(re.compile(rb"\b(?:g_|q)?_?(?:setenv|putenv(?:_s)?)\(\s*\"(\w+)[=\"]"),),
    ),
    promises=TypePromises(
        comparisons={"operator==": "equality", "operator<": "order"},
        guards={
            **dict.fromkeys(("pthread_mutex_t", "pthread_rwlock_t", "mtx_t"), "a lock"),
            **dict.fromkeys(("std.mutex", "std.shared_mutex", "std.recursive_mutex"), "a lock"),
        },
    ),
    project_files=PROJECT_FILES,
    tool_files=TOOL_FILES,
    first_test=Lazy(f"{__package__}.tool_files", "FIRST_TEST"),
    test_names=re.compile(r"test_.*\.(?:c|cc|cpp|cu)$"),
    headers=(".h", ".hpp", ".hh", ".hxx", ".cuh", ".h++"),
)
CPP = replace(
    C,
    name="c++",
    title="C++",
    files=FileTypes(suffixes=("inl",)),
    aliases=("cpp",),
    lexer="cpp",
    grammar="tree_sitter_cpp",
    colours=Colours("tree_sitter_cpp", queries=_CPP_QUERIES),
    outline=Lazy(f"{__package__}.symbols", "CPP"),
    names=_CPP_NAMES,
    reaches_out=_CPP_REACHES_OUT,
)
CUDA = replace(
    C,
    name="cuda",
    title="CUDA",
    files=FileTypes(suffixes=("hip",)),
    grammar="tree_sitter_cuda",
    colours=Colours("tree_sitter_cuda", queries=_CPP_QUERIES),
    outline=Lazy(f"{__package__}.symbols", "CUDA"),
    names=_CPP_NAMES,
    reaches_out=_CPP_REACHES_OUT,
)
OBJECTIVE_C = Language(
    name="objective-c",
    title="Objective-C",
    aliases=("objc", "objectivec"),
    comments=C_COMMENTS,
    keywords=C_KEYWORDS
    | words("""
        assign atomic autoreleasepool copy dynamic encode end finally id implementation import
        instancetype interface nil nonatomic nonnull nullable optional property protocol readonly
        readwrite required retain selector self strong super synthesize weak yes no nsinteger
        nsobject nsstring nsuinteger cgfloat
        """),
    groups=(
        KeywordGroup("Classes", (Kind.CLASS,)),
        KeywordGroup("Protocols", (Kind.PROTOCOL,)),
        KeywordGroup("Implementations and categories", (Kind.IMPL,)),
        *(group for group in C.groups if Kind.CLASS not in group.kinds),
        KeywordGroup("Structs", (Kind.STRUCT, Kind.UNION)),
        KeywordGroup("Properties", (Kind.PROPERTY,)),
    ),
    imports=ImportWords(),
    grammar="tree_sitter_objc",
    colours=Colours("tree_sitter_objc"),
    outline=Lazy(f"{__package__}.objective_c", "OBJECTIVE_C"),
    resolve_import=C.resolve_import,
    frameworks={
        "xctest": "XCTest",
        "kiwi": "Kiwi",
        "specta": "Specta",
        "expecta": "Expecta",
        "ocmock": "OCMock",
    },
    errors=C.errors,
    delicate=C.delicate,
    own_bases=words("NSObject"),
    endings=C.endings,
    environment=C.environment,
    test_names=re.compile(r".*(?:Test|Tests|Spec)\.m$"),
    headers=(".h",),
)
LANGUAGES = (C, CPP, CUDA, OBJECTIVE_C)
FORMATS = tuple(
    replace(format_named(name), resolve_import=C.resolve_import)
    for name in ("objective-c++", "glsl", "opencl")
)
