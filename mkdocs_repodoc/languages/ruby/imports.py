"""Files that `require` names: beside the file, or in a `lib` of the repository."""

from __future__ import annotations

import posixpath

from mkdocs_repodoc.languages.file_index import NOWHERE, FileIndex, inside, standard, third_party
from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.repository import ResolvedImport

_STANDARD = words("""
    abbrev base64 benchmark bigdecimal bundler cgi coverage csv date delegate digest drb English
    erb etc expect fcntl fiddle fileutils find forwardable getoptlong io ipaddr irb json logger
    matrix monitor mutex_m net nkf objspace observer open-uri open3 openssl optparse ostruct
    pathname pp prettyprint prime pstore psych pty rbconfig rdoc readline reline resolv rinda
    ripper rubygems securerandom set shellwords singleton socket stringio strscan syslog
    tempfile thread time timeout tmpdir tracer tsort un uri weakref yaml zlib
    """)


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where a `require` of a file leads."""
    named = item.module
    folder = path.rpartition("/")[0]
    for base in (posixpath.join(folder, named), f"lib/{named}", named):
        candidate = posixpath.normpath(base)
        if found := files.first((candidate, f"{candidate}.rb")):
            return inside(found)
    if named.startswith((".", "/")):
        return NOWHERE
    # A repository of several gems: each has a `lib` of its own on the load path.
    if found := files.by_ending(f"lib/{named.removesuffix('.rb')}.rb", folder):
        return inside(found)
    library = named.partition("/")[0]
    return standard(library) if library in _STANDARD else third_party(library)
