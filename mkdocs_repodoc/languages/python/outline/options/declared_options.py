"""Options and commands that a module declares, by the library that reads them."""

from __future__ import annotations

import ast

from mkdocs_repodoc.languages.python.outline.described_fields import DescribedFields
from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.options import (
    click_options,
    command_handlers,
    defined_options,
    fire_options,
    parser_options,
)
from mkdocs_repodoc.languages.python.outline.options.described_options import described_options
from mkdocs_repodoc.languages.python.outline.options.plumbum_options import plumbum_options
from mkdocs_repodoc.languages.python.outline.options.setting_classes import class_options
from mkdocs_repodoc.languages.python.outline.options.typer_options import typer_options
from mkdocs_repodoc.languages.python.outline.structure import Structure
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Option

CALL_NAMES = frozenset[str]().union(
    parser_options.CALL_NAMES,
    command_handlers.CALL_NAMES,
    click_options.CALL_NAMES,
    fire_options.CALL_NAMES,
    defined_options.CALL_NAMES,
)
"""Last names of the functions whose calls are read here."""


def read_options(
    structure: Structure, names: ImportAliases, source: SourceExcerpts
) -> tuple[Option, ...]:
    """Return the commands, options and arguments in source order."""
    found = [
        *parser_options.parser_options(structure, source),
        *click_options.click_options(structure, names, source),
        *typer_options(structure, names, source),
        *plumbum_options(structure, names, source),
        *fire_options.fire_options(structure, names, source),
        *defined_options.defined_options(structure, names, source),
    ]
    if isinstance(structure.module.node, ast.Module):
        found += class_options(structure.module.node, source)
    told = {each.line for each in found}
    found += described_options(structure, DescribedFields(structure, names, source), source, told)
    return tuple(sorted(found, key=lambda option: option.line))
