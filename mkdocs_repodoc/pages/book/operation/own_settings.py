"""Settings that the software has as types, lists, constructors and builders."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from mkdocs_repodoc.insight.operation.builders import Setter, builders
from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.defaults.default_files import DefaultFile
from mkdocs_repodoc.insight.operation.defaults.named_values import NamedValues
from mkdocs_repodoc.insight.operation.option_functions import option_functions
from mkdocs_repodoc.insight.operation.started_types import StartedType
from mkdocs_repodoc.model.blocks import Block, Code, Item, Items, Phrase
from mkdocs_repodoc.model.facts import AdjustedSetting
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.operation.fluent_settings import fluent_settings
from mkdocs_repodoc.pages.book.operation.keyword_settings import keyword_settings
from mkdocs_repodoc.pages.book.operation.offered_functions import (
    offered_defaults,
    offered_names,
    taking_function,
)
from mkdocs_repodoc.pages.book.operation.types_of_settings import tables_of_types
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.parts import operation_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.behaviour.parameter_table import parameter_table
from mkdocs_repodoc.pages.parts.behaviour.started_list import STARTED_TITLE, started_items
from mkdocs_repodoc.pages.parts.formatting import capped

_LEAST = 6
"""Parameters with defaults of a constructor that one sets the software up with."""
_LEAST_OF_SET_UP = 3
"""Likewise of a function that is named after setting up."""
_SETS_UP = re.compile(
    r"(?:^|[.:])(?:configure|set_?up|init(?:ialize)?|basic_?config|set_?(?:options|defaults))(?:_\w+)?$",
    re.IGNORECASE,
)
_LEAST_STARTED = 2
_WORD = re.compile(r"\w+")


def own_settings(
    view: BookView, found: Configuration, files: Sequence[DefaultFile]
) -> Iterator[Block]:
    """Yield lists of settings and types that hold them; else what sets up the main type.

    Args:
        view: The repository.
        found: What one can configure.
        files: Data files with defaults, which are told first.
    """
    tables, others = tables_of_types(view, found, files)
    makers = _told_makers(view, found)
    made = [
        *_parameters(view, found, makers),
        *keyword_settings(view, makers),
        *_option_functions(view),
    ]
    started = _started(view, found, set() if tables else _built(view))
    made += _started_blocks(view, started)
    if not tables:
        made += _builders(view)
    if not tables:
        owners = [each.symbol for each in started] or view.context.abstractions.symbols
        setters = {field.setter for each in started for field in each.fields}
        made += fluent_settings(view, owners, setters)
    yield from tables
    yield from others
    yield from made
    yield from offered_defaults(view, makers)


def _told_makers(view: BookView, found: Configuration) -> dict[SymbolRef, str]:
    """Return what one sets the software up with and whose parameters are told, with its name."""
    makers = sorted(_makers(view), key=lambda each: -_defaulted(view, each[1]))
    shown: dict[SymbolRef, str] = {}
    for name, maker in makers:
        if not any(maker.path == other.path and name == told for other, told in shown.items()):
            shown[maker] = name
    return dict(islice(shown.items(), 1 if found.options else operation_caps.BOOK_PARAMETER_TABLES))


def _parameters(
    view: BookView, found: Configuration, makers: Mapping[SymbolRef, str]
) -> Iterator[Block]:
    """Yield the parameters of what one sets the software up with, and who else takes them."""
    values = NamedValues(view.context.repository, view.context.insight.operation.last_names)
    symbol = view.context.repository.symbol
    for maker, name in sorted(makers.items(), key=lambda each: view.reading_number(each[0].path)):
        missing = _missing(view, found, maker)
        yield parameter_table(view.context, maker, name, missing, values)
        detail = view.context.detail(maker.path).symbols[maker.position]
        names = [each.name for each in detail.parameters if each.default]
        fellows = [
            (view.to_symbol(each), *callers_of(view, each))
            for each in _taking(view, maker.path, names)
            if symbol(each).name != symbol(maker).name
        ]
        if fellows and len(names) >= _LEAST:
            yield from paragraph([("The same parameters are taken by ", *some(fellows), ".")])


def _makers(view: BookView) -> Iterator[tuple[str, SymbolRef]]:
    """Yield constructors of key abstractions, and functions that set the software up.

    Where a package offers a function that takes the same instead of the type, that is told.
    """
    repository = view.context.repository
    offered = offered_names(view)
    for ref in view.context.abstractions.symbols:
        for maker in view.context.statistics.calls.constructors(ref):
            if _defaulted(view, maker) >= _LEAST:
                taking = taking_function(view, offered, ref, maker)
                yield taking or (repository.symbol(ref).name, maker)
    for path in view.context.insight.code:
        for position, symbol in enumerate(repository.files[path].outline.symbols):
            ref = SymbolRef(path, position)
            named = symbol.public and symbol.kind in FUNCTIONS and _SETS_UP.search(symbol.name)
            if named and _defaulted(view, ref) >= _LEAST_OF_SET_UP:
                yield symbol.name, ref


def _defaulted(view: BookView, maker: SymbolRef) -> int:
    """Return how many parameters of a function have defaults."""
    found = view.context.detail(maker.path).symbols[maker.position].parameters
    return sum(bool(each.default) for each in found)


def _missing(view: BookView, found: Configuration, maker: SymbolRef) -> dict[str, AdjustedSetting]:
    """Return what stands in for parameters of a function that are not given."""
    symbol = view.context.repository.symbol(maker)
    own = range(symbol.line, symbol.end_line + 1)
    return {
        each.target.removeprefix("self."): each
        for path, each in found.adjusted
        if path == maker.path and each.line in own
    }


def _option_functions(view: BookView) -> tuple[Block, ...]:
    """Return the functions that make one option each, by the type of the options."""
    paths = sorted(view.context.insight.code, key=view.reading_number)
    items = []
    for name, functions in islice(
        option_functions(view.context.repository, paths), operation_caps.BOOK_BUILDERS
    ):
        shown = [
            _setter(view, Setter(each, "")) for each in functions[: operation_caps.OPTION_FUNCTIONS]
        ]
        items.append(Item((Code(name), ": ", *capped(shown, len(functions) - len(shown)))))
    title = "Options that one hands to what one sets up"
    return (Items(tuple(items), title=title),) if items else ()


def _started(
    view: BookView, found: Configuration, shown: Collection[SymbolRef]
) -> list[StartedType]:
    """Return the types with most of what methods change, without those that are shown already."""
    aside = view.context.statistics.aside
    known = view.context.abstractions.symbols
    told = [
        each
        for each in found.started
        if each.symbol not in shown
        and each.symbol.path not in aside
        and (len(each.fields) >= _LEAST_STARTED or each.symbol in known)
    ]
    most = sorted(told, key=lambda each: (-len(each.fields), each.symbol not in known))
    chosen = most[: operation_caps.BOOK_STARTED_TYPES]
    return sorted(chosen, key=lambda each: view.reading_number(each.symbol.path))


def _started_blocks(view: BookView, found: Sequence[StartedType]) -> tuple[Block, ...]:
    items = started_items(view.context, found, operation_caps.BOOK_STARTED_FIELDS)
    return (Items(items, title=STARTED_TITLE),) if items else ()


def _built(view: BookView) -> set[SymbolRef]:
    paths = sorted(view.context.insight.code, key=view.reading_number)
    found = islice(builders(view.context.repository, paths), operation_caps.BOOK_BUILDERS)
    return {each.symbol for each in found}


def _builders(view: BookView) -> tuple[Block, ...]:
    """Return what the builders of the software let one set, those met first first."""
    paths = sorted(view.context.insight.code, key=view.reading_number)
    found = list(islice(builders(view.context.repository, paths), operation_caps.BOOK_BUILDERS))
    items = []
    for each in found:
        shown = [_setter(view, one) for one in each.setters[: operation_caps.BUILDER_SETTERS]]
        left = len(each.setters) - len(shown)
        items.append(Item((view.to_symbol(each.symbol), ": ", *capped(shown, left))))
    return (Items(tuple(items), title="What builders let one set"),) if items else ()


def _setter(view: BookView, found: Setter) -> Phrase:
    """Return what a method of a builder is called, its default and its meaning."""
    name = view.context.repository.symbol(found.symbol).name.rpartition(".")[2]
    link = page_links.to_symbol(view.context, found.symbol, text=name)
    default: Phrase = ("by default ", Code(found.default)) if found.default else ()
    meaning = summaries.of_symbol(view.context, found.symbol)
    if not default and not meaning:
        return (link,)
    gap: Phrase = ("; ",) if default and meaning else ()
    return (link, " (", *default, *gap, *meaning, ")")


def _taking(view: BookView, path: str, names: Sequence[str]) -> list[SymbolRef]:
    """Return the functions of a file that take most of some parameters, once each."""
    found: dict[str, SymbolRef] = {}
    for position, symbol in enumerate(view.context.repository.files[path].outline.symbols):
        taken = set(_WORD.findall(symbol.signature)) if symbol.kind in FUNCTIONS else ()
        if sum(name in taken for name in names) * 4 >= len(names) * 3:
            found.setdefault(symbol.name, SymbolRef(path, position))
    return list(found.values())


def callers_of(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the functions of the software that call one, in brackets."""
    files = view.context.repository.files
    callers = dict.fromkeys(
        use.user
        for use in view.context.repository.links.uses.of(ref)
        if use.kind == "call" and files[use.path].role in CODE_ROLES and not use.user.is_file
    )
    links = [view.to_symbol(each) for each in callers]
    return (" (called by ", *some(links), ")") if links else ()
