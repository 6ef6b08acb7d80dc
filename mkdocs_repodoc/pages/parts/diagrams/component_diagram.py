"""Components as readers see them: linked by name, drawn in layers, with what closes cycles."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.architecture.layering import Pair
from mkdocs_repodoc.model.blocks import Diagram, Edge, Item, Items, Node, PageLink, Phrase
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.dependency_words import words_between_components
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.descriptions import describe_file
from mkdocs_repodoc.pages.parts.diagrams.readable_diagrams import readable
from mkdocs_repodoc.pages.parts.folder_descriptions import describe_folder
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.english import count

_NAMED = 3
"""Files that stand for the own files of a folder."""


def to_component(context: PageContext, path: str) -> PageLink:
    """Link to the page of a component, by the name that tells it from the others."""
    architecture = context.statistics.architecture
    name = architecture.name(path)
    if path in context.repository.files:
        return page_links.to_file(context, path, text=name)
    target = page_links.to_folder(context, path, text=name)
    return PageLink(name, target.uri, code=True, title=context.repository.folders[path].summary)


def layers_said(context: PageContext) -> Phrase:
    """Return the sentence that says in which direction the ties of the components lead."""
    architecture = context.statistics.architecture
    words = words_between_components(context)
    total = architecture.edges.total()
    wrong = sum(architecture.edges[pair] for pair in architecture.against)
    if not wrong:
        return _all_down(context)
    imports = f"{count(total, words.noun)} between"
    if not architecture.is_layered:
        return (f"The components form no layers: {wrong:,} of the {imports} them close a cycle.",)
    back = f"{wrong:,} lead{'s' if wrong == 1 else ''} back up"
    return (f"{total - wrong:,} of {imports} components lead to a lower layer; {back}.",)


def _all_down(context: PageContext) -> Phrase:
    """Return the sentence for components whose edges close no cycle; other ties may."""
    back = context.insight.undrawn_ties.back
    is_import = words_between_components(context).noun == "import"
    if not back:
        from_layers = "imports only from" if is_import else "uses only"
        return (f"Each component {from_layers} layers below its own.",)
    ties: list[Phrase] = [
        (to_component(context, source), " needs ", to_component(context, target))
        for source, target in back[: caps.TIES_BACK]
    ]
    drawn = "The imports that are drawn lead" if is_import else "What is drawn leads"
    said = f"{drawn} only to lower layers; by late imports, types or calls, "
    return (
        said,
        "parts need some above them, too: ",
        *capped(ties, len(back) - len(ties), last=" and "),
        ".",
    )


def component_diagram(context: PageContext) -> Diagram | None:
    """Draw the components that need one another; `None` if none does."""
    architecture = context.statistics.architecture
    verb, ties = words_between_components(context).verb, architecture.edges
    if not ties:
        return None
    joined = {path for pair in ties for path in pair}
    nodes = tuple(_node(context, each) for each in architecture.components if each.path in joined)
    edges = tuple(Edge(source, target, number) for (source, target), number in ties.items())
    title = f"Components of {context.repository.name}, and which {verb} which"
    return readable(Diagram(title, nodes, edges, verb))


def _node(context: PageContext, component: Component) -> Node:
    link = to_component(context, component.path)
    return Node(component.path, link.text, link)


def component_list(context: PageContext) -> Items | None:
    """List the components with a sentence each, those that nothing builds upon first."""
    found = context.statistics.architecture.components[::-1]
    items = []
    for each in found:
        said = _described(context, each)
        link = to_component(context, each.path)
        items.append(Item((link, ": ", *said) if said else (link,)))
    return Items(tuple(items)) if len(items) > 1 else None


def _described(context: PageContext, component: Component) -> Phrase:
    """Describe a component; the words of a folder are of all of it, not of its own files alone."""
    if component.is_file:
        return describe_file(context, component.path)
    if component.whole:
        return describe_folder(context, component.path)
    files = context.repository.files
    longest = sorted(component.files, key=lambda path: (-files[path].outline.lines.code, path))
    named = [page_links.to_file(context, path, text=name_of(path)) for path in longest[:_NAMED]]
    return capped(named, len(longest) - len(named), "file", last=" and ")


def component_cycles(context: PageContext) -> Items | None:
    """List the imports that close cycles between components, the hardest to cut first.

    Uses between files of one package, which need no import, are nothing to cut.
    """
    architecture = context.statistics.architecture
    ordered = sorted(
        (pair for pair in architecture.against if _imports(context, architecture.imports[pair])),
        key=lambda pair: (-architecture.edges[pair], pair),
    )
    items = []
    for pair in ordered[: caps.COMPONENT_CYCLES]:
        files = _imports(context, architecture.imports[pair])
        shown = [
            (
                page_links.to_line(
                    context,
                    path,
                    context.statistics.needs.import_line(path, target),
                    text=f"{path}:{context.statistics.needs.import_line(path, target)}",
                ),
            )
            for path, target in files[: caps.CYCLE_IMPORTS]
        ]
        where = capped(shown, len(files) - len(shown), "line", last=" and ")
        source, target = (to_component(context, each) for each in pair)
        is_whole = len(files) == len(architecture.imports[pair])
        number = architecture.edges[pair] if is_whole else len(files)  # as the picture counts them
        items.append(Item((source, " → ", target, f": {count(number, 'import')} to cut, ", *where)))
    if left := len(ordered) - len(items):
        items.append(Item((count(left, "more cycle"),)))
    title = count(len(ordered), "cycle") + " between components"
    return Items(tuple(items), title=title) if items else None


def _imports(context: PageContext, ties: Sequence[Pair]) -> list[Pair]:
    """Return the pairs of files of which the first imports the second."""
    return [tie for tie in ties if context.statistics.is_import(*tie)]
