"""The book's portrait of one type: a paragraph on it, and short lists of what it holds and does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.architecture.type_profile import TypeProfile
from mkdocs_repodoc.insight.symbols.assigned_fields import assigned_fields
from mkdocs_repodoc.insight.symbols.object_construction import is_constructor
from mkdocs_repodoc.model.blocks import Block, Code, Item, Items, Phrase, Typed
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.types.type_sentences import last_name, shown_names
from mkdocs_repodoc.pages.parts import book_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import shortened

_SIGNATURE = 40


def member_lists(view: BookView, profile: TypeProfile) -> list[Block]:
    """Return the lists of the variants, the fields, the methods and the inner types of a type."""
    members = profile.members
    blocks: list[Block] = []
    blocks += _listed(view, profile, "It is one of", members.variants, book_caps.TYPE_VARIANTS)
    blocks += _listed(view, profile, "It holds", members.fields, book_caps.TYPE_FIELDS)
    blocks += _assigned(view, profile)
    named = _named_once(view, members.methods)
    blocks += _listed(view, profile, _methods_title(view, named), named, book_caps.TYPE_METHODS)
    blocks += _listed(view, profile, "Inside it are defined", members.inner, book_caps.TYPE_INNER)
    return blocks


def _assigned(view: BookView, profile: TypeProfile) -> list[Block]:
    """Return the fields that its objects are given as they are made, if it declares none."""
    symbol = view.context.repository.symbol
    if any("static" not in symbol(each).labels for each in profile.members.fields):
        return []
    ref = profile.symbol
    found = assigned_fields(view.context.repository, ref, view.context.read_text(ref.path).lines)
    parts: list[Phrase] = []
    for each in found[: book_caps.OTHER_TYPE_NAMES]:
        value = f" = {each.value}" if each.value not in {"", each.name} else ""
        link = page_links.to_line(view.context, ref.path, each.line, text=each.name)
        parts.append((link, Code(shortened(value, _SIGNATURE))) if value else (link,))
    left = len(found) - len(parts)
    title = "Its objects are made with"
    return [Items((Item(capped(parts, left)),), title=title)] if parts else []


def _methods_title(view: BookView, refs: Iterable[SymbolRef]) -> str:
    kinds = {view.context.repository.symbol(ref).kind for ref in refs}
    what = "methods and properties" if Kind.PROPERTY in kinds else "methods"
    return f"Its {what}, the most used first"


def _named_once(view: BookView, refs: Iterable[SymbolRef]) -> tuple[SymbolRef, ...]:
    """Leave out overloads of what is there already."""
    first: dict[str, SymbolRef] = {}
    for each in refs:
        first.setdefault(last_name(view, each), each)
    return tuple(first.values())


def _listed(
    view: BookView, profile: TypeProfile, title: str, refs: Sequence[SymbolRef], most: int
) -> list[Block]:
    """List members: those with words of their own line by line, the others in one line.

    What is left out is on the page of the type.
    """
    shown = refs[:most]
    symbol = view.context.repository.symbol
    told = [each for each in shown if symbol(each).summary]
    bare = [each for each in shown if not symbol(each).summary]
    items = [
        Item((*_named(view, each), *summaries.behind_name(view.context, each))) for each in told
    ]
    left = len(refs) - len(shown)
    more = page_links.to_symbol(view.context, profile.symbol, text=f"{left:,} more")
    rest: Phrase = ("and ", more) if left else ()
    if bare:
        named = joined([_brief(view, each) for each in bare], "; ")
        items.append(Item((*named, *((" ", *rest) if rest else ()))))
    elif rest:
        items.append(Item(rest))
    return [Items(tuple(items), title=title)] if items else []


def _brief(view: BookView, ref: SymbolRef) -> Phrase:
    """Return a member without words: a field with its type, a method by its name."""
    is_method = view.context.repository.symbol(ref).kind in FUNCTIONS - {Kind.PROPERTY}
    return tuple(shown_names(view, [ref])) if is_method else signed(view, ref)


def _named(view: BookView, ref: SymbolRef) -> Phrase:
    """Return a member that says what it is: a function by its name alone."""
    if view.context.repository.symbol(ref).kind in FUNCTIONS - {Kind.PROPERTY}:
        return (*shown_names(view, [ref]),)
    return signed(view, ref)


def signed(view: BookView, ref: SymbolRef) -> Phrase:
    """Return a member's name with its type, value or parameters."""
    (link,) = shown_names(view, [ref])
    signature = view.context.repository.symbol(ref).signature
    if not signature:
        return (link,)
    annotation, equals, value = signature.partition("=")
    if equals and value.strip() == last_name(view, ref):  # what a constructor is given
        signature = annotation.rstrip() or _given(view, ref)
    short = shortened(signature, _SIGNATURE)
    return (link, Typed(short, ref.path, ref.position)) if short else (link,)


def _given(view: BookView, ref: SymbolRef) -> str:
    """Return what the constructor says of the parameter of a field's name."""
    name = view.context.repository.symbol(ref).name
    owner, _, last = name.rpartition(".")
    details = view.context.detail(ref.path).symbols
    file = view.context.repository.files[ref.path]
    for symbol, detail in zip(file.outline.symbols, details, strict=False):
        if symbol.name.startswith(f"{owner}.") and is_constructor(file, symbol):
            found = (each.annotation for each in detail.parameters if each.name == last)
            return next((f": {annotation}" for annotation in found if annotation), "")
    return ""
