"""Lists and tables to the values that their templates are given."""

from __future__ import annotations

from mkdocs_repodoc.html.phrases import PhraseRenderer
from mkdocs_repodoc.model.blocks import Item, Items, Table


def items_values(block: Items, phrases: PhraseRenderer) -> dict[str, object]:
    """Return what the template of a list is given.

    Args:
        block: The list.
        phrases: Renders what its items say.
    """
    shown = block.shown or len(block.items)
    return {
        "title": block.title,
        "ordered": block.ordered,
        "shown": [_item(item, phrases) for item in block.items[:shown]],
        "folded": [_item(item, phrases) for item in block.items[shown:]],
    }


def _item(item: Item, phrases: PhraseRenderer) -> dict[str, object]:
    return {
        "html": phrases.render(item.phrase),
        "children": [_item(child, phrases) for child in item.children],
    }


def table_values(block: Table, phrases: PhraseRenderer) -> dict[str, object]:
    """Return what the template of a table is given.

    Args:
        block: The table.
        phrases: Renders what its cells say.
    """
    ids = block.row_ids or ("",) * len(block.rows)
    return {
        "columns": block.columns,
        "caption": block.caption,
        "rows": [
            {"id": row_id, "cells": [phrases.render(cell) for cell in row]}
            for row_id, row in zip(ids, block.rows, strict=True)
        ],
    }
