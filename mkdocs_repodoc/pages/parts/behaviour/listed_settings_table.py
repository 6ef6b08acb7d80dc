"""Tables of settings that code lists, with the lines that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.model.blocks import Code, Column, Phrase, Table
from mkdocs_repodoc.model.facts import REQUIRED, ListedSetting, SettingsList
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.settings_tables import (
    NO_VALUE,
    code_phrase,
    meanings_in_documents,
)

_NAMED_SHARE = 5
"""Of so many settings one has its name in code at least, or those that do mean other things."""
_QUOTED = re.compile(r"(?<=[\"'])[\w.-]+(?=[\"'])")

_WORDS = re.compile(r"\s*(?:[\"'][\w-]+[\"'](?:\s*,)?\s*)+$")
"""A line of words alone."""
_WORD_LIST = 40
"""Lines of words from which on a file holds a list of words, which name no settings."""


def list_table(
    context: PageContext, path: str, found: SettingsList, named: Mapping[str, Phrase] | None = None
) -> Table:
    """Return a list of settings with what makes their values, and their defaults.

    Args:
        context: Where addresses are known.
        path: The file that has the list.
        found: The list.
        named: Name of a setting → the lines that name it; nothing where they are not asked for.
    """
    shown = _telling(found)
    said = meanings_in_documents(context, {each.name for each in shown})
    rows = tuple(
        (
            (Code(each.name),),
            code_phrase(each.type),
            ("has to be given",) if each.default == REQUIRED else code_phrase(each.default),
            (each.meaning,) if each.meaning else said.get(each.name, ()),
            (page_links.to_line(context, path, each.line, text=str(each.line)),),
            (named or {}).get(each.name, ()),
        )
        for each in shown
    )
    columns = (
        Column("Setting"),
        Column("Type"),
        Column("Default"),
        Column("Meaning"),
        Column(f"Line of {context.insight.namesakes.distinct_file(path)}"),
        Column("Named in"),
    )
    left = sum(each.default in NO_VALUE for each in found.settings)
    more = f"; {left} more have no value there" if len(shown) < len(found.settings) else ""
    # A row that has but a name and its line says less than the names in a sentence.
    telling = tuple(row for row in rows if any((*row[1:4], row[5])))
    bare = [
        each.name for each, row in zip(shown, rows, strict=True) if not any((*row[1:4], row[5]))
    ]
    if telling and bare:
        rows = telling
        names = " and ".join(filter(None, (", ".join(bare[:-1]), bare[-1])))
        more = f"; {names} {'has a name' if len(bare) == 1 else 'have names'} alone{more}"
    caption = f"Settings of {found.name}{more}"
    return Table(columns, rows, caption=caption).without_empty_columns()


def _telling(found: SettingsList) -> Sequence[ListedSetting]:
    """Return the settings of a list; of a long one those with a default, and no value twice."""
    if len(found.settings) <= operation_caps.LISTED_SETTINGS:
        return found.settings
    inner = {each.name.rpartition(".")[0] for each in found.settings}
    return [
        each for each in found.settings if each.default not in NO_VALUE and each.name not in inner
    ]


def naming_lines(context: PageContext, path: str, found: SettingsList) -> Mapping[str, Phrase]:
    """Return for each setting of a list the lines of the software that have its name as a text.

    Those of the file that lists it are told where no other file has any.
    """
    names = {each.name for each in found.settings}
    lines: dict[str, list[tuple[str, int]]] = {}
    listed = {(path, each.line) for each in found.settings}
    for other, file in context.repository.files.items():
        if file.role in CODE_ROLES and file.source.kind == "text":
            for number, line in _outside_word_lists(context.read_text(other).text.split("\n")):
                for name in names.intersection(_QUOTED.findall(line)):
                    if (other, number) not in listed:
                        lines.setdefault(name, []).append((other, number))
    if len(lines) < len(names) / _NAMED_SHARE:
        return {}
    apart = {
        name: [each for each in where if each[0] != path] or where for name, where in lines.items()
    }
    return {
        name: page_links.lines_cell(context, each, operation_caps.READ_LINES)
        for name, each in apart.items()
    }


def _outside_word_lists(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file with their numbers, those of a list of words left out."""
    of_words = {number for number, line in enumerate(lines, 1) if _WORDS.match(line)}
    is_list = len(of_words) >= _WORD_LIST
    for number, line in enumerate(lines, 1):
        if not (is_list and number in of_words):
            yield number, line
