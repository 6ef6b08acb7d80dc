"""From a file's text to its record, for every language that has a dialect."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import islice
from typing import NamedTuple

import msgspec
from tree_sitter import Node, Parser

from mkdocs_repodoc.analysis_options import AnalysisOptions
from mkdocs_repodoc.languages.c_family.function_bodies import empty_bodies
from mkdocs_repodoc.languages.c_family.macros import blank_macros
from mkdocs_repodoc.languages.c_family.preprocessor import (
    Preprocessed,
    blank,
    preprocess,
    without_default_lists,
)
from mkdocs_repodoc.languages.treesitter.comment_blocks import Block, Blocks
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.doc_comments import (
    Documentation,
    parse_documentation,
    strip_comment,
)
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.signature_text import LONGEST_VALUE
from mkdocs_repodoc.languages.treesitter.source_bytes import Source
from mkdocs_repodoc.languages.treesitter.walk import Found, Walk
from mkdocs_repodoc.model.diagnostics import Diagnostic
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
from mkdocs_repodoc.source_text import SourceText
from mkdocs_repodoc.text.comments import Comment, header_comments
from mkdocs_repodoc.text.licences import licence_of
from mkdocs_repodoc.text.prose import shorten, summarise
from mkdocs_repodoc.text.terms import count_terms

_DIALECTS = {
    "c": ("c_family", "C"),
    "c++": ("c_family", "CPP"),
    "cuda": ("c_family", "CUDA"),
    "javascript": ("javascript", "JAVASCRIPT"),
    "jsx": ("javascript", "JAVASCRIPT"),
    "typescript": ("javascript", "TYPESCRIPT"),
    "tsx": ("javascript", "TSX"),
    "rust": ("rust", "RUST"),
    "go": ("go", "GO"),
    "java": ("java", "JAVA"),
    "c#": ("c_sharp", "C_SHARP"),
    "ruby": ("ruby", "RUBY"),
    "shell": ("shell", "SHELL"),
}
"""Language → module of this package and the name of its dialect there."""

LANGUAGES = frozenset(_DIALECTS)
"""Languages that `analyse_tree` reads."""

_MOST_ERRORS = 10_000
"""How many nodes of a broken tree are looked at for its errors."""
_HEAD = 200
"""In how many lines the file's own comment is looked for."""
_LEAST_WORDS = 4
"""Of a comment right above an import that describes the file; fewer are a label of the imports."""
_LONGEST_SHOWN = 60
"""Characters of a macro's value that its signature shows."""
_LAST_PART = re.compile(r".*(?:::|[.#/>])")
_MAGIC = re.compile(r"#\s*(?:frozen_string_literal|encoding|warn_indent|typed)\s*:|//go:\w")
"""Comments that tools read."""
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
    preprocessed: Preprocessed | None


def analyse_tree(
    name: str, text: SourceText, options: AnalysisOptions, language: str
) -> FileRecord:
    """Make the record of a file from its syntax tree.

    Args:
        name: Base name of the file.
        text: Its text; broken code gives what can be recognised.
        options: What changes a record; nothing here does yet.
        language: One of `LANGUAGES`.

    Returns:
        The record, with symbols in source order.
    """
    del options  # they concern Python's docstrings; the seam is the same for all languages
    source = Source(text.text.encode("utf-8", "replace"))
    dialect = _dialect(language)
    parsed = _parse(source, dialect, name)
    blocks = Blocks(source, parsed.walk.code, parsed.comments, plain=dialect.plain_comments)
    symbols, details = _describe(parsed, blocks)
    lines = text.lines
    head = _head(lines, parsed.preprocessed)
    comments = header_comments(head, language)
    licence, licence_line = licence_of(comments)
    first = {symbol.line for symbol in symbols[:50]}
    about = _file_block(blocks, parsed.walk, language)
    if about:
        own = [Comment(about.line, _TITLE.sub("", strip_comment(about.text)))]
    else:
        imported = {one.line for one in parsed.walk.imports}
        own = [
            comment
            for comment in comments
            if (following := comment.line + comment.text.count("\n") + 1) not in first
            and not (following in imported and len(comment.text.split()) < _LEAST_WORDS)
            and not (language == "rust" and _is_remark(lines, comment.line, following))
        ]
    summary = summarise(own)
    walk = parsed.walk
    # `#![…]` at the start of a Rust file is an attribute of the crate.
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
        imports=tuple(sorted(walk.imports, key=lambda one: (one.line, one.column))),
        exports=tuple(dict.fromkeys(walk.exports)) if walk.exports else None,
        packed_terms=pack_terms(count_terms(_words(symbols, blocks.all, licence_line), language)),
        main_line=walk.main_line or shebang,
        facts=tuple(dict.fromkeys(walk.facts)),
        tests=tuple(dict.fromkeys(walk.tests)),
        diagnostics=_diagnose(text, parsed, dialect),
    )
    rest = (DocSection("text", text=summary.rest),) if summary and summary.rest else ()
    return FileRecord(outline, FileDetail(details, rest))


@cache
def _dialect(language: str) -> Dialect:
    """Load a language's grammar when the first file of it is met."""
    module, name = _DIALECTS[language]
    dialect = getattr(import_module(f"mkdocs_repodoc.languages.{module}.symbols"), name)
    if not isinstance(dialect, Dialect):
        raise TypeError(f"{module}.{name} is no dialect")
    return dialect


def _parse(source: Source, dialect: Dialect, name: str) -> _Parsed:
    preprocessed = blanked = None
    decisions: list[int] = []
    code = tree_code = source.data
    if dialect.preprocessed:
        preprocessed = preprocess(source.data)
        blanked = blank_macros(preprocessed)
        decisions = empty_bodies(preprocessed)
        code = bytes(preprocessed.code)
        tree_code = without_default_lists(code)
    parsed = dialect.parse(tree_code)
    tree = parsed or Parser(dialect.language).parse(b"")
    starts = blanked.starts if blanked else {}
    walk = Walk(source, code, dialect.handlers, dialect.separator, name, starts, extra=blanked)
    walk.run(tree.root_node, Scope(separator=dialect.separator))
    if preprocessed:
        _add_preprocessed(walk, preprocessed)
        comments = sorted(preprocessed.comments)
    else:
        comments, decisions = dialect.survey(tree.root_node)
    walk.found.sort(key=lambda found: (found.start, found.name_start))
    return _Parsed(walk, tree.root_node, parsed is None, comments, decisions, preprocessed)


def _add_preprocessed(walk: Walk, preprocessed: Preprocessed) -> None:
    source = walk.source
    for include in preprocessed.includes:
        line, column = source.line(include.offset), source.column(include.offset)
        walk.imports.append(
            Import(
                include.path,
                line=line,
                column=column,
                end_column=column + include.end - include.offset,
                conditional=include.conditional,
                system=include.system,
            )
        )
    for macro in preprocessed.macros:
        value = macro.value
        signature = macro.parameters or (f" = {value}" if 0 < len(value) < _LONGEST_SHOWN else "")
        walk.found.append(
            Found(
                "macro",
                macro.name,
                macro.start,
                macro.end,
                macro.offset,
                macro.offset + len(macro.name.encode()),
                signature,
                (),
                (),
                ("function-like",) if macro.parameters else (),
                not macro.name.startswith("_"),
                SymbolDetail(value=shorten(value, LONGEST_VALUE)),
                body=False,
                doc_start=macro.start,
            )
        )


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
        place = found.name_start if found.name_start >= 0 else found.start
        name_line = source.line(place)
        column = source.column(place)
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
                found.name,
                found.kind,
                line,
                end_line,
                name_line,
                column if found.name_start >= 0 else -1,
                column + found.name_end - found.name_start if found.name_start >= 0 else -1,
                parts.summary if parts else "",
                found.signature,
                found.bases,
                found.decorators,
                labels,
                found.public,
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


def _file_block(blocks: Blocks, walk: Walk, language: str) -> Block | None:
    """Return the comment that documents the file by the language's own rules."""
    if language == "go" and walk.file_line:  # Go: the one above the package clause
        return blocks.by_end.get(walk.file_line - 1)
    for block in blocks.all[:20]:
        inner = block.text.startswith(("//!", "/*!"))
        if (language == "rust" and inner) or _FILE_TAG.search(block.text):
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


def _head(lines: list[str], preprocessed: Preprocessed | None) -> list[str]:
    """Return the first lines, without the directives that a header starts with."""
    head = lines[:_HEAD]
    if preprocessed is None:
        return ["" if _MAGIC.match(row) else row for row in head]
    guard = preprocessed.guard
    return [
        "" if row.startswith("#") and ("pragma" in row or (guard and guard in row)) else row
        for row in head
    ]


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
