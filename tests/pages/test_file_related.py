"""Related Files: each with its reasons and its own words, in their markup."""

from __future__ import annotations

from dataclasses import replace

from made_repository import made_context, made_file, made_repository
from page_text import file_body, section

from mkdocs_repodoc.model.blocks import Items, Prose
from mkdocs_repodoc.model.file_links import (
    FileLinks,
    Reason,
    Related,
)


def test_words_of_a_related_file_are_in_its_own_markup() -> None:
    guide = made_file(
        "guide.rst",
        language="restructuredtext",
        role="documentation",
        summary="An instance of :class:`Flask`, by ``run``.",
    )
    related = Related("guide.rst", (Reason("same folder"),))
    context = replace(
        made_context(made_repository([made_file("a.py"), guide])),
        file_links=lambda _: FileLinks((), (related,), ()),
    )
    (found,) = section(file_body(context, "a.py"), "Related Files")

    assert isinstance(found, Items)
    (prose,) = [part for part in found.items[0].phrase if isinstance(part, Prose)]
    assert prose.markup == "rst"
