"""Code in which a variable of the environment is one of several sources of a setting."""

from __future__ import annotations

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.environment.source_chains import source_chains
from mkdocs_repodoc.model.blocks import Block, Code, Item, Items
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.text.english import and_more, shortened

_LONGEST = 120
_TITLE = "Where the environment is one of several sources, the first that has a value is taken"


def source_order(view: BookView, found: Configuration) -> tuple[Block, ...]:
    """Return the expressions of the software that choose between the environment and others."""
    context, aside = view.context, view.context.statistics.aside
    read = [each for name in found.own_variables for each in found.variables[name]]
    own = [each for each in read if each[0] not in aside]
    chains = list(
        source_chains(context.repository, own, lambda path: context.read_text(path).lines)
    )
    chains.sort(key=lambda each: (view.reading_number(each.path), each))
    items = [
        Item(
            (
                Code(shortened(each.code, _LONGEST)),
                " (",
                page_links.to_line(context, each.path, each.line, text=f"{each.path}:{each.line}"),
                ")",
            )
        )
        for each in chains[: operation_caps.BOOK_CHAINS]
    ]
    if more := and_more(len(chains) - len(items), "expression"):
        items.append(Item((more,)))
    return (Items(tuple(items), title=_TITLE),) if items else ()
