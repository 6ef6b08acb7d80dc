"""Data files that belong together, each with a version that all of them have in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping

from mkdocs_repodoc.client.data_scripts import encode, versioned_script


class VersionedScripts(Mapping[str, bytes]):
    """Name → content of a data file, which is made when it is looked up.

    Args:
        names: The files' names, without their extension.
        digest: Digest of all that the files are made from.

    Attributes:
        digest: The same; each file holds it, so that files of two builds are not mixed.
    """

    def __init__(self, names: Iterable[str], digest: str) -> None:
        self._names = dict.fromkeys(names)
        self.digest = digest

    @abstractmethod
    def value(self, name: str) -> dict[str, object]:
        """Return what one of the files holds."""

    def __getitem__(self, name: str) -> bytes:
        """Return a file's content.

        Raises:
            KeyError: There is no such file.
        """
        if name not in self._names:
            raise KeyError(name)
        return versioned_script(name, self.digest, encode(self.value(name)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
