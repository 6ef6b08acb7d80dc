"""From a file's text to its record, for every language that has a dialect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from mkdocs_repodoc.languages.file_facts import file_facts
from mkdocs_repodoc.languages.language import Language
from mkdocs_repodoc.languages.treesitter.comments.comment_blocks import Block, Blocks
from mkdocs_repodoc.languages.treesitter.comments.file_comments import (
    describing_comments,
    head_lines,
    marked_comment,
)
from mkdocs_repodoc.languages.treesitter.comments.symbol_documentation import describe
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import FileNames, OutlinedTree
from mkdocs_repodoc.languages.treesitter.parsed_file import Parsed, parse_file
from mkdocs_repodoc.languages.treesitter.source_bytes import Source, blank
from mkdocs_repodoc.languages.treesitter.syntax_problems import syntax_problems
from mkdocs_repodoc.languages.treesitter.walk import DEEPEST_SYMBOL
from mkdocs_repodoc.model.diagnostics import Diagnostic
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

_LAST_PART = re.compile(r".*(?:::|[.#/>])")


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
    parsed = parse_file(source, dialect, name)
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
        facts=tuple(file_facts(parsed, source, language, dialect)),
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
    parsed: Parsed,
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


def _find_names(
    parsed: Parsed, dialect: Dialect, symbols: tuple[Symbol, ...], imports: tuple[Import, ...]
) -> tuple[FileNames, tuple[Diagnostic, ...]]:
    prepared = parsed.prepared
    try:
        if prepared is not None and prepared.find_names is not None:
            return prepared.find_names(symbols), ()
        if dialect.find_names is not None:
            file = OutlinedTree(parsed.root, parsed.walk.code, symbols, imports)
            return dialect.find_names(file), ()
    except RecursionError:
        message = (
            "An expression is nested too deeply to follow its names; the listing has no links."
        )
        return FileNames(), (Diagnostic("warning", "", 0, message),)
    return FileNames(), ()


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


def _options(parsed: Parsed, dialect: Dialect, imports: tuple[Import, ...]) -> tuple[Option, ...]:
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


def _unread(text: SourceText, parsed: Parsed, dialect: Dialect) -> tuple[Diagnostic, ...]:
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
