"""Secrets in the files that are about to be published, and what the user wants done about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mkdocs_repodoc.errors import SecretsError
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.secrets import Secret
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources.path_patterns import path_patterns
from mkdocs_repodoc.text.english import with_rest
from mkdocs_repodoc.text.printable_text import terminal_line

REMEDY = "Revoke them and take them out of the repository and its history"
"""What messages recommend."""
_NAMED = 5
"""How many files a message names."""

Analysed = tuple[SourceFile, FileOutline, str]
"""A file, its outline and the key of its record."""


def found_secrets(
    files: Iterable[Analysed], settings: Settings
) -> Mapping[str, tuple[Secret, ...]]:
    """Return the files that seem to hold secrets, by path, but for those where that is allowed.

    Args:
        files: All files.
        settings: What is allowed, and what is to be done.

    Raises:
        SecretsError: There are some, and nothing is to be published then.
    """
    if settings.secrets == "publish":
        return {}
    allowed = path_patterns(settings.allowed_secrets)
    found = {
        source.path: outline.secrets
        for source, outline, _ in files
        if outline.secrets and not allowed.match_file(source.path)
    }
    if found and settings.secrets == "fail":
        raise SecretsError(
            f"files seem to hold secrets: {named(found)}. {REMEDY}, or name the files in the "
            "option 'allowed_secrets'"
        )
    return found


def named(found: Mapping[str, Sequence[Secret]]) -> str:
    """Return a list of files with the kinds and lines of their secrets, not the values.

    Args:
        found: At least one file.
    """
    listed = [
        f"{terminal_line(path)}:{secrets[0].line} ({secrets[0].kind})"
        for path, secrets in list(found.items())[:_NAMED]
    ]
    total = sum(map(len, found.values()))
    return with_rest(", ".join(listed), total - len(listed))
