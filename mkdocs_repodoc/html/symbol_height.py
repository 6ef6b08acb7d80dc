"""The estimated height of a symbol's section, for a browser that has not laid it out.

The scroll bar, and the way to a section further down, depend on it. An estimate that is right to a
quarter is enough: the browser puts its own measure in its place when the section comes near. Rather
too much than too little: what does not fit would lie, for who measures it, over what comes next.
"""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_repodoc.model.blocks import DocBlock, Phrase, SymbolBlock

_ACROSS = 85
"""Characters of text in a row of a usual window."""
_BESIDE = 55
"""Characters, most of them code, beside a fact's label."""


def estimated_rows(block: SymbolBlock, signature: Markup) -> int:
    """Return the height of what stands below a symbol's heading, in rows of text.

    Args:
        block: The symbol.
        signature: Its signature as HTML, in which each line is a line.
    """
    height = 1.9 + 0.85 * signature.count("\n") if signature else 0.0
    height += sum(map(_documentation, block.documentation))
    height += sum((_fact(value) for _, value in block.facts), 0.6 if block.facts else 0.0)
    height += 2.0 if block.calls else 0.0
    return max(round(height), 1)


def _fact(value: Phrase) -> float:
    length = sum(
        len(part if isinstance(part, str) else getattr(part, "text", "")) for part in value
    )
    return 0.55 + max(-(-length // _BESIDE), 1)


def _documentation(part: DocBlock) -> float:
    text = part.text.text if part.text is not None else ""
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    rows = sum(0.6 + 1.1 * -(-len(paragraph) // _ACROSS) for paragraph in paragraphs)
    return rows + 2.5 * len(part.fields) + (1.8 if part.title else 0.3)
