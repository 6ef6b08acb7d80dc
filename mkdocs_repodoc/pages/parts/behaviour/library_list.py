"""Lists of what libraries decide for the software, with the lines that leave it to them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from mkdocs_repodoc.insight.operation.error_paths import Handler, naming
from mkdocs_repodoc.insight.operation.library_decisions import Decision
from mkdocs_repodoc.model.blocks import Code, Inline, Item, Phrase, WebLink
from mkdocs_repodoc.model.facts import LibraryUse
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.english import and_more, shortened

_LONGEST_CALL = 60


def library_items(context: PageContext, found: Iterable[Decision], most: int) -> tuple[Item, ...]:
    """Return each library with its rule, and below it the code that asks it, file by file.

    Args:
        context: Where addresses are known.
        found: What libraries decide.
        most: How many expressions are shown of each library.
    """
    return tuple(_item(context, each, most) for each in found)


def _item(context: PageContext, found: Decision, most: int) -> Item:
    rule = found.rule
    source = WebLink("its documentation", rule.source)
    said: Phrase = (rule.library, ": ", *_marked(rule.says), " (", source, ").")
    said = (*said, *_caught(context, found))
    by_file: dict[str, list[LibraryUse]] = {}
    for path, use in found.uses[:most]:
        by_file.setdefault(path, []).append(use)
    shown = [_uses(context, path, uses) for path, uses in by_file.items()]
    if more := and_more(len(found.uses) - most):
        shown.append(Item((more,)))
    return Item(said, tuple(shown))


def _caught(context: PageContext, found: Decision) -> Phrase:
    """Return the sentence on where code catches what a library ends the program by."""
    insight, rule = context.insight, found.rule
    by_name = naming(insight.operation.error_paths.handlers, rule.ends_by)
    taking = (
        insight.operation.caught_errors.around(path, use.line, by_name)
        for path, use in (found.uses if by_name else ())
    )
    handlers = list(dict.fromkeys(chain.from_iterable(taking)))
    shown = [_handler(context, each) for each in handlers[: operation_caps.LIBRARY_ENDS]]
    if not shown:
        return ()
    listed = capped(shown, len(handlers) - len(shown), last=" and ")
    return (" It does so by ", Code(rule.ends_by), ", which is caught in ", *listed, ".")


def _handler(context: PageContext, found: Handler) -> Phrase:
    path, line = found.scope.path, found.fact.line
    link = page_links.to_line(context, path, line, text=f"{path}:{line}")
    if found.scope.is_file:
        return (link,)
    return (page_links.to_symbol(context, found.scope), " (", link, ")")


def _uses(context: PageContext, path: str, uses: list[LibraryUse]) -> Item:
    parts: list[Phrase] = [
        (
            Code(shortened(use.call, _LONGEST_CALL)),
            " (",
            page_links.to_line(context, path, use.line, text=f"{use.line}"),
            ")",
        )
        for use in uses
    ]
    return Item((page_links.to_file(context, path), ": ", *capped(parts, 0)))


def _marked(text: str) -> Phrase:
    """Return a sentence of which every second part between grave accents is code."""
    parts: list[Inline] = []
    for number, part in enumerate(text.split("`")):
        if part:
            parts.append(Code(part) if number % 2 else part)
    return tuple(parts)
