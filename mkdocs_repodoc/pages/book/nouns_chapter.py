"""The book's chapter on the key abstractions: what each is, and how they are tied."""

from __future__ import annotations

from mkdocs_repodoc.insight.architecture.key_abstractions import described
from mkdocs_repodoc.insight.symbols.main_symbol import main_symbol
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Phrase, Subheading
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import paragraph, quoted_sentence, some
from mkdocs_repodoc.pages.book.types.other_types import other_types
from mkdocs_repodoc.pages.book.types.type_portrait import member_lists
from mkdocs_repodoc.pages.book.types.type_sentences import (
    alternatives,
    compared,
    given,
    guarded,
    made_by,
    made_from,
    made_into,
    used_by,
)
from mkdocs_repodoc.pages.parts import book_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.parts.orientation.abstraction_list import abstraction_diagram
from mkdocs_repodoc.pages.parts.orientation.undescribed_types import (
    words_of_constructor,
    written_entries,
)
from mkdocs_repodoc.text.english import count, with_article

_LEAST = 2
_VERBS = {
    "holds": "holds",
    "makes": "makes",
    "returns": "returns",
    "takes": "takes",
}
_LEAST_WORDS = 3
"""Words of a file's description that says something of its type."""
_LEAST_USERS = 2


def nouns(view: BookView) -> tuple[Block, ...]:
    """Return a portrait of each key abstraction after the picture of all; none without types."""
    symbols = view.context.abstractions.symbols
    if len(symbols) < _LEAST:
        return ()
    blocks: list[Block] = []
    names = some([view.to_symbol(ref) for ref in symbols], most=len(symbols))
    said = f"The code and its documents turn on {count(len(symbols), 'type')}: "
    blocks += paragraph([(said, *names, ".")])
    if diagram := abstraction_diagram(view.context):
        blocks.append(diagram)
    for number, ref in enumerate(symbols, 1):
        blocks.append(Subheading(view.context.repository.symbol(ref).bare_name, f"type-{number}"))
        blocks += noun(view, ref)
    return (*blocks, *other_types(view))


def noun(view: BookView, ref: SymbolRef) -> list[Block]:
    """Return the portrait of one key abstraction."""
    profile = view.context.insight.type_profiles.profile(ref)
    what = [
        _words(view, ref),
        made_from(view, profile),
        made_into(view, profile),
        alternatives(view, profile),
        _ties(view, ref),
        _where(view, ref),
    ]
    promised = [
        made_by(view, profile),
        used_by(view, profile) if described(view.context.repository, ref) is None else (),
        *compared(view, profile),
        guarded(view, profile),
        given(view, profile),
    ]
    return [*paragraph(what), *paragraph(promised), *member_lists(view, profile)]


def _words(view: BookView, ref: SymbolRef) -> Phrase:
    """Return a type's own words; those of the base that describes it, said to be the base's."""
    link = view.to_symbol(ref)
    source = described(view.context.repository, ref)
    if source is None:
        return _without_words(view, ref)
    words = quoted_sentence(summaries.of_symbol(view.context, source))
    if source == ref:
        return (link, ": ", *words)
    kind: Phrase = (link, " is a kind of ", view.to_symbol(source))
    if source in view.context.abstractions.symbols:  # its own portrait has its words
        return (*kind, ".")
    return (*kind, ", which is described as ", *words)


def _without_words(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the sentence on a type that says nothing of itself; its file may."""
    file = view.context.repository.files[ref.path]
    kind = with_article(view.context.repository.symbol(ref).kind)
    said: Phrase = (
        view.to_symbol(ref),
        f" is {kind} in ",
        page_links.to_file(view.context, ref.path),
    )
    words = summaries.of_file(view.context, ref.path)
    if _is_sentence(words) and main_symbol(file) == ref.position:
        return (*said, ", which is about it: ", *quoted_sentence(words))
    if built := words_of_constructor(view.context, ref):
        return (*said, "; its constructor says: ", *quoted_sentence(built))
    is_bare = not view.context.insight.type_profiles.profile(ref).members.all
    keys = written_entries(view.context, ref) if is_bare else ()
    if keys:
        listed = some([Code(each) for each in keys], most=book_caps.TYPE_ENTRIES)
        return (*said, " with the entries ", *listed, ".")
    return (*said, ".")


def _is_sentence(words: Phrase) -> bool:
    """Tell whether a description is more than a heading of a word or two: `filter`."""
    text = " ".join(each if isinstance(each, str) else getattr(each, "text", "") for each in words)
    return len(text.split()) >= _LEAST_WORDS


def _ties(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the sentence on what a type does with the others, beside being made from them."""
    ties = view.context.abstractions.ties
    parts: list[Phrase] = []
    for word, verb in _VERBS.items():
        targets: list[Inline] = [
            view.to_symbol(each.target) for each in ties if each.source == ref and each.word == word
        ]
        if targets:
            parts.append((f"{verb} ", *joined(targets, last=" and ")))
    return ("It ", *joined(parts, last=" and "), ".") if parts else ()


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
