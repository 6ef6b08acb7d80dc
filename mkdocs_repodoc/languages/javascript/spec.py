"""JavaScript and TypeScript, each with JSX."""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_repodoc.languages.common_keywords import SCRIPT_KEYWORDS
from mkdocs_repodoc.languages.formats.format_specs import format_named
from mkdocs_repodoc.languages.javascript.library_names import YARGS
from mkdocs_repodoc.languages.javascript.named_modules import NAMED_MODULES
from mkdocs_repodoc.languages.javascript.tool_files import COMPILER, PROJECT_FILES, TOOL_FILES
from mkdocs_repodoc.languages.javascript.tools import TOOLS
from mkdocs_repodoc.languages.language import Colours, FileTypes, ImportWords, Language, Lazy, words
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.error_words import ErrorWords
from mkdocs_repodoc.languages.record_parts.event_forms import EventForms
from mkdocs_repodoc.languages.record_parts.example_code import ExampleCode
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.type_words import AccessWords
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.code_reading.failing_code import FailingCode
from mkdocs_repodoc.text.comments import C_COMMENTS

_TYPESCRIPT_QUERIES = ("tree_sitter_javascript", "tree_sitter_typescript")

JAVASCRIPT = Language(
    name="javascript",
    title="JavaScript",
    files=FileTypes(tags=("node",)),
    aliases=("js",),
    comments=C_COMMENTS,
    keywords=SCRIPT_KEYWORDS,
    groups=(
        KeywordGroup("Modules", (Kind.MODULE,)),
        KeywordGroup("Namespaces", (Kind.NAMESPACE,)),
        KeywordGroup("Classes", (Kind.CLASS,)),
        KeywordGroup("Objects", (Kind.OBJECT,)),
        KeywordGroup("Interfaces", (Kind.INTERFACE,)),
        KeywordGroup("Type aliases", (Kind.TYPE_ALIAS,)),
        KeywordGroup("Enums", (Kind.ENUM, Kind.ENUMERATOR)),
        KeywordGroup("Functions", (Kind.FUNCTION,)),
        KeywordGroup("Methods", (Kind.CONSTRUCTOR, Kind.METHOD, Kind.ACCESSOR)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
        KeywordGroup("Variables", (Kind.VARIABLE,)),
        KeywordGroup("Properties", (Kind.FIELD,)),
        KeywordGroup("Tests", (Kind.TEST,)),
    ),
    imports=ImportWords(),
    access=AccessWords("Not exported", opened=frozenset({"public", "export"})),
    grammar="tree_sitter_javascript",
    colours=Colours("tree_sitter_javascript"),
    outline=Lazy(f"{__package__}.symbols", "JAVASCRIPT"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    names=Lazy(f"{__package__}.resolution.script_names", "ScriptNames"),
    frameworks={
        "jest": "Jest",
        "@jest.globals": "Jest",
        "vitest": "Vitest",
        "mocha": "Mocha",
        "ava": "AVA",
        "tape": "tape",
        "tap": "tap",
        "tsd": "tsd",
        "uvu": "uvu",
        "qunit": "QUnit",
        "bun:test": "Bun's test runner",
        "@playwright.test": "Playwright",
        "playwright": "Playwright",
        "node:test": "Node's test runner",
    },
    test_runs=Lazy(f"{__package__}.running_tests", "find_run"),
    first_test=Lazy(f"{__package__}.first_test", "FIRST_TEST"),
    endings=ProgramEndings(
        unhandled=("error", "1"),
        functions=("process.exit", "process.exitCode", "Deno.exit", "gracefulExit"),
        imported={
            "exit": re.compile(
                rb"\{[^{}]{0,400}\bexit\b[^{}:]{0,400}\}\s*(?:from|=\s*require\()\s*"
                rb"['\"](?:node:)?process['\"]|\{[^{}]{0,400}\bexit\b[^{}:]{0,400}\}\s*=\s*process\b"
            )
        },
    ),
    errors=ErrorWords(
        code=FailingCode(
            handles=re.compile(
                r"[^=]*\.(?:on|once|addListener|addEventListener)\(\s*['\"]\w*(?:error|Error)['\"]"
                r"|(?:.*[\w)\]])?\.catch\(|if\s*\((?:err|error)\)"
            )
        )
    ),
    process_starts=re.compile(r"\b(?:child_process|execa|tinyexec|cross-spawn)['\"]"),
    reaches_out=re.compile(
        r"\bconsole\.(?:error|info|log|warn)\(|(?<![\w.])(?:fs|fsp|fsPromises)\.(?:promises\.)?\w+\("
        r"|(?<![\w.])(?:(?:append|copy|read|write)File|mkdir|readdir|unlink)(?:Sync)?\("
        r"|(?<![\w.])(?:execa|execFile|fetch|fork|spawn)(?:Sync)?\("
        r"|\bprocess\.std(?:out|err)\.write\(|\bhttps?\.(?:createServer|get|request)\("
    ),
    delicate=DelicateCode(
        deletes=words(
            "unlinkSync rmdir rmdirSync rmSync rimraf removeSync deleteAsync fs.unlink fsp.unlink "
            "fs.rm fsp.rm"
        ),
        writes=words(
            "writeFile writeFileSync appendFile appendFileSync renameSync copyFileSync outputFile "
            "outputFileSync fs.write fs.rename fs.copy"
        ),
        threads=frozenset({"async local"}),
        processes=frozenset({"child process"}),
        reflection=words("reflect"),
    ),
    named_modules=NAMED_MODULES,
    folder_reads=re.compile(r"\b(?:glob|readdir)(?:Sync)?\s*\("),
    own_bases=words("Object"),
    tools=TOOLS,
    concurrency=words(
        "worker_threads node:worker_threads child_process node:child_process cluster node:cluster"
    ),
    library_conventions=Lazy(f"{__package__}.library_conventions", "CONVENTIONS"),
    example_code=ExampleCode(
        Lazy(f"{__package__}.shown_imports", "read_imports"), import_calls=("require", "import")
    ),
    events=EventForms(
        platform=words(
            "close connect connection data drain end error exit finish message open pipe readable "
            "request resume response timeout upgrade"
        ),
        answers=re.compile(
            r"(?P<quote>[\"'`])(?P<name>[A-Za-z][\w:./-]{2,48})(?P=quote)\s*"
            r"(?:\([^()]*\)|:\s*(?:async\s*)?(?:function\b|\([^()]*\)\s*=>)).*\{\s*$"
        ),
    ),
    environment=EnvironmentReads(
        functions=("Deno.env.get",),
        tables=("process.env", "import.meta.env", "Bun.env"),
        members=True,
        alternatives=("??", "||"),
        declarations=(re.compile(rb"\.env\(\s*['\"](?P<name>[A-Z]\w*)['\"]\s*\)"),),
        prefixes=(
            (
                re.compile(YARGS),
                re.compile(rb"\.env\(\s*['\"](?P<name>[A-Za-z]\w*)['\"]\s*\)"),
            ),
        ),
        known=((re.compile(rb"(?<!function )\bdebuglog\(\s*['\"`]"), "NODE_DEBUG"),),
        gives=(
            re.compile(rb"\bprocess\.env\.(\w+)\s*=(?![=>])"),
            re.compile(rb"\benv\s*:\s*\{(?:[^{}]*,)?\s*([A-Z][A-Z0-9_]*)\s*:"),
        ),
    ),
    follows_names=True,
    matrix_names=("node",),
    project_files=PROJECT_FILES,
    tool_files=TOOL_FILES,
    test_names=re.compile(r".*[._-](?:test|spec)(?:-d)?\.(?:[cm]?[jt]sx?)$"),
    settings_names=re.compile(r"[\w-]+(\.config)(?:\.[\w-]+)?(\.[cm]?[jt]s)$", re.IGNORECASE),
    unnamed_exports=frozenset({"default", "export="}),
    folder_files=frozenset(
        f"index.{suffix}" for suffix in ("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx")
    ),
)
JSX = replace(JAVASCRIPT, name="jsx", title="JavaScript (JSX)", files=FileTypes(), aliases=())
TYPESCRIPT = replace(
    JAVASCRIPT,
    name="typescript",
    title="TypeScript",
    files=FileTypes(tags=("ts",), suffixes=("mts", "cts"), interpreters=("deno", "bun")),
    aliases=("ts",),
    compiler=COMPILER,
    grammar="tree_sitter_typescript",
    colours=Colours("tree_sitter_typescript", "language_typescript", _TYPESCRIPT_QUERIES),
    outline=Lazy(f"{__package__}.symbols", "TYPESCRIPT"),
)
TSX = replace(
    TYPESCRIPT,
    name="tsx",
    title="TypeScript (TSX)",
    files=FileTypes(),
    aliases=(),
    grammar="tree_sitter_typescript",
    colours=Colours("tree_sitter_typescript", "language_tsx", _TYPESCRIPT_QUERIES),
    outline=Lazy(f"{__package__}.symbols", "TSX"),
)
LANGUAGES = (JAVASCRIPT, JSX, TYPESCRIPT, TSX)
FORMATS = (replace(format_named("vue"), resolve_import=JAVASCRIPT.resolve_import),)
