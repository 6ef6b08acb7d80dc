"""The palette's index: complete, cut evenly, the same each time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

import msgspec
import pytest

from mkdocs_repodoc.client.name_words import keys_of
from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.palette_entries import Entry
from mkdocs_repodoc.client.palette_index import Index, page_names
from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan

VERBS = ("load", "save", "test", "read", "write", "close")


def value(content: bytes) -> tuple[str, Any, str]:
    """Return what a data file hands over: its name, its value, the index's version."""
    text = content.decode().strip()
    assert text.startswith("repodocData(")
    assert text.endswith(")")
    name, data, version = json.loads(f"[{text[12:-1]}]")
    return name, data, version


def lengthened(column: str) -> list[str]:
    texts = [""]
    for text in column.split("\n"):
        texts.append(texts[-1][: ord(text[0]) - 48] + text[1:])
    return texts[1:]


def names_in(index: Index, file: str) -> list[str]:
    return lengthened(value(index[file])[1]["n"])


def made(count: int) -> Iterator[Entry]:
    for number in range(count):
        name = f"{VERBS[number % len(VERBS)]}_thing_{number}"
        signature = "(path: str) -> Path" if number % 3 == 0 else ""
        path = f"src/m{number // 40}.py"
        module = path[:-3].replace("/", ".")
        weight = number % 7
        yield Entry(
            name=name,
            scope="Box.",
            kind="method",
            path=path,
            module=module,
            anchor=f"{module}.Box.{name}",
            line=number,
            signature=signature,
            weight=weight,
        )


def index_of(entries: list[Entry], urls: dict[str, str] | None = None) -> Index:
    uris, pages = {}, {}
    for path in {entry.path for entry in entries}:
        uri = f"repo/{path}_docs.md"
        uris["file", path] = uri
        url = (urls or {}).get(path, f"repo/{path}_docs/")
        pages[uri] = PagePlan("file", path, path, uri, "", url)
    plan = SitePlan(MappingProxyType(pages), {}, uris)  # type: ignore[arg-type]  # kinds are right
    return Index(entries, PageAddresses(plan, "repo", directory_urls=True))


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(list(made(6000)))


def test_each_name_lies_in_the_pages_of_each_of_its_keys(index: Index) -> None:
    firsts = value(index["find"])[1]["pages"].split("\n")
    for entry in list(made(6000))[::500]:
        for key in keys_of(entry.name):
            numbers = page_names(firsts, key)
            assert any(entry.name in names_in(index, f"p{number}") for number in numbers), key


def test_no_file_is_large(index: Index) -> None:
    assert max(map(len, index.values())) < 40_000


def test_what_many_names_begin_with_has_a_top_of_the_best(index: Index) -> None:
    head = value(index["find"])[1]
    tops = head["tops"].split("\n")
    assert "t" in tops
    names = names_in(index, f"t{tops.index('t')}")
    assert 20 < len(names) <= 80
    weights = [int(name.rpartition("_")[2]) % 7 for name in names]
    assert min(weights) == 6


def test_types_lead_to_signatures(index: Index) -> None:
    firsts = value(index["find"])[1]["pages"].split("\n")
    page = value(index[f"p{page_names(firsts, '>path')[-1]}"])[1]
    assert "(path: str) -> Path" in page["g"]
    assert "d" not in page


def test_an_index_depends_on_its_entries_alone(index: Index) -> None:
    again = index_of(list(made(6000)))
    assert dict(again) == dict(index)


def test_the_head_names_the_version_of_each_part(index: Index) -> None:
    head = value(index["find"])[1]
    for form, versions in ("p", head["pageVersions"]), ("t", head["topVersions"]):
        for number, version in enumerate(versions.split(" ")):
            assert value(index[f"{form}{number}"])[2] == version != ""


def test_a_part_has_another_version_where_it_has_another_content(index: Index) -> None:
    renamed = [
        msgspec.structs.replace(entry, summary="New.") if entry.line == 3000 else entry
        for entry in made(6000)
    ]
    other = index_of(renamed)
    assert list(other) == list(index)
    changed = {name for name in index if value(other[name])[1] != value(index[name])[1]}
    versioned = {name for name in index if other.version(name) != index.version(name)}
    assert 0 < len(changed - {"find"}) < len(index) / 2
    assert changed <= versioned | {"find"}


def test_an_entry_more_leaves_most_parts_as_they_are(index: Index) -> None:
    parts = set(index.values())
    more = Entry(name="prepare_it", kind="method", path="src/m0.py", line=9, weight=1.0)
    changed = [name for name, part in index_of([*made(6000), more]).items() if part not in parts]
    assert len(index) > 20
    assert len(changed) < 10


def test_size_grows_with_the_number_of_symbols(index: Index) -> None:
    small = sum(map(len, index_of(list(made(3000))).values()))
    large = sum(map(len, index.values()))
    assert large < 2.2 * small


def test_addresses_that_do_not_follow_from_the_path_are_written_out() -> None:
    entry = Entry(name="x", kind="constant", path="docs/a#b.py", line=1, weight=1.0)
    plain = value(index_of([entry], {entry.path: "repo/docs/a%23b.py_docs/"})["p0"])[1]
    assert "h" not in plain
    moved = value(index_of([entry], {entry.path: "repo/docs/a-1234.py_docs/"})["p0"])[1]
    assert moved["h"] == {"0": "repo/docs/a-1234.py_docs/"}


def test_modules_are_read_off_paths_where_they_can_be() -> None:
    entries = [
        Entry(name="f", kind="function", path=path, module=module, line=1, weight=1.0)
        for path, module in [
            ("src/app/core.py", "app.core"),
            ("src/app/__init__.py", "app"),
            ("run-me.py", "other"),
        ]
    ]
    page = value(index_of(entries)["p0"])[1]
    assert sorted(lengthened(page["F"])) == lengthened(page["F"])
    assert {lengthened(page["F"])[int(n)]: m for n, m in page["m"].items()} == {
        "src/app/core.py": 4,
        "src/app/__init__.py": 4,
        "run-me.py": "other",
    }


def test_a_repository_without_anything_has_an_index() -> None:
    index = index_of([])
    assert value(index["find"])[1]["pages"] == ""


def test_odd_names_survive() -> None:
    odd = ["</script>", "a\u2028b", "\U0001f600", '"quoted"', "\\", "ÄÖ"]
    entries = [Entry(name=name, kind="key", path="x.yml", line=1, weight=1.0) for name in odd]
    names = names_in(index_of(entries), "p0")
    assert sorted(names) == sorted(odd)


def test_thousands_of_names_without_letters_are_in_the_index() -> None:
    names = [f"name{number}" for number in range(2_500)]
    names += [chr(0x1F300 + one) + chr(0x1F300 + two) for one in range(50) for two in range(50)]
    entries = [
        Entry(name=name, kind="heading", path="a.md", line=1, summary="x" * 70, weight=1.0)
        for name in names
    ]
    index = index_of(entries)
    found = {name for file in index if file.startswith("p") for name in names_in(index, file)}
    assert found == set(names)


def test_an_operator_is_told_from_the_types_that_share_its_key() -> None:
    entries = [
        Entry(
            name=">",
            scope="Box.",
            kind="operator",
            path="m.py",
            module="m",
            line=1,
            summary="Larger.",
            weight=1.0,
        ),
        Entry(
            name="f",
            kind="function",
            path="m.py",
            module="m",
            line=2,
            signature="() -> Box",
            weight=1.0,
        ),
    ]
    index = index_of(entries)
    assert {name for file in index if file != "find" for name in names_in(index, file)} == {
        ">",
        "f",
    }
