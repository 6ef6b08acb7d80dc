"""Ties of a type that says nothing of itself: its bases, its makers, its fields."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.symbols.base_names import names_of_bases
from mkdocs_repodoc.insight.symbols.heirs import with_heirs
from mkdocs_repodoc.insight.symbols.symbol_tree import outer_name, split_name
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.kinds import HELD, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import ReferenceKind
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import shortened

_BASE_LENGTH = 40


def type_evidence(context: PageContext, ref: SymbolRef) -> Phrase:
    """Return what the code shows of a type, in a few words; nothing of what is no type.

    Args:
        context: Where its ties are known.
        ref: The type.
    """
    repository = context.repository
    if repository.symbol(ref).kind not in NOUNS:
        return ()
    said: list[Phrase] = []
    if bases := base_links(context, ref):
        family = language_named(repository.files[ref.path].source.language).family
        said.append((f"{family.concrete or family.relation} ", *_some(bases)))
    raised = list(_users(context, [ref], "raise"))
    made = [] if raised else _makers(context, ref)
    for verb, users in (("raised by ", raised), ("made by ", made)):
        if users:
            links = [
                page_links.to_symbol(context, each, text=repository.short_name(each))
                for each in users
            ]
            said.append((verb, *_some(links)))
    if not said and (fields := _fields(context, ref)):
        said.append(("holds ", *_some(fields)))
    return joined(said)


def _some(parts: Sequence[Inline]) -> Phrase:
    shown = parts[: caps.EVIDENCE_NAMES]
    return capped(shown, len(parts) - len(shown), last=" and ")


def base_links(context: PageContext, ref: SymbolRef) -> list[Inline]:
    """Return what a type is made from: types of the repository, and others as they are written."""
    found = context.repository.links.bases.get(ref, ())
    own = context.repository.symbol(ref).bare_name
    names = {each: _told_apart(context, each, own) for each in found}
    links: list[Inline] = [
        page_links.to_symbol(context, each, text=name) for each, name in names.items()
    ]
    known = names_of_bases(context.repository, ref.path, found)
    written = (
        each
        for each in dict.fromkeys(context.repository.symbol(ref).bases)
        if split_name(each.partition("<")[0].partition("[")[0])[1] not in known
    )
    return [*links, *(Code(shortened(each, _BASE_LENGTH)) for each in written)]


def _told_apart(context: PageContext, base: SymbolRef, own: str) -> str:
    """Return what a base is called; one that is called like its heir has its module in front."""
    name = context.repository.symbol(base).bare_name
    file = context.repository.files[base.path]
    return f"{file.module or file.name}.{name}" if name == own else name


def _makers(context: PageContext, ref: SymbolRef) -> list[SymbolRef]:
    """Return who makes values of a type; constructors of its heirs only pass on what they get."""
    calls = context.statistics.calls
    heirs = with_heirs(context.repository, ref)
    users = _users(context, [ref, *calls.constructors(ref)], "call")
    return [each for each in users if calls.made_by(each) not in heirs]


def _users(
    context: PageContext, refs: Sequence[SymbolRef], kind: ReferenceKind
) -> dict[SymbolRef, None]:
    """Return the functions of the software outside a type that use it in one way."""
    repository = context.repository
    own = outer_name(repository.symbol(refs[0]))
    return {
        use.user: None
        for ref in refs
        for use in repository.links.uses.of(ref)
        if use.kind == kind
        and not use.user.is_file
        and repository.files[use.path].role in CODE_ROLES
        and (use.path != refs[0].path or outer_name(repository.symbol(use.user)) != own)
    }


def _fields(context: PageContext, ref: SymbolRef) -> list[Inline]:
    owner = context.repository.symbol(ref).name
    return [
        page_links.to_symbol(
            context, SymbolRef(ref.path, position), text=split_name(symbol.name)[1]
        )
        for position, symbol in enumerate(context.repository.files[ref.path].outline.symbols)
        if symbol.kind in HELD and split_name(symbol.name)[0] == owner
    ]
