"""Dependencies of a folder: inside of the repository, on packages of others, in cycles."""

from __future__ import annotations

from collections import Counter

from mkdocs_repodoc.model.blocks import (
    Block,
    Item,
    Items,
    PageLink,
    Paragraph,
    Phrase,
)
from mkdocs_repodoc.model.repository import Folder
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.folder.folder_classes import folder_inheritance
from mkdocs_repodoc.pages.parts import caps
from mkdocs_repodoc.pages.parts.diagrams.import_cycles import cycle_list
from mkdocs_repodoc.pages.parts.diagrams.import_rollup import (
    FolderImports,
    folder_diagram,
)
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.english import count


def folder_dependencies(
    context: PageContext, folder: Folder, imports: FolderImports
) -> tuple[Block, ...]:
    """Return what ties a folder to others: a diagram, families, packages of others, cycles.

    Args:
        context: The repository.
        folder: The folder.
        imports: The imports into it and out of it.
    """
    blocks: list[Block] = []
    if diagram := folder_diagram(context, folder.path, imports):
        blocks.append(diagram)
    if family := folder_inheritance(context, folder.path):
        blocks.append(family)
    if outside := _third_party(context, folder):
        blocks.append(Paragraph(outside))
    here = context.statistics.folder_cycles.get(folder.path, [])
    if here:
        blocks.append(cycle_list(context, here))
    blocks += _deeper_cycles(context, folder)
    return tuple(blocks)


def _third_party(context: PageContext, folder: Folder) -> Phrase:
    """Which packages from outside the repository the subtree imports, and in how many files."""
    users: Counter[str] = Counter()
    for path in context.statistics.below(folder.path):
        found = context.repository.links.imports.get(path, ())
        users.update({each.distribution for each in found if each.origin == "third party"})
    users.pop("", None)
    if not users:
        return ()
    ordered = sorted(users.items(), key=lambda each: (-each[1], each[0].lower(), each[0]))
    names = [
        f"{name} ({count(number, 'file')})" for name, number in ordered[: caps.FOLDER_PACKAGES]
    ]
    shown = capped(names, len(users) - len(names), last=" and ")
    return ("Third-party packages imported below here: ", *shown, ".")


def _deeper_cycles(context: PageContext, folder: Folder) -> list[Block]:
    cycles = context.statistics.folder_cycles
    items: list[Item] = []
    for child in folder.folders:
        number = context.statistics.deep_cycle_counts[child]
        if number:
            target = context.plan.uri("folder documentation", child)
            link = PageLink(f"{child}/", target, "dependencies" if child in cycles else "")
            items.append(Item((f"{count(number, 'import cycle')} inside ", link)))
    return [Items(tuple(items), shown=caps.FOLDER_CYCLES_UNFOLDED)] if items else []
