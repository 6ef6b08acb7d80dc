"""Go."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.go.tool_files import PROJECT_FILES, TOOL_FILES
from mkdocs_repodoc.languages.language import Absent, Colours, ImportWords, Language, Lazy, words
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.error_words import ErrorWords
from mkdocs_repodoc.languages.record_parts.example_code import ExampleCode
from mkdocs_repodoc.languages.record_parts.first_functions import FirstFunctions
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.languages.record_parts.type_promises import TypePromises
from mkdocs_repodoc.languages.record_parts.type_words import AccessWords, FamilyWords
from mkdocs_repodoc.languages.record_parts.version_floor import VersionFloor
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.code_reading.failing_code import FailingCode
from mkdocs_repodoc.text.comments import CommentSyntax

GO = Language(
    name="go",
    title="Go",
    aliases=("golang",),
    comments=CommentSyntax(("//",), (("/*", "*/"),), raw=("`",)),
    keywords=words("""
        bool break case chan const continue default defer else err error fallthrough for func goto
        import int interface map nil package range return select string struct switch type var
        """),
    groups=(
        KeywordGroup("Structs", (Kind.STRUCT,)),
        KeywordGroup("Interfaces", (Kind.INTERFACE,)),
        KeywordGroup("Types", (Kind.TYPE, Kind.TYPE_ALIAS)),
        KeywordGroup("Functions", (Kind.FUNCTION,)),
        KeywordGroup("Methods", (Kind.METHOD,)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
        KeywordGroup("Variables", (Kind.VARIABLE,)),
        KeywordGroup("Fields", (Kind.FIELD,)),
    ),
    imports=ImportWords(),
    family=FamilyWords(
        title="Types",
        relation="embeds or implements",
        below="Embedded in",
        noun="type",
        overrides="Hides",
        overridden="Hidden by",
    ),
    access=AccessWords("Not exported", "Not exported"),
    grammar="tree_sitter_go",
    colours=Colours("tree_sitter_go"),
    outline=Lazy(f"{__package__}.symbols", "GO"),
    resolve_import=Absent("packages are folders; `resolution` finds them for the linker"),
    names=Lazy(f"{__package__}.resolution.go_names", "GoNames"),
    tools=Tools(
        checking=words("go golangci-lint gofmt gotestsum govulncheck staticcheck mage"),
        testing=words("gotestsum"),
        linting=words("gofmt") | {"go fix"},
        installing=words("go"),
        fetching=frozenset({"go (?:mod|get)"}),
        asking=frozenset({"go (?:env|version|list|mod|get|clean|work|help|doc)"}),
    ),
    frameworks={"testing": "Go's testing package"},
    follows_names=True,
    test_runs=Lazy(f"{__package__}.running_tests", "find_run"),
    first_test=Lazy(f"{__package__}.first_test", "FIRST_TEST"),
    field_notes=Lazy(f"{__package__}.field_notes", "field_notes"),
    endings=ProgramEndings(
        unhandled=("panic", "2"),
        functions=("os.Exit",),
        aborts=("panic",),
        statuses={"log.Fatal": "1", "log.Fatalf": "1", "log.Fatalln": "1"},
    ),
    errors=ErrorWords(
        code=FailingCode(
            reports=re.compile(r"panic\b|return\s+.*\bErrorf?\("),
            handles=re.compile(r"(?:[})]\s*else\s+)?if\b.*\berr\w*\s*!=\s*nil\b"),
            tries=re.compile(r"(?:[})]\s*else\s+)?if\s+[^;{=!<>]*=(?!=)[^;{]*;"),
        )
    ),
    first_functions=FirstFunctions(
        words("init"), re.compile(r"^//\s*(?:go:build|\+build)\s", re.MULTILINE)
    ),
    floors=(VersionFloor(("go.mod",), re.compile(r"^go (\d[\w.]*)", re.MULTILINE)),),
    delicate=DelicateCode(
        deletes=words("RemoveAll os.Remove"),
        writes=words("WriteFile os.Rename os.Create"),
        threads=words("chan"),
        atomics=re.compile(
            r"sync atomic$"
            r"|atomic (?:Add|And|Bool|CompareAndSwap|Int|Load|Or|Pointer|Store|Swap|Uint)"
        ),
        reflection=words("reflect"),
        memory=words("unsafe"),
        whole=words("unsafe"),
    ),
    folder_reads=re.compile(r"\b(?:ReadDir|WalkDir|filepath\.Glob)\s*\("),
    process_starts=re.compile(r"\b(?:testscript\.(?:Run|Main|RunMain)|exec\.Command)"),
    reaches_out=re.compile(
        r"\b(?:os\.(?:Chmod|Create\w*|Mkdir\w*|Open\w*|ReadDir|ReadFile|Remove\w*|Rename|Symlink"
        r"|WriteFile)|ioutil\.\w+|exec\.Command\w*|http\.(?:Get|Head|ListenAndServe\w*|NewRequest\w*"
        r"|Post\w*)|net\.(?:Dial|Listen)\w*|fmt\.F?[Pp]rint\w*|io\.(?:Copy\w*|ReadAll|WriteString)"
        r"|sql\.Open|(?:client|\w*Client)\.Do)\("
    ),
    concurrency=words("sync golang.org/x/sync/errgroup"),
    library_conventions=Lazy(f"{__package__}.library_conventions", "CONVENTIONS"),
    example_code=ExampleCode(Lazy(f"{__package__}.shown_imports", "read_imports")),
    environment=EnvironmentReads(
        functions=("os.Getenv", "os.LookupEnv", "syscall.Getenv"),
        fallback=re.compile(
            rb"\s*(?P<own>\w+)(?:, (?P<ok>\w+))?\s*:?=\s*\w+\.(?:Get|Lookup)[eE]nv\([^()\n]{0,200}"
            rb"\)\s*\n\s*if (?:(?P=own) == \"\"|!(?P=ok)) \{"
            rb"\s*\n\s*(?P=own) = (?P<default>[^\n]{1,200})\n\s*\}"
        ),
        whole=("os.Environ",),
        declarations=(
            re.compile(
                rb"[` ](?:env|envconfig):\"(?P<name>[A-Z]\w*)[^\"]*\""
                rb"(?:[^`\n]*?\b(?:envDefault|default):\"(?P<default>[^\"]*)\")?"
            ),
            re.compile(rb"\bEnvVars?\b[:(]\s*(?:\[\]string\{)?\s*\"(?P<name>\w+)\""),
            re.compile(rb"\.BindEnv\(\s*\"[^\"]*\"\s*,\s*\"(?P<name>\w+)\""),
        ),
        prefixes=(
            (
                re.compile(rb"\.AutomaticEnv\("),
                re.compile(rb"\.SetEnvPrefix\(\s*\"(?P<name>[A-Za-z]\w*)\"\s*\)"),
            ),
        ),
        gives=(
            re.compile(rb"\bos\.Setenv\(\"(\w+)\""),
            re.compile(rb"(?<=[(\t ])[\"`]([A-Z][A-Z0-9_]+)=[^\n\"`]*[\"`]\s*(?:\+|,|\))"),
        ),
    ),
    promises=TypePromises(
        comparisons={"Equal": "equality", "Less": "order"},
        guards=dict.fromkeys(("sync.Mutex", "sync.RWMutex"), "a lock"),
    ),
    project_files=PROJECT_FILES,
    tool_files=TOOL_FILES,
    folder_docs=("doc.go",),
    test_names=Absent("a test's name ends in `_test`, which means a test in every language"),
)
LANGUAGES = (GO,)
