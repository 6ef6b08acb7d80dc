"""The order in which a Python file becomes a record."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.python.broken_source import analyse_broken
from mkdocs_repodoc.languages.python.findings import apply_rules
from mkdocs_repodoc.languages.python.findings.rule_input import gather
from mkdocs_repodoc.languages.python.literal_modules import literal_modules
from mkdocs_repodoc.languages.python.literal_paths import find_paths
from mkdocs_repodoc.languages.python.module_head import (
    module_documentation,
    read_head,
    sections_without_summary,
)
from mkdocs_repodoc.languages.python.names.python_file_finder import ResolvedNames, find_names
from mkdocs_repodoc.languages.python.outline.attribute_values import read_starting_values
from mkdocs_repodoc.languages.python.outline.case_detection import find_tests
from mkdocs_repodoc.languages.python.outline.dispatch_tables import read_tables
from mkdocs_repodoc.languages.python.outline.docstrings import (
    ReadDocstring,
    markup_of,
)
from mkdocs_repodoc.languages.python.outline.errors.error_reports import read_errors
from mkdocs_repodoc.languages.python.outline.errors.exit_statuses import read_exits
from mkdocs_repodoc.languages.python.outline.exports import read_exports
from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.import_statements import read_imports
from mkdocs_repodoc.languages.python.outline.library_calls import read_library_uses
from mkdocs_repodoc.languages.python.outline.options import declared_options
from mkdocs_repodoc.languages.python.outline.options.command_handlers import read_handlers
from mkdocs_repodoc.languages.python.outline.settings.settings_adjustments import read_adjusted
from mkdocs_repodoc.languages.python.outline.settings.settings_lists import read_settings
from mkdocs_repodoc.languages.python.outline.settings.settings_reads import read_configuration
from mkdocs_repodoc.languages.python.outline.setup_script import CALL_NAMES as SETUP_NAMES
from mkdocs_repodoc.languages.python.outline.setup_script import read_setup_script
from mkdocs_repodoc.languages.python.outline.structure import Structure
from mkdocs_repodoc.languages.python.outline.symbol_reader import SymbolReader
from mkdocs_repodoc.languages.python.outline.visitor import Visitor
from mkdocs_repodoc.languages.python.parse.line_counts import Lines, SourceComment, read_lines
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.languages.python.parse.syntax_tree import parse
from mkdocs_repodoc.languages.python.spec import PYTHON
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.facts import Fact
from mkdocs_repodoc.model.records import (
    FileDetail,
    FileOutline,
    FileRecord,
    Import,
    Symbol,
    SymbolDetail,
    Term,
    pack_terms,
)
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.source_text import SourceText
from mkdocs_repodoc.text.terms import count_terms

_SETUP_SCRIPT = "setup.py"


def analyse_python(
    name: str,
    text: SourceText,
    options: AnalysisOptions,
) -> FileRecord:
    """Analyse a Python file.

    Args:
        name: Its base name.
        text: Its text.
        options: What changes the record beside the text.

    Returns:
        Its record; where the file can't be parsed, what can be told without a syntax tree, and
        a diagnostic that says so.
    """
    tree = parse(text.text)
    if isinstance(tree, Diagnostic):
        return analyse_broken(text, tree, options)
    try:
        return _analyse_tree(name, tree, text, options)
    except RecursionError:
        problem = Diagnostic(
            "warning",
            "",
            0,
            "The code is nested too deeply to be analysed in full; "
            "the page shows what can be read without its syntax tree.",
        )
        return analyse_broken(text, problem, options)


def _analyse_tree(
    name: str, tree: ast.Module, text: SourceText, options: AnalysisOptions
) -> FileRecord:
    is_setup = name == _SETUP_SCRIPT
    called = declared_options.CALL_NAMES | apply_rules.call_names()
    structure = Visitor(called | SETUP_NAMES if is_setup else called).visit(tree)
    source = SourceExcerpts(text.text)
    names = ImportAliases(structure.imports)
    exports = read_exports(structure.exports)
    reader = SymbolReader(structure, source, names, exports, options.docstring_style)
    symbols, details, definitions = reader.read()
    imports = read_imports(structure, source)
    module = module_documentation(structure, options.docstring_style)
    lines = _read_lines(text, structure, source)
    head = read_head(module, structure, source)
    meanings, problems = _meanings(tree, text.text, symbols, imports)
    outline = FileOutline(
        lines=lines.counts,
        encoding=text.encoding,
        licence=head.licence,
        licence_line=head.licence_line,
        summary=head.summary,
        summary_line=head.summary_line,
        summary_origin=head.summary_origin,
        symbols=symbols,
        imports=imports,
        exports=exports,
        findings=apply_rules.find(gather(structure, definitions, source, names)),
        packed_terms=pack_terms(_terms(symbols, structure, lines.comments)),
        main_line=structure.main_line or (1 if text.text.startswith("#!") else 0),
        options=declared_options.read_options(structure, names, source),
        tests=find_tests(definitions, names),
        diagnostics=(*_text_problems(text), *problems),
        types=meanings.types,
        effect_line=0 if is_setup else _effect_line(structure),
        facts=tuple(_facts(tree, text.text, structure, names, source, is_setup=is_setup)),
        mentions=find_paths(tree, text.text),
    )
    structure.release()
    return FileRecord(outline, _detail(details, module, structure, meanings))


def _detail(
    symbols: tuple[SymbolDetail, ...],
    module: ReadDocstring,
    structure: Structure,
    meanings: ResolvedNames,
) -> FileDetail:
    return FileDetail(
        symbols=symbols,
        documentation=sections_without_summary(module),
        markup=markup_of([str(string.value) for string in structure.strings]),
        targets=meanings.targets,
        references=meanings.references,
    )


def _facts(
    tree: ast.Module,
    text: str,
    structure: Structure,
    names: ImportAliases,
    source: SourceExcerpts,
    *,
    is_setup: bool,
) -> Iterator[Fact]:
    """Yield what the module says of how the software is set up and fails."""
    if is_setup:
        yield from read_setup_script(structure, names)
    yield from read_configuration(tree, text, names, source)
    yield from dict.fromkeys(literal_modules(tree, text))
    yield from read_exits(tree, text, names, source)
    yield from read_settings(tree, text, source)
    yield from read_adjusted(tree, text, source)
    yield from read_starting_values(tree, text, source)
    yield from read_library_uses(tree, text, source)
    yield from read_errors(tree, text, names, source)
    yield from read_tables(tree, source)
    yield from read_handlers(structure)


def _read_lines(text: SourceText, structure: Structure, source: SourceExcerpts) -> Lines:
    spans = [(string.lineno, string.end_lineno or string.lineno) for string in structure.strings]
    return read_lines(text.text, source.lines, spans)


def _effect_line(structure: Structure) -> int:
    """Return the line from which on the module does something beyond defining names; 0 if none."""
    node = structure.module.node
    for statement in node.body if isinstance(node, ast.Module) else ():
        is_call = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)
        if is_call or isinstance(statement, ast.For | ast.While | ast.With):
            return statement.lineno
    return 0


def _meanings(
    tree: ast.Module, text: str, symbols: Sequence[Symbol], imports: Sequence[Import]
) -> tuple[ResolvedNames, tuple[Diagnostic, ...]]:
    try:
        return find_names(tree, text, symbols, imports), ()
    except RecursionError:
        problem = Diagnostic(
            "warning",
            "",
            0,
            "An expression is nested too deeply to follow its names; the listing has no links.",
        )
        return ResolvedNames((), (), ()), (problem,)


def _terms(
    symbols: Sequence[Symbol], structure: Structure, comments: Sequence[SourceComment]
) -> tuple[Term, ...]:
    words = [(symbol.name.rpartition(".")[2], symbol.name_line) for symbol in symbols]
    words += [(str(string.value), string.lineno) for string in structure.strings]
    words += [(comment.text, comment.line) for comment in comments]
    return count_terms(words, PYTHON.keywords)


def _text_problems(text: SourceText) -> tuple[Diagnostic, ...]:
    return (Diagnostic("warning", "", 0, text.problem),) if text.problem else ()
