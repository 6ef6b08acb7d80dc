"""Variables of build files in command lines, with where they are set."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links, sentence_caps
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.paths import folder_of

_VARIABLE = re.compile(r"\$(?:\((?P<round>[A-Z]\w*)\)|\{(?P<curly>[A-Z]\w*)\})")
_BUILD_FILE = re.compile(r"(?:GNU)?[Mm]akefile(?:\.\w+)?$|\.mk$")


def set_variables(context: PageContext, path: str, commands: Iterable[str]) -> Phrase:
    """Return the clause on where the variables at the beginning of commands are set.

    Args:
        context: Where the files are.
        path: The file that has the commands.
        commands: Command lines as they are shown.
    """
    names = dict.fromkeys(
        match["round"] or match["curly"]
        for command in commands
        if (match := _VARIABLE.match(command))
    )
    found: list[Phrase] = []
    for name in names:
        ref = _set_in(context, path, name)
        if ref is not None:
            line = context.repository.symbol(ref).line
            place = page_links.to_line(context, ref.path, line, text=f"{ref.path}:{line}")
            found.append((Code(name), " is set at ", place))
    return ("; ", *joined(found[: sentence_caps.SET_VARIABLES], last=" and ")) if found else ()


def _set_in(context: PageContext, path: str, name: str) -> SymbolRef | None:
    """Return the first variable of a name among the build files of a folder."""
    files = context.repository.folders[folder_of(path)].files
    for each in (path, *(file for file in files if file != path)):
        if not _BUILD_FILE.search(each):
            continue
        for position, symbol in enumerate(context.repository.files[each].outline.symbols):
            if symbol.kind == Kind.CONSTANT and symbol.name == name:
                return SymbolRef(each, position)
    return None
