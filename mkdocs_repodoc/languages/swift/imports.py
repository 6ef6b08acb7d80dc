"""Modules that `import` names: they are no files."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import NOWHERE, FileIndex, standard, third_party
from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import

_PLATFORM = words("""
    AppKit AVFoundation Combine CoreData CoreFoundation CoreGraphics CoreLocation CryptoKit Darwin
    Dispatch Foundation Glibc MapKit MetalKit Observation OSLog Security StoreKit Swift SwiftData
    SwiftUI UIKit WebKit XCTest
    """)


def resolve_import(files: FileIndex, _path: str, item: Import) -> ResolvedImport:
    """Say whose a module is: one of the repository is a folder, and no file is meant."""
    module = item.module.partition(".")[0]
    if module in _PLATFORM:
        return standard(module)
    is_target = any(f"Sources/{module}/" in path for path in files.paths)
    return NOWHERE if is_target else third_party(module)
