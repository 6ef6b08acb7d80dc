"""Groups of entry points: who declares and loads them, their names, and one as a model."""

from __future__ import annotations

from collections import Counter

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.changing.entry_groups import EntryGroup
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.facts import Plugin
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.entry_places import to_place
from mkdocs_repodoc.pages.book.changing.registration_recipes import signature_of
from mkdocs_repodoc.pages.parts import book_caps
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import shortened

_DECORATOR = 80


def groups_of(view: BookView, component: Component | None) -> list[EntryGroup]:
    """Return the groups most of whose objects a component defines; without one, all others."""
    wanted = component.path if component is not None else ""
    return [each for each in view.changes.entry_groups if _home(view, each) == wanted]


def _home(view: BookView, group: EntryGroup) -> str:
    """Return the path of the component that most objects of a group are in."""
    told = {each.path for each in view.told}
    counts = Counter(
        view.owner[ref.path].path
        for ref in group.targets
        if ref is not None and ref.path in view.owner
    )
    path = counts.most_common(1)[0][0] if counts else ""
    return path if path in told else ""


def entry_group_recipe(view: BookView, group: EntryGroup) -> Phrase:
    """Return a group with its entries, a model with its function, and the code that loads them."""
    shown: list[Inline] = [Code(each.name) for each in group.plugins[: book_caps.REGISTERED_NAMES]]
    total = len(group.plugins)
    where = to_place(view, group.path, group.plugins[0].line) if group.plugins[0].line else None
    said: list[Inline] = [Code(view.file_name(group.path)) if where is None else where]
    said += [
        " declares",
        f" {total:,}" if total > len(shown) else "",
        " entry points of the group ",
    ]
    said += [Code(group.name), ": ", *capped(shown, total - len(shown), last=" and "), "."]
    said += _model(view, group)
    if group.named:
        places = [to_place(view, path, line) for path, line in group.named[: book_caps.HANDLERS]]
        said += [" The code names the group in ", *joined(places, last=" and "), "."]
    return tuple(said)


def _model(view: BookView, group: EntryGroup) -> Phrase:
    """Return the sentence on an entry point whose object is the shortest to read."""
    known = [(plugin, ref) for plugin, ref in zip(group.plugins, group.targets, strict=True) if ref]
    if not known:
        return ()
    plugin, ref = min(known, key=lambda each: _length(view, each[1]))
    said: list[Inline] = [" One as a model: ", Code(_written(plugin))]
    if plugin.line:
        said += [" (", to_place(view, group.path, plugin.line), ")"]
    if ref.is_file:
        return (*said, ".")
    symbol = view.context.repository.symbol(ref)
    said += [", which is ", signature_of(view, ref)]
    said += [" (", to_place(view, ref.path, symbol.name_line), ")"]
    above = [Code(shortened(f"@{each}", _DECORATOR)) for each in symbol.decorators]
    if above:
        said += [" below ", *joined(above, last=" and ")]
    return (*said, ".")


def _length(view: BookView, ref: SymbolRef) -> int:
    if ref.is_file:
        return view.context.repository.files[ref.path].outline.lines.total
    symbol = view.context.repository.symbol(ref)
    return symbol.end_line - symbol.line


def _written(plugin: Plugin) -> str:
    target = ":".join(filter(None, (plugin.module, plugin.object)))
    return f"{plugin.name} = {target}"
