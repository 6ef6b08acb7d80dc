"""Object inventories (`objects.inv`): which names a documentation site describes, and where.

The format is Sphinx's, version 2: four lines of text, then one compressed line for each object. It
is read and written here because it is so small; libraries that know it bring many times their use
in dependencies.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_repodoc.text.english import one_line

_FIRST_LINE = b"# Sphinx inventory version 2"
_HEAD_LINES = 4
LARGEST = 256_000_000
"""Bytes that an inventory may have, packed and unpacked; the largest ones known have 30 million."""
_MOST_LINES = 2_000_000
"""Lines, each an object; the largest inventories have some hundred thousand."""
_LONGEST = 1_000_000
"""Bytes of a line."""
_PORTION = 1 << 20
"""Bytes that are unpacked at a time: a few packed ones can stand for any number of lines."""
_KIND = re.compile(r"(?<=\s)(\S++)\s++(-?\d{1,9})(?=\s)")
"""What may be the kind and the priority of an object. A name may have spaces."""
_ADDRESS = re.compile(r"\s(\S*+)\s+(.*)")
_PYTHON_LINE = re.compile(r"(\S++) (py):(\S++) (-?\d{1,9}) (\S*+) (.*)")
"""A whole line whose name has no space, read in a fraction of the time."""


class InventoryError(ValueError):
    """What was read is no inventory; the text says why."""


class InventoryItem(NamedTuple):
    """One object of an inventory."""

    name: str
    """Its full dotted name."""
    role: str
    """What it is: `class`, `function`, `module`, …"""
    uri: str
    """Address relative to the top of the site that it belongs to, anchor included."""
    domain: str = "py"
    """The language that it belongs to."""
    priority: int = 1
    """How prominent a search shows it; below 0 it is left out of searches."""
    title: str = ""
    """How it is shown, where that is not its name."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """The objects of one site."""

    project: str
    version: str
    items: tuple[InventoryItem, ...]


def read_inventory(data: bytes) -> Inventory:
    """Read an inventory.

    Args:
        data: The whole file.

    Returns:
        The inventory; lines that are no entries are left out, as every reader does.

    Raises:
        InventoryError: The file is no inventory of version 2.
    """
    head = data.split(b"\n", _HEAD_LINES)
    if len(head) <= _HEAD_LINES or head[0].rstrip() != _FIRST_LINE:
        raise InventoryError(f"it does not begin with {_FIRST_LINE.decode()!r}")
    if b"zlib" not in head[3]:
        raise InventoryError("its fourth line does not name zlib as the compression")
    return Inventory(_after_colon(head[1]), _after_colon(head[2]), tuple(_items(_lines(head[4]))))


def write_inventory(inventory: Inventory) -> bytes:
    """Return an inventory as a file, the same bytes for the same inventory."""
    head = (
        f"{_FIRST_LINE.decode()}\n"
        f"# Project: {one_line(inventory.project)}\n"
        f"# Version: {one_line(inventory.version)}\n"
        "# The remainder of this file is compressed using zlib.\n"
    )
    body = "".join(map(_line, inventory.items))
    return head.encode() + zlib.compress(body.encode("utf-8", "replace"))


def python_items(items: Iterable[InventoryItem]) -> Iterator[InventoryItem]:
    """Yield the objects of Python among those of other languages and the sections of pages."""
    return (item for item in items if item.domain == "py")


def _lines(packed: bytes) -> Iterator[str]:
    """Yield the lines of the compressed part, of which no more than a portion is in memory.

    Raises:
        InventoryError: It is damaged, too long, or has too many lines.
    """
    count = 0
    rest = b""
    for portion in _portions(packed):
        *whole, rest = (rest + portion).split(b"\n")
        count += len(whole)
        if count > _MOST_LINES:
            raise InventoryError(f"it has more than {_MOST_LINES:,} lines")
        if len(rest) > _LONGEST:
            raise InventoryError(f"it has a line of more than {_LONGEST:,} bytes")
        for line in whole:
            yield line.decode("utf-8", "replace")
    yield rest.decode("utf-8", "replace")


def _portions(packed: bytes) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    total = 0
    for start in range(0, len(packed), _PORTION):
        waiting, is_full = packed[start : start + _PORTION], True
        while is_full:
            try:
                portion = unpacker.decompress(waiting, _PORTION)
            except zlib.error as error:
                raise InventoryError(f"its compressed part is damaged ({error})") from error
            total += len(portion)
            if total > LARGEST:
                raise InventoryError("its compressed part is too long")
            yield portion
            if unpacker.eof:
                return
            waiting, is_full = unpacker.unconsumed_tail, len(portion) == _PORTION
    raise InventoryError("its compressed part ends too early")


def _items(lines: Iterable[str]) -> Iterator[InventoryItem]:
    for line in lines:
        match = _PYTHON_LINE.match(line)
        parts = match.groups() if match is not None else _parts(line.rstrip())
        if parts is None:
            continue
        name, domain, role, priority, uri, title = parts
        if uri.endswith("$"):
            uri = uri[:-1] + name
        title = "" if title in {"-", name} else title
        yield InventoryItem(name, role, uri, domain, int(priority), title)


def _parts(line: str) -> Sequence[str] | None:
    """Return the parts of any line; `None` if it is no entry."""
    for found in _KIND.finditer(line):
        kind = found[1]
        colon = kind.rfind(":", 1, -1)
        if colon <= 0:  # a word and a number in a name, of which a line may consist
            continue
        name = line[: found.start()].rstrip()
        address = _ADDRESS.match(line, found.end())
        if name and address is not None:
            return name, kind[:colon], kind[colon + 1 :], found[2], address[1], address[2]
    return None


def _line(item: InventoryItem) -> str:
    uri = item.uri
    if uri.endswith(f"#{item.name}"):
        uri = uri.removesuffix(item.name) + "$"
    title = one_line(item.title) or "-"
    return f"{item.name} {item.domain}:{item.role} {item.priority} {uri} {title}\n"


def _after_colon(line: bytes) -> str:
    return line.decode("utf-8", "replace").partition(":")[2].strip()
