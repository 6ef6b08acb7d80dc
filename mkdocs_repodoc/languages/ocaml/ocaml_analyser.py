"""The record of an OCaml file; an interface has a grammar of its own."""

from __future__ import annotations

from mkdocs_repodoc.languages.ocaml.spec import OCAML
from mkdocs_repodoc.languages.ocaml.symbols import IMPLEMENTATION, INTERFACE
from mkdocs_repodoc.languages.tree_analyser import analyse_tree
from mkdocs_repodoc.model.records import FileRecord
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.source_text import SourceText


def analyse_ocaml(name: str, text: SourceText, _options: AnalysisOptions) -> FileRecord:
    """Make the record of a file.

    Args:
        name: Base name, whose suffix tells interfaces.
        text: Its text; broken code gives what can be recognised.
    """
    dialect = INTERFACE if name.lower().endswith(".mli") else IMPLEMENTATION
    return analyse_tree(name, text, OCAML, dialect)
