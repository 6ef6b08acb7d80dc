"""From a file's text to its record, for every language that has a dialect."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import msgspec
from tree_sitter import Node, Parser

from mkdocs_repodoc.languages.language import Absent, Language
from mkdocs_repodoc.languages.treesitter.code_search import CodeSearch
from mkdocs_repodoc.languages.treesitter.comment_blocks import Block, Blocks
from mkdocs_repodoc.languages.treesitter.dialect import Dialect, Prepared
from mkdocs_repodoc.languages.treesitter.doc_comments import (
    Documentation,
    parse_documentation,
    strip_comment,
)
from mkdocs_repodoc.languages.treesitter.environment import EnvironmentSearch, mentions_any
from mkdocs_repodoc.languages.treesitter.exit_calls import exit_statuses
from mkdocs_repodoc.languages.treesitter.file_names import FileNames
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.source_bytes import Source, blank
from mkdocs_repodoc.languages.treesitter.walk import DEEPEST_SYMBOL, Found, Walk
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.facts import EnvironmentVariable, ExitStatus
from mkdocs_repodoc.model.records import (
    DocSection,
    FileDetail,
    FileOutline,
    FileRecord,
    Import,
    LineCounts,
    Symbol,
    SymbolDetail,
    pack_terms,
)
from mkdocs_repodoc.text.comments import Comment, header_comments
from mkdocs_repodoc.text.licences import licence_of
from mkdocs_repodoc.text.prose import summarise
from mkdocs_repodoc.text.source_text import SourceText
from mkdocs_repodoc.text.terms import count_terms

_MOST_ERRORS = 10_000
"""How many nodes of a broken tree are looked at for its errors."""
_HEAD = 200
"""In how many lines the file's own comment is looked for."""
_LEAST_WORDS = 4
"""Of a comment right above an import that describes the file; fewer are a label of the imports."""
_LAST_PART = re.compile(r".*(?:::|[.#/>])")
_TITLE = re.compile(r"\A#+[ \t]+")
_FILE_TAG = re.compile(r"[@\\](?:file|fileoverview|packageDocumentation|module)\b")
_FILE_TAGS = frozenset({"file", "fileoverview", "overview", "packagedocumentation"})


class _Parsed(NamedTuple):
    walk: Walk
    root: Node
    abandoned: bool
    """Whether the parser gave up."""
    comments: list[tuple[int, int]]
    decisions: list[int]
    """Where the nodes that branch start, ascending."""
    prepared: Prepared | None


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
    blocks = Blocks(
        source,
        parsed.walk.code,
        parsed.comments,
        plain=dialect.plain_comments,
        below=dialect.documents_below,
    )
    symbols, details = _describe(parsed, blocks)
    lines = text.lines
    head = _head(lines, parsed.prepared, dialect)
    comments = header_comments(head, language.comments)
    licence, licence_line = licence_of(comments)
    first = {symbol.line for symbol in symbols[:50]}
    about = _file_block(blocks, parsed.walk, dialect)
    if about:
        own = [Comment(about.line, _TITLE.sub("", strip_comment(about.text)))]
    else:
        imported = {one.line for one in parsed.walk.imports}
        own = [
            comment
            for comment in comments
            if (following := comment.line + comment.text.count("\n") + 1) not in first
            and not (following in imported and len(comment.text.split()) < _LEAST_WORDS)
            and not (dialect.needs_gap and _is_remark(lines, comment.line, following))
        ]
    summary = summarise(own)
    walk = parsed.walk
    # `#![…]` is an attribute of what the file holds.
    imports = tuple(sorted(walk.imports, key=lambda one: (one.line, one.column)))
    names, problems = _find_names(parsed, dialect, symbols, imports)
    shebang = 1 if text.text.startswith("#!") and not text.text.startswith("#![") else 0
    outline = FileOutline(
        lines=_count(source, len(lines), parsed.comments),
        encoding=text.encoding,
        licence=licence,
        licence_line=licence_line,
        summary=summary.text if summary else "",
        summary_line=summary.line if summary else 0,
        summary_origin="leading comment" if summary else "",
        symbols=symbols,
        imports=imports,
        exports=tuple(dict.fromkeys(walk.exports)) if walk.exports else None,
        packed_terms=pack_terms(
            count_terms(_words(symbols, blocks.all, licence_line), language.keywords)
        ),
        main_line=walk.main_line or shebang,
        facts=(*dict.fromkeys(walk.facts), *_stated(parsed, source, language, dialect)),
        tests=tuple(dict.fromkeys(walk.tests)),
        diagnostics=(*_diagnose(text, parsed, dialect), *problems),
        types=names.types,
        offers=names.offers,
    )
    rest = (DocSection("text", text=summary.rest),) if summary and summary.rest else ()
    detail = FileDetail(details, rest, targets=names.targets, references=names.references)
    return FileRecord(outline, detail)


def _stated(
    parsed: _Parsed, source: Source, language: Language, dialect: Dialect
) -> tuple[EnvironmentVariable | ExitStatus, ...]:
    """Return the variables that the file reads, and the statuses with which it ends the program."""
    reads, exits = language.environment, language.exits
    has_reads = not isinstance(reads, Absent) and mentions_any(source.data, reads)
    if not has_reads and not any(name.encode() in source.data for name in exits):
        return ()
    root = parsed.root
    if parsed.prepared:  # the bodies of functions were taken off
        tree = dialect.parse(source.data)
        if tree is None:
            return ()
        root = tree.root_node
    search = CodeSearch(root, source)
    variables = () if isinstance(reads, Absent) else EnvironmentSearch(search, reads).find()
    return (*variables, *exit_statuses(search, exits))


def _find_names(
    parsed: _Parsed, dialect: Dialect, symbols: tuple[Symbol, ...], imports: tuple[Import, ...]
) -> tuple[FileNames, tuple[Diagnostic, ...]]:
    if dialect.find_names is None:
        return FileNames(), ()
    try:
        return dialect.find_names(parsed.root, parsed.walk.code, symbols, imports), ()
    except RecursionError:
        message = (
            "An expression is nested too deeply to follow its names; the listing has no links."
        )
        return FileNames(), (Diagnostic("warning", "", 0, message),)


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
    walk.found.sort(key=lambda found: (found.start, found.name_start))
    return _Parsed(walk, tree.root_node, parsed is None, comments, decisions, prepared)


def _describe(
    parsed: _Parsed, blocks: Blocks
) -> tuple[tuple[Symbol, ...], tuple[SymbolDetail, ...]]:
    """Put lines, documentation and complexity to what the walk has found."""
    source = parsed.walk.source
    symbols = []
    details = []
    documented: dict[int, Documentation] = {}
    for found in parsed.walk.found:
        line = source.line(found.start)
        end_line = source.line(max(found.start, found.end - 1))
        offset = found.name_start if found.name_start >= 0 else found.start
        name_line = source.line(offset)
        column = source.column(offset)
        block = blocks.documentation(dict.fromkeys((found.start, found.doc_start)), end_line)
        parts = None
        if block is not None and not _is_licence(block):
            parts = documented.get(block.start)
            if parts is None:
                parts = documented[block.start] = parse_documentation(strip_comment(block.text))
            if parts.tags & _FILE_TAGS:
                parts = None
        labels = found.labels
        if parts and "deprecated" in parts.tags and "deprecated" not in labels:
            labels = (*labels, "deprecated")
        symbols.append(
            Symbol(
                name=found.name,
                kind=found.kind,
                line=line,
                end_line=end_line,
                name_line=name_line,
                column=column if found.name_start >= 0 else -1,
                end_column=column + found.name_end - found.name_start
                if found.name_start >= 0
                else -1,
                summary=parts.summary if parts else "",
                signature=found.signature,
                bases=found.bases,
                decorators=found.decorators,
                labels=labels,
                public=found.public,
            )
        )
        details.append(
            msgspec.structs.replace(
                found.detail,
                documentation=parts.sections if parts else (),
                documentation_line=block.line if parts and block else 0,
                complexity=_complexity(found, parsed.decisions),
            )
            if parts or found.body
            else found.detail
        )
    return tuple(symbols), tuple(details)


def _file_block(blocks: Blocks, walk: Walk, dialect: Dialect) -> Block | None:
    """Return the comment that documents the file by the language's own rules."""
    if walk.file_line:  # the one above the clause that names what the file belongs to
        return blocks.by_end.get(walk.file_line - 1)
    for block in blocks.all[:20]:
        if block.text.startswith(dialect.file_comments) or _FILE_TAG.search(block.text):
            return block
    return None


def _is_remark(lines: list[str], line: int, following: int) -> bool:
    """Whether a comment in no form for documentation is about the code right below it."""
    marked = lines[line - 1].startswith(("///", "/**"))
    return not marked and bool("".join(lines[following - 1 : following]).strip())


def _is_licence(block: Block) -> bool:
    return block.line == 1 and bool(licence_of([Comment(1, block.text)])[0])


def _complexity(found: Found, decisions: list[int]) -> int:
    if not found.body:
        return 0
    inside = bisect_left(decisions, found.end) - bisect_left(decisions, found.start)
    return 1 + inside


def _head(lines: list[str], prepared: Prepared | None, dialect: Dialect) -> list[str]:
    """Return the first lines, without those that only tools read."""
    head = lines[:_HEAD]
    if prepared:
        head = ["" if prepared.is_directive(row) else row for row in head]
    if magic := dialect.tool_comments:
        head = ["" if magic.match(row) else row for row in head]
    return head


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


def _words(
    symbols: Iterable[Symbol], blocks: Iterable[Block], licence_line: int
) -> Iterator[tuple[str, int]]:
    for symbol in symbols:
        yield _LAST_PART.sub("", symbol.name), symbol.name_line
    for block in blocks:
        if not (licence_line and block.line <= licence_line <= block.end_line):
            yield block.text, block.line


def _diagnose(text: SourceText, parsed: _Parsed, dialect: Dialect) -> tuple[Diagnostic, ...]:
    """Say so where a substantial part of a file could not be read."""
    problems = []
    if parsed.abandoned:
        message = "The file could not be parsed; what it defines is missing."
        problems.append(Diagnostic("warning", "", 0, message))
    if parsed.walk.left_out:
        message = f"What is defined more than {DEEPEST_SYMBOL} levels deep is left out."
        problems.append(Diagnostic("info", "", 0, message))
    if parsed.root.has_error:
        unread, line = _errors(parsed.root)
        if unread > dialect.error_share * len(text.text):
            message = (
                f"From line {line} on, parts of the file could not be parsed; "
                "what is defined there may be missing."
            )
            problems.append(Diagnostic("info", "", line, message))
    return tuple(problems)


def _errors(root: Node) -> tuple[int, int]:
    """Return how many bytes are in errors, and the line of the first one."""
    unread = line = 0
    stack = [root]
    for _ in range(_MOST_ERRORS):
        if not stack:
            break
        node = stack.pop()
        if node.is_error:
            unread += node.end_byte - node.start_byte
            line = line or node.start_point.row + 1
        else:
            stack.extend(child for child in reversed(node.children) if child.has_error)
    return unread, line
