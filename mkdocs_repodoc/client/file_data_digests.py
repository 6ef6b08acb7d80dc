"""Digests of all that the data on the symbols of a file follow from."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile, Repository


class FileDataDigests:
    """Finds out whether the data on a file would be what they were in an earlier build.

    They follow from the file itself, and from the lines of all files that refer to its symbols,
    for which the keys of their records stand; also from the settings and the code, which are for
    whoever keeps the data.

    Args:
        repository: The linked repository.
        addresses: Where its pages are.
    """

    def __init__(self, repository: Repository, addresses: PageAddresses) -> None:
        self._repository = repository
        self._addresses = addresses
        self._about = cache(self._said_of)

    def of(self, file: RepoFile) -> str:
        """Return the digest of a file's data."""
        own = self._about(file.path), file.module, file.anchors
        users = [
            (self._about(path), digest)
            for path, digest in self._repository.links.uses.digests(file.path)
        ]
        return sha256(repr((own, users)).encode("utf-8", "backslashreplace")).hexdigest()

    def _said_of(self, path: str) -> tuple[str, str, str, bool]:
        """Return all that the data of others say of a file, or what stands for it."""
        file = self._repository.files[path]
        return path, file.key, self._addresses.file(path), file.role in TEST_ROLES
