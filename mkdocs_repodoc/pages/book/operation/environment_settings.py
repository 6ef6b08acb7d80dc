"""Environment variables that the software, or what stands beside it, reads and sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.defaults.default_files import DefaultFile
from mkdocs_repodoc.insight.operation.environment.variables_of_settings import variables_of_settings
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Block, Code, Items, Paragraph, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.environment.environment_tables import (
    prefixes_sentence,
    variables_table,
)
from mkdocs_repodoc.pages.parts.behaviour.environment.family_list import (
    FAMILIES_TITLE,
    family_items,
)
from mkdocs_repodoc.pages.parts.formatting import capped


def environment(
    view: BookView, found: Configuration, files: Sequence[DefaultFile]
) -> Iterator[Block]:
    """Yield the environment variables that are read and set.

    Args:
        view: The repository.
        found: What one can configure.
        files: Data files with defaults, which may name some.
    """
    if own := found.own_variables:
        of_software = {name: reads for name, reads in found.variables.items() if name in own}
        told = replace(found, variables=of_software)
        yield variables_table(view.context, told, operation_caps.BOOK_VARIABLES)
    elif not (found.unnamed_reads or found.prefixes) and _environment_is_known(view):
        yield Paragraph(("No code of the software reads an environment variable by its name.",))
    yield from _named_by_settings(view, found, files)
    if found.prefixes:
        yield prefixes_sentence(view.context, found)
    if families := view.context.insight.operation.variable_families:
        items = family_items(view.context, families)
        yield Items(items, title=FAMILIES_TITLE)
    others = {name: reads for name, reads in found.variables.items() if name not in own}
    if others:
        read: list[Phrase] = [
            (Code(name), " (", page_links.to_line(view.context, path, each.line, text=path), ")")
            for name, ((path, each), *_) in others.items()
        ]
        shown = capped(
            read[: operation_caps.BOOK_OTHER_VARIABLES],
            len(read) - operation_caps.BOOK_OTHER_VARIABLES,
            last=" and ",
        )
        yield from paragraph([("What stands beside the software reads ", *shown, ".")])
    yield from _given(view, found)


def _given(view: BookView, found: Configuration) -> tuple[Block, ...]:
    """Return which variables the software sets."""
    if not found.given:
        return ()
    parts: list[Phrase] = [
        (
            Code(name),
            " (",
            page_links.to_line(view.context, path, line, text=f"{path}:{line}"),
            ")",
        )
        for name, (path, line) in found.given.items()
    ]
    shown = capped(
        parts[: operation_caps.BOOK_OTHER_VARIABLES],
        len(parts) - operation_caps.BOOK_OTHER_VARIABLES,
        last=" and ",
    )
    said: Phrase = ("For itself or the programs that it starts, it sets ", *shown, ".")
    return paragraph([said])


def _named_by_settings(
    view: BookView, found: Configuration, files: Sequence[DefaultFile]
) -> tuple[Block, ...]:
    """Return the settings that name environment variables, and where these are read."""
    lists = (*(each.listed for each in files), *(each for _, each in found.lists))
    named = variables_of_settings(
        found.unnamed_reads,
        (setting for each in lists for setting in each.settings),
        lambda path: view.context.read_text(path).lines,
    )
    told: list[Phrase] = [
        (
            *("the one that ", Code(each.setting), " names, by default ", Code(each.variable)),
            *(" (", page_links.line_link(view.context, each.path, each.line), ")"),
        )
        for each in named
    ]
    if not told:
        return ()
    return paragraph([("Settings name further ones: it reads ", *some(told), ".")])


def _environment_is_known(view: BookView) -> bool:
    """Tell whether reads of the environment are found in every language of the software."""
    statistics = view.context.statistics
    languages = {
        file.source.language
        for path, file in view.context.repository.files.items()
        if file.role in CODE_ROLES
        and path not in statistics.aside
        and any(symbol.kind in FUNCTIONS for symbol in file.outline.symbols)
    }
    return bool(languages) and not any(
        isinstance(language_named(each).environment, Absent) for each in languages
    )
