"""Links as one run leaves them to another one of the same files."""

from __future__ import annotations

from typing import Self

import msgspec

from mkdocs_repodoc.linking.file_ties import FileTies
from mkdocs_repodoc.linking.linked_index import RepositoryIndex
from mkdocs_repodoc.linking.linked_names import KnownNames
from mkdocs_repodoc.linking.weighed_files import Standing, standings_of


class KnownLinks(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Links of a repository that hold as long as no file and no reference changes."""

    names: KnownNames
    standings: dict[str, Standing]
    ties: FileTies

    @classmethod
    def of(cls, index: RepositoryIndex) -> Self:
        """Return those of a linked repository."""
        links, own = index.repository.links, index.own_imports
        led_on = {path: to for path, to in links.imports.items() if own.get(path) != to}
        names = KnownNames(dict(own), led_on, index.inheritance.files)
        ties = FileTies(*(getattr(links, field) for field in FileTies.__struct_fields__))
        return cls(names, standings_of(index.repository.files), ties)
