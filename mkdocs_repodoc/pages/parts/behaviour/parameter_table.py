"""The table of the parameters of what one sets the software up with."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_repodoc.insight.operation.defaults.absent_values import FALSY, asked_for, is_meant
from mkdocs_repodoc.insight.operation.defaults.named_values import NamedValues
from mkdocs_repodoc.model.blocks import Code, Column, Phrase, Table
from mkdocs_repodoc.model.facts import AdjustedSetting
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Parameter
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links, summaries
from mkdocs_repodoc.pages.parts.behaviour.settings_tables import code_phrase
from mkdocs_repodoc.text.prose import first_sentence

_PARAMETERS = frozenset({"parameters", "other parameters"})


def parameter_table(
    context: PageContext,
    maker: SymbolRef,
    name: str,
    adjusted: Mapping[str, AdjustedSetting],
    values: NamedValues,
) -> Table:
    """Return the parameters of a function that have defaults: type, default, meaning.

    Args:
        context: Where documentation and addresses are known.
        maker: The function, or the constructor.
        name: What it makes or does, for the caption.
        adjusted: Name of a parameter → what stands in for it where it is not given.
        values: What names of constants stand for.
    """
    line = context.repository.symbol(maker).line
    detail = context.detail(maker.path).symbols[maker.position]
    meanings = _meanings(context, maker)
    file = context.repository.files[maker.path]
    rows = tuple(
        (
            (Code(each.name),),
            code_phrase(each.annotation),
            (
                *_valued(each.default, values.literal(each.default, maker.path, line)),
                *_instead(context, maker.path, each, adjusted.get(each.name)),
            ),
            summaries.phrase(first_sentence(meanings.get(each.name, "")), file, maker.position),
        )
        for each in detail.parameters
        if each.default
    )
    columns = (Column("Parameter"), Column("Type"), Column("Default"), Column("Meaning"))
    return Table(columns, rows, caption=f"Parameters of {name}").without_empty_columns()


def _valued(written: str, value: str) -> Phrase:
    """Return a default, with the value that its name stands for in front."""
    named = code_phrase(written)
    return (Code(value), " (", *named, ")") if value and value != written else named


def _meanings(context: PageContext, maker: SymbolRef) -> dict[str, str]:
    """Return what the documentation of a function, or of the class that it makes, says of each."""
    symbols = context.repository.files[maker.path].outline.symbols
    owner = symbols[maker.position].name.rpartition(".")[0]
    details = context.detail(maker.path).symbols
    around = (
        detail for symbol, detail in zip(symbols, details, strict=True) if symbol.name == owner
    )
    sections = (
        *(section for detail in around for section in detail.documentation),
        *details[maker.position].documentation,
    )
    found = (each for one in sections if one.kind in _PARAMETERS for each in one.fields)
    return {each.name: each.description for each in found}


def _instead(
    context: PageContext, path: str, parameter: Parameter, found: AdjustedSetting | None
) -> Phrase:
    """Return what stands in for a value of a parameter, with its line.

    That is what the default becomes, unless only another value is replaced.
    """
    asked = asked_for(found.condition, parameter.name) if found is not None else ""
    if found is None or not asked:
        return ()
    line = page_links.to_line(context, path, found.line, text=f"line {found.line}")
    if is_meant(parameter.default, asked):
        return (", which becomes ", *code_phrase(found.value), " (", line, ")")
    if asked == FALSY:
        return ()
    return ("; ", Code(asked), " becomes ", *code_phrase(found.value), " (", line, ")")
