from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.inventories.external_projects import ExternalProjects
from mkdocs_repodoc.inventories.inventory_format import Inventory, InventoryItem, write_inventory
from mkdocs_repodoc.settings import InventorySource


def source(folder: Path, project: str, *items: InventoryItem) -> InventorySource:
    file = folder / f"{project}.inv"
    file.write_bytes(write_inventory(Inventory(project, "1", items)))
    return InventorySource(file, f"https://{project}.example/doc/")


def url(projects: ExternalProjects, *names: str) -> str:
    link = projects.find(names)
    return link.url if link is not None else ""


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("str", "library/stdtypes.html#str"),
        ("dict.get", "library/stdtypes.html#dict.get"),
        ("ValueError", "library/exceptions.html#ValueError"),
        ("pathlib", "library/pathlib.html#module-pathlib"),
        ("pathlib.Path.read_text", "library/pathlib.html#pathlib.Path.read_text"),
        ("collections.abc.Iterable", "library/collections.abc.html#collections.abc.Iterable"),
        ("typing.override", "library/typing.html#typing.override"),
        ("object.__init__", "reference/datamodel.html#object.__init__"),
    ],
)
def test_the_documentation_of_python_is_known(name: str, place: str) -> None:
    assert url(ExternalProjects(()), name) == f"https://docs.python.org/3/{place}"


def test_what_is_documented_nowhere_is_no_link() -> None:
    assert url(ExternalProjects(()), "numpy.ndarray", "pathlib.Path.nothing") == ""


def test_a_project_of_the_user_goes_before_python(tmp_path: Path) -> None:
    mine = source(tmp_path, "mine", InventoryItem("pathlib.Path", "class", "p.html#Path"))
    link = ExternalProjects((mine,)).find(["nothing", "pathlib.Path"])
    assert link is not None
    assert (link.text, link.url) == ("pathlib.Path", "https://mine.example/doc/p.html#Path")
    assert link.title == "pathlib.Path (mine)"


def test_only_objects_of_python_count(tmp_path: Path) -> None:
    label = InventoryItem("numpy.ndarray", "label", "x.html#y", "std")
    projects = ExternalProjects((source(tmp_path, "mine", label),))
    assert url(projects, "numpy.ndarray") == ""


def test_an_address_never_leaves_the_site_that_it_belongs_to(tmp_path: Path) -> None:
    hostile = source(tmp_path, "mine", InventoryItem("a.b", "class", "javascript:alert(1)"))
    projects = ExternalProjects((hostile,))
    assert url(projects, "a.b") == "https://mine.example/doc/javascript:alert(1)"


def test_a_file_that_is_no_inventory_is_one_line_with_the_option(tmp_path: Path) -> None:
    file = tmp_path / "page.inv"
    with pytest.raises(SettingsError, match=r"option 'inventories': .*page\.inv can't be read"):
        ExternalProjects((InventorySource(file, "https://a.example/"),))
    file.write_text("<html>")
    with pytest.raises(
        SettingsError, match=r"option 'inventories': .*page\.inv is not an inventory"
    ):
        ExternalProjects((InventorySource(file, "https://a.example/"),))
