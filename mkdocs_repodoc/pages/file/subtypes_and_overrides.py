"""The types below a type, and what overrides a member: a fact where they are few, else lists.

Those of tests stand last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Inline, Items, Phrase
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.pages.parts.uses.use_files import file_items
from mkdocs_repodoc.text.english import count

Relatives = tuple[str, str, list[SymbolRef]]
"""What a fact on them is called, the noun for one of them, and the symbols."""


def family_rows(context: PageContext, ref: SymbolRef) -> list[tuple[str, Phrase]]:
    """Return the facts on inheritance and overriding; of many it only counts."""
    rows: list[tuple[str, Phrase]] = []
    words = language_named(context.repository.files[ref.path].source.language).family
    repository = context.repository
    for title, noun, refs in _relatives(context, ref):
        if len(refs) <= caps.RELATIVES:
            rows.append((title, joined([_link(context, ref, each) for each in refs])))
        else:
            files = len({each.path for each in refs})
            rows.append((title, (f"{count(len(refs), noun)} in {count(files, 'file')}",)))
    if overridden := repository.links.overrides.get(ref):
        title = "Implements" if _is_promised(context, overridden) else words.overrides
        rows.append((title, (_link(context, ref, overridden),)))
    return rows


def family_lists(context: PageContext, ref: SymbolRef) -> tuple[Items, ...]:
    """Return the folded lists, by file, of those that are too many for a fact."""
    name = context.repository.symbol(ref).name
    return tuple(
        _list(context, ref, refs, f"{name}: {title.lower()}")
        for title, _, refs in _relatives(context, ref)
        if len(refs) > caps.RELATIVES
    )


def _relatives(context: PageContext, ref: SymbolRef) -> Iterator[Relatives]:
    repository = context.repository
    words = language_named(repository.files[ref.path].source.language).family
    below = repository.links.subclasses.get(ref, ())
    implementing = [
        each
        for each in below
        if repository.symbol(ref).kind == Kind.INTERFACE != repository.symbol(each).kind
    ]
    others = [each for each in below if each not in implementing]
    overriding = repository.links.overridden_by.get(ref, ())
    promised = _is_promised(context, ref)
    for title, noun, refs in (
        ("Implemented by", "implementation", implementing),
        (words.below, words.noun, others),
        (
            "Implemented by" if promised else words.overridden,
            "implementation" if promised else "override",
            overriding,
        ),
    ):
        if refs:
            files = repository.files
            yield title, noun, sorted(refs, key=lambda each: files[each.path].role in TEST_ROLES)


def _list(context: PageContext, ref: SymbolRef, refs: Sequence[SymbolRef], title: str) -> Items:
    by_file: dict[str, list[SymbolRef]] = {}
    for each in refs:
        by_file.setdefault(each.path, []).append(each)

    def said(path: str) -> Phrase:
        name: Phrase = ("this file: ",)
        if path != ref.path:
            name = (page_links.to_file(context, path), ": ")
        found = by_file[path]
        links = [
            page_links.to_symbol(context, each, text=context.repository.symbol(each).bare_name)
            for each in found[: caps.RELATIVES_PER_FILE]
        ]
        return (*name, *capped(links, len(found) - len(links)))

    items = file_items(context, list(by_file), caps.USE_FILES_IN_LIST, said)
    return Items(items, shown=caps.USE_FILES_UNFOLDED, title=title)


def _is_promised(context: PageContext, member: SymbolRef) -> bool:
    """Whether a member belongs to an interface, which leaves it to others."""
    owner = context.repository.symbol(member).name.rpartition(".")[0]
    return owner in context.interfaces(member.path)


def _link(context: PageContext, own: SymbolRef, ref: SymbolRef) -> Inline:
    """A link by the name within the file for the file's own symbols, else by the full name."""
    text = context.repository.symbol(ref).name if ref.path == own.path else ""
    return page_links.to_symbol(context, ref, text=text)
