"""Python, and what Cython and notebooks take from it."""

from __future__ import annotations

import builtins
import keyword
import re
from dataclasses import replace

from mkdocs_repodoc.languages.common_keywords import C_KEYWORDS
from mkdocs_repodoc.languages.formats.format_specs import format_named
from mkdocs_repodoc.languages.language import (
    Absent,
    Colours,
    FileTypes,
    ImportWords,
    Language,
    Lazy,
    Snippets,
    words,
)
from mkdocs_repodoc.languages.python.special_methods import CONSTRUCTORS
from mkdocs_repodoc.languages.python.tool_files import PROJECT_FILES, TOOL_FILES
from mkdocs_repodoc.languages.python.tools import TOOLS
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.error_words import ErrorWords
from mkdocs_repodoc.languages.record_parts.example_code import ExampleCode
from mkdocs_repodoc.languages.record_parts.object_protocol import ObjectProtocol
from mkdocs_repodoc.languages.record_parts.package_files import PackageFiles
from mkdocs_repodoc.languages.record_parts.parsed_arguments import ParsedArguments
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.type_promises import TypePromises
from mkdocs_repodoc.languages.record_parts.type_words import AccessWords
from mkdocs_repodoc.languages.record_parts.version_floor import VersionFloor
from mkdocs_repodoc.languages.resolution.language_names import NamesMaker
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.code_blocks import BlockMarks
from mkdocs_repodoc.text.comments import CommentSyntax

_KEYWORDS = (
    frozenset(word.lower() for word in (*keyword.kwlist, *keyword.softkwlist, *dir(builtins)))
    | words("self cls args kwargs init typing annotations future optional")
    | words("append extend items keys values strip split join startswith endswith isinstance")
    | words("returns returned raises raised param params")
)
_GROUPS = (
    KeywordGroup("Classes", (Kind.CLASS,)),
    KeywordGroup("Functions", (Kind.FUNCTION,)),
    KeywordGroup("Methods", (Kind.METHOD, Kind.PROPERTY)),
    KeywordGroup("Attributes and constants", (Kind.ATTRIBUTE, Kind.CONSTANT)),
    KeywordGroup("Type aliases", (Kind.TYPE_ALIAS,)),
)
_NAMES: Lazy[NamesMaker] = Lazy(f"{__package__}.resolution.python_names", "PythonNames")
_FRAMEWORKS = {
    "pytest": "pytest",
    "unittest": "unittest",
    "hypothesis": "Hypothesis",
    "doctest": "doctest",
    "nose": "nose",
    "behave": "behave",
    "trio.testing": "Trio's testing tools",
    "django.test": "Django's test framework",
    "playwright": "Playwright",
}
_EXTRA_COLOURS = """
["and" "in" "is" "not" "or" "is not" "not in"] @keyword.operator
(class_definition name: (identifier) @type.definition)
(decorator (identifier) @attribute.decorator)
(decorator (call function: (identifier) @attribute.decorator))
"""
_MODULES_OF_LOCKS = ("threading", "asyncio", "multiprocessing", "anyio", "trio")
_LOCKS = ("Lock", "RLock", "Condition", "Semaphore", "BoundedSemaphore")
_BLOCKS = BlockMarks(
    names=frozenset({"py", "py3", "pycon", "python", "python3"}),
    directives=frozenset({"doctest", "testcode", "testsetup"}),
    prompts=(">>> ", "... "),
)

ARGUMENTS = ParsedArguments(
    made=re.compile(
        r"^\s*(?P<names>\w+(?:\s*,\s*\w+)*)\s*(?::[^=]+)?=[^=].*?\bparse_\w*arg\w*\(",
        re.MULTILINE,
    ),
    customary=words("args arguments cli_args namespace opts options parsed"),
    imported=re.compile(r"^\s*(?:from\s+\S+\s+)?import\s+(?P<names>\([^)]*|.+)", re.MULTILINE),
    by_key=re.compile(r"\[['\"](\w+)['\"]\]\("),
)

ENDINGS = ProgramEndings(
    functions=(
        "sys.exit",
        "os._exit",
        "SystemExit",
        "exit",
        "quit",
        "typer.Exit",
        "click.exceptions.Exit",
    ),
    aborts=("abort", "os.abort"),
    of_text="1",
    unhandled=("exception", "1"),
)

PYTHON = Language(
    name="python",
    title="Python",
    files=FileTypes(
        tags=("pyi", "scons"),
        names=("snakefile", "sconstruct", "sconscript"),
    ),
    aliases=("py", "python3"),
    comments=CommentSyntax(("#",), docstring=re.compile(r'[rRuU]?("""|\'\'\')')),
    keywords=_KEYWORDS,
    groups=_GROUPS,
    imports=ImportWords(named="Module"),
    access=AccessWords(is_declared=False),
    grammar="",
    colours=Colours("tree_sitter_python", extra=_EXTRA_COLOURS, plain=("type",)),
    outline=Lazy(f"{__package__}.python_analyser", "analyse_python"),
    resolve_import=Absent("modules are not paths; `resolution` finds them for the linker"),
    names=_NAMES,
    frameworks=_FRAMEWORKS,
    framework_files={"conftest.py": "pytest"},
    test_runs=Lazy(f"{__package__}.running_tests", "find_run"),
    first_test=Lazy(f"{__package__}.first_test", "FIRST_TEST"),
    endings=ENDINGS,
    floors=(
        VersionFloor(
            ("pyproject.toml",), re.compile(r'^requires-python\s*=\s*"([^"]+)"', re.MULTILINE)
        ),
        VersionFloor(
            (".python-version",), re.compile(r"^(?:python|cpython-)?(\d[\d.]*)$", re.MULTILINE)
        ),
    ),
    concurrency=words("threading asyncio multiprocessing concurrent.futures anyio trio gevent"),
    delicate=DelicateCode(
        deletes=words("rmtree rmdir removedirs send2trash os.remove os.unlink"),
        writes=words(
            "write_text write_bytes symlink_to copytree copyfile copy2 os.replace os.rename "
            "shutil.move shutil.copy"
        ),
        by_argument={"unlink": "missing_ok"},
        processes=words("popen"),
    ),
    documentation_reads=re.compile(r"\b(?P<name>\w+)\.__doc__\b(?!\s*=[^=])"),
    folder_reads=re.compile(r"\b(?:r?glob|listdir|scandir|iterdir|os\.walk)\s*\("),
    own_bases=words(
        "object ABC Protocol Generic NamedTuple TypedDict Flag dict list tuple set str int type"
    ),
    tools=TOOLS,
    arguments=ARGUMENTS,
    plain_decorators=words("staticmethod classmethod override typing.override"),
    constructors=frozenset((*CONSTRUCTORS, "__post_init__")),
    process_starts=re.compile(
        r"\b(?:subprocess\.(?:run|Popen|call|check_\w+)|create_subprocess_\w+|pexpect\.spawn)"
    ),
    reaches_out=re.compile(
        r"(?<![\w.])(?:open|print|input)\(|(?<![\w.])(?:subprocess|shutil|requests|httpx)\.(?!which)\w+\("
        r"|\bos\.(?:open|exec\w+|kill|makedirs|mkdir|remove|rename|replace|rmdir|symlink|system"
        r"|unlink)\(|(?<![\w.])(?:\w+\.)*\w*(?:client|session)\.(?:request|send)\(|\bsys\.std(?:in|out|err)(?:\.buffer)?\.\w+\(|\burlopen\("
        r"|(?<![\w.])[\w.]+\.(?:(?:read|write)_(?:text|bytes)|mkdir|rmdir|unlink|symlink_to"
        r"|hardlink_to|touch)\("
    ),
    errors=ErrorWords(
        has_named_handlers=True,
        bases={
            name: error.__base__.__name__
            for name, error in vars(builtins).items()
            if isinstance(error, type) and issubclass(error, BaseException) and error.__base__
        },
        abstract=words("AssertionError NotImplementedError"),
    ),
    library_conventions=Lazy(f"{__package__}.library_conventions", "CONVENTIONS"),
    example_code=ExampleCode(
        Lazy(f"{__package__}.shown_imports", "read_imports"), iterators=("__iter__", "__aiter__")
    ),
    environment=EnvironmentReads(
        functions=("os.getenv", "os.environ.get"),
        defaulting=("os.getenv", "os.environ.get"),
        tables=("os.environ",),
        alternatives=("or",),
    ),
    promises=TypePromises(
        comparisons={"__eq__": "equality", "__hash__": "hash", "__lt__": "order"},
        whole=frozenset({"dataclass", "named tuple"}),
        identity="eq=False",
        guards={
            "threading.local": "one for each thread",
            "contextvars.ContextVar": "one for each context",
            **dict.fromkeys(
                (f"{module}.{name}" for module in _MODULES_OF_LOCKS for name in _LOCKS), "a lock"
            ),
        },
    ),
    project_files=PROJECT_FILES,
    tool_files=TOOL_FILES,
    packages=PackageFiles(
        opening="__init__.py",
        export_list="__all__",
        program="__main__.py",
        runs="python -m",
        marker="py.typed",
    ),
    objects=ObjectProtocol(
        initialiser="__init__",
        called="__call__",
        class_maker="__new__",
        metaclasses=re.compile(r"(?:^|\.)(?:type|ABCMeta|EnumMeta|EnumType)$"),
        # A WSGI (PEP 3333) or ASGI application.
        application=re.compile(
            r"\((?:self, )?(?:environ\b.*, start_response\b|scope\b.*, receive\b.*, send\b)"
        ),
        wrapper=re.compile(r"\((?:self, )?(?:\w*app|application|inner)\b"),
        shapes=words("TypedDict NamedTuple"),
        interfaces=words("Protocol"),
    ),
    folder_docs=("__init__.py",),
    test_names=re.compile(r"(?:test|tests)_.*\.py$|.*_tests?\.py$|tests?\.py$"),
    roles=Lazy(f"{__package__}.roles", "judge"),
    follows_names=True,
    rules=Lazy(f"{__package__}.findings.rule_table", "RULES"),
    linter=Lazy(f"{__package__}.findings.ruff_findings", "find"),
    snippets=Snippets(_BLOCKS, "pycon", Lazy(f"{__package__}.snippets", "read_snippets")),
    folder_files=frozenset({"__init__.py", "__init__.pyi"}),
)
LANGUAGES = (PYTHON,)
FORMATS = (
    replace(
        format_named("cython"),
        keywords=_KEYWORDS | C_KEYWORDS,
        groups=_GROUPS,
        names=_NAMES,
        frameworks=_FRAMEWORKS,
        follows_names=True,
    ),
    replace(format_named("jupyter"), names=_NAMES),
)
"""Their imports are Python's."""
