"""Files that `import` and `require` name: by a path without its suffix."""

from __future__ import annotations

import posixpath

from mkdocs_repodoc.languages.file_index import NOWHERE, FileIndex, inside, standard, third_party
from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of

_SUFFIXES = ("", ".ts", ".tsx", ".d.ts", ".js", ".jsx", ".mjs", ".cjs", ".json", ".vue")
_INDEXES = ("/index.ts", "/index.tsx", "/index.js", "/index.jsx", "/index.mjs")
_NODE_MODULES = words("""
    assert async_hooks buffer child_process cluster console constants crypto dgram
    diagnostics_channel dns domain events fs http http2 https inspector module net os path
    perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls
    trace_events tty url util v8 vm wasi worker_threads zlib
    """)


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where an import of a file leads."""
    named = item.module
    if named.startswith("."):
        found = _file(files, posixpath.normpath(posixpath.join(folder_of(path), named)))
        return inside(found) if found else NOWHERE
    return outside(named)


def outside(named: str) -> ResolvedImport:
    """Return what provides a module that is no file of the repository."""
    package = named.removeprefix("node:").partition("/")[0]
    if named.startswith("node:") or package in _NODE_MODULES:
        return standard(package)
    return third_party("/".join(named.split("/")[:2]) if named.startswith("@") else package)


def _file(files: FileIndex, base: str) -> str:
    if found := files.first(base + suffix for suffix in (*_SUFFIXES, *_INDEXES)):
        return found
    stem, dot, suffix = base.rpartition(".")
    if dot and suffix in ("js", "jsx", "mjs", "cjs"):
        # TypeScript names the file that the compiler will have made.
        return files.first(stem + source for source in (".ts", ".tsx", ".mts", ".cts"))
    return ""
