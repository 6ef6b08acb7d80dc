"""Records → repository: names, imports and references resolved over all files.

Nothing here reads a source file: all answers come from the records, by each language's own rules
for modules, scopes and types, which its `LanguageNames` knows.
"""

from mkdocs_repodoc.languages.resolution.language_names import DocumentedName
from mkdocs_repodoc.linking.known_links import KnownLinks
from mkdocs_repodoc.linking.link import index_names, link, referring_files
from mkdocs_repodoc.linking.linked_index import RepositoryIndex
from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.linking.page_queries import (
    exports_of,
    file_links,
    look_up,
    mentioned,
    names_elsewhere,
)
from mkdocs_repodoc.linking.references.indexed_meanings import IndexedMeanings
from mkdocs_repodoc.linking.references.packed_references import ResolvedFile
from mkdocs_repodoc.linking.references.reference_links import resolve_file
from mkdocs_repodoc.linking.repository_names import RepositoryNames
from mkdocs_repodoc.linking.symbol_links.examples import examples
from mkdocs_repodoc.linking.weighed_files import AnalysedFile

__all__ = [
    "AnalysedFile",
    "DocumentedName",
    "IndexedMeanings",
    "KnownLinks",
    "LinkingLosses",
    "RepositoryIndex",
    "RepositoryNames",
    "ResolvedFile",
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
