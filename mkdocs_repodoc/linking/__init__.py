"""Records → repository: names, imports and references resolved over all files.

Nothing here reads a source file: all answers come from the records, by Python's own rules for
modules, scopes and classes.
"""

from mkdocs_repodoc.linking.examples import examples
from mkdocs_repodoc.linking.link import ResolveAll, link
from mkdocs_repodoc.linking.mentions import Mention, mentioned
from mkdocs_repodoc.linking.queries import file_links, look_up, names_elsewhere
from mkdocs_repodoc.linking.resolution import resolve_file
from mkdocs_repodoc.linking.resolved import ResolvedFile
from mkdocs_repodoc.linking.resolver import Resolver
from mkdocs_repodoc.linking.table import SymbolTable

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
