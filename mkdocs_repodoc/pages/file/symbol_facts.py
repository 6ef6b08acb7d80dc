"""Facts on one symbol: inheritance, overrides, complexity, raised exceptions, users, examples."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.symbol_tree import CALLABLE_KINDS
from mkdocs_repodoc.model.blocks import Call, Inline, Phrase, Typed
from mkdocs_repodoc.model.repository import Example, SymbolRef
from mkdocs_repodoc.pages.file.relation_lists import counterpart_rows
from mkdocs_repodoc.pages.file.symbol_coverage import coverage_rows
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.file_view import FileSubject
from mkdocs_repodoc.pages.parts.formatting import count, joined
from mkdocs_repodoc.pages.parts.symbol_uses import use_rows

MCCABE_LIMIT = 10
"""McCabe's own limit, which flake8 and Ruff recommend too."""
_LINKED = 8
_OWN_CALLS = 2
_LINES = 4

Row = tuple[str, Phrase]


def symbol_facts(subject: FileSubject, position: int) -> tuple[Row, ...]:
    """Return what is known of a symbol beyond its signature and documentation."""
    symbol = subject.outline.symbols[position]
    outer = subject.tree.parents[position]
    rows: list[Row] = []
    if symbol.bases:
        bases: list[Inline] = [Typed(base, subject.path, outer) for base in symbol.bases]
        rows.append(("Bases", joined(bases)))
    rows += _family(subject, SymbolRef(subject.path, position))
    rows += _value(subject, position)
    if raised := _raises(subject, position):
        rows.append(("Raises", raised))
    if (complexity := subject.symbol_detail(position).complexity) > 1:
        remark = f", above McCabe's limit of {MCCABE_LIMIT}" if complexity > MCCABE_LIMIT else ""
        rows.append(("Complexity", (f"{complexity}{remark}",)))
    rows += counterpart_rows(subject, position)
    rows += use_rows(subject.context, subject.uses[position])
    return (*rows, *coverage_rows(subject.context, SymbolRef(subject.path, position)))


def symbol_calls(subject: FileSubject, position: int) -> tuple[Call, ...]:
    """Return real calls of a public function or class.

    Special methods are called by the language or through their class, whose calls are shown. Calls
    in the same file are a scroll away in its listing: some are shown where there are no others.
    """
    symbol = subject.outline.symbols[position]
    if not symbol.public or symbol.kind not in CALLABLE_KINDS or symbol.name.endswith("__"):
        return ()
    examples = subject.examples(position)
    elsewhere = [example for example in examples if example.path != subject.path]
    chosen = elsewhere or examples[:_OWN_CALLS]
    places = {(example.path, example.line): example for example in reversed(chosen)}
    return tuple(_call(subject, example) for example in reversed(places.values()))


def _call(subject: FileSubject, example: Example) -> Call:
    place = page_links.to_line(
        subject.context, example.path, example.line, text=f"{example.path}:{example.line}"
    )
    return Call(example.path, example.line, example.end_line, (place,))


def _family(subject: FileSubject, ref: SymbolRef) -> list[Row]:
    """Inheritance and overriding, as far as the repository shows it."""
    all_links = subject.context.repository.links
    rows: list[Row] = []
    if subclasses := all_links.subclasses.get(ref):
        rows.append(("Subclasses", _symbols(subject, subclasses, "subclass")))
    if overridden := all_links.overrides.get(ref):
        rows.append(("Overrides", (_symbol(subject, overridden),)))
    if overriding := all_links.overridden_by.get(ref):
        rows.append(("Overridden by", _symbols(subject, overriding, "override")))
    return rows


def _symbols(subject: FileSubject, refs: Sequence[SymbolRef], noun: str) -> Phrase:
    shown = [_symbol(subject, ref) for ref in refs[:_LINKED]]
    rest = f" and {count(len(refs) - _LINKED, f'more {noun}')}" if len(refs) > _LINKED else ""
    return (*joined(shown), rest) if rest else joined(shown)


def _symbol(subject: FileSubject, ref: SymbolRef) -> Inline:
    """A link by the name within the file for the file's own symbols, else by the full name."""
    own = ref.path == subject.path
    text = subject.context.repository.symbol(ref).name if own else ""
    return page_links.to_symbol(subject.context, ref, text=text)


def _value(subject: FileSubject, position: int) -> list[Row]:
    """The value of an attribute that has a section of its own."""
    detail = subject.symbol_detail(position)
    outer = subject.tree.parents[position]
    symbol = subject.outline.symbols[position]
    if detail.value and not symbol.signature:
        return [("Value", (Typed(detail.value, subject.path, outer, "value"),))]
    return []


def _raises(subject: FileSubject, position: int) -> Phrase:
    """Exceptions raised in the body, each with the lines that raise it."""
    lines: dict[str, list[int]] = {}
    for name, line in subject.symbol_detail(position).raises:
        lines.setdefault(name, []).append(line)
    phrase: list[Inline] = []
    for name, places in lines.items():
        shown = [subject.line(line, text=str(line)) for line in places[:_LINES]]
        phrase += [", "] if phrase else []
        phrase += [Typed(name, subject.path, position), " (", *joined(shown)]
        phrase.append(f" and {len(places) - _LINES} more)" if len(places) > _LINES else ")")
    return tuple(phrase)
