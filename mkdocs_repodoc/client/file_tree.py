"""The repository's tree, once for the whole site, for the drawer that any page can open."""

from __future__ import annotations

from mkdocs_repodoc.client.data_scripts import script
from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.paths import name_of, readable

TREE = "tree"


def tree_file(repository: Repository, addresses: PageAddresses) -> bytes:
    """Return the tree as a data file.

    A folder is a list: its name, its folders, and the names of its files in one string, a `/`
    between two, which no name contains.
    """
    nodes: dict[str, list[object]] = {}
    unusual: dict[str, str] = {}
    for path in sorted(repository.folders, reverse=True):  # subfolders before what holds them
        folder = repository.folders[path]
        names = "/".join(readable(name_of(file)) for file in folder.files)
        nodes[path] = [readable(folder.name), [nodes[child] for child in folder.folders], names]
        if path and (url := addresses.folder(path)):
            unusual[f"{readable(path)}/"] = url
    for path in repository.files:
        if url := addresses.file(path):
            unusual[readable(path)] = url
    value = {
        "name": repository.name,
        "index": addresses.root,
        "base": addresses.base,
        "file": addresses.file_suffix,
        "folder": addresses.folder_suffix,
        "root": nodes[""],
        "urls": unusual,
    }
    return script(TREE, value)
