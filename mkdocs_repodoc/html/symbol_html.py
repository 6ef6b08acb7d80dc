"""The section of a symbol: what its template is given."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from mkdocs_repodoc.html.phrases import PhraseRenderer
from mkdocs_repodoc.html.prose.prose_html import ProseRenderer
from mkdocs_repodoc.html.symbol_height import estimated_rows
from mkdocs_repodoc.html.templates import css_name
from mkdocs_repodoc.html.type_expressions import TypedRenderer
from mkdocs_repodoc.model.blocks import (
    DocBlock,
    SymbolBlock,
)


def symbol_values(
    block: SymbolBlock,
    phrases: PhraseRenderer,
    typed: TypedRenderer,
    prose: ProseRenderer,
    calls: Sequence[Markup],
) -> dict[str, object]:
    """Return what the template of a symbol's section is given.

    Args:
        block: The section.
        phrases: Renders what is no prose.
        typed: Renders signatures.
        prose: Renders documentation.
        calls: Its calls, rendered.
    """
    signature = _signature(block, typed)
    return {
        "level": block.level,
        "anchor": block.anchor,
        "rows": estimated_rows(block, signature),
        "name": block.name,
        "qualified_name": block.qualified_name,
        "kind": block.kind,
        "kind_class": css_name(block.kind),
        "labels": block.labels,
        "lines": phrases.link(block.lines),
        "host": phrases.web_link(block.forge) if block.forge else "",
        "has_calls": block.has_calls,
        "signature": signature,
        "documentation": [_documentation(part, phrases, prose) for part in block.documentation],
        "facts": phrases.pairs(block.facts),
        "calls": calls,
    }


def _signature(block: SymbolBlock, typed: TypedRenderer) -> Markup:
    lines = [
        Markup("<i class=nd>@</i>{}").format(typed.expression(decorator))
        for decorator in block.decorators
    ]
    short = block.name.rpartition(".")[2]
    if block.signature is not None:
        lines.append(typed.signature(block.signature, short, block.kind))
    elif lines:  # decorators stand above something
        keyword = "<i class=k>class</i> " if block.kind == "class" else ""
        lines.append(Markup(keyword) + short)
    return Markup("\n").join(lines)


def _documentation(
    part: DocBlock, phrases: PhraseRenderer, prose: ProseRenderer
) -> dict[str, object]:
    return {
        "kind": part.kind,
        "title": part.title,
        "text": prose.render(part.text) if part.text is not None else "",
        "fields": [tuple(phrases.render(phrase) for phrase in entry) for entry in part.fields],
    }
