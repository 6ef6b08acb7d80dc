"""The files whose names a family of languages resolves, out of all files of a repository."""

from __future__ import annotations

from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import is_text


def takes_part(source: SourceFile) -> bool:
    """Whether a file can be named by others; a path that is no text names nothing."""
    return source.kind == "text" and is_text(source.path)


def own_outlines(files: OutlinedFiles, *languages: str) -> dict[str, FileOutline]:
    """Pick the files whose names a family of languages resolves.

    Args:
        files: All files of the repository in sorted order.
        languages: The languages of the family.

    Returns:
        Path → outline, in the order of the files.
    """
    return {
        source.path: outline
        for source, outline in files
        if source.language in languages and takes_part(source)
    }
