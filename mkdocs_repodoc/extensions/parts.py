"""The parts that packages offer: entry points, and what they load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import EntryPoint
from typing import Generic, NamedTuple, TypeVar

from mkdocs_repodoc.extensions.extension_error import ExtensionError
from mkdocs_repodoc.processes.containment import fault

LANGUAGES = "mkdocs_repodoc.languages"
RULES = "mkdocs_repodoc.rules"
ROLES = "mkdocs_repodoc.roles"
FACTS = "mkdocs_repodoc.facts"
SECTIONS = "mkdocs_repodoc.sections"
OUTPUTS = "mkdocs_repodoc.outputs"
GROUPS = (LANGUAGES, RULES, ROLES, FACTS, SECTIONS, OUTPUTS)
"""The groups of entry points, one for each kind of part."""

OWN = "mkdocs-repodoc"
"""Who offers the parts that are always there."""

Kind = TypeVar("Kind")


class OfferedPart(NamedTuple):
    """An entry point, and who offers it."""

    extension: str
    entry_point: EntryPoint

    def load(self) -> object:
        """Import what the entry point names.

        Raises:
            ExtensionError: It can't be imported.
        """
        try:
            return self.entry_point.load()
        except Exception as error:
            raise self.problem(f"can't be loaded: {fault(error)}") from error

    def problem(self, clause: str) -> ExtensionError:
        """Return an error that names the part.

        Args:
            clause: What is wrong with it.
        """
        where = f"{self.entry_point.group} ({self.entry_point.value})"
        return ExtensionError(self.extension, f"can't be used: its {where} {clause}")


class Offered(NamedTuple, Generic[Kind]):
    """Something that a part holds, and who offers it."""

    extension: str
    item: Kind


def own_parts(group: str, values: Iterable[str]) -> list[OfferedPart]:
    """Return parts of the product itself.

    Args:
        group: The group that they would be found in if they were installed with another package.
        values: `module:name` of each.
    """
    return [OfferedPart(OWN, EntryPoint(value, value, group)) for value in values]


def items_of(parts: Iterable[OfferedPart], kind: type[Kind]) -> Iterator[Offered[Kind]]:
    """Yield what parts hold: each is one item, or a sequence of items.

    Args:
        parts: The parts, in their order.
        kind: What an item has to be.

    Raises:
        ExtensionError: A part can't be imported, or holds something else.
    """
    for part in parts:
        held = part.load()
        items = held if isinstance(held, Sequence) else (held,)
        for item in items:
            if not isinstance(item, kind):
                raise part.problem(f"holds {type(item).__name__}, not {kind.__name__}")
            yield Offered(part.extension, item)
