"""The list of the files that programs read of a site.

A new one is a module that makes its bytes of a `DocumentedSite`, and a line in `OUTPUTS`. The host
writes each file at its path in the site, unless the user has put one of that name there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType

from mkdocs_repodoc.extensions import parts
from mkdocs_repodoc.extensions.extension_error import ExtensionError
from mkdocs_repodoc.extensions.named_extensions import derived, offered_parts
from mkdocs_repodoc.extensions.parts import Offered, items_of
from mkdocs_repodoc.outputs.documented_site import DocumentedSite
from mkdocs_repodoc.outputs.objects_inventory import objects_inventory
from mkdocs_repodoc.outputs.repository_model import model_schema, repository_model
from mkdocs_repodoc.outputs.scip_index import scip_index
from mkdocs_repodoc.processes.containment import fault
from mkdocs_repodoc.settings import Settings

MakeOutput = Callable[[DocumentedSite], bytes]
_PATH = re.compile(r"[A-Za-z0-9_][\w.-]*(?:/[A-Za-z0-9_][\w.-]*)*", re.ASCII)
NONE: Mapping[str, MakeOutput] = MappingProxyType({})

OUTPUTS: Mapping[str, MakeOutput] = {
    "objects.inv": objects_inventory,
    "index.scip": scip_index,
    "repodoc.jsonl": repository_model,
    "repodoc.schema.json": model_schema,
}
"""Path in the site → what makes the file; the same bytes for the same site."""

_ON_DEMAND = {
    "index.scip": attrgetter("scip_output"),
    "repodoc.jsonl": attrgetter("model_output"),
    "repodoc.schema.json": attrgetter("model_output"),
}
"""Path in the site → whether settings ask for the file, where not every site has it."""


@dataclass(frozen=True, slots=True)
class ExtensionOutput:
    """A file that an extension adds to the site.

    Attributes:
        path: Its path in the site.
        make: Returns its content; the same bytes for the same site.
    """

    path: str
    make: MakeOutput


@derived
def extension_outputs() -> tuple[Offered[ExtensionOutput], ...]:
    """Return the files that the extensions in use add.

    Raises:
        ExtensionError: A part of an extension holds no outputs, or one whose path can't be used.
    """
    found: dict[str, Offered[ExtensionOutput]] = {}
    for each in items_of(offered_parts(parts.OUTPUTS), ExtensionOutput):
        path = each.item.path
        if path in found or path in OUTPUTS:
            raise ExtensionError(each.extension, f"adds the file {path}, which is there")
        if not _PATH.fullmatch(path):
            raise ExtensionError(
                each.extension, f"adds a file at {path!r}, which is not a path in the site"
            )
        found[path] = each
    return tuple(found.values())


def _named(offered: Offered[ExtensionOutput]) -> MakeOutput:
    def make(site: DocumentedSite) -> bytes:
        try:
            return offered.item.make(site)
        except Exception as error:
            problem = f"fails as it makes {offered.item.path}: {fault(error)}"
            raise ExtensionError(offered.extension, problem) from error

    return make


class SiteOutputs(Mapping[str, bytes]):
    """Path in the site → content, made when it is looked up.

    Args:
        site: What the files are about.
        settings: Settings of the run.
        further: What makes more of them, by path.
    """

    def __init__(
        self, site: DocumentedSite, settings: Settings, further: Mapping[str, MakeOutput] = NONE
    ) -> None:
        self._site = site
        self._made = (
            {each.item.path: _named(each) for each in extension_outputs()}
            | dict(further)
            | {
                path: make
                for path, make in OUTPUTS.items()
                if path not in _ON_DEMAND or _ON_DEMAND[path](settings)
            }
        )

    def __getitem__(self, path: str) -> bytes:
        """Return a file's content.

        Raises:
            KeyError: There is no such file.
        """
        return self._made[path](self._site)

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)
