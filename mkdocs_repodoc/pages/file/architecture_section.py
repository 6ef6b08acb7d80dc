"""Architecture & Design: where the file stands among the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from mkdocs_repodoc.model.blocks import Block, Code, Facts, Inline, Item, Items, Paragraph, Phrase
from mkdocs_repodoc.model.file_links import Cycle
from mkdocs_repodoc.pages.file.findings_sections import design_pattern_blocks
from mkdocs_repodoc.pages.file.import_diagram import dependency_diagram
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.diagrams.class_diagrams import inheritance_diagram
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.paths import folder_of
from mkdocs_repodoc.text.english import count

_PAIR = 2
_MIDDLE = 50
"""Per cent of the files beyond which nothing is told of a rank."""


def architecture_blocks(view: FileView) -> tuple[Block, ...]:
    """Return rank, neighbours, diagrams, cycles and design patterns of a file."""
    imports = imported_files(view)
    importers = importing_files(view)
    blocks: list[Block] = []
    if rows := _position_rows(view, imports, importers):
        blocks.append(Facts(rows))
    if diagram := dependency_diagram(view, imports, importers):
        blocks.append(diagram)
    if family := inheritance_diagram(view):
        blocks.append(family)
    blocks += _cycles(view)
    return (*blocks, *design_pattern_blocks(view))


def imported_files(view: FileView) -> dict[str, int]:
    """Return the files of the repository that a file needs, with the number of imports."""
    links = view.context.repository.links
    resolved = links.imports.get(view.path, ())
    paths = (
        target.paths or ((target.symbol.path,) if target.symbol else ()) for target in resolved
    )
    imported = (path for each in paths for path in each)
    return dict(Counter((*imported, *links.implicit_imports.get(view.path, ()))))


def importing_files(view: FileView) -> dict[str, int]:
    """Return the files that need a file, with the number of imports."""
    links = view.context.repository.links
    users = (*links.imported_by.get(view.path, ()), *links.implicit_importers.get(view.path, ()))
    return dict(Counter(user.path for user in users))


def _position_rows(
    view: FileView, imports: Mapping[str, int], importers: Mapping[str, int]
) -> tuple[tuple[str, Phrase], ...]:
    context = view.context
    rows: list[tuple[str, Phrase]] = []
    if module := view.file.module:
        rows.append(("Module", (Code(module),)))
        package = module if view.file.role == "package" else module.rpartition(".")[0]
        if package and package != module:
            folder = page_links.to_folder(context, view.file.folder, text=package)
            rows.append(("Package", (folder,)))
    if imports:
        rows.append(("Depends on", _by_folder(view, imports)))
    if importers:
        rows.append(("Depended on by", _by_folder(view, importers)))
    if importers and (rank := _coarse_rank(context.statistics.ranks.share(view.path))):
        rows.append(("Rank", (rank,)))
    return tuple(rows) if len(rows) > bool(view.file.module) else ()


def _coarse_rank(share: int) -> str:
    """Say how far up a file is among those that others depend on; nothing below the middle."""
    if share == 0:
        return "the most depended-on file"
    return f"among the {share} % most depended-on files" if share <= _MIDDLE else ""


def _by_folder(view: FileView, paths: Mapping[str, int]) -> Phrase:
    """How many files, in which folders, and how many of them are tests, or only help these."""
    files = view.context.repository.files
    folders = Counter(folder_of(path) for path in paths)
    shown: list[Phrase] = []
    for folder, number in folders.most_common(caps.FILE_NEIGHBOUR_FOLDERS):
        link = page_links.to_folder(view.context, folder)
        shown.append((link, f" ({number})") if len(folders) > 1 else (link,))
    phrase: list[Inline] = [f"{count(len(paths), 'file')} in "]
    phrase += capped(shown, len(folders) - len(shown), "folder")
    roles = Counter[str](files[path].role for path in paths if path in files)
    told = [
        count(roles[role], *said)
        for role, said in (
            ("test", ("is a test", "are tests")),
            ("test support", ("is test support", "are test support")),
        )
        if roles[role]
    ]
    if told:
        phrase.append(f"; {', '.join(told)}")
    return tuple(phrase)


def _cycles(view: FileView) -> list[Block]:
    """The import cycles through the file; the direct ones, there and back, are one list."""
    cycles = view.context.statistics.cycles.get(view.path, [])
    blocks: list[Block] = []
    if both_ways := [cycle for cycle in cycles if len(cycle.paths) == _PAIR]:
        items = tuple(_both_ways(view, cycle) for cycle in both_ways)
        title = f"Direct import cycles with {count(len(items), 'file')}"
        blocks.append(Items(items, shown=caps.FILE_CYCLES_UNFOLDED, title=title))
    longer = sorted(
        (cycle for cycle in cycles if len(cycle.paths) != _PAIR), key=lambda c: len(c.paths)
    )
    for cycle in longer[: caps.FILE_CYCLES]:
        title = f"Import cycle of {count(len(cycle.paths), 'file')}"
        blocks.append(Items(_steps(view, cycle), ordered=True, title=title))
    if rest := longer[caps.FILE_CYCLES :]:
        longer_ones = count(len(rest), "longer import cycle")
        blocks.append(Paragraph((f"This file is also part of {longer_ones}.",)))
    return blocks


def _both_ways(view: FileView, cycle: Cycle) -> Item:
    here = cycle.paths.index(view.path)
    other, line = cycle.paths[1 - here], cycle.lines[1 - here]
    context = view.context
    back = page_links.to_line(context, other, line)
    own = view.line(cycle.lines[here])
    return Item(
        (
            page_links.to_file(context, other),
            ": imported here on ",
            own,
            ", imports this file on ",
            back,
        )
    )


def _steps(view: FileView, cycle: Cycle) -> tuple[Item, ...]:
    """The imports of a cycle, from this file on round to it again."""
    context = view.context
    start = cycle.paths.index(view.path)
    length = len(cycle.paths)
    items: list[Item] = []
    for step in range(min(length, caps.CYCLE_STEPS)):
        here = (start + step) % length
        path, line = cycle.paths[here], cycle.lines[here]
        following = cycle.paths[(here + 1) % length]
        phrase: list[Inline] = [
            page_links.to_file(context, path),
            " imports ",
            page_links.to_file(context, following),
            " on ",
            page_links.to_line(context, path, line),
        ]
        if step == length - 1:
            phrase.append(", completing the cycle")
        items.append(Item(tuple(phrase)))
    if length > caps.CYCLE_STEPS:
        last = cycle.paths[start - 1]
        items.append(
            Item(
                (
                    f"after {count(length - caps.CYCLE_STEPS - 1, 'more file')}, ",
                    page_links.to_file(context, last),
                    " completes the cycle on ",
                    page_links.to_line(context, last, cycle.lines[start - 1]),
                )
            )
        )
    return tuple(items)
