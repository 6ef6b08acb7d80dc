"""The record of a language: all that the rest of the product asks about it.

Each language has a folder with a `spec.py` that fills one such record, or several for languages
that are read alike. What needs a grammar or much code is named, not imported: a run that finds
every record in its cache loads none of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.languages.record_parts.basic_parts import (
    Absent,
    Colours,
    FileTypes,
    ImportWords,
    Lazy,
    Snippets,
    words,
)
from mkdocs_repodoc.languages.record_parts.compiler_settings import CompilerSettings
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.error_words import ErrorWords
from mkdocs_repodoc.languages.record_parts.event_forms import EventForms
from mkdocs_repodoc.languages.record_parts.example_code import ExampleCode
from mkdocs_repodoc.languages.record_parts.first_functions import FirstFunctions
from mkdocs_repodoc.languages.record_parts.library_convention import LibraryConvention
from mkdocs_repodoc.languages.record_parts.noted_fields import NoteReader
from mkdocs_repodoc.languages.record_parts.object_protocol import ObjectProtocol
from mkdocs_repodoc.languages.record_parts.package_files import PackageFiles
from mkdocs_repodoc.languages.record_parts.parsed_arguments import ParsedArguments
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.project_file import ProjectFile
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.languages.record_parts.type_promises import TypePromises
from mkdocs_repodoc.languages.record_parts.type_words import (
    CLASSES,
    NOT_PUBLIC,
    AccessWords,
    FamilyWords,
)
from mkdocs_repodoc.languages.record_parts.version_floor import VersionFloor
from mkdocs_repodoc.languages.resolution.language_names import NamesMaker
from mkdocs_repodoc.languages.role_evidence import JudgedFile, Judgement
from mkdocs_repodoc.languages.testing.test_needs import FirstTest
from mkdocs_repodoc.languages.testing.test_runs import RunFinder
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.kinds import KeywordGroup
from mkdocs_repodoc.model.records import FileRecord, Finding, Import
from mkdocs_repodoc.model.rules import Rule
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.comments import CommentSyntax
from mkdocs_repodoc.text.source_text import SourceText

if TYPE_CHECKING:
    from mkdocs_repodoc.languages.treesitter.dialect import Dialect

__all__ = [
    "Absent",
    "Colours",
    "FileTypes",
    "ImportWords",
    "Language",
    "Lazy",
    "Snippets",
    "words",
]

Analyser = Callable[[str, SourceText, AnalysisOptions], FileRecord]
"""Takes a file's base name, its text and what changes a record."""
RoleRules = Callable[[JudgedFile], Judgement | None]
"""Takes a file of the language that its name alone does not judge."""
ImportResolver = Callable[[FileIndex, str, Import], ResolvedImport]
"""Takes the repository's files, the path of the one that imports, and the import."""
Linter = Callable[[Sequence[bytes]], list[tuple[Finding, ...]]]
"""Takes the contents of files and returns the findings of each; many at once, since it may be a
program of its own."""


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language or format.

    Attributes:
        name: As the product calls it in records and options: in lower case.
        title: As its people write it.
        files: How its files are told from others.
        aliases: Other names for it in fences of Markdown.
        lexer: What Pygments calls it, if that is not its name.
        comments: How it writes comments.
        keywords: Words of the language itself, which say nothing about a file.
        groups: Groups of its keyword page, in the order in which they stand on it.
        imports: What its imports are called.
        family: What its inheritance, or what it has instead, is called.
        access: What its names are called that are not public.
        grammar: Module of the grammar that its outline needs; empty if it needs none.
        colours: The grammar that colours it; Pygments does otherwise.
        outline: What reads a file: a dialect for the walk over its syntax tree, or a function.
        resolve_import: Finds the file that an import names.
        names: Makes the `LanguageNames` that resolve identifiers; languages that name the same
            part are resolved together.
        frameworks: First parts of the modules of test frameworks, joined by dots, and the
            frameworks' names.
        framework_files: Base names of files that only one of them reads → its name.
        test_names: Matches the base names that only tests have.
        roles: Judges the role of a file, where that takes more than what holds in any language.
        is_script: Whether a file of it is a script unless something else is known.
        follows_names: Whether references to its names are found, so that none means no use.
        headers: Suffixes of files that declare what others define.
        rules: The rules of ours whose findings its outline notes.
        linter: Adds what a program of others finds.
        test_runs: Finds how a test is run.
        first_test: Finds what has to be there before the first test.
        field_notes: Reads what tags, attributes or annotations note of a field.
        snippets: Its code in prose.
        example_code: What tells what its examples in documents are about.
        events: How events look in its code.
        environment: How its programs read environment variables.
        endings: How its programs end.
        library_conventions: What its libraries decide for programs, one for each library and topic.
        plain_decorators: Decorators that leave what a function takes and returns as it is.
        constructors: Methods by another kind that run when a value of their type is made.
        first_functions: Those that it runs before a program's main function.
        process_starts: Matches code that starts a process, or imports what does.
        reaches_out: Matches the beginning of a call by which code opens, reads, writes, prints,
            starts or sends something outside of its program, its opening bracket included.
        bridged: Labels of what programs in another language use.
        errors: The errors that come with it, and how its code handles errors.
        promises: How its types say what their values promise.
        concurrency: Modules for threads, tasks and processes, as imports write them; a name that
            is taken from one stands behind a dot or `::`.
        delicate: Names that tell what makes a change of its code delicate.
        folder_reads: Matches a call that lists the files of a folder.
        documentation_reads: Matches where code reads the documentation of what is called `name`.
        named_modules: Matches a string of code that names a module to load while it runs: from
            the string on, with the name as the group `module`.
        full_names: Matches a name that begins with its package, which is the first group, where
            code needs no import for that.
        own_bases: Bases that come with the language, which alone calls the methods of their types.
        tools: Programs that those who write it use.
        arguments: How its code names the parsed arguments of a program.
        floors: Where manifests say which version of it a project demands.
        matrix_names: Words for its tools in the matrices of workflows, beside its own name.
        project_files: Files by which its tools know a project.
        compiler: Settings that name the folder of the compiled files, where these may be sources
            of another language.
        tool_files: Pattern of the paths of files with settings of its tools → what they are for.
        settings_names: Matches the names of files in it in which tools look for their settings;
            the first group is what stands before the suffix, which is the second.
        unnamed_exports: What a file exports under these has no other public name.
        folder_files: Base names of the files that stand for the folder they lie in: importing
            the folder imports them.
        packages: Files by which it makes packages of folders.
        objects: Methods that it calls by itself, where it finds them by their names.
        folder_docs: Base names of the files whose documentation is that of their folder.
    """

    name: str
    title: str
    files: FileTypes = FileTypes()
    aliases: tuple[str, ...] = ()
    lexer: str = ""
    comments: CommentSyntax
    keywords: frozenset[str]
    groups: tuple[KeywordGroup, ...]
    imports: ImportWords
    family: FamilyWords = CLASSES
    access: AccessWords = NOT_PUBLIC
    grammar: str
    colours: Colours | Absent
    outline: Lazy[Dialect] | Lazy[Analyser] | Absent
    resolve_import: Lazy[ImportResolver] | Absent
    names: Lazy[NamesMaker] | Absent = Absent("identifiers are not followed")
    frameworks: Mapping[str, str] | Absent
    framework_files: Mapping[str, str] = field(default_factory=dict)
    test_names: re.Pattern[str] | Absent
    roles: Lazy[RoleRules] | Absent = Absent("names, folders and test cases decide")
    is_script: bool = False
    follows_names: bool = False
    headers: tuple[str, ...] = ()
    rules: Lazy[Sequence[Rule]] | Absent = Absent("nobody has written one")
    linter: Lazy[Linter] | Absent = Absent("no linter is a dependency")
    test_runs: Lazy[RunFinder] | Absent = Absent("nobody has written how its tests are run")
    first_test: Lazy[FirstTest] | Absent = Absent("nobody has written what it needs")
    field_notes: Lazy[NoteReader] | Absent = Absent("nobody has written where notes stand")
    snippets: Snippets | Absent = Absent("nobody has written what names in prose mean")
    example_code: ExampleCode | Absent = Absent("nobody has written what its imports bind")
    events: EventForms | Absent = Absent("nobody has written which its library sends")
    environment: EnvironmentReads | Absent = Absent("nobody has written how it is read")
    endings: ProgramEndings | Absent = Absent("nobody has written how its programs end")
    library_conventions: Lazy[Sequence[LibraryConvention]] | Absent = Absent(
        "nobody has written one"
    )
    plain_decorators: frozenset[str] = frozenset()
    constructors: frozenset[str] = frozenset()
    first_functions: FirstFunctions | Absent = Absent("nobody has written which it runs first")
    process_starts: re.Pattern[str] | Absent = Absent("nobody has written how one is started")
    reaches_out: re.Pattern[str] | Absent = Absent("nobody has written which calls do")
    bridged: frozenset[str] = frozenset()
    errors: ErrorWords | Absent = Absent("nobody has written how it handles errors")
    promises: TypePromises | Absent = Absent("nobody has written how they say it")
    concurrency: frozenset[str] | Absent = Absent("nobody has written which modules are for it")
    delicate: DelicateCode | Absent = Absent("nobody has written which names are")
    folder_reads: re.Pattern[str] | Absent = Absent("nobody has written how a folder is listed")
    documentation_reads: re.Pattern[str] | Absent = Absent("its code has no documentation at hand")
    named_modules: re.Pattern[bytes] | Absent = Absent("nobody has written how modules are loaded")
    full_names: re.Pattern[str] | Absent = Absent("names of packages are imported")
    own_bases: frozenset[str] | Absent = Absent("nobody has written which types it brings")
    tools: Tools | Absent = Absent("nobody has written which programs they are")
    arguments: ParsedArguments | Absent = Absent("nobody has written what they are called")
    floors: tuple[VersionFloor, ...] = ()
    matrix_names: tuple[str, ...] = ()
    project_files: tuple[ProjectFile, ...] = ()
    compiler: CompilerSettings | Absent = Absent("nobody has written where its settings are")
    tool_files: Mapping[str, str] = field(default_factory=dict)
    settings_names: re.Pattern[str] | Absent = Absent("no tool looks for settings in it")
    unnamed_exports: frozenset[str] = frozenset()
    folder_files: frozenset[str] = frozenset()
    packages: PackageFiles | Absent = Absent("no file of its own makes a package")
    objects: ObjectProtocol | Absent = Absent("nobody has written which methods it calls")
    folder_docs: tuple[str, ...] = ()

    @cached_property
    def is_installed(self) -> bool:
        """Whether the grammar that its files are read with is there; found without loading it."""
        return not self.grammar or find_spec(self.grammar) is not None

    def framework(self, module: str) -> str:
        """Return the test framework that a module of this name belongs to; empty if none."""
        if isinstance(self.frameworks, Absent):
            return ""
        parts = module.replace("/", ".").lower().split(".")
        return self.frameworks.get(parts[0]) or self.frameworks.get(".".join(parts[:2]), "")

    def names_test(self, name: str) -> bool:
        """Return whether a base name is one that only a test has."""
        return not isinstance(self.test_names, Absent) and bool(self.test_names.match(name))
