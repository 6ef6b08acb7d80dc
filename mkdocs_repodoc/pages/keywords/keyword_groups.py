"""The groups of keywords on a page about files of several languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.text.english import plural_of


@cache
def group_title(language: str, kind: Kind) -> str:
    """Return the title under which a language's people look for a kind of symbol."""
    groups = language_named(language).groups
    return next(
        (group.title for group in groups if kind in group.kinds), plural_of(kind).capitalize()
    )


def in_order(titles: Iterable[str], languages: Iterable[str]) -> list[str]:
    """Return titles in the order to which the people of the commonest language are used.

    Args:
        titles: Titles of groups.
        languages: The language of each symbol that is in one of them. Those that are rarer say
            where titles stand that the commoner ones do not have.
    """
    commonest = [language for language, _ in Counter(languages).most_common()]
    order = dict.fromkeys(
        group.title for language in commonest for group in language_named(language).groups
    )
    ranks = {title: rank for rank, title in enumerate(order)}
    return sorted(titles, key=lambda title: (ranks.get(title, len(ranks)), title))
