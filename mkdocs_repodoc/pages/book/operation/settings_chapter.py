"""The book's chapter on settings: what one can set, where it is read, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from msgspec import structs

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.defaults.default_files import (
    DefaultFile,
    default_files,
    with_file_defaults,
)
from mkdocs_repodoc.model.blocks import Block, Code, Item, Items, PageLink, Paragraph, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.documents.quoted_sections import (
    ENVIRONMENT,
    FILES,
    quoted_section,
)
from mkdocs_repodoc.pages.book.operation.environment_settings import environment
from mkdocs_repodoc.pages.book.operation.own_settings import callers_of, own_settings
from mkdocs_repodoc.pages.book.operation.part_table import part_table
from mkdocs_repodoc.pages.book.operation.precedence import precedence
from mkdocs_repodoc.pages.book.operation.source_order import source_order
from mkdocs_repodoc.pages.book.operation.types_of_settings import holders_of_options
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.adjustment_list import adjustment_items
from mkdocs_repodoc.pages.parts.behaviour.defaults_table import defaults_table
from mkdocs_repodoc.pages.parts.behaviour.error_lists import report_table
from mkdocs_repodoc.pages.parts.behaviour.library_list import library_items
from mkdocs_repodoc.pages.parts.behaviour.option_tables import by_title, declared_options
from mkdocs_repodoc.pages.parts.behaviour.settings_file_list import chosen_folders, file_items
from mkdocs_repodoc.pages.parts.behaviour.settings_tables import sample_items
from mkdocs_repodoc.pages.parts.formatting import capped, in_turns
from mkdocs_repodoc.text.documented_defaults import short_help
from mkdocs_repodoc.text.english import and_more, count

_UNKNOWN = re.compile(r"unknown\w*?(?:option|key|setting|arg|param|flag|field)", re.IGNORECASE)


def settings(view: BookView) -> tuple[Block, ...]:
    """Return what one can set, with defaults, and what becomes of wrong settings."""
    aside = view.context.statistics.aside
    found = view.configuration
    found = replace(found, lists=[each for each in found.lists if each[0] not in aside])
    files = _default_files(view)
    completed, numbers = with_file_defaults(found.options, files)
    apart = [each for each in files if 2 * numbers.get(each.path, 0) < len(each.listed.settings)]
    blocks = [
        *_options(view, replace(found, options=completed)),
        *_completed(view, files, numbers),
        *own_settings(view, found, apart),
        *part_table(view),
        *_defaults(view, found, {place for each in files for place in each.readers}),
    ]
    surroundings = [
        *environment(view, found, files),
        *quoted_section(view, ENVIRONMENT),
        *_files(view, found),
        *quoted_section(view, FILES),
    ]
    refused = view.refused
    if refused:
        surroundings += paragraph(
            [("Errors that name settings, or come from the files that declare them:",)]
        )
        surroundings.append(report_table(view.context, view.errors, refused, 0))
    surroundings += _unknown(view)
    if not blocks and not surroundings:
        return ()
    said = (*_decided(view), *source_order(view, found), *precedence(view), *_adjusted(view, found))
    return (*_lead(view, found), *blocks, *said, *surroundings)


def _decided(view: BookView) -> tuple[Block, ...]:
    """Return the rules by which libraries choose between sources of a setting."""
    items = library_items(
        view.context, view.decisions("settings"), operation_caps.BOOK_LIBRARY_CALLS
    )
    return (
        (Items(items, title="Which source of a setting wins, as its library has it"),)
        if items
        else ()
    )


def _adjusted(view: BookView, found: Configuration) -> tuple[Block, ...]:
    """Return what the code that checks or completes settings makes of them."""
    items = adjustment_items(view.context, found, operation_caps.BOOK_ADJUSTED)
    if more := and_more(len(items) - operation_caps.BOOK_ADJUSTING, "function"):
        items = (*items[: operation_caps.BOOK_ADJUSTING], Item((more,)))
    title = "How settings are checked and completed"
    return (Items(items, title=title),) if items else ()


def _lead(view: BookView, found: Configuration) -> tuple[Block, ...]:
    declared = by_title(found.options)
    parts = [
        count(number, noun, several)
        for number, noun, several in (
            (len(declared.get("Command", ())), "command", ""),
            (len(declared.get("Option", ())), "command-line option", ""),
            (sum(len(each.settings) for _, each in found.lists), "listed setting", ""),
            (len(found.own_variables), "environment variable", ""),
            (len(found.files), "name of a settings file", "names of settings files"),
        )
        if number
    ]
    families = dict.fromkeys(
        each.prefix for each in view.context.insight.operation.variable_families
    )
    if families:
        parts.append(count(len(families), "family of variables", "families of variables"))
    if not parts:
        return ()
    link = PageLink(
        "Configuration", view.context.plan.uri("folder documentation", ""), "configuration"
    )
    listed = capped(parts, 0, last=" and ")
    full: Phrase = ("; ", link, " has them in full.") if found.paths else (".",)
    return paragraph([("Found in the code: ", *listed, *full)])


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
    links = [(view.to_symbol(ref), *callers_of(view, ref)) for ref in found]
    return paragraph([("Unknown ones are looked for by ", *some(links), ".")]) if links else ()


def _options(view: BookView, found: Configuration) -> Iterator[Block]:
    ordered = sorted(found.options, key=lambda each: view.reading_number(each[0]))
    declared = [(path, structs.replace(each, help=short_help(each.help))) for path, each in ordered]
    told = [each for each in declared if not each[1].is_argument or each[1].help]
    for title, each in by_title(told).items():
        is_argument = each[0][1].is_argument
        most = operation_caps.BOOK_ARGUMENTS if is_argument else operation_caps.BOOK_OPTIONS
        shown = each
        if len(each) > most:  # of many each file has its turn
            most = min(most, operation_caps.BOOK_OPTIONS_OF_MANY)
            chosen = in_turns(each, lambda one: one[0], lambda one: (one[1].line,), most)
            shown = [*sorted(chosen, key=each.index), *each[most:]]
        yield declared_options(view.context, shown, title, most)
    yield from holders_of_options(view, found)


def _default_files(view: BookView) -> list[DefaultFile]:
    """Return the data files with defaults that the software itself reads."""
    context = view.context
    own = [path for path in context.insight.code if path not in context.statistics.aside]
    return default_files(context.repository, lambda path: context.read_text(path).text, own)


def _completed(
    view: BookView, files: Sequence[DefaultFile], numbers: Mapping[str, int]
) -> Iterator[Block]:
    """Yield which defaults of the options come from a data file."""
    said: list[Phrase] = [
        (
            f"The defaults of {count(numbers[each.path], 'option')} are those that ",
            page_links.to_file(view.context, each.path),
            " has, which is read in ",
            page_links.to_line(view.context, path, line, text=f"{path}:{line}"),
            ".",
        )
        for each in files
        if each.path in numbers
        for path, line in each.readers[:1]
    ]
    yield from paragraph(said)


def _defaults(
    view: BookView, found: Configuration, told: Collection[tuple[str, int]]
) -> Iterator[Block]:
    """Yield the constants that are defaults or limits, those of files met first first.

    Args:
        view: The repository.
        found: What one can configure.
        told: Paths and lines of those that are told otherwise.
    """
    aside, symbol = view.context.statistics.aside, view.context.repository.symbol
    own = [
        each
        for each in found.defaults
        if each.path not in aside and (each.path, symbol(each).line) not in told
    ]
    own.sort(key=lambda each: (view.reading_number(each.path), each))
    if own:
        yield Paragraph(("Constants that are defaults or limits:",))
        yield defaults_table(view.context, own, operation_caps.BOOK_DEFAULTS)


def _files(view: BookView, found: Configuration) -> Iterator[Block]:
    if found.files:
        yield Items(file_items(view.context, found), title="Names of settings files")
    if folders := chosen_folders(view.context, found):
        yield from paragraph([("Folders are chosen by ", *some(folders), ".")])
    if found.samples:
        yield Items(sample_items(view.context, found), title="Settings files to copy and fill in")
    names = sorted({each.name for _, each in found.tables})
    if names:
        tables = capped([Code(f"[{name}]") for name in names], 0, last=" and ")
        yield from paragraph([("Of a settings file it looks up ", *tables, ".")])
