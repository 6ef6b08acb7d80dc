"""Records → repository: names, imports and references resolved over all files.

Nothing here reads a source file: all answers come from the records, by Python's own rules for
modules, scopes and classes.
"""

from mkdocs_repodoc.languages.python.resolution.resolver import Resolver
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable
from mkdocs_repodoc.linking.documented_names import Mention, mentioned
from mkdocs_repodoc.linking.examples import examples
from mkdocs_repodoc.linking.link import ResolveAll, link
from mkdocs_repodoc.linking.packed_references import ResolvedFile
from mkdocs_repodoc.linking.page_queries import file_links, look_up, names_elsewhere
from mkdocs_repodoc.linking.reference_links import resolve_file

__all__ = [
    "Mention",
    "ResolveAll",
    "ResolvedFile",
    "Resolver",
    "SymbolTable",
    "examples",
    "file_links",
    "link",
    "look_up",
    "mentioned",
    "names_elsewhere",
    "resolve_file",
]
