"""Keys of records: all that a record follows from."""

from __future__ import annotations

import hashlib
import platform

from mkdocs_repodoc import __version__
from mkdocs_repodoc.cache.code_digest import code_digest, libraries, version
from mkdocs_repodoc.extensions.named_extensions import use_extensions
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.settings import AnalysisOptions

_ROOMS = (
    *("analysis", "extensions", "format_readers", "languages", "model", "paths", "processes"),
    *("settings", "sources", "text"),
)
"""Modules and packages whose code makes records."""
_PARSERS = ("griffelib", "msgspec", "packaging", "pyyaml", "ruff", "tree-sitter")
"""Packages beside the tree-sitter grammars whose version can change a record."""


def record_key(source: SourceFile, options: AnalysisOptions) -> str:
    """Return the key under which a file's record is kept.

    Args:
        source: The file.
        options: What the user chose.

    Returns:
        A hexadecimal digest of all that the record depends on: the content, the base name, the
        language, the options, and the code that makes the record.
    """
    name = name_of(source.path)
    parts = (source.digest, source.language, repr(options), _code(), name)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def record_code(options: AnalysisOptions) -> str:
    """Return a digest of all code that makes records, to compare machines by.

    Raises:
        ExtensionError: An extension is not installed here.
    """
    use_extensions(options.extensions)
    return _code()


def record_versions() -> dict[str, str]:
    """Return the versions of what makes records, by name; none of what is not installed."""
    names = (*_PARSERS, *libraries("tree-sitter"))
    interpreter = platform.python_implementation()
    own = {"mkdocs-repodoc": __version__, interpreter: platform.python_version()}
    return own | {name: version(name) for name in dict.fromkeys(names)}


def _code() -> str:
    return code_digest(_ROOMS, (*_PARSERS, *libraries("tree-sitter")))
