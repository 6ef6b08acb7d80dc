"""Files that `require` and `require_relative` name."""

from __future__ import annotations

import posixpath

from mkdocs_repodoc.languages.file_index import NOWHERE, FileIndex, inside, standard, third_party
from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of

_STANDARD = words("""
    abbrev base64 benchmark bigdecimal bundler cgi coverage csv date delegate digest drb English
    erb etc expect fcntl fiddle fileutils find forwardable getoptlong io ipaddr irb json logger
    matrix monitor mutex_m net nkf objspace observer open-uri open3 openssl optparse ostruct
    pathname pp prettyprint prime pstore psych pty rbconfig rdoc readline reline resolv rinda
    ripper rubygems securerandom set shellwords singleton socket stringio strscan syslog
    tempfile thread time timeout tmpdir tracer tsort un uri weakref yaml zlib
    """)
_TEST_FOLDERS = ("test", "spec")


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where a `require` or `require_relative` of a file leads.

    `require_relative` starts at the file. `require` searches the load path, on which the file's own
    folder is not: `lib` of each gem is, and `test` or `spec` while the tests run.
    """
    named = item.module
    folder = folder_of(path)
    if item.level:
        found = files.first(_spellings(posixpath.join(folder, named)))
        return inside(found) if found else NOWHERE
    if named.startswith((".", "/")):  # from the working folder, which as a rule is the root
        found = files.first(_spellings(named))
        return inside(found) if found else NOWHERE
    load_path = ["lib", *(each for each in _TEST_FOLDERS if path.startswith(f"{each}/"))]
    for base in load_path:
        if found := files.first(_spellings(f"{base}/{named}")):
            return inside(found)
    # A repository of several gems: each has a `lib` of its own on the load path.
    if found := files.by_ending(f"lib/{named.removesuffix('.rb')}.rb", folder):
        return inside(found)
    library = named.partition("/")[0]
    return standard(library) if library in _STANDARD else third_party(library)


def _spellings(path: str) -> tuple[str, str]:
    plain = posixpath.normpath(path)
    return plain, f"{plain}.rb"
