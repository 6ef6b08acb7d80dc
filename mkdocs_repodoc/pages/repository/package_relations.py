"""The packages of a repository that has several: a diagram of what depends on what, and a list."""

from __future__ import annotations

from mkdocs_repodoc.insight.workspace_packages import WorkspacePackage
from mkdocs_repodoc.model.blocks import Block, Diagram, Edge, Inline, Item, Items, Node, PageLink
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.diagrams.readable_diagrams import readable
from mkdocs_repodoc.pages.parts.folder_descriptions import describe_folder
from mkdocs_repodoc.pages.parts.formatting import capped


def package_blocks(context: PageContext) -> tuple[Block, ...]:
    """Return the diagram and the list; nothing where no package depends on another."""
    packages = context.insight.packages
    if not packages:
        return ()
    by_manifest = {each.manifest: each for each in packages}
    joined = {path for each in packages if each.needs for path in (each.manifest, *each.needs)}
    diagram = Diagram(
        f"Packages of {context.repository.name}, and which depends on which",
        tuple(
            Node(each.manifest, each.name, _link(context, each))
            for each in packages
            if each.manifest in joined
        ),
        tuple(Edge(each.manifest, path) for each in packages for path in each.needs),
        "depends on",
    )
    items = tuple(_item(context, each, by_manifest) for each in packages)
    return (readable(diagram), Items(items, shown=caps.PACKAGES_UNFOLDED))


def _item(
    context: PageContext, package: WorkspacePackage, by_manifest: dict[str, WorkspacePackage]
) -> Item:
    said: list[Inline] = [_link(context, package)]
    if package.description:
        said += [": ", package.description]
    elif package.folder and (words := describe_folder(context, package.folder)):
        said += [": ", *words]
    links = [_link(context, by_manifest[path]) for path in package.needs]
    if links:
        shown = links[: caps.PACKAGE_NEEDS]
        needs = capped(shown, len(links) - len(shown), last=" and ")
        said += [" (depends on ", *needs, ")"]
    return Item(tuple(said))


def _link(context: PageContext, package: WorkspacePackage) -> PageLink:
    if not package.folder:
        return page_links.to_file(context, package.manifest, text=package.name)
    return page_links.to_folder(context, package.folder, text=package.name)
