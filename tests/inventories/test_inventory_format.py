from __future__ import annotations

import time
import tracemalloc
import zlib

import pytest
import sphobjinv

from mkdocs_repodoc.inventories import inventory_format
from mkdocs_repodoc.inventories.inventory_format import (
    Inventory,
    InventoryError,
    InventoryItem,
    read_inventory,
    write_inventory,
)

HEAD = b"# Sphinx inventory version 2\n# Project: Shop\n# Version: 1.2\n# compressed using zlib.\n"
SHOP = Inventory(
    "Shop",
    "1.2",
    (
        InventoryItem("shop", "module", "repo/shop/#shop"),
        InventoryItem("shop.Cart", "class", "repo/shop/#shop.Cart"),
        InventoryItem("shop.Cart", "class", "repo/shop/#shop.Cart-2"),
        InventoryItem("shop.größe", "data", "repo/sh%C3%B6p/#x", title="a size, that is"),
    ),
)


def packed(*lines: str) -> bytes:
    return HEAD + zlib.compress("\n".join(lines).encode())


def test_what_is_written_is_read_again() -> None:
    assert read_inventory(write_inventory(SHOP)) == SHOP


def test_a_reader_of_sphinx_inventories_reads_what_is_written() -> None:
    read = sphobjinv.Inventory(zlib=write_inventory(SHOP))
    assert (read.project, read.version) == ("Shop", "1.2")
    assert [(item.name, item.role, item.uri_expanded) for item in read.objects] == [
        (item.name, item.role, item.uri) for item in SHOP.items
    ]


def test_what_another_program_writes_is_read() -> None:
    other = sphobjinv.Inventory()
    other.project, other.version = "Other", "3"
    other.objects.append(
        sphobjinv.DataObjStr(
            name="other.thing", domain="py", role="function", priority="1", uri="api.html#$",
            dispname="-",
        )
    )  # fmt: skip
    data = sphobjinv.compress(other.data_file())
    assert read_inventory(data).items == (
        InventoryItem("other.thing", "function", "api.html#other.thing"),
    )


def test_names_with_spaces_and_other_domains_are_kept_apart() -> None:
    items = read_inventory(
        packed("a b c std:label -1 page.html#a-b A title of it", "f c:function 1 c.html#$ -")
    ).items
    assert items == (
        InventoryItem("a b c", "label", "page.html#a-b", "std", -1, "A title of it"),
        InventoryItem("f", "function", "c.html#f", "c"),
    )


def test_lines_that_are_no_entries_are_left_out() -> None:
    assert read_inventory(packed("", "nonsense", "x py:data one y z", "a py:data 1 u -")).items == (
        InventoryItem("a", "data", "u"),
    )


def test_a_project_name_of_several_lines_stays_on_its_line() -> None:
    inventory = Inventory("Two\n# Version: 9", "1", ())
    assert read_inventory(write_inventory(inventory)).version == "1"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "does not begin with"),
        (b"<!doctype html>\n<html>\n<head>\n<title>\nNot found", "does not begin with"),
        (HEAD.replace(b"version 2", b"version 1") + b"x", "does not begin with"),
        (HEAD.replace(b"zlib", b"lzma") + b"x", "fourth line"),
        (HEAD + b"not compressed", "is damaged"),
        (packed("a py:data 1 u -")[:-4], "ends too early"),
    ],
)
def test_what_is_no_inventory_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(InventoryError, match=problem):
        read_inventory(data)


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkdocs_repodoc.inventories.inventory_format.LARGEST", 1000)
    with pytest.raises(InventoryError, match="too long"):
        read_inventory(packed("a" * 5000))


@pytest.mark.parametrize(
    "line",
    [
        "a " + "b:" * 100_000,
        f"a py:x {'9' * 5_000} b -",
        f"a b py:x {'9' * 5_000} b -",
        "a 1 " * 100_000,
    ],
)
def test_a_line_that_is_no_entry_costs_little_and_stops_nothing(line: str) -> None:
    start = time.process_time()
    found = read_inventory(packed(line, "shop.Till py:class 1 till.html#$ -"))
    assert [item.name for item in found.items] == ["shop.Till"]
    assert time.process_time() - start < 1


def test_more_lines_than_any_project_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory_format, "_MOST_LINES", 1)
    line = "a py:class 1 b -"
    assert len(read_inventory(packed(line, line)).items) == 2  # the last one may lack its end
    for lines in ((line, line, line), ("", "", "")):
        with pytest.raises(InventoryError, match="more than 1 lines"):
            read_inventory(packed(*lines))


def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory_format, "_LONGEST", 1000)
    with pytest.raises(InventoryError, match="a line of more than 1,000 bytes"):
        read_inventory(packed("a" * 5000))


def test_lines_that_are_no_entries_take_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory_format, "_PORTION", 1000)
    data = packed(*["ab"] * 300_000, "shop.Till py:class 1 till.html#$ -")
    tracemalloc.start()
    try:
        assert [item.name for item in read_inventory(data).items] == ["shop.Till"]
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
