"""Publishes what the pages' scripts fetch, made at the moment when it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import write_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FOLDER = "assets/repodoc/data"
"""Beside the scripts, which find it from their own address."""


class DataFile(File):
    """A generated file without a content until it is asked for."""

    make: Callable[[], bytes]

    @property
    def content_bytes(self) -> bytes:
        """The content, made when it is asked for."""
        return self.make()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.make = lambda: value

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - the host's signature
        """Write the file into the site."""
        write_file(self.make(), self.abs_dest_path)


def data_files(contents: Mapping[str, bytes], config: MkDocsConfig) -> Iterator[File]:
    """Yield a file for each content.

    Args:
        contents: Name → content, made when it is looked up.
        config: MkDocs' configuration.
    """
    for name in contents:
        file = DataFile.generated(
            config, f"{FOLDER}/{name}", content=b"", inclusion=InclusionLevel.NOT_IN_NAV
        )
        assert isinstance(file, DataFile)  # noqa: S101 - `generated` makes what it is called on
        file.make = partial(contents.__getitem__, name)
        yield file


def name_at(path: str) -> str:
    """Return the name of the data file at a path of the site; empty if there can be none."""
    return path.removeprefix(f"{FOLDER}/") if path.startswith(f"{FOLDER}/") else ""
