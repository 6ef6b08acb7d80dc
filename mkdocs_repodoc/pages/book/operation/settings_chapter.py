"""The book's chapter on settings: what one can set, where it is read, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.operation.configuration import Configuration
from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Block, Code, Items, PageLink, Paragraph, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Parameter
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.operation.precedence import precedence
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.configuration_tables import (
    declared_options,
    variables_table,
)
from mkdocs_repodoc.pages.parts.behaviour.error_lists import report_table
from mkdocs_repodoc.pages.parts.behaviour.settings_tables import (
    field_table,
    file_items,
    list_table,
    parameter_table,
    unread_fields,
)
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.english import count

_LEAST = 6
"""Parameters with defaults of a constructor that one sets the software up with."""
_LEAST_FIELDS = 4
_WORD = re.compile(r"\w+")
_UNKNOWN = re.compile(r"unknown\w*?(?:option|key|setting|arg|param|flag|field)", re.IGNORECASE)


def settings(view: BookView) -> tuple[Block, ...]:
    """Return what one can set, with defaults, and what becomes of wrong settings."""
    found = view.configuration
    blocks = [*_options(view, found), *_own_settings(view, found)]
    surroundings = [*_environment(view, found), *_files(view, found)]
    refused = view.refused
    if refused:
        surroundings += paragraph(
            [("Errors that name settings, or come from the files that declare them:",)]
        )
        surroundings.append(report_table(view.context, view.errors, refused, 0))
    surroundings += _unknown(view)
    if not blocks and not surroundings:
        return ()
    said = precedence(view)
    return (*_lead(view, found), *blocks, *surroundings, *said)


def _lead(view: BookView, found: Configuration) -> tuple[Block, ...]:
    options = [option for _, option in found.options if not option.is_command]
    parts = [
        count(number, noun, several)
        for number, noun, several in (
            (len(options), "command-line option", ""),
            (sum(len(each.settings) for _, each in found.lists), "listed setting", ""),
            (len(_software_variables(view, found)), "environment variable", ""),
            (len(found.files), "name of a settings file", "names of settings files"),
        )
        if number
    ]
    if not parts:
        return ()
    link = PageLink(
        "Configuration", view.context.plan.uri("folder documentation", ""), "configuration"
    )
    listed = capped(parts, 0, last=" and ")
    return paragraph([("The software knows ", *listed, "; ", link, " has all of it.")])


def _unknown(view: BookView) -> tuple[Block, ...]:
    """Return the functions that are named after unknown settings, and who calls them."""
    files = view.context.repository.files
    found = [
        ref
        for path, file in files.items()
        if file.role in CODE_ROLES
        for position, symbol in enumerate(file.outline.symbols)
        if symbol.kind in FUNCTIONS and _UNKNOWN.search(symbol.name.replace("_", ""))
        for ref in [SymbolRef(path, position)]
    ]
    links = [(view.to_symbol(ref), *_callers(view, ref)) for ref in found]
    return paragraph([("Unknown ones are looked for by ", *some(links), ".")]) if links else ()


def _options(view: BookView, found: Configuration) -> Iterator[Block]:
    commands = [each for each in found.options if each[1].is_command]
    options = [each for each in found.options if not each[1].is_command]
    if commands:
        yield declared_options(view.context, commands, "Command", caps.BOOK_OPTIONS)
    if options:
        yield declared_options(view.context, options, "Option", caps.BOOK_OPTIONS)


def _own_settings(view: BookView, found: Configuration) -> Iterator[Block]:
    """Yield lists of settings and types that hold them; else what sets up the main type."""
    tables: list[Block] = [list_table(view.context, path, each) for path, each in found.lists]
    declared = {(path, option.line) for path, option in found.options}
    types = sorted(found.types, key=lambda each: view.reading_number(each[0].path))
    for owner, fields in types:
        lines = {(ref.path, view.context.repository.symbol(ref).line) for ref in fields}
        if len(fields) >= _LEAST_FIELDS and not lines & declared:
            unread = unread_fields(view.context, fields)
            tables.append(field_table(view.context, owner, fields, unread))
    if not tables and not found.options:
        tables += _main_parameters(view)
    yield from tables[: caps.BOOK_SETTINGS_TYPES]


def _main_parameters(view: BookView) -> Iterator[Block]:
    """Yield the parameters of the key abstraction that has most to set, and who else takes them."""
    calls = view.context.statistics.calls
    best: tuple[list[Parameter], SymbolRef, SymbolRef] | None = None
    for ref in view.context.abstractions.symbols:
        for maker in calls.constructors(ref):
            detail = view.context.detail(maker.path).symbols[maker.position]
            parameters = [each for each in detail.parameters if each.default]
            if len(parameters) >= _LEAST and (best is None or len(parameters) > len(best[0])):
                best = parameters, ref, maker
    if best is not None:
        parameters, ref, maker = best
        yield parameter_table(view.context.repository.symbol(ref).name, parameters)
        names = [each.name for each in parameters]
        fellows = [
            (view.to_symbol(each), *_callers(view, each))
            for each in _taking(view, maker.path, names)
            if each != maker
        ]
        if fellows:
            shown = some(fellows)
            yield from paragraph([("The same parameters are taken by ", *shown, ".")])


def _taking(view: BookView, path: str, names: Sequence[str]) -> list[SymbolRef]:
    """Return the functions of a file that take most of some parameters, once each."""
    found: dict[str, SymbolRef] = {}
    for position, symbol in enumerate(view.context.repository.files[path].outline.symbols):
        taken = set(_WORD.findall(symbol.signature)) if symbol.kind in FUNCTIONS else ()
        if sum(name in taken for name in names) * 4 >= len(names) * 3:
            found.setdefault(symbol.name, SymbolRef(path, position))
    return list(found.values())


def _callers(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the functions of the software that call one, in brackets."""
    files = view.context.repository.files
    callers = dict.fromkeys(
        use.user
        for use in view.context.repository.links.uses.of(ref)
        if use.kind == "call" and files[use.path].role in CODE_ROLES and not use.user.is_file
    )
    links = [view.to_symbol(each) for each in callers]
    return (" (called by ", *some(links), ")") if links else ()


def _software_variables(view: BookView, found: Configuration) -> Sequence[str]:
    aside = view.context.statistics.aside
    return [
        name
        for name, reads in found.variables.items()
        if any(path not in aside for path, _ in reads)
    ]


def _environment(view: BookView, found: Configuration) -> Iterator[Block]:
    if _software_variables(view, found):
        yield variables_table(view.context, found, caps.BOOK_VARIABLES)
    elif not found.unnamed_reads and _environment_is_known(view):
        yield Paragraph(("No environment variable is read by the software itself.",))
    if found.given:
        parts: list[Phrase] = [
            (
                Code(name),
                " (",
                page_links.to_line(view.context, path, line, text=f"{path}:{line}"),
                ")",
            )
            for name, (path, line) in found.given.items()
        ]
        shown = capped(parts[: caps.BOOK_VARIABLES], len(parts) - caps.BOOK_VARIABLES, last=" and ")
        said: Phrase = ("For itself or the programs that it starts, it sets ", *shown, ".")
        yield from paragraph([said])


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


def _files(view: BookView, found: Configuration) -> Iterator[Block]:
    if found.files:
        yield Items(file_items(view.context, found), title="Names of settings files")
    names = sorted({each.name for _, each in found.tables})
    if names:
        tables = capped([Code(f"[{name}]") for name in names], 0, last=" and ")
        yield from paragraph([("Of a settings file it looks up ", *tables, ".")])
