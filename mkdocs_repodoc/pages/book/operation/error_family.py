"""The book's tree of the software's own exceptions: who derives from whom, where each is raised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_repodoc.insight.operation.error_paths import ErrorPaths, last_name
from mkdocs_repodoc.insight.operation.exceptions import Exceptions, Kindred, Line
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import quoted_sentence
from mkdocs_repodoc.pages.parts import operation_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.pages.parts.type_evidence import base_links
from mkdocs_repodoc.text.english import and_more

_LEAST = 2
"""Exceptions of which one derives from another, or that are told side by side."""


def error_family(view: BookView, paths: Sequence[str]) -> tuple[Block, ...]:
    """Return the exceptions below those that they derive from; nothing if there is but one.

    Args:
        view: The repository.
        paths: The files of the software.
    """
    files = view.context.repository.files
    read = [
        path
        for path in sorted(paths)
        if files[path].role in CODE_ROLES
        and files[path].role != "stub"
        and not files[path].source.origin
    ]
    found = Exceptions(view.context.repository, CODE_ROLES).kinship(read)
    number = sum(map(_size, found))
    if number < _LEAST:
        return ()
    left = [operation_caps.BOOK_ERROR_KINDS]
    thrown = _thrown(view.errors)
    items = [item for each in _largest(found) if (item := _item(view, each, thrown, left))]
    if more := and_more(number - operation_caps.BOOK_ERROR_KINDS):
        items.append(Item((more,)))
    title = "Its own errors, each below the one that it derives from"
    return (Items(tuple(items), title=title),)


def _size(kindred: Kindred) -> int:
    return 1 + sum(map(_size, kindred.derived))


def _largest(found: Sequence[Kindred]) -> list[Kindred]:
    return sorted(found, key=lambda each: -_size(each))


def _thrown(errors: ErrorPaths) -> Mapping[str, Sequence[Line]]:
    """Return the last name of an error → the lines that hand one to a caller."""
    lines: dict[str, list[Line]] = {}
    for each in errors.raised:
        if each.fact.form in {"raise", "kept"}:
            place = each.scope.path, each.fact.line
            lines.setdefault(last_name(each.fact.error), []).append(place)
    return lines


def _item(
    view: BookView, kindred: Kindred, thrown: Mapping[str, Sequence[Line]], left: list[int]
) -> Item | None:
    """Return an exception with its kin; nothing if as many as a list may have are told."""
    if left[0] <= 0:
        return None
    left[0] -= 1
    context, ref = view.context, kindred.exception
    said: list[Inline] = [view.to_one_of_several(ref)]
    others = [each for each in base_links(context, ref) if isinstance(each, Code)]
    said += [" (", *joined(others), ")"] if others else []
    if summary := summaries.of_symbol(context, ref):
        said += [": ", *quoted_sentence(summary)]
    else:
        said.append(".")
    if text := view.errors.texts.of(context.repository.symbol(ref).bare_name):
        said.append(f" It says “{text}”.")
    said += _where(view, kindred, thrown)
    kin = (_item(view, each, thrown, left) for each in _largest(kindred.derived))
    return Item(tuple(said), tuple(each for each in kin if each is not None))


def _where(view: BookView, kindred: Kindred, thrown: Mapping[str, Sequence[Line]]) -> Phrase:
    """Return where code raises an exception, and where it only names its class."""
    name = view.context.repository.symbol(kindred.exception).bare_name
    aside = view.context.statistics.aside
    known = {*kindred.raised, *thrown.get(last_name(name), ())}
    raised = sorted(each for each in known if each[0] not in aside)
    named = [each for each in kindred.named if each not in known and each[0] not in aside]
    said: Phrase = (" Raised in ", *_lines(view, raised), ".") if raised else ()
    return (*said, " Named in ", *_lines(view, named), ".") if named else said


def _lines(view: BookView, lines: Sequence[Line]) -> Phrase:
    links: list[Inline] = [
        page_links.to_line(view.context, path, line, text=f"{view.file_name(path)}:{line}")
        for path, line in lines[: operation_caps.READ_LINES]
    ]
    return capped(links, len(lines) - len(links), last=" and ")
