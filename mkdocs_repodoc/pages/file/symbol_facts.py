"""Facts on one symbol: inheritance, overrides, complexity, raised exceptions, users, examples."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Call, Inline, Phrase, Typed
from mkdocs_repodoc.model.kinds import CALLABLES
from mkdocs_repodoc.model.linked_symbols import (
    Example,
    SymbolRef,
)
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.file.non_import_relations import counterpart_rows
from mkdocs_repodoc.pages.file.subtypes_and_overrides import family_rows
from mkdocs_repodoc.pages.file.symbol_coverage import coverage_rows
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.call_lists import call_rows
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.pages.parts.orientation.tour_links import stop_link
from mkdocs_repodoc.pages.parts.uses.symbol_uses import use_rows

MCCABE_LIMIT = 10
"""McCabe's own limit, which flake8 and Ruff recommend too."""
Row = tuple[str, Phrase]


def symbol_facts(view: FileView, position: int) -> tuple[Row, ...]:
    """Return what is known of a symbol beyond its signature and documentation."""
    rows: list[Row] = []
    if bases := _bases(view, position):
        rows.append(("Bases", bases))
    rows += family_rows(view.context, SymbolRef(view.path, position))
    rows += _value(view, position)
    if raised := _raises(view, position):
        rows.append(("Raises", raised))
    complexity = view.symbol_detail(position).complexity
    if complexity > MCCABE_LIMIT and view.file.role in CODE_ROLES:
        said = f"{complexity} (above McCabe's limit of {MCCABE_LIMIT})"
        rows.append(("Complexity", (said,)))
    rows += counterpart_rows(view, position)
    rows += call_rows(view.context, SymbolRef(view.path, position))
    if not _is_inside_test(view, position):
        rows += use_rows(view.context, view.uses[position])
    if number := view.context.insight.stops.get(SymbolRef(view.path, position)):
        stop = stop_link(view.context, SymbolRef(view.path, position), f"stop {number}")
        rows.append(("On the tour", (stop,)))
    return (*rows, *coverage_rows(view.context, SymbolRef(view.path, position)))


def _is_inside_test(view: FileView, position: int) -> bool:
    """Tell whether only lines of its own file of tests use a symbol, which a reader sees there."""
    uses = view.uses[position]
    users = {*uses.code, *uses.tests, *uses.documents, *uses.raised, *uses.caught}
    return view.file.role == "test" and users <= {view.path}


def _bases(view: FileView, position: int) -> Phrase:
    """What a type inherits from, where the heading does not show it."""
    symbol = view.outline.symbols[position]
    heading = f"{symbol.name} {symbol.signature}"
    scope = view.scope_of(position)
    bases: list[Inline] = [
        Typed(base, view.path, scope) for base in symbol.bases if base not in heading
    ]
    return joined(bases)


def symbol_calls(view: FileView, position: int) -> tuple[Call, ...]:
    """Return real calls of a public function or class.

    Special methods are called by the language or through their class, whose calls are shown. Calls
    in the same file are a scroll away in its listing: some are shown where there are no others.
    The page of a long file, and a slim site, have no room for any.
    """
    if view.is_long or view.context.settings.detail == "slim":
        return ()
    symbol = view.outline.symbols[position]
    if not symbol.public or symbol.kind not in CALLABLES or symbol.name.endswith("__"):
        return ()
    examples = view.examples(position)
    elsewhere = [example for example in examples if example.path != view.path]
    chosen = elsewhere or examples[: caps.OWN_CALLS]
    places = {(example.path, example.line): example for example in reversed(chosen)}
    return tuple(_call(view, example) for example in reversed(places.values()))


def _call(view: FileView, example: Example) -> Call:
    place = page_links.to_line(
        view.context, example.path, example.line, text=f"{example.path}:{example.line}"
    )
    return Call(example.path, example.line, example.end_line, (place,))


def _value(view: FileView, position: int) -> list[Row]:
    """The value of an attribute that has a section of its own."""
    detail = view.symbol_detail(position)
    scope = view.scope_of(position)
    symbol = view.outline.symbols[position]
    if detail.value and not symbol.signature:
        return [("Value", (Typed(detail.value, view.path, scope, "value"),))]
    return []


def _raises(view: FileView, position: int) -> Phrase:
    """Exceptions raised in the body, each with the lines that raise it."""
    lines: dict[str, list[int]] = {}
    for name, line in view.symbol_detail(position).raises:
        lines.setdefault(name, []).append(line)
    parts: list[Phrase] = []
    for name, places in lines.items():
        shown = [view.line(line, text=str(line)) for line in places[: caps.RAISING_LINES]]
        where = capped(shown, len(places) - len(shown))
        parts.append((Typed(name, view.path, position), " (", *where, ")"))
    return joined(parts)
