"""The pages about the whole repository, as a search finds them."""

from __future__ import annotations

from made_mill import mill_context

from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pages.landmarks import landmarks


def test_sections_are_found_where_they_stand_and_files_are_not_found_twice() -> None:
    context = mill_context()
    composer = PageComposer(context)
    found = list(landmarks(context.repository, context.plan, composer.compose))
    titles = {(each.title, each.page): each for each in found}

    assert titles["Comprehensive book", ""].url == "repo/comprehensive_book/"
    assert titles["Glossary", "Comprehensive book"].anchor == "glossary"
    assert titles["Entry Points", "Index"].anchor == "entry-points"
    assert not {each.title for each in found} & set(context.repository.files)
