"""The files of a component with a line on each: what it is for, else what it defines for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.architecture.part_wires import TIES
from mkdocs_repodoc.insight.architecture.wiring import Wire
from mkdocs_repodoc.insight.symbols.sibling_files import Siblings, siblings
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.descriptions import as_sentence, describe_file
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.parts.orientation.key_files import key_files
from mkdocs_repodoc.paths import name_of, prefix_of
from mkdocs_repodoc.text.english import count


def component_files(view: BookView, component: Component) -> list[Block]:
    """Return all files of a component that is a folder, those that pass on names included."""
    inside = prefix_of(component.path)
    facades = [path for path in _facades(view) if component.whole and path.startswith(inside)]
    files = (*component.files, *facades)
    few = len(files) <= _most(view, component.path)
    title = "Its files" if few else "The files that most is built on"
    return [_listed(view, files, component.path, title)]


def files_beside(view: BookView) -> list[Block]:
    """Return the files of the software that belong to no component with a chapter."""
    architecture = view.context.statistics.architecture
    parts = (*architecture.components, *architecture.beside)
    folders = tuple(prefix_of(each.path) for each in parts if each.whole)
    facades = [path for path in _facades(view) if not path.startswith(folders)]
    others = [path for each in architecture.others for path in each.files]
    if not facades and not others:
        return []
    return [_listed(view, (*facades, *others), "", "Smaller files beside these parts")]


def _facades(view: BookView) -> list[str]:
    """Return the files of the software that pass on what others define."""
    context = view.context
    code = context.insight.code
    files = context.repository.files
    found = context.statistics.needs.facades & code
    return [path for path in sorted(found) if files[path].outline.lines.code]


def _most(view: BookView, folder: str) -> int:
    """Return how many files are listed, of one of many parts fewer."""
    is_one_of_many = not folder or len(view.told) > book_caps.MANY_PARTS
    return book_caps.CHAPTER_FILES_OF_MANY if is_one_of_many else book_caps.CHAPTER_FILES


def _listed(view: BookView, files: Sequence[str], folder: str, title: str) -> Items:
    """List the files that most depends on; of those that nothing imports the longest."""
    context = view.context
    most = _most(view, folder)
    paths = key_files(context, files, most)
    rest = [path for path in files if path not in paths]
    lines = {path: context.repository.files[path].outline.lines.code for path in rest}
    paths += nlargest(most - len(paths), rest, key=lambda path: (lines[path], path))
    prefix = prefix_of(folder)
    items: dict[str, Item] = {}
    untold = [path for path in files if not context.repository.files[path].summary]
    kind = siblings(context.repository, untold) if folder else None
    if kind is not None:
        items["kind"] = Item(_of_one_kind(view, kind))
    alike = set(kind.files) if kind is not None else set()
    for path in paths:
        if path in alike:
            continue
        link = page_links.to_file(context, path, text=path.removeprefix(prefix))
        said = _role(view, path)
        inside = _inside(view, path)
        # Of files that are described alike, as versions of one table are, the first stands for all.
        words = "".join(each if isinstance(each, str) else each.text for each in said) or path
        told = (link, ": ", *(as_sentence(said) if inside else said)) if said else (link,)
        items.setdefault(words, Item((*told, *inside)))
    shown = [*items.values()]
    if left := len(files) - len(shown) - max(0, len(alike) - 1):
        text = count(left, "more file")
        more = page_links.to_folder(context, folder, text=text) if folder else text
        shown.append(Item(("and ", more)))
    return Items(tuple(shown), title=title)


def _of_one_kind(view: BookView, kind: Siblings) -> Phrase:
    """Return the line on files that define the same names."""
    links = [page_links.to_file(view.context, path, text=name_of(path)) for path in kind.files]
    names = [Code(each) for each in kind.names]
    return (
        *some(links, "file", book_caps.SIBLINGS),
        " each define most of ",
        *joined(names, last=" and "),
    )


def _role(view: BookView, path: str) -> Phrase:
    """Return what a file is for; where it does not say so itself, also who uses it."""
    said = describe_file(view.context, path)
    if path in view.context.statistics.needs.facades and all(
        isinstance(each, str) for each in said
    ):
        return _passed_on(view, path) or said
    is_told = len(said) > 1 and not (isinstance(said[0], str) and said[0] in _NAMING)
    is_own = len(said) == 1 and not isinstance(said[0], str)
    users = [] if is_told or is_own else [*_users(view, path)]
    if not users:
        return said
    return (
        *said,
        ", " if said else "",
        "used by ",
        *some(users, "file", book_caps.BOOK_FILE_USERS),
    )


def _passed_on(view: BookView, path: str) -> Phrase:
    """Return from which files one passes on names."""
    found = view.context.repository.links.imports.get(path, ())
    sources = dict.fromkeys(each.path for each in found if each.path and each.path != path)
    links = [page_links.to_file(view.context, each, text=view.file_name(each)) for each in sources]
    return ("Passes on what it takes from ", *some(links, "file")) if links else ()


def _inside(view: BookView, path: str) -> Phrase:
    """Return what a file calls, makes and keeps of the others of its part, one of each file."""
    met: dict[str, Wire] = {}
    for wire in view.wiring.of_file(path):
        if view.owner.get(path) != view.owner.get(wire.met.path):
            continue
        known = met.setdefault(wire.met.path, wire)
        if TIES.index(wire.way) < TIES.index(known.way):
            met[wire.met.path] = wire
    told: dict[str, list[Phrase]] = {}
    for wire in sorted(met.values(), key=lambda each: each.line)[: book_caps.FILES_INSIDE]:
        said = (view.to_symbol(wire.met), f" of {view.file_name(wire.met.path)}")
        told.setdefault(wire.way, []).append(said)
    parts = [(f"{way} ", *joined(said, last=" and ")) for way, said in told.items()]
    return (" It ", *joined(parts, "; "), ".") if parts else ()


_NAMING = ("Defines ", "Offers ")
"""What begins the line on a file that says nothing of itself."""


def _users(view: BookView, path: str) -> Iterable[Inline]:
    files = view.context.repository.files
    for user in view.context.statistics.needs.dependents(path):
        if files[user].role in CODE_ROLES:
            yield page_links.to_file(view.context, user, text=view.file_name(user))
