"""Data files that belong together, each with a version of its own that the first of them names.

A script that has the first file asks for the others in the versions that this names, so that files
of two builds are not mixed, and a file stays as it is for as long as it holds the same.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping

from mkdocs_repodoc.client.data_scripts import encode, versioned_script

_LENGTH = 10


class VersionedScripts(Mapping[str, bytes]):
    """Name → content of a data file, which is made when it is looked up.

    Args:
        names: The files' names, without their extension.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = dict.fromkeys(names)

    @abstractmethod
    def value(self, name: str) -> dict[str, object]:
        """Return what one of the files holds."""

    @abstractmethod
    def digest(self, name: str) -> str:
        """Return a digest of all that a file is made from; empty if that is all of the site."""

    def version(self, name: str) -> str:
        """Return what tells a file from those that other builds have made under its name."""
        return self.digest(name)[:_LENGTH]

    def versions(self, names: Iterable[str]) -> str:
        """Return the versions of some files, a space between two."""
        return " ".join(map(self.version, names))

    def __getitem__(self, name: str) -> bytes:
        """Return a file's content.

        Raises:
            KeyError: There is no such file.
        """
        if name not in self._names:
            raise KeyError(name)
        return versioned_script(name, self.version(name), encode(self.value(name)))

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
