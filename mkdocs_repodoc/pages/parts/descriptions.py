"""One line on what a file or a folder is: its own words, else what its content shows."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.kinds import CONTAINED, WEIGHTY, Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile, SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import capped, dimensions
from mkdocs_repodoc.pages.parts.public_api import ApiEntry, public_api
from mkdocs_repodoc.pages.parts.role_phrases import roles_phrase
from mkdocs_repodoc.text.english import count


def describe_file(context: PageContext, path: str) -> Phrase:
    """Return a file's own words; failing those, what its content shows it to be."""
    file = context.repository.files[path]
    return (
        summaries.of_file(context, path)
        or _without_content(file)
        or _by_role(context, file)
        or _definitions(context, file)
    )


def _without_content(file: RepoFile) -> Phrase:
    if file.source.target:
        return (f"Symbolic link to {file.source.target}",)
    if file.source.size == 0:
        return ("Empty",)
    if written := dimensions(file.outline.image):
        return (f"{language_named(file.source.language).title} image, {written}",)
    return ()


def _by_role(context: PageContext, file: RepoFile) -> Phrase:
    outline = file.outline
    if file.role == "test":
        return _test(context, file) if outline.tests else ()
    if file.role == "package":
        return _exports(context, file.path)
    if file.role == "licence":
        return (f"Licence: {outline.licence}",) if outline.licence else ()
    if file.role == "script" and not any(each.kind in WEIGHTY for each in outline.symbols):
        return (f"{language_named(file.source.language).title} script",)
    return ()


def describe_folder(context: PageContext, path: str) -> Phrase:
    """Return a folder's own words; failing those, the roles of the files that lie in it."""
    if summary := summaries.of_folder(context, path):
        return summary
    files = context.repository.folders[path].files or context.statistics.below(path)
    return (roles_phrase([context.repository.files[each] for each in files]),)


def _test(context: PageContext, file: RepoFile) -> Phrase:
    """How many cases a test has, and for which file first of all."""
    cases = count(len(file.outline.tests), "test case")
    exercised = context.repository.links.tested_by.get(file.path, ())
    if not exercised:
        return (cases,)
    first = page_links.to_file(context, exercised[0])
    return (f"{cases} for ", *capped([first], len(exercised) - 1, "file"))


def _exports(context: PageContext, path: str) -> Phrase:
    """What a package offers, the most used first."""
    entries = [each for each in public_api(FileView(context, path)) if not _special(each.name)]
    uses = context.repository.links.uses

    def weight(entry: ApiEntry) -> int:
        return -uses.file_count(entry.symbol) if entry.symbol and not entry.symbol.is_file else 0

    first = sorted(entries, key=weight)[: caps.DESCRIBED_NAMES]
    names: list[Inline] = [
        page_links.to_symbol(context, each.symbol, text=each.name)
        if each.symbol
        else Code(each.name)
        for each in first
    ]
    verb = "Offers "
    if all(each.symbol and each.symbol.path == path for each in entries):
        verb = "Defines "
    return _named(verb, names, len(entries))


def _definitions(context: PageContext, file: RepoFile) -> Phrase:
    """The first few outer things that a file defines."""
    outer = [
        (place, symbol)
        for place, symbol in enumerate(file.outline.symbols)
        if symbol.public and "." not in symbol.name and "::" not in symbol.name
    ]
    outer = [each for each in outer if not _for_readers_of_code(each[1])] or outer
    stem = file.name.partition(".")[0].replace("_", "").lower()
    uses = context.repository.links.uses

    def weight(each: tuple[int, Symbol]) -> tuple[bool, bool, int, bool]:
        """Sort what a file is about before what it only needs; ties stay in source order."""
        place, symbol = each
        is_namesake = symbol.name.replace("_", "").lower() == stem
        users = uses.file_count(SymbolRef(file.path, place))
        return not is_namesake, symbol.kind not in WEIGHTY, -users, not symbol.summary

    first = sorted(outer, key=weight)[: caps.DESCRIBED_NAMES]
    names: list[Inline] = [
        page_links.to_symbol(context, SymbolRef(file.path, place), text=symbol.name)
        for place, symbol in first
    ]
    return _named(_verb(symbol for _, symbol in outer), names, len(outer))


def _named(verb: str, names: list[Inline], total: int) -> Phrase:
    if not names:
        return ()
    return (verb, *capped(names, total - len(names), last=" and "))


def _verb(symbols: Iterable[Symbol]) -> str:
    """Return what a file does with its symbols: some it does not define."""
    kind = next((symbol.kind for symbol in symbols), None)
    if kind == Kind.DEPENDENCY:
        return "Requires "
    return "Contains " if kind in CONTAINED else "Defines "


def _for_readers_of_code(symbol: Symbol) -> bool:
    return _special(symbol.name) or "type variable" in symbol.labels


def _special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")
