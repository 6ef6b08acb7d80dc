"""Rust."""

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
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.error_words import ErrorWords
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.languages.record_parts.type_promises import TypePromises
from mkdocs_repodoc.languages.record_parts.type_words import AccessWords, FamilyWords
from mkdocs_repodoc.languages.record_parts.version_floor import VersionFloor
from mkdocs_repodoc.languages.rust.tool_files import PROJECT_FILES, TOOL_FILES
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.code_reading.failing_code import FailingCode
from mkdocs_repodoc.text.comments import C_COMMENTS

RUST = Language(
    name="rust",
    title="Rust",
    files=FileTypes(suffixes=("wgsl",)),
    aliases=("rs",),
    comments=C_COMMENTS,
    keywords=words("""
        bool box break const continue crate dyn else enum extern false fn for impl let loop match
        mod move mut none option pub ref return self some static str string struct super trait
        true type unsafe use usize vec where while
        """),
    groups=(
        KeywordGroup("Modules", (Kind.MODULE,)),
        KeywordGroup("Macros", (Kind.MACRO,)),
        KeywordGroup("Structs", (Kind.STRUCT,)),
        KeywordGroup("Unions", (Kind.UNION,)),
        KeywordGroup("Enums", (Kind.ENUM, Kind.VARIANT)),
        KeywordGroup("Traits", (Kind.TRAIT,)),
        KeywordGroup("Trait implementations", (Kind.IMPL,)),
        KeywordGroup("Functions", (Kind.FUNCTION,)),
        KeywordGroup("Methods", (Kind.METHOD,)),
        KeywordGroup("Type aliases", (Kind.TYPE_ALIAS,)),
        KeywordGroup("Associated types", (Kind.ASSOCIATED_TYPE,)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
        KeywordGroup("Statics", (Kind.STATIC,)),
        KeywordGroup("Fields", (Kind.FIELD,)),
    ),
    imports=ImportWords("Use declarations", "Used"),
    family=FamilyWords(
        title="Traits",
        relation="implements or requires",
        concrete="implements",
        below="Implemented by",
        noun="implementation",
        overrides="Implements",
        overridden="Implemented by",
    ),
    access=AccessWords("Private", "Private", closed=("pub(",), opened=frozenset({"pub", "export"})),
    grammar="tree_sitter_rust",
    colours=Colours("tree_sitter_rust"),
    outline=Lazy(f"{__package__}.symbols", "RUST"),
    resolve_import=Absent("`resolution` finds modules for the linker"),
    names=Lazy(f"{__package__}.resolution.rust_names", "RustNames"),
    follows_names=True,
    frameworks=Absent("tests need no import"),
    test_runs=Lazy(f"{__package__}.running_tests", "find_run"),
    first_test=Lazy(f"{__package__}.first_test", "FIRST_TEST"),
    field_notes=Lazy(f"{__package__}.field_notes", "field_notes"),
    endings=ProgramEndings(
        functions=("process::exit", "std::process::exit", "ExitCode::from"),
        imported={"exit": re.compile(rb"\bprocess::(?:exit\s*[;,}]|\{[^}]{0,400}\bexit\s*[,}])")},
        aborts=("panic!", "unreachable!", "bail!"),
        statuses={
            "ExitCode::SUCCESS": "0",
            "ExitCode::FAILURE": "1",
            "libc::EXIT_SUCCESS": "0",
            "libc::EXIT_FAILURE": "1",
        },
        wrappers=("Ok", "Some"),
    ),
    errors=ErrorWords(
        code=FailingCode(
            reports=re.compile(r"panic!|bail!|return\s+Err\b"),
            handles=re.compile(r"Err\(\w*\)\s*=>"),
        )
    ),
    floors=(
        VersionFloor(
            ("rust-toolchain.toml", "rust-toolchain"),
            re.compile(
                r'^(?:channel\s*=\s*")?(stable|beta|nightly[\w-]*|\d[\d.]*)"?\s*$', re.MULTILINE
            ),
            "Rust’s toolchain",
        ),
        VersionFloor(("Cargo.toml",), re.compile(r'^rust-version\s*=\s*"([^"]+)"', re.MULTILINE)),
        VersionFloor(
            ("Cargo.toml",), re.compile(r'^edition\s*=\s*"(\d+)"', re.MULTILINE), "Rust’s edition"
        ),
    ),
    delicate=DelicateCode(
        deletes=words("remove_dir_all remove_dir remove_file"),
        writes=words("fs.write fs.rename fs.copy File.create"),
        threads=words("condvar rwlock"),
        atomics=re.compile(r"sync atomic$|Atomic(?:Bool|I\d|Isize|Ptr|U\d|Usize)\w*$"),
        memory=words("unsafe transmute realloc"),
        whole=words("unsafe"),
    ),
    folder_reads=re.compile(r"\b(?:glob|read_dir)\s*\(|\bTestCases::new\(\)"),
    tools=Tools(
        packaging=words("cargo"),
        checking=words("cargo cross"),
        testing=words("nextest"),
        linting=words("clippy"),
        installing=words("cargo rustup"),
        fetching=frozenset({"cargo fetch"}),
        asking=frozenset({"cargo (?:metadata|tree|version|update|search|login|generate-lockfile)"}),
    ),
    process_starts=re.compile(
        r"\b(?:cargo_bin\w*|CARGO_BIN_EXE_|Command::new|trycmd::TestCases|TestCases::new)"
    ),
    bridged=frozenset(("python class", "python function")),
    reaches_out=re.compile(
        r"\b(?:File::\w+|fs::\w+|OpenOptions::new|process::Command::new|Tcp(?:Stream|Listener)::\w+"
        r"|reqwest::\w+|(?:io::)?(?:stdin|stdout|stderr)|io::copy)\(|\be?print(?:ln)?!\("
        r"|\bwrite(?:ln)?!\((?=[^\"]*\"[^\"{}]*[A-Za-z]{3})"
    ),
    full_names=re.compile(r"(?<![\w:])([a-z_]\w*)::(?=\w)"),
    concurrency=words("tokio rayon crossbeam std::thread std::sync::mpsc async_std"),
    library_conventions=Lazy(f"{__package__}.library_conventions", "CONVENTIONS"),
    environment=EnvironmentReads(
        functions=(
            "env::var",
            "env::var_os",
            "std::env::var",
            "std::env::var_os",
            "var_os",
            "option_env!",
        ),
        building=("option_env!",),
        known=(
            (
                re.compile(
                    rb"\benv_logger::(?:try_)?init\(\)|\bEnvFilter::(?:try_)?from_default_env\(\)"
                    rb"|\bBuilder::from_default_env\(\)"
                ),
                "RUST_LOG",
            ),
        ),
        alternatives=(".unwrap_or(", ".unwrap_or_else(|_| ", ".unwrap_or_else(|| ", ".map_or("),
        passing=re.compile(
            rb"\s*\.(?:ok|and_then|map|filter|flatten|as_deref|as_ref|map_err)"
            rb"\((?:[^()]|\((?:[^()]|\([^()]{0,200}\)){0,200}\)){0,200}\)"
        ),
        asks=re.compile(
            rb"[!=]=|\s[<>]=?\s|\bmatches!|\.(?:is_\w+|len|contains|starts_with|ends_with)\("
            rb"|\.(?:map|and_then)\((?![^;]{0,400}\bparse\b)[^;]{0,400}\.unwrap_or(?:_else)?"
            rb"\((?:\|_?\|\s*)?(?:true|false)\b"
            rb"|\.map_or\((?:true|false)\b(?![^;]{0,400}\bparse\b)"
        ),
        wrappers=(
            re.compile(r"(?:Ok|Some)\(((?:[^()]|\([^()]*\))+)\)"),
            re.compile(r"(?:String|PathBuf|OsString)::from\((\"[^\"]*\")\)"),
            re.compile(r"(\"[^\"]*\")\.(?:into|to_string|to_owned)\(\)"),
        ),
        declarations=(
            re.compile(
                rb"#\[(?:arg|clap|structopt)\("
                rb"(?:[^\[\]\"]|\"(?:[^\"\\]|\\.)*\"|\[[^\[\]]*\])*?"
                rb"\benv\s*=\s*\"(?P<name>\w+)\""
            ),
            re.compile(rb"\.env\(\s*\"(?P<name>\w+)\"\s*,?\s*\)"),
        ),
        gives=(re.compile(rb"(?:\.env|\bset_var)\(\s*\"(\w+)\"\s*,(?!\s*\))"),),
    ),
    promises=TypePromises(
        comparisons={
            "PartialEq": "equality",
            "Hash": "hash",
            "Ord": "order",
            "eq": "equality",
            "hash": "hash",
            "cmp": "order",
        },
        guards={
            f"{module}.{name}": "a lock"
            for module in ("std.sync", "tokio.sync", "parking_lot")
            for name in ("Mutex", "RwLock")
        },
    ),
    matrix_names=("toolchain",),
    project_files=PROJECT_FILES,
    tool_files=TOOL_FILES,
    folder_docs=("mod.rs", "lib.rs"),
    test_names=Absent("tests lie beside the code, or in a folder for them"),
    folder_files=frozenset({"mod.rs", "lib.rs", "main.rs"}),
)
LANGUAGES = (RUST,)
