"""From a file's text to its record, for every language that has a dialect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from tree_sitter import Node, Parser

from mkdocs_repodoc.languages.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.language import Absent, Language
from mkdocs_repodoc.languages.treesitter.comments.comment_blocks import Block, Blocks
from mkdocs_repodoc.languages.treesitter.comments.file_comments import (
    describing_comments,
    head_lines,
    marked_comment,
)
from mkdocs_repodoc.languages.treesitter.comments.symbol_documentation import describe
from mkdocs_repodoc.languages.treesitter.dialect import Dialect, Prepared
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import FileNames
from mkdocs_repodoc.languages.treesitter.runtime.adjusted_settings import adjusted_settings
from mkdocs_repodoc.languages.treesitter.runtime.code_search import CodeSearch
from mkdocs_repodoc.languages.treesitter.runtime.environment import EnvironmentSearch, mentions_any
from mkdocs_repodoc.languages.treesitter.runtime.exit_calls import exit_statuses
from mkdocs_repodoc.languages.treesitter.runtime.field_values import find_starting_values
from mkdocs_repodoc.languages.treesitter.runtime.library_uses import library_uses, signed_rules
from mkdocs_repodoc.languages.treesitter.runtime.settings_file_names import settings_file_names
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.source_bytes import Source, blank
from mkdocs_repodoc.languages.treesitter.syntax_problems import syntax_problems
from mkdocs_repodoc.languages.treesitter.walk import DEEPEST_SYMBOL, Walk
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.facts import (
    EnvironmentUse,
    EnvironmentVariable,
    ErrorHandler,
    ExitStatus,
    Fact,
    GivenVariable,
    LibraryUse,
    ReportedError,
)
from mkdocs_repodoc.model.records import (
    DocSection,
    FileDetail,
    FileOutline,
    FileRecord,
    Import,
    LineCounts,
    Option,
    Symbol,
    Term,
    pack_terms,
)
from mkdocs_repodoc.text.comments import header_comments
from mkdocs_repodoc.text.licences import licence_of
from mkdocs_repodoc.text.prose import Summary, summarise
from mkdocs_repodoc.text.source_text import SourceText
from mkdocs_repodoc.text.terms import count_terms

_REPORTS = re.compile(rb"\b(?:throw|catch|perror|fprintf|warnx?|errx?)\b")
"""What may report or handle an error in code whose functions are read apart."""
_LAST_PART = re.compile(r".*(?:::|[.#/>])")


class _Parsed(NamedTuple):
    walk: Walk
    root: Node
    abandoned: bool
    """Whether the parser gave up."""
    comments: list[tuple[int, int]]
    blocks: Blocks
    decisions: list[int]
    """Where the nodes that branch start, ascending."""
    prepared: Prepared | None


class _FileComments(NamedTuple):
    """What the comments at the top of a file say of it."""

    licence: str
    licence_line: int
    summary: Summary | None


def analyse_tree(name: str, text: SourceText, language: Language, dialect: Dialect) -> FileRecord:
    """Make the record of a file from its syntax tree.

    Args:
        name: Base name of the file.
        text: Its text; broken code gives what can be recognised.
        language: Its language.
        dialect: What that language's tree means, as its record names it.

    Returns:
        The record, with symbols in source order.
    """
    source = Source(text.text.encode("utf-8", "replace"))
    parsed = _parse(source, dialect, name)
    walk, blocks = parsed.walk, parsed.blocks
    symbols, details = describe(walk, blocks, parsed.decisions, dialect.comment_text)
    imports = tuple(sorted(walk.imports, key=lambda one: (one.line, one.column)))
    names, problems = _find_names(parsed, dialect, symbols, imports)
    comments = _read_comments(text, language, dialect, parsed, symbols)
    summary = comments.summary
    outline = FileOutline(
        lines=_count(source, len(text.lines), parsed.comments),
        encoding=text.encoding,
        licence=comments.licence,
        licence_line=comments.licence_line,
        summary=summary.text if summary else "",
        summary_line=summary.line if summary else 0,
        summary_origin="leading comment" if summary else "",
        symbols=symbols,
        imports=imports,
        exports=tuple(dict.fromkeys(walk.exports)) if walk.exports else None,
        packed_terms=pack_terms(_terms(symbols, blocks, comments.licence_line, language)),
        main_line=walk.main_line or _shebang_line(text.text),
        facts=tuple(_facts(parsed, source, language, dialect)),
        tests=tuple(dict.fromkeys(walk.tests)),
        options=_options(parsed, dialect, imports),
        diagnostics=(*_unread(text, parsed, dialect), *problems),
        types=names.types,
        offers=names.offers,
    )
    rest = (DocSection("text", text=summary.rest),) if summary and summary.rest else ()
    detail = FileDetail(details, rest, targets=names.targets, references=names.references)
    return FileRecord(outline, detail)


def _read_comments(
    text: SourceText,
    language: Language,
    dialect: Dialect,
    parsed: _Parsed,
    symbols: tuple[Symbol, ...],
) -> _FileComments:
    header = header_comments(head_lines(text.lines, parsed.prepared, dialect), language.comments)
    licence, licence_line = licence_of(header)
    marked = marked_comment(parsed.blocks, parsed.walk.file_line, dialect)
    about = describing_comments(
        header, text.lines, symbols, parsed.walk.imports, needs_gap=dialect.needs_gap
    )
    return _FileComments(licence, licence_line, summarise([marked] if marked else about))


def _shebang_line(text: str) -> int:
    """Return 1 if a script begins with the program that runs it; `#![…]` is an attribute."""
    return int(text.startswith("#!") and not text.startswith("#!["))


def _facts(parsed: _Parsed, source: Source, language: Language, dialect: Dialect) -> Iterator[Fact]:
    """Yield what the file says of how the software is run, set up and fails."""
    root, code = parsed.root, parsed.walk.code
    yield from dict.fromkeys(parsed.walk.facts)
    yield from _stated(parsed, source, language, dialect)
    if dialect.find_tables is not None:
        yield from dialect.find_tables(root, code)
    if dialect.find_exits is not None:
        yield from dialect.find_exits(root, code)
    if dialect.find_defaults is not None:
        yield from dialect.find_defaults(root, code)
    yield from settings_file_names(root, source)
    yield from adjusted_settings(root, code, dialect.conditions)
    if dialect.conditions is not None:
        yield from find_starting_values(root, code)
    yield from _errors(parsed, source, dialect)


def _stated(
    parsed: _Parsed, source: Source, language: Language, dialect: Dialect
) -> tuple[EnvironmentVariable | EnvironmentUse | GivenVariable | ExitStatus | LibraryUse, ...]:
    """Return the variables that the file reads, how it ends the program, what libraries decide."""
    reads, exits = language.environment, language.exits
    has_reads = not isinstance(reads, Absent) and mentions_any(source.data, reads)
    ends = (*exits, *language.statuses)
    libraries = language.library_rules
    rules = () if isinstance(libraries, Absent) else signed_rules(source.data, libraries.load())
    ending = any(name.encode() in source.data for name in ends)
    if not has_reads and not rules and not ending:
        return ()
    search = CodeSearch(_whole(parsed, source, dialect), source)
    environment = () if isinstance(reads, Absent) else _environment(search, reads)
    return (
        *environment,
        *exit_statuses(search, exits, language.statuses, dialect.conditions),
        *library_uses(search, rules),
    )


def _environment(
    search: CodeSearch, reads: EnvironmentReads
) -> tuple[EnvironmentVariable | EnvironmentUse | GivenVariable, ...]:
    found = EnvironmentSearch(search, reads)
    return (*found.find(), *found.uses(), *found.given())


def _errors(
    parsed: _Parsed, source: Source, dialect: Dialect
) -> tuple[ReportedError | ErrorHandler, ...]:
    """Return what the file reports and handles, in source order, each once."""
    if dialect.find_errors is None:
        return ()
    root, code = parsed.root, parsed.walk.code
    if parsed.prepared:
        if not _REPORTS.search(source.data):
            return ()
        root, code = _whole(parsed, source, dialect), source.data
    found = dict.fromkeys(dialect.find_errors(root, code))
    return tuple(sorted(found, key=lambda each: each.line))


def _whole(parsed: _Parsed, source: Source, dialect: Dialect) -> Node:
    """Return the tree of a file with the bodies of its functions, which preparation takes off."""
    tree = dialect.parse(source.data) if parsed.prepared else None
    return tree.root_node if tree is not None else parsed.root


def _find_names(
    parsed: _Parsed, dialect: Dialect, symbols: tuple[Symbol, ...], imports: tuple[Import, ...]
) -> tuple[FileNames, tuple[Diagnostic, ...]]:
    prepared = parsed.prepared
    try:
        if prepared is not None and prepared.find_names is not None:
            return prepared.find_names(symbols), ()
        if dialect.find_names is not None:
            return dialect.find_names(parsed.root, parsed.walk.code, symbols, imports), ()
    except RecursionError:
        message = (
            "An expression is nested too deeply to follow its names; the listing has no links."
        )
        return FileNames(), (Diagnostic("warning", "", 0, message),)
    return FileNames(), ()


def _parse(source: Source, dialect: Dialect, name: str) -> _Parsed:
    prepared = dialect.prepare(source) if dialect.prepare else None
    parsed = dialect.parse(prepared.tree_code if prepared else source.data)
    tree = parsed or Parser(dialect.language).parse(b"")
    walk = Walk(
        source,
        prepared.code if prepared else source.data,
        dialect.handlers,
        dialect.separator,
        name,
        prepared.starts if prepared else {},
        labels_between=prepared.labels_between if prepared else None,
    )
    walk.run(tree.root_node, Scope(separator=dialect.separator))
    if prepared:
        walk.imports += prepared.imports
        walk.found += prepared.symbols
        comments, decisions = prepared.comments, prepared.decisions
    else:
        comments, decisions = dialect.survey(tree.root_node)
    if walk.comments:
        comments = sorted([*comments, *walk.comments])
    walk.found.sort(key=lambda found: (found.extent.start, found.extent.name_start))
    blocks = Blocks(
        source,
        walk.code,
        comments,
        plain=dialect.plain_comments,
        below=dialect.documents_below,
    )
    return _Parsed(walk, tree.root_node, parsed is None, comments, blocks, decisions, prepared)


def _count(source: Source, total: int, comments: Iterable[tuple[int, int]]) -> LineCounts:
    code = bytearray(source.data)
    for start, end in comments:
        blank(code, start, end)
    blanks = comment = 0
    rows = zip(source.data.split(b"\n"), bytes(code).split(b"\n"), strict=True)
    for row, bare in islice(rows, total):
        if not bare or bare.isspace():
            if not row or row.isspace():
                blanks += 1
            else:
                comment += 1
    return LineCounts(total - comment - blanks, comment, blanks)


def _options(parsed: _Parsed, dialect: Dialect, imports: tuple[Import, ...]) -> tuple[Option, ...]:
    """Return what the file lets one say on the command line."""
    if dialect.find_options is None:
        return ()
    return tuple(dialect.find_options(parsed.root, parsed.walk.code, imports))


def _terms(
    symbols: Iterable[Symbol], blocks: Blocks, licence_line: int, language: Language
) -> tuple[Term, ...]:
    return count_terms(_words(symbols, blocks.all, licence_line), language.keywords)


def _words(
    symbols: Iterable[Symbol], blocks: Iterable[Block], licence_line: int
) -> Iterator[tuple[str, int]]:
    for symbol in symbols:
        yield _LAST_PART.sub("", symbol.name), symbol.name_line
    for block in blocks:
        if not (licence_line and block.line <= licence_line <= block.end_line):
            yield block.text, block.line


def _unread(text: SourceText, parsed: _Parsed, dialect: Dialect) -> tuple[Diagnostic, ...]:
    """Say so where a substantial part of a file could not be read."""
    problems = []
    if parsed.abandoned:
        message = "The file could not be parsed; what it defines is missing."
        problems.append(Diagnostic("warning", "", 0, message))
    if parsed.walk.left_out:
        message = f"What is defined more than {DEEPEST_SYMBOL} levels deep is left out."
        problems.append(Diagnostic("info", "", 0, message))
    if parsed.root.has_error:
        problems += syntax_problems(parsed.root, dialect.error_share * len(text.text))
    return tuple(problems)
