"""How high a symbol's section will be, for a browser that has not laid it out.

The scroll bar, and the way to a section further down, depend on it. An estimate that is right to a
quarter is enough: the browser puts its own measure in its place when the section comes near.
"""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_repodoc.model.blocks import DocBlock, SymbolBlock

_ACROSS = 85
"""Characters of text in a row of a usual window."""


def estimated_rows(block: SymbolBlock, signature: Markup) -> int:
    """Return the height of what stands below a symbol's heading, in rows of text.

    Args:
        block: The symbol.
        signature: Its signature as HTML, in which each line is a line.
    """
    height = 1.9 + 0.85 * signature.count("\n") if signature else 0.0
    height += sum(map(_documentation, block.documentation))
    height += 0.4 + 1.5 * len(block.facts) if block.facts else 0.0
    height += 2.0 if block.calls else 0.0
    return max(round(height), 1)


def _documentation(part: DocBlock) -> float:
    text = part.text.text if part.text is not None else ""
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    rows = sum(0.6 + 1.1 * -(-len(paragraph) // _ACROSS) for paragraph in paragraphs)
    return rows + 2.5 * len(part.fields) + (1.8 if part.title else 0.3)
