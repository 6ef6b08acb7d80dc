"""What the book says of a name for another type."""

from __future__ import annotations

from body_text import phrase_text
from made_mill import mill_context

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.types.type_sentences import alternatives


def test_a_union_is_told_without_the_sign_before_its_first_type() -> None:
    text = "export type Verb =\n\t| 'get'\n\t| 'post';\n"
    view = BookView(mill_context({"mill/verbs.ts": text}))
    profile = view.context.insight.type_profiles.profile(SymbolRef("mill/verbs.ts", 0))
    assert phrase_text(alternatives(view, profile)) == "It stands for 'get' | 'post'."
