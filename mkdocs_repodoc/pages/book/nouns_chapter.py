"""The book's chapter on the key abstractions: what each is, and how they are tied."""

from __future__ import annotations

from heapq import nlargest

from mkdocs_repodoc.insight.architecture.key_abstractions import TIES, described
from mkdocs_repodoc.insight.statistics import TEST_ROLES
from mkdocs_repodoc.model.blocks import Block, Inline, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import paragraph, quoted, some
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.parts.orientation.abstraction_list import abstraction_diagram
from mkdocs_repodoc.text.english import count, with_article

_LEAST = 2
_VERBS = {
    "inherits": "inherits from",
    "implements": "implements",
    "holds": "holds",
    "makes": "makes",
    "returns": "returns",
    "takes": "takes",
}
_LEAST_USERS = 2


def nouns(view: BookView) -> tuple[Block, ...]:
    """Return a paragraph on each key abstraction after the picture of all; none without types."""
    symbols = view.context.abstractions.symbols
    if len(symbols) < _LEAST:
        return ()
    blocks: list[Block] = []
    names = some([view.to_symbol(ref) for ref in symbols], most=len(symbols))
    said = f"The code and its documents turn on {count(len(symbols), 'type')}: "
    blocks += paragraph([(said, *names, ".")])
    if diagram := abstraction_diagram(view.context):
        blocks.append(diagram)
    for ref in symbols:
        blocks += noun(view, ref)
    return tuple(blocks)


def noun(view: BookView, ref: SymbolRef) -> tuple[Block, ...]:
    """Return the paragraph on one key abstraction."""
    return paragraph([_words(view, ref), _ties(view, ref), _members(view, ref), _where(view, ref)])


def _words(view: BookView, ref: SymbolRef) -> Phrase:
    """Return a type's own words; those of the base that describes it, said to be the base's."""
    link = view.to_symbol(ref)
    source = described(view.context.repository, ref)
    if source is None:
        return (link, f" is {with_article(view.context.repository.symbol(ref).kind)}.")
    words = quoted(summaries.of_symbol(view.context, source))
    if source == ref:
        return (link, ": ", *words)
    return (link, " is a ", view.to_symbol(source), ": ", *words)


def _ties(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the sentence on what a type has to do with the others."""
    ties = view.context.abstractions.ties
    parts: list[Phrase] = []
    for word in TIES:
        targets: list[Inline] = [
            view.to_symbol(each.target) for each in ties if each.source == ref and each.word == word
        ]
        if targets:
            parts.append((f"{_VERBS[word]} ", *joined(targets, last=" and ")))
    return ("It ", *joined(parts, last=" and "), ".") if parts else ()


def _members(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the sentence on those of its methods that most files call."""
    outline = view.context.repository.files[ref.path].outline
    name = outline.symbols[ref.position].name
    # An overload has the name of what it overloads.
    found = {
        outline.symbols[position].name: (users, SymbolRef(ref.path, position))
        for position in view.context.repository.links.uses.file_counts(ref.path)
        if position != FILE_SCOPE
        and outline.symbols[position].kind in FUNCTIONS
        and outline.symbols[position].public
        and outline.symbols[position].name.startswith(f"{name}.")
        and not outline.symbols[position].name.endswith("__")
        and (users := _users(view, SymbolRef(ref.path, position))) >= _LEAST_USERS
    }
    if len(found) < _LEAST:
        return ()
    shown = nlargest(caps.ABSTRACTION_METHODS, found.values(), key=lambda each: (each[0], each[1]))
    links: list[Inline] = [
        page_links.to_symbol(
            view.context, each, text=outline.symbols[each.position].name.rpartition(".")[2]
        )
        for _, each in shown
    ]
    return ("Its most called methods are ", *joined(links, last=" and "), ".")


def _users(view: BookView, ref: SymbolRef) -> int:
    """Return how many other files use a method; tests, which call whatever they test, aside."""
    files = view.context.repository.files
    using = {use.path for use in view.context.repository.links.uses.of(ref)} - {ref.path}
    return sum(files[path].role not in TEST_ROLES for path in using)


def _where(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the sentence on how much of the code names a type, and on which chapter tells it."""
    users = view.context.abstractions.users[ref]
    component = view.owner.get(ref.path)
    if component is None:
        return ()
    chapter = view.to_chapter(component)
    if users < _LEAST_USERS:
        return ("Its chapter is ", chapter, ".")
    return (f"{count(users, 'source file')} name it; its chapter is ", chapter, ".")
