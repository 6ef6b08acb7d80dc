"""Records → repository: names, imports and references resolved over all files.

Nothing here reads a source file: all answers come from the records, by Python's own rules for
modules, scopes and classes.
"""

from mkdocs_repodoc.languages.python.resolution.resolver import Resolver
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable
from mkdocs_repodoc.linking.documented_names import Mention, mentioned
from mkdocs_repodoc.linking.examples import examples
from mkdocs_repodoc.linking.link import AnalysedFile, index_names, link, referring_files
from mkdocs_repodoc.linking.linked_index import RepositoryIndex
from mkdocs_repodoc.linking.packed_references import ResolvedFile
from mkdocs_repodoc.linking.page_queries import exports_of, file_links, look_up, names_elsewhere
from mkdocs_repodoc.linking.reference_links import resolve_file

__all__ = [
    "AnalysedFile",
    "Mention",
    "RepositoryIndex",
    "ResolvedFile",
    "Resolver",
    "SymbolTable",
    "examples",
    "exports_of",
    "file_links",
    "index_names",
    "link",
    "look_up",
    "mentioned",
    "names_elsewhere",
    "referring_files",
    "resolve_file",
]
